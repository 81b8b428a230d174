/**
 * Within what time a registry registers what another office has sent (reference §4.1): an ordinary letter the same working day,
 * the urgent classes within hours or minutes of the receiver's own calendar, and one that must arrive by a stated time by then.
 */
import { URGENCIES, type Urgency } from '../letter/vocabulary';
import { bangkokInstant, dateOfDay, type Instant } from '../thai/dates';
import { momentOf, nearestWorkingDay, readCalendar, type OfficeCalendar } from './calendar';
import { dueAt, instantBefore, type DeadlineRule } from './deadline';

const SAME_DAY: DeadlineRule = { unit: 'workingDays', amount: 0 };
/** Time to register, by urgency. `urgent_by` without a stated time counts as the most urgent class. */
export const REGISTER_WITHIN: { readonly [U in Urgency]: DeadlineRule } = {
  normal: SAME_DAY,
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
  most_urgent: SAME_DAY,
};

/** When a letter sent to an office with this calendar is to be registered there. */
export function registerBy(calendar: OfficeCalendar, { urgency, urgentBy, sentAt }: { readonly urgency: Urgency; readonly urgentBy: Instant | null; readonly sentAt: Instant }): Instant {
  return urgency === 'urgent_by' && urgentBy !== null ? urgentBy : dueAt(calendar, REGISTER_WITHIN[urgency], sentAt);
}

/** What was sent at this instant or earlier should be registered by `now`, by urgency: so a list can be compared with one instant. */
export function registerLimits(calendar: OfficeCalendar, now: Instant): { readonly [U in Urgency]: Instant } {
  const limit = (urgency: Urgency): Instant => (REGISTER_WITHIN[urgency] === SAME_DAY ? lastClose(calendar, now) : instantBefore(calendar, REGISTER_WITHIN[urgency], now));
  // One entry for each urgency.
  return Object.fromEntries(URGENCIES.map((urgency) => [urgency, limit(urgency)])) as { readonly [U in Urgency]: Instant };
}

/** The latest end of office hours that is not after `now`. */
function lastClose(calendar: OfficeCalendar, now: Instant): Instant {
  const reading = readCalendar(calendar);
  const { day, ms } = momentOf(now);
  const closed = nearestWorkingDay(reading, ms >= reading.closeMs ? day : day - 1, -1);
  return bangkokInstant(dateOfDay(closed), calendar.hours.end);
}
