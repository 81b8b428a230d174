/**
 * What must leave the database, row by row. A row is leased, carried out, and marked as sent; whoever dies in between leaves
 * it to the next after the lease. Rows of one order key go one after another.
 */
import { CHANNELS } from '../channels';
import type { Tx } from '../tx';

export type OutboxKind = 'deliver' | 'recall' | 'nudge' | 'render' | 'mail';
export type OutboxRow = {
  readonly id: number;
  readonly effectId: string;
  readonly letterId: string;
  readonly kind: OutboxKind;
  readonly payload: { readonly [name: string]: unknown };
  /** Times it was tried before. */
  readonly attempts: number;
  readonly createdAt: string;
};

const LEASE = `interval '20 seconds'`;

/** Takes the oldest unsent rows that are due, at most one of an order key. Safe with any number of relays. */
export async function leaseOutbox(db: Tx, limit: number): Promise<readonly OutboxRow[]> {
  const { rows } = await db.query<OutboxRow>({
    name: 'outbox_lease',
    text: `WITH taken AS (
        SELECT o.id FROM outbox o
        WHERE o.sent_at IS NULL AND o.next_try_at <= clock_timestamp()
          AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.letter_id = o.letter_id AND e.order_key = o.order_key AND e.id < o.id AND e.sent_at IS NULL)
        ORDER BY o.next_try_at, o.id LIMIT $1 FOR UPDATE SKIP LOCKED)
      UPDATE outbox o SET next_try_at = clock_timestamp() + ${LEASE}, attempts = o.attempts + 1
      FROM taken WHERE o.id = taken.id
      RETURNING o.id, o.effect_id AS "effectId", o.letter_id AS "letterId", o.kind, o.payload, o.attempts - 1 AS attempts, o.created_at AS "createdAt"`,
    values: [limit],
  });
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Rows that have been carried out. */
export async function markSent(db: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query({
    name: 'outbox_sent',
    text: 'UPDATE outbox SET sent_at = clock_timestamp(), last_error = NULL WHERE id = ANY($1::bigint[])',
    values: [ids],
  });
}

/** Try a row again after a while: it failed, or waits for something (then `error` is null). */
export async function postpone(db: Tx, { id, seconds, error }: { readonly id: number; readonly seconds: number; readonly error: string | null }): Promise<void> {
  await db.query({
    name: 'outbox_postpone',
    text: `UPDATE outbox SET next_try_at = clock_timestamp() + $2 * interval '1 second', last_error = $3 WHERE id = $1 AND sent_at IS NULL`,
    values: [id, seconds, error],
  });
}

/** What waits of these kinds for this letter need not wait any longer. */
export async function hasten(db: Tx, { letterId, kinds }: { readonly letterId: string; readonly kinds: readonly OutboxKind[] }): Promise<void> {
  await db.query(
    `WITH hastened AS (
       UPDATE outbox SET next_try_at = clock_timestamp() WHERE letter_id = $1 AND kind = ANY($2::text[]) AND sent_at IS NULL RETURNING id)
     SELECT pg_notify('${CHANNELS.outbox}', '') WHERE EXISTS (SELECT 1 FROM hastened)`,
    [letterId, kinds],
  );
}

/** Milliseconds until the next unsent row may be tried; null where nothing waits. */
export async function nextOutboxDelay(db: Tx): Promise<number | null> {
  const { rows } = await db.query<{ ms: number | null }>({
    name: 'outbox_next',
    text: 'SELECT (extract(epoch FROM min(next_try_at) - clock_timestamp()) * 1000)::float8 AS ms FROM outbox WHERE sent_at IS NULL',
    values: [],
  });
  return rows[0]?.ms ?? null;
}
