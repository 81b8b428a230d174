/** Links between letters that people make, and take away again with a reason; nothing of them is ever deleted. */
import type { Tx } from '../tx';

export type NewMatterLink = { readonly fromLetterId: string; readonly toLetterId: string; readonly reason: string; readonly at: string; readonly personId: string };

/** Null where the two are linked by hand already. */
export async function insertMatterLink(tx: Tx, { fromLetterId, toLetterId, reason, at, personId }: NewMatterLink): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into matter_link (from_letter_id, to_letter_id, reason, created_at, created_by) values ($1, $2, $3, $4, $5) on conflict do nothing returning id',
    [fromLetterId, toLetterId, reason, at, personId],
  );
  return rows[0]?.id ?? null;
}

/** The letters at both ends of a link, in force or not; null where there is none of that id. */
export async function findMatterLink(tx: Tx, id: string): Promise<{ readonly fromLetterId: string; readonly toLetterId: string } | null> {
  const { rows } = await tx.query<{ fromLetterId: string; toLetterId: string }>(
    'select from_letter_id as "fromLetterId", to_letter_id as "toLetterId" from matter_link where id = $1', [id],
  );
  return rows[0] ?? null;
}

/** False where it is no longer in force. */
export async function removeMatterLink(tx: Tx, { id, at, personId, reason }: { readonly id: string; readonly at: string; readonly personId: string; readonly reason: string }): Promise<boolean> {
  const { rowCount } = await tx.query('update matter_link set removed_at = $2, removed_by = $3, removed_reason = $4 where id = $1 and removed_at is null', [id, at, personId, reason]);
  return rowCount === 1;
}
