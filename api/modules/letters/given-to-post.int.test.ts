/** A letter given to a post: its holder works on it and reports; who may not be given it is refused. */
import { randomUUID } from 'node:crypto';
import type { Secrecy } from '#domain/letter/vocabulary';
import type { LetterAccess } from '#db/repositories/letter-access';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import { act, intakeBody, ok, page, taskOn, type Done, type InboxAnswer } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';
import { toPicks } from './picks';

jest.setTimeout(120_000);
let live: LiveApp;
let clerk: Person;
let head: Person;
let officer: Person;
let colleague: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [clerk, head, officer, colleague] = await Promise.all(
    ['lopburi.registry.clerk', 'lopburi.office-head', 'lopburi.strategy.officer', 'lopburi.ict.officer'].map((login) => signIn(live, login)),
  ) as [Person, Person, Person, Person];
});
afterAll(() => live.close());

const OFFICER = postId('lopburi', 'strategy-officer');
const COLLEAGUE = postId('lopburi', 'ict-officer');
/** News stays with the head of office, who directs it. */
const atHead = async (): Promise<string> => ok(await clerk.post<Done>('/letters', await intakeBody(clerk, { kind: 'news_release' }))).letterId;
const direct = (letterId: string, picks: readonly object[], more: object = {}) => act(head, letterId, { outcome: 'assign', action: 'assigned', note: 'มอบดำเนินการ', picks, due: { unit: 'workingDays', amount: 3 }, ...more });
const inboxOf = async (person: Person): Promise<readonly string[]> => ok(await person.get<InboxAnswer>('/tasks')).items.map(({ letterId }) => letterId);

test('its holder finds it in the inbox with the date and the words of whoever gave it, reports, and the letter is closed', async () => {
  const letterId = await atHead();
  expect(await officer.get(`/letters/${letterId}`)).toMatchObject({ statusCode: 404 });
  ok(await direct(letterId, [{ postId: OFFICER, role: 'main' }, { postId: COLLEAGUE, role: 'info' }, { unitId: unitId('lopburi', 'hr'), role: 'info' }]));
  const seen = await page(officer, letterId);
  expect(seen.endorsements.at(-1)).toMatchObject({ action: 'assigned', toUnits: [{ code: 'hr' }], toPosts: [{ code: 'strategy-officer' }, { code: 'ict-officer' }] });
  expect(seen.assignments).toMatchObject([
    { unit: { code: 'strategy' }, post: { code: 'strategy-officer' }, role: 'main', dueAt: expect.any(String), receiveNo: null },
    { unit: { code: 'ict' }, post: { code: 'ict-officer' }, role: 'info' }, { unit: { code: 'hr' }, post: null, role: 'info' },
  ]);
  expect(seen.myTasks).toMatchObject([{ kind: 'work', askedNote: 'มอบดำเนินการ', dueAt: expect.any(String), form: { outcomes: [{ code: 'done' }, { code: 'answered' }, { code: 'onward' }, { code: 'reject' }] } }]);
  expect(seen.routes.map(({ post }) => post?.code ?? null)).toEqual([null, 'strategy-officer', 'ict-officer', null]);
  expect(await inboxOf(colleague)).toContain(letterId);
  expect(await act(officer, letterId, { outcome: 'done' })).toMatchObject({ statusCode: 422, body: { code: 'NOTE_REQUIRED' } });
  ok(await act(officer, letterId, { outcome: 'done', note: 'เผยแพร่ข่าวแล้ว' }));
  const report = (await page(head, letterId)).myTasks;
  expect(report).toMatchObject([{ nodeName: { en: 'Whoever gave it considers the report' } }]);
  ok(await act(head, letterId, { outcome: 'approve' }));
  const closed = await page(head, letterId);
  expect(closed).toMatchObject({ status: 'ended', outcome: 'closed' });
  // What has ended is drawn by the route that it ran, each post's apart from its unit's.
  expect(closed.routes.map(({ post, unit }) => post?.code ?? unit?.code ?? null)).toEqual([null, 'strategy-officer', 'ict-officer', 'hr']);
  expect(closed.timeline.map(({ note }) => note)).toContain('เผยแพร่ข่าวแล้ว');
});

test('whoever acts for the post gets it at once', async () => {
  const letterId = await atHead();
  ok(await direct(letterId, [{ postId: OFFICER, role: 'main' }]));
  const { rows } = await live.pool.query<{ id: string }>(
    `insert into appointment (person_id, post_id, capacity, own_post_id, order_no, valid_from) values ($1, $2, 'acting_for', $3, '9/2569', now() - interval '1 hour') returning id`,
    [colleague.personId, OFFICER, COLLEAGUE],
  );
  try {
    expect(await inboxOf(colleague)).toContain(letterId);
  } finally {
    await live.pool.query('delete from appointment where id = $1', [rows[0]!.id]);
  }
});

test('handed back, it comes to whoever gave it, who directs anew', async () => {
  const letterId = await atHead();
  ok(await direct(letterId, [{ postId: OFFICER, role: 'main' }]));
  ok(await act(officer, letterId, { outcome: 'reject', note: 'มิใช่หน้าที่ของตำแหน่งนี้' }));
  expect(await taskOn(head, letterId)).toMatchObject({ kind: 'assign' });
  expect((await page(officer, letterId)).assignments).toMatchObject([{ outcome: 'returned', closedAt: expect.any(String) }]);
});

describe('is refused, and nothing changes,', () => {
  test.each<[string, readonly object[], string]>([
    ['for a post that there is not', [{ postId: randomUUID(), role: 'main' }], 'POST_UNKNOWN'],
    ["for another office's unit", [{ postId: OFFICER, role: 'main' }, { unitId: unitId('phuket', 'ict'), role: 'info' }], 'UNIT_UNKNOWN'],
    ["for another office's post", [{ postId: postId('phuket', 'strategy-officer'), role: 'main' }], 'POST_UNKNOWN'],
    ['for a unit named as a post', [{ postId: unitId('lopburi', 'ict'), role: 'main' }], 'POST_UNKNOWN'],
    ['for the post in which it is directed', [{ postId: postId('lopburi', 'office-head'), role: 'main' }], 'ASSIGN_PICK_INVALID'],
    ['for one post twice', [{ postId: OFFICER, role: 'main' }, { postId: OFFICER, role: 'info' }], 'ASSIGN_PICK_INVALID'],
    ['for two who act', [{ postId: OFFICER, role: 'main' }, { unitId: unitId('lopburi', 'ict'), role: 'main' }], 'ASSIGN_PICK_INVALID'],
    ['where nobody is to act', [{ postId: OFFICER, role: 'info' }], 'ASSIGN_MAIN_REQUIRED'],
  ])('%s', async (_what, picks, code) => {
    const letterId = await atHead();
    const before = await page(head, letterId);
    expect(await direct(letterId, picks)).toMatchObject({ statusCode: 422, body: { code, details: code === 'ASSIGN_MAIN_REQUIRED' ? {} : { field: 'picks' } } });
    expect(await page(head, letterId)).toMatchObject({ seq: before.seq, assignments: [], myTasks: [{ rev: before.myTasks[0]!.rev }] });
  });

  test('where a pick names both a unit and a post', async () => {
    const letterId = await atHead();
    expect(await direct(letterId, [{ unitId: unitId('lopburi', 'ict'), postId: OFFICER, role: 'main' }])).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  test('for a post that is not cleared for the class of the letter', async () => {
    const asked = (secrecy: Secrecy, post: string) =>
      // Of the letter only these three are looked at.
      toPicks(live.pool, { letter: { officeId: officeId('lopburi'), secrecy, facts: {} } as LetterAccess, at: new Date().toISOString() }, [{ postId: postId('lopburi', post), role: 'main' }]);
    await expect(asked('none', 'strategy-officer')).resolves.toMatchObject([{ unitId: unitId('lopburi', 'strategy'), postId: OFFICER, role: 'main' }]);
    await expect(asked('confidential', 'strategy-officer')).rejects.toMatchObject({ code: 'POST_NOT_CLEARED', details: { postId: OFFICER, field: 'picks' } });
    await expect(asked('secret', 'deputy-governor-1')).resolves.toHaveLength(1);
    await expect(asked('top_secret', 'deputy-governor-1')).rejects.toMatchObject({ code: 'POST_NOT_CLEARED' });
  });

  test('in an office that has no route for posts', async () => {
    const letterId = await atHead();
    const { rows } = await live.pool.query<{ table: object }>(`delete from route_table where office_id = $1 and scope = 'post' returning "table"`, [officeId('lopburi')]);
    try {
      expect(await direct(letterId, [{ postId: OFFICER, role: 'main' }])).toMatchObject({ statusCode: 422, body: { code: 'POST_ROUTE_MISSING', details: { field: 'picks' } } });
    } finally {
      await live.pool.query(`insert into route_table (office_id, scope, "table") values ($1, 'post', $2)`, [officeId('lopburi'), JSON.stringify(rows[0]!.table)]);
    }
  });
});

test('the register names the post to which the letter went', async () => {
  const letterId = await atHead();
  ok(await direct(letterId, [{ postId: OFFICER, role: 'main' }]));
  const { numbers } = await page(head, letterId);
  const books = ok(await clerk.get<{ items: readonly { id: string; kind: string; yearBe: number }[] }>('/books')).items;
  const entries = await Promise.all(books.filter(({ kind }) => kind === 'receive').map(async ({ id }) =>
    ok(await clerk.get<{ items: readonly { printed: string; letterId: string | null; action: { units: readonly { en: string }[] } }[] }>(`/books/${id}/years/${Number(numbers[0]!.date.slice(0, 4)) + 543}/entries`)).items));
  const entry = entries.flat().find((each) => each.letterId === letterId && each.printed === numbers[0]!.printed);
  expect(entry?.action.units).toEqual([expect.objectContaining({ en: expect.stringContaining('Policy and plan analyst') })]);
});
