/** Decision tables: facts in, values out, by the hit policies first, unique and collect (as DMN means them). */
import { DomainError } from '../errors';
import { compare } from './conditions';
import type { DecisionTable, Facts, FactValue } from './model';

export type Decision = {
  /** Rules that matched and count. */
  readonly ruleIds: readonly string[];
  /** Output values by name; nothing where no rule matched. */
  readonly values: Facts;
};

/**
 * What a table says about these facts. `first`: the first matching rule. `unique`: the only one. `collect`: each output
 * is the list of the values of all matching rules. No match gives no values.
 * @throws CONDITION_INVALID when `unique` is broken by two matching rules
 */
export function decideByTable(table: DecisionTable, facts: Facts): Decision {
  const known = table.inputs.map((name) => facts[name] ?? null);
  const hits = table.rules.filter((rule) =>
    rule.when.every((cell, i) => cell === null || compare(cell.operator, known[i] ?? null, cell.value)),
  );
  if (table.hitPolicy === 'unique' && hits.length > 1) {
    throw new DomainError('CONDITION_INVALID', { ruleIds: hits.map((rule) => rule.id) });
  }
  const counted = table.hitPolicy === 'collect' ? hits : hits.slice(0, 1);
  const values: Record<string, FactValue> = {};
  table.outputs.forEach((name, i) => {
    const column = counted.map((rule) => rule.then[i] ?? null);
    if (column.length === 0) return;
    values[name] = table.hitPolicy === 'collect' ? collected(column) : (column[0] ?? null);
  });
  return { ruleIds: counted.map((rule) => rule.id), values };
}

/** Distinct texts in the order of their rules. */
function collected(column: readonly FactValue[]): readonly string[] {
  const texts = column.flatMap((value) => (Array.isArray(value) ? [...value] : typeof value === 'string' ? [value] : []));
  return [...new Set(texts)];
}
