import type { PDFPage } from '@libpdf/core';

import { DomainError } from '#domain/errors';

import { type Box, drawOverlay, getPage, openForAppending, openPdf, type PageView, saveAppended, viewPage } from './pdf-file';

/** A one-page PDF to lay on a page; `at` is its bottom left on the seen page, else it is stacked at the upper right. */
export interface Stamp {
  readonly stamp: Uint8Array;
  /** From 1. */
  readonly page: number;
  readonly at?: { readonly x: number; readonly y: number };
}

/** Distance of the first stamp from the paper's edges, and between stamps, in points. */
const EDGE = 14;
const GAP = 4;
/** Stamps look for a place down to this share of the page, from the right edge to the left. */
const LOWEST = 0.5;
const STEP = 4;
/** Where the garuda of an A4 letter stands (points from the top centre): a picture, so no text tells of it. */
const GARUDA = { halfWidth: 57, top: 34, bottom: 133 };

/**
 * Lays stamps on a PDF as an incremental update: the original's bytes stay a prefix of the result, so signatures in it
 * stay valid. Stamps without a place go to the upper right corner, one below or left of the other, never over each
 * other and away from text where there is room. All stamps of a file are laid in one call, oldest first.
 * @throws DomainError FILE_TYPE_REFUSED for what is not a whole, unencrypted PDF; PLACE_INVALID for a page or point outside it.
 */
export async function stampPdf(original: Uint8Array, stamps: readonly Stamp[]): Promise<Uint8Array> {
  const pdf = await openForAppending(original);
  const pages = new Map<number, { busy: readonly Box[]; taken: Box[] }>();
  for (const { stamp, page: number, at } of stamps) {
    const page = getPage(pdf, number);
    const view = viewPage(pdf, page);
    const state = pages.get(number) ?? { busy: [...listTextBoxes(page, view), ...listGarudaBoxes(view)], taken: [] };
    pages.set(number, state);
    const size = await sizeOf(stamp);
    if (at) assertInside(view, at, number);
    const place = at ?? findCorner(view, size, state.taken, state.busy);
    state.taken.push({ x: place.x, y: place.y, ...size });
    await drawOverlay(pdf, page, stamp, place.x, place.y);
  }
  return saveAppended(pdf);
}

/** @throws DomainError PLACE_INVALID for a point that is not on the seen page. */
export function assertInside(view: PageView, point: { readonly x: number; readonly y: number }, page: number): void {
  const isInside = point.x >= 0 && point.y >= 0 && point.x < view.width && point.y < view.height;
  if (!isInside) throw new DomainError('PLACE_INVALID', { page, x: point.x, y: point.y, width: view.width, height: view.height });
}

function findCorner(view: PageView, size: { w: number; h: number }, taken: readonly Box[], busy: readonly Box[]): Box {
  const top = view.height - EDGE - size.h;
  let best: { box: Box; covered: number } | null = null;
  for (let x = view.width - EDGE - size.w; x >= EDGE; x -= 3 * STEP) {
    for (let y = top; y >= Math.min(top, view.height * LOWEST); y -= STEP) {
      const box = { x, y, ...size };
      if (taken.some((other) => overlap(grow(box, GAP), other) > 0)) continue;
      const covered = busy.reduce((sum, other) => sum + overlap(grow(box, 2), other), 0);
      if (!best || covered < best.covered) best = { box, covered };
      if (covered === 0) return box;
    }
  }
  return best?.box ?? { x: Math.max(0, view.width - EDGE - size.w), y: Math.max(0, top), ...size };
}

async function sizeOf(stamp: Uint8Array): Promise<{ w: number; h: number }> {
  const pdf = await openPdf(stamp);
  const view = viewPage(pdf, getPage(pdf, 1));
  return { w: view.width, h: view.height };
}

/** Where letters stand, as far as the file tells: none on a scanned page. */
function listTextBoxes(page: PDFPage, view: PageView): Box[] {
  try {
    return page
      .extractText()
      .lines.flatMap((line) => line.spans)
      .filter((span) => span.text.trim() !== '')
      .map(({ bbox }) => view.toView({ x: bbox.x, y: bbox.y, w: bbox.width, h: bbox.height }));
  } catch {
    // Text that cannot be read only costs the nicer place: the stamp still goes to its corner.
    return [];
  }
}

function listGarudaBoxes(view: PageView): Box[] {
  const isA4 = Math.abs(view.width - 595) < 20 && Math.abs(view.height - 842) < 50;
  const { halfWidth, top, bottom } = GARUDA;
  return isA4 ? [{ x: view.width / 2 - halfWidth, y: view.height - bottom, w: 2 * halfWidth, h: bottom - top }] : [];
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}
