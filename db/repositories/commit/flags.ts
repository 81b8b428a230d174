import type { Tx } from '../../tx';

/** Marks a letter whose execution knew more than this database: nothing drives it until an operator has looked at it. */
export async function flagAhead(db: Tx, { letterId, seq, storedSeq }: { readonly letterId: string; readonly seq: number; readonly storedSeq: number }): Promise<void> {
  await db.query(
    `UPDATE letter SET ahead_flag = jsonb_build_object('seq', $2::int, 'storedSeq', $3::int, 'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     WHERE id = $1`,
    [letterId, seq, storedSeq],
  );
}

/** The operator has looked at the letter: it may be driven again from what this database has. Its office; null where there is no such letter. */
export async function clearFlag(db: Tx, letterId: string): Promise<string | null> {
  const { rows } = await db.query<{ officeId: string }>('UPDATE letter SET ahead_flag = NULL WHERE id = $1 RETURNING office_id AS "officeId"', [letterId]);
  return rows[0]?.officeId ?? null;
}
