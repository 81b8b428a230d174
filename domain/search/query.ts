/**
 * What somebody typed into the one box, understood: numbers in any spelling, days, a class of urgency, phrases in quotation marks, words. Pure: the
 * same text on the same day is always the same query.
 */
import { QUERY_MAX } from '../contracts/limits';
import type { Urgency } from '../letter/vocabulary';
import type { CivilDate } from '../thai/dates';
import { norm } from '../thai/normalise';
import { findDays, type FoundSpan } from './date-words';
import { fragmentKey } from './keys';

export type NumberTerm = {
  readonly kind: 'number';
  /** As typed. */
  readonly text: string;
  /** Any of these is it (`numberKeys`). */
  readonly keys: readonly string[];
};
export type WordTerm = {
  readonly kind: 'words';
  readonly text: string;
  /** The fragment to look for. */
  readonly key: string;
  /** In quotation marks: the whole of it, in this order. */
  readonly isPhrase: boolean;
};
export type SearchQuery = {
  readonly terms: readonly (NumberTerm | WordTerm)[];
  readonly days: FoundSpan | null;
  readonly urgency: Urgency | null;
};

/** So many terms are looked for; who types more has pasted a text, of which the beginning says enough. */
const TERMS_MAX = 12;

const MARK = '(?:ลม|ลส|ล|ว)';
const START = String.raw`(?<![\p{L}\p{M}\p{N}/.])`;
const END = String.raw`(?![\p{L}\p{M}\p{N}]|[/.]\d)`;
const LEAD = String.raw`(?:เลขทะเบียนส่ง|เลขทะเบียน|ทะเบียนส่ง|เลขส่ง|เลขหนังสือ|เลขที่|ที่|เลข)`;
const UNIT = String.raw`\d{4,5}(?:\.\d{1,3}){0,4}`;
const NUMBERS: readonly { readonly pattern: RegExp; keysOf(match: readonly (string | undefined)[]): readonly string[] }[] = [
  // เลขรับ 123, รับที่ 123/2569
  {
    pattern: new RegExp(String.raw`${START}(?:เลขทะเบียนรับ|ทะเบียนรับ|เลขรับที่|เลขที่รับ|รับที่|เลขรับ)(?:ที่)? ?(\d{1,6})(?: ?/ ?(2[45]\d\d))?${END}`, 'u'),
    keysOf: ([, seq = '', year]) => [`รับ${bare(seq)}${year === undefined ? '' : `/${year}`}`],
  },
  // มท 0210.2/ว 123, นร (กปร) 0101/5
  {
    pattern: new RegExp(String.raw`${START}(?:${LEAD} ?)?([ก-ฮ]{1,4}) ?(\([ก-ฮ.]{1,8}\))? ?(${UNIT}) ?/ ?(${MARK})? ?(\d{1,6}(?:\.\d{1,2})?)${END}`, 'u'),
    keysOf: ([, agency = '', committee = '', unit = '', mark = '', seq = '']) => [`${agency}${committee}${unit}/${mark}${bare(seq)}`],
  },
  // 0210.2/ว 123, and 81/2569 where the part before the stroke has four digits as well
  {
    pattern: new RegExp(String.raw`${START}(?:${LEAD} ?)?(${UNIT}) ?/ ?(${MARK})? ?(\d{1,6}(?:\.\d{1,2})?)${END}`, 'u'),
    keysOf: ([, unit = '', mark = '', seq = '']) => [`${unit}/${mark}${bare(seq)}`, ...(mark === '' && /^2[45]\d\d$/.test(seq) ? [`${bare(unit)}/${seq}`] : [])],
  },
  // 81/2569, ว 10/2569
  {
    pattern: new RegExp(String.raw`${START}(?:${LEAD} ?)?(${MARK})? ?(\d{1,6}) ?/ ?(2[45]\d\d)${END}`, 'u'),
    keysOf: ([, mark = '', seq = '', year = '']) => [`${mark}${bare(seq)}/${year}`],
  },
  // ว 123, /ว123, /123
  { pattern: new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}.])/ ?(${MARK})? ?(\d{1,6})${END}`, 'u'), keysOf: ([, mark = '', seq = '']) => [`${mark}${bare(seq)}`] },
  { pattern: new RegExp(String.raw`${START}(?:${LEAD} ?)?(ว) ?(\d{1,6})${END}`, 'u'), keysOf: ([, mark = '', seq = '']) => [`${mark}${bare(seq)}`] },
  // เลขที่ 123
  { pattern: new RegExp(String.raw`${START}${LEAD} ?(\d{1,6})${END}`, 'u'), keysOf: ([, seq = '']) => [bare(seq)] },
  // nothing but digits
  { pattern: /^(\d{1,6})$/, keysOf: ([, seq = '']) => [bare(seq)] },
];

const URGENCY: { readonly [word: string]: Urgency } = { ด่วน: 'urgent', ด่วนมาก: 'very_urgent', ด่วนที่สุด: 'most_urgent' };
/** Words that only lead to what is meant; they count where nothing else was typed. */
const LEADS = new Set(['เรื่อง', 'หนังสือ', 'จาก', 'ถึง', 'เรียน', 'ที่', 'เลขที่', 'ลงวันที่', 'วันที่', 'ลว', 'เลขรับ', 'หา', 'ค้นหา']);
const PHRASE = /["“”„]([^"“”„]+)["“”„]/;

/** Understands a typed text; `today` is the day in Bangkok. */
export function parseQuery(text: string, today: CivilDate): SearchQuery {
  const terms: (NumberTerm | WordTerm)[] = [];
  let rest = norm(text.slice(0, QUERY_MAX)).toLowerCase();
  const take = (whole: string): void => {
    rest = rest.replace(whole, ' ').replace(/\s+/g, ' ').trim();
  };
  for (let match = PHRASE.exec(rest); match !== null; match = PHRASE.exec(rest)) {
    take(match[0]);
    terms.push({ kind: 'words', text: match[1]!.trim(), key: fragmentKey(match[1]!), isPhrase: true });
  }
  const days = findDays(rest, today);
  if (days !== null) take(days.text);
  for (const { pattern, keysOf } of NUMBERS) {
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      take(match[0]);
      terms.push({ kind: 'number', text: match[0].trim(), keys: keysOf([...match]) });
    }
  }
  const pieces = rest.split(' ').filter((piece) => fragmentKey(piece) !== '');
  const urgent = pieces.find((piece) => URGENCY[piece] !== undefined);
  const said = pieces.filter((piece) => piece !== urgent);
  const telling = said.filter((piece) => !LEADS.has(piece.replace(/[.:]$/, '')));
  const isAllThereIs = telling.length === 0 && terms.length === 0 && days === null && urgent === undefined;
  for (const piece of (isAllThereIs ? said : telling).flatMap(partDigits)) terms.push({ kind: 'words', text: piece, key: fragmentKey(piece), isPhrase: false });
  return { terms: terms.filter(isTelling).slice(0, TERMS_MAX), days, urgency: urgent === undefined ? null : URGENCY[urgent]! };
}

const isTelling = (term: NumberTerm | WordTerm): boolean => term.kind === 'number' || term.key !== '';
const bare = (digits: string): string => digits.replace(/^0+(?=\d)/, '');
/** The same cut as among the words that are kept. */
const partDigits = (piece: string): readonly string[] =>
  piece.split(/(?<=[\u0e00-\u0e7f])(?=\d)|(?<=\d)(?=[\u0e00-\u0e7f])/u).filter((part) => fragmentKey(part) !== '');
