/**
 * Takes what transitions have left in the outbox out of the database, oldest first per order key. Any number of relays may
 * run; each row is carried out at least once, under an id that makes a repetition harmless.
 */
import type { Pool } from 'pg';
import { CARRY_OUT } from '#activities/effects/carry-out';
import type { EffectDeps } from '#activities/effects/effect';
import { CHANNELS } from '#db/channels';
import { listen } from '#db/listen';
import { leaseOutbox, markSent, nextOutboxDelay, postpone, type OutboxRow } from '#db/repositories/outbox';
import type { Part, PartLog } from './part';
import { createLoop } from './loop';

const BATCH = 32;
const IDLE_MS = 1_000;
const MOST_DOUBLINGS = 8;

export type RelayDeps = EffectDeps & {
  readonly pool: Pool;
  readonly log: PartLog;
  /** Told of every row that was tried. */
  readonly onDone?: (kind: string, result: 'sent' | 'failed') => void;
};

export function startRelay(deps: RelayDeps): Part {
  const { pool, log } = deps;
  const loop = createLoop(async () => {
    const rows = await leaseOutbox(pool, BATCH);
    if (rows.length === 0) return Math.min(Math.max((await nextOutboxDelay(pool)) ?? IDLE_MS, 5), IDLE_MS);
    const results = await Promise.all(rows.map((row) => carry(deps, row)));
    await markSent(pool, rows.flatMap((row, index) => (results[index] === true ? [row.id] : [])));
    return 0;
  }, log);
  const stopListening = listen(pool, CHANNELS.outbox, loop.wake);
  return {
    async stop() {
      await stopListening();
      await loop.stop();
    },
  };
}

/** Whether the row is done. */
async function carry(deps: RelayDeps, row: OutboxRow): Promise<boolean> {
  const { pool, log, onDone } = deps;
  try {
    const result = await CARRY_OUT[row.kind](deps, row);
    if (result === 'sent') {
      onDone?.(row.kind, 'sent');
      return true;
    }
    await postpone(pool, { id: row.id, seconds: result.later, error: result.why });
  } catch (error) {
    onDone?.(row.kind, 'failed');
    log.warn({ err: error, kind: row.kind, outboxId: row.id, attempts: row.attempts }, 'an effect could not be carried out; it is tried again');
    const seconds = 2 ** Math.min(row.attempts, MOST_DOUBLINGS);
    await postpone(pool, { id: row.id, seconds, error: error instanceof Error ? error.message.slice(0, 500) : 'unknown' });
  }
  return false;
}
