import type { z } from 'zod';
import type { supervisionPageSchema } from '#domain/contracts/supervision';
import { personId } from '#db/seeds/demo';
import { postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { listLetter, listTask, listTransition, type ListedLetter } from '#test/support/listed-letters';
import { actor, openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Page = z.output<typeof supervisionPageSchema>;

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  // Monday morning: a day of working time ends on Tuesday at the same hour.
  testApp.moveClock(Date.parse('2027-02-01T03:00:00.000Z') - Date.now());
  // A head who supervises nothing but the own group, and a group whose head is no supervisor.
  await testApp.pool.query(`update post set roles = '{head}' where code = 'strategy-head'`);
}, 120_000);
afterAll(() => testApp.close());

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(testApp.deps.now().getTime() + hours * HOUR).toISOString();
type Late = Partial<ListedLetter> & { readonly posts?: readonly string[]; readonly openedAt?: string; readonly nodeName?: string };
/** A letter of a province with one open task since yesterday, due so many hours from now. */
async function late(office: string, hours: number | null, { posts = ['strategy-officer'], openedAt = inHours(-20), nodeName, ...letter }: Late = {}): Promise<string> {
  const letterId = await listLetter(testApp.pool, { office, ownerUnit: 'strategy', ...letter });
  await listTask(testApp.pool, { letterId, office, posts, dueAt: hours === null ? null : inHours(hours), openedAt, ...(nodeName === undefined ? {} : { nodeName }) });
  return letterId;
}
const NOTHING = { open: 0, overdue: 0, dueSoon: 0, atRest: 0, held: 0 };
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
  expect(page).toMatchObject({
    total: 2, nextCursor: null, counts: { open: 5, overdue: 1, dueSoon: 1, atRest: 0, held: 1 },
    groups: [{ key: unitId('lopburi', 'strategy'), open: 5, overdue: 1, dueSoon: 1, atRest: 0, held: 1 }],
  });
  expect(page.items[1]).toMatchObject({
    taskId: 't1', rev: 1, kind: 'work', nodeName: { th: 'ดำเนินการ', en: 'Work' }, subject: 'ขอให้รายงานผล', letterNo: 'ลบ 0017/1', receiveNo: '12', urgency: 'urgent', isOverdue: false,
    posts: [{ code: 'strategy-officer' }], persons: [{ id: personId('lopburi', 'strategy-officer') }], unit: { code: 'strategy' }, can: ['remind', 'reassign', 'extend', 'hold'], late: null, isHeld: false, takeBackToken: null,
  });
  // Due on Sunday before dawn: since then the office has worked from half past eight to ten on Monday.
  expect(page.items[0]).toMatchObject({ isOverdue: true, late: { days: 0, minutes: 90 } });
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
  expect(await board(await signIn(testApp, 'chonburi.office-head'))).toEqual({ items: [], total: 0, nextCursor: null, counts: NOTHING, groups: [] });
});

test('a head sees the tasks of the own group only, also in the counts', async () => {
  const own = await late('udonthani', -2);
  await late('udonthani', -2, { ownerUnit: 'ict', posts: ['ict-officer'] });
  const page = await board(await signIn(testApp, 'udonthani.strategy.head'));
  expect(lettersOf(page)).toEqual([own]);
  expect(page).toMatchObject({ total: 1, counts: { ...NOTHING, open: 1, overdue: 1 }, groups: [{ key: unitId('udonthani', 'strategy') }] });
  expect(page.items[0]?.can).toEqual(['remind', 'reassign', 'extend', 'hold']);
});

test('a classified letter is neither shown, found nor counted for a supervisor who has no part in it', async () => {
  const secret = await late('suratthani', -2, { secrecy: 'secret', subject: 'เรื่องปกปิด' });
  const supervisor = await signIn(testApp, 'suratthani.office-head');
  const nothing = { items: [], total: 0, counts: NOTHING, groups: [] };
  expect(await board(supervisor)).toMatchObject(nothing);
  expect(await board(supervisor, `?q=${encodeURIComponent('ปกปิด')}`)).toMatchObject(nothing);
  for (const groupBy of ['person', 'step', 'correspondent']) expect(await board(supervisor, `?state=open&groupBy=${groupBy}`)).toMatchObject(nothing);
  // A part in it and clearance show it.
  await insertRows(testApp.pool, 'letter_reader', [{ letter_id: secret, post_id: postId('suratthani', 'office-head'), why: 'task', since: inHours(-1) }]);
  expect(await board(supervisor)).toMatchObject({ total: 1, counts: { overdue: 1, dueSoon: 0, open: 1 }, items: [{ letterId: secret, subject: 'เรื่องปกปิด' }] });
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
  expect(ofUnit.groups).toHaveLength(2);
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

test('due soon means within a day of working time: over a weekend until Monday', async () => {
  const monday = await late('chiangmai', 3, { posts: ['hr-officer'], ownerUnit: 'hr' });
  const tuesday = await late('chiangmai', 23.9, { posts: ['hr-officer'], ownerUnit: 'hr' });
  await late('chiangmai', 24.1, { posts: ['hr-officer'], ownerUnit: 'hr' });
  const query = `?state=dueSoon&unitId=${unitId('chiangmai', 'hr')}`;
  const page = await board(await signIn(testApp, 'chiangmai.office-head'), query);
  expect(lettersOf(page)).toEqual([monday, tuesday]);
  expect(page.counts.dueSoon).toBe(2);
});

test('at rest is what nobody has acted on for so many working days; a reminder is no act, an act in another branch is none here', async () => {
  const office = 'nakhonpathom';
  const old = inHours(-24 * 14);
  const resting = await late(office, null, { openedAt: old });
  const acted = await late(office, null, { openedAt: old });
  const reminded = await late(office, null, { openedAt: inHours(-24 * 15) });
  await late(office, null, { openedAt: inHours(-24 * 6) });
  await listTransition(testApp.pool, { letterId: acted, office, post: 'strategy-officer', at: inHours(-30) });
  await listTransition(testApp.pool, { letterId: reminded, office, post: 'office-head', at: inHours(-30), type: 'remind' });
  await listTransition(testApp.pool, { letterId: resting, office, post: 'ict-officer', at: inHours(-30), taskId: 't2' });
  const head = await signIn(testApp, `${office}.office-head`);
  const page = await board(head, '?state=atRest');
  expect(lettersOf(page)).toEqual([reminded, resting]);
  expect(page.counts).toMatchObject({ atRest: 2, open: 4 });
  expect(page.items[1]).toMatchObject({ restSince: old, rest: { days: 10, minutes: 0 } });
  expect((await board(head, '?state=atRest&restDays=4')).total).toBe(3);
  const first = await board(head, '?state=atRest&limit=1');
  expect(lettersOf(await board(head, `?state=atRest&limit=1&cursor=${first.nextCursor ?? ''}`))).toEqual([resting]);
});

test('a held letter is neither late nor at rest, and can only be resumed', async () => {
  const held = await late('nakhonsawan', -50, { status: 'held', openedAt: inHours(-24 * 30) });
  const page = await board(await signIn(testApp, 'nakhonsawan.office-head'), '?state=held');
  expect(page).toMatchObject({ total: 1, counts: { ...NOTHING, open: 1, held: 1 } });
  expect(page.items[0]).toMatchObject({ letterId: held, isHeld: true, isOverdue: false, late: null, can: ['resume'] });
});

test('the board is narrowed and grouped by person, step and correspondent; every group counts what its filter lists', async () => {
  const office = 'phitsanulok';
  await late(office, -2, { nodeName: 'เสนอพิจารณา', fromText: 'เทศบาลเมืองชลบุรี' });
  await late(office, -3, { posts: ['strategy-officer', 'ict-officer'], fromText: 'อำเภอบางละมุง' });
  await late(office, 4, { posts: ['ict-officer'], fromText: 'อำเภอบางละมุง' });
  await late(office, -4, { direction: 'outgoing', toText: 'อธิบดีกรมการปกครอง', posts: ['strategy-head'] });
  const head = await signIn(testApp, `${office}.office-head`);
  const names: { readonly [groupBy: string]: string } = { unit: 'unitId', person: 'personId', step: 'step', correspondent: 'correspondent' };
  for (const [groupBy, filter] of Object.entries(names)) {
    const { groups } = await board(head, `?groupBy=${groupBy}`);
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups) {
      const narrowed = await board(head, `?groupBy=${groupBy}&state=open&${filter}=${encodeURIComponent(group.key)}`);
      const { key: _key, name: _name, ...figures } = group;
      expect({ groupBy, name: group.name.th, total: narrowed.total, counts: narrowed.counts }).toEqual({ groupBy, name: group.name.th, total: group.open, counts: figures });
      expect(narrowed.groups).toEqual(groups);
    }
  }
  const persons = (await board(head, '?groupBy=person')).groups.map(({ key, overdue }) => [key, overdue]);
  expect(persons).toContainEqual([personId(office, 'strategy-officer'), 2]);
  expect((await board(head, `?correspondent=${encodeURIComponent('อธิบดีกรมการปกครอง')}`)).total).toBe(1);
});

test('who was reminded, when and by whom stands with the task', async () => {
  const office = 'phuket';
  const letterId = await late(office, -2, { posts: ['ict-officer'], ownerUnit: 'ict' });
  const at = inHours(-1);
  await insertRows(testApp.pool, 'reminder', [{
    person_id: personId(office, 'ict-officer'), day: '2027-02-01', letter_id: letterId, task_id: 't1', notice_id: letterId, by_person_id: personId(office, 'office-head'),
    by_post_id: postId(office, 'office-head'), reason: 'โปรดเร่ง', at,
  }]);
  const page = await board(await signIn(testApp, `${office}.office-head`), `?unitId=${unitId(office, 'ict')}`);
  expect(page.items[0]?.reminders).toEqual([expect.objectContaining({ at, person: expect.objectContaining({ id: personId(office, 'ict-officer') }), by: expect.objectContaining({ id: personId(office, 'office-head') }) })]);
});

test('a branch that one has just passed on oneself can be taken back from the board', async () => {
  const office = 'songkhla';
  const letterId = await late(office, -2, { posts: ['hr-officer'], ownerUnit: 'hr' });
  const passedOn = { personId: personId(office, 'office-head'), postId: postId(office, 'office-head'), node: 'n', lastActor: null };
  await testApp.pool.query(`update letter set state = $2 where id = $1`, [letterId, JSON.stringify({ tasks: { t1: { token: 'k1' } }, tokens: { k1: { passedOn } } })]);
  const query = `?unitId=${unitId(office, 'hr')}`;
  expect((await board(await signIn(testApp, `${office}.office-head`), query)).items[0]).toMatchObject({ takeBackToken: 'k1', can: ['remind', 'reassign', 'extend', 'hold', 'takeBack'] });
  expect((await board(await signIn(testApp, `${office}.hr.head`), query)).items[0]).toMatchObject({ takeBackToken: null, can: ['remind', 'reassign', 'extend', 'hold'] });
});
