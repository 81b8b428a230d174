/** What the test cases of a route come to: those that no longer go their way, and lines that none of them takes. Never more than a warning. */
import type { NodeId, Route } from '../model';
import type { CaseResult } from '../rehearsal/cases';
import { coverageOf } from '../rehearsal/coverage';
import { finding, type Finding } from './finding';

/** A test case that was played on the route. */
export type PlayedCase = { readonly name: string; readonly result: CaseResult };

export function caseFindings(route: Route, cases: readonly PlayedCase[]): readonly Finding[] {
  const astray = cases.flatMap(({ name, result }) => (result.verdict.kind === 'passed' ? [] : [finding('CASE_ASTRAY', route, whereOf(route, result), name)]));
  const { uncovered } = coverageOf(route, cases.map(({ result }) => result));
  if (uncovered.length === 0) return astray;
  if (cases.length === 0) return [finding('NO_CASES', route, [])];
  const from = new Set(route.edges.flatMap((edge) => (uncovered.includes(edge.id) ? [edge.from] : [])));
  return [...astray, finding('LINES_UNCOVERED', route, route.nodes.flatMap(({ id }) => (from.has(id) ? [id] : [])), String(uncovered.length))];
}

/** The last step at which it was still as expected; none where that is no longer there. */
function whereOf(route: Route, { verdict, path }: CaseResult): readonly NodeId[] {
  const at = verdict.kind === 'otherWay' ? path[verdict.step - 1] : path.at(-1);
  return at !== undefined && route.nodes.some(({ id }) => id === at) ? [at] : [];
}
