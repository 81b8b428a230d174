/** Searches that people keep for themselves or for their office. Whoever opens one finds what they may see themselves, nothing else. */
import type { SavedSearch } from '#domain/contracts/search';
import type { Tx } from '../tx';
import { nameJson, officeRef } from './sql';

type Whose = { readonly personId: string; readonly officeIds: readonly string[] };

/** One's own and those shared with one's offices, by name. */
export async function listSavedSearches(tx: Tx, { personId, officeIds }: Whose): Promise<SavedSearch[]> {
  const { rows } = await tx.query<SavedSearch>({
    name: 'saved_searches',
    text: `select s.id, s.name, s.query, s.person_id = $1 as "isMine", ${officeRef('o')} as office, ${nameJson('p')} as owner
      from saved_search s join person p on p.id = s.person_id left join office o on o.id = s.office_id
      where s.person_id = $1 or s.office_id = any($2::uuid[]) order by s.name collate "th-x-icu", s.id`,
    values: [personId, officeIds],
  });
  return rows;
}

export async function countSavedSearches(tx: Tx, personId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from saved_search where person_id = $1', [personId]);
  return rows[0]!.n;
}

export async function insertSavedSearch(tx: Tx, search: Pick<SavedSearch, 'name' | 'query'> & { readonly personId: string; readonly officeId: string | null; readonly at: string }): Promise<void> {
  await tx.query('insert into saved_search (person_id, office_id, name, query, created_at) values ($1, $2, $3, $4, $5)', [
    search.personId, search.officeId, search.name, JSON.stringify(search.query), search.at,
  ]);
}

/** Only its owner takes a search away; false where there is none of that id. */
export async function deleteSavedSearch(tx: Tx, { id, personId }: { readonly id: string; readonly personId: string }): Promise<boolean> {
  const { rowCount } = await tx.query('delete from saved_search where id = $1 and person_id = $2', [id, personId]);
  return rowCount === 1;
}
