import { PLAIN_CALENDAR, type OfficeCalendar } from './calendar';
import { inWorkingDays, minutesOfDay, workingDaysAgo, workingSpan } from './working-span';

const bangkok = (text: string): string => new Date(`${text}:00+07:00`).toISOString();
const HOLIDAY: OfficeCalendar = { ...PLAIN_CALENDAR, days: { '2026-11-24': { kind: 'holiday', name: 'วันหยุด', scope: 'office' } } };

test('a day is seven hours of government offices, and as long as an office says', () => {
  expect(minutesOfDay(PLAIN_CALENDAR)).toBe(420);
  expect(minutesOfDay({ ...PLAIN_CALENDAR, hours: { start: '08:00', end: '12:00', lunchStart: '12:00', lunchEnd: '13:00' } })).toBe(240);
});

test('a span is told in working days and the rest, without weekends, holidays and nights', () => {
  expect(workingSpan(PLAIN_CALENDAR, bangkok('2026-11-20T15:30'), bangkok('2026-11-23T10:30'))).toEqual({ days: 0, minutes: 180 });
  expect(workingSpan(PLAIN_CALENDAR, bangkok('2026-11-20T08:30'), bangkok('2026-11-24T16:30'))).toEqual({ days: 3, minutes: 0 });
  expect(workingSpan(HOLIDAY, bangkok('2026-11-20T08:30'), bangkok('2026-11-24T16:30'))).toEqual({ days: 2, minutes: 0 });
  expect(workingSpan(PLAIN_CALENDAR, bangkok('2026-11-24T10:00'), bangkok('2026-11-23T10:00'))).toEqual({ days: 0, minutes: 0 });
});

test('within one working day from Friday afternoon means Monday afternoon', () => {
  expect(inWorkingDays(PLAIN_CALENDAR, 1, bangkok('2026-11-20T15:00'))).toBe(bangkok('2026-11-23T15:00'));
  expect(inWorkingDays(HOLIDAY, 1, bangkok('2026-11-23T15:00'))).toBe(bangkok('2026-11-25T15:00'));
});

test('five working days ago is a week ago, and further over a holiday', () => {
  expect(workingDaysAgo(PLAIN_CALENDAR, 5, bangkok('2026-11-27T10:00'))).toBe(bangkok('2026-11-20T10:00'));
  expect(workingDaysAgo(HOLIDAY, 5, bangkok('2026-11-27T10:00'))).toBe(bangkok('2026-11-19T10:00'));
});
