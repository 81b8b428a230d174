/** Branches of a decision: each with a condition, each possible, and which of them can hold for the same letter. */
import type { LocalName } from '../../contracts/common';
import { assertBounded, conditionFaults, evaluate } from '../conditions';
import { isDomainError } from '../../errors';
import { findFact } from '../facts';
import type { ConditionGroup, Facts, FactValue, NodeOf, Route } from '../model';
import { outcomeLabel } from '../outcome-label';
import { finding, type Finding } from './finding';
import { samples } from './samples';

/** Largest number of cases that are looked through; beyond it nothing is said. */
const MAX_CASES = 20_000;

export function branchFindings(route: Route): Finding[] {
  return route.nodes.flatMap((node) => (node.type === 'decide' ? ofDecision(route, node) : []));
}

function ofDecision(route: Route, node: NodeOf<'decide'>): Finding[] {
  const bare = node.branches.filter(({ when }) => when.rules.length === 0).map(({ outcome }) => finding('BRANCH_BARE', route, [node.id], outcome, outcomeLabel(node, outcome, route)));
  // A wrong condition has been named; what it would choose says nothing.
  const isSound = node.branches.every(({ when }) => isBounded(when) && conditionFaults(when).length === 0);
  const cases = bare.length === 0 && isSound ? casesOf(node) : null;
  return cases === null ? bare : [...dead(route, node, cases), ...overlapping(route, node, cases)];
}

/** For each kind of letter, which branches hold, in their order. */
type Cases = readonly (readonly number[])[];

function casesOf({ branches }: NodeOf<'decide'>): Cases | null {
  const compared = new Map<string, FactValue[]>();
  const collect = (group: ConditionGroup): void => {
    for (const rule of group.rules) {
      if ('combinator' in rule) collect(rule);
      else compared.set(rule.field, [...(compared.get(rule.field) ?? []), rule.value]);
    }
  };
  for (const { when } of branches) collect(when);
  const fields = [...compared].map(([field, values]) => ({ field, values: samples(findFact(field), values) }));
  if (fields.reduce((count, { values }) => count * values.length, 1) > MAX_CASES) return null;
  return combinations(fields).map((facts) => branches.flatMap(({ when }, i) => (evaluate(when, facts) ? [i] : [])));
}

function combinations(fields: readonly { readonly field: string; readonly values: readonly FactValue[] }[]): readonly Facts[] {
  return fields.reduce<readonly Facts[]>((all, { field, values }) => all.flatMap((facts) => values.map((value) => ({ ...facts, [field]: value }))), [{}]);
}

function dead(route: Route, node: NodeOf<'decide'>, cases: Cases): Finding[] {
  const chosen = new Set(cases.map((holding) => holding[0]));
  return node.branches.flatMap(({ outcome }, i) => (chosen.has(i) ? [] : [finding('BRANCH_DEAD', route, [node.id], outcome, outcomeLabel(node, outcome, route))]));
}

function overlapping(route: Route, node: NodeOf<'decide'>, cases: Cases): Finding[] {
  const pairs = new Set(cases.flatMap((holding) => (holding.length > 1 ? [`${holding[0]} ${holding[1]}`] : [])));
  return [...pairs].flatMap((pair) => {
    const [one = '', other = ''] = pair.split(' ').map((i) => node.branches[Number(i)]?.outcome ?? '');
    // The same way by two conditions is no question of order.
    if (one === other) return [];
    const [first, second] = [one, other].map((outcome) => outcomeLabel(node, outcome, route)) as [LocalName, LocalName];
    return [finding('BRANCH_OVERLAP', route, [node.id], `${one}, ${other}`, { th: `"${first.th}" และ "${second.th}"`, en: `"${first.en}" and "${second.en}"` })];
  });
}

function isBounded(condition: ConditionGroup): boolean {
  try {
    assertBounded(condition);
    return true;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return false;
  }
}
