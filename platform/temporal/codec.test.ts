import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { createEncryptionCodec, createKeyFile, readKeyRing } from './codec';

const NOTE = 'เห็นควรมอบกลุ่มงานปกครองดำเนินการ';
const folder = mkdtempSync(join(tmpdir(), 'saraban-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ringOf = (content: string) => {
  const path = join(folder, 'keys.json');
  writeFileSync(path, content);
  return readKeyRing(path);
};
const ring = ringOf(createKeyFile());
const codec = createEncryptionCodec(ring);
const payload = (): Payload => defaultPayloadConverter.toPayload({ note: NOTE });
const encrypt = async () => (await codec.encode([payload()]))[0]!;

test('a payload comes back as it was', async () => {
  expect(defaultPayloadConverter.fromPayload((await codec.decode([await encrypt()]))[0]!)).toEqual({ note: NOTE });
});

test('what is written holds nothing of the content', async () => {
  const written = await encrypt();
  expect(Buffer.from(written.data!).includes(Buffer.from(NOTE))).toBe(false);
  expect(Buffer.from(written.metadata!['encoding']!).toString()).toBe('binary/encrypted');
});

test('the same content is written differently each time', async () => {
  expect(Buffer.from((await encrypt()).data!).equals(Buffer.from((await encrypt()).data!))).toBe(false);
});

test('a changed byte is noticed', async () => {
  const written = await encrypt();
  written.data![20] = written.data![20]! ^ 1;
  await expect(codec.decode([written])).rejects.toThrow();
});

test('a payload cut short is refused', async () => {
  const written = await encrypt();
  await expect(codec.decode([{ ...written, data: written.data!.subarray(0, 10) }])).rejects.toThrow('cut short');
});

test('payloads of an earlier key can be read after a new key became active', async () => {
  const second = Buffer.alloc(32, 9);
  const rotated = createEncryptionCodec({ active: 'k2', keys: new Map([...ring.keys, ['k2', second]]) });
  expect(defaultPayloadConverter.fromPayload((await rotated.decode([await encrypt()]))[0]!)).toEqual({ note: NOTE });
  const written = (await rotated.encode([payload()]))[0]!;
  expect(Buffer.from(written.metadata!['encryption-key-id']!).toString()).toBe('k2');
  await expect(codec.decode([written])).rejects.toThrow('no key k2');
});

test('a payload relabelled with another key is refused', async () => {
  const key = Buffer.alloc(32, 1);
  const both = createEncryptionCodec({ active: 'a', keys: new Map([['a', key], ['b', key]]) });
  const written = (await both.encode([payload()]))[0]!;
  await expect(both.decode([{ ...written, metadata: { ...written.metadata, 'encryption-key-id': Buffer.from('b') } }])).rejects.toThrow();
});

test('a payload that was never encrypted is read as it is', async () => {
  expect(await codec.decode([payload()])).toEqual([payload()]);
});

test.each([
  ['no JSON', '{', 'not JSON'],
  ['another form', '{"key":"x"}', 'has not the form'],
  ['a short key', JSON.stringify({ active: 'k', keys: { k: 'AAAA' } }), 'has 3 bytes; it needs 32'],
  ['an active key that is not there', JSON.stringify({ active: 'z', keys: { k: Buffer.alloc(32).toString('base64') } }), 'has no key z'],
])('a key file with %s is refused in words', (_what, content, message) => {
  expect(() => ringOf(content)).toThrow(message);
});

test('a key file that is not there is named', () => {
  expect(() => readKeyRing(join(folder, 'none.json'))).toThrow('none.json cannot be read');
});
