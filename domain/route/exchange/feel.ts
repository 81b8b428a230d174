/**
 * Conditions and cells of decision tables said in FEEL, the expression language of BPMN and DMN (OMG DMN 1.3, chapter 10), for
 * other modellers to show. Never read back: the tree itself travels beside it.
 */
import { findFact } from '../facts';
import type { ConditionGroup, ConditionOperator, ConditionRule, DecisionCell, FactValue } from '../model';

/** A condition as a FEEL expression; one without rules always holds. */
export function feelOfCondition(group: ConditionGroup): string {
  const parts = group.rules.map((rule) => ('combinator' in rule ? `(${feelOfCondition(rule)})` : feelOfRule(rule)));
  const joined = parts.length === 0 ? 'true' : parts.join(` ${group.combinator} `);
  return group.not === true ? `not(${joined})` : joined;
}

/** A cell as FEEL unary tests; none means any value. */
export function feelOfCell(fact: string, cell: DecisionCell | null): string {
  return cell === null ? '-' : CELLS[cell.operator](feelOfValue(fact, cell.value));
}

/** A value as a FEEL literal: text quoted, days as dates, several as a list without brackets. */
export function feelOfValue(fact: string, value: FactValue): string {
  if (Array.isArray(value)) return value.map((each: string) => feelOfValue(fact, each)).join(', ');
  if (typeof value !== 'string') return String(value);
  const quoted = JSON.stringify(value);
  if (findFact(fact)?.type !== 'date') return quoted;
  return value.includes('T') ? `date and time(${quoted})` : `date(${quoted})`;
}

const feelOfRule = ({ field, operator, value }: ConditionRule): string => RULES[operator](field, feelOfValue(field, value));

const RULES: { readonly [O in ConditionOperator]: (fact: string, value: string) => string } = {
  '=': (fact, value) => `${fact} = ${value}`,
  '!=': (fact, value) => `${fact} != ${value}`,
  '<': (fact, value) => `${fact} < ${value}`,
  '<=': (fact, value) => `${fact} <= ${value}`,
  '>': (fact, value) => `${fact} > ${value}`,
  '>=': (fact, value) => `${fact} >= ${value}`,
  in: (fact, value) => `${fact} in (${value})`,
  notIn: (fact, value) => `not(${fact} in (${value}))`,
  contains: (fact, value) => `list contains(${fact}, ${value})`,
  null: (fact) => `${fact} = null`,
  notNull: (fact) => `${fact} != null`,
};

const CELLS: { readonly [O in ConditionOperator]: (value: string) => string } = {
  '=': (value) => value,
  '!=': (value) => `not(${value})`,
  '<': (value) => `< ${value}`,
  '<=': (value) => `<= ${value}`,
  '>': (value) => `> ${value}`,
  '>=': (value) => `>= ${value}`,
  in: (value) => value,
  notIn: (value) => `not(${value})`,
  contains: (value) => `list contains(?, ${value})`,
  null: () => 'null',
  notNull: () => 'not(null)',
};
