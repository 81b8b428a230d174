import type { Tx } from '../../tx';

/** The letter's main documents other than this one are no longer the letter. */
export async function supersedeMain(tx: Tx, { letterId, by, at }: { readonly letterId: string; readonly by: string; readonly at: string }): Promise<void> {
  await tx.query(
    `UPDATE document SET superseded_at = $3 WHERE letter_id = $1 AND role = 'main' AND id <> $2 AND superseded_at IS NULL`,
    [letterId, by, at],
  );
}
