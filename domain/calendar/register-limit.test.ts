import * as fc from 'fast-check';
import { URGENCIES } from '../letter/vocabulary';
import { toInstant } from '../thai/dates';
import { mergeCalendars, PLAIN_CALENDAR } from './calendar';
import { REGISTER_UNITS, REGISTER_WITHIN, registerBy, registerLimits, type RegisterTimes } from './register-limit';

const bangkok = (text: string): string => new Date(`${text}:00+07:00`).toISOString();
const by = (urgency: (typeof URGENCIES)[number], sentAt: string, urgentBy: string | null = null) => registerBy({ calendar: PLAIN_CALENDAR, times: REGISTER_WITHIN }, { urgency, urgentBy, sentAt: bangkok(sentAt) });

test.each([
  ['normal', '2026-11-23T09:00', '2026-11-23T16:30'],
  ['normal', '2026-11-23T18:00', '2026-11-24T16:30'],
  ['normal', '2026-11-21T09:00', '2026-11-23T16:30'],
  ['urgent', '2026-11-23T09:00', '2026-11-23T14:00'],
  ['very_urgent', '2026-11-23T16:00', '2026-11-24T09:00'],
  ['most_urgent', '2026-11-21T23:50', '2026-11-22T00:05'],
] as const)('a letter of class %s sent at %s is to be registered by %s', (urgency, sentAt, due) => {
  expect(by(urgency, sentAt)).toBe(bangkok(due));
});

test('one that must arrive by a stated time is to be registered by then, and without it at once', () => {
  expect(by('urgent_by', '2026-11-23T09:00', bangkok('2026-11-25T12:00'))).toBe(bangkok('2026-11-25T12:00'));
  expect(by('urgent_by', '2026-11-23T09:00')).toBe(bangkok('2026-11-23T09:15'));
});

test('an office has times of its own', () => {
  const times: RegisterTimes = { ...REGISTER_WITHIN, normal: { unit: 'workingDays', amount: 2 } };
  expect(registerBy({ calendar: PLAIN_CALENDAR, times }, { urgency: 'normal', urgentBy: null, sentAt: bangkok('2026-11-19T09:00') })).toBe(bangkok('2026-11-23T16:30'));
});

test('the limits say of every letter the same as its own due instant', () => {
  const calendar = mergeCalendars(PLAIN_CALENDAR, null, { days: { '2026-11-25': { kind: 'holiday', name: 'วันหยุด', scope: 'office' }, '2026-11-28': { kind: 'working', name: 'ทำการ', scope: 'office' } } });
  const minute = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((n) => toInstant(Date.parse('2026-11-20T00:00:00Z') + n * 60_000));
  const time = fc.record({ unit: fc.constantFrom(...REGISTER_UNITS), amount: fc.integer({ min: 0, max: 12 }) });
  fc.assert(
    fc.property(minute, minute, fc.constantFrom(...URGENCIES), fc.option(time, { nil: null }), (sentAt, now, urgency, own) => {
      const times: RegisterTimes = own === null ? REGISTER_WITHIN : { ...REGISTER_WITHIN, [urgency]: own };
      const isPast = registerBy({ calendar, times }, { urgency, urgentBy: null, sentAt }) <= now;
      expect(sentAt <= registerLimits({ calendar, times }, now)[urgency]).toBe(isPast);
    }),
    { numRuns: 2_000 },
  );
});
