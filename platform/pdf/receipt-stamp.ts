import { RECEIPT_STAMP_TEMPLATE } from './overlay-template';
import { assertPrintable } from './printable';
import { typeset } from './typst-compiler';

/** What a registry stamps on a letter it receives; all texts as printed. */
export interface ReceiptStamp {
  readonly officeName: string;
  readonly receiveNo: string;
  readonly date: string;
  readonly time: string;
  /** A small reference at the lower edge, e.g. the id by which the entry is found again. */
  readonly ref?: string;
}

/**
 * The receipt stamp of form 12 as a one-page PDF of exactly 5 × 2.5 cm.
 * @throws DomainError TEXT_NOT_PRINTABLE for characters the font lacks.
 */
export function renderReceiptStamp(stamp: ReceiptStamp): Uint8Array {
  assertPrintable(stamp);
  return typeset(RECEIPT_STAMP_TEMPLATE, { ...stamp, ref: stamp.ref ?? null }).pdf;
}
