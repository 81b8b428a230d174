/**
 * What a decision table can do: rows that can fit at once, rows that never decide, cases that no row decides. Each input is
 * tried with one value of every kind that its cells tell apart, so what is said of them holds for all values.
 */
import { compare } from '../conditions';
import { findFact } from '../facts';
import type { DecisionTable } from '../model';
import { samples } from './samples';

/** Largest number of cases that are looked through; beyond it nothing is said about rows that never decide. */
const MAX_CASES = 50_000;

type Rule = DecisionTable['rules'][number];
/** For each row, whether it fits; one such list stands for all values of an input that the table treats alike. */
type Fits = readonly boolean[];

export type TableFacts = {
  /** Ids of two rows that fit the same letter, where only one may. */
  readonly overlaps: readonly (readonly [string, string])[];
  /** Rows that decide no letter; null where there are too many cases to tell. */
  readonly dead: readonly string[] | null;
  /** Whether every letter fits a row; null where there are too many cases to tell. */
  readonly isComplete: boolean | null;
};

/** For tables whose rows have a cell for each input. */
export function tableFacts(table: DecisionTable): TableFacts {
  const kinds = [...new Set(table.inputs)].map((input) => kindsOf(table, input));
  return { overlaps: table.hitPolicy === 'unique' ? overlapsOf(table.rules, kinds) : [], ...decided(table, kinds) };
}

function overlapsOf(rules: readonly Rule[], kinds: readonly (readonly Fits[])[]): [string, string][] {
  return rules.flatMap((one, i) =>
    rules.slice(i + 1).flatMap((other, offset): [string, string][] => {
      const both = kinds.every((fits) => fits.some((fit) => fit[i] === true && fit[i + 1 + offset] === true));
      return both ? [[one.id, other.id]] : [];
    }),
  );
}

/** Goes through all cases and notes which rows decide them. */
function decided({ rules, hitPolicy }: DecisionTable, kinds: readonly (readonly Fits[])[]): Pick<TableFacts, 'dead' | 'isComplete'> {
  if (kinds.reduce((cases, fits) => cases * fits.length, 1) > MAX_CASES) return { dead: null, isComplete: null };
  const used = new Set<string>();
  let isComplete = true;
  const walk = (at: number, left: readonly number[]): void => {
    const fits = kinds[at];
    if (fits !== undefined && left.length > 0) {
      for (const fit of fits) walk(at + 1, left.filter((rule) => fit[rule] === true));
      return;
    }
    if (left.length === 0) isComplete = false;
    for (const rule of hitPolicy === 'first' ? left.slice(0, 1) : left) used.add(rules[rule]?.id ?? '');
  };
  walk(0, rules.map((_, i) => i));
  return { dead: rules.map(({ id }) => id).filter((id) => !used.has(id)), isComplete };
}

/** The kinds of value of one input that the rows tell apart. */
function kindsOf({ inputs, rules }: DecisionTable, input: string): readonly Fits[] {
  const columns = inputs.flatMap((name, i) => (name === input ? [i] : []));
  const cells = rules.map((rule) => columns.flatMap((column) => rule.when[column] ?? []));
  const values = samples(findFact(input), cells.flat().map(({ value }) => value));
  const fits = values.map((value) => cells.map((each) => each.every((cell) => compare(cell.operator, value, cell.value))));
  return [...new Map(fits.map((fit) => [fit.join(), fit])).values()];
}
