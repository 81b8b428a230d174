import type { Route } from '#domain/route/model';
import type { VerifyContext } from '#domain/route/verify';
import type { Checked, Practice } from './check';

/** Office and test cases go along only when they have changed: an office's directory is large. */
export type Asked = { readonly no: number; readonly route: Route; readonly context?: VerifyContext; readonly practice?: Practice | null };
export type Verified = Checked & { readonly no: number; /** How long it took where it was done. */ readonly ms: number };
export type ToVerify = { readonly route: Route; readonly context: VerifyContext; readonly practice: Practice | null };

export type Verifier = {
  /** What is found in a route; of several asked in a row only the last is answered. */
  readonly verify: (asked: ToVerify, onVerified: (verified: Verified) => void, onFailed: () => void) => void;
  readonly stop: () => void;
};

/** A worker of its own; within the page where there are none. */
export const createVerifier = (): Verifier => (typeof Worker === 'undefined' ? inPage() : inWorker());

function inWorker(): Verifier {
  const worker = new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' });
  let no = 0;
  let known: Partial<ToVerify> = {};
  return {
    verify({ route, context, practice }, onVerified, onFailed) {
      no += 1;
      worker.onmessage = ({ data }: MessageEvent<Verified>) => {
        if (data.no === no) onVerified(data);
      };
      worker.onerror = onFailed;
      worker.postMessage({ no, route, ...(context === known.context ? {} : { context }), ...(practice === known.practice ? {} : { practice }) } satisfies Asked);
      known = { context, practice };
    },
    stop: () => worker.terminate(),
  };
}

function inPage(): Verifier {
  let no = 0;
  return {
    verify({ route, context, practice }, onVerified, onFailed) {
      const mine = (no += 1);
      void import('./check').then(({ check }) => {
        const began = performance.now();
        const checked = check(route, context, practice);
        if (mine === no) onVerified({ no, ...checked, ms: performance.now() - began });
      }, onFailed);
    },
    stop() {
      no += 1;
    },
  };
}
