import { randomUUID } from 'node:crypto';
import { bookId } from '#db/seeds/insert-offices';
import { personId } from '#db/seeds/demo';
import { insertRows } from '#db/seeds/insert-rows';
import type { BookCheck } from '#domain/contracts/book-check';
import { listEntry, listLetter } from '#test/support/listed-letters';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

let testApp: TestApp;
let clerk: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  clerk = await signIn(testApp, 'lopburi.registry.clerk');
}, 120_000);
afterAll(() => testApp.close());

const check = (person: Person, yearBe: number, book = 'receive') => person.get<BookCheck>(`/books/${bookId('lopburi', book)}/years/${yearBe}/check`);
const numbers = (body: BookCheck): Record<string, readonly number[]> => Object.fromEntries(body.findings.map(({ kind, items }) => [kind, items.map(({ no }) => no)]));
const faults = (body: BookCheck): readonly string[] => body.findings.filter(({ isFault }) => isFault).map(({ kind }) => kind);
const dated = (yearBe: number, no: number, date: string) => testApp.pool.query('update register_entry set entry_date = $3 where book_id = $4 and year_be = $1 and no = $2', [yearBe, no, date, bookId('lopburi', 'receive')]);

/** Numbers taken together without a letter. */
async function block(yearBe: number, kind: 'reserved' | 'outage', nos: readonly number[], untilDay: string): Promise<void> {
  const id = randomUUID();
  await insertRows(testApp.pool, 'number_block', [{ id, book_id: bookId('lopburi', 'receive'), year_be: yearBe, kind, first_no: nos[0], last_no: nos.at(-1), until_day: untilDay, reason: 'งานด่วน', made_at: '2018-11-23T03:00:00Z' }]);
  await testApp.pool.query('update register_entry set block_id = $1 where book_id = $2 and year_be = $3 and no = any($4)', [id, bookId('lopburi', 'receive'), yearBe, nos]);
}

test('a sound year has nothing to explain, and lists its cancelled numbers with the reason', async () => {
  const letterId = await listLetter(testApp.pool, { office: 'lopburi' });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2550, no: 1, letterId });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2550, no: 2, status: 'cancelled', cancelReason: 'ลงซ้ำ', personId: personId('lopburi', 'registry-clerk') });
  const { body, statusCode } = await check(clerk, 2550);
  expect(statusCode).toBe(200);
  expect(body).toMatchObject({ firstNo: 1, lastNo: 2, entries: 2, yearBe: 2550 });
  expect(faults(body)).toEqual([]);
  expect(body.findings).toMatchObject([{ kind: 'cancelled', total: 1, items: [{ no: 2, reason: 'ลงซ้ำ', person: { id: clerk.personId } }] }]);
});

test('gaps within and at both ends are told as runs; numbers of the paper book are none', async () => {
  for (const no of [3, 4, 7]) await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2551, no });
  await testApp.pool.query('update number_counter set last_no = 9 where book_id = $1 and year_be = 2551', [bookId('lopburi', 'receive')]);
  const gaps = async () => (await check(clerk, 2551)).body.findings.find(({ kind }) => kind === 'gap')?.items.map(({ no, toNo }) => [no, toNo]);
  expect(await gaps()).toEqual([[1, 2], [5, 6], [8, 9]]);
  await testApp.pool.query('update number_counter set first_no = 3 where book_id = $1 and year_be = 2551', [bookId('lopburi', 'receive')]);
  expect(await gaps()).toEqual([[5, 6], [8, 9]]);
});

test('a year that was opened and not used has nothing in it', async () => {
  await testApp.pool.query('insert into number_counter (book_id, year_be, last_no, first_no) values ($1, 2569, 0, 1) on conflict do nothing', [bookId('lopburi', 'certificate')]);
  expect((await check(clerk, 2569, 'certificate')).body).toMatchObject({ entries: 0, findings: [] });
});

test('dates out of order, of another year, and twofold numbers are told; filled reservations and the outage are listed instead', async () => {
  const same = { office: 'lopburi', fromText: 'กรมการปกครอง', theirNo: 'มท 0307/9', theirDate: '2009-11-01' };
  const twice = await listLetter(testApp.pool, same);
  const again = await listLetter(testApp.pool, same);
  for (const no of [1, 2, 3, 4, 5, 6, 7]) await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2552, no, ...(no === 1 ? { letterId: twice } : no === 2 ? { letterId: again } : {}) });
  await dated(2552, 4, '2009-11-20');
  await dated(2552, 5, '2009-11-19');
  await dated(2552, 6, '2009-11-18');
  await dated(2552, 7, '2010-01-02');
  await block(2552, 'reserved', [5], '2009-11-19');
  await block(2552, 'outage', [6], '2009-11-18');
  const { body } = await check(clerk, 2552);
  expect(numbers(body)).toEqual({ duplicateSource: [1, 2], dateOrder: [4], wrongYear: [7], filled: [5], outage: [6] });
  expect(body.findings.find(({ kind }) => kind === 'dateOrder')?.items[0]).toMatchObject({ date: '2009-11-20', against: '2009-11-23' });
});

test('one letter with two numbers, numbers without a reason, and reservations left open are told', async () => {
  const letterId = await listLetter(testApp.pool, { office: 'lopburi' });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2553, no: 1, letterId });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2553, no: 2 });
  await testApp.pool.query(`update register_entry set letter_id = $1, number_key = 'again' where book_id = $2 and year_be = 2553 and no = 2`, [letterId, bookId('lopburi', 'receive')]);
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2553, no: 3, status: 'cancelled' });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2553, no: 4, status: 'reserved', reason: 'งานด่วน', personId: clerk.personId });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2553, no: 5, status: 'reserved', reason: 'งานด่วน', personId: clerk.personId });
  await block(2553, 'reserved', [5], '2199-12-31');
  expect(numbers((await check(clerk, 2553)).body)).toEqual({ duplicateLetter: [1, 2], unexplained: [3], overdue: [4], reserved: [5], cancelled: [3] });
});

test('of letters that the reader may not know neither likeness nor reason is told', async () => {
  const same = { office: 'lopburi', fromText: 'กองบัญชาการลับ', theirNo: 'กห 1/1', theirDate: '2011-11-01' };
  const hidden = await listLetter(testApp.pool, { ...same, secrecy: 'secret', ownerUnit: 'strategy' });
  const open = await listLetter(testApp.pool, same);
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2554, no: 1, letterId: hidden });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2554, no: 2, letterId: open });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2554, no: 3, letterId: await listLetter(testApp.pool, { ...same, theirNo: 'กห 1/2', secrecy: 'secret', ownerUnit: 'strategy' }), status: 'cancelled', cancelReason: 'ชื่อปฏิบัติการ', personId: clerk.personId });
  const { body } = await check(clerk, 2554);
  expect(numbers(body)).toEqual({ cancelled: [3] });
  expect(body.findings[0]?.items[0]).toMatchObject({ reason: '', letterId: null, person: null, at: null });
});

test("another office's book, a secret one and a year that is not there are refused as the register itself", async () => {
  expect((await check(await signIn(testApp, 'chonburi.registry.clerk'), 2550)).statusCode).toBe(404);
  expect((await check(clerk, 2569, 'secret-receive')).statusCode).toBe(404);
  expect(await check(clerk, 2449)).toMatchObject({ statusCode: 404, body: { code: 'BOOK_YEAR_UNKNOWN' } });
  expect((await check(clerk, 99)).statusCode).toBe(400);
});
