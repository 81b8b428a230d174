/** What a person has arranged for themself. */
import type { Desk } from '#domain/contracts/desk';
import type { Tx } from '../tx';

/** A person's own arrangement; null where there is none yet. */
export async function findDesk(tx: Tx, personId: string): Promise<Desk | null> {
  const { rows } = await tx.query<Desk>({
    name: 'desk',
    text: `select rev, filters, phrases, favourite_unit_ids as "favouriteUnitIds", coalesce(favourite_post_ids, '{}') as "favouritePostIds" from desk where person_id = $1`,
    values: [personId],
  });
  return rows[0] ?? null;
}

/** Writes the arrangement that follows on revision `desk.rev`; false where another one has come in between. */
export async function saveDesk(tx: Tx, { personId, desk, at }: { readonly personId: string; readonly desk: Desk; readonly at: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into desk (person_id, rev, filters, phrases, favourite_unit_ids, favourite_post_ids, changed_at) values ($1, $2::int + 1, $3, $4, $5, $6, $7)
     on conflict (person_id) do update set rev = excluded.rev, filters = excluded.filters, phrases = excluded.phrases,
       favourite_unit_ids = excluded.favourite_unit_ids, favourite_post_ids = excluded.favourite_post_ids, changed_at = excluded.changed_at where desk.rev = $2`,
    [personId, desk.rev, JSON.stringify(desk.filters), desk.phrases, desk.favouriteUnitIds, desk.favouritePostIds, at],
  );
  return rowCount === 1;
}

/** How many of the units belong to one of the offices. */
export async function countUnitsOf(tx: Tx, { unitIds, officeIds }: { readonly unitIds: readonly string[]; readonly officeIds: readonly string[] }): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from unit where id = any($1::uuid[]) and office_id = any($2::uuid[])', [unitIds, officeIds]);
  return rows[0]?.n ?? 0;
}

/** How many of the posts belong to one of the offices. */
export async function countPostsOf(tx: Tx, { postIds, officeIds }: { readonly postIds: readonly string[]; readonly officeIds: readonly string[] }): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from post where id = any($1::uuid[]) and office_id = any($2::uuid[])', [postIds, officeIds]);
  return rows[0]?.n ?? 0;
}
