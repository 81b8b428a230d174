import { fileTypeFromBuffer } from 'file-type/core';
import { ENCLOSURE_TYPES } from '#domain/contracts/documents';
import { DomainError } from '#domain/errors';

/** So much of a file's beginning tells its type, also for office documents, which are ZIP archives. */
export const SAMPLE_BYTES = 64 * 1024;
const PDF = 'application/pdf';
const NAME_MAX = 200;

/**
 * The type of a file by its content; names and declared types are not believed.
 * @throws DomainError FILE_EMPTY, FILE_TYPE_REFUSED
 */
export async function detectType(sample: Uint8Array, role: 'main' | 'enclosure' | 'evidence'): Promise<string> {
  if (sample.length === 0) throw new DomainError('FILE_EMPTY');
  const found = (await fileTypeFromBuffer(sample).catch(() => undefined))?.mime;
  const allowed: readonly string[] = role === 'main' ? [PDF] : ENCLOSURE_TYPES;
  if (found === undefined || !allowed.includes(found)) throw new DomainError('FILE_TYPE_REFUSED', { found: found ?? null, allowed: [...allowed] });
  return found;
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const FORBIDDEN = /[/\\:*?"<>|]/;

/**
 * A name as it is kept and offered again: composed, without what file systems or readers stumble over.
 * @throws DomainError FILE_NAME_INVALID
 */
export function assertFileName(given: string): string {
  const name = given.normalize('NFC').trim();
  const isValid = name !== '' && name.length <= NAME_MAX && !CONTROL.test(name) && !FORBIDDEN.test(name) && !/^\.|\.$/.test(name);
  if (!isValid) throw new DomainError('FILE_NAME_INVALID', { maximum: NAME_MAX });
  return name;
}

/** `Content-Disposition` that keeps a Thai name. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export type Range = { readonly start: number; readonly end: number };

/**
 * One range of a file, as a browser or a PDF viewer asks for it; null where the whole file is to be sent (no range, several,
 * or another unit).
 * @throws DomainError RANGE_INVALID where none of it lies within the file
 */
export function parseRange(header: string | undefined, size: number): Range | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec((header ?? '').trim());
  if (match === null) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size || start > end || (from === '' && Number(to) === 0)) throw new DomainError('RANGE_INVALID', { size });
  return { start, end };
}
