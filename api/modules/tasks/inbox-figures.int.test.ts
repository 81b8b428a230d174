import { randomUUID } from 'node:crypto';
import type { InboxCounts, Neighbours } from '#domain/contracts/tasks';
import { postId } from '#db/seeds/insert-offices';
import { personId } from '#db/seeds/demo';
import { insertRows } from '#db/seeds/insert-rows';
import { listLetter, listTask, type ListedLetter } from '#test/support/listed-letters';
import { ok, type InboxAnswer } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(60_000);
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterEach(() => expect(testApp.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => testApp.close());

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
type Wish = Partial<ListedLetter> & { readonly office: string; readonly posts: readonly string[]; readonly dueInHours?: number; readonly isRead?: boolean };
async function put({ posts, dueInHours, isRead = false, ...letter }: Wish): Promise<string> {
  const letterId = await listLetter(testApp.pool, letter);
  await listTask(testApp.pool, { letterId, office: letter.office, posts, dueAt: dueInHours === undefined ? null : inHours(dueInHours) });
  await testApp.pool.query('update task set urgency_rank = $2, first_read_at = $3 where letter_id = $1', [letterId, letter.urgency === 'urgent' ? 1 : 0, isRead ? inHours(-1) : null]);
  return letterId;
}
const inbox = async (person: Person, query: Record<string, string> = {}): Promise<InboxAnswer> => ok(await person.get<InboxAnswer>(`/tasks?${new URLSearchParams(query).toString()}`));
const counts = async (person: Person): Promise<InboxCounts> => ok(await person.get<InboxCounts>('/tasks/counts'));
const beside = async (person: Person, letterId: string, query: Record<string, string> = {}): Promise<Neighbours> =>
  ok(await person.get<Neighbours>(`/tasks/neighbours?${new URLSearchParams({ ...query, letterId, taskId: 't1' }).toString()}`));
const save = async (person: Person, views: readonly Record<string, string>[]): Promise<readonly string[]> => {
  const filters = views.map((query, n) => ({ id: randomUUID(), name: `ตัวกรอง ${n}`, query }));
  ok(await person.send('PATCH', '/desk', { rev: 0, filters }));
  return filters.map(({ id }) => id);
};

test('every figure equals the list that it stands for', async () => {
  const office = 'lopburi';
  // The head of strategy stands in for the office head as well: two posts, one person.
  await insertRows(testApp.pool, 'appointment', [{
    id: randomUUID(), person_id: personId(office, 'strategy-head'), post_id: postId(office, 'office-head'), capacity: 'acting_for', own_post_id: postId(office, 'strategy-head'),
    order_no: '81/2569', valid_from: inHours(-1), valid_to: inHours(24),
  }]);
  await put({ office, posts: ['strategy-head'], urgency: 'urgent' });
  await put({ office, posts: ['strategy-head'], dueInHours: -3, isRead: true });
  await put({ office, posts: ['office-head'], dueInHours: 3 });
  await put({ office, posts: ['office-head'], subject: 'งบประมาณประจำปี', isRead: true });
  await put({ office, posts: ['strategy-head', 'office-head'] });
  await put({ office, posts: ['strategy-head'], secrecy: 'secret' });
  await put({ office, posts: ['ict-head'] });
  await put({ office: 'phuket', posts: ['strategy-head'] });
  const person = await signIn(testApp, 'lopburi.strategy.head');
  const views = [{ urgency: 'urgent' }, { overdue: 'true' }, { unread: 'true', postId: postId(office, 'office-head') }, { q: 'งบประมาณ' }, { sort: 'opened' }];
  const ids = await save(person, views);
  const figures = await counts(person);
  expect(figures).toMatchObject({ all: 5, unread: 3, overdue: 1, urgent: 1, toDecide: 0 });
  expect(figures.filters.map(({ id }) => id)).toEqual(ids);
  for (const [n, view] of views.entries()) {
    const asked = { all: (await inbox(person, view)).total, unread: (await inbox(person, { ...view, unread: 'true' })).total };
    expect([view, figures.filters[n]]).toEqual([view, { id: ids[n], ...asked }]);
  }
  for (const { postId: post, all, unread } of figures.posts) {
    expect([(await inbox(person, { postId: post })).total, (await inbox(person, { postId: post, unread: 'true' })).total]).toEqual([all, unread]);
  }
  expect(Object.fromEntries(figures.posts.map(({ postId: post, all }) => [post, all]))).toEqual({ [postId(office, 'strategy-head')]: 3, [postId(office, 'office-head')]: 3 });
});

test("another office's tasks and those beyond the clearance are not in any figure", async () => {
  await put({ office: 'suratthani', posts: ['hr-officer'], secrecy: 'secret' });
  await put({ office: 'khonkaen', posts: ['hr-officer'] });
  const person = await signIn(testApp, 'suratthani.hr.officer');
  const [id] = await save(person, [{ unread: 'true' }]);
  expect(await counts(person)).toMatchObject({ all: 0, unread: 0, posts: [{ all: 0, unread: 0 }], filters: [{ id, all: 0, unread: 0 }] });
});

test('a task knows what stands before and after it in the view, whatever the order', async () => {
  const office = 'chonburi';
  const posts = ['strategy-officer'];
  const urgent = await put({ office, posts, urgency: 'urgent' });
  const soon = await put({ office, posts, dueInHours: 2, subject: 'เรื่องกลาง' });
  const later = await put({ office, posts, dueInHours: 20 });
  const person = await signIn(testApp, 'chonburi.strategy.officer');
  expect(await beside(person, urgent)).toMatchObject({ position: 1, total: 3, previous: null, next: { letterId: soon, taskId: 't1', subject: 'เรื่องกลาง', isRecorded: false } });
  expect(await beside(person, soon)).toMatchObject({ position: 2, previous: { letterId: urgent }, next: { letterId: later } });
  expect(await beside(person, later)).toMatchObject({ position: 3, next: null });
  const opened = (await inbox(person, { sort: 'opened' })).items.map(({ letterId }) => letterId);
  expect(await beside(person, opened[1]!, { sort: 'opened' })).toMatchObject({ position: 2, previous: { letterId: opened[0] }, next: { letterId: opened[2] } });
  expect(await beside(person, soon, { urgency: 'urgent' })).toMatchObject({ position: null, total: 1, previous: { letterId: urgent }, next: null });
});

test('after an act the walk goes on from the place where the task stood', async () => {
  const office = 'phuket';
  const posts = ['strategy-officer'];
  const [first, second, third] = [await put({ office, posts, dueInHours: 1 }), await put({ office, posts, dueInHours: 2 }), await put({ office, posts, dueInHours: 3 })];
  const person = await signIn(testApp, 'phuket.strategy.officer');
  await testApp.pool.query(`update task set status = 'done', done_by_person_id = $2 where letter_id = $1`, [second, person.personId]);
  expect(await beside(person, second)).toMatchObject({ position: null, total: 2, previous: { letterId: first }, next: { letterId: third } });
});

test('a task that is none of the reader’s has no place, and tells nothing of itself', async () => {
  const office = 'udonthani';
  const mine = await put({ office, posts: ['strategy-officer'], dueInHours: 5 });
  const colleagues = await put({ office, posts: ['ict-officer'], dueInHours: 9 });
  const secret = await put({ office, posts: ['strategy-officer'], secrecy: 'secret', dueInHours: 9 });
  const person = await signIn(testApp, 'udonthani.strategy.officer');
  for (const other of [colleagues, secret, randomUUID()]) {
    expect(await beside(person, other)).toEqual({ position: null, total: 1, previous: null, next: { letterId: mine, taskId: 't1', subject: 'ขอให้รายงานผล', isRecorded: false } });
  }
  await testApp.pool.query(`update task set status = 'done', done_by_person_id = $2 where letter_id = $1`, [secret, person.personId]);
  expect(await beside(person, secret)).toMatchObject({ position: null, total: 1, previous: null });
});

test('a classified neighbour is marked, so that nobody fetches it unread; of a sealed one no subject is told', async () => {
  const office = 'khonkaen';
  const open = await put({ office, posts: ['governor'], dueInHours: 1 });
  const secret = await put({ office, posts: ['governor'], secrecy: 'secret', dueInHours: 2, subject: 'เรื่องลับมาก' });
  const governor = await signIn(testApp, 'khonkaen.governor');
  expect((await beside(governor, open)).next).toEqual({ letterId: secret, taskId: 't1', subject: 'เรื่องลับมาก', isRecorded: true });
  const [shown, sealed] = [await put({ office, posts: ['registry-clerk'], dueInHours: 1 }), await put({ office, posts: ['registry-clerk'], isSealed: true, dueInHours: 2, subject: 'ในซอง' })];
  expect((await beside(await signIn(testApp, 'khonkaen.registry.clerk'), shown)).next).toEqual({ letterId: sealed, taskId: 't1', subject: null, isRecorded: true });
});
