import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('5f0c3b1e7d2a4c98b6e10a4d93f7c2e5', 'hex');

/** Name-based UUID (version 5): the same name gives the same id, so that whoever repeats a step finds what it made before. */
export function uuidV5(name: string): string {
  const digest = createHash('sha1').update(NAMESPACE).update(name).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The receiver's letter is named after the delivery that brings it, so a retry cannot make two. */
export const receiverLetterId = (deliveryId: string): string => uuidV5(`delivery:${deliveryId}`);
