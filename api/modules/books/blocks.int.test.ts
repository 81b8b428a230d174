import { randomUUID } from 'node:crypto';
import type { BlockPage, NumberBlock } from '#domain/contracts/number-blocks';
import { bookId } from '#db/seeds/insert-offices';
import { yearBe } from '#domain/thai/dates';
import { intakeBody, ok, ownPost } from '#test/support/letter-steps';
import { listLetter } from '#test/support/listed-letters';
import { actor, openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
let live: LiveApp;
let clerk: Person;
let year: number;
beforeAll(async () => {
  live = await openLiveApp();
  clerk = await signIn(live, 'lopburi.registry.clerk');
  year = yearBe(live.deps.now().toISOString());
});
afterAll(() => live.close());

const at = (book: string, rest = '', { office = 'lopburi', inYear = year } = {}) => `/books/${bookId(office, book)}/years/${inYear}/blocks${rest}`;
const ask = (more: object = {}) => ({ id: randomUUID(), kind: 'reserved', count: 2, reason: 'รอลงนามเรื่องด่วน', ...more });
const reserve = async (book: string, more: object = {}): Promise<NumberBlock> => ok(await clerk.post<BlockPage>(at(book), ask(more))).items[0]!;
const code = ({ statusCode, body }: { readonly statusCode: number; readonly body: unknown }) => [statusCode, (body as { code?: string }).code];

test('the registry reserves the next numbers with reason and for whom; asking again for want of an answer reserves nothing twice', async () => {
  const body = ask({ forWhom: 'ห้องผู้ว่าราชการจังหวัด' });
  const first = ok(await clerk.post<BlockPage>(at('announcement'), body));
  const again = ok(await clerk.post<BlockPage>(at('announcement'), body));
  expect(again.items).toEqual(first.items);
  expect(first).toMatchObject({ mayTake: true, isOpen: true, total: 1, items: [{ kind: 'reserved', firstNo: 1, lastNo: 2, forWhom: 'ห้องผู้ว่าราชการจังหวัด', isOverdue: false, madeBy: { id: clerk.personId } }] });
  expect(first.items[0]!.numbers).toMatchObject([{ no: 1, printed: `1/${year}`, status: 'reserved', isKept: false }, { no: 2, status: 'reserved' }]);
  const entries = ok(await clerk.get<{ items: readonly { no: number; status: string; remark: string }[] }>(`/books/${bookId('lopburi', 'announcement')}/years/${year}/entries?order=asc`));
  expect(entries.items.map(({ no, status, remark }) => [no, status, remark])).toEqual([[1, 'reserved', 'รอลงนามเรื่องด่วน'], [2, 'reserved', 'รอลงนามเรื่องด่วน']]);
});

test('a number asked for in a closed year is refused in words, and so is one of a year to come', async () => {
  for (const inYear of [year - 1, year + 1]) {
    expect(await clerk.post(at('send', '', { inYear }), ask())).toMatchObject({ statusCode: 409, body: { code: 'BOOK_YEAR_CLOSED', details: { yearBe: inYear, current: year } } });
  }
});

test("only the book's registry reserves: a head may look, an officer and another office may not know", async () => {
  const head = await signIn(live, 'lopburi.office-head');
  expect(ok(await head.get<BlockPage>(at('send')))).toMatchObject({ mayTake: false });
  expect(code(await head.post(at('send'), ask()))).toEqual([403, 'FORBIDDEN']);
  expect(code(await (await actor(live, { role: 'officer', office: 'lopburi', unit: 'strategy' })).get(at('send')))).toEqual([404, 'NOT_FOUND']);
  const elsewhere = await signIn(live, 'chonburi.registry.clerk');
  expect(code(await elsewhere.get(at('send')))).toEqual([404, 'NOT_FOUND']);
  expect(code(await elsewhere.post(at('send'), ask()))).toEqual([404, 'NOT_FOUND']);
  expect(code(await clerk.post(at('secret-send'), ask()))).toEqual([404, 'NOT_FOUND']);
});

test('a held book and a day outside of the year are refused, and nothing is reserved', async () => {
  expect(await clerk.post(at('certificate'), ask({ until: `${year - 543 + 1}-01-01` }))).toMatchObject({ statusCode: 422, body: { code: 'RESERVED_UNTIL_INVALID' } });
  await live.pool.query('update book set is_held = true where id = $1', [bookId('lopburi', 'certificate')]);
  expect(code(await clerk.post(at('certificate'), ask()))).toEqual([409, 'BOOK_HELD']);
  expect(ok(await clerk.get<BlockPage>(at('certificate'))).total).toBe(0);
});

test('a letter that the reader may not know is not named, though the number kept for it is shown', async () => {
  const block = await reserve('send');
  const open = await listLetter(live.pool, { office: 'lopburi', direction: 'outgoing', subject: 'ขอเชิญประชุม' });
  const secret = await listLetter(live.pool, { office: 'lopburi', direction: 'outgoing', subject: 'แผนลับ', secrecy: 'secret' });
  const keep = (nth: number, letterId: string | null) => clerk.send<NumberBlock>('PUT', at('send', `/${block.id}/numbers/${block.numbers[nth]!.id}/letter`), { letterId, reason: 'ลงนามบ่ายนี้' });
  expect(ok(await keep(0, open)).numbers[0]).toMatchObject({ isKept: true, letter: { id: open, subject: 'ขอเชิญประชุม' }, reason: 'ลงนามบ่ายนี้' });
  expect(code(await keep(1, secret))).toEqual([404, 'NOT_FOUND']);
  expect(code(await keep(1, open))).toEqual([409, 'NUMBER_GIVEN']);
  expect(code(await keep(1, await listLetter(live.pool, { office: 'chonburi', direction: 'outgoing' })))).toEqual([404, 'NOT_FOUND']);
  await live.pool.query('update register_entry set given_to = $2 where id = $1', [block.numbers[1]!.id, secret]);
  const shown = ok(await clerk.get<BlockPage>(at('send'))).items.find(({ id }) => id === block.id)!;
  expect(shown.numbers[1]).toMatchObject({ isKept: true, letter: null, reason: '' });
  expect(ok(await keep(0, null)).numbers[0]).toMatchObject({ isKept: false, letter: null });
});

test('what is left is cancelled with a reason, stays listed, and is found by the check', async () => {
  const block = await reserve('circular', { count: 3 });
  const cancel = (body: object) => clerk.post<NumberBlock>(at('circular', `/${block.id}/cancellation`), body);
  expect(ok(await cancel({ numbers: [2], reason: 'เปลี่ยนเป็นหนังสือภายใน' })).numbers.map(({ status }) => status)).toEqual(['reserved', 'cancelled', 'reserved']);
  expect(code(await cancel({ numbers: [2], reason: 'อีกครั้ง' }))).toEqual([409, 'NUMBER_NOT_RESERVED']);
  expect(ok(await cancel({ reason: 'ไม่มีหนังสือออก' })).numbers.map(({ status, reason }) => [status, reason])).toEqual([['cancelled', 'ไม่มีหนังสือออก'], ['cancelled', 'เปลี่ยนเป็นหนังสือภายใน'], ['cancelled', 'ไม่มีหนังสือออก']]);
  expect(ok(await clerk.get<BlockPage>(at('circular', '?openOnly=true'))).items).toEqual([]);
  expect(ok(await clerk.get<BlockPage>(at('circular'))).items).toHaveLength(1);
  const check = ok(await clerk.get<{ findings: readonly { kind: string; isFault: boolean; total: number }[] }>(`/books/${bookId('lopburi', 'circular')}/years/${year}/check`));
  expect(check.findings.map(({ kind, isFault, total }) => [kind, isFault, total])).toEqual([['cancelled', false, 3]]);
  expect(code(await clerk.post(at('send', `/${block.id}/cancellation`), { reason: 'ผิดเล่ม' }))).toEqual([404, 'NOT_FOUND']);
});

test('a letter is registered with a reserved number by whoever may; without that right the number is not to be known', async () => {
  const block = await reserve('receive');
  const start = (person: Person, body: object) => person.post<{ letterId: string; numbers: readonly { no: number; printed: string }[] }>('/letters', body, { 'idempotency-key': randomUUID() });
  const reserved = (nth: number) => intakeBody(clerk, { reserved: { entryId: block.numbers[nth]!.id } });
  const elsewhere = await signIn(live, 'chonburi.registry.clerk');
  expect(code(await start(elsewhere, { ...(await reserved(0)), postId: (await ownPost(elsewhere)).id }))).toEqual([409, 'NUMBER_NOT_RESERVED']);
  const { numbers } = ok(await start(clerk, await reserved(1)));
  expect(numbers).toMatchObject([{ no: block.lastNo }]);
  expect(code(await start(clerk, await reserved(1)))).toEqual([409, 'NUMBER_NOT_RESERVED']);
  expect(code(await start(clerk, await intakeBody(clerk, { reserved: { entryId: randomUUID() } })))).toEqual([409, 'NUMBER_NOT_RESERVED']);
  // Another letter goes on after the block, and its first number is still there.
  expect(ok(await start(clerk, await intakeBody(clerk))).numbers).toMatchObject([{ no: block.lastNo + 1 }]);
  expect(ok(await start(clerk, await reserved(0))).numbers).toMatchObject([{ no: block.firstNo }]);
});

test('a sheet is printed for the hours in which the system is down, keyed in with the real times, and the rest is cancelled', async () => {
  const block = await reserve('receive', { kind: 'outage', count: 3, reason: 'สำรองไว้ใช้ขณะระบบขัดข้อง' });
  expect(block).toMatchObject({ kind: 'outage', untilDay: `${year - 543}-12-31` });
  const usedAt = new Date().toISOString();
  const sheet = await clerk.get(at('receive', `/${block.id}/sheet`));
  expect([sheet.statusCode, sheet.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const start = async (reserved: object) => clerk.post<{ letterId: string; numbers: readonly { no: number }[] }>('/letters', await intakeBody(clerk, { reserved }), { 'idempotency-key': randomUUID() });
  expect(code(await start({ entryId: block.numbers[1]!.id }))).toEqual([422, 'USED_AT_REQUIRED']);
  expect(code(await start({ entryId: block.numbers[1]!.id, usedAt: '2026-01-05T02:00:00.000Z' }))).toEqual([422, 'USED_AT_OUTSIDE']);
  const { letterId, numbers } = ok(await start({ entryId: block.numbers[1]!.id, usedAt }));
  expect(numbers).toMatchObject([{ no: block.firstNo + 1 }]);
  const entries = ok(await clerk.get<{ items: readonly { no: number; block: string | null; takenAt: string; letterId: string | null; status: string }[] }>(`/books/${bookId('lopburi', 'receive')}/years/${year}/entries`)).items;
  expect(entries.find(({ no }) => no === block.firstNo + 1)).toMatchObject({ block: 'outage', takenAt: usedAt, letterId, status: 'issued' });
  ok(await clerk.post(at('receive', `/${block.id}/cancellation`), { reason: 'ระบบใช้ได้แล้ว' }));
  const check = ok(await clerk.get<{ findings: readonly { kind: string; items: readonly { no: number }[] }[] }>(`/books/${bookId('lopburi', 'receive')}/years/${year}/check`));
  expect(check.findings.find(({ kind }) => kind === 'outage')?.items.map(({ no }) => no)).toEqual([block.firstNo + 1]);
  expect(check.findings.filter(({ kind }) => kind === 'dateOrder' || kind === 'gap')).toEqual([]);
  // Nothing is left to print, and a block that was only reserved has no sheet.
  expect(code(await clerk.get(at('receive', `/${block.id}/sheet`)))).toEqual([409, 'NUMBER_NOT_RESERVED']);
  expect(code(await clerk.get(at('receive', `/${(await reserve('receive')).id}/sheet`)))).toEqual([404, 'NOT_FOUND']);
  expect(code(await (await signIn(live, 'lopburi.office-head')).get(at('receive', `/${block.id}/sheet`)))).toEqual([403, 'FORBIDDEN']);
});
