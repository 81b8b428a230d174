/**
 * Deadlines: how they are written down, and the instant that each means on an office's calendar (reference §9).
 * Day 0 is the day on which the matter counts as received. Within n working days ends at the close of hours on the n-th
 * working day after it. Within n days counts calendar days; an end on a day off moves to the next working day (Civil and
 * Commercial Code, section 193/8). Hours are working hours; clock hours run day and night.
 */
import { DomainError } from '../errors';
import { bangkokInstant, dateOfDay, instantMs, isCivilDate, isInstant, MINUTE_MS, toInstant, type Instant } from '../thai/dates';
import {
  deemedDay, momentOf, nearestWorkingDay, readCalendar, stepWorkingDays, type CalendarReading, type Moment, type OfficeCalendar,
} from './calendar';

/** What an amount counts. `working…` follows the office's calendar without the lunch hour, `clock…` does not stop. */
export type DeadlineUnit = 'workingDays' | 'workingHours' | 'workingMinutes' | 'calendarDays' | 'clockHours' | 'clockMinutes';

/**
 * A span from a named moment, or a fixed moment: an ISO instant, or a civil date (`YYYY-MM-DD`), which means the close of
 * office hours of that very day. The only form in which routes, events and stored deadlines speak of time limits.
 */
export type DeadlineRule =
  | { readonly unit: DeadlineUnit; readonly amount: number }
  | { readonly at: string };

/** Largest amount of any unit, so that a slip of the keyboard stays a date. */
export const MAX_DEADLINE_AMOUNT = 100_000;

const HOUR_MS = 60 * MINUTE_MS;

type Reckon = (reading: CalendarReading, amount: number, iso: Instant) => Instant;

const FORWARD: { readonly [K in DeadlineUnit]: Reckon } = {
  workingDays: (reading, amount, iso) => closeOf(reading, stepWorkingDays(reading, deemedDay(reading, iso), amount)),
  calendarDays: (reading, amount, iso) => closeOf(reading, nearestWorkingDay(reading, deemedDay(reading, iso) + amount, 1)),
  workingHours: (reading, amount, iso) => workForward(reading, amount * HOUR_MS, momentOf(iso)),
  workingMinutes: (reading, amount, iso) => workForward(reading, amount * MINUTE_MS, momentOf(iso)),
  clockHours: (_reading, amount, iso) => toInstant(instantMs(iso) + amount * HOUR_MS),
  clockMinutes: (_reading, amount, iso) => toInstant(instantMs(iso) + amount * MINUTE_MS),
};

const BACKWARD: { readonly [K in DeadlineUnit]: Reckon } = {
  workingDays: (reading, amount, iso) => {
    const { day } = momentOf(iso);
    return openOf(reading, amount === 0 ? nearestWorkingDay(reading, day, -1) : stepWorkingDays(reading, day, -amount));
  },
  calendarDays: (reading, amount, iso) => openOf(reading, nearestWorkingDay(reading, momentOf(iso).day - amount, -1)),
  workingHours: (reading, amount, iso) => workBackward(reading, amount * HOUR_MS, momentOf(iso)),
  workingMinutes: (reading, amount, iso) => workBackward(reading, amount * MINUTE_MS, momentOf(iso)),
  clockHours: (_reading, amount, iso) => toInstant(instantMs(iso) - amount * HOUR_MS),
  clockMinutes: (_reading, amount, iso) => toInstant(instantMs(iso) - amount * MINUTE_MS),
};

/**
 * The instant at which a limit that counts from `anchor` is reached. Never before the anchor, except for a fixed moment.
 * @throws DUE_INVALID for an amount that is no whole number from 0 to the maximum, or an `at` that is no date.
 */
export function dueAt(calendar: OfficeCalendar, rule: DeadlineRule, anchor: Instant): Instant {
  if ('at' in rule) return fixedMoment(calendar, rule.at);
  return FORWARD[rule.unit](readCalendar(calendar), checked(rule), anchor);
}

/**
 * The instant that lies so long before `due`: when to remind. Days before count back from the due day and mean the opening
 * of office hours, on a working day, so that the day itself can still be used. Never after `due`, except for a fixed moment.
 * @throws DUE_INVALID as {@link dueAt}.
 */
export function instantBefore(calendar: OfficeCalendar, rule: DeadlineRule, due: Instant): Instant {
  if ('at' in rule) return fixedMoment(calendar, rule.at);
  const at = BACKWARD[rule.unit](readCalendar(calendar), checked(rule), due);
  return instantMs(at) > instantMs(due) ? toInstant(instantMs(due)) : at;
}

function checked(rule: { readonly unit: DeadlineUnit; readonly amount: number }): number {
  const { unit, amount } = rule;
  if (!(unit in FORWARD) || !Number.isInteger(amount) || amount < 0 || amount > MAX_DEADLINE_AMOUNT) throw new DomainError('DUE_INVALID', { unit, amount });
  return amount;
}

function fixedMoment({ hours }: OfficeCalendar, at: string): Instant {
  if (isCivilDate(at)) return bangkokInstant(at, hours.end);
  if (isInstant(at)) return toInstant(instantMs(at));
  throw new DomainError('DUE_INVALID', { due: at });
}

/** Working time counted on from a moment; ends within office hours, at the latest minute that fits. */
function workForward(reading: CalendarReading, spanMs: number, from: Moment): Instant {
  let left = spanMs;
  let earliest = from.ms;
  for (let day = from.day; ; day += 1, earliest = 0) {
    const working = nearestWorkingDay(reading, day, 1);
    if (working !== day) earliest = 0;
    day = working;
    for (const [start, end] of reading.spans) {
      const begins = Math.max(start, earliest);
      if (begins > end) continue;
      if (left <= end - begins) return instantOn(day, begins + left);
      left -= end - begins;
    }
  }
}

/** Working time counted back from a moment. */
function workBackward(reading: CalendarReading, spanMs: number, from: Moment): Instant {
  let left = spanMs;
  let latest = from.ms;
  for (let day = from.day; ; day -= 1, latest = Infinity) {
    const working = nearestWorkingDay(reading, day, -1);
    if (working !== day) latest = Infinity;
    day = working;
    for (const [start, end] of reading.spans.toReversed()) {
      const ends = Math.min(end, latest);
      if (ends < start) continue;
      if (left <= ends - start) return instantOn(day, ends - left);
      left -= ends - start;
    }
  }
}

function closeOf(reading: CalendarReading, day: number): Instant {
  return instantOn(day, reading.closeMs);
}

function openOf(reading: CalendarReading, day: number): Instant {
  return instantOn(day, reading.openMs);
}

function instantOn(day: number, ms: number): Instant {
  return toInstant(instantMs(bangkokInstant(dateOfDay(day), '00:00')) + ms);
}
