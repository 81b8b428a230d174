import type { Tx } from '../tx';
import type { Name } from './readers';
import { nameJson } from './sql';

/** A person's name and the offices in which the person has or had a post; null where there is no such person. */
export async function findPersonOffices(tx: Tx, personId: string): Promise<{ readonly name: Name; readonly officeIds: readonly string[] } | null> {
  const { rows } = await tx.query<{ name: Name; officeIds: readonly string[] }>(
    `select ${nameJson('h')} as name, (select coalesce(json_agg(distinct p.office_id), '[]') from appointment a join post p on p.id = a.post_id where a.person_id = h.id) as "officeIds"
       from person h where h.id = $1`,
    [personId],
  );
  return rows[0] ?? null;
}
