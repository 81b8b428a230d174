import * as fc from 'fast-check';
import {
  addDays, bangkokDate, bangkokInstant, bangkokTime, daysBetween, firstDayOfYearBe, fiscalYearBe, formatDate, formatTime, instantMs, isCivilDate,
  isInstant, parseThaiDate, parseTypedDate, toInstant, weekdayOf, yearBe, type DateStyle,
} from './dates';

const instants = fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());
const dates = instants.map(bangkokDate);

describe('Bangkok time', () => {
  test('the year changes at Bangkok midnight, seven hours before it does in UTC', () => {
    expect(yearBe('2026-12-31T16:59:59.999Z')).toBe(2569);
    expect(yearBe('2026-12-31T17:00:00.000Z')).toBe(2570);
    expect(bangkokDate('2026-12-31T16:59:59.999Z')).toBe('2026-12-31');
    expect(bangkokDate('2026-12-31T17:00:00.000Z')).toBe('2027-01-01');
  });

  test('the clock is seven hours ahead of UTC in every season', () => {
    expect(bangkokTime('2026-01-15T01:30:59Z')).toBe('08:30');
    expect(bangkokTime('2026-07-15T20:05:00Z')).toBe('03:05');
    expect(bangkokTime('2026-07-15T08:30:00+07:00')).toBe('08:30');
  });

  test('the fiscal year begins on 1 October', () => {
    expect(fiscalYearBe('2026-09-30')).toBe(2569);
    expect(fiscalYearBe('2026-10-01')).toBe(2570);
    expect(fiscalYearBe('2026-09-30T17:00:00Z')).toBe(2570);
  });

  test('a Buddhist year begins on its 1 January', () => {
    expect(firstDayOfYearBe(2569)).toBe('2026-01-01');
  });

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', '2569', '', '2026-01-01T00:00:00Z', '2026-00-10'])('%s is not a civil date', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  test.each(['2026-01-01', '2026-01-01T00:00:00', '2026-02-30T00:00:00Z', '2026-01-01T25:00:00Z', 'yesterday', ''])('%s is not an instant', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => instantMs(text)).toThrow(RangeError);
  });

  test('29 February exists in leap years only', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    expect(isCivilDate('2026-02-29')).toBe(false);
  });

  test('weekdays are those of the wall calendar', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2017-07-09')).toBe(0);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  test('property: date and time together name the minute of the instant', () => {
    fc.assert(
      fc.property(instants, (iso) => {
        const rebuilt = bangkokInstant(bangkokDate(iso), bangkokTime(iso));
        expect(instantMs(rebuilt)).toBe(Math.floor(instantMs(iso) / 60_000) * 60_000);
      }),
    );
  });

  test('property: adding days and counting them agree, and a week keeps the weekday', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addDays(date, 7 * days))).toBe(weekdayOf(date));
      }),
    );
  });

  test('property: instants sort as text', () => {
    fc.assert(fc.property(instants, instants, (a, b) => {
      expect(a < b).toBe(instantMs(a) < instantMs(b));
    }));
  });
});

describe('formatDate', () => {
  test.each<[DateStyle, string]>([
    ['letter', '๒๑ พฤศจิกายน ๒๕๖๙'],
    ['memo', 'วันที่ ๒๑ พฤศจิกายน ๒๕๖๙'],
    ['formal', 'วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙'],
    ['order', 'สั่ง ณ วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙'],
    ['announcement', 'ประกาศ ณ วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙'],
    ['certificate', 'ให้ไว้ ณ วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙'],
    ['register', '๒๑ พ.ย. ๖๙'],
    ['numeric', '๒๑/๑๑/๒๕๖๙'],
    ['english', '21 November 2026'],
  ])('%s', (style, expected) => {
    expect(formatDate('2026-11-21', style)).toBe(expected);
  });

  test('an instant late in the evening in UTC is the next day in Bangkok', () => {
    expect(formatDate('2026-11-20T18:00:00Z', 'letter')).toBe('๒๑ พฤศจิกายน ๒๕๖๙');
  });

  test('digits may be Arabic, by preference', () => {
    expect(formatDate('2026-11-05', 'register', 'arabic')).toBe('5 พ.ย. 69');
    expect(formatDate('2057-11-05', 'register', 'arabic')).toBe('5 พ.ย. 00');
  });

  test('a thing that is neither a date nor an instant is a bug, not a date', () => {
    expect(() => formatDate('2026-02-30', 'letter')).toThrow(RangeError);
  });
});

describe('formatTime', () => {
  test('hours and minutes with a point and น.', () => {
    expect(formatTime('2026-11-21T02:30:00Z')).toBe('๐๙.๓๐ น.');
    expect(formatTime('2026-11-21T09:05:00Z', 'arabic')).toBe('16.05 น.');
  });
});

describe('parseTypedDate', () => {
  test.each([
    ['21/11/69', '2026-11-21'],
    ['๒๑/๑๑/๖๙', '2026-11-21'],
    ['1-2-2569', '2026-02-01'],
    ['211169', '2026-11-21'],
    ['21112569', '2026-11-21'],
    ['21 พ.ย. 2569', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/67', '2024-02-29'],
    ['29/02/68', null],
    ['31/4/69', null],
    ['21/13/69', null],
    ['21/11/569', null],
    ['เมื่อวาน', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseTypedDate(text)).toBe(expected);
  });
});

describe('parseThaiDate', () => {
  test.each([
    ['15 ก.ย. 48', '2005-09-15'],
    ['๒๑ พฤศจิกายน ๒๕๖๙', '2026-11-21'],
    ['วันที่ 21 พฤศจิกายน พ.ศ. 2569', '2026-11-21'],
    ['21/11/2569', '2026-11-21'],
    ['1 มิ.ย.2569', '2026-06-01'],
    ['1 มิย 2569', null],
    ['31 กุมภาพันธ์ 2569', null],
    ['0 มกราคม 2569', null],
    ['พรุ่งนี้', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseThaiDate(text)).toBe(expected);
  });

  test('property: what is written is read again', () => {
    const styles = fc.constantFrom<DateStyle>('letter', 'memo', 'formal', 'numeric');
    fc.assert(fc.property(dates, styles, fc.constantFrom('thai' as const, 'arabic' as const), (date, style, digits) => {
      expect(parseThaiDate(formatDate(date, style, digits))).toBe(date);
    }));
  });

  test('property: an instant is written back equal', () => {
    fc.assert(fc.property(instants, (iso) => {
      expect(toInstant(instantMs(iso))).toBe(iso);
    }));
  });
});
