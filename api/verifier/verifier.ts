/**
 * Checks routes off the event loop: going through a route's states may take a while, and everybody else's requests must not wait for
 * it. One thread, a few places in its queue, and a bound on each check; a thread that goes over it is given up.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#domain/errors';
import type { RouteCheck, RouteToCheck } from '#domain/route/check';

export type Verifier = {
  /** @throws DomainError VERIFIER_BUSY where many wait or it takes too long */
  check(job: RouteToCheck): Promise<RouteCheck>;
  close(): Promise<void>;
};
type Options = { readonly timeoutMs?: number; readonly maxWaiting?: number };
type Waiting = { readonly id: number; readonly job: RouteToCheck; resolve(check: RouteCheck): void; reject(error: Error): void };
type Answer = { readonly id: number; readonly check?: RouteCheck; readonly error?: string };

const TIMEOUT_MS = 20_000;
const MAX_WAITING = 16;

export function createVerifier({ timeoutMs = TIMEOUT_MS, maxWaiting = MAX_WAITING }: Options = {}): Verifier {
  const queue: Waiting[] = [];
  let thread: Worker | null = null;
  let running: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null = null;
  let lastId = 0;

  const end = (answer: (waiting: Waiting) => void): void => {
    if (running === null) return;
    const { waiting, timer } = running;
    clearTimeout(timer);
    running = null;
    answer(waiting);
    next();
  };
  const giveUp = (error: Error): void => {
    void thread?.terminate();
    thread = null;
    end(({ reject }) => reject(error));
  };
  const open = (): Worker => {
    const opened = openThread();
    opened.on('message', ({ id, check, error }: Answer) => {
      if (running?.waiting.id !== id) return;
      end(({ resolve, reject }) => (check === undefined ? reject(new Error(error)) : resolve(check)));
    });
    opened.on('error', (error: Error) => (opened === thread ? giveUp(error) : undefined));
    // It does not keep the process alive by itself.
    opened.unref();
    return opened;
  };
  const next = (): void => {
    const waiting = running === null ? queue.shift() : undefined;
    if (waiting === undefined) return;
    thread ??= open();
    running = { waiting, timer: setTimeout(() => giveUp(new DomainError('VERIFIER_BUSY')), timeoutMs) };
    thread.postMessage({ id: waiting.id, job: waiting.job });
  };

  return {
    check: (job) =>
      new Promise((resolve, reject) => {
        if (queue.length >= maxWaiting) {
          reject(new DomainError('VERIFIER_BUSY'));
          return;
        }
        lastId += 1;
        queue.push({ id: lastId, job, resolve, reject });
        next();
      }),
    async close() {
      const closing = thread;
      thread = null;
      for (const { reject } of queue.splice(0)) reject(new DomainError('UNAVAILABLE'));
      end(({ reject }) => reject(new DomainError('UNAVAILABLE')));
      await closing?.terminate();
    },
  };
}

/** From sources the thread needs a loader of TypeScript; what is built needs none. */
function openThread(): Worker {
  if (__filename.endsWith('.js')) return new Worker(join(__dirname, 'verify-worker.js'));
  return new Worker(`require('tsx/cjs'); require(${JSON.stringify(join(__dirname, 'verify-worker.ts'))});`, { eval: true });
}
