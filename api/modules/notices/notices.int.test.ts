import type { z } from 'zod';
import type { noticePageSchema } from '#domain/contracts/notices';
import { randomUUID } from 'node:crypto';
import { personId } from '#db/seeds/demo';
import { postId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { listLetter, listNotice } from '#test/support/listed-letters';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Page = z.output<typeof noticePageSchema>;

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const noticesOf = async (person: Person, query = ''): Promise<Page> => (await person.get<Page>(`/notices${query}`)).body;
const idsOf = ({ items }: Page): readonly string[] => items.map(({ id }) => id);

test('notices come by name and to the posts one holds, newest first', async () => {
  const letterId = await listLetter(testApp.pool, { office: 'lopburi', ownerUnit: 'strategy', letterNo: 'ลบ 0017.2/1', readers: ['strategy-officer', 'ict-officer'] });
  const toPost = await listNotice(testApp.pool, { letterId, office: 'lopburi', posts: ['strategy-officer'], at: '2026-11-23T01:00:00.000Z' });
  const toPerson = await listNotice(testApp.pool, { letterId, office: 'lopburi', personId: personId('lopburi', 'strategy-officer'), template: 'draftReturned', at: '2026-11-23T02:00:00.000Z' });
  await listNotice(testApp.pool, { letterId, office: 'lopburi', posts: ['ict-officer'] });
  await listNotice(testApp.pool, { letterId, office: 'lopburi', posts: ['strategy-officer'], personId: personId('lopburi', 'ict-officer') });
  const page = await noticesOf(await signIn(testApp, 'lopburi.strategy.officer'));
  expect(idsOf(page)).toEqual([toPerson, toPost]);
  expect(page).toMatchObject({ total: 2, unread: 2, nextCursor: null });
  expect(page.items[0]).toMatchObject({ template: 'draftReturned', letterId, subject: 'ขอให้รายงานผล', letterNo: 'ลบ 0017.2/1', readAt: null });
});

test('a notice of a letter that the reader may not know is neither shown nor counted', async () => {
  const secret = await listLetter(testApp.pool, { office: 'chonburi', secrecy: 'secret', ownerUnit: 'strategy', readers: ['strategy-officer'] });
  const id = await listNotice(testApp.pool, { letterId: secret, office: 'chonburi', posts: ['strategy-officer'] });
  const officer = await signIn(testApp, 'chonburi.strategy.officer');
  expect(await noticesOf(officer)).toEqual({ items: [], total: 0, unread: 0, nextCursor: null });
  await officer.post('/notices/read', { ids: [id] });
  const { rows } = await testApp.pool.query('select read_at from notice where id = $1', [id]);
  expect(rows).toEqual([{ read_at: null }]);
});

test('of a sealed item the notice names no subject', async () => {
  const sealed = await listLetter(testApp.pool, { office: 'chonburi', isSealed: true, subject: 'เรื่องในซอง' });
  await listNotice(testApp.pool, { letterId: sealed, office: 'chonburi', posts: ['registry-clerk'] });
  expect((await noticesOf(await signIn(testApp, 'chonburi.registry.clerk'))).items[0]).toMatchObject({ letterId: sealed, subject: null });
});

test("only one's own notices can be marked as read", async () => {
  const letterId = await listLetter(testApp.pool, { office: 'phuket', readers: ['strategy-officer', 'ict-officer'] });
  const own = await listNotice(testApp.pool, { letterId, office: 'phuket', posts: ['strategy-officer'] });
  const others = await listNotice(testApp.pool, { letterId, office: 'phuket', posts: ['ict-officer'] });
  const [officer, colleague] = [await signIn(testApp, 'phuket.strategy.officer'), await signIn(testApp, 'phuket.ict.officer')];
  expect(await officer.post('/notices/read', { ids: [own, others] })).toMatchObject({ statusCode: 200, body: { ok: true } });
  expect(await noticesOf(officer)).toMatchObject({ total: 1, unread: 0, items: [{ id: own }] });
  expect((await noticesOf(officer, '?unread=true')).total).toBe(0);
  expect(await noticesOf(colleague)).toMatchObject({ total: 1, unread: 1, items: [{ id: others, readAt: null }] });
});

test('a notice keeps the moment at which it was first read', async () => {
  const letterId = await listLetter(testApp.pool, { office: 'khonkaen', readers: ['strategy-officer'] });
  const id = await listNotice(testApp.pool, { letterId, office: 'khonkaen', posts: ['strategy-officer'] });
  const officer = await signIn(testApp, 'khonkaen.strategy.officer');
  await officer.post('/notices/read', { ids: [id] });
  const { readAt } = (await noticesOf(officer)).items[0]!;
  expect(readAt).not.toBeNull();
  await officer.post('/notices/read', { ids: [id] });
  expect((await noticesOf(officer)).items[0]?.readAt).toBe(readAt);
});

test('pages of notices follow each other; nothing to mark is refused', async () => {
  const letterId = await listLetter(testApp.pool, { office: 'phetchaburi', readers: ['strategy-officer'] });
  const ids: string[] = [];
  for (const minute of [1, 2, 3]) ids.unshift(await listNotice(testApp.pool, { letterId, office: 'phetchaburi', posts: ['strategy-officer'], at: `2026-11-23T01:0${minute}:00.000Z` }));
  const officer = await signIn(testApp, 'phetchaburi.strategy.officer');
  const first = await noticesOf(officer, '?limit=2');
  const second = await noticesOf(officer, `?limit=2&cursor=${first.nextCursor ?? ''}`);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
  expect(second).toMatchObject({ total: 3, nextCursor: null });
  expect((await officer.get('/notices?cursor=WzEsMl0')).statusCode).toBe(400);
  expect((await officer.post('/notices/read', { ids: [] })).statusCode).toBe(400);
});

test('each notice says why it comes: by what part, and through which post in what capacity', async () => {
  const office = 'udonthani';
  await insertRows(testApp.pool, 'appointment', [{
    id: randomUUID(), person_id: personId(office, 'strategy-officer'), post_id: postId(office, 'strategy-head'), capacity: 'acting_for', own_post_id: postId(office, 'strategy-officer'),
    order_no: '12/2569', valid_from: '2026-01-01T00:00:00.000Z', valid_to: '2030-01-01T00:00:00.000Z',
  }]);
  const letterId = await listLetter(testApp.pool, { office, readers: ['strategy-officer', 'strategy-head'] });
  await listNotice(testApp.pool, { letterId, office, posts: ['strategy-officer'], template: 'taskReminder', why: 'holder', at: '2026-11-23T01:00:00.000Z' });
  await listNotice(testApp.pool, { letterId, office, posts: ['strategy-head'], template: 'taskReminder', why: 'superior', at: '2026-11-23T02:00:00.000Z' });
  await listNotice(testApp.pool, { letterId, office, posts: ['strategy-officer', 'strategy-head'], template: 'routeFlag', why: 'processOwner', at: '2026-11-23T03:00:00.000Z' });
  await listNotice(testApp.pool, { letterId, office, personId: personId(office, 'strategy-officer'), template: 'draftReturned', why: 'drafter', at: '2026-11-23T04:00:00.000Z' });
  const { items } = await noticesOf(await signIn(testApp, 'udonthani.strategy.officer'));
  const brief = items.map(({ why: { part, post } }) => [part, post === null ? null : `${post.capacity} ${post.title.th}`]);
  const titles = await testApp.pool.query<{ code: string; title: string }>('select code, title_th as title from post where id = any($1)', [[postId(office, 'strategy-officer'), postId(office, 'strategy-head')]]);
  const title = (code: string): string => titles.rows.find((row) => row.code === code)!.title;
  expect(brief).toEqual([
    ['drafter', null], ['processOwner', `own ${title('strategy-officer')}`], ['superior', `acting_for ${title('strategy-head')}`], ['holder', `own ${title('strategy-officer')}`],
  ]);
});
