/**
 * Goes through the states that a letter on this route can be in, by the engine's own `start` and `advance`: there is no
 * second model of how tokens move. What the engine asks people and the office is left open: every step at which something
 * is awaited or decided becomes one that may be left by each of its ways out and each return.
 */
import { isDomainError } from '../../errors';
import { advance, start } from '../engine';
import { graphOf, returnTargets } from '../graph';
import type { NodeId, NodeOf, Route, RouteNode } from '../model';
import type { LetterState, ScopeId, Token } from '../state';
import { outcomesOf } from './structure';

/** States after which exploring stops; the verifier says so. */
export const MAX_STATES = 4_000;

/** One move on the way to a state: the step that is left, and how. */
export type PathStep = { readonly node: NodeId; readonly outcome: string; /** With a return: to where. */ readonly to?: NodeId };

export type Explored = {
  /** How many different states were seen. */
  readonly states: number;
  /** Whether these are all that matter. */
  readonly isWhole: boolean;
  /** Shortest way to a state in which somebody is asked at a step. */
  readonly pathTo: ReadonlyMap<NodeId, readonly PathStep[]>;
  /** States from which the letter cannot end, each with a shortest way to it; where the tokens stand. */
  readonly stuck: readonly { readonly path: readonly PathStep[]; readonly nodes: readonly NodeId[] }[];
  /** Moves that the engine refuses, since the route leads where it cannot go on. */
  readonly refused: readonly { readonly path: readonly PathStep[]; readonly node: NodeId }[];
};

type Seen = { readonly state: LetterState; readonly path: readonly PathStep[]; readonly next: string[] };

const AT = '2025-06-02T02:00:00.000Z';
const ACTOR = { personId: 'H', postId: 'P', capacity: 'own' } as const;
const ROUTE_ID = 'explored';
const ENDED = 'ended';

/**
 * For routes without structural faults. Branches that run side by side are gone through one after another, not in every
 * order: they meet only at their join or by ending the others, and both come out the same in any order.
 */
export function exploreRoute(route: Route, maxStates: number = MAX_STATES): Explored {
  const first = explore(route, maxStates, null);
  // Where one branch ends another, steps of the other may not have been met: they are looked for by going there first.
  const pathTo = new Map(first.pathTo);
  for (const node of route.nodes) {
    if (pathTo.has(node.id) || !isAsked(node)) continue;
    for (const [id, path] of explore(route, maxStates, node.id).pathTo) if (!pathTo.has(id)) pathTo.set(id, path);
  }
  return { ...first, pathTo };
}

const isAsked = (node: RouteNode): boolean => !KEPT.has(node.type) && !PASSING.has(node.type);

/** @param towards a step that is gone to before other branches go on */
function explore(route: Route, maxStates: number, towards: NodeId | null): Explored {
  const skeleton = skeletonOf(route);
  const nearTo = towards === null ? () => 0 : nearness(route, towards);
  const routes = { [ROUTE_ID]: skeleton };
  const moves = new Map(skeleton.nodes.map((node) => [node.id, movesOf(node)]));
  const seen = new Map<string, Seen>();
  const refused: { path: readonly PathStep[]; node: NodeId }[] = [];
  const queue: string[] = [];
  let isWhole = true;

  const meet = (state: LetterState, path: readonly PathStep[]): string | null => {
    const key = state.status === 'ended' ? ENDED : keyOf(state);
    if (seen.has(key)) return key;
    if (seen.size >= maxStates) {
      isWhole = false;
      return null;
    }
    seen.set(key, { state, path, next: [] });
    if (key !== ENDED) queue.push(key);
    return key;
  };
  const attempt = (path: readonly PathStep[], node: NodeId, go: () => LetterState): string | null => {
    try {
      return meet({ ...go(), memory: {} }, path);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refused.push({ path, node });
      return null;
    }
  };

  attempt([], graphOf(route).start ?? '', () => start(routes, { type: 'start', at: AT, actor: ACTOR, letterId: 'L', officeId: 'O', routeVersionId: ROUTE_ID, unitId: null, secrecy: 'none', facts: {} }).state);
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    const { state, path, next } = seen.get(key)!;
    const token = firstToken(state, nearTo);
    const task = Object.values(state.tasks).find((each) => each.token === token?.id);
    if (token === undefined || task === undefined) continue;
    for (const move of moves.get(token.node) ?? []) {
      const to = move.to === undefined ? {} : { returnTo: move.to };
      const event = { type: 'act', at: AT, actor: ACTOR, taskId: task.id, rev: task.rev, outcome: move.outcome, hasNote: true, ...to } as const;
      const led = attempt([...path, move], token.node, () => advance(routes, state, event).state);
      // What lies beyond the bound is not known to be stuck.
      next.push(led ?? ENDED);
    }
  }
  return { states: seen.size, isWhole, pathTo: pathsOf(seen), stuck: stuckOf(seen), refused };
}

/** The route with everything that people, time or facts decide left open; what passes, forks, joins and ends is as it was. */
function skeletonOf(route: Route): Route {
  return { ...route, nodes: route.nodes.map((node) => openNode(route, node)) };
}

const KEPT: ReadonlySet<RouteNode['type']> = new Set(['start', 'end', 'fork', 'join']);
const PASSING: ReadonlySet<RouteNode['type']> = new Set(['register', 'classify', 'notify', 'dispatch']);

function openNode(route: Route, node: RouteNode): RouteNode {
  const { id, name } = node;
  if (KEPT.has(node.type)) return node;
  if (PASSING.has(node.type)) return { id, name, type: 'notify', who: { by: 'drafter' }, template: '' };
  const { needed, optional } = outcomesOf(node);
  const drawn = new Set((graphOf(route).out.get(id) ?? []).map(({ outcome }) => outcome));
  const codes = [...needed, ...optional.filter((outcome) => drawn.has(outcome))];
  return { id, name, type: 'work', assignee: { by: 'drafter' }, outcomes: [...new Set(codes)].map((code) => ({ code, name: code })), returnTo: returnTargets(node) };
}

function movesOf(node: RouteNode): readonly PathStep[] {
  if (node.type !== 'work') return [];
  const { id, outcomes, returnTo = [] }: NodeOf<'work'> = node;
  return [...outcomes.map(({ code }): PathStep => ({ node: id, outcome: code })), ...returnTo.map((to): PathStep => ({ node: id, outcome: 'return', to }))];
}

/** Where tokens stand, inside which scopes, and how many have arrived: what the future depends on, without ids. */
function keyOf(state: LetterState): string {
  const inside = (parent: ScopeId | null): unknown => [
    Object.values(state.tokens).filter(({ scope }) => scope === parent).map(({ node }) => node).toSorted(),
    Object.values(state.scopes).filter((scope) => scope.parent === parent).map((scope) => JSON.stringify([scope.node, scope.opened, scope.arrived, inside(scope.id)])).toSorted(),
  ];
  return JSON.stringify(inside(null));
}

/** The same token in every state of the same key; the nearest where some step is gone to. */
function firstToken(state: LetterState, nearTo: (at: NodeId) => number): Token | undefined {
  const place = (token: Token): string => {
    const around: string[] = [];
    for (let scope = token.scope === null ? undefined : state.scopes[token.scope]; scope; scope = scope.parent === null ? undefined : state.scopes[scope.parent]) around.unshift(scope.node);
    return [...around, token.node].join('/');
  };
  return Object.values(state.tokens).toSorted((a, b) => nearTo(b.node) - nearTo(a.node) || (place(a) < place(b) ? -1 : 1))[0];
}

/** How many branches around a step a place shares with it: who stands in the same one must go first, before another ends it. */
function nearness(route: Route, target: NodeId): (at: NodeId) => number {
  const { nesting } = graphOf(route);
  const around = nesting.get(target) ?? [];
  return (at) => {
    const here = nesting.get(at) ?? [];
    const parted = around.findIndex(({ edge }, level) => here[level]?.edge !== edge);
    return parted === -1 ? around.length : parted;
  };
}

/** States are met nearest first, so the first one in which a step is asked has the shortest way. */
function pathsOf(seen: ReadonlyMap<string, Seen>): ReadonlyMap<NodeId, readonly PathStep[]> {
  const paths = new Map<NodeId, readonly PathStep[]>();
  for (const { state, path } of seen.values()) for (const { node } of Object.values(state.tokens)) if (!paths.has(node)) paths.set(node, path);
  return paths;
}

/** States that no way leads from to the end; of those that lead to one another only the nearest. */
function stuckOf(seen: ReadonlyMap<string, Seen>): Explored['stuck'] {
  const before = new Map<string, string[]>();
  for (const [key, { next }] of seen) for (const to of next) before.set(to, [...(before.get(to) ?? []), key]);
  const ending = new Set<string>([ENDED]);
  const queue = [ENDED];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const from of before.get(key) ?? []) {
      if (ending.has(from)) continue;
      ending.add(from);
      queue.push(from);
    }
  }
  const isFirst = (key: string): boolean => (before.get(key) ?? []).every((from) => ending.has(from) || from === key);
  return [...seen].filter(([key]) => !ending.has(key) && isFirst(key)).map(([, { path, state }]) => ({ path, nodes: Object.values(state.tokens).map(({ node }) => node) }));
}
