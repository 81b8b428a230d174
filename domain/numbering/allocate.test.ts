import * as fc from 'fast-check';
import { bangkokDate, yearBe } from '../thai/dates';
import { allocate, entryDate, type Allocated, type Counter } from './allocate';

const newYearsEve = '2026-12-31T16:59:59.999Z';
const newYear = '2026-12-31T17:00:00.000Z';

/** Takes a number at each instant in turn, as the commits of one book do under its lock. */
function takeAll(instants: readonly string[]): readonly Allocated[] {
  const taken: Allocated[] = [];
  for (const now of instants) taken.push(allocate(taken.at(-1)?.counter ?? null, now));
  return taken;
}

describe('allocate', () => {
  test('the first number of a book is 1, dated today in Bangkok', () => {
    expect(allocate(null, '2026-11-20T18:00:00Z')).toEqual({
      no: 1, yearBe: 2569, date: '2026-11-21', counter: { lastNo: 1, lastDate: '2026-11-21', yearBe: 2569 },
    });
  });

  test('a counter that was made but never used begins at 1', () => {
    expect(allocate({ lastNo: 0, lastDate: null, yearBe: 2569 }, '2026-11-21T02:00:00Z')).toMatchObject({ no: 1, date: '2026-11-21' });
  });

  test('N2: the entry carries the day of the commit that issued it', () => {
    const counter = { lastNo: 122, lastDate: '2026-11-19', yearBe: 2569 };
    expect(allocate(counter, '2026-11-21T02:00:00Z')).toMatchObject({ no: 123, date: '2026-11-21' });
  });

  test('N6: the year changes at Bangkok midnight, and the next number is 1', () => {
    const [last, first] = takeAll([newYearsEve, newYear]);
    expect(last).toMatchObject({ no: 1, yearBe: 2569, date: '2026-12-31' });
    expect(first).toMatchObject({ no: 1, yearBe: 2570, date: '2027-01-01' });
    const busy: Counter = { lastNo: 4711, lastDate: '2026-12-30', yearBe: 2569 };
    expect(allocate(busy, newYearsEve)).toMatchObject({ no: 4712, yearBe: 2569 });
    expect(allocate(busy, newYear)).toMatchObject({ no: 1, yearBe: 2570 });
  });

  test('N6: it is the calendar year, not the fiscal year', () => {
    expect(allocate({ lastNo: 9, lastDate: '2026-09-30', yearBe: 2569 }, '2026-10-01T02:00:00Z')).toMatchObject({ no: 10, yearBe: 2569 });
  });

  test('a book that was not used for years begins the present one at 1', () => {
    expect(allocate({ lastNo: 9, lastDate: '2020-05-01', yearBe: 2563 }, '2026-10-01T02:00:00Z')).toMatchObject({ no: 1, yearBe: 2569 });
  });

  test('a clock that reads earlier than the last entry gets the date of the last entry', () => {
    const counter = { lastNo: 5, lastDate: '2026-11-21', yearBe: 2569 };
    expect(allocate(counter, '2026-11-19T02:00:00Z')).toMatchObject({ no: 6, date: '2026-11-21' });
  });

  test('a clock that reads last year again goes on in the new one', () => {
    const counter = { lastNo: 2, lastDate: '2027-01-01', yearBe: 2570 };
    expect(allocate(counter, newYearsEve)).toMatchObject({ no: 3, yearBe: 2570, date: '2027-01-01' });
    expect(allocate({ lastNo: 0, lastDate: null, yearBe: 2570 }, newYearsEve)).toMatchObject({ no: 1, yearBe: 2570, date: '2027-01-01' });
  });

  test('the date to count under is known before the counter is locked', () => {
    expect(entryDate(newYearsEve, null)).toBe('2026-12-31');
    expect(entryDate(newYearsEve, '2027-01-01')).toBe('2027-01-01');
    expect(entryDate(newYear, '2026-12-31')).toBe('2027-01-01');
  });

  test('N8: 50 numbers taken one after the other are 50 different consecutive numbers', () => {
    const numbers = takeAll(Array.from({ length: 50 }, () => '2026-11-21T02:00:00Z')).map(({ no }) => no);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  const clocks = fc.array(fc.date({ min: new Date('2026-11-01T00:00:00Z'), max: new Date('2028-02-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString()), { maxLength: 60 });

  test('N1, N6: whatever the clock does, each year counts 1, 2, 3 … and dates never go back', () => {
    fc.assert(fc.property(clocks, (instants) => {
      const taken = takeAll(instants);
      for (const year of new Set(taken.map((entry) => entry.yearBe))) {
        const ofYear = taken.filter((entry) => entry.yearBe === year);
        expect(ofYear.map(({ no }) => no)).toEqual(ofYear.map((_, index) => index + 1));
      }
      expect(taken.map(({ date }) => date)).toEqual(taken.map(({ date }) => date).toSorted());
      for (const entry of taken) expect(yearBe(entry.date)).toBe(entry.yearBe);
    }));
  });

  test('N2: with a clock that does not go back every entry carries its own day', () => {
    fc.assert(fc.property(clocks, (instants) => {
      const forward = instants.toSorted();
      expect(takeAll(forward).map(({ date }) => date)).toEqual(forward.map(bangkokDate));
    }));
  });
});
