/** Rehearsals kept as test cases: whether each still goes its way, and which lines of the drawing none of them takes. */
import type { EndOutcome, NodeId, Route } from '../model';
import { type Broken, pathOf, rehearse } from '../rehearsal';
import type { RehearsalSetting } from './session';
import type { TestCase } from './script';

export type Verdict =
  | { readonly kind: 'passed'; readonly outcome: EndOutcome | null }
  /** The first step that differs; null where the letter stopped before it, or came further than it should. */
  | { readonly kind: 'otherWay'; readonly step: number; readonly expected: NodeId | null; readonly actual: NodeId | null }
  | ({ readonly kind: 'refused' } & Broken);

export type CaseResult = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly path: readonly NodeId[];
  /** Edges of the rehearsed route that were taken. */
  readonly edges: readonly string[];
};

/** Plays a case on the route as it is now. */
export function runCase(setting: RehearsalSetting, { id, script, expected }: TestCase): CaseResult {
  const rehearsal = rehearse(setting, script);
  const path = pathOf(rehearsal, setting);
  const edges = [...new Set(rehearsal.way.flatMap(({ route, edge }) => (route === setting.route && edge !== null ? [edge] : [])))];
  const { broken, state } = rehearsal;
  if (broken !== null) return { id, path, edges, verdict: { kind: 'refused', ...broken } };
  const step = firstDifference(path, expected);
  if (step === null) return { id, path, edges, verdict: { kind: 'passed', outcome: state?.outcome ?? null } };
  return { id, path, edges, verdict: { kind: 'otherWay', step, expected: expected[step] ?? null, actual: path[step] ?? null } };
}

function firstDifference(path: readonly NodeId[], expected: readonly NodeId[]): number | null {
  for (let step = 0; step < Math.max(path.length, expected.length); step += 1) if (path[step] !== expected[step]) return step;
  return null;
}

export type Coverage = {
  /** How many cases take an edge, by its id; every edge of the route is there. */
  readonly byEdge: { readonly [edgeId: string]: number };
  readonly uncovered: readonly string[];
};

/** Which edges the cases take. Only what a passed case takes counts. */
export function coverageOf(route: Route, results: readonly CaseResult[]): Coverage {
  const passed = results.filter(({ verdict }) => verdict.kind === 'passed');
  const byEdge = Object.fromEntries(route.edges.map(({ id }) => [id, passed.filter(({ edges }) => edges.includes(id)).length]));
  return { byEdge, uncovered: route.edges.flatMap(({ id }) => (byEdge[id] === 0 ? [id] : [])) };
}
