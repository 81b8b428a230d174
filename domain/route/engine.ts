/**
 * The route engine: `start` and `advance` say what an event does to a letter, `settle` folds in what the commit found.
 * Pure: no clock (time is in the event), no randomness, no I/O; the same in the workflow, the browser and the driver.
 */
import { DomainError } from '../errors';
import type { Effect, Outcome } from './effects';
import type { EventOf, EventType, LetterEvent, StartEvent } from './events';
import type { RouteBook } from './model';
import { answered, deliveryChanged, effectReported, recalled, timerFired } from './on-machine';
import { cancel, cancelNumber, hold, recall, reclassify, registerAnew, resume, takeBack, urge } from './on-letter';
import { act, askAdhoc, claim, extend, reassign, release, remind } from './on-task';
import { moveVersion } from './move-version';
import { beginRun, byScope, type Run, type Watch } from './run';
import type { EngineVersion, LetterState } from './state';
import { steps } from './steps';
import type { Steps } from './steps/step';
import { dropEmptyFrames, enter, openFrame } from './tokens';

export { stateHash } from './hash';

/** The newest meaning of `advance`. A letter keeps the one it carries until its execution begins a new run. */
export const ENGINE_VERSION: EngineVersion = 1;

type Handlers = { readonly [T in EventType]: (run: Run, event: EventOf<T>) => void };
/** One meaning of `advance`: what each step and each event does. */
export type Engine = { readonly steps: Steps; readonly on: Handlers };
/** A version stays here until no open letter carries it (a worker does not begin where one is missing); a new one takes over the steps it does not change. */
export type Engines = { readonly [version: number]: Engine };

/** How a letter's life is driven: by which version, of which there are. */
export type EngineChoice = { readonly version?: number; readonly engines?: Engines; readonly watch?: Watch };

export type Advanced = { readonly state: LetterState; readonly effects: readonly Effect[] };

/**
 * A letter enters its route and runs to its first wait.
 * @throws DomainError ROUTE_MISSING, ROUTE_INVALID, LOOP_EXCEEDED and the refusals of the steps it passes
 */
export function start(routes: RouteBook, event: StartEvent, { version = ENGINE_VERSION, engines = ENGINES, watch }: EngineChoice = {}): Advanced {
  const isIncoming = event.facts['direction'] === 'incoming';
  const run = beginRun({ routes, steps: engineOf(engines, version).steps, watch }, { ...emptyState(event), engine: version }, event);
  // Who registers a letter from elsewhere has not drafted it.
  run.state.drafter = isIncoming ? null : event.actor;
  const { token, start: first } = openFrame(
    run,
    { route: event.routeVersionId, scope: null, unitId: event.unitId, depth: 0, facts: byScope(event.facts).frame, due: null },
    event.actor,
  );
  enter(run, token, first);
  return finish(run);
}

/**
 * What an event does: the next state, with `seq` one higher, and the effects for the commit to write. The given state is
 * never changed; settle the result with the commit's outcome before the next call.
 * @throws DomainError when the event is refused; then nothing has happened
 */
export function advance(routes: RouteBook, before: LetterState, event: LetterEvent, { version, engines = ENGINES, watch }: EngineChoice = {}): Advanced {
  // A version only rises: a run that began before another one raised it goes on with what the letter carries.
  const state = version === undefined || version <= before.engine ? before : { ...before, engine: version };
  if (state.schema !== 1) throw new DomainError('ENGINE_UNSUPPORTED', { engine: state.engine });
  const { steps: known, on } = engineOf(engines, state.engine);
  if (state.status === 'ended') throw new DomainError('LETTER_ENDED', { outcome: state.outcome });
  const run = beginRun({ routes, steps: known, watch }, state, event);
  // The key picks the handler of this very event type.
  const handle = (Object.hasOwn(on, event.type) ? on[event.type] : undefined) as ((run: Run, event: LetterEvent) => void) | undefined;
  if (!handle) throw new DomainError('EVENT_INVALID', { field: 'type' });
  handle(run, event);
  return finish(run);
}

/** Fold the commit's outcome into the state: posts of tasks, entries of numbers, deliveries of a distribution list. */
export function settle(state: LetterState, outcome: Outcome): LetterState {
  const tasks = { ...state.tasks };
  for (const [id, found] of Object.entries(outcome.tasks)) {
    const task = tasks[id];
    if (task) tasks[id] = { ...task, postIds: found.postIds, personId: found.personId, claimed: task.claimed && found.personId === task.personId };
  }
  const numbers = { ...state.numbers };
  for (const [key, entry] of Object.entries(outcome.numbers)) {
    const taken = numbers[key];
    if (taken) numbers[key] = { ...taken, entryId: entry.entryId };
  }
  const deliveries = { ...state.deliveries };
  for (const { id, token, role } of outcome.deliveries) deliveries[id] ??= { id, token, role, status: 'sent' };
  const { carriedOut = [] } = outcome;
  const pendingEffects = carriedOut.length === 0 ? state.pendingEffects : state.pendingEffects.filter((id) => !carriedOut.includes(id));
  return { ...state, tasks, numbers, deliveries, pendingEffects };
}

/** @throws DomainError ENGINE_UNSUPPORTED */
function engineOf(engines: Engines, version: number): Engine {
  const engine = Object.hasOwn(engines, version) ? engines[version] : undefined;
  if (!engine) throw new DomainError('ENGINE_UNSUPPORTED', { engine: version });
  return engine;
}

const ON: Handlers = {
  start: () => {
    throw new DomainError('EVENT_INVALID', { field: 'type' });
  },
  act,
  claim,
  release,
  adhoc: askAdhoc,
  reassign,
  extend,
  remind,
  takeBack,
  hold,
  resume,
  cancel,
  cancelNumber,
  registerAnew,
  recall,
  reclassify,
  urge,
  moveVersion,
  timer: timerFired,
  effectReported,
  delivery: deliveryChanged,
  recalled,
  answered,
};

/** Every version that some open letter may still carry. */
export const ENGINES: Engines = { 1: { steps, on: ON } };

function finish(run: Run): Advanced {
  dropEmptyFrames(run);
  return { state: { ...run.state, seq: run.state.seq + 1 }, effects: run.effects };
}

function emptyState(event: StartEvent): LetterState {
  return {
    schema: 1,
    engine: ENGINE_VERSION,
    letterId: event.letterId,
    officeId: event.officeId,
    status: 'running',
    outcome: null,
    seq: 0,
    nextId: 1,
    facts: byScope(event.facts).letter,
    secrecy: event.secrecy,
    drafter: null,
    frames: {},
    scopes: {},
    tokens: {},
    tasks: {},
    timers: {},
    numbers: {},
    deliveries: {},
    memory: {},
    recipients: [],
    pendingEffects: [],
    signed: false,
  };
}
