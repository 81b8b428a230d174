import { openPdf } from './pdf-file';

export interface PdfFacts {
  /** 0 when the pages of an encrypted file cannot be counted. */
  readonly pages: number;
  readonly encrypted: boolean;
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
  const encrypted = pdf.isEncrypted;
  const title = encrypted ? undefined : pdf.getTitle()?.trim();
  return {
    pages: pdf.getPageCount(),
    encrypted,
    hasSignature: hasSignature(bytes),
    ...(title ? { title } : {}),
  };
}

/** A signature's byte range stands in the open: it cannot be inside a compressed object (ISO 32000-1, 12.8.1). */
function hasSignature(bytes: Uint8Array): boolean {
  return /\/ByteRange\s*\[\s*\d/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}
