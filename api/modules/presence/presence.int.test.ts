import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { presenceSchema, standInsSchema } from '#domain/contracts/presence';
import { personId } from '#db/seeds/demo';
import { postId, unitId } from '#db/seeds/insert-offices';
import { listLetter, listTask } from '#test/support/listed-letters';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Presence = z.output<typeof presenceSchema>;
type StandIns = z.output<typeof standInsSchema>;

let testApp: TestApp;
let head: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  head = await signIn(testApp, 'lopburi.office-head');
}, 120_000);
afterAll(() => testApp.close());

const at = (ms: number): string => new Date(testApp.deps.now().getTime() + ms).toISOString();
const DAY = 86_400_000;
const bangkokDay = (ms: number): string => new Date(testApp.deps.now().getTime() + ms + 7 * 3_600_000).toISOString().slice(0, 10);
const ask = async (person: Person, query: string): Promise<Presence['items']> => ok(await person.get<Presence>(`/presence?${query}`)).items;
const away = async (person: Person, from: number, to: number): Promise<void> => {
  ok(await person.post('/absences', { personId: person.personId, kind: 'leave', note: 'เรื่องส่วนตัว', fromAt: at(from), toAt: at(to) }));
};

test('of a unit its head is meant; who is away now or when it is due is named with the stand-in, and never why', async () => {
  const [strategyHead, officer] = [await signIn(testApp, 'lopburi.strategy.head'), await signIn(testApp, 'lopburi.strategy.officer')];
  const query = `units=${unitId('lopburi', 'strategy')},${unitId('lopburi', 'ict')}`;
  const before = await ask(head, query);
  expect(before.map(({ post, receivers, away: none }) => [post.code, receivers[0]?.capacity, none])).toEqual(expect.arrayContaining([['strategy-head', 'own', []], ['ict-head', 'own', []]]));

  await away(strategyHead, 3 * DAY, 6 * DAY);
  expect((await ask(head, query)).flatMap((item) => item.away)).toEqual([]);
  const warned = await ask(head, `${query}&due=${bangkokDay(4 * DAY)}`);
  expect(warned.find(({ unitId: asked }) => asked === unitId('lopburi', 'strategy'))).toMatchObject({
    post: { code: 'strategy-head' }, receivers: [{ person: { id: strategyHead.personId }, capacity: 'own' }],
    away: [{ person: { id: strategyHead.personId }, isNow: false, isAtDue: true, standIns: [{ person: { id: officer.personId }, capacity: 'acting_for', ownPost: { code: 'strategy-officer' } }] }],
  });
  expect(warned.find(({ unitId: asked }) => asked === unitId('lopburi', 'ict'))?.away).toEqual([]);
  expect(JSON.stringify(warned)).not.toMatch(/เรื่องส่วนตัว|leave/);

  await away(strategyHead, -DAY, DAY);
  expect(await ask(head, `posts=${postId('lopburi', 'strategy-head')}`)).toMatchObject([{
    unitId: null, receivers: [{ person: { id: officer.personId }, capacity: 'acting_for' }], away: [{ person: { id: strategyHead.personId }, isNow: true, isAtDue: false }],
  }]);
});

test("another office's posts and units are not to be asked for", async () => {
  const stranger = await signIn(testApp, 'phuket.office-head');
  for (const query of [`posts=${postId('lopburi', 'governor')}`, `units=${unitId('lopburi', 'ict')}`, `posts=${randomUUID()}`]) {
    expect(await stranger.get(`/presence?${query}`)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  }
  expect(await head.get('/presence?posts=none')).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'query.posts.0' }] } } });
  expect(await head.get('/presence?due=2026-02-30')).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'query.due' }] } } });
});

test('whoever plans an absence sees who would stand in, by the standing succession, and how much would be theirs', async () => {
  const governor = await signIn(testApp, 'chonburi.governor');
  const letterId = await listLetter(testApp.pool, { office: 'chonburi' });
  await listTask(testApp.pool, { letterId, office: 'chonburi', posts: ['governor'], dueAt: null });
  const query = `from=${at(DAY)}&to=${at(2 * DAY)}`;
  const deputies = [personId('chonburi', 'deputy-governor-1'), personId('chonburi', 'deputy-governor-2')];
  const standIns = async (): Promise<StandIns['items']> => ok(await governor.get<StandIns>(`/absences/stand-ins?${query}`)).items;
  expect(await standIns()).toMatchObject([{
    post: { code: 'governor' }, openTasks: 1, standIns: [{ person: { id: deputies[0] }, capacity: 'acting_for', ownPost: { code: 'deputy-governor-1' } }],
    ladder: [{ post: { code: 'deputy-governor-1' }, persons: [{ id: deputies[0], isAway: false }] }, { post: { code: 'deputy-governor-2' } }],
  }]);
  await away(await signIn(testApp, 'chonburi.deputy-governor-1'), DAY / 2, 3 * DAY);
  expect(await standIns()).toMatchObject([{ standIns: [{ person: { id: deputies[1] } }], ladder: [{ persons: [{ isAway: true }] }, { persons: [{ isAway: false }] }] }]);
  expect(await governor.get(`/absences/stand-ins?from=${at(DAY)}&to=${at(0)}`)).toMatchObject({ statusCode: 422, body: { code: 'PERIOD_INVALID' } });
});

test('the day on which it is due has the hours of that office', async () => {
  const officer = await signIn(testApp, 'songkhla.strategy.head');
  const asker = await signIn(testApp, 'songkhla.office-head');
  const day = bangkokDay(4 * DAY);
  const evening = { fromAt: `${day}T17:00:00+07:00`, toAt: `${day}T19:00:00+07:00` };
  ok(await officer.post('/absences', { personId: officer.personId, kind: 'leave', note: '', ...evening }));
  const warned = async (): Promise<boolean> => (await ask(asker, `units=${unitId('songkhla', 'strategy')}&due=${day}`)).flatMap((item) => item.away).some(({ isAtDue }) => isAtDue);
  expect(await warned()).toBe(false);
  const hours = { start: '10:00', end: '18:00', lunchStart: '12:00', lunchEnd: '13:00' };
  await testApp.pool.query(`update office set settings = settings || jsonb_build_object('calendar', jsonb_build_object('hours', $1::jsonb)) where code = 'songkhla'`, [JSON.stringify(hours)]);
  expect(await warned()).toBe(true);
});
