/**
 * What a decision table can do: rows that can fit at once, rows that never decide, cases that no row decides. Each input is
 * tried with one value of every kind that its cells tell apart, so what is said of them holds for all values.
 */
import { compare } from '../conditions';
import { findFact } from '../facts';
import type { DecisionTable, FactValue } from '../model';
import { samples } from './samples';

/** Largest number of cases that are looked through; beyond it nothing is said about rows that never decide. */
const MAX_CASES = 50_000;

type Rule = DecisionTable['rules'][number];
/** For each row, whether it fits; one such list stands for all values of an input that the table treats alike. */
type Fits = readonly boolean[];
/** A kind of value of one input, and one value of it. */
type Kind = { readonly fits: Fits; readonly value: FactValue };
/** Cases without a row that are named; there may be many. */
const MAX_GAPS = 3;

export type TableFacts = {
  /** Ids of two rows that fit the same letter, where only one may. */
  readonly overlaps: readonly (readonly [string, string])[];
  /** Rows that decide no letter; null where there are too many cases to tell. */
  readonly dead: readonly string[] | null;
  /** Whether every letter fits a row; null where there are too many cases to tell. */
  readonly isComplete: boolean | null;
  /** Letters that no row fits, each by a value for every input: a few examples. */
  readonly gaps: readonly { readonly [input: string]: FactValue }[];
};

/** For tables whose rows have a cell for each input. */
export function tableFacts(table: DecisionTable): TableFacts {
  const inputs = [...new Set(table.inputs)];
  const kinds = inputs.map((input) => kindsOf(table, input));
  const overlaps = table.hitPolicy === 'unique' ? overlapsOf(table.rules, kinds) : [];
  const { gaps, ...rest } = decided(table, kinds);
  return { overlaps, ...rest, gaps: gaps.map((values) => Object.fromEntries(inputs.map((input, i) => [input, values[i] ?? null]))) };
}

function overlapsOf(rules: readonly Rule[], kinds: readonly (readonly Kind[])[]): [string, string][] {
  return rules.flatMap((one, i) =>
    rules.slice(i + 1).flatMap((other, offset): [string, string][] => {
      const both = kinds.every((each) => each.some(({ fits }) => fits[i] === true && fits[i + 1 + offset] === true));
      return both ? [[one.id, other.id]] : [];
    }),
  );
}

type Decided = Pick<TableFacts, 'dead' | 'isComplete'> & { readonly gaps: readonly (readonly FactValue[])[] };

/** Goes through all cases and notes which rows decide them. */
function decided({ rules, hitPolicy }: DecisionTable, kinds: readonly (readonly Kind[])[]): Decided {
  if (kinds.reduce((cases, each) => cases * each.length, 1) > MAX_CASES) return { dead: null, isComplete: null, gaps: [] };
  const used = new Set<string>();
  const gaps: (readonly FactValue[])[] = [];
  let isComplete = true;
  const walk = (at: number, left: readonly number[], values: readonly FactValue[]): void => {
    const each = kinds[at];
    if (each !== undefined && left.length > 0) {
      for (const { fits, value } of each) walk(at + 1, left.filter((rule) => fits[rule] === true), [...values, value]);
      return;
    }
    if (left.length === 0) {
      isComplete = false;
      if (gaps.length < MAX_GAPS) gaps.push([...values, ...kinds.slice(at).map((kind) => kind[0]?.value ?? null)]);
    }
    for (const rule of hitPolicy === 'first' ? left.slice(0, 1) : left) used.add(rules[rule]?.id ?? '');
  };
  walk(0, rules.map((_, i) => i), []);
  return { dead: rules.map(({ id }) => id).filter((id) => !used.has(id)), isComplete, gaps };
}

/** The kinds of value of one input that the rows tell apart. A value that is known stands for its kind rather than an unknown one. */
function kindsOf({ inputs, rules }: DecisionTable, input: string): readonly Kind[] {
  const columns = inputs.flatMap((name, i) => (name === input ? [i] : []));
  const cells = rules.map((rule) => columns.flatMap((column) => rule.when[column] ?? []));
  const values = samples(findFact(input), cells.flat().map(({ value }) => value));
  const kinds = values.map((value): Kind => ({ value, fits: cells.map((each) => each.every((cell) => compare(cell.operator, value, cell.value))) }));
  // Of values that are alike the last one is kept; what is not known comes first among the samples.
  return [...new Map(kinds.map((kind) => [kind.fits.join(), kind])).values()];
}
