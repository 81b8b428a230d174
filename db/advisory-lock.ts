import type { Pool } from 'pg';

/** Runs `work` while holding a lock of the whole database; null where somebody else holds it. Held by a connection of its own. */
export async function withAdvisoryLock<Result>(pool: Pool, name: string, work: () => Promise<Result>): Promise<Result | null> {
  const client = await pool.connect();
  let isHeld = false;
  try {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [name]);
    isHeld = rows[0]?.held === true;
    return isHeld ? await work() : null;
  } finally {
    if (isHeld) await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => undefined);
    client.release();
  }
}
