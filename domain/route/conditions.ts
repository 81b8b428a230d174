/**
 * Conditions as data: a tree of field, operator and value over the fact catalogue, evaluated by this one function in the
 * engine, the verifier and the browser. Bounded in depth and size; no expressions, no regular expressions.
 */
import { DomainError } from '../errors';
import { findFact, type FactType } from './facts';
import type { ConditionGroup, ConditionOperator, ConditionRule, Facts, FactValue } from './model';

export const MAX_CONDITION_DEPTH = 8;
export const MAX_CONDITION_SIZE = 200;

/** Whether a condition holds. An empty group holds. @throws CONDITION_INVALID beyond the bounds */
export function evaluate(condition: ConditionGroup, facts: Facts): boolean {
  assertBounded(condition);
  return holdsGroup(condition, facts);
}

/** One comparison; also a cell of a decision table. What is not known holds for `null`, `!=` and `notIn` only. */
export function compare(operator: ConditionOperator, known: FactValue, value: FactValue): boolean {
  return COMPARE[operator](known, value);
}

/** @throws CONDITION_INVALID */
export function assertBounded(condition: ConditionGroup): void {
  let size = 0;
  const walk = (group: ConditionGroup, depth: number): void => {
    if (depth > MAX_CONDITION_DEPTH) throw new DomainError('CONDITION_INVALID', { maxDepth: MAX_CONDITION_DEPTH });
    for (const rule of group.rules) {
      size += 1;
      if (size > MAX_CONDITION_SIZE) throw new DomainError('CONDITION_INVALID', { maxSize: MAX_CONDITION_SIZE });
      if ('combinator' in rule) walk(rule, depth + 1);
    }
  };
  walk(condition, 1);
}

/** Operators that make sense for a type of fact. */
export const OPERATORS: { readonly [T in FactType]: readonly ConditionOperator[] } = {
  choice: ['=', '!=', 'in', 'notIn', 'null', 'notNull'],
  text: ['=', '!=', 'in', 'notIn', 'null', 'notNull'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'null', 'notNull'],
  yesNo: ['=', '!=', 'null', 'notNull'],
  date: ['=', '!=', '<', '<=', '>', '>=', 'null', 'notNull'],
  unit: ['=', '!=', 'in', 'notIn', 'null', 'notNull'],
  post: ['=', '!=', 'in', 'notIn', 'null', 'notNull'],
  office: ['=', '!=', 'in', 'notIn', 'null', 'notNull'],
  person: ['=', '!=', 'null', 'notNull'],
  units: ['contains', 'null', 'notNull'],
};

/** Fields that are not in the catalogue and operators that do not fit their field. */
export function conditionFaults(condition: ConditionGroup): readonly ConditionRule[] {
  return condition.rules.flatMap((rule) => {
    if ('combinator' in rule) return conditionFaults(rule);
    return isWellTyped(rule) ? [] : [rule];
  });
}

function isWellTyped({ field, operator, value }: ConditionRule): boolean {
  const fact = findFact(field);
  if (!fact || !OPERATORS[fact.type].includes(operator)) return false;
  if (operator === 'null' || operator === 'notNull') return true;
  if (operator === 'in' || operator === 'notIn') return Array.isArray(value) && value.every((item) => isOfType(fact.type, item, fact.values));
  return isOfType(fact.type === 'units' ? 'unit' : fact.type, value, fact.values);
}

function isOfType(type: FactType, value: FactValue, values: readonly string[] | undefined): boolean {
  if (type === 'number') return typeof value === 'number';
  if (type === 'yesNo') return typeof value === 'boolean';
  return typeof value === 'string' && (type !== 'choice' || values?.includes(value) === true);
}

function holdsGroup(group: ConditionGroup, facts: Facts): boolean {
  const holds = (rule: ConditionGroup | ConditionRule): boolean =>
    'combinator' in rule ? holdsGroup(rule, facts) : compare(rule.operator, facts[rule.field] ?? null, rule.value);
  const result = group.combinator === 'and' ? group.rules.every(holds) : group.rules.length === 0 || group.rules.some(holds);
  return group.not === true ? !result : result;
}

const isEqual = (a: FactValue, b: FactValue): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, i) => item === b[i]) : a === b;

/** Numbers with numbers, texts (dates) with texts; anything else cannot be ordered. */
function order(a: FactValue, b: FactValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return null;
}

const ordered = (test: (difference: number) => boolean) => (a: FactValue, b: FactValue): boolean => {
  const difference = order(a, b);
  return difference !== null && test(difference);
};

const COMPARE: { readonly [O in ConditionOperator]: (known: FactValue, value: FactValue) => boolean } = {
  '=': isEqual,
  '!=': (known, value) => !isEqual(known, value),
  '<': ordered((d) => d < 0),
  '<=': ordered((d) => d <= 0),
  '>': ordered((d) => d > 0),
  '>=': ordered((d) => d >= 0),
  in: (known, value) => Array.isArray(value) && value.some((item) => item === known),
  notIn: (known, value) => Array.isArray(value) && value.every((item) => item !== known),
  contains: (known, value) => Array.isArray(known) && known.some((item) => item === value),
  null: (known) => known === null,
  notNull: (known) => known !== null,
};
