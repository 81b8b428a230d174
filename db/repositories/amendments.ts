/** Corrections of entries: only ever added. */
import type { AmendedField } from '#domain/numbering/amendment';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';

/** Locks an entry of a year of a book; null where it is none of them. */
export async function lockEntry(tx: Tx, { entryId, bookId, yearBe }: { readonly entryId: string; readonly bookId: string; readonly yearBe: number }): Promise<{ readonly no: number } | null> {
  const { rows } = await tx.query<{ no: number }>('select no from register_entry where id = $1 and book_id = $2 and year_be = $3 for update', [entryId, bookId, yearBe]);
  return rows[0] ?? null;
}

type NewAmendment = { readonly entryId: string; readonly field: AmendedField; readonly oldValue: string; readonly newValue: string; readonly reason: string; readonly by: RecordedBy };

/** Adds a correction behind those that are there; the caller holds the entry's lock. */
export async function addAmendment(tx: Tx, { entryId, field, oldValue, newValue, reason, by }: NewAmendment): Promise<void> {
  await tx.query(
    `insert into register_amendment (entry_id, seq, field, old_value, new_value, reason, at, person_id, post_id)
     select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from register_amendment where entry_id = $1`,
    [entryId, field, oldValue, newValue, reason, by.at, by.personId, by.postId],
  );
}
