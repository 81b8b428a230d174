/**
 * The rows that letters compete for. Order of locks in every commit: letter, deliveries by id, counters by (year, book).
 */
import type { Tx } from '../../tx';

/** A counter held by this transaction, as it is now. */
export type LockedCounter = {
  readonly bookId: string;
  readonly yearBe: number;
  readonly lastNo: number;
  readonly lastDate: string | null;
  /** Date of the book's last entry in any year. */
  readonly lastDateOfBook: string | null;
  /** The database's clock, read after the lock was granted. */
  readonly now: string;
};

/**
 * Locks the counters of some books for one Buddhist year, making those that are not there yet, in order of book id.
 * The upsert returns only after each lock is granted, so the clock it reads is the clock after the lock.
 */
export async function lockCounters(tx: Tx, yearBe: number, bookIds: readonly string[]): Promise<readonly LockedCounter[]> {
  const { rows } = await tx.query<LockedCounter>({
    name: 'commit_lock_counters',
    text: `INSERT INTO number_counter AS c (book_id, year_be)
      SELECT id, $1 FROM unnest($2::uuid[]) AS id ORDER BY id
      ON CONFLICT (book_id, year_be) DO UPDATE SET last_no = c.last_no
      RETURNING book_id AS "bookId", year_be AS "yearBe", last_no AS "lastNo", to_char(last_date, 'YYYY-MM-DD') AS "lastDate",
        (SELECT to_char(max(o.last_date), 'YYYY-MM-DD') FROM number_counter o WHERE o.book_id = c.book_id) AS "lastDateOfBook",
        to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
    values: [yearBe, bookIds],
  });
  return rows;
}

/** What a delivery may become, and from which states. The one place where recall and registration meet. */
const MAY_BECOME = {
  registered: ['sent'],
  returned: ['sent'],
  recalled: ['sent'],
  acknowledged: ['sent', 'registered'],
} as const;

/** What is written down with the change. */
const INSTANT_OF: { readonly [S in keyof typeof MAY_BECOME]: string } = {
  registered: ', registered_at = $3',
  acknowledged: ', acknowledged_at = $3',
  returned: ', arrived_at = coalesce(arrived_at, $3), returned_at = $3',
  recalled: ', arrived_at = coalesce(arrived_at, $3)',
};

/**
 * Compare-and-set of a delivery row. Gives what the row was found to be: the change took place where `status` is among
 * the states it may start from; otherwise nothing has changed. Null where there is no such delivery.
 */
export async function claimDelivery(
  tx: Tx,
  { deliveryId, to, at }: { readonly deliveryId: string; readonly to: keyof typeof MAY_BECOME; readonly at: string },
): Promise<{ readonly won: boolean; readonly status: string } | null> {
  const locked = await tx.query<{ status: string }>({
    name: 'commit_lock_delivery',
    text: 'SELECT status FROM delivery WHERE id = $1 FOR UPDATE',
    values: [deliveryId],
  });
  const status = locked.rows[0]?.status;
  if (status === undefined) return null;
  const allowed: readonly string[] = MAY_BECOME[to];
  if (!allowed.includes(status)) return { won: false, status };
  await tx.query({
    name: `commit_claim_delivery_${to}`,
    text: `UPDATE delivery SET status = $2${INSTANT_OF[to]} WHERE id = $1`,
    values: [deliveryId, to, at],
  });
  return { won: true, status };
}
