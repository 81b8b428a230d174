/**
 * The activities of `letterLife` over memory: the driver's commit, with PostgreSQL's contract around it (unique on seq and
 * event, ahead with the stored state, refusals, an inbox by the clock). For tests of the workflow alone.
 */
import type { Directory } from '#domain/route/directory';
import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import { isDomainError, type ErrorCode } from '#domain/errors';
import { machineEventKey } from '#domain/ids';
import type { CommitInput, CommitResult, Inbox, LetterActivities, LoadedLetter } from '#domain/messages';
import { createDriver, type Driver, type Transition } from '#domain/route/driver';
import { stateHash } from '#domain/route/engine';
import type { KeyedEvent } from '#domain/route/events';
import type { RouteBook } from '#domain/route/model';

type Letter = { readonly begin: KeyedEvent | null; readonly events: Map<string, KeyedEvent>; readonly committed: Map<string, Transition> };

type Trouble = Error | CommitResult | 'lose' | 'wrongHash';
export type MemoryLetters = {
  readonly activities: LetterActivities;
  /** A letter with its start in the inbox. */
  readonly add: (letterId: string, begin: KeyedEvent | null) => void;
  /** News for a letter. */
  readonly tell: (letterId: string, event: KeyedEvent) => void;
  /** Somebody else's commit, past any execution. */
  readonly commitAside: (letterId: string, event: KeyedEvent) => void;
  readonly transitions: (letterId: string) => readonly Transition[];
  readonly driver: Driver;
  /** What `commitTransition` of a letter does next instead of committing: thrown, or answered. Taken from the front. */
  readonly trouble: (letterId: string) => Trouble[];
  readonly rejected: { readonly id: string; readonly code: ErrorCode }[];
  readonly flagged: { readonly letterId: string; readonly seq: number; readonly storedSeq: number }[];
  readonly calls: { [name: string]: number };
  /** When each event was committed, in milliseconds of the server's clock, by letter and event. */
  readonly committedAt: Map<string, number>;
};

export function createMemoryLetters(options: { readonly routes: RouteBook; readonly directory: Directory; readonly now: () => Promise<number> }): MemoryLetters {
  const { routes, directory, now } = options;
  const driver = createDriver({ routes, directory, calendar: PLAIN_CALENDAR });
  const letters = new Map<string, Letter>();
  const troubles = new Map<string, Trouble[]>();
  const trouble = (letterId: string): Trouble[] => {
    const known = troubles.get(letterId) ?? [];
    troubles.set(letterId, known);
    return known;
  };
  const rejected: MemoryLetters['rejected'] = [];
  const flagged: MemoryLetters['flagged'] = [];
  const calls: { [name: string]: number } = {};
  const committedAt = new Map<string, number>();
  const count = (name: string): void => {
    calls[name] = (calls[name] ?? 0) + 1;
  };
  const get = (letterId: string): Letter => {
    const letter = letters.get(letterId);
    if (letter === undefined) throw new Error(`no letter ${letterId}`);
    return letter;
  };
  const last = (letterId: string): Transition | null => (driver.letterIds().includes(letterId) ? (driver.transitions(letterId).at(-1) ?? null) : null);

  const inboxOf = async (letterId: string): Promise<Inbox> => {
    const letter = get(letterId);
    const at = await now();
    const timers = last(letterId) === null ? [] : driver.timers(letterId).filter(({ hasFired }) => !hasFired);
    const due = timers
      .filter((timer) => Date.parse(timer.at) <= at)
      .map((timer): KeyedEvent => ({ id: machineEventKey.timer(timer.id, timer.nth), event: { type: 'timer', at: timer.at, timerId: timer.id, nth: timer.nth } }));
    const next = timers.map((timer) => Date.parse(timer.at)).filter((instant) => instant > at);
    return { events: [...letter.events.values(), ...due], nextAt: next.length === 0 ? null : new Date(Math.min(...next)).toISOString() };
  };
  const write = (letterId: string, { id, event }: KeyedEvent): Transition => {
    const transition = event.type === 'start' ? driver.start(event) : driver.feed(letterId, event, id);
    const letter = get(letterId);
    letter.committed.set(id, transition);
    letter.events.delete(id);
    return transition;
  };
  const ahead = async (letterId: string, own: Transition | undefined): Promise<CommitResult> => {
    const stored = last(letterId);
    return {
      kind: 'ahead',
      state: stored?.state ?? null,
      stateHash: stored === null ? null : stateHash(stored.state),
      own: own === undefined ? null : { seq: own.seq, outcome: own.outcome },
      inbox: await inboxOf(letterId),
    };
  };
  const commit = async (input: CommitInput): Promise<CommitResult> => {
    const { letterId, eventId, event, seq } = input;
    const own = get(letterId).committed.get(eventId);
    if (own !== undefined || (last(letterId)?.seq ?? 0) !== seq - 1) return ahead(letterId, own);
    try {
      const transition = write(letterId, { id: eventId, event });
      committedAt.set(`${letterId}/${eventId}`, await now());
      return { kind: 'applied', outcome: transition.outcome, stateHash: stateHash(transition.state), inbox: await inboxOf(letterId) };
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { kind: 'refused', code: error.code, details: error.details };
    }
  };

  const activities: LetterActivities = {
    async loadLetter({ letterId }): Promise<LoadedLetter> {
      count('loadLetter');
      const stored = last(letterId);
      const inbox = await inboxOf(letterId);
      const { begin } = get(letterId);
      const events = stored === null && begin !== null ? [begin, ...inbox.events] : inbox.events;
      return { state: stored?.state ?? null, stateHash: stored === null ? null : stateHash(stored.state), routes: {}, inbox: { ...inbox, events } };
    },
    async loadRoutes({ ids }) {
      count('loadRoutes');
      return Object.fromEntries(ids.map((id) => [id, routes[id]!]));
    },
    async readInbox({ letterId }) {
      count('readInbox');
      return inboxOf(letterId);
    },
    async commitTransition(input) {
      count('commitTransition');
      const next = trouble(input.letterId).shift();
      if (next instanceof Error) throw next;
      if (next === 'lose') {
        // Written, but the answer never comes back.
        await commit(input);
        throw new Error('the connection broke');
      }
      if (next === 'wrongHash') {
        const result = await commit(input);
        return result.kind === 'applied' ? { ...result, stateHash: 'another' } : result;
      }
      return next ?? commit(input);
    },
    async rejectCommand({ letterId, commandId, seq, code }) {
      count('rejectCommand');
      const own = get(letterId).committed.get(commandId);
      if (own !== undefined) return { kind: 'own', seq: own.seq, outcome: own.outcome };
      const stored = last(letterId);
      if ((stored?.seq ?? 0) !== seq) {
        return { kind: 'ahead', state: stored?.state ?? null, stateHash: stored === null ? null : stateHash(stored.state), inbox: await inboxOf(letterId) };
      }
      get(letterId).events.delete(commandId);
      rejected.push({ id: commandId, code });
      return { kind: 'ended' };
    },
    async flagAhead(flag) {
      count('flagAhead');
      flagged.push(flag);
    },
  };
  return {
    activities, driver, trouble, rejected, flagged, calls, committedAt,
    add: (letterId, begin) => void letters.set(letterId, { begin, events: new Map(), committed: new Map() }),
    tell: (letterId, event) => void get(letterId).events.set(event.id, event),
    commitAside: (letterId, event) => void write(letterId, event),
    transitions: (letterId) => (driver.letterIds().includes(letterId) ? driver.transitions(letterId) : []),
  };
}
