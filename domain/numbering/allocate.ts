/**
 * Which number comes next. The commit locks the counter, reads its clock after the lock and asks here, so the rule is the
 * same in the database's transaction and in the simulator.
 */
import { bangkokDate, firstDayOfYearBe, yearBe, type CivilDate, type Instant } from '../thai/dates';

/** Where a book stands in the last Buddhist year in which it was used. `lastNo` 0 while nothing was taken. */
export type Counter = { readonly lastNo: number; readonly lastDate: CivilDate | null; readonly yearBe: number };

export type Allocated = {
  readonly no: number;
  readonly yearBe: number;
  /** Date of the entry and of the letter (N2). */
  readonly date: CivilDate;
  /** The counter to store. */
  readonly counter: Counter;
};

/**
 * The date that a number taken now carries: the Bangkok day of the commit's clock, yet never before the book's last entry.
 * Its Buddhist year says which year's counter to lock (N6).
 */
export function entryDate(nowIso: Instant, lastDateOfBook: CivilDate | null): CivilDate {
  const today = bangkokDate(nowIso);
  return lastDateOfBook !== null && lastDateOfBook > today ? lastDateOfBook : today;
}

/**
 * Takes the next number. `counter` is the book's latest; null for a book never used. Numbers of a year are 1, 2, 3 … without
 * a gap, and their dates never go back (N1). At Bangkok midnight of 1 January the next number is 1 again (N6). A clock that reads
 * earlier than the last entry gets the last entry's date and year, not its own.
 */
export function allocate(counter: Counter | null, nowIso: Instant): Allocated {
  const date = entryDate(nowIso, counter === null ? null : (counter.lastDate ?? firstDayOfYearBe(counter.yearBe)));
  const year = yearBe(date);
  const no = counter !== null && counter.yearBe === year ? counter.lastNo + 1 : 1;
  return { no, yearBe: year, date, counter: { lastNo: no, lastDate: date, yearBe: year } };
}
