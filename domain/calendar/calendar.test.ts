import * as fc from 'fast-check';
import { nationalCalendar } from '../reference/national-calendar';
import { addDays, bangkokDate, bangkokInstant } from '../thai/dates';
import {
  addWorkingDays, deemedReceivedOn, isWorkingDay, mergeCalendars, nextWorkingDay, PLAIN_CALENDAR, workingDayFrom, workingMinutesBetween,
  type CalendarDay, type OfficeCalendar,
} from './calendar';

const th = nationalCalendar();
const holiday = (name: string): CalendarDay => ({ kind: 'holiday', name, scope: 'office' });
const between = (fromDate: string, from: string, toDate: string, to: string) => workingMinutesBetween(th, bangkokInstant(fromDate, from), bangkokInstant(toDate, to));
const working = (name: string): CalendarDay => ({ kind: 'working', name, scope: 'office' });

describe('working days', () => {
  test('weekends and holidays are off, other days are not', () => {
    expect(['2026-05-29', '2026-05-30', '2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03'].map((date) => isWorkingDay(th, date))).toEqual([
      true, false, false, false, true, false,
    ]);
  });

  test('government offices work on 1 May', () => {
    expect(isWorkingDay(th, '2026-05-01')).toBe(true);
  });

  test('a declared working Saturday counts', () => {
    const calendar = { ...th, days: { ...th.days, '2026-05-30': working('วันทำการพิเศษ') } };
    expect(nextWorkingDay(calendar, '2026-05-29')).toBe('2026-05-30');
  });

  test('the next working day is never the day itself; the working day from a day may be', () => {
    expect(nextWorkingDay(th, '2026-05-29')).toBe('2026-06-02');
    expect(workingDayFrom(th, '2026-05-29')).toBe('2026-05-29');
    expect(workingDayFrom(th, '2026-05-30')).toBe('2026-06-02');
  });

  test('counting goes back as well', () => {
    expect(addWorkingDays(th, '2026-06-05', -3)).toBe('2026-05-29');
    expect(addWorkingDays(th, '2026-05-31', 0)).toBe('2026-05-31');
  });

  test('a calendar without a working day is refused and does not run on for ever', () => {
    expect(() => nextWorkingDay({ ...PLAIN_CALENDAR, weekend: [0, 1, 2, 3, 4, 5, 6] }, '2026-01-01')).toThrow('CALENDAR_DAY_INVALID');
  });

  test('hours that leave no working time are refused', () => {
    const calendar = { ...PLAIN_CALENDAR, hours: { start: '12:00', end: '13:00', lunchStart: '12:00', lunchEnd: '13:00' } };
    expect(() => isWorkingDay(calendar, '2026-01-05')).toThrow('CALENDAR_DAY_INVALID');
  });
});

describe('deemedReceivedOn', () => {
  test.each([
    ['within hours', '2026-05-29', '15:00', '2026-05-29'],
    ['at the opening minute', '2026-05-29', '08:30', '2026-05-29'],
    ['at lunch', '2026-05-29', '12:30', '2026-05-29'],
    ['at the closing minute', '2026-05-29', '16:30', '2026-05-29'],
    ['after closing: the next working day', '2026-05-29', '16:31', '2026-06-02'],
    ['before opening: the day that opens next is this one', '2026-05-29', '07:00', '2026-05-29'],
    ['just after midnight', '2026-05-29', '00:00', '2026-05-29'],
    ['on a Saturday', '2026-05-30', '10:00', '2026-06-02'],
    ['on a holiday', '2026-06-03', '10:00', '2026-06-04'],
  ])('%s', (_name, date, time, expected) => {
    expect(deemedReceivedOn(th, bangkokInstant(date, time))).toBe(expected);
  });
});

describe('workingMinutesBetween', () => {
  test('a working day has seven hours', () => {
    expect(between('2026-05-29', '00:00', '2026-05-29', '23:59')).toBe(7 * 60);
  });

  test('lunch, nights, weekends and holidays do not count', () => {
    expect(between('2026-05-29', '11:30', '2026-05-29', '13:30')).toBe(60);
    expect(between('2026-05-29', '16:00', '2026-06-02', '09:00')).toBe(60);
    expect(between('2026-05-30', '08:30', '2026-06-01', '16:30')).toBe(0);
  });

  test('backwards is nothing', () => {
    expect(between('2026-05-29', '15:00', '2026-05-29', '14:00')).toBe(0);
  });
});

describe('mergeCalendars', () => {
  const national: OfficeCalendar = { ...PLAIN_CALENDAR, days: { '2026-06-02': { kind: 'holiday', name: 'วันหยุด', scope: 'national' } } };

  test('each layer adds its own days', () => {
    const merged = mergeCalendars(
      national,
      { days: { '2026-03-20': { kind: 'holiday', name: 'วันตรุษอีดิลฟิตรี', scope: 'region' } } },
      { days: { '2026-03-23': holiday('วันหยุดของจังหวัด') } },
    );
    expect(['2026-06-02', '2026-03-20', '2026-03-23'].map((date) => isWorkingDay(merged, date))).toEqual([false, false, false]);
  });

  test('the office goes before the region, the region before the nation', () => {
    const region = { days: { '2026-06-02': { kind: 'working', name: 'ไม่หยุด', scope: 'region' } } } as const;
    expect(isWorkingDay(mergeCalendars(national, region, null), '2026-06-02')).toBe(true);
    expect(isWorkingDay(mergeCalendars(national, region, { days: { '2026-06-02': holiday('หยุด') } }), '2026-06-02')).toBe(false);
  });

  test('an office may keep hours and weekly days off of its own', () => {
    const hours = { start: '09:00', end: '17:00', lunchStart: '12:00', lunchEnd: '13:00' };
    const merged = mergeCalendars(national, { weekend: [5] }, { hours });
    expect(merged).toMatchObject({ hours, weekend: [5] });
    const ofRegion = { ...hours, start: '07:00' };
    expect(mergeCalendars(national, { hours: ofRegion, weekend: [5] }, { hours, weekend: [0] })).toMatchObject({ hours, weekend: [0] });
    expect(mergeCalendars(national, { hours: ofRegion }, null).hours).toEqual(ofRegion);
  });

  test('without layers it is the national calendar', () => {
    expect(mergeCalendars(national, null, null)).toEqual(national);
  });
});

describe('properties of the calendar', () => {
  const instants = fc.date({ min: new Date('2025-12-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());
  const dates = instants.map(bangkokDate);

  test('property: n days on and n days back from a working day leads to it again', () => {
    fc.assert(fc.property(dates, fc.integer({ min: 0, max: 60 }), (date, n) => {
      const start = workingDayFrom(th, date);
      expect(addWorkingDays(th, addWorkingDays(th, start, n), -n)).toBe(start);
    }));
  });

  test('property: what counts as received does so on a working day, never before it arrived, never later for arriving earlier', () => {
    fc.assert(fc.property(instants, instants, (a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      const day = deemedReceivedOn(th, first);
      expect(isWorkingDay(th, day)).toBe(true);
      expect(day >= bangkokDate(first)).toBe(true);
      expect(day <= deemedReceivedOn(th, second)).toBe(true);
    }));
  });

  test('property: working minutes add up over a cut at a whole minute, and a day has at most seven hours', () => {
    const minutes = instants.map((iso) => `${iso.slice(0, 16)}:00.000Z`);
    fc.assert(fc.property(fc.tuple(minutes, minutes, minutes), (three) => {
      const [a = '', b = '', c = ''] = three.toSorted();
      expect(workingMinutesBetween(th, a, b) + workingMinutesBetween(th, b, c)).toBe(workingMinutesBetween(th, a, c));
    }));
    fc.assert(fc.property(dates, (date) => {
      const whole = workingMinutesBetween(th, bangkokInstant(date, '00:00'), bangkokInstant(addDays(date, 1), '00:00'));
      expect(whole).toBe(isWorkingDay(th, date) ? 420 : 0);
    }));
  });
});
