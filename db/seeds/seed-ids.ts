import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('8d0f7a5e3c1b4f6a9e2d5b7c1a3f4e60', 'hex');

/**
 * Id of a seeded row: a version 5 UUID of its natural key, so that seeding again finds what the first run made. Letters
 * never get such an id: theirs are random.
 */
export function seedId(...key: readonly string[]): string {
  const digest = createHash('sha1').update(NAMESPACE).update(key.join('/')).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.subarray(0, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
