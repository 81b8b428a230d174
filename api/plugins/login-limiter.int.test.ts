import { createPool } from '#db/client';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { createLoginLimiter } from './login-limiter';

const limit = { perAccount: 3, perAddress: 5, windowMs: 60_000 };
const at = (now: number, login = 'clerk', address = '10.0.0.1') => ({ login, address, now });

let database: TestDatabase;
beforeAll(async () => {
  database = await getTestDatabase();
});
beforeEach(() => database.pool.query('truncate login_failure'));
afterAll(() => database?.drop());

const times = async (count: number, work: (i: number) => Promise<void>): Promise<void> => {
  for (let i = 0; i < count; i += 1) await work(i);
};
const rows = async (): Promise<number> => (await database.pool.query('select 1 from login_failure')).rowCount ?? 0;

test('an account is closed after its failures, for all processes, and opens again when the window has passed', async () => {
  const limiter = createLoginLimiter(database.pool, limit);
  const other = createPool(database.url, { max: 1 });
  const elsewhere = createLoginLimiter(other, limit);
  await times(3, async (i) => {
    expect(await limiter.waitMs(at(i))).toBe(0);
    await (i === 1 ? elsewhere : limiter).failed(at(i));
  });
  for (const each of [limiter, elsewhere]) expect(await each.waitMs(at(1_000))).toBe(59_000);
  await other.end();
  expect(await limiter.waitMs(at(1_000, 'CLERK'))).toBe(59_000);
  expect(await limiter.waitMs(at(1_000, 'other'))).toBe(0);
  expect(await limiter.waitMs(at(60_000))).toBe(0);
});

test('an address that tries many accounts is closed, too; others are not', async () => {
  const limiter = createLoginLimiter(database.pool, limit);
  await times(5, (i) => limiter.failed(at(0, `guess-${i}`)));
  expect(await limiter.waitMs(at(1, 'untouched'))).toBeGreaterThan(0);
  expect(await limiter.waitMs(at(1, 'untouched', '10.0.0.2'))).toBe(0);
});

test('signing in clears the account, not the address', async () => {
  const limiter = createLoginLimiter(database.pool, limit);
  await times(2, () => limiter.failed(at(0)));
  await limiter.succeeded({ login: 'clerk' });
  await limiter.failed(at(1));
  expect(await limiter.waitMs(at(2))).toBe(0);
  await times(2, () => limiter.failed(at(3, 'other')));
  expect(await limiter.waitMs(at(4, 'third'))).toBeGreaterThan(0);
});

test('failures at the same moment are all counted', async () => {
  const limiter = createLoginLimiter(database.pool, { ...limit, perAccount: 20, perAddress: 1_000 });
  await Promise.all(Array.from({ length: 20 }, () => limiter.failed(at(0))));
  expect(await limiter.waitMs(at(1))).toBeGreaterThan(0);
});

test('a window that is over begins anew, and what is over is swept away; no name is stored', async () => {
  const limiter = createLoginLimiter(database.pool, limit);
  await times(2, () => limiter.failed(at(0)));
  await limiter.failed(at(60_000));
  expect(await limiter.waitMs(at(60_001))).toBe(0);
  await times(5, (i) => limiter.failed(at(60_000, `my-password-${i}`, `10.0.0.${i}`)));
  await limiter.failed(at(200_000, 'new', '10.1.1.1'));
  expect(await rows()).toBe(2);
  const { rows: stored } = await database.pool.query<{ key: string }>('select key from login_failure');
  for (const { key } of stored) expect(key).toMatch(/^[0-9a-f]{64}$/);
});
