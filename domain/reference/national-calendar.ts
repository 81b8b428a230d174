/** The calendar of government offices as published: what an office starts from until it declares days of its own. */
import { GOVERNMENT_HOURS, WEEKEND, type CalendarDay, type OfficeCalendar } from '../calendar/calendar';
import { yearBe } from '../thai/dates';
import { NATIONAL_HOLIDAYS, type NationalHoliday } from './holidays';

/** The national calendar from the list of holidays; a day that is only predicted says so. */
export function nationalCalendar(holidays: readonly NationalHoliday[] = NATIONAL_HOLIDAYS): OfficeCalendar {
  return { hours: GOVERNMENT_HOURS, weekend: WEEKEND, days: Object.fromEntries(holidays.map((holiday) => [holiday.day, toCalendarDay(holiday)])) };
}

/**
 * How far the holidays of a Buddhist year are known. `unknown`: no list, so that deadlines in that year see weekends only and
 * move once the list is entered.
 */
export function holidaysKnown(year: number, holidays: readonly NationalHoliday[] = NATIONAL_HOLIDAYS): 'confirmed' | 'predicted' | 'unknown' {
  const ofYear = holidays.filter(({ day }) => yearBe(day) === year);
  if (ofYear.length === 0) return 'unknown';
  return ofYear.every(({ status }) => status === 'confirmed') ? 'confirmed' : 'predicted';
}

function toCalendarDay({ nameTh, status }: NationalHoliday): CalendarDay {
  return { kind: 'holiday', name: nameTh, scope: 'national', isPredicted: status === 'predicted' };
}
