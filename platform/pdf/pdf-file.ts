import { PDF, PdfArray, PdfDict, PdfNumber, type PDFPage, type PdfObject } from '@libpdf/core';

import { DomainError } from '#domain/errors';

/** A rectangle in PDF points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/**
 * How a page is seen: size after cropping and turning, and the way from a point of the seen page (points from its
 * bottom left) to the page's own coordinates. Drawings are turned by `turn` degrees counter-clockwise to stand upright.
 */
export interface PageView {
  readonly width: number;
  readonly height: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly toPage: (x: number, y: number) => { readonly x: number; readonly y: number };
  readonly toView: (box: Box) => Box;
}

/** Readers look for the header in the first kilobyte. */
const HEADER_WITHIN = 1024;
const LETTER_PAGE: Box = { x: 0, y: 0, w: 612, h: 792 };

/**
 * Opens a PDF for reading its facts, whatever its state.
 * @throws DomainError FILE_TYPE_REFUSED: `not_a_pdf` without the header, `broken` when no page can be found.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDF> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER_WITHIN));
  if (!head.includes('%PDF-')) throw new DomainError('FILE_TYPE_REFUSED', { reason: 'not_a_pdf', expected: ['application/pdf'] });
  const pdf = await PDF.load(bytes).catch(() => null);
  if (!pdf || (!pdf.isEncrypted && pdf.getPageCount() === 0)) throw new DomainError('FILE_TYPE_REFUSED', { reason: 'broken' });
  return pdf;
}

/**
 * Opens a PDF to which something will be appended without touching its bytes.
 * @throws DomainError FILE_TYPE_REFUSED also for `encrypted` files and for `broken` ones, which could only be rewritten.
 */
export async function openForAppending(bytes: Uint8Array): Promise<PDF> {
  const pdf = await openPdf(bytes);
  if (pdf.isEncrypted) throw new DomainError('FILE_TYPE_REFUSED', { reason: 'encrypted' });
  // The library would rewrite a linearised file as a whole. Appending to one is just as valid (ISO 32000-1, annex F.1:
  // it merely stops being linearised), and its last startxref is what the update must point back to, as the library does.
  Object.defineProperty(pdf, 'isLinearized', { value: false });
  if (pdf.canSaveIncrementally() !== null) throw new DomainError('FILE_TYPE_REFUSED', { reason: 'broken' });
  return pdf;
}

/** The file with what was drawn appended; the original's bytes are a prefix of the result. */
export async function saveAppended(pdf: PDF): Promise<Uint8Array> {
  return pdf.save({ incremental: true });
}

/** @throws DomainError PLACE_INVALID when there is no such page (from 1). */
export function getPage(pdf: PDF, page: number): PDFPage {
  const found = Number.isInteger(page) ? pdf.getPage(page - 1) : null;
  if (!found) throw new DomainError('PLACE_INVALID', { page, pages: pdf.getPageCount() });
  return found;
}

/** Reads boxes and rotation with inheritance from the page tree, which the library leaves out. */
export function viewPage(pdf: PDF, page: PDFPage): PageView {
  const media = toBox(pdf, inherited(pdf, page, 'MediaBox')) ?? LETTER_PAGE;
  const crop = intersect(toBox(pdf, inherited(pdf, page, 'CropBox')) ?? media, media) ?? media;
  const rotate = inherited(pdf, page, 'Rotate');
  const turn = toTurn(rotate instanceof PdfNumber ? rotate.value : 0);
  const { x, y, w, h } = crop;
  const isOnSide = turn === 90 || turn === 270;
  const toPage = (u: number, v: number) => FROM_VIEW[turn](u, v, crop);
  return {
    width: isOnSide ? h : w,
    height: isOnSide ? w : h,
    turn,
    toPage,
    toView: (box) => {
      const left = box.x - x;
      const low = box.y - y;
      if (turn === 90) return { x: low, y: w - left - box.w, w: box.h, h: box.w };
      if (turn === 180) return { x: w - left - box.w, y: h - low - box.h, w: box.w, h: box.h };
      if (turn === 270) return { x: h - low - box.h, y: left, w: box.h, h: box.w };
      return { x: left, y: low, w: box.w, h: box.h };
    },
  };
}

/** Draws page 1 of `overlay` upright with its bottom left at (x, y) of the seen page, made smaller by `scale`. */
export async function drawOverlay(pdf: PDF, page: PDFPage, overlay: Uint8Array, { x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number }): Promise<void> {
  ownResources(pdf, page);
  const view = viewPage(pdf, page);
  const at = view.toPage(x, y);
  const embedded = await pdf.embedPage(await PDF.load(overlay), 0);
  page.drawPage(embedded, { x: at.x, y: at.y, rotate: view.turn, ...(scale === 1 ? {} : { scale }) });
}

const FROM_VIEW: { readonly [K in PageView['turn']]: (u: number, v: number, box: Box) => { x: number; y: number } } = {
  0: (u, v, box) => ({ x: box.x + u, y: box.y + v }),
  90: (u, v, box) => ({ x: box.x + box.w - v, y: box.y + u }),
  180: (u, v, box) => ({ x: box.x + box.w - u, y: box.y + box.h - v }),
  270: (u, v, box) => ({ x: box.x + v, y: box.y + box.h - u }),
};

/** The library gives a page without own resources an empty set, which would hide the inherited ones (its fonts). */
function ownResources(pdf: PDF, page: PDFPage): void {
  if (page.dict.get('Resources')) return;
  const resources = inherited(pdf, page, 'Resources');
  if (!(resources instanceof PdfDict)) return;
  const own = new PdfDict();
  for (const [key, value] of resources) own.set(key.value, value);
  page.dict.set('Resources', own);
}

/** A page's entry, or the one that it takes over from the page tree. */
export function inherited(pdf: PDF, page: PDFPage, key: string): PdfObject | null {
  const resolve = pdf.context.resolve.bind(pdf.context);
  let dict: PdfDict | null = page.dict;
  for (let depth = 0; dict && depth < 64; depth++) {
    const value = dict.get(key, resolve);
    if (value) return value;
    const parent = dict.get('Parent', resolve);
    dict = parent instanceof PdfDict ? parent : null;
  }
  return null;
}

/** A rectangle of a file, whichever corners it is given by; null where it is none. */
export function toBox(pdf: PDF, value: PdfObject | null): Box | null {
  if (!(value instanceof PdfArray) || value.length < 4) return null;
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => {
    const item = value.at(i, pdf.context.resolve.bind(pdf.context));
    return item instanceof PdfNumber ? item.value : Number.NaN;
  });
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box = { x: Math.min(a, c), y: Math.min(b, d), w: Math.abs(c - a), h: Math.abs(d - b) };
  return box.w > 0 && box.h > 0 ? box : null;
}

function intersect(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

function toTurn(degrees: number): PageView['turn'] {
  const turn = ((Math.round(degrees / 90) * 90) % 360 + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}
