/**
 * Days as they stand in registers that were kept by hand or in a spreadsheet: more spellings than a form takes, and what is wrong with those that are
 * no day. One reader for all of them; forms keep to {@link parseTypedDate}.
 */
import { addDays, type CivilDate, isCivilDate, THAI_MONTHS, THAI_MONTHS_SHORT } from './dates';
import { norm } from './normalise';

export type DateProblem = 'noSuchDay' | 'noSuchMonth' | 'dateUnreadable' | 'noYear' | 'twoDates';
export type WrittenDate = { readonly date: CivilDate; readonly yearWasAssumed: boolean } | { readonly problem: DateProblem };

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const LEAD = /^(?:ณ ?)?(?:ลงวันที่|วันที่|ลว\.?|เมื่อ)\s*:?\s*/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/;
const NUMERIC = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{2}|\d{4})(?: .*)?$/;
const NUMERIC_WITHOUT_YEAR = /^(\d{1,2}) ?[/-] ?(\d{1,2})$/;
const NAMED = /^(\d{1,2})[ -]?(?:เดือน ?)?([ก-๎.]+?|[a-z.]+?)[ ,-]*(?:พ\.?ศ\.? ?|ปี ?|ค\.?ศ\.? ?)?(\d{2}|\d{4})?$/;
/** A spreadsheet's own count of days, from 1900 on. */
const SERIAL = /^[2-6]\d{4}(?:\.\d+)?$/;
const SEVERAL = /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.*(?:,|และ|ถึง|-)\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/;

/**
 * Reads ๑๕ ก.ย. ๖๑, 15 กันยายน พ.ศ. 2561, 15ก.ย.61, 15/9/61, 15-09-2018, 2018-09-15, 15 Sep 2018 and a spreadsheet's day number. A year of four
 * digits below 2400 is of the common era, one of two digits means 25xx. Without a year it is `assumedYearBe`'s, where one is given.
 */
export function readWrittenDate(text: string, { assumedYearBe = null }: { readonly assumedYearBe?: number | null } = {}): WrittenDate {
  const said = norm(text).toLowerCase().replace(LEAD, '');
  if (SEVERAL.test(said)) return { problem: 'twoDates' };
  if (SERIAL.test(said)) return { date: addDays('1899-12-30', Math.floor(Number(said))), yearWasAssumed: false };
  const [, isoYear, isoMonth, isoDay] = ISO.exec(said) ?? [];
  if (isoYear !== undefined) return dayOf(Number(isoDay), Number(isoMonth), isoYear);
  const [, day, month, year] = NUMERIC.exec(said) ?? [];
  if (day !== undefined) return dayOf(Number(day), Number(month), year!);
  const [, bareDay, bareMonth] = NUMERIC_WITHOUT_YEAR.exec(said) ?? [];
  if (bareDay !== undefined) return assumedYearBe === null ? { problem: 'noYear' } : assumed(dayOf(Number(bareDay), Number(bareMonth), String(assumedYearBe)));
  return readNamed(said, assumedYearBe);
}

function readNamed(said: string, assumedYearBe: number | null): WrittenDate {
  const [, day, name, year] = NAMED.exec(said) ?? [];
  if (day === undefined || name === undefined) return { problem: 'dateUnreadable' };
  const month = monthOf(name);
  if (month === null) return { problem: 'noSuchMonth' };
  if (year !== undefined) return dayOf(Number(day), month, year);
  return assumedYearBe === null ? { problem: 'noYear' } : assumed(dayOf(Number(day), month, String(assumedYearBe)));
}

const bare = (name: string): string => name.replace(/[. ]/g, '');

/** Whole names, their short forms with and without points, and beginnings such as กันยา. */
function monthOf(written: string): number | null {
  const key = bare(written);
  const short = THAI_MONTHS_SHORT.findIndex((name) => bare(name) === key);
  const long = key.length < 3 ? -1 : THAI_MONTHS.findIndex((name) => name.startsWith(key));
  const english = ENGLISH.findIndex((name) => key.startsWith(name));
  const found = [short, long, english].find((index) => index >= 0);
  return found === undefined ? null : found + 1;
}

function dayOf(day: number, month: number, year: string): WrittenDate {
  if (month < 1 || month > 12) return { problem: 'noSuchMonth' };
  const number = Number(year);
  const yearCe = year.length === 2 ? 2500 + number - 543 : number >= 2400 ? number - 543 : number;
  const date = `${String(yearCe).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(date) ? { date, yearWasAssumed: false } : { problem: 'noSuchDay' };
}

const assumed = (written: WrittenDate): WrittenDate => ('problem' in written ? written : { ...written, yearWasAssumed: true });
