import type { z } from 'zod';
import type { supervisionPageSchema } from '#domain/contracts/supervision';
import { personId } from '#db/seeds/demo';
import { postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { listLetter, listTask, type ListedLetter } from '#test/support/listed-letters';
import { actor, openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Page = z.output<typeof supervisionPageSchema>;

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  // A head who supervises nothing but the own group, and a group whose head is no supervisor.
  await testApp.pool.query(`update post set roles = '{head}' where code = 'strategy-head'`);
}, 120_000);
afterAll(() => testApp.close());

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(testApp.deps.now().getTime() + hours * HOUR).toISOString();
/** A letter of a province with one open task, due so many hours from now. */
async function late(office: string, hours: number | null, { posts = ['strategy-officer'], ...letter }: Partial<ListedLetter> & { readonly posts?: readonly string[] } = {}): Promise<string> {
  const letterId = await listLetter(testApp.pool, { office, ownerUnit: 'strategy', ...letter });
  await listTask(testApp.pool, { letterId, office, posts, dueAt: hours === null ? null : inHours(hours) });
  return letterId;
}
const board = async (person: Person, query = ''): Promise<Page> => {
  const { statusCode, body } = await person.get<Page>(`/supervision${query}`);
  if (statusCode !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const lettersOf = ({ items }: Page): readonly string[] => items.map(({ letterId }) => letterId);

test('the board shows what is overdue and what is due within a day, the latest first, with whom it is and what may be done', async () => {
  const soon = await late('lopburi', 5, { urgency: 'urgent', letterNo: 'ลบ 0017/1', receiveNo: '12' });
  const overdue = await late('lopburi', -30);
  await late('lopburi', 48);
  await late('lopburi', null);
  await late('lopburi', -3, { status: 'held' });
  const page = await board(await signIn(testApp, 'lopburi.office-head'));
  expect(lettersOf(page)).toEqual([overdue, soon]);
  expect(page).toMatchObject({ total: 2, nextCursor: null, counts: { overdue: 1, dueSoon: 1 }, byUnit: [{ unit: { code: 'strategy' }, overdue: 1, dueSoon: 1 }] });
  expect(page.items[1]).toMatchObject({
    taskId: 't1', rev: 1, kind: 'work', nodeName: { th: 'ดำเนินการ', en: 'Work' }, subject: 'ขอให้รายงานผล', letterNo: 'ลบ 0017/1', receiveNo: '12', urgency: 'urgent', isOverdue: false,
    posts: [{ code: 'strategy-officer' }], persons: [{ id: personId('lopburi', 'strategy-officer') }], unit: { code: 'strategy' }, can: ['reassign', 'extend'],
  });
});

test('with whom it is follows absence and succession', async () => {
  const letterId = await late('phuket', -1, { posts: ['strategy-head'] });
  const supervisor = await signIn(testApp, 'phuket.office-head');
  await insertRows(testApp.pool, 'absence', [{ person_id: personId('phuket', 'strategy-head'), from_at: inHours(-24), to_at: inHours(24), kind: 'leave' }]);
  const page = await board(supervisor);
  expect(lettersOf(page)).toEqual([letterId]);
  expect(page.items[0]?.persons.map(({ id }) => id)).toEqual([personId('phuket', 'strategy-officer')]);
});

test('a task that one of a group has taken is with that person alone', async () => {
  const letterId = await listLetter(testApp.pool, { office: 'chiangmai', ownerUnit: 'ict' });
  await listTask(testApp.pool, { letterId, office: 'chiangmai', posts: ['ict-officer', 'ict-clerk'], personId: personId('chiangmai', 'ict-clerk'), dueAt: inHours(-1) });
  const page = await board(await signIn(testApp, 'chiangmai.office-head'));
  expect(page.items[0]?.persons.map(({ id }) => id)).toEqual([personId('chiangmai', 'ict-clerk')]);
});

test("the board is nobody's who supervises nothing", async () => {
  const officer = await actor(testApp, { role: 'officer', office: 'lopburi', unit: 'strategy' });
  expect(await officer.get('/supervision')).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
});

test("another office's late letters are neither shown nor counted", async () => {
  await late('songkhla', -2);
  expect(await board(await signIn(testApp, 'chonburi.office-head'))).toEqual({ items: [], total: 0, nextCursor: null, counts: { overdue: 0, dueSoon: 0 }, byUnit: [] });
});

test('a head sees the tasks of the own group only, also in the counts', async () => {
  const own = await late('udonthani', -2);
  await late('udonthani', -2, { ownerUnit: 'ict', posts: ['ict-officer'] });
  const page = await board(await signIn(testApp, 'udonthani.strategy.head'));
  expect(lettersOf(page)).toEqual([own]);
  expect(page).toMatchObject({ total: 1, counts: { overdue: 1, dueSoon: 0 }, byUnit: [{ unit: { code: 'strategy' } }] });
  expect(page.items[0]?.can).toEqual(['reassign', 'extend']);
});

test('a classified letter is neither shown, found nor counted for a supervisor who has no part in it', async () => {
  const secret = await late('suratthani', -2, { secrecy: 'secret', subject: 'เรื่องปกปิด' });
  const supervisor = await signIn(testApp, 'suratthani.office-head');
  const nothing = { items: [], total: 0, counts: { overdue: 0, dueSoon: 0 }, byUnit: [] };
  expect(await board(supervisor)).toMatchObject(nothing);
  expect(await board(supervisor, `?q=${encodeURIComponent('ปกปิด')}`)).toMatchObject(nothing);
  // A part in it and clearance show it.
  await insertRows(testApp.pool, 'letter_reader', [{ letter_id: secret, post_id: postId('suratthani', 'office-head'), why: 'task', since: inHours(-1) }]);
  expect(await board(supervisor)).toMatchObject({ total: 1, counts: { overdue: 1, dueSoon: 0 }, items: [{ letterId: secret, subject: 'เรื่องปกปิด' }] });
});

test('the board is narrowed by state, unit, post, urgency and text; the counts let one choose again', async () => {
  const ict = await late('khonkaen', -2, { ownerUnit: 'ict', posts: ['ict-officer'], urgency: 'most_urgent', subject: 'ขอข้อมูลเครือข่าย' });
  const strategy = await late('khonkaen', 3);
  const head = await signIn(testApp, 'khonkaen.office-head');
  const both = { overdue: 1, dueSoon: 1 };
  expect(await board(head, '?state=overdue')).toMatchObject({ total: 1, counts: both, items: [{ letterId: ict }] });
  expect(await board(head, '?state=dueSoon')).toMatchObject({ total: 1, counts: both, items: [{ letterId: strategy }] });
  const ofUnit = await board(head, `?unitId=${unitId('khonkaen', 'ict')}`);
  expect(ofUnit).toMatchObject({ total: 1, counts: { overdue: 1, dueSoon: 0 }, items: [{ letterId: ict }] });
  expect(ofUnit.byUnit).toHaveLength(2);
  expect(lettersOf(await board(head, `?postId=${postId('khonkaen', 'strategy-officer')}`))).toEqual([strategy]);
  expect(lettersOf(await board(head, '?urgency=most_urgent'))).toEqual([ict]);
  expect(lettersOf(await board(head, `?q=${encodeURIComponent('เครือข่าย')}`))).toEqual([ict]);
  expect(lettersOf(await board(head, `?q=${encodeURIComponent('%')}`))).toEqual([]);
});

test('pages follow each other with the total; a cursor of another list is refused', async () => {
  const due = [await late('phetchaburi', -5), await late('phetchaburi', -4), await late('phetchaburi', -3)];
  const head = await signIn(testApp, 'phetchaburi.office-head');
  const first = await board(head, '?limit=2');
  expect(first).toMatchObject({ total: 3 });
  const second = await board(head, `?limit=2&cursor=${first.nextCursor ?? ''}`);
  expect([...lettersOf(first), ...lettersOf(second)]).toEqual(due);
  expect(second.nextCursor).toBeNull();
  const foreign = Buffer.from(JSON.stringify(['x', 'y', 'z'])).toString('base64url');
  expect(await head.get(`/supervision?cursor=${foreign}`)).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
});
