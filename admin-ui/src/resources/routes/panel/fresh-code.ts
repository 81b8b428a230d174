/** A code that nothing has yet; nobody reads it, lines hang on it. */
export function freshCode(taken: readonly string[], word: string): string {
  for (let no = taken.length + 1; ; no += 1) if (!taken.includes(`${word}${no}`)) return `${word}${no}`;
}
