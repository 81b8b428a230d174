import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Client } from 'minio';
import { getTestS3 } from '#test/support/servers';
import { withLayers } from './create';
import { createDiskStore } from './disk';
import type { ObjectStore } from './object-store';
import { createS3Store } from './s3';

// The S3 server may have to be built first.
jest.setTimeout(600_000);

type Bench = {
  readonly store: ObjectStore;
  /** Changes one byte of a stored object behind the store's back. */
  damage(sha256: string): Promise<void>;
  /** Everything that lies in the store: names of objects and leftovers of failed writes. */
  listAll(): Promise<readonly string[]>;
  close(): Promise<void>;
};

const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const files = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);

async function openDisk(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'saraban-store-'));
  return {
    store: withLayers(createDiskStore(folder)),
    async damage(sha256) {
      const bytes = await readFile(join(folder, keyOf(sha256)));
      bytes[0] = bytes[0]! ^ 1;
      await writeFile(join(folder, keyOf(sha256)), bytes);
    },
    listAll: () => files(folder),
    close: () => rm(folder, { recursive: true }),
  };
}

async function openS3(): Promise<Bench> {
  const { endpoint, bucket, accessKey, secretKey } = await getTestS3();
  const spool = await mkdtemp(join(tmpdir(), 'saraban-spool-'));
  const { hostname, port } = new URL(endpoint);
  const direct = new Client({ endPoint: hostname, port: Number(port), useSSL: false, accessKey, secretKey });
  const list = async (): Promise<string[]> => {
    const names: string[] = [];
    for await (const { name } of direct.listObjectsV2(bucket, '', true)) names.push(name.split('/').at(-1));
    return names;
  };
  return {
    store: withLayers(createS3Store({ endpoint, bucket, accessKey, secretKey, region: 'us-east-1' }, spool)),
    async damage(sha256) {
      const bytes = await buffer(await direct.getObject(bucket, keyOf(sha256)));
      bytes[0] = bytes[0]! ^ 1;
      await direct.putObject(bucket, keyOf(sha256), bytes);
    },
    listAll: async () => [...(await list()), ...(await files(spool))],
    close: () => rm(spool, { recursive: true }),
  };
}

describe.each([
  ['a folder on disk', openDisk],
  ['an S3 service', openS3],
])('%s', (_name, open) => {
  let bench: Bench;
  let store: ObjectStore;

  beforeAll(async () => {
    bench = await open();
    store = bench.store;
    await store.check();
  });
  afterAll(() => bench?.close());

  const put = (bytes: Buffer, options = {}) => store.put(Readable.from([bytes]), options);

  test('gives back what was put, under the hash of its content', async () => {
    const bytes = randomBytes(300_000);
    const stored = await put(bytes);
    expect(stored).toEqual({ sha256: sha256Of(bytes), size: bytes.length });
    expect((await buffer(await store.get(stored.sha256))).equals(bytes)).toBe(true);
    expect(await store.stat(stored.sha256)).toEqual(stored);
    expect(await store.exists(stored.sha256)).toBe(true);
  });

  test('gives back a range, both ends included', async () => {
    const bytes = randomBytes(10_000);
    const { sha256 } = await put(bytes);
    expect((await buffer(await store.get(sha256, { start: 10, end: 10 }))).equals(bytes.subarray(10, 11))).toBe(true);
    expect((await buffer(await store.get(sha256, { start: 9_000, end: 9_999 }))).equals(bytes.subarray(9_000))).toBe(true);
  });

  test.each([
    ['past the end', { start: 0, end: 100 }],
    ['backwards', { start: 5, end: 4 }],
    ['negative', { start: -1, end: 4 }],
  ])('refuses a range that is %s', async (_what, range) => {
    const { sha256 } = await put(Buffer.alloc(100, 7));
    await expect(store.get(sha256, range)).rejects.toMatchObject({ code: 'RANGE_INVALID' });
  });

  test('keeps an empty object', async () => {
    const stored = await store.put(Readable.from([]));
    expect(stored.size).toBe(0);
    expect((await buffer(await store.get(stored.sha256))).length).toBe(0);
  });

  test('keeps one object when the same content comes many times at once', async () => {
    const bytes = randomBytes(50_000);
    const stored = await Promise.all(Array.from({ length: 8 }, () => put(bytes)));
    expect(new Set(stored.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(bytes)]));
    expect((await bench.listAll()).filter((name) => name === sha256Of(bytes))).toHaveLength(1);
    expect((await buffer(await store.get(sha256Of(bytes)))).equals(bytes)).toBe(true);
  });

  test('refuses a content that is not the announced one, and keeps nothing of it', async () => {
    const bytes = randomBytes(1_000);
    await expect(put(bytes, { expectedSha256: sha256Of(Buffer.from('other')) })).rejects.toMatchObject({ code: 'FILE_HASH_MISMATCH' });
    expect(await store.exists(sha256Of(bytes))).toBe(false);
  });

  test('accepts the announced content', async () => {
    const bytes = randomBytes(1_000);
    expect((await put(bytes, { expectedSha256: sha256Of(bytes) })).sha256).toBe(sha256Of(bytes));
  });

  test('refuses a stream as soon as it is too long, and leaves nothing behind', async () => {
    const before = (await bench.listAll()).toSorted();
    let sent = 0;
    const endless = Readable.from(
      (function* generate() {
        for (;;) {
          sent += 65_536;
          yield Buffer.alloc(65_536, sent);
        }
      })(),
    );
    await expect(store.put(endless, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details: { maxBytes: 1_000_000 } });
    expect(sent).toBeLessThan(4_000_000);
    expect((await bench.listAll()).toSorted()).toEqual(before);
  });

  test('takes a file of exactly the limit', async () => {
    expect((await put(Buffer.alloc(1_000, 3), { maxBytes: 1_000 })).size).toBe(1_000);
  });

  test('leaves nothing behind when the sender breaks off', async () => {
    const before = (await bench.listAll()).toSorted();
    const broken = Readable.from(
      (function* generate() {
        yield randomBytes(100_000);
        throw new Error('connection reset');
      })(),
    );
    await expect(store.put(broken)).rejects.toThrow('connection reset');
    expect((await bench.listAll()).toSorted()).toEqual(before);
  });

  test('does not know an object that was never put', async () => {
    const unknown = sha256Of(randomBytes(8));
    expect(await store.exists(unknown)).toBe(false);
    expect(await store.stat(unknown)).toBeNull();
    await expect(store.get(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(store.get(unknown, { start: 0, end: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each(['../../etc/passwd', '', 'ABC', `${'a'.repeat(63)}/`])('takes %p for no object at all', async (name) => {
    await expect(store.get(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(store.delete(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('forgets what was deleted, and deleting twice is no error', async () => {
    const { sha256 } = await put(randomBytes(100));
    await store.delete(sha256);
    await store.delete(sha256);
    expect(await store.exists(sha256)).toBe(false);
  });

  test('a damaged object ends in an error when it is read whole', async () => {
    const { sha256 } = await put(randomBytes(200_000));
    await bench.damage(sha256);
    await expect(store.get(sha256).then(buffer)).rejects.toThrow('damaged');
  });
});
