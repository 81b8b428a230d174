import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Client } from 'minio';
import { DomainError } from '#domain/errors';
import type { S3Config } from '../config';
import { assertRange, assertSha256, type ObjectStore, type StoredObject } from './object-store';
import { spool } from './spool';

const MISSING = new Set(['NoSuchKey', 'NotFound', 'NoSuchObject']);
/** Larger objects go up in parts of this size; the service shows none of them before the last has come. */
const PART_SIZE = 64 * 1024 * 1024;

/**
 * Objects in a bucket under `ab/cd/<sha256>`; the bucket is made at the first write. Only plain calls (put, get, head, delete). The
 * content is first kept in `spoolFolder`: its hash is its name, and what is refused never reaches the service.
 */
export function createS3Store({ endpoint, bucket, accessKey, secretKey, region }: S3Config, spoolFolder: string): ObjectStore {
  const { hostname, port, protocol } = new URL(endpoint);
  const useSSL = protocol === 'https:';
  const client = new Client({ endPoint: hostname, port: port === '' ? (useSSL ? 443 : 80) : Number(port), useSSL, accessKey, secretKey, region, partSize: PART_SIZE });
  const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
  let bucketReady: Promise<void> | undefined;

  function ensureBucket(): Promise<void> {
    bucketReady ??= makeBucket(client, bucket, region).catch((error: unknown) => {
      bucketReady = undefined;
      throw error;
    });
    return bucketReady;
  }

  async function find(sha256: string): Promise<StoredObject | null> {
    try {
      const { size } = await client.statObject(bucket, keyOf(sha256));
      return { sha256, size };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  return {
    async put(content, options = {}) {
      return spool({ folder: spoolFolder, content, options }, async (path, stored) => {
        await ensureBucket();
        if ((await find(stored.sha256))?.size === stored.size) return;
        await client.putObject(bucket, keyOf(stored.sha256), createReadStream(path), stored.size, { 'Content-Type': 'application/octet-stream' });
      });
    },

    async get(sha256, range): Promise<Readable> {
      assertSha256(sha256);
      try {
        if (range === undefined) return await client.getObject(bucket, keyOf(sha256));
        const found = await find(sha256);
        if (found === null) throw new DomainError('NOT_FOUND');
        assertRange(range, found.size);
        return await client.getPartialObject(bucket, keyOf(sha256), range.start, range.end - range.start + 1);
      } catch (error) {
        if (isMissing(error)) throw new DomainError('NOT_FOUND');
        throw error;
      }
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
      await client.removeObject(bucket, keyOf(sha256)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },

    async check() {
      await ensureBucket();
      if (!(await client.bucketExists(bucket))) throw new Error(`The bucket ${bucket} is gone`);
    },
  };
}

async function makeBucket(client: Client, bucket: string, region: string): Promise<void> {
  if (await client.bucketExists(bucket)) return;
  await client.makeBucket(bucket, region).catch((error: unknown) => {
    // Another process made it in between.
    if (codeOf(error) !== 'BucketAlreadyOwnedByYou') throw error;
  });
}

/** A bucket that is not there yet holds no object. */
function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && (MISSING.has(code) || code === 'NoSuchBucket');
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
