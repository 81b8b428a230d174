export type TextPart = { readonly text: string; readonly change: 'same' | 'removed' | 'added' };

/** Longest text compared word by word; beyond it whole lines are compared, so that a page never hangs. */
const LETTERS_MAX = 40_000;
/** Most comparisons made between what differs; beyond it the whole differing part counts as replaced. */
const STEPS_MAX = 9_000_000;

/** What changed from one text to the other, by word; Thai is cut into words, since it is written without spaces. */
export function diffWords(before: string, after: string): readonly TextPart[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
  const byLine = before.length + after.length > LETTERS_MAX;
  const parts = (text: string): string[] => (byLine ? text.split(/(?<=\n)/) : cut(text));
  return join(compare(parts(before), parts(after)));
}

function cut(text: string): string[] {
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** Longest common subsequence after equal ends are taken off, which is most of a corrected letter. */
function compare(one: readonly string[], other: readonly string[]): TextPart[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const a = one.slice(start, one.length - end);
  const b = other.slice(start, other.length - end);
  if (a.length * b.length > STEPS_MAX) {
    return [
      { text: one.slice(0, start).join(''), change: 'same' },
      { text: a.join(''), change: 'removed' },
      { text: b.join(''), change: 'added' },
      { text: one.slice(one.length - end).join(''), change: 'same' },
    ];
  }
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const parts: TextPart[] = one.slice(0, start).map((text) => ({ text, change: 'same' }));
  let row = 0;
  let column = 0;
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && a[row] === b[column]) {
      parts.push({ text: a[row] ?? '', change: 'same' });
      row += 1;
      column += 1;
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ text: a[row] ?? '', change: 'removed' });
      row += 1;
    } else {
      parts.push({ text: b[column] ?? '', change: 'added' });
      column += 1;
    }
  }
  return [...parts, ...one.slice(one.length - end).map((text): TextPart => ({ text, change: 'same' }))];
}

function join(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.change === part.change) joined[joined.length - 1] = { text: last.text + part.text, change: part.change };
    else joined.push(part);
  }
  return joined;
}
