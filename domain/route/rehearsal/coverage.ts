/** Which lines of a drawing its test cases take. */
import type { Route } from '../model';
import type { CaseResult } from './cases';

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
