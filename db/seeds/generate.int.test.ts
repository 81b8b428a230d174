import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { findBreak, type ChainedEvent } from '#domain/audit/chain';
import { stateHash } from '#domain/route/hash';
import type { LetterState } from '#domain/route/state';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { seedBase } from './base';
import { seedDemo } from './demo';
import { generateLetters } from './generate';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
}, 300_000);
afterAll(() => database.drop());

test('generated letters are open, marked, spread over all linked offices and hold no number', async () => {
  const ids = await generateLetters(pool, { n: 600 });
  const { rows } = await pool.query(
    `select count(*) as n, count(*) filter (where is_generated and status = 'running') as open, count(distinct office_id) as offices from letter where id = any($1::uuid[])`,
    [ids],
  );
  const waiting = await pool.query(`select 1 from letter l where not exists (select 1 from task t where t.letter_id = l.id and t.status = 'open' and cardinality(t.post_ids) > 0)`);
  expect(rows).toEqual([{ n: 600, open: 600, offices: 19 }]);
  expect(waiting.rowCount).toBe(0);
  expect((await pool.query('select 1 from register_entry')).rowCount).toBe(0);
}, 60_000);

test('a generated letter is stored as a committed one: state, hash, open tasks, sequence and audit chain agree', async () => {
  const [id] = (await pool.query<{ id: string }>(`select id from letter where direction = 'outgoing' order by seq desc limit 1`)).rows.map((row) => row.id);
  const { rows } = await pool.query<{ seq: number; state: LetterState; stateHash: string; auditHash: string }>(
    'select seq, state, state_hash as "stateHash", audit_hash as "auditHash" from letter where id = $1', [id],
  );
  const tasks = await pool.query<{ id: string; postIds: string[] }>(`select id, post_ids as "postIds" from task where letter_id = $1 and status = 'open'`, [id]);
  const transitions = await pool.query<{ stateHash: string }>('select state_hash as "stateHash" from transition where letter_id = $1 order by seq', [id]);
  const events = await pool.query<ChainedEvent>(
    `select chain, seq, at, office_id as "officeId", person_id as "personId", post_id as "postId", kind, data, prev_hash as "prevHash", hash
       from audit_event where chain = $1 order by seq`,
    [`letter/${id}`],
  );
  const letter = rows[0]!;
  expect(stateHash(letter.state)).toBe(letter.stateHash);
  expect(letter.seq).toBe(letter.state.seq);
  expect(transitions.rows.at(-1)?.stateHash).toBe(letter.stateHash);
  expect(transitions.rowCount).toBe(letter.seq);
  expect(tasks.rows).toEqual(Object.values(letter.state.tasks).map((task) => ({ id: task.id, postIds: task.postIds })));
  expect(findBreak(events.rows, (text) => createHash('sha256').update(text).digest('hex'))).toBeNull();
  expect(events.rows.at(-1)?.hash).toBe(letter.auditHash);
});
