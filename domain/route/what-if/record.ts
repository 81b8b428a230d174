/**
 * The way that a letter has taken, worked out from its own events: played again by the same `advance`, with what the commits had found.
 * Nothing is guessed: who was asked at which step, when, what they decided, and what came from outside.
 */
import type { Instant } from '../../thai/dates';
import type { Effect, Outcome, TaskEnd } from '../effects';
import { advance, settle, start } from '../engine';
import type { ActEvent, EventOf, LetterEvent, StartEvent } from '../events';
import type { AssigneeRule, NodeId, RouteBook, RouteVersionId } from '../model';
import type { Passed } from '../run';
import type { FrameId, LetterState, Task, TaskId, TaskKind } from '../state';

/** A committed event with what its commit found. */
export type RecordedEvent = { readonly event: LetterEvent; readonly outcome: Outcome };

/** A letter as it is on record: its events in their order, and by when each task was to be done. */
export type LetterRecord = {
  readonly id: string;
  readonly start: StartEvent;
  readonly startOutcome: Outcome;
  readonly events: readonly RecordedEvent[];
  readonly dues: { readonly [taskId: TaskId]: Instant | null };
};

/** Somebody was asked. */
export type AskedTask = {
  readonly id: TaskId;
  readonly route: RouteVersionId;
  /** Units through which the letter was directed there; empty for the office itself. */
  readonly place: string;
  readonly node: NodeId;
  readonly kind: TaskKind;
  readonly index: number;
  readonly about: string | null;
  readonly rule: AssigneeRule;
  readonly openedAt: Instant;
  postIds: readonly string[];
  closedAt: Instant | null;
  end: TaskEnd | null;
  outcome: string | null;
  doneBy: string | null;
  act: ActEvent | null;
  /** A supervisor has set another time limit. */
  isExtended: boolean;
};

/** A step that the letter came to. */
export type Visit = { readonly route: RouteVersionId; readonly place: string; readonly node: NodeId };

/**
 * What came from outside, or was done to the letter as a whole, and may change its way. Holding it, giving a task to another post or more
 * time is not among them: what people took in the end holds the same.
 */
export type Happening = {
  readonly event: EventOf<'delivery' | 'answered' | 'recalled' | 'cancel' | 'takeBack' | 'recall' | 'reclassify' | 'urge'>;
  /** With a letter taken back: the step to which. */
  readonly node: NodeId | null;
};

export type Taken = {
  readonly tasks: readonly AskedTask[];
  readonly way: readonly Visit[];
  readonly happenings: readonly Happening[];
  /** Deliveries that the office's lists came to, in their order. */
  readonly listed: readonly string[];
  readonly endedAt: Instant | null;
};

/** Looks on while a letter is driven, by its record or anew, and keeps what there is to compare. */
export type Tracker = {
  readonly tasks: ReadonlyMap<TaskId, AskedTask>;
  readonly way: readonly Visit[];
  readonly take: (step: { readonly event: LetterEvent; readonly effects: readonly Effect[]; readonly outcome: Outcome; readonly state: LetterState; readonly passed: readonly Passed[] }) => void;
};

export function createTracker(): Tracker {
  const tasks = new Map<TaskId, AskedTask>();
  const way: Visit[] = [];
  const places = new Map<FrameId, string>();
  const placeOf = (state: LetterState, id: FrameId): string => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const frame = state.frames[id];
    const scope = state.scopes[frame?.scope ?? ''];
    // A called route is the same unit's.
    const place = scope === undefined ? '' : placeOf(state, scope.frame);
    if (frame !== undefined) places.set(id, place);
    return place;
  };
  return {
    tasks, way,
    take: ({ event, effects, outcome, state, passed }) => {
      for (const effect of effects) {
        if (effect.type !== 'openAssignment') continue;
        const scope = state.scopes[state.frames[effect.frame]?.scope ?? ''];
        places.set(effect.frame, `${scope === undefined ? '' : placeOf(state, scope.frame)}/${effect.unitId}${effect.postId === undefined ? '' : `:${effect.postId}`}`);
      }
      const routes = new Map(passed.map(({ frame, route }) => [frame, route]));
      const routeOf = (frame: FrameId): RouteVersionId => state.frames[frame]?.route ?? routes.get(frame) ?? '';
      for (const { frame, route, node } of passed) way.push({ route, place: placeOf(state, frame), node });
      for (const effect of effects) {
        if (effect.type === 'openTask') tasks.set(effect.task.id, opened(effect.task, { at: event.at, outcome, place: placeOf(state, effect.task.frame), route: routeOf(effect.task.frame) }));
        else if (effect.type === 'closeTask') close(tasks.get(effect.taskId), effect, event);
        else if (effect.type === 'changeTask') change(tasks.get(effect.task.id), effect.task, outcome);
      }
      if (event.type === 'extend') extended(tasks.get(event.taskId));
    },
  };
}


type Opening = { readonly at: Instant; readonly outcome: Outcome; readonly place: string; readonly route: RouteVersionId };

const opened = ({ id, node, kind, index, about, rule }: Task, { at, outcome, place, route }: Opening): AskedTask => ({
  id, route, place, node, kind, index, about, rule, openedAt: at, postIds: outcome.tasks[id]?.postIds ?? [], closedAt: null, end: null, outcome: null, doneBy: null, act: null, isExtended: false,
});

function close(task: AskedTask | undefined, { end, outcome, actor }: Extract<Effect, { type: 'closeTask' }>, event: LetterEvent): void {
  if (task === undefined) return;
  Object.assign(task, { closedAt: event.at, end, outcome, doneBy: actor?.postId ?? null, act: event.type === 'act' && event.taskId === task.id ? event : null });
}

function change(task: AskedTask | undefined, { id, postIds }: Task, outcome: Outcome): void {
  if (task !== undefined) task.postIds = outcome.tasks[id]?.postIds ?? postIds;
}

function extended(task: AskedTask | undefined): void {
  if (task !== undefined) task.isExtended = true;
}

const HAPPENINGS: ReadonlySet<string> = new Set<Happening['event']['type']>(['delivery', 'answered', 'recalled', 'cancel', 'takeBack', 'recall', 'reclassify', 'urge']);
const isHappening = (event: LetterEvent): event is Happening['event'] => HAPPENINGS.has(event.type);

/** The way on record. @throws DomainError where the events do not follow from one another: something of the record is missing */
export function followRecord(routes: RouteBook, record: LetterRecord): Taken {
  const tracker = createTracker();
  let passed: Passed[] = [];
  const watch = (step: Passed): void => void passed.push(step);
  const keep = (event: LetterEvent, outcome: Outcome, { state, effects }: { readonly state: LetterState; readonly effects: readonly Effect[] }): LetterState => {
    const settled = settle(state, outcome);
    tracker.take({ event, effects, outcome, state: settled, passed });
    passed = [];
    return settled;
  };
  let state = keep(record.start, record.startOutcome, start(routes, record.start, { watch }));
  const happenings: Happening[] = [];
  for (const { event, outcome } of record.events) {
    if (isHappening(event)) happenings.push({ event, node: event.type === 'takeBack' ? (state.tokens[event.token]?.passedOn?.node ?? null) : null });
    state = keep(event, outcome, advance(routes, state, event, { watch }));
  }
  const all = [record.startOutcome, ...record.events.map(({ outcome }) => outcome)];
  return {
    tasks: [...tracker.tasks.values()], way: tracker.way, happenings, listed: all.flatMap(({ deliveries }) => deliveries.map(({ id }) => id)),
    endedAt: state.status === 'ended' ? (record.events.at(-1)?.event.at ?? record.start.at) : null,
  };
}
