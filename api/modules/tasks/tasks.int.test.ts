import type { InboxItem } from '#domain/contracts/tasks';
import { personId } from '#db/seeds/demo';
import { postId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import type { Urgency } from '#domain/letter/vocabulary';
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
const RANK: { readonly [U in Urgency]: number } = { normal: 0, urgent: 1, very_urgent: 2, most_urgent: 3, urgent_by: 4 };

type Wish = Partial<ListedLetter> & { readonly office: string; readonly posts: readonly string[]; readonly dueInHours?: number | null; readonly kind?: string; readonly personId?: string };
async function put({ posts, dueInHours = null, kind = 'work', personId: person, ...letter }: Wish): Promise<string> {
  const letterId = await listLetter(testApp.pool, letter);
  await listTask(testApp.pool, { letterId, office: letter.office, posts, dueAt: dueInHours === null ? null : inHours(dueInHours), ...(person === undefined ? {} : { personId: person }) });
  await testApp.pool.query('update task set urgency_rank = $2, kind = $3 where letter_id = $1', [letterId, RANK[letter.urgency ?? 'normal'], kind]);
  await testApp.pool.query(`insert into letter_reader (letter_id, post_id, why, since) select $1, unnest(post_ids), 'task', now() from task where letter_id = $1 on conflict do nothing`, [letterId]);
  return letterId;
}
const inbox = async (person: Person, query = ''): Promise<InboxAnswer> => ok(await person.get<InboxAnswer>(`/tasks${query}`));
const lettersOf = ({ items }: InboxAnswer): readonly string[] => items.map(({ letterId }) => letterId);

test('the inbox is sorted by urgency and due instant, and its pages fit together', async () => {
  const office = 'phuket';
  const posts = ['strategy-officer'];
  const later = await put({ office, posts, dueInHours: 48 });
  const never = await put({ office, posts });
  const sooner = await put({ office, posts, dueInHours: 4 });
  const urgent = await put({ office, posts, urgency: 'most_urgent' });
  const overdue = await put({ office, posts, urgency: 'urgent', dueInHours: -4 });
  const expected = [urgent, overdue, sooner, later, never];
  const person = await signIn(testApp, 'phuket.strategy.officer');
  const whole = await inbox(person);
  expect(lettersOf(whole)).toEqual(expected);
  expect(whole).toMatchObject({ total: 5, nextCursor: null, counts: { all: 5, unread: 5, overdue: 1, urgent: 2 } });
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: InboxAnswer = await inbox(person, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.total).toBe(5);
    paged.push(...lettersOf(page));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(expected);
  expect(lettersOf(await inbox(person, '?sort=opened&limit=3'))).toHaveLength(3);
  expect(await person.get('/tasks?limit=1000')).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'query.limit' }] } } });
});

test('the inbox is narrowed by post, urgency, kind, direction, state and text, with the total of what was asked', async () => {
  const office = 'songkhla';
  const person = await signIn(testApp, 'songkhla.ict.officer');
  const posts = ['ict-officer'];
  const sign = await put({ office, posts, kind: 'sign', direction: 'outgoing', letterNo: 'สข 0017.3/55' });
  const late = await put({ office, posts, urgency: 'urgent', dueInHours: -1, subject: 'เชิญประชุมคณะกรรมการ', theirNo: 'มท 0201.2/ว 1590' });
  const found = async (query: string): Promise<readonly string[]> => {
    const answer = await inbox(person, `?${query}`);
    expect(answer.total).toBe(answer.items.length);
    expect(answer.counts.all).toBe(2);
    return lettersOf(answer);
  };
  expect(await found('kind=sign')).toEqual([sign]);
  expect(await found('urgency=urgent')).toEqual([late]);
  expect(await found('direction=outgoing')).toEqual([sign]);
  expect(await found('overdue=true')).toEqual([late]);
  expect(await found('overdue=false')).toEqual([sign]);
  expect(await found(`postId=${postId(office, 'ict-officer')}`)).toHaveLength(2);
  expect(await found(`postId=${postId(office, 'ict-head')}`)).toEqual([]);
  expect(await found(`q=${encodeURIComponent('ประชุม')}`)).toEqual([late]);
  expect(await found(`q=${encodeURIComponent('๑๕๙๐')}`)).toEqual([late]);
  expect(await found(`q=${encodeURIComponent('0017.3/55')}`)).toEqual([sign]);
  expect(await found(`q=${encodeURIComponent('_')}`)).toEqual([]);
  expect(await person.get('/tasks?kind=none')).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'query.kind', message: 'is not one of the choices' }] } } });
});

test('reading a task marks it for whoever holds it, and for nobody who does not', async () => {
  const letterId = await put({ office: 'nakhonpathom', posts: ['hr-officer'] });
  const read = { tasks: [{ letterId, taskId: 't1' }] };
  const stranger = await signIn(testApp, 'nakhonpathom.ict.officer');
  const officer = await signIn(testApp, 'nakhonpathom.hr.officer');
  await stranger.post('/tasks/read', read);
  expect((await inbox(officer)).items[0]).toMatchObject({ isUnread: true });
  await officer.post('/tasks/read', read);
  expect(await inbox(officer)).toMatchObject({ items: [{ isUnread: false }], counts: { all: 1, unread: 0 } });
  expect((await inbox(officer, '?unread=true')).items).toEqual([]);
});

test('the folder is what can be signed, decided or directed now; its count is that of its list', async () => {
  const office = 'phetchaburi';
  const posts = ['ict-head'];
  const sign = await put({ office, posts, kind: 'sign', dueInHours: 8 });
  const approve = await put({ office, posts, kind: 'approve', urgency: 'urgent' });
  const assign = await put({ office, posts, kind: 'assign', dueInHours: 2 });
  await put({ office, posts, kind: 'work' });
  const held = await put({ office, posts, kind: 'approve', status: 'held' });
  const waiting = await put({ office, posts, kind: 'approve' });
  await testApp.pool.query(`update task set waits_for = 't9' where letter_id = $1`, [waiting]);
  const person = await signIn(testApp, 'phetchaburi.ict.head');
  const folder = await inbox(person, '?kinds=sign,approve,assign&ready=true');
  expect(lettersOf(folder)).toEqual([approve, assign, sign]);
  expect(folder).toMatchObject({ total: 3, counts: { all: 6, toDecide: 3 } });
  expect(lettersOf(await inbox(person, '?ready=false')).toSorted()).toEqual([held, waiting].toSorted());
  expect(await person.get('/tasks?kinds=sign,none')).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'query.kinds.1' }] } } });
});

test('who has opened a letter is kept for each person: another\'s reading is not one\'s own', async () => {
  const letterId = await put({ office: 'chiangmai', posts: ['hr-officer', 'hr-head'] });
  const [officer, head] = [await signIn(testApp, 'chiangmai.hr.officer'), await signIn(testApp, 'chiangmai.hr.head')];
  await officer.post('/tasks/read', { tasks: [{ letterId, taskId: 't1' }] });
  expect((await inbox(officer)).items).toMatchObject([{ isUnread: false, isSeen: true }]);
  expect((await inbox(head)).items).toMatchObject([{ isUnread: false, isSeen: false }]);
  await head.post('/tasks/read', { tasks: [{ letterId, taskId: 't1' }] });
  expect((await inbox(head)).items).toMatchObject([{ isSeen: true }]);
  await (await signIn(testApp, 'chiangmai.ict.officer')).post('/tasks/read', { tasks: [{ letterId, taskId: 't1' }] });
  expect((await testApp.pool.query('select 1 from task_read where letter_id = $1', [letterId])).rowCount).toBe(2);
});

test('an acting appointment moves the tasks at once and its end moves them back; each task names the post', async () => {
  const office = 'lopburi';
  const letterId = await put({ office, posts: ['governor'] });
  const [governor, deputy] = [await signIn(testApp, 'lopburi.governor'), await signIn(testApp, 'lopburi.deputy-governor-1')];
  expect(lettersOf(await inbox(governor))).toEqual([letterId]);
  expect(lettersOf(await inbox(deputy))).toEqual([]);
  await insertRows(testApp.pool, 'appointment', [{
    person_id: deputy.personId, post_id: postId(office, 'governor'), own_post_id: postId(office, 'deputy-governor-1'), capacity: 'acting_for', order_no: '12/2569', valid_from: inHours(-1),
  }]);
  expect((await inbox(deputy)).items).toMatchObject([{ letterId, capacity: 'acting_for', post: { id: postId(office, 'governor') } } satisfies { [K in keyof InboxItem]?: unknown }]);
  expect(lettersOf(await inbox(governor))).toEqual([]);
  expect((await governor.get(`/letters/${letterId}`)).statusCode).toBe(200);
  await testApp.pool.query(`update appointment set ended_at = now() where order_no = '12/2569'`);
  expect(lettersOf(await inbox(governor))).toEqual([letterId]);
  expect(lettersOf(await inbox(deputy))).toEqual([]);
});

test('recording an absence is enough for the standing successor to have the tasks', async () => {
  const letterId = await put({ office: 'chonburi', posts: ['governor'] });
  const deputy = await signIn(testApp, 'chonburi.deputy-governor-1');
  expect(lettersOf(await inbox(deputy))).toEqual([]);
  await insertRows(testApp.pool, 'absence', [{ person_id: personId('chonburi', 'governor'), from_at: inHours(-1), to_at: inHours(5), kind: 'mission' }]);
  expect((await inbox(deputy)).items).toMatchObject([{ letterId, capacity: 'acting_for' }]);
});

test('of a group everybody has the task until one takes it', async () => {
  const posts = ['ict-officer', 'ict-clerk'];
  const letterId = await put({ office: 'udonthani', posts });
  const [officer, clerk] = [await signIn(testApp, 'udonthani.ict.officer'), await signIn(testApp, 'udonthani.ict.clerk')];
  expect((await inbox(officer)).items).toMatchObject([{ letterId, isGroup: true, claimedBy: null }]);
  expect(lettersOf(await inbox(clerk))).toEqual([letterId]);
  await testApp.pool.query('update task set person_id = $2 where letter_id = $1', [letterId, clerk.personId]);
  expect((await inbox(clerk)).items).toMatchObject([{ letterId, claimedBy: { id: clerk.personId } }]);
  expect(lettersOf(await inbox(officer))).toEqual([]);
  const taken = async (person: Person) => ok(await person.get<InboxAnswer>('/tasks/taken'));
  const counts = async (person: Person) => ok(await person.get<{ readonly taken: number; readonly all: number }>('/tasks/counts'));
  expect(await taken(officer)).toMatchObject({ total: 1, items: [{ letterId, isGroup: true, claimedBy: { id: clerk.personId } }] });
  expect(await counts(officer)).toMatchObject({ taken: 1, all: 0 });
  expect(await taken(clerk)).toMatchObject({ total: 0, items: [] });
  expect(await counts(clerk)).toMatchObject({ taken: 0, all: 1 });
  for (const login of ['udonthani.hr.officer', 'ops.ict.officer']) expect(await taken(await signIn(testApp, login))).toMatchObject({ total: 0, items: [] });
});

test('what others have taken is listed within the clearance of whoever asks, and nobody’s named task is', async () => {
  const clerk = personId('nakhonsawan', 'ict-clerk');
  await put({ office: 'nakhonsawan', posts: ['ict-officer', 'ict-clerk'], secrecy: 'secret', personId: clerk });
  await put({ office: 'nakhonsawan', posts: ['ict-officer'], personId: clerk });
  const officer = await signIn(testApp, 'nakhonsawan.ict.officer');
  expect(ok(await officer.get('/tasks/taken'))).toMatchObject({ total: 0, items: [] });
  expect(ok(await officer.get('/tasks/counts'))).toMatchObject({ taken: 0 });
});

test('what others have taken comes newest first, page by page', async () => {
  const office = 'chonburi';
  const [officer, clerk] = [await signIn(testApp, `${office}.ict.officer`), personId(office, 'ict-clerk')];
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const letterId = await put({ office, posts: ['ict-officer', 'ict-clerk'], personId: clerk });
    await testApp.pool.query('update task set opened_at = $2 where letter_id = $1', [letterId, inHours(-n)]);
    ids.push(letterId);
  }
  const first = ok(await officer.get<InboxAnswer>('/tasks/taken?limit=2'));
  expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
  const second = ok(await officer.get<InboxAnswer>(`/tasks/taken?limit=2&cursor=${first.nextCursor}`));
  expect([...lettersOf(first), ...lettersOf(second)]).toEqual(ids);
});

test("another office's tasks, and those beyond the reader's clearance, are neither listed nor counted", async () => {
  await put({ office: 'khonkaen', posts: ['hr-officer'] });
  await put({ office: 'suratthani', posts: ['hr-officer'], secrecy: 'secret' });
  const nothing = { items: [], total: 0, counts: { all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0 } };
  expect(await inbox(await signIn(testApp, 'suratthani.hr.officer'))).toMatchObject(nothing);
  expect(await inbox(await signIn(testApp, 'ops.ict.officer'))).toMatchObject(nothing);
  const secret = await put({ office: 'suratthani', posts: ['governor'], secrecy: 'secret', subject: 'เรื่องลับ' });
  expect((await inbox(await signIn(testApp, 'suratthani.governor'))).items).toMatchObject([{ letterId: secret, subject: 'เรื่องลับ', secrecy: 'secret' }]);
});

test('a post that signs by delegation has the signatures of its kinds, and no other task', async () => {
  const [sign, work] = [await put({ office: 'ops', posts: ['permanent-secretary'], kind: 'sign' }), await put({ office: 'ops', posts: ['permanent-secretary'] })];
  const deputy = await signIn(testApp, 'ops.deputy-ps-1');
  const { items } = await inbox(deputy);
  expect(items).toMatchObject([{ letterId: sign, capacity: 'delegated' }]);
  expect(lettersOf(await inbox(await signIn(testApp, 'ops.permanent-secretary')))).toEqual(expect.arrayContaining([sign, work]));
});
