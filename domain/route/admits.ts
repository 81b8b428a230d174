/** Which classes of letters an office's which-route table gives to each of its routes. */
import { DIRECTIONS, SECRECIES, secrecyRank, type Secrecy } from '../letter/vocabulary';
import { decideByTable } from './decision-table';
import { findFact } from './facts';
import type { DecisionTable, Facts, FactValue } from './model';
import { samples } from './verify/samples';

/** Letters that are tried at most: beyond it the table says nothing. */
const MAX_LETTERS = 20_000;
/** Facts that every letter has, whether the table asks for them or not. */
const ALWAYS: { readonly [fact: string]: readonly FactValue[] } = { secrecy: SECRECIES, direction: DIRECTIONS };

/**
 * The highest class that each route is given, by its code: the table is asked for every kind of letter that it tells apart. Empty for
 * a table that tells too many apart.
 */
export function admitsOf(table: DecisionTable): { readonly [code: string]: Secrecy } {
  const tried = table.inputs.map((name, i) => [name, ALWAYS[name] ?? samples(findFact(name), table.rules.map(({ when }) => when[i]?.value ?? null).filter((value) => value !== null))] as const);
  const size = tried.reduce((product, [, values]) => product * Math.max(1, values.length), 1);
  if (size > MAX_LETTERS || !table.inputs.includes('secrecy')) return {};
  const admits: { [code: string]: Secrecy } = {};
  for (const facts of lettersOf(tried)) {
    const code = decideByTable(table, facts).values['route'];
    // The values tried for the class are its own words.
    const secrecy = facts['secrecy'] as Secrecy;
    if (typeof code === 'string' && secrecyRank(secrecy) >= secrecyRank(admits[code] ?? 'none')) admits[code] = secrecy;
  }
  return admits;
}

function* lettersOf(tried: readonly (readonly [string, readonly FactValue[]])[]): Generator<Facts> {
  const [first, ...rest] = tried;
  if (first === undefined) {
    yield {};
    return;
  }
  const [name, values] = first;
  for (const others of lettersOf(rest)) for (const value of values) yield { ...others, [name]: value };
}
