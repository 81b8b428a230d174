import * as fc from 'fast-check';
import { nationalCalendar } from '../reference/national-calendar';
import { bangkokDate, bangkokInstant } from '../thai/dates';
import type { CalendarDay, OfficeCalendar } from './calendar';
import { dueAt, instantBefore, type DeadlineUnit } from './deadline';
import { recomputeDue, type StoredDeadline } from './recompute';

const th = nationalCalendar();
const declare = (date: string, kind: CalendarDay['kind']): OfficeCalendar => ({ ...th, days: { ...th.days, [date]: { kind, name: 'วันหยุดราชการกรณีพิเศษ', scope: 'office' } } });
const received = bangkokInstant('2026-05-29', '15:00');
const threeDays = { unit: 'workingDays', amount: 3 } as const;
const twoDays = { unit: 'workingDays', amount: 2 } as const;
const dueOn = dueAt(th, threeDays, received);
const due = (letterId: string, change: Partial<StoredDeadline> = {}): StoredDeadline => ({ letterId, id: 'm1', rule: threeDays, anchor: { at: received }, at: dueOn, isFired: false, ...change });
const reminder = (letterId: string): StoredDeadline => ({
  letterId, id: 'm2', rule: twoDays, anchor: { timer: 'm1', before: true }, at: instantBefore(th, twoDays, dueOn), isFired: false,
});
const chaser = (letterId: string): StoredDeadline => ({
  letterId, id: 'm3', rule: threeDays, anchor: { timer: 'm1', before: false }, at: dueAt(th, threeDays, dueOn), isFired: false,
});

describe('recomputeDue', () => {
  test('declaring Thursday 4 June a holiday moves the deadline to Monday and says so', () => {
    const { moved, summary, wake } = recomputeDue(th, declare('2026-06-04', 'holiday'), [due('a'), due('b', { anchor: { at: bangkokInstant('2026-06-08', '09:00') }, at: bangkokInstant('2026-06-11', '16:30') })]);
    expect(moved).toEqual([{ letterId: 'a', id: 'm1', from: dueOn, to: bangkokInstant('2026-06-08', '16:30') }]);
    expect(summary).toEqual({ open: 2, moved: 1, earlier: 0, later: 1, unchanged: 1, letters: 1 });
    expect(wake).toEqual([]);
  });

  test('declaring a working Saturday brings deadlines forward and wakes their letters', () => {
    const { moved, summary, wake } = recomputeDue(th, declare('2026-05-30', 'working'), [due('a')]);
    expect(moved).toEqual([{ letterId: 'a', id: 'm1', from: dueOn, to: bangkokInstant('2026-06-04', '16:30') }]);
    expect(summary).toMatchObject({ earlier: 1, later: 0 });
    expect(wake).toEqual(['a']);
  });

  test('what counts from a deadline that moves, moves with it', () => {
    const { moved } = recomputeDue(th, declare('2026-06-04', 'holiday'), [chaser('a'), reminder('a'), due('a')]);
    expect(moved.map(({ id, to }) => [id, to])).toEqual([
      ['m3', bangkokInstant('2026-06-11', '16:30')],
      // Two working days before Monday 8 June are still Tuesday 2 June: the new holiday lies between.
      ['m1', bangkokInstant('2026-06-08', '16:30')],
    ]);
  });

  test('a reminder that comes forward while the deadline stays wakes the letter', () => {
    const late = due('a', { anchor: { at: bangkokInstant('2026-06-15', '09:00') }, rule: { at: '2026-06-19' }, at: bangkokInstant('2026-06-19', '16:30') });
    const remind = { ...reminder('a'), at: bangkokInstant('2026-06-17', '08:30') };
    const { moved, wake } = recomputeDue(th, declare('2026-06-18', 'holiday'), [late, remind]);
    expect(moved).toEqual([{ letterId: 'a', id: 'm2', from: remind.at, to: bangkokInstant('2026-06-16', '08:30') }]);
    expect(wake).toEqual(['a']);
  });

  test('a deadline that was reached stays, and others still count from where it was', () => {
    const { moved, summary } = recomputeDue(th, declare('2026-06-04', 'holiday'), [due('a', { isFired: true }), chaser('a')]);
    expect(moved).toEqual([]);
    expect(summary.open).toBe(1);
  });

  test('deadlines of different letters do not mix, though their ids are the same', () => {
    const { moved } = recomputeDue(th, declare('2026-06-04', 'holiday'), [due('a', { isFired: true }), chaser('a'), due('b'), chaser('b')]);
    expect(moved.map(({ letterId }) => letterId)).toEqual(['b', 'b']);
  });

  test('a day that concerns no deadline moves nothing, even one stored otherwise', () => {
    const { moved } = recomputeDue(th, declare('2026-12-01', 'holiday'), [due('a', { at: bangkokInstant('2026-07-01', '16:30') })]);
    expect(moved).toEqual([]);
  });

  test('a deadline stored where the change would put it has not moved', () => {
    const { moved, summary } = recomputeDue(th, declare('2026-06-04', 'holiday'), [due('a', { at: bangkokInstant('2026-06-08', '16:30') })]);
    expect(moved).toEqual([]);
    expect(summary).toMatchObject({ open: 1, moved: 0, unchanged: 1 });
  });

  test('a deadline that counts from nothing or from itself is a bug and is not passed over', () => {
    expect(() => recomputeDue(th, th, [chaser('a')])).toThrow(RangeError);
    expect(() => recomputeDue(th, th, [due('a', { anchor: { timer: 'm1', before: false } })])).toThrow(RangeError);
  });

  test('property: the sum adds up, declaring a holiday brings no plain deadline forward, and withdrawing it undoes all', () => {
    const units = fc.constantFrom<DeadlineUnit>('workingDays', 'workingHours', 'calendarDays', 'clockHours');
    const instants = fc.date({ min: new Date('2026-01-05T00:00:00Z'), max: new Date('2026-09-30T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());
    const deadlines = fc
      .array(fc.record({ unit: units, amount: fc.integer({ min: 1, max: 40 }), anchor: instants }), { maxLength: 12 })
      .map((list) => list.map(({ unit, amount, anchor }, index): StoredDeadline => ({
        letterId: `letter-${index % 3}`, id: `m${index}`, rule: { unit, amount }, anchor: { at: anchor }, at: dueAt(th, { unit, amount }, anchor), isFired: false,
      })));
    fc.assert(fc.property(deadlines, instants.map(bangkokDate), (stored, date) => {
      const after = declare(date, 'holiday');
      const { moved, summary, wake } = recomputeDue(th, after, stored);
      expect(summary).toMatchObject({ open: stored.length, moved: moved.length, earlier: 0, later: moved.length, unchanged: stored.length - moved.length });
      expect(wake).toEqual([]);
      const then = stored.map((deadline) => ({ ...deadline, at: moved.find(({ id }) => id === deadline.id)?.to ?? deadline.at }));
      const back = recomputeDue(after, th, then).moved;
      expect(back.map(({ id, to }) => [id, to])).toEqual(moved.map(({ id, from }) => [id, from]));
    }));
  });
});
