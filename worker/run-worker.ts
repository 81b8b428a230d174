/**
 * The worker: queues `letters` and `documents`, the outbox relay, the command dispatcher, the ticks of people, the sealer of the audit trail, the reader of what letters are found by. One process runs all of it; any
 * number of such processes may run side by side.
 */
import { join } from 'node:path';
import type { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import type { Pool } from 'pg';
import { createActivities } from '#activities/index';
import { DEPLOYMENT_NAME, TASK_QUEUES } from '#domain/messages';
import type { AuditKey } from '#platform/audit-key';
import type { Mailer } from '#platform/mailer';
import type { ObjectStore } from '#platform/object-store/object-store';
import { loadBundle } from './bundle';
import { startCaretaker } from './caretaker';
import { startDispatcher } from './command-dispatcher';
import { makeCurrent } from './deployment';
import { DomainErrorInterceptor } from './domain-errors';
import { createLetterClient } from '#platform/temporal/letter-client';
import { startRelay } from './outbox-relay';
import type { Part, PartLog } from './part';
import { startRouteMover } from './route-mover';
import { startNoticeMails } from './notice-mails';
import { startPeopleTicks } from './people-ticks';
import { startSealer } from './sealer';
import { startSearchReader } from './search/search-reader';

/** About 0.5 MB of memory per small letter. */
const MAX_CACHED_WORKFLOWS = 400;
/** Setting a page takes a whole core for a moment; more than two at once would starve the commits. */
const MAX_RENDERING = 2;

export type WorkerDeps = {
  readonly pool: Pool;
  readonly files: ObjectStore;
  readonly native: NativeConnection;
  readonly connection: Connection;
  readonly client: Client;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
  /** As many commits at once as the pool has connections. */
  readonly poolSize: number;
  readonly mailFolder: string | null;
  /** Sends notices by e-mail; null: nobody does. */
  readonly mail?: { readonly mailer: Mailer; readonly publicUrl: string } | null;
  /** Signs the audit trail; null: it is only chained. */
  readonly auditKey: AuditKey | null;
  readonly log: PartLog;
  readonly onCommit?: (answer: string, seconds: number) => void;
  readonly onEffect?: (kind: string, result: 'sent' | 'failed') => void;
  /** The bundle, where the caller has one already (tests). */
  readonly bundle?: { readonly code: string; readonly buildId: string };
};

export type RunningWorker = Part & {
  /** Resolves once letters can start. */
  readonly ready: Promise<void>;
  /** Rejects when a queue fails for good. */
  readonly failed: Promise<never>;
};

export async function runWorker(deps: WorkerDeps): Promise<RunningWorker> {
  const { pool, log, native, connection, namespace, dataConverter } = deps;
  const bundle = deps.bundle ?? (await loadBundle());
  const activities = createActivities(deps);
  const common: Pick<WorkerOptions, 'connection' | 'namespace' | 'dataConverter' | 'interceptors' | 'shutdownGraceTime' | 'shutdownForceTime'> = {
    connection: native, namespace, dataConverter, interceptors: { activity: [() => ({ inbound: new DomainErrorInterceptor() })] },
    shutdownGraceTime: '20s', shutdownForceTime: '30s',
  };
  const slots = Math.max(2, deps.poolSize - 4);
  const letters = await Worker.create({
    ...common,
    taskQueue: TASK_QUEUES.letters,
    workflowBundle: { code: bundle.code },
    activities: { ...activities.letters },
    maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
    maxConcurrentLocalActivityExecutions: slots,
    maxConcurrentActivityTaskExecutions: slots,
    workerDeploymentOptions: {
      useWorkerVersioning: true, version: { deploymentName: DEPLOYMENT_NAME, buildId: bundle.buildId }, defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  });
  const documents = await Worker.create({
    ...common, taskQueue: TASK_QUEUES.documents, activities: { ...activities.documents }, maxConcurrentActivityTaskExecutions: MAX_RENDERING,
  });
  const workers = [letters, documents];
  const running = workers.map((worker) => worker.run());
  const current = makeCurrent({ connection, namespace, buildId: bundle.buildId, log });
  const letterClient = createLetterClient(deps.client);
  const parts: Part[] = [
    startRelay({
      pool, log, letters: letterClient, mailFolder: deps.mailFolder, hasRenderer: true, ...(deps.onEffect === undefined ? {} : { onDone: deps.onEffect }),
    }),
    startDispatcher({ pool, log, letters: letterClient }),
    startRouteMover({ pool, log, letters: letterClient }),
    startCaretaker({ pool, log, letters: letterClient }),
    startPeopleTicks({ pool, log }),
    startSealer({ pool, log, key: deps.auditKey }),
    ...(deps.mail ? [startNoticeMails({ pool, log, ...deps.mail })] : []),
    startSearchReader({ pool, log, files: deps.files }),
  ];
  let isStopping = false;
  const failed = new Promise<never>((_, reject) => {
    for (const run of running) run.catch((error: unknown) => (isStopping ? undefined : reject(error instanceof Error ? error : new Error('a queue failed'))));
  });
  failed.catch(() => undefined);
  return {
    ready: current.whenCurrent,
    failed,
    async stop() {
      isStopping = true;
      // First whoever brings new work, then the queues: what has begun is finished.
      await Promise.all([current.stop(), ...parts.map((part) => part.stop())]);
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled(running);
    },
  };
}

/** Where mails lie until a mail server is connected. */
export const mailFolderIn = (dataDir: string): string => join(dataDir, 'mail');
