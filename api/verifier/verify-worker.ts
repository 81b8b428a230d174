/** Thread on which routes are checked, one after the other. */
import { parentPort } from 'node:worker_threads';
import { checkRoute, type RouteToCheck } from '#domain/route/check';

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: RouteToCheck }) => {
  try {
    parentPort?.postMessage({ id, check: checkRoute(job) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
