import * as fc from 'fast-check';
import type { Route, RouteBook } from './model';
import { approval, endNode, route as routeOf, startNode } from './testing/build';
import { CALENDAR, unitId } from './testing/office';
import { anyWellNested } from './testing/random-route';
import { peopleFacts, recordedLife, UNTIL } from './testing/recorded';
import { ROUTES } from './testing/routes';
import { createWhatIf, type WhatIfSetting } from './what-if';
import type { ComparedLetter } from './what-if/compare';
import type { LetterRecord } from './what-if/record';
import type { WhatIfReport } from './what-if/report';

const choices = fc.array(fc.noBias(fc.nat({ max: 1_000_000 })), { minLength: 5, maxLength: 60, size: 'max' });
const anyRoute = fc.constantFrom('incoming', 'outgoing', 'council', 'caller', 'forks', 'circular', 'nested');

/** Every kind of letter and direction, so that a draft takes all of them in. */
const openToAll = (route: Route): Route => ({ ...route, nodes: route.nodes.map((node) => (node.type === 'start' ? { ...node, kinds: ['external_letter'], directions: ['incoming', 'outgoing', 'internal'] } : node)) });

function tryOut(draft: Route, records: readonly LetterRecord[], more: Partial<WhatIfSetting> = {}): { readonly letters: readonly ComparedLetter[]; readonly report: WhatIfReport } {
  const whatIf = createWhatIf({
    draft: openToAll(draft), versions: records.map(({ start }) => start.routeVersionId), takesAll: false, routes: ROUTES, calendar: CALENDAR, people: peopleFacts(),
    unitRoutes: { [unitId('ict')]: 'unitRoute', [unitId('finance')]: 'unitRoute' }, until: UNTIL, ...more,
  });
  whatIf.add(records.map((record) => ({ id: record.id, record })));
  const letters: ComparedLetter[] = [];
  for (let batch = whatIf.next(3); batch !== null; batch = whatIf.next(3)) letters.push(...batch);
  return { letters, report: whatIf.report() };
}

test('a draft that is the very route changes nothing for any letter: the same path, and late or not as then', () => {
  fc.assert(fc.property(anyRoute, choices, (route, picked) => {
    const record = recordedLife({ route, choices: picked });
    if (record === null) return;
    const [letter] = tryOut(ROUTES[route]!, [record]).letters;
    expect(letter).toMatchObject({ verdict: 'same', difference: null, reason: null });
    expect(letter!.isLateNow).toBe(letter!.isLateThen);
    expect(letter!.minutesNow).toBe(letter!.minutesThen);
  }), { numRuns: 60 });
});

test('so it is for routes as chance draws them', () => {
  fc.assert(fc.property(anyWellNested, choices, (route, picked) => {
    const routes: RouteBook = { ...ROUTES, own: route };
    const record = recordedLife({ route: 'own', routes, choices: picked });
    if (record === null) return;
    const { letters: [letter], report } = tryOut(route, [record], { routes });
    expect([letter!.verdict, letter!.isLateNow === letter!.isLateThen, letter!.minutesNow === letter!.minutesThen]).toEqual(['same', true, true]);
    for (const { then, now, sources } of report.steps) expect([now.tasks, sources.recorded]).toEqual([then.tasks, then.tasks]);
    for (const { then, now } of report.posts) expect(now).toEqual(then);
  }), { numRuns: 60 });
});

test('a step that is only put in is named with the step that followed then', () => {
  const [first, second, last] = [approval('first', 'chief'), approval('second', 'ict-head'), approval('last', 'deputy')];
  const own = routeOf([startNode, first, last, endNode], ['start first', 'first approve last', 'last approve end']);
  const draft = routeOf([startNode, first, second, last, endNode], ['start first', 'first approve second', 'second approve last', 'last approve end']);
  const routes: RouteBook = { ...ROUTES, own };
  const record = recordedLife({ route: 'own', routes, choices: [0, 0, 0, 0] });
  expect(tryOut(draft, [record!], { routes }).letters[0]).toMatchObject({ verdict: 'other', difference: { after: 'first', then: 'last', now: 'second' } });
});

test('a step that the draft leaves out is named where it stood, with what follows now', () => {
  const [first, second, last] = [approval('first', 'chief'), approval('second', 'ict-head'), approval('last', 'deputy')];
  const own = routeOf([startNode, first, second, last, endNode], ['start first', 'first approve second', 'second approve last', 'last approve end']);
  const routes: RouteBook = { ...ROUTES, own };
  const differenceTo = (draft: Route) => tryOut(draft, [recordedLife({ route: 'own', routes, choices: [0, 0, 0, 0] })!], { routes }).letters[0]?.difference;
  expect(differenceTo(routeOf([startNode, first, last, endNode], ['start first', 'first approve last', 'last approve end']))).toEqual({ after: 'first', then: 'second', now: 'last' });
  // What is left out first is told first.
  expect(differenceTo(routeOf([startNode, first, last, approval('more', 'chief'), endNode], ['start first', 'first approve last', 'last approve more', 'more approve end']))).toEqual({ after: 'first', then: 'second', now: 'last' });
});

test('whatever the draft is, every letter is counted once and sums add up', () => {
  fc.assert(fc.property(anyWellNested, fc.array(fc.tuple(anyRoute, choices), { minLength: 1, maxLength: 6 }), (draft, lives) => {
    const records = lives.flatMap(([route, picked], i) => recordedLife({ id: `L${i}`, route, choices: picked }) ?? []);
    const { letters, report } = tryOut(draft, records);
    expect(letters.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    const count = (verdict: ComparedLetter['verdict']): number => letters.filter((letter) => letter.verdict === verdict).length;
    expect(report.letters).toEqual({ total: records.length, same: count('same'), other: count('other'), cannot: count('cannot') });
    expect(sum(report.reasons.map((each) => each.count))).toBe(count('cannot'));
    expect(sum(report.differences.map((each) => each.count))).toBe(count('other'));
    expect(report.late.now - report.late.then).toBe(report.late.became - report.late.noLonger);
    for (const { now, sources } of report.steps) expect(sum(Object.values(sources))).toBe(now.tasks);
  }), { numRuns: 30 });
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
