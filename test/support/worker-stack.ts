/** The whole worker on a database and a namespace of the test's own: queues, relay, dispatcher, files in a temporary folder. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection, WorkflowUpdateFailedError } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Pool } from 'pg';
import type { CommandContent } from '#domain/letter/content';
import type { CommandAnswer } from '#domain/messages';
import type { LetterEvent } from '#domain/route/events';
import type { Actor } from '#domain/route/state';
import { createAuditKeyFile, readAuditKey } from '#platform/audit-key';
import { withLayers } from '#platform/object-store/create';
import { createDiskStore } from '#platform/object-store/disk';
import type { ObjectStore } from '#platform/object-store/object-store';
import { createDataConverter } from '#platform/temporal/data-converter';
import { createLetterClient, type LetterClient } from '#platform/temporal/letter-client';
import type { PartLog } from '#worker/part';
import { runWorker, type RunningWorker } from '#worker/run-worker';
import { writeCommand } from './letters';
import { getTestTemporal } from './servers';
import { workflowBundle } from './workflow-bundle';

export type WorkerStack = {
  readonly client: Client;
  readonly letters: LetterClient;
  readonly files: ObjectStore;
  readonly folder: string;
  readonly logged: string[];
  /** Starts a worker; several may run. */
  readonly startWorker: () => Promise<RunningWorker>;
  /** A command row, then the update, as the API does it. */
  readonly send: (letterId: string, event: LetterEvent, content?: CommandContent) => Promise<CommandAnswer>;
  /** An act on the only open task of that node, or the only one. */
  readonly act: (letterId: string, actor: Actor, outcome: string, rest?: { readonly node?: string; readonly content?: CommandContent } & Partial<Extract<LetterEvent, { type: 'act' }>>) => Promise<CommandAnswer>;
  readonly close: () => Promise<void>;
};

export async function openWorkerStack(pool: Pool, options: { readonly poolSize?: number } = {}): Promise<WorkerStack> {
  const { address, namespace } = await getTestTemporal();
  const dataConverter = createDataConverter({ active: 'test', keys: new Map([['test', randomBytes(32)]]) });
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const letters = createLetterClient(client);
  const folder = mkdtempSync(join(tmpdir(), 'saraban-stack-'));
  const files = withLayers(createDiskStore(join(folder, 'files')));
  const keyFile = join(folder, 'audit-key.pem');
  writeFileSync(keyFile, createAuditKeyFile());
  const { code } = await workflowBundle();
  const bundle = { code, buildId: createHash('sha256').update(code).digest('hex').slice(0, 16) };
  const logged: string[] = [];
  const write = (level: string) => (fields: object, text: string): void => {
    const { err } = fields as { err?: unknown };
    logged.push(`${level} ${text} ${err instanceof Error ? err.stack ?? err.message : ''}`);
  };
  const log: PartLog = { info: write('info'), warn: write('warn'), error: write('error') };
  const workers: RunningWorker[] = [];
  const send: WorkerStack['send'] = async (letterId, event, content = {}) => {
    const id = await writeCommand(pool, { letterId, event, content });
    return letters.offer({ id, letterId, event, timeoutMs: 30_000 });
  };
  return {
    client, letters, files, folder, logged, send,
    async startWorker() {
      const worker = await runWorker({
        pool, files, native, connection, client, namespace, dataConverter, poolSize: options.poolSize ?? 10, mailFolder: join(folder, 'mail'), log, bundle,
        auditKey: readAuditKey(keyFile),
      });
      workers.push(worker);
      await worker.ready;
      return worker;
    },
    async act(letterId, actor, outcome, { node, content, ...rest } = {}) {
      const { rows } = await pool.query<{ id: string; rev: number }>(
        `SELECT id, rev FROM task WHERE letter_id = $1 AND status = 'open' AND ($2::text IS NULL OR node_id = $2) ORDER BY opened_seq, id LIMIT 1`,
        [letterId, node ?? null],
      );
      const task = rows[0];
      if (task === undefined) throw new Error(`no open task ${node ?? ''} on ${letterId}`);
      const at = new Date().toISOString();
      return send(letterId, { type: 'act', at, actor, taskId: task.id, rev: task.rev, outcome, hasNote: content?.note !== undefined, ...rest }, content);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await connection.close();
      await native.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The code with which an update was refused. */
export function refusalCode(error: unknown): string | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  return (error.cause as { type?: string } | undefined)?.type ?? null;
}

/** Waits until `look` finds something; fails with what was seen last. For what happens beside the act that was awaited. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>, what: string, timeoutMs = 60_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
