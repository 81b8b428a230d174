/** Thread on which routes are checked and files read, one after the other. */
import { parentPort } from 'node:worker_threads';
import { isDomainError } from '#domain/errors';
import { type JobKind, type Jobs, JOBS } from './jobs';

type Job = { readonly [K in JobKind]: { readonly id: number; readonly kind: K; readonly given: Jobs[K]['given'] } }[JobKind];

parentPort?.on('message', async (job: Job) => {
  const { id } = job;
  try {
    const answer = job.kind === 'check' ? await JOBS.check(job.given) : await JOBS.readBpmn(job.given);
    parentPort?.postMessage({ id, answer });
  } catch (error) {
    if (isDomainError(error)) parentPort?.postMessage({ id, refusal: { code: error.code, details: error.details } });
    else parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
