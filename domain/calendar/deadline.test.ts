import * as fc from 'fast-check';
import { nationalCalendar } from '../reference/national-calendar';
import { bangkokDate, bangkokInstant, bangkokTime, instantMs, toInstant } from '../thai/dates';
import { isWorkingDay, workingMinutesBetween, type OfficeCalendar } from './calendar';
import { dueAt, instantBefore, MAX_DEADLINE_AMOUNT, type DeadlineRule, type DeadlineUnit } from './deadline';

const th = nationalCalendar();
const show = (iso: string) => `${bangkokDate(iso)} ${bangkokTime(iso)}`;
const due = (rule: DeadlineRule, date: string, time: string, calendar: OfficeCalendar = th) => show(dueAt(calendar, rule, bangkokInstant(date, time)));
const before = (rule: DeadlineRule, date: string, time: string) => show(instantBefore(th, rule, bangkokInstant(date, time)));
const within = (amount: number, unit: DeadlineUnit): DeadlineRule => ({ amount, unit });

describe('dueAt', () => {
  test('received Friday 29 May 2569 at 15:00, 3 working days: Friday 5 June at 16:30', () => {
    expect(due(within(3, 'workingDays'), '2026-05-29', '15:00')).toBe('2026-06-05 16:30');
  });

  test('received after hours on that Friday, day 0 is Tuesday 2 June', () => {
    expect(due(within(3, 'workingDays'), '2026-05-29', '16:31')).toBe('2026-06-08 16:30');
  });

  test('within 0 working days is the close of the day of receipt', () => {
    expect(due(within(0, 'workingDays'), '2026-05-29', '09:00')).toBe('2026-05-29 16:30');
    expect(due(within(0, 'workingDays'), '2026-05-30', '09:00')).toBe('2026-06-02 16:30');
  });

  test('calendar days that end on a holiday move to the next working day', () => {
    expect(due(within(5, 'calendarDays'), '2026-05-29', '15:00')).toBe('2026-06-04 16:30');
    expect(due(within(1, 'calendarDays'), '2026-05-29', '15:00')).toBe('2026-06-02 16:30');
  });

  test('calendar days that end on a working day end there, whatever lies between', () => {
    expect(due(within(15, 'calendarDays'), '2026-05-28', '10:00')).toBe('2026-06-12 16:30');
  });

  test.each([
    ['within the morning', 2, '2026-05-29', '09:00', '2026-05-29 11:00'],
    ['over lunch', 2, '2026-05-29', '11:00', '2026-05-29 14:00'],
    ['up to lunch', 1, '2026-05-29', '11:00', '2026-05-29 12:00'],
    ['over the weekend and the holidays', 4, '2026-05-29', '15:00', '2026-06-02 11:00'],
    ['from a holiday: from the next opening', 4, '2026-05-31', '11:00', '2026-06-02 13:30'],
    ['a working day is seven hours', 7, '2026-06-04', '08:30', '2026-06-04 16:30'],
    ['from before opening', 1, '2026-06-04', '06:00', '2026-06-04 09:30'],
    ['from the lunch hour', 1, '2026-06-04', '12:30', '2026-06-04 14:00'],
    ['from after closing', 1, '2026-06-04', '18:00', '2026-06-05 09:30'],
  ])('working hours %s', (_name, amount, date, time, expected) => {
    expect(due(within(amount, 'workingHours'), date, time)).toBe(expected);
  });

  test('15 working minutes from five minutes before closing end the next morning', () => {
    expect(due(within(15, 'workingMinutes'), '2026-05-29', '16:25')).toBe('2026-06-02 08:40');
  });

  test('clock hours and minutes do not stop', () => {
    expect(due(within(24, 'clockHours'), '2026-05-29', '20:00')).toBe('2026-05-30 20:00');
    expect(due(within(15, 'clockMinutes'), '2026-05-30', '23:50')).toBe('2026-05-31 00:05');
  });

  test('a fixed instant is that instant; a fixed date is the close of that very day, holiday or not', () => {
    expect(dueAt(th, { at: '2026-06-03T12:00:00+07:00' }, '2026-01-01T00:00:00Z')).toBe('2026-06-03T05:00:00.000Z');
    expect(due({ at: '2026-06-03' }, '2026-01-05', '09:00')).toBe('2026-06-03 16:30');
  });

  test('the hours are those of the office', () => {
    const flexible = { ...th, hours: { start: '07:30', end: '15:30', lunchStart: '11:30', lunchEnd: '12:00' } };
    expect(due(within(1, 'workingDays'), '2026-06-04', '15:31', flexible)).toBe('2026-06-08 15:30');
    expect(due(within(4, 'workingHours'), '2026-06-04', '07:30', flexible)).toBe('2026-06-04 11:30');
  });

  test('a day declared at short notice moves the deadline', () => {
    const declared: OfficeCalendar = { ...th, days: { ...th.days, '2026-06-04': { kind: 'holiday', name: 'วันหยุดราชการกรณีพิเศษ', scope: 'office' } } };
    expect(due(within(3, 'workingDays'), '2026-05-29', '15:00', declared)).toBe('2026-06-08 16:30');
  });

  test.each<[string, DeadlineRule]>([
    ['a negative amount', within(-1, 'workingDays')],
    ['half a day', within(0.5, 'workingDays')],
    ['not a number', within(Number.NaN, 'clockHours')],
    ['more than the maximum', within(MAX_DEADLINE_AMOUNT + 1, 'clockMinutes')],
    ['a day that does not exist', { at: '2026-02-30' }],
    ['a local time', { at: '2026-06-03T12:00:00' }],
    ['a unit from nowhere', { unit: 'moons' as DeadlineUnit, amount: 1 }],
  ])('%s is refused', (_name, rule) => {
    expect(() => dueAt(th, rule, '2026-01-05T02:00:00Z')).toThrow('DUE_INVALID');
    expect(() => instantBefore(th, rule, '2026-01-05T02:00:00Z')).toThrow('DUE_INVALID');
  });
});

describe('instantBefore', () => {
  test('two working days before Friday 5 June is the opening of Tuesday 2 June, as 3 June is a holiday', () => {
    expect(before(within(2, 'workingDays'), '2026-06-05', '16:30')).toBe('2026-06-02 08:30');
  });

  test('calendar days that lead to a holiday go back to the working day before it', () => {
    expect(before(within(2, 'calendarDays'), '2026-06-05', '16:30')).toBe('2026-06-02 08:30');
  });

  test('working time is counted back without lunch and nights', () => {
    expect(before(within(4, 'workingHours'), '2026-06-05', '15:00')).toBe('2026-06-05 10:00');
    expect(before(within(30, 'workingMinutes'), '2026-06-04', '08:45')).toBe('2026-06-02 16:15');
  });

  test('from a day off it is counted from the close of the working day before', () => {
    expect(before(within(1, 'workingHours'), '2026-05-31', '10:00')).toBe('2026-05-29 15:30');
  });

  test('clock time goes straight back', () => {
    expect(before(within(3, 'clockHours'), '2026-05-31', '02:00')).toBe('2026-05-30 23:00');
  });

  test('no days before a deadline on a day off means the morning of the working day before it', () => {
    expect(before(within(0, 'workingDays'), '2026-05-31', '16:30')).toBe('2026-05-29 08:30');
  });

  test('no days before means the morning of the day, yet never after the deadline itself', () => {
    expect(before(within(0, 'workingDays'), '2026-06-05', '16:30')).toBe('2026-06-05 08:30');
    expect(before(within(0, 'workingDays'), '2026-06-05', '06:00')).toBe('2026-06-05 06:00');
  });
});

describe('properties of deadlines', () => {
  const units = fc.constantFrom<DeadlineUnit>('workingDays', 'workingHours', 'workingMinutes', 'calendarDays', 'clockHours', 'clockMinutes');
  const amounts = fc.integer({ min: 0, max: 300 });
  const instants = fc.date({ min: new Date('2025-11-01T00:00:00Z'), max: new Date('2027-06-30T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());
  const dates = instants.map(bangkokDate);

  test('property: more time is never due earlier', () => {
    fc.assert(fc.property(units, amounts, amounts, instants, (unit, a, b, anchor) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(dueAt(th, { unit, amount: less }, anchor) <= dueAt(th, { unit, amount: more }, anchor)).toBe(true);
      expect(instantBefore(th, { unit, amount: less }, anchor) >= instantBefore(th, { unit, amount: more }, anchor)).toBe(true);
    }));
  });

  test('property: what begins later is never due earlier', () => {
    fc.assert(fc.property(units, amounts, instants, instants, (unit, amount, a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      expect(dueAt(th, { unit, amount }, first) <= dueAt(th, { unit, amount }, second)).toBe(true);
      expect(instantBefore(th, { unit, amount }, first) <= instantBefore(th, { unit, amount }, second)).toBe(true);
    }));
  });

  test('property: due is never before its anchor, a reminder never after its deadline', () => {
    fc.assert(fc.property(units, amounts, instants, (unit, amount, anchor) => {
      expect(dueAt(th, { unit, amount }, anchor) >= anchor).toBe(true);
      expect(instantBefore(th, { unit, amount }, anchor) <= anchor).toBe(true);
    }));
  });

  test('property: what follows the office calendar is due within working hours', () => {
    const followsOffice = fc.constantFrom<DeadlineUnit>('workingDays', 'workingHours', 'workingMinutes', 'calendarDays');
    fc.assert(fc.property(followsOffice, amounts, instants, (unit, amount, anchor) => {
      const at = dueAt(th, { unit, amount }, anchor);
      const time = toInstant(instantMs(at)).slice(11, 23);
      expect(isWorkingDay(th, bangkokDate(at))).toBe(true);
      expect(time >= '01:30:00.000' && time <= '09:30:00.000').toBe(true);
      expect(time > '05:00:00.000' && time < '06:00:00.000').toBe(false);
    }));
  });

  test('property: so many working minutes on are so many working minutes between, and back again', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), instants, (amount, iso) => {
      const anchor = `${iso.slice(0, 16)}:00.000Z`;
      const at = dueAt(th, { unit: 'workingMinutes', amount }, anchor);
      expect(workingMinutesBetween(th, anchor, at)).toBe(amount);
      expect(workingMinutesBetween(th, instantBefore(th, { unit: 'workingMinutes', amount }, at), at)).toBe(amount);
    }));
  });

  test('property: declaring a holiday never moves a due instant earlier, declaring a working day never later', () => {
    fc.assert(fc.property(units, amounts, instants, dates, (unit, amount, anchor, date) => {
      const asWas = dueAt(th, { unit, amount }, anchor);
      const declare = (kind: 'holiday' | 'working'): OfficeCalendar => ({ ...th, days: { ...th.days, [date]: { kind, name: 'ประกาศ', scope: 'office' } } });
      expect(dueAt(declare('holiday'), { unit, amount }, anchor) >= asWas).toBe(true);
      expect(dueAt(declare('working'), { unit, amount }, anchor) <= asWas).toBe(true);
    }), { numRuns: 300 });
  });

  test('property: a fixed moment is not moved by any calendar', () => {
    fc.assert(fc.property(instants, instants, dates, (at, anchor, date) => {
      const declared: OfficeCalendar = { ...th, days: { [date]: { kind: 'holiday', name: 'ประกาศ', scope: 'office' } } };
      expect(dueAt(declared, { at }, anchor)).toBe(at);
    }));
  });
});
