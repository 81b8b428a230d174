import * as fc from 'fast-check';
import { advance, start } from './engine';
import { graphOf, returnTargets } from './graph';
import type { Route, RouteBook, RouteNode } from './model';
import type { LetterState } from './state';
import { isSound, verifyRoute } from './verify';
import { exploreRoute, type PathStep } from './verify/explore';
import { anyTorn, anyWellNested } from './testing/random-route';

/** Acts in one run: enough to come anywhere. */
const MAX_ACTS = 80;
const AT = '2025-06-02T02:00:00.000Z';
const ACTOR = { personId: 'H', postId: 'P', capacity: 'own' } as const;

/** A letter on the route, without anybody's inbox: whoever acts may. */
type Letter = { readonly routes: RouteBook; readonly route: Route; state: LetterState };
function begin(route: Route): Letter {
  const routes = { drawn: route };
  const event = { type: 'start', at: AT, actor: ACTOR, letterId: 'L', officeId: 'O', routeVersionId: 'drawn', unitId: null, secrecy: 'none', facts: { direction: 'incoming' } } as const;
  return { routes, route, state: start(routes, event).state };
}

type Move = PathStep & { readonly taskId: string };
const placesOf = ({ state }: Letter): readonly string[] => Object.values(state.tasks).map(({ node }) => node);

/** Everything that somebody could do next. */
function possible({ route, state }: Letter): readonly Move[] {
  return Object.values(state.tasks).flatMap(({ id: taskId, node: at }): readonly Move[] => {
    const node = graphOf(route).nodes.get(at)!;
    const outcomes = node.type === 'work' ? node.outcomes.map(({ code }) => code) : ['approve'];
    return [...outcomes.map((outcome) => ({ node: at, outcome, taskId })), ...returnTargets(node).map((to) => ({ node: at, outcome: 'return', to, taskId }))];
  });
}

function act(letter: Letter, { taskId, outcome, to }: Move): void {
  const { rev } = letter.state.tasks[taskId]!;
  letter.state = advance(letter.routes, letter.state, { type: 'act', at: AT, actor: ACTOR, taskId, rev, outcome, hasNote: true, ...(to === undefined ? {} : { returnTo: to }) }).state;
}

/** Random acts until the letter ends or nothing more can be done; says how it came out. */
function playAtRandom(route: Route, choices: readonly number[]): 'ended' | 'stuck' | 'going on' {
  const letter = begin(route);
  for (let i = 0; i < MAX_ACTS && letter.state.status !== 'ended'; i += 1) {
    const moves = possible(letter);
    if (moves.length === 0) return 'stuck';
    act(letter, moves[choices[i % choices.length]! % moves.length]!);
  }
  return letter.state.status === 'ended' ? 'ended' : 'going on';
}

const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 60 });
/** Fifty runs on each of two hundred routes: ten thousand. */
const RUNS = { numRuns: 200 };
const manyChoices = fc.array(choices, { minLength: 50, maxLength: 50 });

describe('routes as chance draws them', () => {
  test('well nested ones pass, and no run on them ever gets stuck', () => {
    fc.assert(
      fc.property(anyWellNested, manyChoices, (route, runs) => {
        expect(verifyRoute(route).filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const run of runs) expect(playAtRandom(route, run)).not.toBe('stuck');
      }),
      RUNS,
    );
  });

  test('torn ones never get stuck either, where they pass', () => {
    let passed = 0;
    fc.assert(
      fc.property(anyTorn, manyChoices, (route, runs) => {
        if (!isSound(verifyRoute(route))) return;
        passed += 1;
        for (const run of runs) expect(playAtRandom(route, run)).not.toBe('stuck');
      }),
      { ...RUNS, seed: 20260101 },
    );
    // Else the test would say nothing.
    expect(passed).toBeGreaterThan(50);
  });

  test('where a torn one is refused for a dead end, the path leads there and no end can be reached from it', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyTorn, manyChoices, (route, runs) => {
        for (const { code, path, nodes } of verifyRoute(route)) {
          if (code !== 'DEAD_END' || path === undefined) continue;
          refused += 1;
          for (const rest of runs.slice(0, 10)) {
            const letter = begin(route);
            for (const step of path) act(letter, { ...step, taskId: Object.values(letter.state.tasks).find(({ node }) => node === step.node)!.id });
            expect(placesOf(letter)).toContain(nodes[0]);
            expect(goOn(letter, rest, nodes[0]!)).toBe(false);
          }
        }
      }),
      { numRuns: 1_200, seed: 20260102 },
    );
    expect(refused).toBeGreaterThan(20);
  });

  test('what exploring meets is what the engine meets: every place of every run', () => {
    fc.assert(
      fc.property(anyWellNested, manyChoices, (route, runs) => {
        const { pathTo, stuck, refused } = exploreRoute(route);
        expect({ stuck, refused }).toEqual({ stuck: [], refused: [] });
        for (const rest of runs.slice(0, 10)) {
          const letter = begin(route);
          for (const choice of rest) {
            expect(placesOf(letter).filter((node) => !pathTo.has(node))).toEqual([]);
            const moves = possible(letter);
            if (moves.length === 0) break;
            act(letter, moves[choice % moves.length]!);
          }
        }
      }),
      RUNS,
    );
  });
});

/** Acts at random on the branch that has come to a step; whether the letter ended by it. */
function goOn(letter: Letter, rest: readonly number[], from: string): boolean {
  const within = new Set([from]);
  for (const choice of rest) {
    const moves = possible(letter).filter(({ node }) => within.has(node));
    if (moves.length === 0) break;
    const move = moves[choice % moves.length]!;
    act(letter, move);
    for (const edge of graphOf(letter.route).out.get(move.node) ?? []) for (const id of onward(letter.route, edge.to)) within.add(id);
  }
  return letter.state.status === 'ended';
}

/** Steps at which somebody is asked when a letter comes to this one. */
function onward(route: Route, id: string, seen: Set<string> = new Set()): readonly string[] {
  const node: RouteNode | undefined = graphOf(route).nodes.get(id);
  if (node === undefined || seen.has(id)) return [];
  seen.add(id);
  if (node.type === 'work' || node.type === 'approve') return [id];
  return (graphOf(route).out.get(id) ?? []).flatMap(({ to }) => onward(route, to, seen));
}
