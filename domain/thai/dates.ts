/**
 * Dates and times as Thai offices write them (reference §2.2). Instants are ISO 8601 strings in UTC; a civil date is
 * `YYYY-MM-DD` in the common era, the day on the wall calendar in Bangkok. Thailand has kept UTC+7 without summer time
 * since 1920, so all of this is plain arithmetic: the same in the workflow, the browser and the database's commit.
 */
import { toArabicDigits, toThaiDigits } from './digits';

/** `YYYY-MM-DD`, common era, Asia/Bangkok. */
export type CivilDate = string;
/** ISO 8601 with an offset, `2026-05-29T08:00:00.000Z`. */
export type Instant = string;
/** `HH:MM`, 24 hours. */
export type ClockTime = string;

export const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BANGKOK_OFFSET_MS = 7 * 60 * MINUTE_MS;
const BE_OFFSET = 543;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export const THAI_MONTHS = [
  'มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม',
] as const;
export const THAI_MONTHS_SHORT = [
  'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.',
] as const;
const ENGLISH_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** Whether the text is a real day of the calendar, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  return CIVIL_DATE.test(text) && dateOfDay(Date.parse(`${text}T00:00:00Z`) / DAY_MS) === text;
}

/** Whether the text is an ISO instant with an offset (a local time without one is not). */
export function isInstant(text: string): text is Instant {
  return INSTANT.test(text) && isCivilDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/** Milliseconds since 1970-01-01T00:00Z. Throws RangeError: outer layers validate with {@link isInstant} first. */
export function instantMs(iso: Instant): number {
  if (!isInstant(iso)) throw new RangeError(`not an ISO instant: ${iso}`);
  return Date.parse(iso);
}

/** The ISO instant, always in UTC with milliseconds, so that equal instants are equal strings and sort as text. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The day in Bangkok on which the instant falls. */
export function bangkokDate(iso: Instant): CivilDate {
  return dateOfDay(Math.floor((instantMs(iso) + BANGKOK_OFFSET_MS) / DAY_MS));
}

/** The clock in Bangkok at the instant; seconds are cut off. */
export function bangkokTime(iso: Instant): ClockTime {
  const minutes = Math.floor(bangkokTimeMs(iso) / MINUTE_MS);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Milliseconds since Bangkok midnight. */
export function bangkokTimeMs(iso: Instant): number {
  return mod(instantMs(iso) + BANGKOK_OFFSET_MS, DAY_MS);
}

/** The instant at which Bangkok's clock shows this time on this day. */
export function bangkokInstant(date: CivilDate, time: ClockTime): Instant {
  return toInstant(dayNumber(date) * DAY_MS + clockMinutes(time) * MINUTE_MS - BANGKOK_OFFSET_MS);
}

/** Minutes since midnight of a clock time. Throws RangeError when it is not one. */
export function clockMinutes(time: ClockTime): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`not a clock time: ${time}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/** Buddhist calendar year of an instant (it changes at Bangkok midnight) or of a civil date. */
export function yearBe(value: Instant | CivilDate): number {
  return Number(civil(value).slice(0, 4)) + BE_OFFSET;
}

/** Thai fiscal year (1 October to 30 September), named after the Buddhist year in which it ends. */
export function fiscalYearBe(value: Instant | CivilDate): number {
  const date = civil(value);
  return yearBe(date) + (Number(date.slice(5, 7)) >= 10 ? 1 : 0);
}

/** First day of a Buddhist calendar year. */
export function firstDayOfYearBe(year: number): CivilDate {
  return `${String(year - BE_OFFSET).padStart(4, '0')}-01-01`;
}

/** The civil date `days` later, or earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return weekdayOfDay(dayNumber(date));
}

/** {@link weekdayOf} of a day number. */
export function weekdayOfDay(day: number): number {
  // Day 0, 1 January 1970, was a Thursday.
  return mod(day + 4, 7);
}

/** Days since 1970-01-01, to count and compare with. Throws RangeError when the text is not a civil date. */
export function dayNumber(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The civil date of a day number. */
export function dateOfDay(day: number): CivilDate {
  return Number.isFinite(day) ? toInstant(day * DAY_MS).slice(0, 10) : '';
}

/**
 * Ways of writing a date. `letter`: ๒๑ พฤศจิกายน ๒๕๖๙ · `memo`: วันที่ ๒๑ พฤศจิกายน ๒๕๖๙ · `formal`: วันที่ ๒๑
 * พฤศจิกายน พ.ศ. ๒๕๖๙ · `order`, `announcement`, `certificate`: the closing line of those kinds · `register`: ๒๑ พ.ย. ๖๙ ·
 * `numeric`: ๒๑/๑๑/๒๕๖๙ · `english`: 21 November 2026, the common era, always with Arabic digits.
 */
export type DateStyle = 'letter' | 'memo' | 'formal' | 'order' | 'announcement' | 'certificate' | 'register' | 'numeric' | 'english';
/** Digits of the written form: Thai in documents, either on screen by the reader's preference. */
export type Digits = 'thai' | 'arabic';

type Parts = { readonly day: number; readonly month: number; readonly yearCe: number };

const DATE_STYLES: { readonly [K in DateStyle]: (parts: Parts) => string } = {
  letter: longDate,
  memo: (parts) => `วันที่ ${longDate(parts)}`,
  formal: formalDate,
  order: (parts) => `สั่ง ณ ${formalDate(parts)}`,
  announcement: (parts) => `ประกาศ ณ ${formalDate(parts)}`,
  certificate: (parts) => `ให้ไว้ ณ ${formalDate(parts)}`,
  register: (parts) => `${parts.day} ${THAI_MONTHS_SHORT[parts.month - 1]} ${two((parts.yearCe + BE_OFFSET) % 100)}`,
  numeric: (parts) => `${parts.day}/${parts.month}/${parts.yearCe + BE_OFFSET}`,
  english: (parts) => `${parts.day} ${ENGLISH_MONTHS[parts.month - 1]} ${parts.yearCe}`,
};

/** Writes a civil date, or the Bangkok day of an instant. */
export function formatDate(value: Instant | CivilDate, style: DateStyle, digits: Digits = 'thai'): string {
  const date = civil(value);
  const written = DATE_STYLES[style]({ day: Number(date.slice(8)), month: Number(date.slice(5, 7)), yearCe: Number(date.slice(0, 4)) });
  return digits === 'thai' && style !== 'english' ? toThaiDigits(written) : written;
}

/** Writes the time of an instant as offices do: ๐๙.๓๐ น. */
export function formatTime(iso: Instant, digits: Digits = 'thai'): string {
  const written = `${bangkokTime(iso).replace(':', '.')} น.`;
  return digits === 'thai' ? toThaiDigits(written) : written;
}

const WRITTEN_DATE = /^(?:(?:ณ )?วันที่ ?)?(\d{1,2}) ?([ก-๎][ก-๎.]*[ก-๎.]) ?(?:พ\.ศ\. ?)?(\d{2}|\d{4})$/;
const NUMERIC_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * Reads a date as offices write it, in Buddhist years: ๒๑ พฤศจิกายน ๒๕๖๙, 21 พ.ย. 69, วันที่ 21 พฤศจิกายน พ.ศ. 2569,
 * 21/11/2569. A year of two digits means 25xx. Null when it is none of these or no such day exists.
 */
export function parseThaiDate(text: string): CivilDate | null {
  const folded = toArabicDigits(text).replace(/\s+/g, ' ').trim();
  const written = WRITTEN_DATE.exec(folded);
  if (written) return toCivil(Number(written[1]), monthNumber(written[2] ?? ''), written[3] ?? '');
  const numeric = NUMERIC_DATE.exec(folded);
  return numeric ? toCivil(Number(numeric[1]), Number(numeric[2]), numeric[3] ?? '') : null;
}

const TYPED_NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const TYPED_DIGITS = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;
/** Years below this are of the common era: nobody files letters of the Ayutthaya period. */
const FIRST_YEAR_BE = 2400;

/**
 * Reads a date as people type it into a form: whatever {@link parseThaiDate} reads, and also 21/11/69, 211169 and 21112569; a year that
 * can only be of the common era is taken as one (21/11/2026). Null when it is none of these or no such day exists.
 */
export function parseTypedDate(text: string): CivilDate | null {
  const folded = toArabicDigits(text).replace(/\s+/g, ' ').trim();
  const [, day, month, year] = TYPED_NUMERIC.exec(folded) ?? TYPED_DIGITS.exec(folded) ?? [];
  if (day === undefined || month === undefined || year === undefined) return parseThaiDate(folded);
  const isCommonEra = year.length === 4 && Number(year) < FIRST_YEAR_BE;
  return toCivil(Number(day), Number(month), isCommonEra ? String(Number(year) + BE_OFFSET) : year);
}

function toCivil(day: number, month: number, year: string): CivilDate | null {
  const be = year.length === 2 ? 2500 + Number(year) : Number(year);
  const date = `${String(be - BE_OFFSET).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isCivilDate(date) ? date : null;
}

function monthNumber(name: string): number {
  const key = name.replace(/\.$/, '');
  const isName = (month: string) => month.replace(/\.$/, '') === key;
  return 1 + Math.max(THAI_MONTHS.findIndex(isName), THAI_MONTHS_SHORT.findIndex(isName));
}

function longDate({ day, month, yearCe }: Parts): string {
  return `${day} ${THAI_MONTHS[month - 1]} ${yearCe + BE_OFFSET}`;
}

function formalDate({ day, month, yearCe }: Parts): string {
  return `วันที่ ${day} ${THAI_MONTHS[month - 1]} พ.ศ. ${yearCe + BE_OFFSET}`;
}

function civil(value: Instant | CivilDate): CivilDate {
  return isCivilDate(value) ? value : bangkokDate(value);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
