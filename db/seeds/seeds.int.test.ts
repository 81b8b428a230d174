import type { Pool } from 'pg';
import { findSubject } from '#db/repositories/people';
import { decide } from '#domain/access/policy';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { LINKED_OFFICES, OFFICES, seedBase } from './base';
import { DEMO_STORY_LOGINS, personId, seedDemo } from './demo';
import { officeId, postId } from './insert-offices';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
}, 300_000);
afterAll(() => database.drop());

const countAll = async (): Promise<Record<string, number>> => {
  const tables = ['office', 'unit', 'post', 'succession', 'book', 'book_rule', 'route', 'route_version', 'route_table', 'distribution_list', 'calendar_day', 'person',
    'appointment', 'delegation', 'audit_event'];
  const counts = await Promise.all(tables.map(async (table) => [table, (await pool.query(`select 1 from ${table}`)).rowCount] as const));
  return Object.fromEntries(counts.map(([table, count]) => [table, count ?? 0]));
};

test('seeding again adds nothing', async () => {
  const before = await countAll();
  await seedBase(pool);
  await seedDemo(pool);
  expect(await countAll()).toEqual(before);
});

test('seeding again undoes nothing that an administrator has changed', async () => {
  await pool.query(`update office set phone = '0 2222 1141', fallback_post_id = $2 where id = $1`, [officeId('ops'), postId('ops', 'central-director')]);
  await pool.query(`update person set name_th = 'ชื่อที่แก้ไขแล้ว' where id = $1`, [personId('ops', 'ict-officer')]);
  await seedBase(pool);
  await seedDemo(pool);
  const office = await pool.query('select phone, fallback_post_id as fallback from office where id = $1', [officeId('ops')]);
  const person = await pool.query('select name_th as name from person where id = $1', [personId('ops', 'ict-officer')]);
  expect([office.rows[0], person.rows[0]]).toEqual([{ phone: '0 2222 1141', fallback: postId('ops', 'central-director') }, { name: 'ชื่อที่แก้ไขแล้ว' }]);
});

test('two seedings at once leave what one leaves', async () => {
  const other = await getTestDatabase();
  try {
    await Promise.all([seedBase(other.pool), seedBase(other.pool)]);
    const { rows } = await other.pool.query('select count(*) from office');
    expect(rows[0].count).toBe(OFFICES.length);
  } finally {
    await other.drop();
  }
}, 60_000);

test('OPS and exactly the 18 pilots are linked; 58 provincial offices are known and not yet reachable', async () => {
  const { rows } = await pool.query<{ isLinked: boolean; wave: number | null; count: number }>(
    `select is_linked as "isLinked", pilot_wave as wave, count(*) from office where kind = 'province' group by 1, 2 order by 1`,
  );
  expect(rows).toEqual([{ isLinked: false, wave: null, count: 58 }, { isLinked: true, wave: 1, count: 18 }]);
  expect(LINKED_OFFICES.map(({ code }) => code)).toContain('ops');
});

test('every linked office has its last resorts, its books and one route per code in force', async () => {
  const { rows } = await pool.query(
    `select o.code from office o where o.is_linked and (o.fallback_post_id is null or o.secret_registrar_post_id is null or o.process_owner_post_id is null
        or o.registry_unit_id is null
        or (select count(distinct kind) from book b where b.office_id = o.id) < 9
        or (select count(*) from route r join route_version v on v.route_id = r.id and v.retired_at is null where r.office_id = o.id) <> 10)`,
  );
  expect(rows).toEqual([]);
});

test('every superior is a post of the same office, and no line of superiors goes round in a circle', async () => {
  const { rows } = await pool.query(
    `with recursive line as (
       select id, superior_id, 1 as depth from post union all select line.id, p.superior_id, depth + 1 from line join post p on p.id = line.superior_id where depth < 40)
     select id from line where depth >= 40
     union select c.id from post c join post s on s.id = c.superior_id where s.office_id <> c.office_id`,
  );
  expect(rows).toEqual([]);
});

test('no book rule names a book of another office, and the last rule of each kind fits every letter', async () => {
  const foreign = await pool.query('select 1 from book_rule r join book b on b.id = r.book_id where b.office_id <> r.office_id');
  const open = await pool.query(
    `select o.code, k.kind from office o, unnest(array['receive', 'send', 'circular', 'secret_receive', 'secret_send', 'secret_control', 'order']) k(kind)
      where o.is_linked and not exists (select 1 from book_rule r where r.office_id = o.id and r.book_kind = k.kind
        and r.letter_kind is null and r.signer_post_id is null and r.owner_unit_id is null)`,
  );
  expect([foreign.rowCount, open.rows]).toEqual([0, []]);
});

test('every account that the sign-in page lists is there, can sign in and has a post', async () => {
  const { rows } = await pool.query(
    `select p.login from person p join appointment a on a.person_id = p.id where p.login = any($1::text[]) and p.password_hash like '$argon2id$%'`,
    [DEMO_STORY_LOGINS],
  );
  expect(rows.map(({ login }) => login).toSorted()).toEqual(DEMO_STORY_LOGINS.toSorted());
});

test('the deputies may sign in the name of the Permanent Secretary, and the others may not', async () => {
  const at = new Date().toISOString();
  const behalf = async (post: string): Promise<boolean> =>
    (await findSubject(pool, { personId: personId('ops', post), at }))!.posts.some(
      ({ capacity, postId: id }) => capacity === 'delegated' && id === postId('ops', 'permanent-secretary'),
    );
  expect([await behalf('deputy-ps-1'), await behalf('deputy-ps-2'), await behalf('ict-director')]).toEqual([true, true, false]);
});

test('a registry clerk may take letters in, an officer may not', async () => {
  const at = new Date().toISOString();
  const mayTakeIn = async (post: string): Promise<boolean> => {
    const subject = await findSubject(pool, { personId: personId('lopburi', post), at });
    return decide(subject!, 'letter.intake', { postId: postId('lopburi', post), secrecy: 'none' }).allow;
  };
  expect([await mayTakeIn('registry-clerk'), await mayTakeIn('strategy-officer')]).toEqual([true, false]);
});
