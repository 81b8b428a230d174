import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '#domain/errors';
import { assertRange, assertSha256, type ObjectStore, type StoredObject } from './object-store';
import { spool } from './spool';

/**
 * Objects as files in `folder/ab/cd/<sha256>`. A file is written beside, flushed to the disk, and moved into place; the folder is flushed
 * after that: a power cut leaves either the whole object or none.
 */
export function createDiskStore(folder: string): ObjectStore {
  const incoming = join(folder, 'incoming');
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function find(sha256: string): Promise<StoredObject | null> {
    const found = await stat(pathOf(sha256)).catch(ignoreMissing);
    return found === null ? null : { sha256, size: found.size };
  }

  return {
    async put(content, options = {}) {
      return spool({ folder: incoming, content, options }, async (temporary, stored) => {
        const target = pathOf(stored.sha256);
        if ((await find(stored.sha256))?.size !== stored.size) await moveIntoPlace(temporary, target);
        // Also for a file found there: whoever moved it may not have come as far as this.
        for (const path of [dirname(target), dirname(dirname(target)), folder]) await syncFolder(path);
      });
    },

    async get(sha256, range): Promise<Readable> {
      assertSha256(sha256);
      const file = await open(pathOf(sha256), 'r').catch(ignoreMissing);
      if (file === null) throw new DomainError('NOT_FOUND');
      if (range === undefined) return file.createReadStream();
      try {
        assertRange(range, (await file.stat()).size);
      } catch (error) {
        await file.close();
        throw error;
      }
      return file.createReadStream(range);
    },

    async stat(sha256) {
      assertSha256(sha256);
      return find(sha256);
    },

    async exists(sha256) {
      assertSha256(sha256);
      return (await find(sha256)) !== null;
    },

    async delete(sha256) {
      assertSha256(sha256);
      await rm(pathOf(sha256), { force: true });
    },

    async check() {
      await mkdir(incoming, { recursive: true });
      const probe = join(incoming, `probe-${randomUUID()}`);
      const file = await open(probe, 'wx');
      await file.close();
      await rm(probe, { force: true });
    },
  };
}

async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rename(temporary, target);
}

/** A new name, and the folders that may have been made for it, are entries of their parents. */
async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders; there a rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
