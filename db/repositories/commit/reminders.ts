import type { Tx } from '../../tx';

/** Persons whom a supervisor has reminded of a task on a day of Bangkok. */
export async function findReminded(tx: Tx, { letterId, taskId, day }: { readonly letterId: string; readonly taskId: string; readonly day: string }): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ personId: string }>({
    name: 'commit_reminded',
    text: 'SELECT person_id AS "personId" FROM reminder WHERE letter_id = $1 AND task_id = $2 AND day = $3::date',
    values: [letterId, taskId, day],
  });
  return new Set(rows.map(({ personId }) => personId));
}
