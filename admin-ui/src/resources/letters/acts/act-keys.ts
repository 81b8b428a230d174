import type { OutcomeHint } from './act-values';

/** Letters for what is done every day; the others go by their place. */
const LETTERS: { readonly [outcome: string]: string } = { return: 'r', forward: 'f', amend: 'e', reject: 'x', sign: 's' };

/** The key of each act: A for what is usually done, a letter of its own, or its place among the acts. */
export function actKeys(outcomes: readonly OutcomeHint[]): readonly { readonly keys: string; readonly outcome: OutcomeHint }[] {
  const usual = outcomes.find(({ tone }) => tone === 'primary') ?? outcomes[0];
  const taken = new Set<string>();
  return outcomes.flatMap((outcome, at) => {
    const keys = outcome === usual ? 'a' : (LETTERS[outcome.code] ?? String(at + 1));
    if (taken.has(keys)) return [];
    taken.add(keys);
    return [{ keys, outcome }];
  });
}
