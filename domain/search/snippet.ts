import { norm } from '../thai/normalise';

/** So many characters stand before what was found, and so many in all. */
const BEFORE = 60;
const LENGTH = 200;

/** A piece of a text around the first place where one of the words stands; null where none does. */
export function snippetOf(text: string, words: readonly string[]): string | null {
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(norm(word).toLowerCase())).filter((place) => place >= 0);
  if (places.length === 0) return null;
  const first = Math.max(0, Math.min(...places) - BEFORE);
  const start = first === 0 ? 0 : nextStart(text, first);
  const piece = text.slice(start, start + LENGTH);
  return `${start > 0 ? '…' : ''}${piece.trim()}${start + LENGTH < text.length ? '…' : ''}`;
}

/** Never in the midst of a letter and its marks, and rather after a space. */
function nextStart(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  if (space >= 0 && space - from < BEFORE / 2) return space + 1;
  let start = from;
  while (start < text.length && /\p{M}/u.test(text[start]!)) start += 1;
  return start;
}
