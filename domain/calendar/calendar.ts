/**
 * The working calendar of an office: its hours, its weekly days off, and the days that differ (reference §9). Plain data:
 * every declared day can be withdrawn, and what follows from it is computed anew.
 */
import { DomainError } from '../errors';
import { bangkokDate, bangkokTimeMs, clockMinutes, dateOfDay, dayNumber, MINUTE_MS, weekdayOfDay, type CivilDate, type ClockTime, type Instant } from '../thai/dates';

/** Office hours of a working day, Bangkok time. Lunch is not working time, yet what arrives then arrives within hours. */
export type OfficeHours = {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly lunchStart: ClockTime;
  readonly lunchEnd: ClockTime;
};

/** A day that differs from its week: a holiday, or a weekly day off on which the office works. */
export type CalendarDay = {
  readonly kind: 'holiday' | 'working';
  readonly name: string;
  readonly scope: 'national' | 'region' | 'office';
  /** Computed ahead of the cabinet's list; to be replaced by it. */
  readonly isPredicted?: boolean;
};

export type OfficeCalendar = {
  readonly hours: OfficeHours;
  /** Weekly days off, 0 for Sunday to 6 for Saturday. */
  readonly weekend: readonly number[];
  readonly days: { readonly [date: CivilDate]: CalendarDay };
};

/** What a region or an office says differently; what is left out is taken from above. */
export type CalendarLayer = Partial<OfficeCalendar>;

/** Hours of government offices, Monday to Friday. */
export const GOVERNMENT_HOURS: OfficeHours = { start: '08:30', end: '16:30', lunchStart: '12:00', lunchEnd: '13:00' };
export const WEEKEND: readonly number[] = [0, 6];

/** A calendar without any holiday. */
export const PLAIN_CALENDAR: OfficeCalendar = { hours: GOVERNMENT_HOURS, weekend: WEEKEND, days: {} };

/** One calendar from three layers: the office's word goes before the region's, the region's before the national one. */
export function mergeCalendars(national: OfficeCalendar, region: CalendarLayer | null, office: CalendarLayer | null): OfficeCalendar {
  return {
    hours: office?.hours ?? region?.hours ?? national.hours,
    weekend: office?.weekend ?? region?.weekend ?? national.weekend,
    days: { ...national.days, ...region?.days, ...office?.days },
  };
}

/** Whether the office works on this day. */
export function isWorkingDay(calendar: OfficeCalendar, date: CivilDate): boolean {
  return readCalendar(calendar).isWorking(dayNumber(date));
}

/** First working day after this one. */
export function nextWorkingDay(calendar: OfficeCalendar, date: CivilDate): CivilDate {
  return addWorkingDays(calendar, date, 1);
}

/** This day when the office works on it, else the next working day. */
export function workingDayFrom(calendar: OfficeCalendar, date: CivilDate): CivilDate {
  return dateOfDay(nearestWorkingDay(readCalendar(calendar), dayNumber(date), 1));
}

/** The n-th working day after this one (before it, when n is negative); the day itself for 0, working or not. */
export function addWorkingDays(calendar: OfficeCalendar, date: CivilDate, n: number): CivilDate {
  return dateOfDay(stepWorkingDays(readCalendar(calendar), dayNumber(date), n));
}

/**
 * The day on which something that arrives at this instant counts as received. Outside office hours that is the next
 * working day (Electronic Government Affairs Act 2565): what comes in the evening, by night or on a holiday counts for
 * the day on which the office next opens, so before opening time on a working day that very day. The closing minute and the
 * lunch hour are within hours.
 */
export function deemedReceivedOn(calendar: OfficeCalendar, iso: Instant): CivilDate {
  return dateOfDay(deemedDay(readCalendar(calendar), iso));
}

/** Working minutes from `from` to `to`, whole minutes, without lunch, nights and holidays; 0 when `to` is not later. */
export function workingMinutesBetween(calendar: OfficeCalendar, from: Instant, to: Instant): number {
  const reading = readCalendar(calendar);
  const first = momentOf(from);
  const last = momentOf(to);
  let total = 0;
  for (let day = first.day; day <= last.day; day += 1) {
    if (!reading.isWorking(day)) continue;
    for (const [start, end] of reading.spans) {
      const begins = day === first.day ? Math.max(start, first.ms) : start;
      const ends = day === last.day ? Math.min(end, last.ms) : end;
      total += Math.max(0, ends - begins);
    }
  }
  return Math.floor(total / MINUTE_MS);
}

// The rest is for the files beside this one: the calendar read once, in day numbers and milliseconds since midnight.

/** A stretch of working time within a day, milliseconds since Bangkok midnight. */
type Span = readonly [start: number, end: number];
export type CalendarReading = {
  readonly isWorking: (day: number) => boolean;
  readonly openMs: number;
  readonly closeMs: number;
  /** Working time of a day in order: the morning and the afternoon. Never empty. */
  readonly spans: readonly Span[];
};

/** A Bangkok day number and the milliseconds since its midnight. */
export type Moment = { readonly day: number; readonly ms: number };

export function momentOf(iso: Instant): Moment {
  return { day: dayNumber(bangkokDate(iso)), ms: bangkokTimeMs(iso) };
}

/** @throws CALENDAR_DAY_INVALID when the hours leave no working time. */
export function readCalendar({ hours, weekend, days }: OfficeCalendar): CalendarReading {
  const openMs = clockMinutes(hours.start) * MINUTE_MS;
  const closeMs = clockMinutes(hours.end) * MINUTE_MS;
  const lunchStart = clockMinutes(hours.lunchStart) * MINUTE_MS;
  const lunchEnd = Math.max(lunchStart, clockMinutes(hours.lunchEnd) * MINUTE_MS);
  const halves: readonly Span[] = [[openMs, Math.min(lunchStart, closeMs)], [Math.max(lunchEnd, openMs), closeMs]];
  const spans = halves.filter(([start, end]) => end > start);
  if (spans.length === 0) throw new DomainError('CALENDAR_DAY_INVALID', { hours });
  const isWorking = (day: number) => {
    const declared = days[dateOfDay(day)];
    return declared ? declared.kind === 'working' : !weekend.includes(weekdayOfDay(day));
  };
  return { isWorking, openMs, closeMs, spans };
}

/** Longest run of days off that is still a calendar and not a mistake. */
const MAX_DAYS_OFF = 366;

/** The day itself, or the nearest working day in the given direction. @throws CALENDAR_DAY_INVALID when there is none within a year. */
export function nearestWorkingDay({ isWorking }: CalendarReading, day: number, direction: 1 | -1): number {
  for (let off = 0; off <= MAX_DAYS_OFF; off += 1) {
    if (isWorking(day + off * direction)) return day + off * direction;
  }
  throw new DomainError('CALENDAR_DAY_INVALID', { noWorkingDayFrom: dateOfDay(day) });
}

/** The n-th working day after (before, when negative) the given day. */
export function stepWorkingDays(reading: CalendarReading, day: number, n: number): number {
  const direction = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; left -= 1) at = nearestWorkingDay(reading, at + direction, direction);
  return at;
}

/** {@link deemedReceivedOn} as a day number. */
export function deemedDay(reading: CalendarReading, iso: Instant): number {
  const { day, ms } = momentOf(iso);
  return nearestWorkingDay(reading, ms > reading.closeMs ? day + 1 : day, 1);
}
