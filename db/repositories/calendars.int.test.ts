import type { Pool } from 'pg';
import { seedDemoLetters } from '#cli/demo/demo-letters';
import { withTransaction } from '#db/client';
import { declareDay, getOfficeCalendar, listDays, previewDay, withdrawDay } from '#db/repositories/calendars';
import { seedBase } from '#db/seeds/base';
import { personId, seedDemo } from '#db/seeds/demo';
import { officeId, postId } from '#db/seeds/insert-offices';
import { isWorkingDay } from '#domain/calendar/calendar';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';

/** Wednesday, noon in Bangkok; Thursday and Friday are ordinary working days. */
const NOW = '2026-11-25T05:00:00.000Z';
const THURSDAY = '2026-11-26';
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
  await seedDemoLetters(pool, { now: NOW });
}, 300_000);
afterAll(() => database.drop());

const by = { personId: personId('lopburi', 'ict-officer'), postId: postId('lopburi', 'ict-officer'), at: NOW };
const holiday = (office: string, day = THURSDAY) => ({ officeId: officeId(office), day, kind: 'holiday', nameTh: 'วันหยุดราชการกรณีพิเศษ' }) as const;
const declare = (office: string, day?: string) => withTransaction(pool, (tx) => declareDay(tx, { day: holiday(office, day), by }));
/** Instants of open timers, and the due instants that inboxes show, of an office. */
const instants = async (office: string): Promise<unknown[]> => {
  const dues = await pool.query('select letter_id, timer_id, at from due_instant where office_id = $1 and fired_at is null order by 1, 2', [officeId(office)]);
  const tasks = await pool.query(`select letter_id, id, due_at from task where office_id = $1 and status = 'open' order by 1, 2`, [officeId(office)]);
  return [...dues.rows, ...tasks.rows];
};

test('a previewed day changes nothing and says what declaring it does', async () => {
  const before = await instants('lopburi');
  const preview = await previewDay(pool, holiday('lopburi'));
  expect(await instants('lopburi')).toEqual(before);
  const declared = await declare('lopburi');
  expect(declared.summary).toEqual(preview.summary);
  expect(declared.summary.moved).toBeGreaterThan(0);
  expect(declared.summary.later).toBe(declared.summary.moved);
  expect(await instants('lopburi')).not.toEqual(before);
});

test('what a task shows as its due instant moves with its timer', async () => {
  const { rows } = await pool.query(
    `select 1 from task t join due_instant d on d.letter_id = t.letter_id and d.task_id = t.id and d.kind = 'due'
      where t.status = 'open' and d.fired_at is null and t.due_at is distinct from d.at`,
  );
  expect(rows).toEqual([]);
});

test('withdrawing the day moves everything back and wakes the letters that are due earlier again', async () => {
  const before = await instants('khonkaen');
  const { id } = await declare('khonkaen');
  const moved = await instants('khonkaen');
  const withdrawn = await withTransaction(pool, (tx) => withdrawDay(tx, { id, by }));
  expect(moved).not.toEqual(before);
  expect(await instants('khonkaen')).toEqual(before);
  expect(withdrawn.summary.earlier).toBeGreaterThan(0);
  const nudges = await pool.query(`select 1 from outbox where kind = 'nudge' and effect_id like 'calendar:%'`);
  expect(withdrawn.woken).toBeGreaterThan(0);
  expect(nudges.rowCount).toBe(withdrawn.woken);
});

test("one office's day is not another's", async () => {
  const before = await instants('ops');
  await declare('chonburi', '2026-11-27');
  expect(await instants('ops')).toEqual(before);
  expect(isWorkingDay(await getOfficeCalendar(pool, officeId('chonburi')), '2026-11-27')).toBe(false);
  expect(isWorkingDay(await getOfficeCalendar(pool, officeId('ops')), '2026-11-27')).toBe(true);
  const days = await listDays(pool, { officeId: officeId('ops'), from: '2026-11-01', to: '2026-11-30' });
  expect(days.map(({ day }) => day)).toEqual([]);
});

test('a day cannot be declared twice, and what is no day is refused', async () => {
  await declare('phuket', '2026-12-01');
  await expect(declare('phuket', '2026-12-01')).rejects.toMatchObject({ code: 'CALENDAR_DAY_INVALID' });
  await expect(declare('phuket', '2026-02-30')).rejects.toMatchObject({ code: 'CALENDAR_DAY_INVALID' });
  expect((await pool.query(`select 1 from audit_event where kind = 'calendar.declared' and office_id = $1`, [officeId('phuket')])).rowCount).toBe(1);
});

test('a national day cannot be withdrawn by an office', async () => {
  const { rows } = await pool.query<{ id: string }>('select id from calendar_day where office_id is null limit 1');
  await expect(withTransaction(pool, (tx) => withdrawDay(tx, { id: rows[0]!.id, by }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the office may work on a national holiday when it declares so', async () => {
  await withTransaction(pool, (tx) => declareDay(tx, { day: { officeId: officeId('songkhla'), day: '2026-12-10', kind: 'working', nameTh: 'วันทำการชดเชย' }, by }));
  expect(isWorkingDay(await getOfficeCalendar(pool, officeId('songkhla')), '2026-12-10')).toBe(true);
});
