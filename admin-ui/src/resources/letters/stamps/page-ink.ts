/** Where something is printed on a page, told by its picture: also of a scanned page, whose file tells nothing. */
import { isTooClose, onPage, type PageSize, type StampBox } from '#domain/letter/stamp-place';

/** So many points of the page are one cell; what is darker than this is print. */
const CELL = 4;
const DARK = 176;
/** A speck of dust or two is not print. */
const SPECKS = 0.004;
const EDGE = 14;

/** Print in each cell, summed from the upper left, so that any rectangle is told by four sums. */
export type PageInk = { readonly columns: number; readonly rows: number; readonly sums: Float64Array };
type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

export function readInk({ width, height, data }: Pixels, page: PageSize): PageInk {
  const [columns, rows] = [Math.max(1, Math.ceil(page.width / CELL)), Math.max(1, Math.ceil(page.height / CELL))];
  const dark = new Float64Array(columns * rows);
  const seen = new Float64Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(rows - 1, Math.floor((y / height) * rows));
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const cell = row * columns + Math.min(columns - 1, Math.floor((x / width) * columns));
      const light = 0.3 * (data[at] ?? 255) + 0.59 * (data[at + 1] ?? 255) + 0.11 * (data[at + 2] ?? 255);
      if (light < DARK && (data[at + 3] ?? 0) > 64) dark[cell] = (dark[cell] ?? 0) + 1;
      seen[cell] = (seen[cell] ?? 0) + 1;
    }
  }
  const sums = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      const share = (dark[cell] ?? 0) / Math.max(1, seen[cell] ?? 1);
      const at = (row + 1) * (columns + 1) + column + 1;
      sums[at] = share + (sums[at - 1] ?? 0) + (sums[at - columns - 1] ?? 0) - (sums[at - columns - 2] ?? 0);
    }
  }
  return { columns, rows, sums };
}

/** Which share of a rectangle of the page is print. */
export function inkUnder({ columns, rows, sums }: PageInk, { x, y, w, h }: StampBox, page: PageSize): number {
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const [left, right] = [clamp(Math.floor(x / CELL), columns), clamp(Math.ceil((x + w) / CELL), columns)];
  const [top, bottom] = [clamp(Math.floor((page.height - y - h) / CELL), rows), clamp(Math.ceil((page.height - y) / CELL), rows)];
  const at = (column: number, row: number): number => sums[row * (columns + 1) + column] ?? 0;
  const cells = Math.max(1, (right - left) * (bottom - top));
  return Math.max(0, at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) / cells;
}

export const isEmpty = (share: number): boolean => share < SPECKS;

/** The emptiest place for a stamp: the first empty one from the upper right, else the one with the least print; null where other stamps leave none. */
export function emptiestPlace(ink: PageInk, page: PageSize, size: Pick<StampBox, 'w' | 'h'>, others: readonly StampBox[]): StampBox | null {
  let best: { readonly box: StampBox; readonly share: number } | null = null;
  for (let x = page.width - EDGE - size.w; x >= EDGE; x -= CELL * 2) {
    for (let y = page.height - EDGE - size.h; y >= EDGE; y -= CELL) {
      const box = { x, y, w: size.w, h: size.h };
      if (others.some((other) => isTooClose(box, other))) continue;
      const share = inkUnder(ink, box, page);
      // The upper half first, unless the lower one is empty and the upper is not.
      const weighed = isEmpty(share) ? (y >= page.height / 2 ? -1 : 0) : share;
      if (best === null || weighed < best.share) best = { box, share: weighed };
      if (weighed === -1) return onPage(box, page);
    }
  }
  return best === null ? null : onPage(best.box, page);
}
