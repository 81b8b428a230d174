/**
 * Spans of days as people say them in a search: เมื่อวาน, เดือนที่แล้ว, ปี 2568, ปีงบประมาณ 69, 7 วันที่ผ่านมา, ต.ค. 68, 15 ก.ย. 48,
 * ตั้งแต่ 1 ม.ค. 68 ถึง 31 มี.ค. 68. Read in the normal form of the text (`domain/thai/normalise`).
 */
import { addDays, type CivilDate, firstDayOfYearBe, parseTypedDate, THAI_MONTHS, THAI_MONTHS_SHORT, weekdayOf, yearBe } from '../thai/dates';

/** Both ends belong to it; an end that is null is open. */
export type DaySpan = { readonly from: CivilDate | null; readonly to: CivilDate | null };
export type FoundSpan = DaySpan & {
  /** The words that said so. */
  readonly text: string;
};

const MONTH = [...THAI_MONTHS, ...THAI_MONTHS_SHORT].map((name) => name.replaceAll('.', String.raw`\.?`)).join('|');
const YEAR = String.raw`(?:(?:ปี ?)?พ\.?ศ\.? ?|ปี ?)?(25\d\d|24\d\d|\d\d)`;
const DATE = String.raw`\d{1,2} ?(?:${MONTH}) ?(?:พ\.?ศ\.? ?)?(?:25\d\d|24\d\d|\d\d)|\d{1,2}[/.-]\d{1,2}[/.-](?:25\d\d|24\d\d|20\d\d|19\d\d|\d\d)`;
/** A word of dates stands by itself: not inside ประจำปี or งบประมาณรายจ่าย. */
const alone = (pattern: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}/.])(?:${pattern})(?![\p{L}\p{M}\p{N}/])`, 'u');

type Reader = { readonly pattern: RegExp; read(match: RegExpExecArray, today: CivilDate): DaySpan | null };

const day = (date: CivilDate | null): DaySpan | null => (date === null ? null : { from: date, to: date });
const toYear = (text: string): number => (text.length === 2 ? 2500 + Number(text) : Number(text));
const spanOfYear = (be: number): DaySpan => ({ from: firstDayOfYearBe(be), to: addDays(firstDayOfYearBe(be + 1), -1) });
const firstOfMonth = (date: CivilDate, months: number): CivilDate => {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
};
const spanOfMonth = (first: CivilDate): DaySpan => ({ from: first, to: addDays(firstOfMonth(first, 1), -1) });
const monday = (date: CivilDate): CivilDate => addDays(date, -((weekdayOf(date) + 6) % 7));
/** The same day so many months earlier, or the last one of a shorter month. */
function monthsBefore(date: CivilDate, months: number): CivilDate {
  const { to } = spanOfMonth(firstOfMonth(date, -months));
  const wanted = `${to!.slice(0, 8)}${date.slice(8)}`;
  return wanted > to! ? to! : wanted;
}

const LAST = '(?:ที่แล้ว|ก่อน|ที่ผ่านมา)';
const SINCE: { readonly [unit: string]: (today: CivilDate, n: number) => CivilDate } = {
  วัน: (today, n) => addDays(today, 1 - n),
  สัปดาห์: (today, n) => addDays(today, 1 - 7 * n),
  อาทิตย์: (today, n) => addDays(today, 1 - 7 * n),
  เดือน: (today, n) => monthsBefore(today, n),
  ปี: (today, n) => monthsBefore(today, 12 * n),
};

/** The most telling first. */
const READERS: readonly Reader[] = [
  {
    pattern: alone(String.raw`(?:ตั้งแต่|ระหว่าง|จาก)(?:วันที่)? ?(${DATE}) ?(?:ถึง|จนถึง|-|และ)(?:วันที่)? ?(${DATE})`),
    read: ([, first = '', last = '']) => between(parseTypedDate(first), parseTypedDate(last)),
  },
  { pattern: alone(String.raw`(${DATE}) ?(?:ถึง|-) ?(${DATE})`), read: ([, first = '', last = '']) => between(parseTypedDate(first), parseTypedDate(last)) },
  { pattern: alone(String.raw`(?:ตั้งแต่|หลังจาก|หลัง)(?:วันที่)? ?(${DATE})`), read: ([, first = '']) => open({ from: parseTypedDate(first), to: null }) },
  { pattern: alone(String.raw`(?:ก่อน|จนถึง|ถึง)(?:วันที่)? ?(${DATE})`), read: ([, last = '']) => open({ from: null, to: parseTypedDate(last) }) },
  { pattern: alone(String.raw`(?:ลงวันที่ ?|ลว\.? ?|วันที่ ?)?(${DATE})`), read: ([, date = '']) => day(parseTypedDate(date)) },
  { pattern: alone('เมื่อวานซืน(?:นี้)?'), read: (_, today) => day(addDays(today, -2)) },
  { pattern: alone('เมื่อวาน(?:นี้)?'), read: (_, today) => day(addDays(today, -1)) },
  { pattern: alone('วันนี้'), read: (_, today) => day(today) },
  { pattern: alone(String.raw`(\d{1,3}) ?(วัน|สัปดาห์|อาทิตย์|เดือน|ปี) ?(?:ที่ผ่านมา|ที่แล้ว|มานี้|หลังสุด|ล่าสุด)`), read: ([, n = '', unit = ''], today) => ({ from: SINCE[unit]!(today, Number(n)), to: today }) },
  { pattern: alone('(?:สัปดาห์|อาทิตย์)นี้'), read: (_, today) => ({ from: monday(today), to: addDays(monday(today), 6) }) },
  { pattern: alone(`(?:สัปดาห์|อาทิตย์)${LAST}`), read: (_, today) => ({ from: addDays(monday(today), -7), to: addDays(monday(today), -1) }) },
  { pattern: alone('เดือนนี้'), read: (_, today) => spanOfMonth(firstOfMonth(today, 0)) },
  { pattern: alone(`เดือน${LAST}`), read: (_, today) => spanOfMonth(firstOfMonth(today, -1)) },
  { pattern: alone('ปีนี้'), read: (_, today) => spanOfYear(yearBe(today)) },
  { pattern: alone(`ปี${LAST}`), read: (_, today) => spanOfYear(yearBe(today) - 1) },
  { pattern: alone(String.raw`(?:ปีงบประมาณ|ปีงบ) ?(?:พ\.?ศ\.? ?)?(25\d\d|\d\d)`), read: ([, year = '']) => spanOfFiscalYear(toYear(year)) },
  { pattern: alone(String.raw`(?:เดือน ?)?(${MONTH}) ?${YEAR}`), read: ([, month = '', year = '']) => spanOfMonth(monthOf(month, toYear(year))) },
  { pattern: alone(String.raw`เดือน ?(${MONTH})`), read: ([, month = ''], today) => latestMonth(month, today) },
  { pattern: alone(String.raw`(?:ปี ?พ\.?ศ\.? ?|ปี ?|พ\.?ศ\.? ?)(25\d\d|24\d\d|\d\d)`), read: ([, year = '']) => spanOfYear(toYear(year)) },
];

/** The first span that the text names, or null. `today` is the day in Bangkok. */
export function findDays(text: string, today: CivilDate): FoundSpan | null {
  for (const { pattern, read } of READERS) {
    const match = pattern.exec(text);
    const span = match === null ? null : read(match, today);
    if (match !== null && span !== null) return { ...span, text: match[0].trim() };
  }
  return null;
}

function between(from: CivilDate | null, to: CivilDate | null): DaySpan | null {
  if (from === null || to === null) return null;
  return from <= to ? { from, to } : { from: to, to: from };
}
const open = (span: DaySpan): DaySpan | null => (span.from === null && span.to === null ? null : span);

const spanOfFiscalYear = (be: number): DaySpan => ({ from: `${firstDayOfYearBe(be - 1).slice(0, 4)}-10-01`, to: `${firstDayOfYearBe(be).slice(0, 4)}-09-30` });

function monthOf(name: string, be: number): CivilDate {
  const bare = (text: string): string => text.replaceAll('.', '');
  const index = [THAI_MONTHS, THAI_MONTHS_SHORT].map((names) => names.findIndex((month) => bare(month) === bare(name))).find((at) => at >= 0) ?? 0;
  return `${firstDayOfYearBe(be).slice(0, 5)}${String(index + 1).padStart(2, '0')}-01`;
}

/** A month without a year is the last one that has begun. */
function latestMonth(name: string, today: CivilDate): DaySpan {
  const ofThisYear = monthOf(name, yearBe(today));
  return spanOfMonth(ofThisYear <= today ? ofThisYear : monthOf(name, yearBe(today) - 1));
}
