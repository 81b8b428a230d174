import type { Route } from '#domain/route/model';
import type { Finding, VerifyContext } from '#domain/route/verify';

/** The context goes along only when it has changed: an office's directory is large. */
export type Asked = { readonly no: number; readonly route: Route; readonly context?: VerifyContext };
export type Verified = { readonly no: number; readonly findings: readonly Finding[]; /** How long it took where it was done. */ readonly ms: number };

export type Verifier = {
  /** What is found in a route; of several asked in a row only the last is answered. */
  readonly verify: (route: Route, context: VerifyContext, onVerified: (verified: Verified) => void, onFailed: () => void) => void;
  readonly stop: () => void;
};

/** A worker of its own; within the page where there are none. */
export const createVerifier = (): Verifier => (typeof Worker === 'undefined' ? inPage() : inWorker());

function inWorker(): Verifier {
  const worker = new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' });
  let no = 0;
  let known: VerifyContext | null = null;
  return {
    verify(route, context, onVerified, onFailed) {
      no += 1;
      worker.onmessage = ({ data }: MessageEvent<Verified>) => {
        if (data.no === no) onVerified(data);
      };
      worker.onerror = onFailed;
      worker.postMessage({ no, route, ...(context === known ? {} : { context }) } satisfies Asked);
      known = context;
    },
    stop: () => worker.terminate(),
  };
}

function inPage(): Verifier {
  let no = 0;
  return {
    verify(route, context, onVerified, onFailed) {
      const mine = (no += 1);
      void import('#domain/route/verify').then(({ verifyRoute }) => {
        const began = performance.now();
        const findings = verifyRoute(route, context);
        if (mine === no) onVerified({ no, findings, ms: performance.now() - began });
      }, onFailed);
    },
    stop() {
      no += 1;
    },
  };
}
