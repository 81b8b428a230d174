import type { Pool } from 'pg';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { listLettersOfSpan, loadLetterRecords } from '../repositories/what-if-records';
import { loadDefinitions, listVersionsInForce } from '../repositories/routes';
import { bangkokInstant, addDays } from '#domain/thai/dates';
import { followRecord } from '#domain/route/what-if/record';
import { seedBase } from './base';
import { seedDemo } from './demo';
import { officeId } from './insert-offices';
import { generateQuarter, lastQuarter, QUARTER_OFFICE } from './quarter';

jest.setTimeout(300_000);
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
});
afterAll(() => database?.drop());

test.each([['2026-11-21', '2026-07-01', '2026-09-30'], ['2026-01-01', '2025-10-01', '2025-12-31'], ['2026-04-01', '2026-01-01', '2026-03-31']])('on %s the last quarter is %s to %s', (today, from, to) => {
  expect(lastQuarter(today)).toEqual({ from, to });
});

test('letters of a quarter have ended, are marked, leave the books alone, and are there once', async () => {
  const now = new Date();
  const { written, from, to } = await generateQuarter(pool, { n: 120, now });
  expect(written).toBe(120);
  const { rows } = await pool.query(
    `select count(*)::int as n, (count(*) filter (where is_generated and status = 'ended' and ended_at < $1))::int as ended, (count(*) filter (where created_at >= $2 and created_at < $3))::int as within from letter`,
    [now, bangkokInstant(from, '00:00'), bangkokInstant(addDays(to, 1), '00:00')],
  );
  expect(rows).toEqual([{ n: 120, ended: 120, within: 120 }]);
  expect((await pool.query('select 1 from register_entry')).rowCount).toBe(0);
  expect((await pool.query('select 1 from due_instant')).rowCount).toBe(0);
  expect(await generateQuarter(pool, { n: 120, now })).toMatchObject({ written: 0 });
});

test('they are as letters are: some sent back, some late, some done by whoever acted for somebody away', async () => {
  const { rows } = await pool.query<{ returned: number; late: number; acting: number; tasks: number }>(
    `select (count(*) filter (where outcome = 'return'))::int as returned, (count(*) filter (where closed_at > due_at))::int as late, (count(*) filter (where done_capacity = 'acting_for'))::int as acting, count(*)::int as tasks from task`,
  );
  const [{ returned, late, acting, tasks }] = rows as [(typeof rows)[number]];
  expect(returned).toBeGreaterThan(0);
  expect(acting).toBeGreaterThan(0);
  expect(late).toBeGreaterThan(tasks * 0.01);
  expect(late).toBeLessThan(tasks * 0.1);
  const letters = await pool.query<{ late: number }>('select count(distinct letter_id)::int as late from task where closed_at > due_at');
  expect(letters.rows[0]?.late).toBeGreaterThan(5);
  expect(letters.rows[0]?.late).toBeLessThan(60);
});

test('the record of each can be followed to its end', async () => {
  const id = officeId(QUARTER_OFFICE);
  const ids = await listLettersOfSpan(pool, { officeId: id, from: '2020-01-01T00:00:00Z', until: new Date().toISOString(), versions: null, limit: 1_000 });
  const versions = (await listVersionsInForce(pool, id)).map((version) => version.id);
  const routes = await loadDefinitions(pool, versions);
  const records = await loadLetterRecords(pool, ids);
  expect(records).toHaveLength(120);
  for (const { record } of records) expect(followRecord(routes, record!).endedAt).not.toBeNull();
});
