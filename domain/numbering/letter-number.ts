/**
 * Letter numbers (ที่): มท ๐๒๑๐.๒/ว ๑๒๓. Printed by R26, annex 1; read as offices really write them. Numbers are kept with
 * ASCII digits and turned Thai when a document is rendered. Sorting and uniqueness use (book, year, number), never the text.
 */
import { DomainError } from '../errors';
import type { Urgency } from '../letter/vocabulary';
import { parseThaiDate, type CivilDate } from '../thai/dates';
import { norm } from '../thai/normalise';

/** Marks before the running number: ว circular; ล, ลม, ลส the three secrecy classes (a custom, set per book). */
export const NUMBER_MARKS = ['ว', 'ล', 'ลม', 'ลส'] as const;
export type NumberMark = (typeof NUMBER_MARKS)[number];

/** What stands before the running number. */
export type LetterCodes = {
  /** มท, ลบ */
  readonly agencyCode: string;
  /** กปร in นร (กปร) 0101/5 */
  readonly committeeCode?: string | null;
  /** Four digits, five for a local body; the sub-unit may stand here too: 0210.2 */
  readonly unitCode: string;
  /** Sub-unit, with or without its leading point: .2, 2.1 */
  readonly sub?: string | null;
};

export type ParsedLetterNo = {
  readonly form: 'letter';
  readonly urgency: Urgency | null;
  readonly agencyCode: string;
  readonly committeeCode: string | null;
  readonly unitCode: string;
  /** With its leading point, `.2`; empty without a sub-unit. */
  readonly sub: string;
  readonly circular: boolean;
  readonly mark: NumberMark | null;
  readonly seq: number;
  /** What was squeezed in behind the number, `.1` or `ก`: read on import, never issued (N5). */
  readonly inserted: string | null;
  /** From "ลว." or "ลงวันที่" behind the number. */
  readonly date: CivilDate | null;
};
/** ว 10: a circular referred to without its agency. */
export type ParsedShortCircular = { readonly form: 'shortCircular'; readonly urgency: Urgency | null; readonly seq: number; readonly date: CivilDate | null };
/** n/yyyy: orders, announcements, certificates. */
export type ParsedYearlyNo = {
  readonly form: 'yearly';
  readonly kind: 'order' | 'announcement' | 'certificate' | null;
  readonly seq: number;
  readonly yearBe: number;
  /** An agency code that does not belong there: มท 619/2561. Read on import, never issued. */
  readonly strayAgencyCode: string | null;
  readonly date: CivilDate | null;
};
export type ParsedNumber = ParsedLetterNo | ParsedShortCircular | ParsedYearlyNo;

const URGENCY_WORDS: readonly (readonly [word: string, urgency: Urgency])[] = [
  ['ด่วนที่สุด', 'most_urgent'],
  ['ด่วนมาก', 'very_urgent'],
  ['ด่วน', 'urgent'],
];
const KIND_WORDS: readonly (readonly [word: string, kind: 'order' | 'announcement' | 'certificate'])[] = [
  ['คำสั่ง', 'order'],
  ['ประกาศ', 'announcement'],
  ['หนังสือรับรอง', 'certificate'],
];

const LETTER = /^([ก-ฮ]{1,4})(?: ?\(([ก-ฮ.]{1,8})\))? ?(\d{4,5})((?:\.\d{1,3}){0,4}) ?\/ ?(ว|ลม|ลส|ล)? ?(\d{1,6})(\.\d{1,2}| ?[ก-ฮ])?$/;
const SHORT_CIRCULAR = /^ว ?(\d{1,6})$/;
const YEARLY = /^(?:([ก-ฮ]{1,4}) ?)?(\d{1,6}) ?\/ ?(2[45]\d\d)$/;
const DATE_BEHIND = /^(.*?\d(?:[ก-ฮ](?= ))?) ?(?:ลว\.?|ลงวันที่|ลง) ?(.+)$/;

/**
 * Reads a number as it is printed, typed or cited; tolerant in digits, spaces and lead-in words. Null when it is none. A date
 * behind the number that cannot be read makes it none, so that nothing is dropped silently.
 */
export function parseLetterNo(text: string): ParsedNumber | null {
  const dated = splitDate(norm(text));
  if (!dated) return null;
  const { urgency, rest } = splitUrgency(dated.rest);
  const around = { urgency, date: dated.date };
  const named = KIND_WORDS.find(([word]) => rest.startsWith(word));
  if (!named) {
    const number = stripLead(rest);
    return parseFull(number, around) ?? parseShort(number, around) ?? parseYearly(number, { kind: null, date: dated.date });
  }
  // Between the word and the number stands who issued it: คำสั่งกรมที่ดิน ที่ 81/2561.
  const number = rest.slice(named[0].length).replace(/^.*ที่ ?/, '').trim();
  return parseYearly(number, { kind: named[1], date: dated.date }) ?? parseFull(number, around);
}

/**
 * Prints a letter number with ASCII digits: มท 0210.2/123, มท 0210.2/ว 123, นร (กปร) 0101/5. A secrecy mark takes the place of ว.
 * @throws LETTER_NO_INVALID where a code or the number could not be read back.
 */
export function printLetterNo(args: LetterCodes & { readonly circular?: boolean; readonly mark?: NumberMark | null; readonly seq: number }): string {
  if (!isSeq(args.seq)) throw new DomainError('LETTER_NO_INVALID', { seq: args.seq });
  const mark = args.mark ?? (args.circular === true ? 'ว' : null);
  return `${printCodes(args)}/${mark === null ? '' : `${mark} `}${args.seq}`;
}

/**
 * Prints what stands before the stroke: มท 0210.2.
 * @throws LETTER_NO_INVALID where a code has not the shape of annex 1.
 */
export function printCodes({ agencyCode, committeeCode = null, unitCode, sub = null }: LetterCodes): string {
  const unit = sub === null || sub === '' ? unitCode : `${unitCode}.${sub.replace(/^\./, '')}`;
  const isValid =
    /^[ก-ฮ]{1,4}$/.test(agencyCode) && /^\d{4,5}(?:\.\d{1,3}){0,4}$/.test(unit) && (committeeCode === null || /^[ก-ฮ.]{1,8}$/.test(committeeCode));
  if (!isValid) throw new DomainError('LETTER_NO_INVALID', { agencyCode, committeeCode, unitCode: unit });
  return `${agencyCode}${committeeCode === null ? '' : ` (${committeeCode})`} ${unit}`;
}

/** The form in which letter numbers are searched: digits, letters and strokes alike, without spaces and lead-in words. */
export function letterNoKey(text: string): string {
  return stripLead(splitUrgency(norm(text)).rest).replace(/\s/g, '');
}

/** Whether it can be a running number: whole, from 1, at most six digits. */
export function isSeq(seq: number): boolean {
  return Number.isInteger(seq) && seq >= 1 && seq <= 999_999;
}

function splitDate(text: string): { readonly rest: string; readonly date: CivilDate | null } | null {
  const match = DATE_BEHIND.exec(text);
  if (!match) return { rest: text, date: null };
  const date = parseThaiDate(match[2] ?? '');
  return date === null ? null : { rest: match[1] ?? '', date };
}

function splitUrgency(text: string): { readonly urgency: Urgency | null; readonly rest: string } {
  const found = URGENCY_WORDS.find(([word]) => text.startsWith(word));
  return found ? { urgency: found[1], rest: text.slice(found[0].length).trim() } : { urgency: null, rest: text };
}

function stripLead(text: string): string {
  return text.replace(/^(?:เลข)?ที่ ?/, '');
}

function parseYearly(text: string, around: Pick<ParsedYearlyNo, 'kind' | 'date'>): ParsedYearlyNo | null {
  const match = YEARLY.exec(text);
  if (!match || !isSeq(Number(match[2]))) return null;
  return { form: 'yearly', ...around, seq: Number(match[2]), yearBe: Number(match[3]), strayAgencyCode: match[1] ?? null };
}

type Around = { readonly urgency: Urgency | null; readonly date: CivilDate | null };

function parseShort(text: string, around: Around): ParsedShortCircular | null {
  const match = SHORT_CIRCULAR.exec(text);
  return match && isSeq(Number(match[1])) ? { form: 'shortCircular', ...around, seq: Number(match[1]) } : null;
}

function parseFull(text: string, around: Around): ParsedLetterNo | null {
  const match = LETTER.exec(text);
  if (!match || !isSeq(Number(match[6]))) return null;
  const mark = NUMBER_MARKS.find((known) => known === match[5]) ?? null;
  return {
    form: 'letter',
    ...around,
    agencyCode: match[1] ?? '',
    committeeCode: match[2] ?? null,
    unitCode: match[3] ?? '',
    sub: match[4] ?? '',
    circular: mark === 'ว',
    mark,
    seq: Number(match[6]),
    inserted: match[7]?.trim() ?? null,
  };
}
