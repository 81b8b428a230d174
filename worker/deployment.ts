/** Worker versioning: two builds may run side by side; letters move to the one that is current. */
import type { Connection } from '@temporalio/client';
import { DEPLOYMENT_NAME } from '#domain/messages';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

const AGAIN_MS = 250;

/**
 * Makes this build the current one. The server accepts that only once the worker polls, and without a current version no
 * letter starts, so it is tried until it is done. `whenCurrent` resolves then.
 */
export function makeCurrent(args: { readonly connection: Connection; readonly namespace: string; readonly buildId: string; readonly log: PartLog }): Part & { readonly whenCurrent: Promise<void> } {
  const { connection, namespace, buildId, log } = args;
  let done: () => void = () => {};
  const whenCurrent = new Promise<void>((resolve) => {
    done = resolve;
  });
  let isDone = false;
  const quiet: PartLog = { ...log, warn: () => {} };
  const loop = createLoop(async () => {
    if (isDone) return 60_000;
    try {
      await connection.workflowService.setWorkerDeploymentCurrentVersion({
        namespace, deploymentName: DEPLOYMENT_NAME, buildId, identity: 'saraban-worker', ignoreMissingTaskQueues: true,
      });
    } catch {
      return AGAIN_MS;
    }
    isDone = true;
    log.info({ buildId }, 'this build is current');
    done();
    return 60_000;
  }, quiet);
  return { whenCurrent, stop: () => loop.stop() };
}
