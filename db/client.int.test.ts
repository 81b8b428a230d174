import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { getTestDatabase, getTestPostgresUrl, type TestDatabase } from '#test/support/servers';
import { assertDatabaseFit, createPool, createPrisma, withTransaction } from './client';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database?.drop());

test('rows are plain JSON: numbers, ISO instants in UTC, civil dates', async () => {
  const { rows } = await database.pool.query(
    `SELECT 9007199254740991::bigint AS big, '2026-11-21T14:05:06.7+07'::timestamptz AS at, '2026-11-21T14:05:06+07'::timestamptz AS whole,
            '2026-02-28'::date AS day, ARRAY[1,2]::bigint[] AS bigs, ARRAY['2026-11-21T14:05:06.7+07'::timestamptz, NULL] AS ats,
            ARRAY['2026-02-28'::date] AS days, ARRAY[]::date[] AS none, NULL::timestamptz AS never`,
  );
  expect(rows[0]).toEqual({
    big: 9_007_199_254_740_991,
    at: '2026-11-21T07:05:06.700Z',
    whole: '2026-11-21T07:05:06.000Z',
    day: '2026-02-28',
    bigs: [1, 2],
    ats: ['2026-11-21T07:05:06.700Z', null],
    days: ['2026-02-28'],
    none: [],
    never: null,
  });
});

const insertSession = (id: string) => `INSERT INTO session (id, data, expires_at) VALUES ('${id}', '{}', now())`;
const countSessions = async (id: string) => (await database.pool.query('SELECT 1 FROM session WHERE id = $1', [id])).rowCount;

test('a transaction keeps what was done when its work ends well', async () => {
  expect(await withTransaction(database.pool, async (tx) => (await tx.query(insertSession('kept'))).rowCount)).toBe(1);
  expect(await countSessions('kept')).toBe(1);
});

test('a transaction keeps nothing when its work throws, and throws the same', async () => {
  const failure = new Error('stop');
  const work = withTransaction(database.pool, async (tx) => {
    await tx.query(insertSession('lost'));
    throw failure;
  });
  await expect(work).rejects.toBe(failure);
  expect(await countSessions('lost')).toBe(0);
});

test('a connection that breaks inside a transaction is not used again', async () => {
  const pool = createPool(database.url, { max: 1 });
  const broken = withTransaction(pool, (tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
  await expect(broken).rejects.toThrow();
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test('a statement that runs too long is cancelled', async () => {
  const pool = createPool(database.url, { max: 1, statementTimeoutMs: 50 });
  await expect(pool.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  await pool.end();
});

test('only a transaction that asks for it plans its statements once', async () => {
  const pool = createPool(database.url, { max: 1 });
  const mode = async (tx: Pick<typeof pool, 'query'>) => (await tx.query<{ mode: string }>(`SELECT current_setting('plan_cache_mode') AS mode`)).rows[0]?.mode;
  try {
    expect(await withTransaction(pool, mode, { plansOnce: true })).toBe('force_generic_plan');
    expect(await withTransaction(pool, mode)).toBe('auto');
    expect(await mode(pool)).toBe('auto');
  } finally {
    await pool.end();
  }
});

test('Prisma reads and writes through the same pool', async () => {
  const prisma = createPrisma(database.pool);
  await prisma.session.create({ data: { id: 'by-prisma', data: {}, expiresAt: new Date('2026-11-21T00:00:00Z') } });
  const { rows } = await database.pool.query(`SELECT expires_at AS at FROM session WHERE id = 'by-prisma'`);
  expect(rows).toEqual([{ at: '2026-11-21T00:00:00.000Z' }]);
  await prisma.$disconnect();
  expect((await database.pool.query('SELECT 1')).rowCount).toBe(1);
});

describe('the start-up check', () => {
  test('accepts a database for Thai text', async () => {
    await expect(assertDatabaseFit(database.pool)).resolves.toBeUndefined();
  });

  test.each([
    ['ctype C', `ENCODING 'UTF8' LC_CTYPE 'C' LC_COLLATE 'C' LOCALE_PROVIDER libc`, 'ctype C'],
    ['another encoding', `ENCODING 'SQL_ASCII' LC_CTYPE 'C' LC_COLLATE 'C' LOCALE_PROVIDER libc`, 'encoding SQL_ASCII'],
  ])('refuses a database with %s and says how to make a right one', async (_what, options, message) => {
    const admin = await getTestPostgresUrl();
    const name = `unfit_${randomBytes(6).toString('hex')}`;
    const client = new Client({ connectionString: admin });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
    const pool = createPool(admin.replace(/\/postgres$/, `/${name}`), { max: 1 });
    await expect(assertDatabaseFit(pool)).rejects.toThrow(message);
    await expect(assertDatabaseFit(pool)).rejects.toThrow('createdb');
    await pool.end();
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  });
});
