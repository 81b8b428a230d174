import { DomainError } from '#domain/errors';
import { openPdf } from './pdf-file';

export interface PdfFacts {
  /** 0 when the pages of an encrypted file cannot be counted. */
  readonly pages: number;
  readonly encrypted: boolean;
  /** Nobody reads it without a password. */
  readonly isLocked: boolean;
  /** Carries at least one digital signature; says nothing of its validity. */
  readonly hasSignature: boolean;
  readonly title?: string;
}

/**
 * Facts an intake needs about an uploaded file.
 * @throws DomainError FILE_TYPE_REFUSED with reason `not_a_pdf` or `broken`.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await openPdf(bytes);
  // What a reader could piece together of a file that was cut off is not the whole letter.
  if (pdf.recoveredViaBruteForce && !hasEnd(bytes)) throw new DomainError('FILE_TYPE_REFUSED', { reason: 'broken' });
  const encrypted = pdf.isEncrypted;
  const title = encrypted ? undefined : pdf.getTitle()?.trim();
  return {
    pages: pdf.getPageCount(),
    encrypted,
    isLocked: encrypted && !pdf.isAuthenticated,
    hasSignature: hasSignature(bytes),
    ...(title ? { title } : {}),
  };
}

/** The mark that closes a PDF, among its last bytes: some programs write a little behind it. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2_048).includes('%%EOF');
}

/** A signature's byte range stands in the open: it cannot be inside a compressed object (ISO 32000-1, 12.8.1). */
function hasSignature(bytes: Uint8Array): boolean {
  return /\/ByteRange\s*\[\s*\d/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}
