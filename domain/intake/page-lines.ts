/**
 * The text layer of a page as lines that a reader would see. Programs write Thai into PDF files in many ways: a word in pieces, in any
 * order, sara am as a circle and a stroke or with a blank between; this mends what can be mended for certain and leaves the rest.
 */
import { norm } from '../thai/normalise';

/** A run of text: points from the bottom left of the page, `y` at its baseline. */
export type TextRun = { readonly text: string; readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** A place on a page: `page` from 1, the rest in points from the bottom left. */
export type PagePlace = { readonly page: number; readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** Text with no wide gap inside. */
export type Piece = { readonly text: string; readonly place: PagePlace };
/** Pieces at one height, from left to right. */
export type Line = { readonly pieces: readonly Piece[]; readonly y: number };

/** More than this on one page is no letter: a file made to keep a reader busy. */
export const RUNS_MAX = 4_000;
const TEXT_MAX = 60_000;

/** Wider than this many letter heights, and two columns begin. */
const WIDE = 1.6;
/** Wider than this, and a blank was meant. */
const BLANK = 0.16;

/** Fonts whose letters carry no meaning, or another one: the text layer is not what is seen. */
const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/g;
const UNREADABLE_SHARE = 0.01;

/** The lines of a page from top to bottom; what stands beyond the limits of a letter is left out. None where the text layer cannot be trusted. */
export function toLines(runs: readonly TextRun[], page: number): Line[] {
  const rows: TextRun[][] = [];
  const seen = withinLimits(runs).sort((one, other) => other.y - one.y);
  if (!isReadable(seen.map(({ text }) => text).join(''))) return [];
  for (const run of seen) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && first.y - run.y < Math.max(first.h, run.h) * 0.45) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => {
    const pieces = toPieces(row, page);
    return pieces.length === 0 ? [] : [{ pieces, y: row[0]?.y ?? 0 }];
  });
}

function isReadable(text: string): boolean {
  const strange = unshift(text).match(UNREADABLE)?.length ?? 0;
  return strange <= 3 || strange / text.length <= UNREADABLE_SHARE;
}

/** Marks moved to the left or down for tall letters, which Thai fonts long kept in the private area of Unicode from F700 on. */
const SHIFTED = 'ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู';
const unshift = (text: string): string => text.replace(/[\uf700-\uf71a]/g, (mark) => SHIFTED[mark.charCodeAt(0) - 0xf700] ?? mark);

/** One spelling, ASCII digits, sara am whole, no blank where Thai can have none. */
export function mend(text: string): string {
  const joined = unshift(text)
    // A circle and a stroke that stand apart; a blank in place of the circle, which many programs lose.
    .replace(/([\u0e48-\u0e4b]?)\s*\u0e4d\s*([\u0e48-\u0e4b]?)\s*\u0e32/g, '$1$2\u0e33')
    .replace(/([ก-ฮ][\u0e48-\u0e4b]?) +\u0e32(?!\S*\u0e4d)/g, '$1\u0e33')
    // A vowel or mark that follows its consonant, and a vowel that goes before it, are never apart from it.
    .replace(/\s+(?=[\u0e30-\u0e3a\u0e47-\u0e4e\u0e45])/g, '')
    .replace(/([\u0e40-\u0e44])\s+(?=[ก-ฮ])/g, '$1');
  return norm(joined.replace(UNREADABLE, '\ufffd'));
}

function withinLimits(runs: readonly TextRun[]): TextRun[] {
  const kept: TextRun[] = [];
  let length = 0;
  for (const run of runs.slice(0, RUNS_MAX)) {
    length += run.text.length;
    if (length > TEXT_MAX) break;
    const isPlaced = [run.x, run.y, run.w, run.h].every(Number.isFinite) && run.h > 0;
    if (isPlaced && run.text.trim() !== '') kept.push(run);
  }
  return kept;
}

function toPieces(row: readonly TextRun[], page: number): Piece[] {
  const groups: TextRun[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of [...row].sort((one, other) => one.x - other.x)) {
    const group = groups.at(-1);
    if (group === undefined || run.x - end > run.h * WIDE) groups.push([run]);
    else group.push(run);
    end = Math.max(end, run.x + run.w);
  }
  return groups.flatMap((group) => {
    const text = mend(joined(group));
    return text === '' ? [] : [{ text, place: around(group, page) }];
  });
}

function joined(group: readonly TextRun[]): string {
  let text = '';
  let end = group[0]?.x ?? 0;
  for (const run of group) {
    text += `${run.x - end > run.h * BLANK ? ' ' : ''}${run.text}`;
    end = run.x + run.w;
  }
  return text;
}

function around(group: readonly TextRun[], page: number): PagePlace {
  const left = Math.min(...group.map(({ x }) => x));
  const right = Math.max(...group.map(({ x, w }) => x + w));
  const bottom = Math.min(...group.map(({ y, h }) => y - h * 0.25));
  const top = Math.max(...group.map(({ y, h }) => y + h));
  return { page, x: left, y: bottom, w: right - left, h: top - bottom };
}

/** The smallest place that holds all of these; they are on one page. */
export function joinPlaces(places: readonly PagePlace[]): PagePlace | null {
  const first = places[0];
  if (first === undefined) return null;
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  return { page: first.page, x, y, w: Math.max(...places.map((place) => place.x + place.w)) - x, h: Math.max(...places.map((place) => place.y + place.h)) - y };
}

/** The place of a part of a piece, by the share of its letters: marks above and below take no room. */
export function placeWithin({ text, place }: Piece, from: number, to: number): PagePlace {
  const wide = (part: string): number => part.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length;
  const all = Math.max(1, wide(text));
  const start = wide(text.slice(0, from)) / all;
  return { ...place, x: place.x + place.w * start, w: place.w * Math.max(0.02, wide(text.slice(from, to)) / all) };
}
