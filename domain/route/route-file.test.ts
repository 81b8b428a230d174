import { readRouteFile } from './route-file';
import { MAX_NODES } from './verify-schema';

const start = { id: 'start', type: 'start', name: 'เริ่มต้น', kinds: ['external_letter'], directions: ['incoming'] };
const route = { schemaVersion: 1, name: 'รับหนังสือ', nodes: [start], edges: [] };
const read = (value: unknown) => readRouteFile(JSON.stringify(value));
const nested = (depth: number): object => (depth === 0 ? { combinator: 'and', rules: [] } : { combinator: 'and', rules: [nested(depth - 1)] });
const decide = (depth: number) => ({ id: 'd', type: 'decide', name: 'แยกตามเรื่อง', branches: [{ outcome: 'a', when: nested(depth) }], otherwise: 'b' });
const many = (count: number) => ({ ...route, nodes: Array.from({ length: count }, (_, i) => ({ ...start, id: `s${i}` })) });

test('a route is read by itself and as the designer exports it', () => {
  expect(read(route)).toEqual({ route, layout: {} });
  expect(read({ definition: route, layout: { start: { x: 1, y: 2 } } })).toEqual({ route, layout: { start: { x: 1, y: 2 } } });
});

test('too many steps are counted, and the bound is said; as many as may be are read', () => {
  expect(read(many(1_000))).toEqual({ code: 'tooManySteps', count: 1_000, max: MAX_NODES });
  expect(read({ definition: many(MAX_NODES + 1) })).toMatchObject({ code: 'tooManySteps' });
  expect(read(many(MAX_NODES))).toHaveProperty('route');
});

test('a condition of 200 levels is refused naming its step; the few that a condition may have are read', () => {
  expect(read({ ...route, nodes: [start, decide(200)] })).toEqual({ code: 'tooDeep', step: 'แยกตามเรื่อง' });
  expect(read({ ...route, nodes: [start, decide(8)] })).toHaveProperty('route');
});

test.each([
  ['no JSON', '{', { code: 'notJson' }],
  ['something else', '"a"', { code: 'noRoute' }],
  ['a step that is none', JSON.stringify({ ...route, nodes: [{ ...start, kinds: ['nothing'] }] }), { code: 'wrongAt', where: '“เริ่มต้น”.kinds.0' }],
  ['another version of the form', JSON.stringify({ ...route, schemaVersion: 2 }), { code: 'wrongAt', where: 'schemaVersion' }],
])('%s is refused, saying where', (_what, text, expected) => {
  expect(readRouteFile(text)).toEqual(expected);
});
