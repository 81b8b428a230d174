/**
 * Within what time a registry registers what another office has sent (reference §4.1): by the receiving office's own calendar and
 * its own times for each urgency. Where it has set none, an ordinary letter is registered the same working day, the urgent classes
 * within hours or minutes, and one that must arrive by a stated time by then.
 */
import { URGENCIES, type Urgency } from '../letter/vocabulary';
import { bangkokInstant, dateOfDay, type Instant } from '../thai/dates';
import { momentOf, nearestWorkingDay, readCalendar, stepWorkingDays, type OfficeCalendar } from './calendar';
import { dueAt, instantBefore, type DeadlineRule } from './deadline';

export const REGISTER_UNITS = ['workingDays', 'workingHours', 'clockMinutes'] as const;
/** 0 working days: the day on which it counts as received. */
export type RegisterTime = { readonly unit: (typeof REGISTER_UNITS)[number]; readonly amount: number };
/** Time to register, by urgency. `urgent_by` holds where no time is stated. */
export type RegisterTimes = { readonly [U in Urgency]: RegisterTime };

/** The times of an office that has set none of its own. */
export const REGISTER_WITHIN: RegisterTimes = {
  normal: { unit: 'workingDays', amount: 0 },
  urgent: { unit: 'workingHours', amount: 4 },
  very_urgent: { unit: 'workingHours', amount: 1 },
  most_urgent: { unit: 'clockMinutes', amount: 15 },
  urgent_by: { unit: 'clockMinutes', amount: 15 },
};

/** Time for one step of a letter that was made more urgent on its way; `urgent_by` states its moment itself. */
export const ACT_WITHIN: { readonly [U in Exclude<Urgency, 'urgent_by'>]: DeadlineRule } = {
  normal: { unit: 'workingDays', amount: 5 },
  urgent: { unit: 'workingDays', amount: 3 },
  very_urgent: { unit: 'workingDays', amount: 1 },
  most_urgent: { unit: 'workingDays', amount: 0 },
};

/** Calendar and times of a receiving office. */
export type Registry = { readonly calendar: OfficeCalendar; readonly times: RegisterTimes };

/** When a letter sent to an office is to be registered there. */
export function registerBy({ calendar, times }: Registry, { urgency, urgentBy, sentAt }: { readonly urgency: Urgency; readonly urgentBy: Instant | null; readonly sentAt: Instant }): Instant {
  return urgency === 'urgent_by' && urgentBy !== null ? urgentBy : dueAt(calendar, times[urgency], sentAt);
}

/** What was sent at this instant or earlier should be registered by `now`, by urgency: so a list can be compared with one instant. */
export function registerLimits({ calendar, times }: Registry, now: Instant): { readonly [U in Urgency]: Instant } {
  const limit = ({ unit, amount }: RegisterTime): Instant => (unit === 'workingDays' ? closeBefore(calendar, amount, now) : instantBefore(calendar, { unit, amount }, now));
  // One entry for each urgency.
  return Object.fromEntries(URGENCIES.map((urgency) => [urgency, limit(times[urgency])])) as { readonly [U in Urgency]: Instant };
}

/** The end of office hours, so many working days before the latest one that is not after `now`. */
function closeBefore(calendar: OfficeCalendar, days: number, now: Instant): Instant {
  const reading = readCalendar(calendar);
  const { day, ms } = momentOf(now);
  const closed = nearestWorkingDay(reading, ms >= reading.closeMs ? day : day - 1, -1);
  return bangkokInstant(dateOfDay(days === 0 ? closed : stepWorkingDays(reading, closed, -days)), calendar.hours.end);
}
