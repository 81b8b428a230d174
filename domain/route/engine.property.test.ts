import * as fc from 'fast-check';
import { canonicalJson } from '../canonical-json';
import { isDomainError } from '../errors';
import { createDriver, type Driver } from './driver';
import { advance, stateHash } from './engine';
import type { LetterEvent } from './events';
import type { Facts } from './model';
import type { LetterState } from './state';
import { AT, INCOMING, OUTGOING } from './testing/build';
import { faultsOf, faultsOfStep } from './testing/invariants';
import { buildDirectory, CALENDAR, holder, unitId } from './testing/office';
import { possibleEvents } from './testing/possible-events';
import { ROUTES } from './testing/routes';

const MAIN_ROUTES = ['incoming', 'outgoing', 'council', 'caller', 'forks', 'circular', 'nested'] as const;

function begin(routeVersionId: string): Driver {
  const driver = createDriver({
    routes: ROUTES, directory: buildDirectory(), calendar: CALENDAR,
    list: (_code, letterId) => ['north', 'south'].map((name) => ({ deliveryId: `D-${letterId}-${name}` })),
  });
  const isOutgoing = routeVersionId === 'outgoing' || routeVersionId === 'circular';
  const facts: Facts = isOutgoing ? { ...OUTGOING, dateAsked: '2025-06-20' } : INCOMING;
  driver.start({
    type: 'start', at: AT, actor: isOutgoing ? holder('ict-officer') : null, letterId: 'L1', officeId: 'O1', routeVersionId,
    unitId: unitId(routeVersionId === 'nested' ? 'ict' : 'registry'), secrecy: 'none', facts,
  });
  return driver;
}

/** Feed what the choices pick of all that is possible, most often an act on a task; says which events were refused. */
function play(driver: Driver, choices: readonly number[], each: (before: LetterState, event: LetterEvent, refusal: string | null) => void): void {
  for (const choice of choices) {
    const before = driver.state('L1');
    if (before.status === 'ended') return;
    const event = pick(possibleEvents(ROUTES, before), choice, before);
    if (!event) return;
    each(before, event, refusalOf(() => driver.feed('L1', event)));
  }
}

/** Seven in ten are acts on tasks, two what machines report, one anything at all; a held letter is soon resumed. */
function pick(possible: readonly LetterEvent[], choice: number, { status }: LetterState): LetterEvent | undefined {
  const dice = choice % 10;
  const isWanted = (event: LetterEvent): boolean => {
    if (status === 'held' && dice > 3) return event.type === 'resume';
    if (dice < 7) return event.type === 'act';
    return dice === 9 || ['timer', 'delivery', 'answered', 'effectReported'].includes(event.type);
  };
  const wanted = possible.filter(isWanted);
  const events = wanted.length > 0 ? wanted : possible;
  return events[Math.floor(choice / 10) % events.length];
}

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}

const choices = fc.array(fc.noBias(fc.nat({ max: 1_000_000 })), { minLength: 10, maxLength: 80, size: 'max' });
const anyRoute = fc.constantFrom(...MAIN_ROUTES);
/** New walks each time; a failure prints the seed and the path that repeat it. */
const RUNS = { numRuns: 150 };
/** The same walks each time: whether they come everywhere must not depend on luck. */
const SAME_WALKS = { numRuns: 400, seed: 20250602 };

describe('any sequence of events', () => {
  test('leaves no token lost or doubled, no task without somebody, no counter wrong', () => {
    fc.assert(
      fc.property(anyRoute, choices, (route, picks) => {
        const driver = begin(route);
        expect(faultsOf(ROUTES, driver.state('L1'))).toEqual([]);
        play(driver, picks, (before, event, refusal) => {
          const state = driver.state('L1');
          const transition = driver.transitions('L1').at(-1);
          const faults = refusal === null && transition ? [...faultsOf(ROUTES, state), ...faultsOfStep(before, transition)] : [];
          if (faults.length > 0) throw new Error(`${JSON.stringify(event)}: ${faults.join('; ')}`);
        });
      }),
      RUNS,
    );
  });

  test('is refused with a code or applied, and a refused one changes nothing', () => {
    fc.assert(
      fc.property(anyRoute, choices, (route, picks) => {
        const driver = begin(route);
        play(driver, picks, (before, _event, refusal) => {
          if (refusal === null) return;
          expect(driver.state('L1')).toBe(before);
          expect(refusal).not.toBe('ROUTE_INVALID');
        });
      }),
      RUNS,
    );
  });

  test('gives the same states and effects again, also from a state with its keys in another order', () => {
    fc.assert(
      fc.property(anyRoute, choices, (route, picks) => {
        const driver = begin(route);
        play(driver, picks, (before, event, refusal) => {
          if (refusal !== null) return;
          const stored: LetterState = reordered(before);
          const again = advance(ROUTES, stored, event);
          const once = advance(ROUTES, before, event);
          expect(canonicalJson(again)).toBe(canonicalJson(once));
          expect(stateHash(again.state)).toBe(stateHash(once.state));
        });
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('keeps the state plain JSON and small', () => {
    fc.assert(
      fc.property(anyRoute, choices, (route, picks) => {
        const driver = begin(route);
        play(driver, picks, () => {
          const state = driver.state('L1');
          const text = JSON.stringify(state);
          expect(JSON.parse(text)).toStrictEqual(state);
          expect(text.length).toBeLessThan(32_768);
        });
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('never touches the state it was given', () => {
    fc.assert(
      fc.property(anyRoute, choices, (route, picks) => {
        const driver = begin(route);
        play(driver, picks, (before, event) => {
          const text = JSON.stringify(before);
          refusalOf(() => advance(ROUTES, deepFreeze(JSON.parse(text)), event));
          expect(JSON.stringify(before)).toBe(text);
        });
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('reaches every kind of end: the random walks are not idle', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyRoute, choices, (route, picks) => {
        const driver = begin(route);
        play(driver, picks, (_before, event, refusal) => {
          if (refusal === null) seen.add(event.type);
          if (refusal === null && event.type === 'act') seen.add(`act ${event.outcome}`);
        });
        const { status, outcome } = driver.state('L1');
        seen.add(`${status} ${outcome ?? ''}`.trim());
      }),
      SAME_WALKS,
    );
    for (const expected of [
      'act approve', 'act return', 'act forward', 'act reject', 'act sign', 'act assign', 'act acknowledge', 'act answer', 'act full', 'act amend', 'act submit',
      'claim', 'release', 'adhoc', 'reassign', 'extend', 'remind', 'takeBack', 'hold', 'resume', 'cancel', 'cancelNumber', 'recall', 'reclassify', 'urge', 'moveVersion', 'timer',
      'effectReported', 'delivery', 'answered', 'ended closed', 'ended rejected', 'ended cancelled',
    ]) expect([...seen]).toContain(expected);
  });
});

/** As PostgreSQL gives keys back: in an order of its own. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, item]) => [key, reordered(item)])) as T;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
