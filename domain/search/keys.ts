/**
 * The forms in which letters are found: one for what is kept (`letter_search`) and what is typed, both over `norm`. Fragments are looked for in
 * texts without spaces, words in what `Intl.Segmenter` takes for words, numbers among the ways in which people say them.
 */
import { letterNoKey, parseLetterNo } from '../numbering/letter-number';
import { norm } from '../thai/normalise';

const NOT_WRITTEN = /[^\p{L}\p{M}\p{N}]+/gu;

/** A text in which fragments are looked for: letters and digits only, since spaces and strokes are written by taste. */
export const fragmentKey = (text: string): string => norm(text).toLowerCase().replace(NOT_WRITTEN, '');

/** Pieces of a text kept by a reader of words: official letters say the same again and again. */
const KEPT_PIECES = 20_000;
/** A file without spaces is no piece to keep. */
const LONGEST_KEPT = 200;

/**
 * A reader of words: each word of a text once, in the normal form and small letters, numbers parted at their strokes. It remembers what it has
 * parted, so that reading many letters is quick.
 */
export function createWordReader(): (text: string) => readonly string[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  const kept = new Map<string, readonly string[]>();
  const part = (piece: string): readonly string[] =>
    [...segmenter.segment(piece)].flatMap(({ segment }) => segment.split(NOT_WRITTEN)).filter((word) => word !== '' && !/^\p{M}+$/u.test(word));
  const read = (piece: string): readonly string[] => {
    const known = kept.get(piece);
    if (known !== undefined) return known;
    const words = part(piece);
    if (kept.size >= KEPT_PIECES) kept.clear();
    if (piece.length <= LONGEST_KEPT) kept.set(piece, words);
    return words;
  };
  return (text) => [...new Set(norm(text).toLowerCase().split(' ').flatMap(partDigits).flatMap(read))];
}

/** ครั้งที่10 and ครั้งที่ 10 are the same words. */
const partDigits = (piece: string): readonly string[] => piece.split(/(?<=[\u0e00-\u0e7f])(?=\d)|(?<=\d)(?=[\u0e00-\u0e7f])/u).filter((part) => part !== '');

/**
 * The ways in which a printed number is asked for: whole, without the ministry, by its last part, with the year behind. ASCII digits, no spaces.
 * What is no number of ours is asked for as it stands.
 */
export function numberKeys(printed: string, yearBe: number | null): readonly string[] {
  const parsed = parseLetterNo(printed);
  const whole = letterNoKey(printed).toLowerCase();
  if (whole === '') return [];
  const withYear = (key: string): readonly string[] => (yearBe === null ? [key] : [key, `${key}/${yearBe}`]);
  if (parsed === null) return /^\d{1,6}$/.test(whole) ? withYear(String(Number(whole))) : [...new Set([whole, ...partsOf(whole)])];
  const seq = String(parsed.seq);
  if (parsed.form === 'yearly') return [...new Set([`${seq}/${parsed.yearBe}`, seq])];
  if (parsed.form === 'shortCircular') return [...withYear(`ว${seq}`), ...withYear(seq)];
  const mark = parsed.mark ?? '';
  const last = `${mark}${seq}${parsed.inserted ?? ''}`;
  const unit = `${parsed.unitCode}${parsed.sub}/${last}`;
  const committee = parsed.committeeCode === null ? [] : [`${parsed.agencyCode}(${parsed.committeeCode})${unit}`];
  return [...new Set([...committee, `${parsed.agencyCode}${unit}`, unit, ...withYear(last), ...withYear(seq)])];
}

/** Asked for as a receive number (เลขรับ 123), it is no other. */
export const receiveKeys = ({ printed, yearBe }: { readonly printed: string; readonly yearBe: number }): readonly string[] => {
  const seq = /(\d{1,6})\D*$/.exec(norm(printed))?.[1];
  return seq === undefined ? [] : [`รับ${Number(seq)}`, `รับ${Number(seq)}/${yearBe}`];
};

/** Of a number of another house: its last part, by which it is asked for on the telephone. */
const partsOf = (whole: string): readonly string[] => {
  const last = /(\d{1,6})(?:\/2[45]\d\d)?$/.exec(whole)?.[1];
  return last === undefined ? [] : [String(Number(last))];
};
