import * as fc from 'fast-check';
import { NATIONAL_HOLIDAYS } from '../reference/holidays';
import { addDays, weekdayOf } from '../thai/dates';
import { inLieuDays } from './in-lieu';

const named = (...dates: readonly string[]) => dates.map((date) => ({ date, name: 'วันสำคัญ' }));
const days = (...dates: readonly string[]) => inLieuDays(named(...dates)).map(({ date }) => date);

describe('inLieuDays', () => {
  test('8 and 9 July 2560, Saturday and Sunday, bring only Monday 10 July', () => {
    expect(inLieuDays([{ date: '2017-07-08', name: 'วันอาสาฬหบูชา' }, { date: '2017-07-09', name: 'วันเข้าพรรษา' }])).toEqual([
      { date: '2017-07-10', name: 'วันหยุดชดเชยวันอาสาฬหบูชา', inLieuOf: '2017-07-08' },
    ]);
  });

  test('31 December 2560, a Sunday, brings Tuesday 2 January 2561, as 1 January is itself a holiday', () => {
    expect(days('2017-12-31', '2018-01-01')).toEqual(['2018-01-02']);
  });

  test('18 July 2570, a Sunday before Khao Phansa, brings Tuesday 20 July', () => {
    expect(days('2027-07-18', '2027-07-19')).toEqual(['2027-07-20']);
  });

  test('a run over the weekend into Monday brings one day: Songkran 2567', () => {
    expect(days('2024-04-13', '2024-04-14', '2024-04-15')).toEqual(['2024-04-16']);
  });

  test('holidays on working days bring nothing', () => {
    expect(days('2026-04-06', '2026-05-04')).toEqual([]);
  });

  test('a special day of the cabinet is passed over and brings nothing itself', () => {
    expect(inLieuDays(named('2026-05-31'), { alsoOff: ['2026-06-01'] }).map(({ date }) => date)).toEqual(['2026-06-02']);
    expect(inLieuDays([], { alsoOff: ['2026-05-31'] })).toEqual([]);
  });

  test('the order of the list does not matter', () => {
    expect(days('2017-07-09', '2017-07-08')).toEqual(days('2017-07-08', '2017-07-09'));
  });

  test('the published days in lieu of 2569 and 2570 are those of the rule', () => {
    const annual = NATIONAL_HOLIDAYS.filter(({ kind }) => kind === 'annual').map(({ day, nameTh }) => ({ date: day, name: nameTh }));
    const alsoOff = NATIONAL_HOLIDAYS.filter(({ kind }) => kind === 'special').map(({ day }) => day);
    const published = NATIONAL_HOLIDAYS.filter(({ kind }) => kind === 'substitute').map(({ day }) => day);
    expect(inLieuDays(annual, { alsoOff }).map(({ date }) => date)).toEqual(published);
  });

  test('property: a day in lieu is no weekend, no holiday, stands once, and follows days off without a gap', () => {
    const dates = fc.integer({ min: 0, max: 120 }).map((offset) => addDays('2026-01-01', offset));
    fc.assert(fc.property(fc.uniqueArray(dates, { maxLength: 25 }), (holidays) => {
      const found = inLieuDays(named(...holidays));
      expect(new Set(found.map(({ date }) => date)).size).toBe(found.length);
      expect(found.length).toBeLessThanOrEqual(holidays.filter((date) => [0, 6].includes(weekdayOf(date))).length);
      for (const { date, inLieuOf } of found) {
        expect([0, 6]).not.toContain(weekdayOf(date));
        expect(holidays).not.toContain(date);
        for (let day = inLieuOf; day < date; day = addDays(day, 1)) expect(holidays.includes(day) || [0, 6].includes(weekdayOf(day))).toBe(true);
      }
    }));
  });
});
