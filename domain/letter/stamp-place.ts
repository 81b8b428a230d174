/** Where a receipt stamp stands on a page (points from the bottom left of the page as it is seen), and what it says. */
import { formatDate, formatTime } from '../thai/dates';
import { toThaiDigits } from '../thai/digits';

export type StampBox = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type PageSize = { readonly width: number; readonly height: number };

/**
 * How a stamp came to its place: where nothing is (`empty`), where it covers least (`covers`), in the corner of a page that shows only a
 * picture of itself (`unseen`), or by a person.
 */
export const STAMP_FOUND = ['empty', 'covers', 'unseen', 'person'] as const;
export type StampFound = (typeof STAMP_FOUND)[number];

const CM = 72 / 2.54;
/** Form 12: 5 × 2.5 cm. */
export const STAMP_SIZE = { w: 5 * CM, h: 2.5 * CM } as const;
/** Between two stamps. */
export const STAMP_GAP = 4;

/** Whether two stamps would touch, or stand closer than they may. */
export const isTooClose = (one: StampBox, other: StampBox): boolean =>
  one.x < other.x + other.w + STAMP_GAP && other.x < one.x + one.w + STAMP_GAP && one.y < other.y + other.h + STAMP_GAP && other.y < one.y + one.h + STAMP_GAP;

/** Whether the whole stamp is on the page; a tenth of a point is the roundness of what is stored. */
export const isOnPage = ({ x, y, w, h }: StampBox, { width, height }: PageSize): boolean => x >= -0.1 && y >= -0.1 && x + w <= width + 0.1 && y + h <= height + 0.1;

/** The stamp moved as little as it takes to be on the page, in tenths of a point. */
export function onPage(box: StampBox, { width, height }: PageSize): StampBox {
  const clamp = (value: number, most: number): number => Math.floor(Math.max(0, Math.min(value, most)) * 10) / 10;
  return { ...box, x: clamp(box.x, width - box.w), y: clamp(box.y, height - box.h) };
}

/** A receive number as its registry gave it. */
export type Receipt = { readonly place: string; readonly printed: string; readonly date: string; readonly takenAt: string };
/** What the stamp says, as printed. */
export type StampTexts = { readonly officeName: string; readonly receiveNo: string; readonly date: string; readonly time: string };

export const stampTexts = ({ place, printed, date, takenAt }: Receipt): StampTexts => ({
  officeName: place, receiveNo: toThaiDigits(printed), date: formatDate(date, 'register'), time: formatTime(takenAt),
});
