/** A deadline set while somebody declares a holiday counts by the calendar that holds afterwards, whichever comes first. */
import type { Pool, PoolClient } from 'pg';
import { declareDay, getOfficeCalendar } from '#db/repositories/calendars';
import type { CommitResult } from '#domain/messages';
import { dueAt } from '#domain/calendar/deadline';
import { bangkokDate } from '#domain/thai/dates';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(60_000);

const RULE = { unit: 'workingDays', amount: 10 } as const;
const ROUTE = route([
  startNode,
  { id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'post', postCode: 'clerk' }, outcomes: [{ code: 'done', name: 'เสร็จ' }], deadline: { rule: RULE } },
  endNode,
], ['start work', 'work done end']);

let database: TestDatabase;
let pool: Pool;
let office: TestOffice;
let other: TestOffice;
let runner: Runner;
let routes: { readonly mine: string; readonly others: string };

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  office = await buildOffice(pool);
  other = await buildOffice(pool, smallOffice('south', 'สข'));
  routes = { mine: await buildRoute(pool, office, ROUTE, 'mine'), others: await buildRoute(pool, other, ROUTE, 'others') };
  runner = createRunner(pool);
});
afterAll(() => database.drop());

/** An ordinary working day not far ahead, another one each time. */
let taken = 0;
async function workingDayAhead(): Promise<string> {
  const calendar = await getOfficeCalendar(pool, office.id);
  const now = new Date().toISOString();
  taken += 1;
  return bangkokDate(dueAt(calendar, { unit: 'workingDays', amount: 2 + taken }, now));
}

async function begin(at: TestOffice, routeVersionId: string): Promise<{ readonly letterId: string; readonly start: () => Promise<CommitResult> }> {
  const letterId = await buildLetter(pool, { office: at, routeVersionId });
  return { letterId, start: () => runner.send(letterId, startEvent({ letterId, office: at, routeVersionId, actor: at.actor('clerk') })) };
}
const dueOf = async (letterId: string): Promise<{ at: string; anchor: { at: string } }> =>
  (await pool.query<{ at: string; anchor: { at: string } }>(`select at, anchor from due_instant where letter_id = $1 and kind = 'due'`, [letterId])).rows[0]!;
const declare = (tx: PoolClient, day: string) =>
  declareDay(tx as never, {
    day: { officeId: office.id, day, kind: 'holiday', nameTh: 'วันหยุดราชการกรณีพิเศษ' },
    by: { personId: office.person('owner'), postId: office.post('owner'), at: new Date().toISOString() },
  });
/** Resolves once somebody waits for an advisory lock of this database. */
async function someoneWaits(): Promise<'waits'> {
  for (;;) {
    const { rowCount } = await pool.query(`select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`);
    if (rowCount !== 0) return 'waits';
  }
}
const expectedOf = async (letterId: string): Promise<string> => dueAt(await getOfficeCalendar(pool, office.id), RULE, (await dueOf(letterId)).anchor.at);

test('a letter that begins while a holiday is being declared counts with the holiday', async () => {
  const day = await workingDayAhead();
  const client = await pool.connect();
  await client.query('begin');
  await declare(client, day);
  // Written after the declaration has locked the letters that were there.
  const { letterId, start } = await begin(office, routes.mine);
  const starting = start();
  await Promise.race([starting, someoneWaits()]);
  await client.query('commit');
  client.release();
  applied(await starting);
  const due = await dueOf(letterId);
  expect(new Date(due.at).toISOString()).toBe(await expectedOf(letterId));
});

test('a deadline that is set first is moved by the declaration, which waits for it', async () => {
  const day = await workingDayAhead();
  const { letterId, start } = await begin(office, routes.mine);
  const holder = await pool.connect();
  // Holds back the commit after it has read the calendar: it cannot write its timer yet.
  await holder.query('begin');
  await holder.query('lock table due_instant in share mode');
  const starting = start();
  for (;;) {
    const { rowCount } = await holder.query(`select 1 from pg_locks where relation = 'due_instant'::regclass and not granted`);
    if (rowCount !== 0) break;
  }
  const client = await pool.connect();
  await client.query('begin');
  const declaring = declare(client, day);
  await Promise.race([declaring, someoneWaits()]);
  await holder.query('commit');
  holder.release();
  applied(await starting);
  await declaring;
  await client.query('commit');
  client.release();
  const due = await dueOf(letterId);
  expect(new Date(due.at).toISOString()).toBe(await expectedOf(letterId));
});

test('a letter made more urgent is due by the sooner of its limits, comes up in the inbox, and stays so when the calendar moves them', async () => {
  const { letterId, start } = await begin(office, routes.mine);
  applied(await start());
  const { rows: open } = await pool.query<{ due: string; rank: number }>('select due_at as due, urgency_rank as rank from task where letter_id = $1', [letterId]);
  const supervisor = office.actor('owner');
  const urge = { type: 'urge', at: new Date().toISOString(), actor: supervisor, seq: 1, urgency: 'very_urgent', hasReason: true } as const;
  await pool.query(`update post set roles = roles || '{supervisor}' where id = $1 and not 'supervisor' = any(roles)`, [office.post('owner')]);
  applied(await runner.send(letterId, urge, { reason: 'ผู้ว่าราชการจังหวัดสั่งเร่ง' }));
  const task = async (): Promise<{ due: string; rank: number }> => (await pool.query<{ due: string; rank: number }>('select due_at as due, urgency_rank as rank from task where letter_id = $1', [letterId])).rows[0]!;
  const within = async (amount: number, at: string): Promise<string> => dueAt(await getOfficeCalendar(pool, office.id), { unit: 'workingDays', amount }, at);
  expect(await task()).toEqual({ due: await within(1, urge.at), rank: 2 });
  expect(Date.parse((await task()).due)).toBeLessThan(Date.parse(open[0]!.due));
  const { rows } = await pool.query<{ urgency: string; kind: string }>(
    `select l.urgency, a.kind from letter l join audit_event a on a.chain = 'letter/' || l.id where l.id = $1 order by a.seq desc limit 1`, [letterId]);
  expect(rows).toEqual([{ urgency: 'very_urgent', kind: 'letter.urge' }]);
  // The day on which it is due becomes a holiday: both limits move, and the sooner one still shows.
  const client = await pool.connect();
  await client.query('begin');
  await declare(client, bangkokDate((await task()).due));
  await client.query('commit');
  client.release();
  expect((await task()).due).toBe(await within(1, urge.at));
});

test('another office does not wait', async () => {
  const day = await workingDayAhead();
  const client = await pool.connect();
  await client.query('begin');
  await declare(client, day);
  const { start } = await begin(other, routes.others);
  applied(await start());
  await client.query('rollback');
  client.release();
});
