/** One rehearsal while it is played: the driver with a virtual clock, and the moves turned into the engine's events. */
import { instantMs, type Instant } from '../../thai/dates';
import type { OfficeCalendar } from '../../calendar/calendar';
import { DomainError } from '../../errors';
import { indexOf, type Directory } from '../directory';
import { createDriver, type Driver, type NumberBooks, type Transition } from '../driver';
import type { ActEvent, LetterEvent, Recipient } from '../events';
import type { RouteBook, RouteVersionId } from '../model';
import { isDispatched } from '../recipients';
import type { Passed } from '../run';
import type { Actor, LetterState, Task } from '../state';
import { choicesOf, type Choice } from './choices';
import { taskAt } from './places';
import type { Move, Script } from './script';

/** What surrounds a rehearsed letter: the office as the designer was handed it. Nothing of it is changed. */
export type RehearsalSetting = {
  /** The draft under an id of its own, and every published route that it or a unit may run. */
  readonly routes: RouteBook;
  readonly route: RouteVersionId;
  readonly officeId: string;
  readonly calendar: OfficeCalendar;
  readonly directoryAt: (at: Instant) => Directory;
  /** A fresh copy of the office's books; without it each counts from 1. */
  readonly books?: () => NumberBooks;
  /** Incoming route of a unit; null where it has none. */
  readonly routeOfUnit?: (unitId: string) => RouteVersionId | null;
  /** What a post runs that is given a letter; null where the office has no such route. */
  readonly postRoute?: RouteVersionId | null;
};

/** What one move has done: the transitions, and the way the letter took in each. */
export type Played = { readonly move: number; readonly transition: Transition; readonly passed: readonly Passed[] };

export type Session = {
  readonly now: () => Instant;
  readonly state: () => LetterState;
  readonly played: () => readonly Played[];
  readonly driver: Driver;
  readonly choices: () => readonly Choice[];
  readonly nextAt: () => Instant | null;
  /** @throws DomainError when the move is refused; then nothing has happened */
  readonly apply: (move: Move) => void;
};

const LETTER = 'rehearsal';
/** Two examples of whom a letter may go to. */
const RECIPIENTS: readonly Recipient[] = [
  { deliveryId: 'addressee-1', officeId: 'addressee-1', addressId: null, role: 'lead' },
  { deliveryId: 'addressee-2', officeId: 'addressee-2', addressId: null, role: 'info' },
];

/** The letter enters the route. @throws DomainError where the route refuses it at once */
export function openSession(setting: RehearsalSetting, script: Script): Session {
  const { routes, calendar, books, routeOfUnit = () => null, postRoute = null } = setting;
  const played: Played[] = [];
  let passed: Passed[] = [];
  let moves = -1;
  let now = script.at;
  const directoryAt = remembered(setting.directoryAt);
  const driver = createDriver({
    routes, calendar, directory: directoryAt, ...(books === undefined ? {} : { books: books() }),
    list: (code) => [1, 2, 3].map((no) => ({ deliveryId: `${code}-${no}` })),
    watch: (step) => void passed.push(step),
  });
  const keep = (transition: Transition): void => {
    played.push({ move: moves, transition, passed });
    passed = [];
  };
  const feed = (event: LetterEvent): void => {
    passed = [];
    keep(driver.feed(LETTER, event));
  };
  const state = (): LetterState => driver.state(LETTER);
  /** Timers fire one at a time, so that each is told with the way it led. */
  const runUntil = (to: Instant): void => {
    for (let due = earliest(driver); due !== null && instantMs(due.at) <= instantMs(to); due = earliest(driver)) {
      feed({ type: 'timer', at: due.at, timerId: due.id, nth: due.nth });
    }
    if (instantMs(to) > instantMs(now)) now = to;
  };
  keep(driver.start({
    type: 'start', at: script.at, actor: drafterOf(script, directoryAt(script.at)), letterId: LETTER, officeId: setting.officeId, routeVersionId: setting.route,
    unitId: script.unitId, secrecy: script.secrecy, facts: script.facts,
  }));
  return {
    now: () => now,
    state, driver,
    played: () => played,
    nextAt: () => earliest(driver)?.at ?? null,
    choices: () => choicesOf(state(), { routes, directory: directoryAt(now), routeOfUnit, postRoute, nextAt: earliest(driver)?.at ?? null }),
    apply: (move) => {
      moves += 1;
      try {
        if (move.kind === 'clock') runUntil(move.to);
        else feed(eventOf(move, { state: state(), now, directory: directoryAt(now), routeOfUnit, postRoute }));
      } catch (error) {
        moves -= 1;
        throw error;
      }
    },
  };
}

/** The same moment asks often. */
function remembered(directory: RehearsalSetting['directoryAt']): RehearsalSetting['directoryAt'] {
  let last: { readonly at: string; readonly value: Directory } | null = null;
  return (at) => {
    if (last?.at !== at) last = { at, value: directory(at) };
    return last.value;
  };
}

function earliest(driver: Driver): { readonly id: string; readonly at: Instant; readonly nth: number } | null {
  const waiting = driver.timers(LETTER).filter(({ hasFired }) => !hasFired);
  return waiting.toSorted((a, b) => instantMs(a.at) - instantMs(b.at))[0] ?? null;
}

type Moment = { readonly state: LetterState; readonly now: Instant; readonly directory: Directory; readonly routeOfUnit: (unitId: string) => RouteVersionId | null; readonly postRoute: RouteVersionId | null };

const EVENTS: { readonly [K in Exclude<Move['kind'], 'clock'>]: (move: Extract<Move, { kind: K }>, moment: Moment) => LetterEvent } = {
  act: actOf,
  delivery: ({ deliveryId, change }, { now }) => ({ type: 'delivery', at: now, deliveryId, change }),
  answered: (_move, { now }) => ({ type: 'answered', at: now, answerLetterId: 'answer' }),
  letter: ({ act }, { now, state, directory }) => ({ type: act, at: now, actor: supervisorOf(directory), seq: state.seq, hasReason: true }),
};

const eventOf = (move: Exclude<Move, { kind: 'clock' }>, moment: Moment): LetterEvent =>
  // The key picks the event of this very move.
  (EVENTS[move.kind] as (move: Move, moment: Moment) => LetterEvent)(move, moment);

/** @throws TASK_NOT_OPEN where nobody is asked there, ROUTE_MISSING for a unit without a route, or a post where there is none for posts */
function actOf(move: Extract<Move, { kind: 'act' }>, { state, now, directory, routeOfUnit, postRoute }: Moment): ActEvent {
  const task = taskAt(state, move.at);
  if (task === null) throw new DomainError('TASK_NOT_OPEN', { nodeId: move.at.node });
  const { outcome, returnTo, action, picks, forwardTo, facts, due } = move;
  const names = outcome === 'submit' || (outcome === 'sign' && state.recipients.length === 0);
  return {
    type: 'act', at: now, actor: actorOf(task, state, directory), taskId: task.id, rev: task.rev, outcome, hasNote: true, signature: true,
    ...(returnTo === undefined ? {} : { returnTo }),
    ...(action === undefined ? {} : { action }),
    ...(picks === undefined ? {} : { picks: picks.map((pick) => ({ ...pick, routeVersionId: routeFor(pick, { routeOfUnit, postRoute }) })) }),
    ...(forwardTo === undefined ? {} : { forwardTo: { postId: forwardTo } }),
    ...(facts === undefined ? {} : { facts }),
    ...(due === undefined ? {} : { due }),
    ...(names && !isDispatched(state) ? { recipients: RECIPIENTS } : {}),
  };
}

function routeFor({ unitId, postId }: { readonly unitId: string; readonly postId?: string }, { routeOfUnit, postRoute }: Pick<Moment, 'routeOfUnit' | 'postRoute'>): RouteVersionId {
  const found = postId === undefined ? routeOfUnit(unitId) : postRoute;
  if (found === null) throw new DomainError('ROUTE_MISSING', { unitId });
  return found;
}

/** Whoever has the task; of several the first who has not drafted the letter. A vacant post acts by itself. */
function actorOf({ postIds, personId }: Task, { drafter }: LetterState, directory: Directory): Actor {
  const { posts } = indexOf(directory);
  const holders = postIds.flatMap((postId) => (posts.get(postId)?.holders ?? []).map((holder) => ({ postId, personId: holder })));
  const named = holders.filter((each) => personId === null || each.personId === personId);
  const found = named.find((each) => each.personId !== drafter?.personId) ?? named[0];
  return { postId: found?.postId ?? postIds[0] ?? '', personId: personId ?? found?.personId ?? `vacant:${postIds[0] ?? ''}`, capacity: 'own' };
}

function supervisorOf(directory: Directory): Actor {
  const post = directory.posts.find(({ roles }) => roles.includes('supervisor')) ?? directory.posts.find(({ isUnitHead }) => isUnitHead);
  return { personId: post?.holders[0] ?? 'supervisor', postId: post?.id ?? 'supervisor', capacity: 'own' };
}

function drafterOf({ drafterPost }: Script, directory: Directory): Actor | null {
  if (drafterPost === null) return null;
  const post = indexOf(directory).postsByCode.get(drafterPost);
  if (post === undefined) throw new DomainError('NOT_FOUND', { postCode: drafterPost });
  return { personId: post.holders[0] ?? `vacant:${post.id}`, postId: post.id, capacity: 'own' };
}
