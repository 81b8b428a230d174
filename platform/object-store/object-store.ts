import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { DomainError } from '#domain/errors';

export type StoredObject = { readonly sha256: string; readonly size: number };

/** Bytes `start` to `end`, both inclusive, counted from 0. */
export type ByteRange = { readonly start: number; readonly end: number };

export type PutOptions = {
  /** What the sender says it is: another content is refused with FILE_HASH_MISMATCH. Lower-case hex. */
  readonly expectedSha256?: string;
  /** A longer stream is refused with FILE_TOO_LARGE as soon as it is too long. Bytes. */
  readonly maxBytes?: number;
};

/**
 * Files by the SHA-256 of their content. An object never changes; storing the same content again is no error and costs no
 * space. Unknown hashes are refused with NOT_FOUND, and so is anything that is not a hash.
 */
export type ObjectStore = {
  /** Answers once the object is durable. When it throws, nothing is stored. */
  put(content: Readable, options?: PutOptions): Promise<StoredObject>;
  /** A stream of the object or of a range. RANGE_INVALID where the range does not lie within it. */
  get(sha256: string, range?: ByteRange): Promise<Readable>;
  /** Size, or null where there is no such object. */
  stat(sha256: string): Promise<StoredObject | null>;
  exists(sha256: string): Promise<boolean>;
  /** Removes the object; it is no error where there is none. Only for files that no letter holds. */
  delete(sha256: string): Promise<void>;
  /** Throws when the store cannot be reached or written to. For the readiness check. */
  check(): Promise<void>;
};

/**
 * Something laid around a store that changes what is kept or checks what is read. Encryption of classified files will be one: it
 * sees the plain content on one side and what is stored on the other, and nobody else notices.
 */
export type StoreLayer = (inner: ObjectStore) => ObjectStore;

/** Whether this is the name of an object. Everything that goes into a path or a URL passes here first. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Throws NOT_FOUND for what cannot be the name of an object. */
export function assertSha256(text: string): void {
  if (!isSha256(text)) throw new DomainError('NOT_FOUND');
}

/** Throws RANGE_INVALID for a range that does not lie within `size` bytes. */
export function assertRange({ start, end }: ByteRange, size: number): void {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end < size)) throw new DomainError('RANGE_INVALID', { size });
}

/** A pass-through that measures and hashes; it fails when `maxBytes` is passed. `result()` is right once the stream has ended. */
export function createMeter(maxBytes = Number.POSITIVE_INFINITY): { readonly stream: Transform; result(): StoredObject } {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(new DomainError('FILE_TOO_LARGE', { maxBytes }));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ sha256: hash.copy().digest('hex'), size }) };
}

/** Throws FILE_HASH_MISMATCH when the sender announced another content. */
export function assertExpected({ sha256 }: StoredObject, { expectedSha256 }: PutOptions): void {
  if (expectedSha256 !== undefined && expectedSha256.toLowerCase() !== sha256) throw new DomainError('FILE_HASH_MISMATCH');
}
