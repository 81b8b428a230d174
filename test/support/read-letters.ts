import type { Pool } from 'pg';
import { createSearchReader } from '#activities/search/read-letters';

/** Reads everything that waits to be found, as the worker does within seconds. Texts of files by the SHA-256 of the file. */
export async function readLetters(pool: Pool, files: { readonly [sha256: string]: string } = {}): Promise<void> {
  const read = createSearchReader({ pool, readFile: ({ sha256 }) => Promise.resolve(files[sha256] ?? '') });
  while ((await read(2_000)) > 0);
}
