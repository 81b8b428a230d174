/** Asks every part of the system how it is; one that has not answered in time counts as away. */
import type { SystemPart } from '#domain/contracts/system';
import { TASK_QUEUES } from '#domain/messages';
import { ping } from '#db/repositories/health';
import type { ApiDeps } from '../../deps';

const PROBE_MS = 2_000;
/** A worker asks for work at least so often; one that has not is gone. */
const POLLED_WITHIN_MS = 120_000;
/** Of Temporal's two kinds of queue, the one from which activities are taken. */
const ACTIVITY_QUEUE = 2;
const WORKFLOW_QUEUE = 1;

type Parts = Pick<ApiDeps, 'pool' | 'temporal' | 'files'>;
export type Health = { readonly part: SystemPart; readonly isWell: boolean; readonly ms: number | null };

const PROBES: { readonly [K in SystemPart]: (parts: Parts) => Promise<unknown> } = {
  database: ({ pool }) => ping(pool),
  temporal: (parts) => temporalVersion(parts),
  files: ({ files }) => files.check(),
  letterWorker: (parts) => assertPolled(parts, { queue: TASK_QUEUES.letters, type: WORKFLOW_QUEUE }),
  documentWorker: (parts) => assertPolled(parts, { queue: TASK_QUEUES.documents, type: ACTIVITY_QUEUE }),
};

/** Whether one part answers, within two seconds. */
export async function probe(parts: Parts, part: SystemPart): Promise<Health> {
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS);
  });
  try {
    const isWell = await Promise.race([PROBES[part](parts).then(() => true), tooLate]);
    return { part, isWell, ms: isWell ? Math.round(performance.now() - begun) : null };
  } catch {
    return { part, isWell: false, ms: null };
  } finally {
    clearTimeout(timer);
  }
}

/** Version of the Temporal server. @throws where it does not answer */
export async function temporalVersion({ temporal }: Pick<Parts, 'temporal'>): Promise<string> {
  const { serverVersion } = await temporal.withDeadline(Date.now() + PROBE_MS, () => temporal.connection.workflowService.getSystemInfo({}));
  return serverVersion ?? '';
}

async function assertPolled({ temporal }: Parts, { queue, type }: { readonly queue: string; readonly type: 1 | 2 }): Promise<void> {
  const { pollers } = await temporal.withDeadline(Date.now() + PROBE_MS, () =>
    temporal.connection.workflowService.describeTaskQueue({ namespace: temporal.options.namespace, taskQueue: { name: queue }, taskQueueType: type }));
  const last = Math.max(0, ...(pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000));
  if (Date.now() - last > POLLED_WITHIN_MS) throw new Error(`nobody takes work from ${queue}`);
}
