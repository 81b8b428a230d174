/** Copies for information: who has them, who has opened them, and who sees that. */
import type { LetterCopies } from '#domain/contracts/read-marks';
import type { CopyItem } from '#domain/contracts/tasks';
import { listLetter, listTask, type ListedLetter } from '#test/support/listed-letters';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';
import { postId } from '#db/seeds/insert-offices';

jest.setTimeout(120_000);
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

type Wish = Partial<ListedLetter> & { readonly office: string; readonly posts: readonly string[]; readonly end?: 'open' | 'readMark' | 'withdrawn'; readonly closedDaysAgo?: number };
/** A copy for each of the posts, on one letter. */
async function send({ posts, end = 'open', closedDaysAgo = 1, ...letter }: Wish): Promise<string> {
  const letterId = await listLetter(testApp.pool, { status: end === 'open' ? 'running' : 'ended', ...letter });
  for (const [n, post] of posts.entries()) {
    await listTask(testApp.pool, { letterId, office: letter.office, posts: [post], dueAt: null, id: `k${n}` });
    await testApp.pool.query(`insert into letter_reader (letter_id, post_id, why, since) values ($1, $2, 'task', now()) on conflict do nothing`, [letterId, postId(letter.office, post)]);
  }
  const closed = end === 'open' ? null : new Date(Date.now() - closedDaysAgo * 86_400_000);
  await testApp.pool.query(`update task set kind = 'acknowledge', status = $2, closed_at = $3 where letter_id = $1`, [letterId, end, closed]);
  return letterId;
}
type Copies = { readonly items: readonly CopyItem[]; readonly total: number; readonly nextCursor: string | null };
const copies = async (person: Person, query = ''): Promise<Copies> => ok(await person.get<Copies>(`/tasks/copies${query}`));
const unread = async (person: Person): Promise<number> => ok(await person.get<{ unreadCopies: number }>('/tasks/counts')).unreadCopies;
const marks = async (person: Person, letterId: string): Promise<LetterCopies['items']> => ok(await person.get<LetterCopies>(`/letters/${letterId}/copies`)).items;
const open = async (person: Person, letterId: string, taskId = 'k0') => ok(await person.post('/tasks/read', { tasks: [{ letterId, taskId }] }));

test('a copy is unread until its reader opens it; from then on everybody with the letter sees who and when', async () => {
  const office = 'udonthani';
  const letterId = await send({ office, posts: ['ict-officer', 'ict-clerk', 'office-head'] });
  const [officer, head] = [await signIn(testApp, `${office}.ict.officer`), await signIn(testApp, `${office}.office-head`)];
  expect(await copies(officer)).toMatchObject({ total: 1, items: [{ letterId, taskId: 'k0', isSeen: false, isOpen: true }] });
  expect(await unread(officer)).toBe(1);
  expect((await marks(head, letterId)).map(({ readers, isMine }) => [readers.length, isMine])).toEqual([[0, false], [0, false], [0, true]]);
  await open(officer, letterId);
  expect(await unread(officer)).toBe(0);
  expect((await marks(head, letterId))[0]).toMatchObject({ readers: [{ person: { id: officer.personId }, at: expect.any(String) }], noted: null, isSeenByMe: false });
  expect((await marks(officer, letterId))[0]).toMatchObject({ isMine: true, isSeenByMe: true });
  await testApp.pool.query(`update task set status = 'done', outcome = 'acknowledge', closed_at = now(), done_by_person_id = $2 where letter_id = $1 and id = 'k0'`, [letterId, officer.personId]);
  expect((await marks(head, letterId))[0]).toMatchObject({ isOpen: false, noted: { person: { id: officer.personId } } });
});

test('nobody marks for another: a mark is set only for whoever has the copy', async () => {
  const office = 'songkhla';
  const letterId = await send({ office, posts: ['ict-officer', 'ict-clerk'] });
  const [officer, clerk] = [await signIn(testApp, `${office}.ict.officer`), await signIn(testApp, `${office}.ict.clerk`)];
  await open(clerk, letterId, 'k0');
  expect((await marks(officer, letterId))[0]!.readers).toEqual([]);
  // Asking for the letter's page, as a list does beforehand, is not opening it.
  ok(await officer.get(`/letters/${letterId}/copies`));
  expect(await unread(officer)).toBe(1);
});

test('what was left unread when its letter ended stays for 90 days, and opening it still marks it', async () => {
  const office = 'phuket';
  const [recent, old, withdrawn] = [
    await send({ office, posts: ['ict-officer'], end: 'readMark', closedDaysAgo: 89 }), await send({ office, posts: ['ict-officer'], end: 'readMark', closedDaysAgo: 91 }), await send({ office, posts: ['ict-officer'], end: 'withdrawn' }),
  ];
  const officer = await signIn(testApp, `${office}.ict.officer`);
  expect((await copies(officer)).items.map(({ letterId, isOpen }) => [letterId, isOpen])).toEqual([[recent, false]]);
  await open(officer, recent);
  expect(await unread(officer)).toBe(0);
  expect((await marks(officer, recent))[0]!.readers).toMatchObject([{ person: { id: officer.personId } }]);
  expect(await marks(officer, withdrawn)).toEqual([]);
  expect(old).not.toBe(recent);
});

test('copies are their own reader’s, within clearance; another office sees neither them nor who has read them', async () => {
  const office = 'khonkaen';
  const letterId = await send({ office, posts: ['ict-officer'] });
  await send({ office, posts: ['ict-officer'], secrecy: 'secret' });
  const officer = await signIn(testApp, `${office}.ict.officer`);
  expect(await copies(officer)).toMatchObject({ total: 1, items: [{ letterId }] });
  for (const login of ['khonkaen.hr.officer', 'ops.ict.officer']) expect(await copies(await signIn(testApp, login))).toMatchObject({ total: 0, items: [] });
  expect(await (await signIn(testApp, 'ops.ict.officer')).get(`/letters/${letterId}/copies`)).toMatchObject({ statusCode: 404 });
});

test('copies come newest first, page by page', async () => {
  const office = 'suratthani';
  const sent = [await send({ office, posts: ['ict-officer'] }), await send({ office, posts: ['ict-officer'] }), await send({ office, posts: ['ict-officer'] })];
  for (const [n, letterId] of sent.entries()) await testApp.pool.query(`update task set opened_at = now() - make_interval(hours => $2) where letter_id = $1`, [letterId, n]);
  const officer = await signIn(testApp, `${office}.ict.officer`);
  const first = await copies(officer, '?limit=2');
  const second = await copies(officer, `?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ letterId }) => letterId)).toEqual(sent);
});
