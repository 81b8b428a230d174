import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';

const ALREADY_EXISTS = 6;
const RETENTION = '30 days';
const PATIENCE_MS = 30_000;

/** Search attributes for operators and the reconciler. Never a subject, a person or an office: they are not encrypted. */
export const SEARCH_ATTRIBUTES: { readonly [name: string]: temporal.api.enums.v1.IndexedValueType } = {
  LetterSeq: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_INT,
};

/**
 * Makes sure that the namespace and our search attributes are there and usable. Safe to repeat. Throws when the server
 * refuses (a managed cluster, where an administrator makes them) or does not offer them within 30 seconds.
 */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const { workflowService, operatorService } = connection;
  // A server that has just begun to listen refuses for a moment more.
  await untilUsable(() => ignoreExisting(workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(RETENTION) })));
  await untilUsable(() => ignoreExisting(operatorService.addSearchAttributes({ namespace, searchAttributes: SEARCH_ATTRIBUTES })));
  // A server learns of a new namespace or attribute a moment later; until then a query for it fails.
  await untilUsable(() => workflowService.countWorkflowExecutions({ namespace, query: 'LetterSeq < 0' }));
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
