import { createBooks, createDriver } from './driver';
import { stateHash } from './engine';
import type { LetterState } from './state';
import { AT, INCOMING, OUTGOING } from './testing/build';
import { buildDirectory, CALENDAR, holder } from './testing/office';
import { circular, incoming, unitRoute } from './testing/routes';

const make = (more: object = {}) => createDriver({ routes: { incoming, unitRoute, circular }, directory: buildDirectory(), calendar: CALENDAR, ...more });
const begin = (letterId: string, routeVersionId = 'incoming', at = AT) =>
  ({ type: 'start', at, actor: null, letterId, officeId: 'O1', routeVersionId, unitId: 'U-registry', secrecy: 'none', facts: routeVersionId === 'incoming' ? INCOMING : OUTGOING }) as const;

test('runs many letters on the same books, numbers without gaps', () => {
  const driver = make();
  const numbers = ['L1', 'L2', 'L3'].map((id) => driver.start(begin(id)).outcome.numbers['f1/reg']?.no);
  expect(numbers).toEqual([1, 2, 3]);
  expect(driver.letterIds()).toEqual(['L1', 'L2', 'L3']);
});

test('books count anew each calendar year of Bangkok', () => {
  const books = createBooks();
  const ask = { officeId: 'O', book: 'receive', owner: 'office', unitId: null } as const;
  expect(books({ ...ask, at: '2025-12-31T16:59:00.000Z' })).toMatchObject({ no: 1, date: '2025-12-31' });
  expect(books({ ...ask, at: '2025-12-31T17:00:00.000Z' })).toMatchObject({ no: 1, date: '2026-01-01' });
  expect(books({ ...ask, at: '2026-01-01T03:00:00.000Z' })).toMatchObject({ no: 2 });
  expect(books({ ...ask, owner: 'holder', unitId: 'U1', at: '2026-01-01T03:00:00.000Z' })).toMatchObject({ no: 1 });
});

test('fires timers of all letters in the order of their instants', () => {
  const driver = make();
  driver.start(begin('late', 'incoming', '2025-06-03T02:00:00.000Z'));
  driver.start(begin('early'));
  const fired = driver.runUntil('2025-06-30T00:00:00.000Z').map(({ event }) => event.at);
  expect(fired).toEqual(fired.toSorted());
  expect(fired.length).toBeGreaterThan(4);
});

test('records every transition with its event, effects and outcome', () => {
  const driver = make();
  driver.start(begin('L1'));
  const [task] = Object.values(driver.state('L1').tasks);
  driver.feed('L1', { type: 'claim', at: AT, actor: holder('clerk'), taskId: task!.id, rev: 0 }, 'command-1');
  expect(driver.transitions('L1').map(({ seq, eventId, event }) => [seq, eventId, event.type])).toEqual([[1, 'start:L1', 'start'], [2, 'command-1', 'claim']]);
});

test('a refused event and a refused commit leave the letter as it was', () => {
  const driver = make({ list: () => [] });
  driver.start(begin('L1', 'circular'));
  const sign = Object.values(driver.state('L1').tasks)[0];
  driver.feed('L1', { type: 'act', at: AT, actor: holder('deputy'), taskId: sign!.id, rev: 0, outcome: 'sign', hasNote: false, signature: true });
  const before: LetterState = driver.state('L1');
  const check = Object.values(before.tasks)[0];
  const act = { type: 'act', at: AT, actor: holder('clerk'), taskId: check!.id, rev: 0, outcome: 'done', hasNote: false } as const;
  expect(() => driver.feed('L1', act)).toThrow('RECIPIENTS_REQUIRED');
  expect(() => driver.feed('L1', { ...act, rev: 7 })).toThrow('TASK_STALE');
  expect(driver.state('L1')).toBe(before);
  expect(stateHash(driver.state('L1'))).toBe(stateHash(before));
});

test('a letter is started once, and one that is not there is not found', () => {
  const driver = make();
  driver.start(begin('L1'));
  expect(() => driver.start(begin('L1'))).toThrow('EVENT_INVALID');
  expect(() => driver.state('L2')).toThrow('NOT_FOUND');
  expect(() => driver.feed('L2', { type: 'answered', at: AT, answerLetterId: 'x' })).toThrow('NOT_FOUND');
});
