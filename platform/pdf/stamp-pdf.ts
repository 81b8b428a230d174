import { isOnPage, isTooClose, type PageSize, type StampFound } from '#domain/letter/stamp-place';
import { DomainError } from '#domain/errors';
import { type Drawn, readDrawn } from './drawn-boxes';
import { type Box, drawOverlay, getPage, openForAppending, openPdf, type PageView, saveAppended, viewPage } from './pdf-file';

/** A one-page PDF to lay on a page; `at` is where it stands on the seen page, else a place is looked for. */
export interface Stamp {
  readonly stamp: Uint8Array;
  /** From 1. */
  readonly page: number;
  readonly at?: { readonly x: number; readonly y: number; /** Smaller than it was made, on a small page. */ readonly w?: number };
}

/** Where a stamp was laid, and how that place was found. */
export type LaidStamp = Box & { readonly page: PageSize; readonly found: StampFound };
export type Stamped = { readonly pdf: Uint8Array; /** In the order of the stamps. */ readonly laid: readonly LaidStamp[] };

/** Distance of a stamp from the paper's edges, and of what it keeps from text, in points. */
const EDGE = 14;
const MARGIN = 2;
/** Stamps look for a place down to this share of the page first, from the right edge to the left. */
const LOWEST = 0.5;
const STEP = 4;
/** On pages too small for them stamps become smaller, down to where they can still be read. */
const SCALES = [1, 0.75, 0.5] as const;
/** Where the garuda of an A4 letter stands (points from the top centre), also on a page that is a picture of itself. */
const GARUDA = { halfWidth: 57, top: 34, bottom: 133 };

type PageState = { readonly page: ReturnType<typeof getPage>; readonly view: PageView; readonly drawn: Drawn; readonly taken: Box[] };
type Size = { readonly w: number; readonly h: number };

/**
 * Lays stamps on a PDF as an incremental update: the original's bytes stay a prefix of the result, so signatures in it stay valid. Stamps with
 * a place keep it; the others go to the upper right corner, one below or left of the other, never over each other and where nothing is on the
 * page as far as the file tells. All stamps of a file are laid in one call, oldest first.
 * @throws DomainError FILE_TYPE_REFUSED for what is not a whole, unencrypted PDF; PLACE_INVALID for a page or place outside it; STAMP_NO_ROOM
 */
export async function stampPdf(original: Uint8Array, stamps: readonly Stamp[]): Promise<Stamped> {
  const pdf = await openForAppending(original);
  const pages = new Map<number, PageState>();
  const stateOf = (number: number): PageState => {
    const page = getPage(pdf, number);
    const view = viewPage(pdf, page);
    const state = pages.get(number) ?? { page, view, drawn: readDrawn(pdf, page, view), taken: [] };
    pages.set(number, state);
    return state;
  };
  const fixed = await Promise.all(stamps.map(async (each) => (each.at === undefined ? null : placed(stateOf(each.page), each, await sizeOf(each.stamp)))));
  for (const [index, box] of fixed.entries()) if (box !== null) stateOf(stamps[index]?.page ?? 1).taken.push(box);
  const laid: LaidStamp[] = [];
  for (const [index, { stamp, page: number }] of stamps.entries()) {
    const state = stateOf(number);
    const size = await sizeOf(stamp);
    const kept = fixed[index] ?? null;
    const { box, found } = kept === null ? findPlace(state, size) : { box: kept, found: 'person' as const };
    if (kept === null) state.taken.push(box);
    laid.push({ ...box, found, page: { width: state.view.width, height: state.view.height } });
    await drawOverlay(pdf, state.page, stamp, { x: box.x, y: box.y, scale: box.w / size.w });
  }
  return { pdf: await saveAppended(pdf), laid };
}

/** @throws DomainError PLACE_INVALID for a stamp that is not wholly on the seen page, unless it is larger than that */
function placed({ view }: PageState, { at, page }: Stamp, size: Size): Box {
  const { x = 0, y = 0, w = size.w } = at ?? {};
  const box = { x, y, w, h: (size.h * w) / size.w };
  assertInside(view, box, page);
  if (!isOnPage(box, view)) throw new DomainError('PLACE_INVALID', { page, x, y, width: view.width, height: view.height });
  return box;
}

/** @throws DomainError PLACE_INVALID for a point that is not on the seen page. */
export function assertInside(view: PageView, point: { readonly x: number; readonly y: number }, page: number): void {
  const isInside = point.x >= 0 && point.y >= 0 && point.x < view.width && point.y < view.height;
  if (!isInside) throw new DomainError('PLACE_INVALID', { page, x: point.x, y: point.y, width: view.width, height: view.height });
}

type Found = { readonly box: Box; readonly found: Exclude<StampFound, 'person'> };

/** @throws DomainError STAMP_NO_ROOM where the page is full of stamps */
function findPlace(state: PageState, natural: Size): Found {
  for (const scale of SCALES) {
    const found = findOfSize(state, { w: natural.w * scale, h: natural.h * scale });
    if (found !== null) return found;
  }
  throw new DomainError('STAMP_NO_ROOM', { width: state.view.width, height: state.view.height });
}

/** The first place where nothing is, in the upper half, then anywhere; else the one of the upper half that covers least; null where every one is taken. */
function findOfSize({ view, drawn, taken }: PageState, size: Size): Found | null {
  const edge = { x: edgeOf(view.width, size.w), y: edgeOf(view.height, size.h) };
  if (edge.x < 0 || edge.y < 0) return null;
  const busy = [...drawn.boxes, ...garudaOf(view)];
  const top = view.height - edge.y - size.h;
  const half = Math.min(top, view.height * LOWEST);
  let least: { readonly box: Box; readonly covered: number } | null = null;
  for (const box of candidates(view, size, edge, top)) {
    if (taken.some((other) => isTooClose(box, other))) continue;
    const covered = coveredBy(grow(box, MARGIN), busy);
    if (covered === 0) return { box, found: drawn.isSeen ? 'empty' : 'unseen' };
    if (least === null || (box.y >= half && covered < least.covered)) least = { box, covered };
  }
  return least === null ? null : { box: least.box, found: drawn.isSeen ? 'covers' : 'unseen' };
}

/** Distance from the edge on a page that has room for it, less on one that has not; below nought where the stamp is larger than the page. */
const edgeOf = (page: number, stamp: number): number => Math.min(EDGE, (page - stamp) / 2);

/** The upper half from right to left, each column from the top; then the lower half likewise. */
function* candidates({ width, height }: PageView, size: Size, edge: { readonly x: number; readonly y: number }, top: number): Generator<Box> {
  const half = Math.min(top, height * LOWEST);
  for (const [from, to] of [[top, half], [half - STEP, edge.y]] as const) {
    for (let x = width - edge.x - size.w; x >= edge.x; x -= 3 * STEP) {
      for (let y = from; y >= to; y -= STEP) yield { x, y, ...size };
    }
  }
}

async function sizeOf(stamp: Uint8Array): Promise<Size> {
  const pdf = await openPdf(stamp);
  const view = viewPage(pdf, getPage(pdf, 1));
  return { w: view.width, h: view.height };
}

function garudaOf({ width, height }: PageView): Box[] {
  const isA4 = Math.abs(width - 595) < 20 && Math.abs(height - 842) < 50;
  const { halfWidth, top, bottom } = GARUDA;
  return isA4 ? [{ x: width / 2 - halfWidth, y: height - bottom, w: 2 * halfWidth, h: bottom - top }] : [];
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

/** Asked for thousands of places: nothing is made anew for each box. */
function coveredBy(place: Box, busy: readonly Box[]): number {
  let sum = 0;
  for (const other of busy) sum += overlap(place, other);
  return sum;
}

function overlap(a: Box, b: Box): number {
  const [right, top] = [a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w, a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h];
  const w = right - (a.x > b.x ? a.x : b.x);
  const h = top - (a.y > b.y ? a.y : b.y);
  return w > 0 && h > 0 ? w * h : 0;
}
