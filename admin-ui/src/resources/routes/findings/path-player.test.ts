import type { Route } from '#domain/route/model';
import { end, line, start, whole, work } from '../testing';
import { framesOfWay } from './use-path-player';

const other = { ...work, id: 'other', name: 'ตรวจ' } as const;
const route: Route = { ...whole, nodes: [start, work, other, end], edges: [line('start', 'next', 'work'), line('work', 'done', 'other'), line('other', 'done', 'end')] };
const told = (way: readonly string[], of: Route = route) => framesOfWay(of, way).map(({ at, outcome, backTo, edges }) => [at, outcome, backTo, [...edges]]);

test('the way of a letter is played step by step, with the lines that it took', () => {
  expect(told(['start', 'work', 'other', 'end'])).toEqual([
    ['start', 'next', null, []], ['work', 'done', null, ['start-work']], ['other', 'done', null, ['start-work', 'work-other']], ['end', null, null, ['start-work', 'work-other', 'other-end']],
  ]);
});

test('where it was returned no line is lit, and it says to which step', () => {
  expect(told(['start', 'work', 'other', 'work'])).toEqual([
    ['start', 'next', null, []], ['work', 'done', null, ['start-work']], ['other', null, 'work', ['start-work', 'work-other']], ['work', null, null, ['start-work', 'work-other']],
  ]);
});

test('where branches take turns, a line is that of the step which leads there', () => {
  const forked: Route = { ...route, nodes: [start, work, other, end], edges: [line('start', 'one', 'work'), line('start', 'two', 'other'), line('work', 'done', 'end')] };
  expect(told(['start', 'work', 'other', 'end'], forked)).toEqual([
    ['start', 'one', null, []], ['work', null, null, ['start-work']], ['other', null, null, ['start-work', 'start-other']], ['end', null, null, ['start-work', 'start-other', 'work-end']],
  ]);
});

test('two outcomes that lead to one step are not told apart, and steps that are gone are left out', () => {
  const both: Route = { ...route, edges: [...route.edges, { id: 'again', from: 'work', outcome: 'return', to: 'other' }] };
  expect(told(['start', 'gone', 'work', 'other'], both).map(([at, outcome]) => [at, outcome])).toEqual([['start', 'next'], ['work', null], ['other', null]]);
});
