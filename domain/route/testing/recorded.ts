/** Letters of the past for tests: driven by the virtual clock, and kept as their records. */
import type { DirectoryFacts } from '../directory-at';
import { isDomainError } from '../../errors';
import { toInstant } from '../../thai/dates';
import { createDriver } from '../driver';
import type { LetterEvent } from '../events';
import type { Facts, RouteBook } from '../model';
import type { LetterState, TaskId } from '../state';
import type { LetterRecord } from '../what-if/record';
import { AT, INCOMING, OUTGOING } from './build';
import { buildDirectory, CALENDAR, holder, unitId } from './office';
import { possibleEvents } from './possible-events';
import { ROUTES } from './routes';

/** What people and machines do to letters without anybody's leave; supervisors' acts that change the way with it. */
const LIVED: ReadonlySet<LetterEvent['type']> = new Set<LetterEvent['type']>(['act', 'claim', 'extend', 'takeBack', 'delivery', 'answered', 'urge']);
const MINUTE = 60_000;
/** When the records are looked at: whatever falls due before has fallen due. */
export const UNTIL = '2026-06-01T00:00:00.000Z';

type Life = { readonly id?: string; readonly route: string; readonly routes?: RouteBook; readonly facts?: Facts; readonly choices: readonly number[] };

/** A letter that lives as the choices say; time goes on by some hours with each. Null where the route refuses it at once. */
export function recordedLife({ id = 'L1', route, routes = ROUTES, facts, choices }: Life): LetterRecord | null {
  const driver = createDriver({ routes, directory: buildDirectory(), calendar: CALENDAR, list: () => ['north', 'south'].map((name) => ({ deliveryId: `D-${id}-${name}` })) });
  const isOutgoing = route === 'outgoing' || route === 'circular';
  const dues: Record<TaskId, string | null> = {};
  const note = (): void => {
    const state = driver.state(id);
    for (const task of Object.values(state.tasks)) {
      const limits = Object.values(state.timers).filter((timer) => timer.kind === 'due' && timer.task === task.id).map((timer) => timer.id);
      dues[task.id] = driver.timers(id).filter((timer) => limits.includes(timer.id)).map(({ at }) => at).toSorted()[0] ?? null;
    }
  };
  const attempt = (work: () => unknown): boolean => {
    try {
      work();
      note();
      return true;
    } catch (error) {
      if (isDomainError(error)) return false;
      throw error;
    }
  };
  const isBegun = attempt(() => driver.start({
    type: 'start', at: AT, actor: isOutgoing ? holder('ict-officer') : null, letterId: id, officeId: 'O1', routeVersionId: route,
    unitId: unitId(route === 'nested' ? 'ict' : 'registry'), secrecy: 'none', facts: facts ?? (isOutgoing ? { ...OUTGOING, dateAsked: '2025-06-20' } : INCOMING),
  }));
  if (!isBegun) return null;
  let now = Date.parse(AT);
  for (const choice of choices) {
    now += (30 + (choice % 600)) * MINUTE;
    fireUntil(now);
    const state = driver.state(id);
    if (state.status === 'ended') break;
    const event = pick(routes, state, choice);
    if (event !== undefined) attempt(() => driver.feed(id, { ...event, at: toInstant(now) }));
  }
  fireUntil(Date.parse(UNTIL));
  const [first, ...rest] = driver.transitions(id);
  if (first?.event.type !== 'start') throw new Error('a letter begins with its start');
  return { id, start: first.event, startOutcome: first.outcome, events: rest.map(({ event, outcome }) => ({ event, outcome })), dues };

  function fireUntil(ms: number): void {
    for (;;) {
      const [next] = driver.timers(id).filter(({ hasFired, at }) => !hasFired && Date.parse(at) <= ms).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
      if (next === undefined || !attempt(() => driver.feed(id, { type: 'timer', at: next.at, timerId: next.id, nth: next.nth }))) return;
    }
  }
}

function pick(routes: RouteBook, state: LetterState, choice: number): LetterEvent | undefined {
  const possible = possibleEvents(routes, state).filter(({ type }) => LIVED.has(type));
  const acts = possible.filter(({ type }) => type === 'act');
  const events = choice % 10 < 7 && acts.length > 0 ? acts : possible;
  return events[Math.floor(choice / 10) % events.length];
}

/** The test office's people, who never change. */
export function peopleFacts(): DirectoryFacts {
  const { posts, units, ...office } = buildDirectory();
  const always = { validFrom: '2000-01-01', validTo: null };
  return {
    office, units: units.map((unit) => ({ ...unit, ...always })), posts: posts.map(({ holders: _holders, clearance: _clearance, clearances: _clearances, ...post }) => ({ ...post, ...always })),
    facts: {
      appointments: posts.flatMap(({ id, holders }) => holders.map((personId) => ({ id: `A-${id}`, personId, postId: id, capacity: 'own' as const, ownPostId: null, orderNo: '', from: '2000-01-01T00:00:00.000Z', to: null }))),
      absences: [], successions: [],
    },
    clearances: Object.fromEntries(posts.flatMap(({ clearances }) => Object.entries(clearances))),
  };
}
