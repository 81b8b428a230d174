import type { Pool } from 'pg';
import { createPool } from '#db/client';
import { findOfficeByCode } from '#db/repositories/directory-reads';
import { loadConfig } from '#platform/config';

/** Does something for an office named by its code. @throws Error where there is none */
export async function withOffice(code: string, work: (pool: Pool, officeId: string) => Promise<void>): Promise<void> {
  const pool = createPool(loadConfig().database.url, { max: 2, applicationName: 'saraban-cli' });
  try {
    const officeId = await findOfficeByCode(pool, code);
    if (officeId === null) throw new Error(`There is no office with the code ${code}`);
    await work(pool, officeId);
  } finally {
    await pool.end();
  }
}
