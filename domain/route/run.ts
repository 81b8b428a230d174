/**
 * One run of `advance`: a private copy of the state that the steps write into, and the effects they ask for. Nothing
 * outside sees it before it is finished, so a refusal in the middle leaves the caller's state as it was.
 */
import { DomainError } from '../errors';
import type { AssigneeContext, Effect, Exclusion } from './effects';
import { findFact } from './facts';
import { graphOf, type Graph } from './graph';
import type { Facts, NodeId, NodeOf, NodeType, Route, RouteBook, RouteNode, RouteVersionId } from './model';
import type {
  Actor, Frame, FrameId, LetterState, NodeMemory, Scope, ScopeId, Task, TaskId, TakenNumber, Timer, TimerId, Token, TokenId, DeliveryView,
} from './state';
import type { Step, Steps } from './steps/step';

/** Automatic steps and moves that one event may cause before it is refused as going round in circles. */
export const STEP_BUDGET = 200;
/** Frames inside one another. */
export const MAX_DEPTH = 8;

/** The state while it is being changed: own maps, whose entries are replaced and never written into. */
export type Draft = { -readonly [K in keyof LetterState]: LetterState[K] } & {
  frames: Record<FrameId, Frame>;
  scopes: Record<ScopeId, Scope>;
  tokens: Record<TokenId, Token>;
  tasks: Record<TaskId, Task>;
  timers: Record<TimerId, Timer>;
  numbers: Record<string, TakenNumber>;
  deliveries: Record<string, DeliveryView>;
  memory: Record<string, NodeMemory>;
};

/** A step that a letter comes to, and the edge it takes; null at a start, and where it is sent back. */
export type Passed = { readonly frame: FrameId; readonly route: RouteVersionId; readonly node: NodeId; readonly edge: string | null };
/** Looks on, changes nothing: for rehearsals, which show the way a letter has taken. */
export type Watch = (passed: Passed) => void;

export type Run = {
  readonly routes: RouteBook;
  readonly steps: Steps;
  readonly watch: Watch | undefined;
  /** Time of the event. */
  readonly at: string;
  /** Who acts; null for machine events. */
  readonly actor: Actor | null;
  readonly state: Draft;
  readonly effects: Effect[];
  budget: number;
  /** Something happened that taking back could not undo. */
  isFinal: boolean;
};

/** Work on a copy of `state` under an event of this time and actor. */
export function beginRun(
  { routes, steps, watch }: { readonly routes: RouteBook; readonly steps: Steps; readonly watch?: Watch | undefined },
  state: LetterState,
  event: { readonly at: string; readonly actor?: Actor | null },
): Run {
  return {
    routes,
    steps,
    watch,
    at: event.at,
    actor: event.actor ?? null,
    state: {
      ...state,
      frames: { ...state.frames },
      scopes: { ...state.scopes },
      tokens: { ...state.tokens },
      tasks: { ...state.tasks },
      timers: { ...state.timers },
      numbers: { ...state.numbers },
      deliveries: { ...state.deliveries },
      memory: { ...state.memory },
    },
    effects: [],
    budget: STEP_BUDGET,
    isFinal: false,
  };
}

/** Spend one automatic step. @throws LOOP_EXCEEDED */
export function spend(run: Run): void {
  run.budget -= 1;
  if (run.budget < 0) throw new DomainError('LOOP_EXCEEDED', { limit: STEP_BUDGET });
}

/** Next id of this letter: `t1` token, `k2` task, `s3` scope, `f4` frame, `m5` timer, `e6` effect. */
export function nextId(run: Run, prefix: 't' | 'k' | 's' | 'f' | 'm' | 'e'): string {
  const id = `${prefix}${run.state.nextId}`;
  run.state.nextId += 1;
  return id;
}

/**
 * Entries of a map in the order of their ids. Never iterate a map of the state otherwise: PostgreSQL and JSON tools give
 * keys back in an order of their own, and the order of effects must not depend on it.
 */
export function inOrder<T>(map: { readonly [id: string]: T }): T[] {
  const keys = Object.keys(map).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return keys.map((key) => present(map[key]));
}

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('map changed while it was read');
  return value;
};

/** @throws ROUTE_MISSING when the caller has not loaded it. */
export function getRoute(routes: RouteBook, id: string): Route {
  const route = routes[id];
  if (!route) throw new DomainError('ROUTE_MISSING', { routeVersionId: id });
  return route;
}

export function getFrame(run: Run, id: FrameId): Frame {
  const frame = run.state.frames[id];
  if (!frame) throw new Error(`no frame ${id}`);
  return frame;
}

export function graphOfFrame(run: Run, id: FrameId): Graph {
  return graphOf(getRoute(run.routes, getFrame(run, id).route));
}

/** The node at which a token or task stands. @throws ROUTE_INVALID */
export function nodeAt(run: Run, place: { readonly frame: FrameId; readonly node: NodeId }): RouteNode {
  const node = graphOfFrame(run, place.frame).nodes.get(place.node);
  if (!node) throw new DomainError('ROUTE_INVALID', { nodeId: place.node });
  return node;
}

/** The behaviour of a node. */
export function stepOf<T extends NodeType>(run: Run, node: NodeOf<T>): Step<T> {
  // The registry holds for each type the step of that very type; TypeScript cannot follow the key.
  return run.steps[node.type as T] as unknown as Step<T>;
}

/** What conditions and rules may know at this place: letter, then frame, then the class. */
export function factsIn(run: Run, frameId: FrameId): Facts {
  return { ...run.state.facts, ...getFrame(run, frameId).facts, secrecy: run.state.secrecy };
}

/** Keep facts where the catalogue says that they belong: with the letter, or with the unit that holds it in this frame. */
export function putFacts(run: Run, frameId: FrameId, facts: Facts): void {
  const { letter, frame } = byScope(facts);
  if (Object.keys(letter).length > 0) {
    run.state.facts = { ...run.state.facts, ...letter };
    run.effects.push({ type: 'setFacts', facts: letter });
  }
  if (Object.keys(frame).length === 0) return;
  // A called route is the same unit's: it comes back with what was set in it.
  for (let id: FrameId | null = frameId; id !== null; id = callerOf(run, id)) {
    const known = getFrame(run, id);
    run.state.frames[id] = { ...known, facts: { ...known.facts, ...frame } };
  }
}

/** Facts apart by whom they belong to. */
export function byScope(facts: Facts): { readonly letter: Facts; readonly frame: Facts } {
  const entries = Object.entries(facts);
  const isOfFrame = (name: string): boolean => findFact(name)?.scope === 'frame';
  return {
    letter: Object.fromEntries(entries.filter(([name]) => !isOfFrame(name))),
    frame: Object.fromEntries(entries.filter(([name]) => isOfFrame(name))),
  };
}

/** The frame that called this one; null for the main frame and one opened by an assignment. */
function callerOf(run: Run, id: FrameId): FrameId | null {
  const { scope } = getFrame(run, id);
  const opened = scope === null ? undefined : run.state.scopes[scope];
  return opened?.kind === 'call' ? opened.frame : null;
}

export function contextOf(run: Run, place: { readonly frame: FrameId; readonly lastActor: Actor | null }): AssigneeContext {
  return {
    holderUnitId: getFrame(run, place.frame).unitId,
    lastActor: place.lastActor,
    drafter: run.state.drafter,
    facts: factsIn(run, place.frame),
    secrecy: run.state.secrecy,
  };
}

/** Context of a notice or rule about the letter as a whole. */
export const letterContext = (run: Run): AssigneeContext => ({
  holderUnitId: null, lastActor: run.actor, drafter: run.state.drafter, facts: { ...run.state.facts, secrecy: run.state.secrecy }, secrecy: run.state.secrecy,
});

export const NOBODY_EXCLUDED: Exclusion = { personIds: [], postIds: [] };

/** The drafter, by person and by the posts they acted in. */
export function drafterExcluded(run: Run): Exclusion {
  const drafter = run.state.drafter;
  if (!drafter) return NOBODY_EXCLUDED;
  const posts = drafter.ownPostId === undefined ? [drafter.postId] : [drafter.postId, drafter.ownPostId];
  return { personIds: [drafter.personId], postIds: posts };
}

export function putToken(run: Run, token: Token): Token {
  run.state.tokens[token.id] = token;
  return token;
}
