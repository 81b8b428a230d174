import type { AppointmentFact, PeopleFacts } from './facts';
import { presenceOf, standInsOf } from './presence';

const AT = '2026-11-23T02:00:00.000Z';
const DUE = { from: '2026-11-27T01:30:00.000Z', to: '2026-11-27T09:30:00.000Z' };
const holds = (personId: string, postId: string): AppointmentFact => ({
  id: `${personId}@${postId}`, personId, postId, capacity: 'own', ownPostId: null, orderNo: '', from: '2026-01-01T00:00:00.000Z', to: null,
});
const LADDER = [
  { postId: 'head', order: 1, successorPostId: 'first', orderNo: '1/2569' },
  { postId: 'head', order: 2, successorPostId: 'second', orderNo: '1/2569' },
];
const facts = (absences: PeopleFacts['absences']): PeopleFacts => ({
  appointments: [holds('nok', 'head'), holds('lek', 'first'), holds('yai', 'second')], absences, successions: LADDER, delegations: [],
});
const away = (personId: string, from: string, to: string) => ({ personId, from, to });
const of = (absences: PeopleFacts['absences'], due: typeof DUE | null = DUE) => presenceOf(facts(absences), { postId: 'head', at: AT, due });

test('of a holder who is there now and when it is due nothing is said', () => {
  expect(of([])).toMatchObject({ receivers: [{ personId: 'nok', capacity: 'own' }], away: [] });
  expect(of([away('nok', '2026-11-24T00:00:00.000Z', '2026-11-26T00:00:00.000Z')]).away).toEqual([]);
});

test('a holder who is away now is named, with the successor who gets it instead', () => {
  expect(of([away('nok', '2026-11-22T00:00:00.000Z', '2026-11-24T00:00:00.000Z')])).toMatchObject({
    receivers: [{ personId: 'lek', capacity: 'acting_for' }], away: [{ personId: 'nok', isNow: true, isAtDue: false, standIns: [{ personId: 'lek' }] }],
  });
});

test('a holder who will be away on the day it is due is named, with whoever stands in then', () => {
  const absences = [away('nok', '2026-11-27T05:00:00.000Z', '2026-11-28T00:00:00.000Z'), away('lek', '2026-11-27T00:00:00.000Z', '2026-11-28T00:00:00.000Z')];
  expect(of(absences)).toMatchObject({
    receivers: [{ personId: 'nok' }], away: [{ personId: 'nok', isNow: false, isAtDue: true, standIns: [{ personId: 'yai', capacity: 'acting_for' }] }],
  });
  expect(of(absences, null).away).toEqual([]);
});

test.each([
  ['ends as the office opens', '2026-11-26T00:00:00.000Z', DUE.from],
  ['begins as it closes', DUE.to, '2026-11-29T00:00:00.000Z'],
])('an absence that %s on the day it is due is none', (_what, from, to) => {
  expect(of([away('nok', from, to)]).away).toEqual([]);
});

test('where everybody is away nobody stands in', () => {
  const all = ['nok', 'lek', 'yai'].map((person) => away(person, '2026-11-22T00:00:00.000Z', '2026-11-28T00:00:00.000Z'));
  expect(of(all).away).toMatchObject([{ personId: 'nok', isNow: true, isAtDue: true, standIns: [] }]);
});

test('of the successor who gets it now it is said too that they will be away', () => {
  const absences = [away('nok', '2026-11-22T00:00:00.000Z', '2026-11-28T00:00:00.000Z'), away('lek', '2026-11-26T00:00:00.000Z', '2026-11-28T00:00:00.000Z')];
  expect(of(absences).away.map(({ personId, isNow, isAtDue }) => [personId, isNow, isAtDue])).toEqual([['nok', true, true], ['lek', false, true]]);
});

test('of a planned absence the standing order tells who of it is away then: the same person in another post, not who is away at another time', () => {
  const planned = { postId: 'head', personId: 'nok', from: '2026-12-01T00:00:00.000Z', to: '2026-12-03T00:00:00.000Z' };
  const known = facts([away('yai', '2026-12-10T00:00:00.000Z', '2026-12-11T00:00:00.000Z')]);
  const twoPosts = { ...known, appointments: [holds('nok', 'head'), holds('nok', 'first'), holds('yai', 'second')] };
  expect(standInsOf(twoPosts, planned)).toMatchObject({
    standIns: [{ personId: 'yai' }], ladder: [{ persons: [{ personId: 'nok', isAway: true }] }, { persons: [{ personId: 'yai', isAway: false }] }],
  });
});

test('a planned absence shows who will stand in: the first of the standing order who is there', () => {
  const planned = { postId: 'head', personId: 'nok', from: '2026-12-01T00:00:00.000Z', to: '2026-12-03T00:00:00.000Z' };
  expect(standInsOf(facts([]), planned)).toMatchObject({ standIns: [{ personId: 'lek' }], ladder: [{ successorPostId: 'first', persons: [{ personId: 'lek', isAway: false }] }, { successorPostId: 'second' }] });
  expect(standInsOf(facts([away('lek', '2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z')]), planned)).toMatchObject({
    standIns: [{ personId: 'yai' }], ladder: [{ persons: [{ personId: 'lek', isAway: true }] }, { persons: [{ personId: 'yai', isAway: false }] }],
  });
  expect(standInsOf({ ...facts([]), successions: [] }, planned)).toEqual({ standIns: [], ladder: [] });
});
