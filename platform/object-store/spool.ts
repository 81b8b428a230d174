import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assertExpected, createMeter, type PutOptions, type StoredObject } from './object-store';

/**
 * Writes a stream to a temporary file in `folder`, flushed to the disk, and gives it to `keep` once hash and size are known and
 * as announced. The file is gone afterwards, whatever happens, unless `keep` has moved it.
 */
export async function spool(
  { folder, content, options }: { folder: string; content: Readable; options: PutOptions },
  keep: (path: string, stored: StoredObject) => Promise<void>,
): Promise<StoredObject> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  // Opened before the stream runs: one that breaks at once must not make the file after it was removed.
  const file = await open(path, 'wx', 0o640);
  try {
    const meter = createMeter(options.maxBytes);
    await pipeline(content, meter.stream, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await file.appendFile(chunk);
    });
    await file.sync();
    const stored = meter.result();
    assertExpected(stored, options);
    await keep(path, stored);
    return stored;
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
