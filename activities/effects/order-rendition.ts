/** Orders a PDF to be made on the queue `documents`; where there is nothing to stamp it only says so. */
import { insertLetterEvent } from '#db/repositories/exchange';
import type { OutboxRow } from '#db/repositories/outbox';
import { hasMainDocument } from '#db/repositories/renditions';
import { machineEventKey } from '#domain/ids';
import { textOf, type EffectDeps, type EffectResult } from './effect';

export async function orderRendition({ pool, letters, hasRenderer }: EffectDeps, row: OutboxRow): Promise<EffectResult> {
  const effectId = textOf(row, 'effectId');
  const what = textOf(row, 'what') === 'final' ? 'final' : 'stamps';
  const { letterId } = row;
  const isNeeded = hasRenderer && (what === 'final' || (await hasMainDocument(pool, letterId)));
  if (isNeeded) {
    await letters.carryOut({ outboxId: row.effectId, letterId, kind: 'render', effectId, what });
    return 'sent';
  }
  await insertLetterEvent(pool, {
    letterId,
    key: machineEventKey.effect(effectId),
    event: { type: 'effectReported', at: row.createdAt, effectId, ok: true },
  });
  return 'sent';
}
