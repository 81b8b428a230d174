import type { z } from 'zod';
import type { calendarSchema, daySummarySchema } from '#domain/contracts/calendar';
import { bangkokDate, weekdayOf } from '#domain/thai/dates';
import { actor, signIn, openTestApp, type Person, type TestApp } from '#test/support/test-app';

type Calendar = z.output<typeof calendarSchema>;
type Summary = z.output<typeof daySummarySchema>;

let testApp: TestApp;
let admin: Person;
let officeId: string;
beforeAll(async () => {
  testApp = await openTestApp();
  admin = await actor(testApp, { role: 'office_admin', office: 'lopburi' });
  officeId = await officeOf('lopburi');
}, 120_000);
afterAll(() => testApp.close());

const officeOf = async (code: string): Promise<string> => {
  const { rows } = await testApp.pool.query<{ id: string }>('select id from office where code = $1', [code]);
  return rows[0]?.id ?? '';
};
const day = (of: string, nameTh = 'วันหยุดราชการประจำจังหวัด') => ({ officeId, day: of, kind: 'holiday', nameTh });

test('everybody of an office reads its calendar, national days among them', async () => {
  const officer = await actor(testApp, { role: 'officer', office: 'lopburi' });
  const { statusCode, body } = await officer.get<Calendar>('/calendar?yearBe=2569');
  expect(statusCode).toBe(200);
  expect(body).toMatchObject({ officeId, yearBe: 2569, canDeclare: false });
  expect(body.days).toContainEqual(expect.objectContaining({ day: '2026-04-13', kind: 'holiday', scope: 'national' }));
});

test("the next day on which the office works is after today, and neither a day off nor one of the office's own", async () => {
  const read = async (): Promise<Calendar> => (await admin.get<Calendar>('/calendar')).body;
  const { nextWorkingDay } = await read();
  expect(nextWorkingDay > bangkokDate(testApp.deps.now().toISOString())).toBe(true);
  expect([0, 6]).not.toContain(weekdayOf(nextWorkingDay));
  const closed = await admin.post<{ day: string }>('/calendar/days', day(nextWorkingDay, 'วันหยุดพิเศษ'));
  expect(closed.statusCode).toBe(200);
  expect((await read()).nextWorkingDay > nextWorkingDay).toBe(true);
  const { days } = (await admin.get<Calendar>(`/calendar?yearBe=${Number(nextWorkingDay.slice(0, 4)) + 543}`)).body;
  await admin.send('DELETE', `/calendar/days/${days.find((each) => each.day === nextWorkingDay && each.scope === 'office')?.id ?? ''}`);
  expect((await read()).nextWorkingDay).toBe(nextWorkingDay);
});

test('the calendar of an office that one does not belong to is not to be known', async () => {
  const officer = await actor(testApp, { role: 'officer', office: 'lopburi' });
  expect((await officer.get(`/calendar?officeId=${await officeOf('chiangmai')}`)).statusCode).toBe(404);
});

test('looking at what a day would move changes nothing; declaring it does, once', async () => {
  const seen = await admin.post<Summary>('/calendar/preview', day('2026-12-24'));
  expect(seen).toMatchObject({ statusCode: 200, body: { day: '2026-12-24', moved: 0 } });
  const isThere = async (): Promise<boolean> =>
    (await admin.get<Calendar>('/calendar?yearBe=2569')).body.days.some((each) => each.day === '2026-12-24' && each.scope === 'office');
  expect(await isThere()).toBe(false);
  expect((await admin.post('/calendar/days', day('2026-12-24'))).statusCode).toBe(200);
  expect(await isThere()).toBe(true);
  expect((await admin.post('/calendar/days', day('2026-12-24'))).body).toMatchObject({ code: 'CALENDAR_DAY_INVALID' });
});

test('a declared day can be taken back; a national one cannot', async () => {
  await admin.post('/calendar/days', day('2026-12-25'));
  const { body } = await admin.get<Calendar>('/calendar?yearBe=2569');
  const own = body.days.find((each) => each.day === '2026-12-25');
  const national = body.days.find((each) => each.scope === 'national');
  expect((await admin.send('DELETE', `/calendar/days/${own?.id ?? ''}`)).statusCode).toBe(200);
  expect((await admin.send('DELETE', `/calendar/days/${national?.id ?? ''}`)).statusCode).toBe(404);
});

test('only the administrator of that very office declares', async () => {
  const clerk = await signIn(testApp, 'lopburi.registry.clerk');
  expect((await clerk.post('/calendar/days', day('2026-12-22'))).statusCode).toBe(403);
  expect((await clerk.post('/calendar/preview', day('2026-12-22'))).statusCode).toBe(403);
  const other = await actor(testApp, { role: 'office_admin', office: 'ops' });
  expect((await other.post('/calendar/days', day('2026-12-22'))).statusCode).toBe(403);
});

test('another office takes back nothing here', async () => {
  await admin.post('/calendar/days', day('2026-12-23'));
  const { body } = await admin.get<Calendar>('/calendar?yearBe=2569');
  const own = body.days.find((each) => each.day === '2026-12-23');
  const other = await actor(testApp, { role: 'office_admin', office: 'ops' });
  expect((await other.send('DELETE', `/calendar/days/${own?.id ?? ''}`)).statusCode).toBe(404);
});

test('an office sets within what time its registry registers; only its administrator, and it is on record', async () => {
  const before = (await admin.get<Calendar>('/calendar')).body;
  expect(before).toMatchObject({ hours: { start: '08:30', end: '16:30' }, registerTimes: { normal: { unit: 'workingDays', amount: 0 }, most_urgent: { unit: 'clockMinutes', amount: 15 } } });
  const times = { ...before.registerTimes, urgent: { unit: 'workingHours', amount: 2 } };
  const put = (person: Person, body: object, of = officeId) => person.send<Calendar>('PUT', `/calendar/offices/${of}/register-times`, body);
  expect(await put(admin, times)).toMatchObject({ statusCode: 200, body: { registerTimes: times } });
  expect(await put(await signIn(testApp, 'lopburi.registry.clerk'), times)).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
  expect(await put(admin, times, await officeOf('chiangmai'))).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  expect(await put(admin, { ...times, normal: { unit: 'workingDays', amount: -1 } })).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'body.normal.amount' }] } } });
  expect((await admin.get<Calendar>('/calendar')).body.registerTimes).toEqual(times);
  const { rows } = await testApp.pool.query<{ data: object }>(`select data from audit_event where kind = 'office.registerTimesChanged' and office_id = $1`, [officeId]);
  expect(rows).toEqual([{ data: { times } }]);
});

test('what a day moves is counted by the classes that one is cleared for, and named only where one may see the letter', async () => {
  const { rows: days } = await testApp.pool.query<{ day: string }>(`select to_char(d, 'YYYY-MM-DD') as day from generate_series('2027-03-01'::date, '2027-03-31', '1 day') d where extract(isodow from d) = 3 and not exists (select 1 from calendar_day c where c.day = d) limit 1`);
  const due = days[0]!.day;
  for (const secrecy of ['none', 'confidential']) {
    const { rows } = await testApp.pool.query<{ id: string }>(
      `insert into letter (office_id, route_version_id, direction, kind, urgency, secrecy, subject, status, correlation_id, public_code, created_at, enclosure_list)
       select $1, v.id, 'incoming', 'external_letter', 'normal', $2, 'เรื่อง', 'running', gen_random_uuid(), 'day-' || $2, now(), '{}' from route_version v limit 1 returning id`, [officeId, secrecy],
    );
    await testApp.pool.query(
      `insert into due_instant (letter_id, timer_id, office_id, task_id, kind, rule, anchor, at) values ($1, 'due', $2, 't1', 'due', $3, $4, $5)`,
      [rows[0]!.id, officeId, JSON.stringify({ unit: 'workingDays', amount: 1 }), JSON.stringify({ at: `${due}T02:00:00.000Z` }), `${due}T02:00:00.000Z`],
    );
    await testApp.pool.query(
      `insert into task (letter_id, id, office_id, frame_id, node_id, node_name, kind, post_ids, rev, status, opened_at, opened_seq) values ($1, 't1', $2, 'f', 'n', 'ดำเนินการ', 'work', '{}', 0, 'open', now(), 1)`, [rows[0]!.id, officeId],
    );
  }
  const calendarDay = { ...day(due), nameTh: 'วันหยุดจังหวัด' };
  expect((await admin.post<Summary>('/calendar/preview', calendarDay)).body).toMatchObject({ moved: 1, letters: 1, later: 1, open: 1, examples: [] });
  await testApp.pool.query(`update person set clearance = 'secret' where id = $1`, [admin.personId]);
  expect((await admin.post<Summary>('/calendar/preview', calendarDay)).body).toMatchObject({ moved: 2, letters: 2, open: 2 });
  // Where a post of theirs has a part in the letter, it is named.
  await testApp.pool.query(
    `insert into letter_reader (letter_id, post_id, why, since) select l.id, p.id, 'task', now() from letter l, post p join appointment a on a.post_id = p.id where a.person_id = $1 and l.public_code = 'day-none'`, [admin.personId],
  );
  const named = (await admin.post<Summary>('/calendar/preview', calendarDay)).body.examples;
  expect(named).toMatchObject([{ subject: 'เรื่อง', nodeName: { th: 'ดำเนินการ' } }]);
  await testApp.pool.query(`update person set clearance = 'none' where id = $1`, [admin.personId]);
});
