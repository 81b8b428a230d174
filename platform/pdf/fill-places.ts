import { PLACE_TEMPLATE } from './overlay-template';
import { drawOverlay, getPage, openForAppending, saveAppended, viewPage } from './pdf-file';
import { assertPrintable } from './printable';
import { assertInside } from './stamp-pdf';
import { releaseDocuments, typeset } from './typst-compiler';
import { toPieces } from './words';

/** A place the drafter marked on an uploaded PDF, and what is written there; points from the bottom left of the seen page. */
export interface FilledPlace {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Lines are kept; too wide a text is made smaller. */
  readonly text: string;
  /** Points of the national document font; 16 unless given. */
  readonly size?: number;
  /** A signature is centred in its place, the others start at its left. */
  readonly kind: 'number' | 'date' | 'signature';
}

const PAD = 8;

/**
 * Writes number, date and signature line on an uploaded PDF, appended: the original's bytes stay a prefix of the result.
 * @throws DomainError FILE_TYPE_REFUSED, PLACE_INVALID, TEXT_NOT_PRINTABLE.
 */
export async function fillPlaces(original: Uint8Array, places: readonly FilledPlace[]): Promise<Uint8Array> {
  assertPrintable(places);
  const pdf = await openForAppending(original);
  for (const place of places) {
    const page = getPage(pdf, place.page);
    assertInside(viewPage(pdf, page), place, place.page);
    const { w, h, kind } = place;
    const lines = place.text.split(/\r?\n/).map(toPieces);
    const overlay = typeset(PLACE_TEMPLATE, { w, h, kind, lines, pad: PAD, size: place.size ?? 16 }).pdf;
    await drawOverlay(pdf, page, overlay, { x: place.x - PAD, y: place.y - PAD });
    await releaseDocuments();
  }
  return saveAppended(pdf);
}
