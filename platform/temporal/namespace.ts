import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

const ALREADY_EXISTS = 6;
const RETENTION = '30 days';
const PATIENCE_MS = 30_000;

/**
 * Makes sure that the namespace is there and usable. Safe to repeat. Throws when the server refuses (a managed cluster, where an
 * administrator makes it) or does not offer it within 30 seconds. Letters carry no search attributes of ours: whoever looks for a
 * letter asks PostgreSQL, and an attribute would be one more record to write for each letter.
 */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const { workflowService } = connection;
  // A server that has just begun to listen refuses for a moment more.
  await untilUsable(() => ignoreExisting(workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(RETENTION) })));
  // A server learns of a new namespace a moment later; until then a query for it fails.
  await untilUsable(() => workflowService.countWorkflowExecutions({ namespace }));
}

async function ignoreExisting(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

async function untilUsable(call: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await call();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}
