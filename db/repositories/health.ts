import type { Tx } from '../tx';

/** Throws when the database does not answer. */
export async function ping(tx: Tx): Promise<void> {
  await tx.query('select 1');
}

/** Age in seconds of the oldest command that is not yet applied; null where there is none. */
export async function findOldestPending(tx: Tx): Promise<number | null> {
  const { rows } = await tx.query<{ age: number | null }>(
    `select extract(epoch from clock_timestamp() - min(created_at))::float8 as age from command where status = 'pending'`,
  );
  return rows[0]?.age ?? null;
}
