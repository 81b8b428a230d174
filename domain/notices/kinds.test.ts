import { PLAIN_CALENDAR } from '../calendar/calendar';
import { kindOf, mutedTemplates, nextDigest, toSettings, USUAL_WAYS } from './kinds';

test.each([
  ['before opening time, that very day', '2026-11-23T01:00:00.000Z', '2026-11-23T01:30:00.000Z'],
  ['at opening time, the next working day', '2026-11-23T01:30:00.000Z', '2026-11-24T01:30:00.000Z'],
  ['on Friday afternoon, on Monday', '2026-11-20T08:00:00.000Z', '2026-11-23T01:30:00.000Z'],
  ['on Saturday, on Monday', '2026-11-21T03:00:00.000Z', '2026-11-23T01:30:00.000Z'],
])('a digest goes as the office next opens: %s', (_when, at, due) => {
  expect(nextDigest(PLAIN_CALENDAR, at)).toBe(due);
});

test('a holiday, and hours of the office’s own, move the digest', () => {
  const calendar = { ...PLAIN_CALENDAR, hours: { ...PLAIN_CALENDAR.hours, start: '09:00' }, days: { '2026-11-23': { kind: 'holiday', name: 'วันหยุด', scope: 'office' } } } as const;
  expect(nextDigest(calendar, '2026-11-21T03:00:00.000Z')).toBe('2026-11-24T02:00:00.000Z');
});

test('what was never chosen, or is kept in another form, is as usual', () => {
  expect(toSettings(undefined)).toEqual(USUAL_WAYS);
  expect(toSettings({ due: { bell: false, mail: 'fax' }, task: 'all', letter: { mail: 'now' } })).toEqual({ ...USUAL_WAYS, due: { bell: false, mail: 'digest' }, letter: { bell: true, mail: 'now' } });
});

test('each template is of one kind, and a route’s own of none of those', () => {
  expect(['taskOverdue', 'routeChanged', 'draftReturned', 'letterHeld', 'somethingNew', 'constructor'].map(kindOf)).toEqual(['due', 'route', 'task', 'letter', 'custom', 'custom']);
  const muted = mutedTemplates({ ...USUAL_WAYS, due: { bell: false, mail: 'none' }, custom: { bell: false, mail: 'none' } });
  expect(muted).toMatchObject({ templates: ['taskReminder', 'taskOverdue', 'supervisorReminder', 'letterUrged'], isCustomMuted: true });
});
