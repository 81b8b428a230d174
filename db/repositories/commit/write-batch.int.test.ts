import { randomUUID } from 'node:crypto';
import { withTransaction } from '#db/client';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { WriteBatch } from './write-batch';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database?.drop());

const AT = '2026-11-21T03:00:00.000Z';
const keys = (n: number): readonly string[] => Array.from({ length: n }, (_, index) => `k${index}`);

test.each([1, 2, 8, 9, 64, 65, 200])('of %i rows all are written and all are changed', async (n) => {
  const letterId = randomUUID();
  const write = async (fill: (batch: WriteBatch) => void) => {
    const batch = new WriteBatch();
    fill(batch);
    await withTransaction(database.pool, (tx) => batch.apply(tx), { plansOnce: true });
  };
  await write((batch) => keys(n).forEach((key) => batch.insert('letterEvent', { letterId, key, event: { key }, createdAt: AT })));
  await write((batch) => keys(n).forEach((key) => batch.update('letterEvent', ['letterId', 'key'], { letterId, key, consumedAt: AT })));
  const { rows } = await database.pool.query(`SELECT count(*) AS n FROM letter_event WHERE letter_id = $1 AND consumed_at = $2 AND event->>'key' = key`, [letterId, AT]);
  expect(rows).toEqual([{ n }]);
});

test('a row to change that is not there fails the whole batch', async () => {
  const letterId = randomUUID();
  const batch = new WriteBatch();
  batch.insert('letterEvent', { letterId, key: 'k', event: {}, createdAt: AT });
  batch.update('letterEvent', ['letterId', 'key'], { letterId, key: 'other', consumedAt: AT });
  await expect(withTransaction(database.pool, (tx) => batch.apply(tx))).rejects.toThrow('changed 0 of 1 rows of letterEvent');
  expect((await database.pool.query('SELECT 1 FROM letter_event WHERE letter_id = $1', [letterId])).rowCount).toBe(0);
});
