import { end, line, start, work } from '../testing';
import { placeFor } from './place-for';

const NOTHING = { nodes: [], edges: [] };
const whole = { schemaVersion: 1 as const, name: 'ทดสอบ', nodes: [start, work, end], edges: [line('start', 'next', 'work')] };

test('the first step of an empty route comes after its start, whatever is selected', () => {
  expect(placeFor({ ...whole, nodes: [start], edges: [] }, NOTHING, 'work')).toEqual({ after: 'start' });
});

test('a step goes into the selected line or after the selected step', () => {
  expect(placeFor(whole, { nodes: [], edges: ['start-next'] }, 'work')).toEqual({ into: 'start-next' });
  expect(placeFor({ ...whole, edges: [line('start', 'next', 'work')] }, { nodes: ['work'], edges: [] }, 'work')).toEqual({ after: 'work' });
});

test('where nothing is selected, nothing is left open, or a start is added, it stands by itself', () => {
  expect(placeFor(whole, NOTHING, 'work')).toBeNull();
  expect(placeFor(whole, { nodes: ['start'], edges: [] }, 'work')).toBeNull();
  expect(placeFor(whole, { nodes: ['work'], edges: [] }, 'start')).toBeNull();
  expect(placeFor(whole, { nodes: [], edges: ['start-next'] }, 'end')).toBeNull();
});
