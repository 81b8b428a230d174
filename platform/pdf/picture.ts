import { DomainError } from '#domain/errors';

import type { Picture } from './typst-compiler';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Tells an office's picture by its content.
 * @throws DomainError FILE_TYPE_REFUSED when it is neither PNG nor SVG.
 */
export function toPicture(bytes: Uint8Array): Picture {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.subarray(0, 8).equals(PNG_SIGNATURE)) return { bytes, format: 'png' };
  if (/<svg[\s>]/.test(content.toString('utf8', 0, 4096))) return { bytes, format: 'svg' };
  throw new DomainError('FILE_TYPE_REFUSED', { expected: ['image/svg+xml', 'image/png'] });
}
