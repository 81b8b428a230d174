/** Spans of working time as a supervisor speaks of them: days of the office's own length, and what is left over. */
import type { Instant } from '../thai/dates';
import { MINUTE_MS } from '../thai/dates';
import { readCalendar, workingMinutesBetween, type OfficeCalendar } from './calendar';
import { dueAt, instantBefore } from './deadline';

/** So many whole working days, and minutes of working time beyond them. */
export type WorkingSpan = { readonly days: number; readonly minutes: number };

/** Working minutes of one day of this office. */
export function minutesOfDay(calendar: OfficeCalendar): number {
  return Math.round(readCalendar(calendar).spans.reduce((sum, [start, end]) => sum + end - start, 0) / MINUTE_MS);
}

/** Working time from `from` to `to`; nothing when `to` is not later. */
export function workingSpan(calendar: OfficeCalendar, from: Instant, to: Instant): WorkingSpan {
  const perDay = minutesOfDay(calendar);
  const minutes = workingMinutesBetween(calendar, from, to);
  return { days: Math.floor(minutes / perDay), minutes: minutes % perDay };
}

/** The instant by which so many days of working time will have passed since `now`. */
export function inWorkingDays(calendar: OfficeCalendar, days: number, now: Instant): Instant {
  return dueAt(calendar, { unit: 'workingMinutes', amount: days * minutesOfDay(calendar) }, now);
}

/** The instant since which so many days of working time have passed at `now`. */
export function workingDaysAgo(calendar: OfficeCalendar, days: number, now: Instant): Instant {
  return instantBefore(calendar, { unit: 'workingMinutes', amount: days * minutesOfDay(calendar) }, now);
}
