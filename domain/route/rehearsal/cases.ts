/** Rehearsals kept as test cases: whether each still goes its way. */
import type { EndOutcome, NodeId } from '../model';
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

/** The first step in which two ways differ; null where they are the same. */
export function firstDifference(path: readonly NodeId[], expected: readonly NodeId[]): number | null {
  for (let step = 0; step < Math.max(path.length, expected.length); step += 1) if (path[step] !== expected[step]) return step;
  return null;
}
