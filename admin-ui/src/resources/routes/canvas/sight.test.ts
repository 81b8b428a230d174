import type { Route } from '#domain/route/model';
import { firstView } from './sight';

const FRAME = { width: 456, height: 680 };
const routeOf = (n: number): Route => ({
  schemaVersion: 1, name: 'ทดสอบ', edges: [],
  nodes: Array.from({ length: n }, (_, at) => ({ id: `n${at}`, type: at === 0 ? 'start' : 'end', name: `ขั้น ${at}` })) as unknown as Route['nodes'],
});
const down = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, at) => [`n${at}`, { x: 100, y: at * 110 }]));

test('a small route is seen whole, in the middle and never enlarged', () => {
  const view = firstView(routeOf(3), down(3), FRAME);
  expect(view).toMatchObject({ zoom: 1, x: 456 / 2 - (100 + 95), y: (680 - (220 + 62)) / 2 });
});

test('a long route begins at its start, large enough to be read', () => {
  const view = firstView(routeOf(13), down(13), FRAME)!;
  expect(view.zoom).toBe(0.85);
  expect(view.y).toBe(24);
  // The start stands in the middle of the frame.
  expect((100 + 95) * view.zoom + view.x).toBeCloseTo(228);
});

test('of a route that is wider than the frame the start is in the middle', () => {
  const layout = { n0: { x: 0, y: 0 }, n1: { x: 900, y: 110 } };
  const view = firstView(routeOf(2), layout, FRAME)!;
  expect(95 * view.zoom + view.x).toBeCloseTo(228);
});

test('without a frame or without steps there is no view', () => {
  expect(firstView(routeOf(2), down(2), { width: 0, height: 0 })).toBeNull();
  expect(firstView(routeOf(0), {}, FRAME)).toBeNull();
});
