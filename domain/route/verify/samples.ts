/** One value of every kind that comparisons tell apart: what holds of these holds of all values of the fact. */
import type { FactDefinition } from '../facts';
import type { FactValue } from '../model';

/** Values of every kind: unknown, those named, one beside each, and one that is not named. */
export function samples(fact: FactDefinition | null, named: readonly FactValue[]): readonly FactValue[] {
  if (fact?.type === 'yesNo') return [null, true, false];
  const plain = named.flatMap((value): FactValue[] => (Array.isArray(value) ? [...value] : [value]));
  if (fact?.type === 'choice') return [null, ...(fact.values ?? [])];
  if (fact?.type === 'number') return [null, 0, ...between(plain.filter((value) => typeof value === 'number'))];
  const texts = plain.filter((value) => typeof value === 'string').toSorted();
  if (fact?.type === 'units') return [null, [], ['\u0000'], texts, ...texts.map((text) => [text])];
  // In the order of texts, which is that of dates: before all, each, and directly after each.
  return [null, '', ...texts.flatMap((text) => [text, `${text}\u0000`])];
}

function between(numbers: readonly number[]): readonly number[] {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  const first = sorted[0];
  if (first === undefined) return [];
  return [first - 1, ...sorted.flatMap((value, i) => [value, i + 1 < sorted.length ? (value + (sorted[i + 1] ?? value)) / 2 : value + 1])];
}
