import { toArabicDigits } from '#domain/thai/digits';

/** Both kinds of digits and both cases are the same to whoever looks; neither changes how long a text is. */
const plain = (text: string): string => toArabicDigits(text).toLowerCase();

type Part = { readonly part: string; readonly isMatch: boolean };

/** A text cut at every place where it says what was looked for, one thing or several. */
export function matchParts(text: string, q: string | readonly string[]): readonly Part[] {
  if (typeof q !== 'string') return q.reduce<readonly Part[]>((parts, each) => parts.flatMap((part) => (part.isMatch ? [part] : matchParts(part.part, each))), [{ part: text, isMatch: false }]);
  const wanted = plain(q.trim());
  const seen = plain(text);
  if (wanted === '' || seen.length !== text.length) return [{ part: text, isMatch: false }];
  const parts: { part: string; isMatch: boolean }[] = [];
  let from = 0;
  for (let at = seen.indexOf(wanted); at !== -1; at = seen.indexOf(wanted, from)) {
    if (at > from) parts.push({ part: text.slice(from, at), isMatch: false });
    from = at + wanted.length;
    parts.push({ part: text.slice(at, from), isMatch: true });
  }
  return from < text.length || parts.length === 0 ? [...parts, { part: text.slice(from), isMatch: false }] : parts;
}
