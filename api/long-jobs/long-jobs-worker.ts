/** Thread on which long jobs are done, one after the other. */
import { parentPort } from 'node:worker_threads';
import { isDomainError } from '#domain/errors';
import { type JobKind, type Jobs, JOBS } from './jobs';
import { READY } from './long-jobs';

type Job<K extends JobKind = JobKind> = { readonly id: number; readonly kind: K; readonly given: Jobs[K]['given'] };

parentPort?.on('message', async ({ id, kind, given }: Job) => {
  try {
    // The kind says what the job is given.
    parentPort?.postMessage({ id, answer: await (JOBS[kind] as (given: unknown) => Promise<unknown>)(given) });
  } catch (error) {
    if (isDomainError(error)) parentPort?.postMessage({ id, refusal: { code: error.code, details: error.details } });
    else parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

parentPort?.postMessage({ id: READY });
