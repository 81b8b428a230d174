import { STAMP_SIZE } from '#domain/letter/stamp-place';
import { emptiestPlace, inkUnder, isEmpty, readInk } from './page-ink';

const page = { width: 595, height: 842 };
/** A picture of the page at half its size, white but for these rectangles (points from the upper left). */
function pictureOf(...dark: readonly { readonly left: number; readonly top: number; readonly w: number; readonly h: number }[]) {
  const [width, height] = [298, 421];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = dark.some(({ left, top, w, h }) => x * 2 >= left && x * 2 < left + w && y * 2 >= top && y * 2 < top + h);
      if (isDark) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

test('print is seen where it is, and nowhere else', () => {
  const ink = readInk(pictureOf({ left: 100, top: 100, w: 200, h: 40 }), page);
  expect(inkUnder(ink, { x: 120, y: 842 - 135, w: 100, h: 30 }, page)).toBeGreaterThan(0.9);
  expect(isEmpty(inkUnder(ink, { x: 320, y: 700, w: 200, h: 100 }, page))).toBe(true);
  expect(isEmpty(inkUnder(ink, { x: 120, y: 400, w: 200, h: 100 }, page))).toBe(true);
});

test('an empty page has room in its upper right corner', () => {
  const place = emptiestPlace(readInk(pictureOf(), page), page, STAMP_SIZE, []);
  expect(place!.x).toBeCloseTo(595 - 14 - STAMP_SIZE.w, 0);
  expect(place!.y).toBeCloseTo(842 - 14 - STAMP_SIZE.h, 0);
});

test('the place is looked for anew, wherever the stamp stands now', () => {
  const standing = { x: 30, y: 40, ...STAMP_SIZE };
  const place = emptiestPlace(readInk(pictureOf(), page), page, standing, []);
  expect(place!.x).toBeGreaterThan(400);
  expect(place!.y).toBeGreaterThan(700);
});

test('print and other stamps are kept away from', () => {
  const ink = readInk(pictureOf({ left: 400, top: 0, w: 195, h: 120 }), page);
  const place = emptiestPlace(ink, page, STAMP_SIZE, [{ x: 439, y: 640, ...STAMP_SIZE }])!;
  expect(isEmpty(inkUnder(ink, place, page))).toBe(true);
  expect(place.y + place.h <= 640 || place.y >= 640 + STAMP_SIZE.h || place.x + place.w <= 439).toBe(true);
});

test('the lower half is taken where the upper one is full, and the least print where all is', () => {
  const half = readInk(pictureOf({ left: 0, top: 0, w: 595, h: 421 }), page);
  const lower = emptiestPlace(half, page, STAMP_SIZE, [])!;
  expect(lower.y + lower.h).toBeLessThan(425);
  expect(isEmpty(inkUnder(half, lower, page))).toBe(true);
  const full = readInk(pictureOf({ left: 0, top: 0, w: 300, h: 842 }, ...Array.from({ length: 60 }, (_, row) => ({ left: 0, top: row * 14, w: 595, h: 4 }))), page);
  expect(emptiestPlace(full, page, STAMP_SIZE, [])!.x).toBeGreaterThan(295);
});

test('where other stamps leave no room there is none', () => {
  expect(emptiestPlace(readInk(pictureOf(), page), page, STAMP_SIZE, [{ x: 0, y: 0, w: 595, h: 842 }])).toBeNull();
});
