import type { Tx } from '../../tx';

/** Marks a letter whose execution knew more than this database: nothing drives it until an operator has looked at it. */
export async function flagAhead(db: Tx, { letterId, seq, storedSeq }: { readonly letterId: string; readonly seq: number; readonly storedSeq: number }): Promise<void> {
  await db.query(
    `UPDATE letter SET ahead_flag = jsonb_build_object('seq', $2::int, 'storedSeq', $3::int, 'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     WHERE id = $1`,
    [letterId, seq, storedSeq],
  );
}

/** The operator has looked at the letter: it may be driven again from what this database has. */
export async function clearFlag(db: Tx, letterId: string): Promise<void> {
  await db.query('UPDATE letter SET ahead_flag = NULL WHERE id = $1', [letterId]);
}
