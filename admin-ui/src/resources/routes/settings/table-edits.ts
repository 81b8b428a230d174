import { findFact } from '#domain/route/facts';
import type { DecisionTable, FactValue } from '#domain/route/model';

type Rule = DecisionTable['rules'][number];
const MAX_RULES = 200;

/** A row's id that no other row has; ids are kept while rows move. */
export function freshRowId(rules: readonly Rule[]): string {
  for (let no = rules.length + 1; ; no += 1) if (!rules.some(({ id }) => id === `r${no}`)) return `r${no}`;
}

/** A new row, put before the row for every other case where the table ends with one. */
export function addRow(table: DecisionTable): DecisionTable {
  if (table.rules.length >= MAX_RULES) return table;
  const row: Rule = { id: freshRowId(table.rules), when: table.inputs.map(() => null), then: table.rules.at(-1)?.then ?? table.outputs.map(() => null) };
  const last = table.rules.at(-1);
  const isOtherwise = table.rules.length > 1 && last?.when.every((cell) => cell === null) === true;
  return { ...table, rules: isOtherwise ? [...table.rules.slice(0, -1), row, last] : [...table.rules, row] };
}

export const removeRow = (table: DecisionTable, id: string): DecisionTable => ({ ...table, rules: table.rules.filter((rule) => rule.id !== id) });

/** A row to another place; beyond the ends it stays at the end. */
export function moveRow(table: DecisionTable, id: string, to: number): DecisionTable {
  const from = table.rules.findIndex((rule) => rule.id === id);
  const row = table.rules[from];
  if (row === undefined) return table;
  const others = table.rules.toSpliced(from, 1);
  return { ...table, rules: others.toSpliced(Math.min(Math.max(0, to), others.length), 0, row) };
}

const changeRow = (table: DecisionTable, id: string, change: (rule: Rule) => Rule): DecisionTable => ({ ...table, rules: table.rules.map((rule) => (rule.id === id ? change(rule) : rule)) });

export const setWhen = (table: DecisionTable, id: string, at: number, cell: Rule['when'][number]): DecisionTable => changeRow(table, id, (rule) => ({ ...rule, when: rule.when.with(at, cell) }));
export const setThen = (table: DecisionTable, id: string, at: number, value: FactValue): DecisionTable => changeRow(table, id, (rule) => ({ ...rule, then: rule.then.with(at, value) }));

/** Columns by name: those that stay keep their cells, new ones come empty at the end. */
export function setInputs(table: DecisionTable, names: readonly string[]): DecisionTable {
  const rules = table.rules.map((rule) => ({ ...rule, when: names.map((name) => rule.when[table.inputs.indexOf(name)] ?? null) }));
  return { ...table, inputs: names, rules };
}
export function setOutputs(table: DecisionTable, names: readonly string[]): DecisionTable {
  const rules = table.rules.map((rule) => ({ ...rule, then: names.map((name) => rule.then[table.outputs.indexOf(name)] ?? (findFact(name)?.type === 'yesNo' ? false : null)) }));
  return { ...table, outputs: names, rules };
}
