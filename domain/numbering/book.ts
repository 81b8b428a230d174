/**
 * Number books (reference §3.2). A book belongs to an issuer (office, unit, post or committee) and is numbered anew each
 * Buddhist calendar year; the printed code comes from the unit that owns the matter. One central book so serves letters
 * under many unit codes.
 */
import { DomainError } from '../errors';
import type { BookKind, LetterKind, Secrecy } from '../letter/vocabulary';
import type { CivilDate } from '../thai/dates';
import { isSeq, printCodes, type LetterCodes, type NumberMark } from './letter-number';

export type { BookKind } from '../letter/vocabulary';

export type BookTraits = {
  /** How a number is printed unless the book has a pattern of its own; see {@link printNumber}. */
  readonly pattern: string;
  /** The word that goes before it in registers and documents. */
  readonly labelTh: string;
  /** Kept by the secret registrar alone. */
  readonly isSecret: boolean;
};

export const BOOK_TRAITS: { readonly [K in BookKind]: BookTraits } = {
  send: { pattern: '{code}/{n}', labelTh: 'ที่', isSecret: false },
  circular: { pattern: '{code}/ว {n}', labelTh: 'ที่', isSecret: false },
  receive: { pattern: '{n}', labelTh: 'เลขรับ', isSecret: false },
  order: { pattern: '{n}/{year}', labelTh: 'ที่', isSecret: false },
  announcement: { pattern: '{n}/{year}', labelTh: 'ที่', isSecret: false },
  certificate: { pattern: '{n}/{year}', labelTh: 'เลขที่', isSecret: false },
  minutes: { pattern: '{n}/{year}', labelTh: 'ครั้งที่', isSecret: false },
  secret_send: { pattern: '{code}/{mark} {n}', labelTh: 'ที่', isSecret: true },
  secret_receive: { pattern: '{n}', labelTh: 'เลขรับ', isSecret: true },
  secret_control: { pattern: '{n}', labelTh: 'เลขทะเบียน', isSecret: true },
};

/** Customary marks of secret letters: ล for ลับ, ลม for ลับมาก, ลส for ลับที่สุด. */
export const SECRET_MARKS: { readonly [K in Secrecy]: NumberMark | null } = { none: null, confidential: 'ล', secret: 'ลม', top_secret: 'ลส' };

/** Choices that the regulation leaves to the office. */
export type NumberingSettings = {
  /** R26, clause 32: circulars run from 1 in a series of their own, or carry ว on the ordinary series. */
  readonly circularSeries: 'own' | 'shared';
  /** Whether secret letters carry ล, ลม or ลส before the number. */
  readonly secretMarks: boolean;
  /** Whether announcements are numbered n/yyyy; by the regulation they are not. */
  readonly numbersAnnouncements: boolean;
};
export const DEFAULT_SETTINGS: NumberingSettings = { circularSeries: 'own', secretMarks: true, numbersAnnouncements: false };

/** The book whose counter gives the number: a circular on a shared series counts with the ordinary letters. */
export function countingKind(kind: BookKind, { circularSeries }: Pick<NumberingSettings, 'circularSeries'>): BookKind {
  return kind === 'circular' && circularSeries === 'shared' ? 'send' : kind;
}

const SEND_BOOKS: { readonly [K in LetterKind]: BookKind | null } = {
  external_letter: 'send',
  internal_memo: 'send',
  stamped_letter: 'send',
  order: 'order',
  announcement: 'announcement',
  certificate: 'certificate',
  minutes: 'minutes',
  // Numbered by subject (ฉบับที่), or not at all: no yearly book.
  regulation: null,
  rule: null,
  statement: null,
  news_release: null,
  memo_note: null,
  other_record: null,
};

/** The kind of book in which a document of one's own is numbered; null for kinds without a yearly number. */
export function sendBookFor(
  { kind, isCircular, secrecy }: { readonly kind: LetterKind; readonly isCircular: boolean; readonly secrecy: Secrecy },
  { numbersAnnouncements }: Pick<NumberingSettings, 'numbersAnnouncements'> = DEFAULT_SETTINGS,
): BookKind | null {
  const book = SEND_BOOKS[kind];
  if (book === 'announcement' && !numbersAnnouncements) return null;
  if (secrecy !== 'none' && book === 'send') return 'secret_send';
  return book === 'send' && isCircular ? 'circular' : book;
}

/** The pattern of a kind under the office's settings. */
export function patternFor(kind: BookKind, { secretMarks }: Pick<NumberingSettings, 'secretMarks'> = DEFAULT_SETTINGS): string {
  return kind === 'secret_send' && !secretMarks ? BOOK_TRAITS.send.pattern : BOOK_TRAITS[kind].pattern;
}

export type PrintNumberArgs = {
  readonly kind: BookKind;
  /** The book's own pattern; empty or absent for that of its kind. */
  readonly pattern?: string;
  readonly seq: number;
  /** Year of issue: what stands behind the stroke of an order (N7). */
  readonly yearBe: number;
  /** Codes of the unit that owns the matter; needed where the pattern has `{code}`. */
  readonly codes?: LetterCodes | null;
  /** Class of the letter, for `{mark}`. */
  readonly secrecy?: Secrecy;
};

const PLACEHOLDER = /\{([a-z]+)\}/g;
const PLACEHOLDERS: ReadonlySet<string> = new Set(['code', 'n', 'year', 'mark']);

/** Whether a pattern can be printed: the running number once, and no placeholder but `{code}`, `{n}`, `{year}`, `{mark}`. */
export function isBookPattern(pattern: string): boolean {
  const names = [...pattern.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return names.every((name) => PLACEHOLDERS.has(name)) && names.filter((name) => name === 'n').length === 1 && !/[{}]/.test(pattern.replace(PLACEHOLDER, ''));
}

/**
 * Prints the number of an entry with ASCII digits, by the book's pattern: มท 0210.2/123, 123, 81/2561, มท 0210/ล 5.
 * `{mark}` is empty for a letter without a class.
 * @throws LETTER_NO_INVALID for a pattern, a number or codes that cannot be printed.
 */
export function printNumber({ kind, pattern = '', seq, yearBe, codes = null, secrecy = 'none' }: PrintNumberArgs): string {
  const used = pattern === '' ? BOOK_TRAITS[kind].pattern : pattern;
  if (!isBookPattern(used) || !isSeq(seq)) throw new DomainError('LETTER_NO_INVALID', { pattern: used, seq });
  const mark = SECRET_MARKS[secrecy];
  const values: { readonly [name: string]: () => string } = {
    code: () => codeText(codes, kind),
    n: () => String(seq),
    year: () => String(yearBe),
    mark: () => mark ?? '',
  };
  const withMark = mark === null ? used.replace(/\{mark\} ?/g, '') : used;
  return withMark.replace(PLACEHOLDER, (_whole, name: string) => values[name]?.() ?? '').trim();
}

function codeText(codes: LetterCodes | null, kind: BookKind): string {
  if (codes === null) throw new DomainError('LETTER_NO_INVALID', { kind, codes });
  return printCodes(codes);
}

/** Anything that holds from a civil date on; `validTo` is the first day on which it no longer does. */
export type Dated = { readonly validFrom: CivilDate; readonly validTo: CivilDate | null };

/**
 * What holds on a day, of books or codes that followed one another (N9). Null when nothing does. A later start goes before
 * an earlier one that was left open.
 */
export function inForceOn<T extends Dated>(items: readonly T[], date: CivilDate): T | null {
  const holding = items.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date < validTo));
  return holding.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0] ?? null;
}
