import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { z } from 'zod';

const ENCODING = 'binary/encrypted';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Keys by id. New payloads are written with the active one; payloads of the others can still be read. */
export type KeyRing = { readonly active: string; readonly keys: ReadonlyMap<string, Buffer> };

const keyFileSchema = z.object({ active: z.string().min(1), keys: z.record(z.string().min(1), z.string()) });

/** Reads a key file, `{"active":"k1","keys":{"k1":"<32 bytes in base64>"}}`. Throws in words for an operator, without the keys. */
export function readKeyRing(path: string): KeyRing {
  const parsed = keyFileSchema.safeParse(readJson(path));
  if (!parsed.success) throw new Error(`The key file ${path} has not the form {"active": id, "keys": {id: base64}}`);
  const keys = new Map(Object.entries(parsed.data.keys).map(([id, text]) => [id, Buffer.from(text, 'base64')]));
  for (const [id, key] of keys) {
    if (key.length !== KEY_BYTES) throw new Error(`The key ${id} in ${path} has ${key.length} bytes; it needs ${KEY_BYTES}`);
  }
  if (!keys.has(parsed.data.active)) throw new Error(`The key file ${path} has no key ${parsed.data.active}, which it calls active`);
  return { active: parsed.data.active, keys };
}

/** A key file's content with one new random key. */
export function createKeyFile(): string {
  return `${JSON.stringify({ active: 'k1', keys: { k1: randomBytes(KEY_BYTES).toString('base64') } }, null, 2)}\n`;
}

/**
 * Encrypts whole payloads (AES-256-GCM, the key's id in the metadata), so that Temporal's store and tools see ciphertext only.
 * Payloads that are not encrypted are passed as they are when read; a changed ciphertext or an unknown key throws.
 */
export function createEncryptionCodec({ active, keys }: KeyRing): PayloadCodec {
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, active, keyOf(keys, active))),
    decode: async (payloads) => payloads.map((payload) => (isEncrypted(payload) ? decrypt(payload, keys) : payload)),
  };
}

function encrypt(payload: Payload, keyId: string, key: Buffer): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  // The key's id is bound in: a payload relabelled with another id fails as one.
  cipher.setAAD(Buffer.from(keyId));
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const data = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(keyId) }, data };
}

function decrypt({ metadata, data }: Payload, keys: KeyRing['keys']): Payload {
  const keyId = Buffer.from(metadata?.['encryption-key-id'] ?? []).toString();
  const bytes = Buffer.from(data ?? []);
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error('An encrypted payload is cut short');
  const decipher = createDecipheriv(CIPHER, keyOf(keys, keyId), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(keyId));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return temporal.api.common.v1.Payload.decode(plain);
}

function isEncrypted({ metadata }: Payload): boolean {
  return Buffer.from(metadata?.['encoding'] ?? []).toString() === ENCODING;
}

function keyOf(keys: KeyRing['keys'], id: string): Buffer {
  const key = keys.get(id);
  if (key === undefined) throw new Error(`There is no key ${id} in the key file: payloads written with it cannot be read`);
  return key;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`The key file ${path} cannot be read: ${error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message}`, { cause: error });
  }
}
