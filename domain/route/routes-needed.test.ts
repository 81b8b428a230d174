import type { LetterEvent } from './events';
import { AT, endNode, route, startNode } from './testing/build';
import { routesNeeded } from './routes-needed';

const calling = (id: string) => route([startNode, { id: 'c', type: 'call', routeVersionId: id }, endNode], ['start c', 'c end']);
const plain = route([startNode, endNode], ['start end']);
const start = (routeVersionId: string): LetterEvent => ({ type: 'start', at: AT, actor: null, letterId: 'L', officeId: 'O', routeVersionId, unitId: null, secrecy: 'none', facts: {} });

test('names the versions an event speaks of and that are not loaded', () => {
  expect(routesNeeded({}, start('a'))).toEqual(['a']);
  expect(routesNeeded({ a: plain }, start('a'))).toEqual([]);
  const act = { type: 'act', picks: [{ unitId: 'u', role: 'main', routeVersionId: 'x' }, { unitId: 'v', role: 'info', routeVersionId: 'a' }] } as unknown as LetterEvent;
  expect(routesNeeded({ a: plain }, act)).toEqual(['x']);
  expect(routesNeeded({ a: plain }, { type: 'moveVersion', routeVersionId: 'y' } as unknown as LetterEvent)).toEqual(['y']);
  expect(routesNeeded({ a: plain }, { type: 'answered', at: AT, answerLetterId: 'M' })).toEqual([]);
});

test('follows what loaded routes call, until nothing is missing', () => {
  expect(routesNeeded({ a: calling('b') }, start('a'))).toEqual(['b']);
  expect(routesNeeded({ a: calling('b'), b: calling('c') }, null)).toEqual(['c']);
  expect(routesNeeded({ a: calling('b'), b: calling('a') }, null)).toEqual([]);
});
