import { randomUUID } from 'node:crypto';
import type { LetterEvent } from '#domain/route/events';
import { CHANNELS } from '#db/channels';
import { insertCommand } from '#db/repositories/command-book';
import { createLetterClient } from '#platform/temporal/letter-client';
import { openTestApp, type TestApp } from '#test/support/test-app';
import { createCommandNews, type CommandNews } from './command-news';
import { submit } from './commands.service';

let testApp: TestApp;
let news: CommandNews;
let personId: string;
const event: LetterEvent = { type: 'timer', at: '2026-11-21T02:00:00.000Z', timerId: 'any', nth: 1 };

beforeAll(async () => {
  testApp = await openTestApp();
  news = createCommandNews(testApp.pool);
  const { rows } = await testApp.pool.query<{ id: string }>("select id from person where login = 'ops.ict.officer'");
  personId = rows[0]?.id ?? '';
}, 120_000);
afterAll(async () => {
  await news.close();
  await testApp.close();
});

/** A command's row that nobody carries out. */
async function writeRow(): Promise<string> {
  const id = randomUUID();
  await insertCommand(testApp.pool, { id, personId, idempotencyKey: id, bodyDigest: 'b', letterId: randomUUID(), event, eventDigest: 'e', content: {} });
  return id;
}
const endRow = (id: string) => testApp.pool.query("update command set status = 'done', seq = 7, ended_at = now() where id = $1", [id]);
const tell = (id: string) => testApp.pool.query('select pg_notify($1, $2)', [CHANNELS.commands, id]);

test('whoever waits is told of the row once it has ended, and not before', async () => {
  const [id, other] = [await writeRow(), await writeRow()];
  const [own, others] = [news.expect(id), news.expect(other)];
  const told: string[] = [];
  void own.ended.then((row) => told.push(row.id));
  await tell(id);
  await endRow(other);
  await tell(other);
  await others.ended;
  expect(told).toEqual([]);
  await endRow(id);
  await tell(id);
  expect(await own.ended).toMatchObject({ id, status: 'done', seq: 7 });
});

test('two that wait for one command are both told, also when a third has given up', async () => {
  const id = await writeRow();
  const [first, second, third] = [news.expect(id), news.expect(id), news.expect(id)];
  third.forget();
  await endRow(id);
  await tell(id);
  expect(await Promise.all([first.ended, second.ended])).toMatchObject([{ id }, { id }]);
});

test('news that came while the connection was broken is not missed', async () => {
  const id = await writeRow();
  const { ended } = news.expect(id);
  await endRow(id);
  await testApp.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'LISTEN ${CHANNELS.commands}' and datname = current_database()`);
  expect(await ended).toMatchObject({ id, status: 'done' });
});

test('an act is answered by what the commit wrote, though the execution does not answer', async () => {
  const letters = {
    ...createLetterClient(testApp.deps.temporal),
    offer: ({ id }: { readonly id: string }) => {
      void endRow(id).then(() => tell(id));
      return new Promise<never>(() => undefined);
    },
  };
  const deps = { ...testApp.deps, news, letters };
  const letterId = randomUUID();
  const answer = await submit(deps, { personId, idempotencyKey: randomUUID(), ask: {}, prepare: async () => ({ letterId, event, content: {} }) });
  expect(answer).toMatchObject({ status: 'done', letterId, seq: 7 });
});
