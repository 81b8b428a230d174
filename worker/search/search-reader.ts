/** Reads what has changed of letters within a second or two, so that they are found by it. Of several workers one reads at a time. */
import type { Pool } from 'pg';
import { createSearchReader } from '#activities/search/read-letters';
import { withAdvisoryLock } from '#db/advisory-lock';
import type { ObjectStore } from '#platform/object-store/object-store';
import { createLoop } from '../loop';
import type { Part, PartLog } from '../part';
import { createFileReader } from './file-reader';

const ROUND_MS = 1_000;
const BATCH = 100;

export function startSearchReader({ pool, files, log, roundMs = ROUND_MS }: { readonly pool: Pool; readonly files: ObjectStore; readonly log: PartLog; readonly roundMs?: number }): Part {
  const reader = createFileReader({ files, log });
  const read = createSearchReader({ pool, readFile: (file) => reader.read(file) });
  const loop = createLoop(async () => ((await withAdvisoryLock(pool, 'saraban/search-reader', () => read(BATCH))) === BATCH ? 0 : roundMs), log);
  return {
    async stop() {
      await loop.stop();
      await reader.close();
    },
  };
}
