import { type Receipt, type StampBox, type StampFound, stampTexts } from '#domain/letter/stamp-place';
import { renderReceiptStamp } from './receipt-stamp';
import { stampPdf, type Stamped } from './stamp-pdf';
import { releaseDocuments } from './typst-compiler';

/** A receive number with the place that its stamp has on page 1; null where one is still to be found. */
export type ReceiptToLay = Receipt & { readonly stampPlace: (StampBox & { readonly found: StampFound }) | null };

/**
 * Page 1 with the stamp of each registry that received the letter, always laid on the untouched original: see {@link stampPdf}.
 * @throws DomainError as {@link stampPdf}, and TEXT_NOT_PRINTABLE
 */
export async function layReceipts(original: Uint8Array, receipts: readonly ReceiptToLay[]): Promise<Stamped> {
  const stamps = receipts.map((receipt) => ({ page: 1, stamp: renderReceiptStamp(stampTexts(receipt)), ...(receipt.stampPlace === null ? {} : { at: receipt.stampPlace }) }));
  await releaseDocuments();
  const { pdf, laid } = await stampPdf(original, stamps);
  return { pdf, laid: laid.map((each, index) => ({ ...each, found: receipts[index]?.stampPlace?.found ?? each.found })) };
}
