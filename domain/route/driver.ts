/**
 * Runs letters with a virtual clock and no Temporal: the same `advance` and `settle`, and a commit in memory that finds
 * posts, numbers and due instants as the real one does. For tests, rehearsals, seeds and benchmarks.
 */
import type { OfficeCalendar } from '#domain/calendar/calendar';
import { dueAt, instantBefore } from '#domain/calendar/deadline';
import type { BookKind } from '#domain/letter/vocabulary';
import { machineEventKey } from '../ids';
import { DomainError } from '../errors';
import { resolveAssignee } from './assignee';
import type { Directory } from './directory';
import type { Effect, EffectOf, EffectType, Outcome } from './effects';
import { advance, settle, start, type Advanced } from './engine';
import type { LetterEvent, Recipient, StartEvent } from './events';
import type { RouteBook } from './model';
import type { Watch } from './run';
import type { LetterState, TimerId } from './state';

/** Gives numbers; called once per number, in the order of the events. */
export type NumberBooks = (ask: {
  readonly officeId: string;
  readonly book: BookKind;
  readonly owner: 'office' | 'holder';
  readonly unitId: string | null;
  readonly at: string;
}) => Outcome['numbers'][string];

export type DriverOptions = {
  readonly routes: RouteBook;
  /** The office's people, or who they are at each moment. */
  readonly directory: Directory | ((at: string) => Directory);
  readonly calendar: OfficeCalendar;
  readonly books?: NumberBooks;
  /** Addressees of a distribution list, with delivery ids; none by default. */
  readonly list?: (listCode: string, letterId: string) => readonly Pick<Recipient, 'deliveryId'>[];
  /** Is told of every step that a letter comes to. */
  readonly watch?: Watch;
};

/** One committed event of a letter, as the transition log would hold it. */
export type Transition = {
  readonly seq: number;
  readonly eventId: string;
  readonly event: LetterEvent;
  readonly effects: readonly Effect[];
  readonly outcome: Outcome;
  /** Settled. */
  readonly state: LetterState;
};

/** A timer with the instant the calendar gives it. */
export type DrivenTimer = { readonly id: TimerId; readonly at: string; readonly nth: number; readonly hasFired: boolean };

export type Driver = {
  /** Start a letter. @throws DomainError */
  readonly start: (event: StartEvent) => Transition;
  /** Give a letter an event. @throws DomainError; then nothing has happened */
  readonly feed: (letterId: string, event: LetterEvent, eventId?: string) => Transition;
  /** Fire every timer that falls due up to an instant, earliest first, at its own instant. Returns what was fired. */
  readonly runUntil: (instant: string) => readonly Transition[];
  /** State after the last event. @throws NOT_FOUND */
  readonly state: (letterId: string) => LetterState;
  readonly transitions: (letterId: string) => readonly Transition[];
  readonly timers: (letterId: string) => readonly DrivenTimer[];
  readonly letterIds: () => readonly string[];
};

type Timers = Map<TimerId, DrivenTimer>;
type Driven = { readonly transitions: Transition[]; timers: Timers };

export function createDriver(options: DriverOptions): Driver {
  const letters = new Map<string, Driven>();
  const books = options.books ?? createBooks();
  const choice = options.watch === undefined ? {} : { watch: options.watch };

  const get = (letterId: string): Driven => {
    const letter = letters.get(letterId);
    if (!letter) throw new DomainError('NOT_FOUND', { letterId });
    return letter;
  };
  const last = (letter: Driven): LetterState => {
    const transition = letter.transitions.at(-1);
    if (!transition) throw new DomainError('NOT_FOUND');
    return transition.state;
  };
  const commit = (letter: Driven, event: LetterEvent, eventId: string, advanced: Advanced): Transition => {
    // Written to a copy, so that a refusal in the middle leaves the letter as it was.
    const timers = new Map(letter.timers);
    if (event.type === 'timer') markFired(timers, event.timerId);
    const outcome = commitInMemory({ options, books, timers, at: event.at }, advanced);
    const state = settle(advanced.state, outcome);
    letter.timers = timers;
    const transition: Transition = { seq: state.seq, eventId, event, effects: advanced.effects, outcome, state };
    letter.transitions.push(transition);
    return transition;
  };
  const feed: Driver['feed'] = (letterId, event, eventId) => {
    const letter = get(letterId);
    const state = last(letter);
    return commit(letter, event, eventId ?? `event:${state.seq + 1}`, advance(options.routes, state, event, choice));
  };

  return {
    start: (event) => {
      if (letters.has(event.letterId)) throw new DomainError('EVENT_INVALID', { letterId: event.letterId });
      const letter: Driven = { transitions: [], timers: new Map() };
      const transition = commit(letter, event, machineEventKey.start(event.letterId), start(options.routes, event, choice));
      letters.set(event.letterId, letter);
      return transition;
    },
    feed,
    runUntil: (instant) => {
      const fired: Transition[] = [];
      for (let next = earliest(letters, instant); next; next = earliest(letters, instant)) {
        const { letterId, timer } = next;
        const event = { type: 'timer', at: timer.at, timerId: timer.id, nth: timer.nth } as const;
        fired.push(feed(letterId, event, machineEventKey.timer(timer.id, timer.nth)));
      }
      return fired;
    },
    state: (letterId) => last(get(letterId)),
    transitions: (letterId) => get(letterId).transitions,
    timers: (letterId) => [...get(letterId).timers.values()],
    letterIds: () => [...letters.keys()],
  };
}

/** Books that count from 1 per office, kind, unit and calendar year in Bangkok. */
export function createBooks(): NumberBooks {
  const counters = new Map<string, number>();
  return ({ officeId, book, owner, unitId, at }) => {
    const date = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
    const key = [officeId, book, owner === 'holder' ? (unitId ?? '') : '', date.slice(0, 4)].join('/');
    const no = (counters.get(key) ?? 0) + 1;
    counters.set(key, no);
    return { entryId: `${key}/${no}`, no, printed: String(no), date };
  };
}

function earliest(letters: ReadonlyMap<string, Driven>, until: string): { letterId: string; timer: DrivenTimer } | null {
  let best: { letterId: string; timer: DrivenTimer } | null = null;
  for (const [letterId, letter] of letters) {
    for (const timer of letter.timers.values()) {
      const isDue = !timer.hasFired && Date.parse(timer.at) <= Date.parse(until);
      if (isDue && (!best || Date.parse(timer.at) < Date.parse(best.timer.at))) best = { letterId, timer };
    }
  }
  return best;
}

function markFired(timers: Timers, id: TimerId): void {
  const timer = timers.get(id);
  if (timer) timers.set(id, { ...timer, hasFired: true });
}

const peopleOf = ({ directory }: DriverOptions, at: string): Directory => (typeof directory === 'function' ? directory(at) : directory);

type Committing = { readonly options: DriverOptions; readonly books: NumberBooks; readonly timers: Timers; readonly at: string };
type Found = { tasks: Record<string, Outcome['tasks'][string]>; numbers: Record<string, Outcome['numbers'][string]>; deliveries: Outcome['deliveries'][number][] };

function commitInMemory(committing: Committing, { state, effects }: Advanced): Outcome {
  const found: Found = { tasks: {}, numbers: {}, deliveries: [] };
  for (const effect of effects) {
    // The key picks the writer of this very effect; the other effects leave nothing to be found.
    const write = WRITE[effect.type] as ((c: Committing, found: Found, effect: Effect, state: LetterState) => void) | undefined;
    write?.(committing, found, effect, state);
  }
  return found;
}

const WRITE: { readonly [T in EffectType]?: (c: Committing, found: Found, effect: EffectOf<T>, state: LetterState) => void } = {
  openTask: ({ options, at }, found, { task, context, exclude }) => {
    found.tasks[task.id] = resolveAssignee(task.rule, peopleOf(options, at), context, exclude);
  },
  changeTask: ({ options, at }, found, { task, resolve }) => {
    if (!resolve) return;
    const assignee = resolveAssignee(task.rule, peopleOf(options, at), resolve.context, resolve.exclude);
    // Who has claimed it keeps it where their post does.
    const isKept = task.personId !== null && assignee.via === 'rule';
    found.tasks[task.id] = isKept ? { ...assignee, personId: task.personId } : assignee;
  },
  takeNumber: ({ books, at }, found, { key, book, owner, unitId }, state) => {
    found.numbers[key] = books({ officeId: state.officeId, book, owner, unitId, at });
  },
  dispatch: ({ options }, found, { recipients, token }, state) => {
    if (!('listCode' in recipients)) return;
    const listed = options.list?.(recipients.listCode, state.letterId) ?? [];
    if (listed.length === 0) throw new DomainError('RECIPIENTS_REQUIRED', { listCode: recipients.listCode });
    for (const { deliveryId } of listed) found.deliveries.push({ id: deliveryId, token, role: recipients.role });
  },
  setTimer: ({ options, timers }, _found, { timerId, rule, anchor }) => {
    timers.set(timerId, { id: timerId, at: instantOf(options, timers, rule, anchor), nth: 0, hasFired: false });
  },
  clearTimer: ({ timers }, _found, { timerId }) => {
    timers.delete(timerId);
  },
};

function instantOf({ calendar }: DriverOptions, timers: Timers, rule: EffectOf<'setTimer'>['rule'], anchor: EffectOf<'setTimer'>['anchor']): string {
  if ('at' in anchor) return dueAt(calendar, rule, anchor.at);
  const from = timers.get(anchor.timer);
  if (!from) throw new Error(`no timer ${anchor.timer} to count from`);
  return anchor.before ? instantBefore(calendar, rule, from.at) : dueAt(calendar, rule, from.at);
}
