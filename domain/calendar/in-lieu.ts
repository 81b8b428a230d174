/**
 * Days in lieu (วันหยุดชดเชย). Cabinet resolutions of 1 May 2544 (นร 0205/ว 83) and 3 February 2547 (นร 0504/ว 38): an
 * annual holiday that falls on a weekly day off is made good on the next working day, and a run of holidays brings one such
 * day at most.
 */
import { addDays, weekdayOf, type CivilDate } from '../thai/dates';
import { WEEKEND } from './calendar';

export type Holiday = { readonly date: CivilDate; readonly name: string };
export type InLieuDay = Holiday & { readonly inLieuOf: CivilDate };

/**
 * The days in lieu that a list of annual holidays brings, in order. `alsoOff` are holidays that bring no day in lieu but on
 * which one cannot lie either (special days of the cabinet).
 */
export function inLieuDays(
  annual: readonly Holiday[],
  { weekend = WEEKEND, alsoOff = [] }: { readonly weekend?: readonly number[]; readonly alsoOff?: readonly CivilDate[] } = {},
): readonly InLieuDay[] {
  const holidays = new Set([...annual.map(({ date }) => date), ...alsoOff]);
  const isOff = (date: CivilDate) => holidays.has(date) || weekend.includes(weekdayOf(date));
  const byDay = new Map<CivilDate, InLieuDay>();
  for (const { date, name } of annual.toSorted((a, b) => a.date.localeCompare(b.date))) {
    if (!weekend.includes(weekdayOf(date))) continue;
    let day = addDays(date, 1);
    while (isOff(day)) day = addDays(day, 1);
    // Holidays of one run lead to the same next working day: the first of them names it.
    if (!byDay.has(day)) byDay.set(day, { date: day, name: `วันหยุดชดเชย${name}`, inLieuOf: date });
  }
  return [...byDay.values()];
}
