import type { Pool } from 'pg';
import { seedBase } from '#db/seeds/base';
import { seedDemo } from '#db/seeds/demo';
import { findBreak, type ChainedEvent } from '#domain/audit/chain';
import { stateHash } from '#domain/route/hash';
import type { LetterState } from '#domain/route/state';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { createHash } from 'node:crypto';
import { seedDemoLetters } from './demo-letters';
import { STORIES } from './stories';

/** Wednesday, noon in Bangkok. */
const NOW = '2026-11-25T05:00:00.000Z';
let database: TestDatabase;
let pool: Pool;
let written: number;

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
  written = await seedDemoLetters(pool, { now: NOW });
}, 300_000);
afterAll(() => database.drop());

test('every story is told once, however often it is seeded', async () => {
  expect(written).toBe(STORIES.length);
  expect(await seedDemoLetters(pool, { now: NOW })).toBe(0);
  expect((await pool.query('select 1 from letter')).rowCount).toBe(STORIES.length);
});

test('letters stand in different states, and some of them are overdue', async () => {
  const status = await pool.query<{ status: string }>('select distinct status from letter order by status');
  const overdue = await pool.query(`select 1 from task where status = 'open' and due_at < $1`, [NOW]);
  const onTime = await pool.query(`select 1 from task where status = 'open' and due_at >= $1`, [NOW]);
  expect(status.rows.map((row) => row.status)).toEqual(['ended', 'held', 'running']);
  expect(overdue.rowCount).toBeGreaterThanOrEqual(5);
  expect(onTime.rowCount).toBeGreaterThanOrEqual(8);
});

test('numbers of every book run from 1 without a gap, and their dates never go back', async () => {
  const { rows } = await pool.query<{ gap: boolean; back: boolean }>(
    `select bool_or(no <> n) as gap, bool_or(entry_date < before) as back from (
       select no, entry_date, row_number() over (partition by book_id, year_be order by no) as n, lag(entry_date) over (partition by book_id, year_be order by no) as before
         from register_entry) entries`,
  );
  expect(rows).toEqual([{ gap: false, back: false }]);
});

test('nothing lies in the future, and no timer that has come due is left', async () => {
  const { rows } = await pool.query(
    `select (select count(*) from transition where at > $1) as future,
            (select count(*) from due_instant d join letter l on l.id = d.letter_id where d.at <= $1 and d.fired_at is null and l.status = 'running') as late,
            (select count(*) from letter_event where consumed_at is null) as waiting`,
    [NOW],
  );
  expect(rows).toEqual([{ future: 0, late: 0, waiting: 0 }]);
});

test('what is stored is what an execution would take over: state, hash, sequence and a whole audit chain', async () => {
  const { rows } = await pool.query<{ id: string; seq: number; state: LetterState; stateHash: string; last: number }>(
    `select l.id, l.seq, l.state, l.state_hash as "stateHash", (select max(seq) from transition t where t.letter_id = l.id) as last from letter l`,
  );
  for (const { id, seq, state, stateHash: hash, last } of rows) {
    expect([state.seq, last, stateHash(state)]).toEqual([seq, seq, hash]);
    const events = await pool.query<ChainedEvent>(
      `select chain, seq, at, office_id as "officeId", person_id as "personId", post_id as "postId", kind, data, prev_hash as "prevHash", hash
         from audit_event where chain = $1 order by seq`,
      [`letter/${id}`],
    );
    expect(events.rows.length).toBeGreaterThan(0);
    expect(findBreak(events.rows, (text) => createHash('sha256').update(text).digest('hex'))).toBeNull();
  }
});

test('no open task is without somebody who may act on it', async () => {
  const { rows } = await pool.query(`select letter_id, id from task where status = 'open' and cardinality(post_ids) = 0`);
  expect(rows).toEqual([]);
});
