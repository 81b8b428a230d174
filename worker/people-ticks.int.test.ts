import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { findSubject } from '#db/repositories/people';
import { CHANNELS } from '#db/channels';
import { hintPayloadSchema, type HintPayload } from '#domain/contracts/events';
import { buildOffice, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import type { Part } from './part';
import { startPeopleTicks } from './people-ticks';

jest.setTimeout(60_000);

let database: TestDatabase;
let office: TestOffice;
let listener: PoolClient;
let part: Part | null = null;
let heard: { readonly hint: HintPayload; readonly at: number }[];
let news: () => void;
const logged: string[] = [];
const log = { info: () => undefined, warn: (_: object, text: string) => void logged.push(text), error: () => undefined };

beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  listener = await database.pool.connect();
  listener.on('notification', ({ payload = '' }) => {
    heard.push({ hint: hintPayloadSchema.parse(JSON.parse(payload)), at: Date.now() });
    news();
  });
  await listener.query(`listen ${CHANNELS.hints}`);
});
beforeEach(() => {
  heard = [];
  news = () => undefined;
});
afterEach(async () => {
  await part?.stop();
  part = null;
});
afterAll(async () => {
  listener.release(true);
  await database.drop();
});

/** Resolves once that many hints have come. */
const hints = (count: number): Promise<void> =>
  new Promise((resolve) => {
    news = () => (heard.length >= count ? resolve() : undefined);
    news();
  });
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();
const appoint = (from: string, to: string | null): Promise<unknown> =>
  database.pool.query(
    `insert into appointment (id, person_id, post_id, capacity, own_post_id, order_no, valid_from, valid_to) values ($1, $2, $3, 'acting_for', $4, '9/2569', $5, $6)`,
    [randomUUID(), office.person('deputy'), office.post('chief'), office.post('deputy'), from, to],
  );
const postsOfDeputy = async (at: number): Promise<readonly string[]> => {
  const subject = await findSubject(database.pool, { personId: office.person('deputy'), at: new Date(at).toISOString() });
  return (subject?.posts ?? []).filter(({ mayAct }) => mayAct).map(({ postId }) => postId);
};

test('streams are told when an appointment begins and when it ends, though nobody acts then', async () => {
  const [from, to] = [soon(1_000), soon(3_000)];
  await appoint(from, to);
  part = startPeopleTicks({ pool: database.pool, log });
  await hints(3);
  expect(heard.map(({ hint }) => hint)).toEqual([{ topic: 'people' }, { topic: 'people' }, { topic: 'people' }]);
  const [, begun, ended] = heard;
  expect(begun!.at).toBeGreaterThanOrEqual(Date.parse(from));
  expect(ended!.at).toBeGreaterThanOrEqual(Date.parse(to));
  expect(await postsOfDeputy(begun!.at)).toContain(office.post('chief'));
  expect(await postsOfDeputy(ended!.at)).not.toContain(office.post('chief'));
});

test.each([
  ['an absence', (from: string) => database.pool.query(`insert into absence (person_id, from_at, to_at, kind) values ($1, $2, '2999-01-01', 'leave')`, [office.person('b-head'), from])],
  ['a delegation', (from: string) =>
    database.pool.query(`insert into delegation (from_post_id, to_post_id, kinds, order_no, valid_from) values ($1, $2, '{}', '9/2569', $3)`, [office.post('chief'), office.post('deputy'), from])],
])('%s that is recorded while nothing was planned is told when it begins', async (_what, record) => {
  part = startPeopleTicks({ pool: database.pool, log, recheckMs: 50 });
  await hints(1);
  const from = soon(300);
  await record(from);
  await hints(2);
  expect(heard[1]).toMatchObject({ hint: { topic: 'people' } });
  expect(heard[1]!.at).toBeGreaterThanOrEqual(Date.parse(from));
  expect(logged).toEqual([]);
});

test('nothing is told while nothing begins or ends', async () => {
  let rounds = 0;
  let enough: () => void;
  const looked = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const clock = (): Date => {
    rounds += 1;
    if (rounds === 5) enough();
    return new Date();
  };
  part = startPeopleTicks({ pool: database.pool, log, recheckMs: 5, clock });
  await looked;
  await part.stop();
  await database.pool.query('select pg_notify($1, $2)', [CHANNELS.hints, JSON.stringify({ topic: 'letter' })]);
  await new Promise<void>((resolve) => {
    news = () => (heard.some(({ hint }) => hint.topic === 'letter') ? resolve() : undefined);
    news();
  });
  expect(heard.map(({ hint }) => hint.topic)).toEqual(['people', 'letter']);
});
