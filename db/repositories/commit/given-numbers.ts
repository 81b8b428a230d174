/** Reserved numbers that are kept for a letter: it takes them instead of the next ones. */
import type { Tx } from '../../tx';

export type GivenNumber = {
  readonly id: string;
  readonly bookId: string;
  readonly no: number;
  readonly yearBe: number;
  readonly date: string;
  readonly kind: 'reserved' | 'outage';
  readonly untilDay: string;
  readonly madeAt: string;
  readonly reason: string;
  readonly reservedBy: string;
  readonly givenBy: string;
  readonly givenReason: string;
  /** When it was used on paper; of an outage sheet only. */
  readonly usedAt: string | null;
};

/** Those that are still kept for the letter, held until the transaction ends. Call it after the counters are locked. */
export async function lockGivenNumbers(tx: Tx, letterId: string): Promise<readonly GivenNumber[]> {
  const { rows } = await tx.query<GivenNumber>({
    name: 'commit_lock_given_numbers',
    text: `SELECT e.id, e.book_id AS "bookId", e.no, e.year_be AS "yearBe", to_char(e.entry_date, 'YYYY-MM-DD') AS date, b.kind, to_char(b.until_day, 'YYYY-MM-DD') AS "untilDay",
        b.made_at AS "madeAt", e.reason, coalesce(e.person_id::text, '') AS "reservedBy", coalesce(e.given_by::text, '') AS "givenBy", e.given_reason AS "givenReason", e.used_at AS "usedAt"
      FROM register_entry e JOIN number_block b ON b.id = e.block_id
      WHERE e.given_to = $1 AND e.status = 'reserved' ORDER BY e.book_id, e.no FOR UPDATE OF e`,
    values: [letterId],
  });
  return rows;
}
