import { drawnAt, moved, placeAt } from './places';

const A4 = { number: 1, widthPt: 595, heightPt: 842, scale: 1.5 };

test('a place begins where the page was clicked, measured in points from the bottom left', () => {
  expect(placeAt('number', A4, { x: 150, y: 300 })).toEqual({ kind: 'number', page: 1, x: 100, y: 618, w: 170, h: 24 });
});

test('a place is drawn where it was clicked', () => {
  expect(drawnAt(placeAt('date', A4, { x: 150, y: 300 }), A4)).toMatchObject({ left: 150, top: 300 });
});

test('a place near the edge is moved onto the page', () => {
  const place = placeAt('signature', A4, { x: 890, y: 1260 });
  expect([place.x + place.w <= 595, place.y >= 0]).toEqual([true, true]);
});

test('arrow keys stop at the edge', () => {
  expect(moved({ kind: 'number', page: 1, x: 0, y: 818, w: 170, h: 24 }, A4, { right: -4, up: 4 })).toMatchObject({ x: 0, y: 818 });
});

test('a page smaller than the mark takes a smaller mark', () => {
  expect(placeAt('signature', { number: 1, widthPt: 100, heightPt: 60, scale: 1 }, { x: 5, y: 5 })).toMatchObject({ x: 0, y: 0, w: 100, h: 60 });
});
