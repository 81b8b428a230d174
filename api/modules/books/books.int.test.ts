import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { bookListSchema, entryPageSchema } from '#domain/contracts/books';
import { personId } from '#db/seeds/demo';
import { bookId, officeId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { listEntry, listLetter } from '#test/support/listed-letters';
import { actor, openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Books = z.output<typeof bookListSchema>;
type Entries = z.output<typeof entryPageSchema>;

let testApp: TestApp;
let clerk: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  clerk = await signIn(testApp, 'lopburi.registry.clerk');
}, 120_000);
afterAll(() => testApp.close());

const entriesOf = (person: Person, book: string, yearBe: number, query = '', office = 'lopburi') =>
  person.get<Entries>(`/books/${bookId(office, book)}/years/${yearBe}/entries${query}`);
const kindsOf = async (person: Person): Promise<readonly string[]> => [...new Set((await person.get<Books>('/books')).body.items.map(({ kind }) => kind))].toSorted();

test('a registry clerk sees the books of the office, the secret ones aside, with the current year', async () => {
  const { statusCode, body } = await clerk.get<Books>('/books');
  expect(statusCode).toBe(200);
  expect(await kindsOf(clerk)).toEqual(['announcement', 'certificate', 'circular', 'order', 'receive', 'send']);
  expect(new Set(body.items.map(({ office }) => office.code))).toEqual(new Set(['lopburi']));
  const thisYear = new Date(testApp.deps.now().getTime() + 7 * 3_600_000).getUTCFullYear() + 543;
  expect(body.items.every(({ years }) => years.some(({ yearBe }) => yearBe === thisYear))).toBe(true);
});

test('secret books are shown to the secret registrar only, and to nobody else as even existing', async () => {
  const registrar = await signIn(testApp, 'lopburi.registry.secret');
  expect(await kindsOf(registrar)).toEqual(['secret_control', 'secret_receive', 'secret_send']);
  await listEntry(testApp.pool, { office: 'lopburi', book: 'secret-receive', yearBe: 2560, no: 1 });
  expect((await entriesOf(registrar, 'secret-receive', 2560)).statusCode).toBe(200);
  expect(await entriesOf(clerk, 'secret-receive', 2560)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  expect((await entriesOf(await signIn(testApp, 'lopburi.office-head'), 'secret-receive', 2560)).statusCode).toBe(404);
});

test('a secret registrar without clearance opens no secret book', async () => {
  const registrar = await signIn(testApp, 'chonburi.registry.secret');
  await listEntry(testApp.pool, { office: 'chonburi', book: 'secret-send', yearBe: 2560, no: 1 });
  expect((await entriesOf(registrar, 'secret-send', 2560, '', 'chonburi')).statusCode).toBe(200);
  await testApp.pool.query(`update person set clearance = 'none' where id = $1`, [personId('chonburi', 'secret-registrar')]);
  expect((await entriesOf(registrar, 'secret-send', 2560, '', 'chonburi')).statusCode).toBe(404);
  expect(await kindsOf(registrar)).toEqual([]);
});

test("another office's book is not to be known, nor is one that does not exist", async () => {
  expect((await entriesOf(clerk, 'receive', 2569, '', 'chonburi')).statusCode).toBe(404);
  expect((await clerk.get(`/books/${randomUUID()}/years/2569/entries`)).statusCode).toBe(404);
  expect((await entriesOf(await actor(testApp, { role: 'officer', office: 'lopburi', unit: 'strategy' }), 'receive', 2569)).statusCode).toBe(404);
});

test('a year that the book does not have is refused by its name', async () => {
  expect(await entriesOf(clerk, 'receive', 2550)).toMatchObject({ statusCode: 404, body: { code: 'BOOK_YEAR_UNKNOWN', details: { yearBe: 2550 }, message: 'This book has no year 2550.' } });
  expect(await entriesOf(clerk, 'receive', 99)).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
});

test('a receive register has the columns of its form, with the units in charge and the answer', async () => {
  const pool = testApp.pool;
  const letterId = await listLetter(pool, { office: 'lopburi', theirNo: 'มท 0210.2/77', theirDate: '2018-11-20', fromText: 'สำนักงานปลัดกระทรวงมหาดไทย', receiveNo: '1', urgency: 'urgent' });
  const answerId = await listLetter(pool, { office: 'lopburi', direction: 'outgoing', letterNo: 'ลบ 0017.2/9', letterDate: '2018-11-30', ownerUnit: 'strategy' });
  await insertRows(pool, 'letter_link', [{ from_letter_id: answerId, to_letter_id: letterId, kind: 'answers', created_at: '2018-11-25T00:00:00Z' }]);
  await insertRows(pool, 'assignment', (['strategy', 'ict'] as const).map((unit, index) => ({
    letter_id: letterId, frame_id: `f${index}`, unit_id: unitId('lopburi', unit), role: unit === 'strategy' ? 'main' : 'info', action: 'proceed', opened_at: '2018-11-23T04:00:00Z',
  })));
  await listEntry(pool, { office: 'lopburi', book: 'receive', yearBe: 2561, no: 1, letterId, personId: clerk.personId });
  const { body } = await entriesOf(clerk, 'receive', 2561);
  expect(body).toMatchObject({ total: 1, nextCursor: null, book: { kind: 'receive', office: { code: 'lopburi' } } });
  expect(body.items[0]).toMatchObject({
    no: 1, printed: '1', status: 'issued', entryDate: '2018-11-23', letterId, isHidden: false, letterNo: 'มท 0210.2/77', letterDate: '2018-11-20',
    fromText: 'สำนักงานปลัดกระทรวงมหาดไทย', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', subject: 'ขอให้รายงานผล', urgency: 'urgent', secrecy: 'none', letterStatus: 'running',
    action: { units: [{ en: 'Provincial development strategy group' }, { en: 'Information and communication group' }], answerNo: 'ลบ 0017.2/9', answerDate: '2018-11-30' },
    takenBy: { id: clerk.personId }, peers: [], anewNo: null, insteadOf: null,
  });
});

test("a send register shows each addressee with the number under which it was received there", async () => {
  const pool = testApp.pool;
  const letterId = await listLetter(pool, { office: 'lopburi', direction: 'outgoing', ownerUnit: 'strategy', letterNo: 'ลบ 0017.2/5', letterDate: '2018-11-23', toText: 'ปลัดกระทรวงมหาดไทย' });
  await insertRows(pool, 'delivery', [
    {
      id: randomUUID(), from_letter_id: letterId, from_office_id: officeId('lopburi'), to_office_id: officeId('ops'), to_address: null, role: 'lead', expect: 'reply', status: 'answered',
      sent_at: '2018-11-23T05:00:00Z', receive_no: '812', registered_at: '2018-11-23T06:00:00Z', acknowledged_at: null, answer_no: 'มท 0210.2/90', answered_at: '2018-11-29T18:00:00Z',
    },
    {
      id: randomUUID(), from_letter_id: letterId, from_office_id: officeId('lopburi'), to_office_id: null, to_address: JSON.stringify({ name: 'เทศบาลเมืองลพบุรี' }), role: 'info',
      expect: 'nothing', status: 'sent', sent_at: '2018-11-23T05:00:00Z', receive_no: null, registered_at: null, acknowledged_at: null, answer_no: null, answered_at: null,
    },
  ]);
  await listEntry(pool, { office: 'lopburi', book: 'send', yearBe: 2561, no: 5, letterId, printed: 'ลบ 0017.2/5' });
  const [row] = (await entriesOf(clerk, 'send', 2561)).body.items;
  expect(row).toMatchObject({
    letterNo: 'ลบ 0017.2/5', letterDate: '2018-11-23', fromText: 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด', toText: 'ปลัดกระทรวงมหาดไทย',
    action: { answerNo: 'มท 0210.2/90', answerDate: '2018-11-30' },
  });
  expect(row?.peers).toEqual(expect.arrayContaining([
    { name: 'สำนักงานปลัดกระทรวงมหาดไทย', status: 'answered', receiveNo: '812', registeredAt: '2018-11-23T06:00:00.000Z', acknowledgedAt: null },
    { name: 'เทศบาลเมืองลพบุรี', status: 'sent', receiveNo: null, registeredAt: null, acknowledgedAt: null },
  ]));
});

test('of a letter that the reader may not know the book shows its number and nothing else, and no search finds it', async () => {
  const pool = testApp.pool;
  const hidden = await listLetter(pool, { office: 'lopburi', secrecy: 'secret', subject: 'เรื่องปกปิด', fromText: 'กองบัญชาการลับ', theirNo: 'ลับ/7', ownerUnit: 'strategy' });
  const open = await listLetter(pool, { office: 'lopburi', subject: 'เรื่องเปิดเผย' });
  await listEntry(pool, { office: 'lopburi', book: 'receive', yearBe: 2562, no: 1, letterId: hidden, status: 'cancelled', cancelReason: 'เรื่องปกปิดซ้ำ', personId: clerk.personId });
  await listEntry(pool, { office: 'lopburi', book: 'receive', yearBe: 2562, no: 2, letterId: open });
  const { body } = await entriesOf(clerk, 'receive', 2562, '?order=asc');
  expect(body.total).toBe(2);
  expect(body.items.map(({ no, isHidden, letterId }) => ({ no, isHidden, letterId }))).toEqual([{ no: 1, isHidden: true, letterId: null }, { no: 2, isHidden: false, letterId: open }]);
  expect(body.items[0]).toMatchObject({
    letterNo: null, letterDate: null, fromText: '', toText: '', subject: null, isSealed: false, urgency: null, secrecy: null, letterStatus: null, remark: '', takenBy: null, cancelledBy: null,
    cancelledAt: null, peers: [], anewNo: null, insteadOf: null, action: { units: [], answerNo: null, answerDate: null },
  });
  for (const q of ['เรื่องปกปิด', 'กองบัญชาการลับ', 'ลับ/7']) {
    expect((await entriesOf(clerk, 'receive', 2562, `?q=${encodeURIComponent(q)}`)).body).toMatchObject({ total: 0, items: [] });
  }
  expect((await entriesOf(clerk, 'receive', 2562, `?q=${encodeURIComponent('เรื่อง')}`)).body).toMatchObject({ total: 1, items: [{ no: 2 }] });
});

test('of a sealed item the registry sees the envelope, and its subject is not searched', async () => {
  const sealed = await listLetter(testApp.pool, { office: 'lopburi', isSealed: true, subject: 'เรื่องในซอง', fromText: 'กรมการปกครอง', secrecy: 'none' });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2563, no: 1, letterId: sealed });
  const { body } = await entriesOf(clerk, 'receive', 2563);
  expect(body.items[0]).toMatchObject({ isHidden: false, isSealed: true, subject: null, secrecy: null, fromText: 'กรมการปกครอง' });
  expect((await entriesOf(clerk, 'receive', 2563, `?q=${encodeURIComponent('ในซอง')}`)).body.total).toBe(0);
});

test('an answer that the reader may not know does not stand in the register', async () => {
  const pool = testApp.pool;
  const letterId = await listLetter(pool, { office: 'lopburi' });
  const answerId = await listLetter(pool, { office: 'lopburi', secrecy: 'secret', letterNo: 'ลับ ลบ 0017/3', letterDate: '2021-11-24' });
  await insertRows(pool, 'letter_link', [{ from_letter_id: answerId, to_letter_id: letterId, kind: 'answers', created_at: '2021-11-24T00:00:00Z' }]);
  await listEntry(pool, { office: 'lopburi', book: 'receive', yearBe: 2564, no: 1, letterId });
  expect((await entriesOf(clerk, 'receive', 2564)).body.items[0]?.action).toEqual({ units: [], answerNo: null, answerDate: null, text: '' });
});

test('pages follow each other without gap or repeat, newest number first, with the total of the filter', async () => {
  const pool = testApp.pool;
  for (const no of [1, 2, 3, 4, 5]) await listEntry(pool, { office: 'lopburi', book: 'receive', yearBe: 2565, no, status: no === 3 ? 'reserved' : 'issued', reason: no === 3 ? 'สำรองไว้' : '' });
  const first = (await entriesOf(clerk, 'receive', 2565, '?limit=2')).body;
  expect(first).toMatchObject({ total: 5, items: [{ no: 5 }, { no: 4 }] });
  await listEntry(pool, { office: 'lopburi', book: 'receive', yearBe: 2565, no: 6 });
  const second = (await entriesOf(clerk, 'receive', 2565, `?limit=2&cursor=${first.nextCursor ?? ''}`)).body;
  expect(second.items.map(({ no }) => no)).toEqual([3, 2]);
  const third = (await entriesOf(clerk, 'receive', 2565, `?limit=2&cursor=${second.nextCursor ?? ''}`)).body;
  expect(third).toMatchObject({ items: [{ no: 1 }], nextCursor: null });
  expect((await entriesOf(clerk, 'receive', 2565, '?status=reserved')).body).toMatchObject({ total: 1, items: [{ no: 3, isHidden: false, letterId: null, remark: 'สำรองไว้' }] });
});

test.each(['none-of-ours', Buffer.from('["x"]').toString('base64url'), Buffer.from('[99999999999]').toString('base64url')])('the cursor %s is refused', async (cursor) => {
  expect(await entriesOf(clerk, 'receive', 2561, `?cursor=${cursor}`)).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
});

test("a unit's clerk opens the unit's book and not that of another unit", async () => {
  const unitClerk = await signIn(testApp, 'lopburi.strategy.clerk');
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive-strategy', yearBe: 2561, no: 1 });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive-ict', yearBe: 2561, no: 1 });
  expect((await entriesOf(unitClerk, 'receive-strategy', 2561)).statusCode).toBe(200);
  expect((await entriesOf(unitClerk, 'receive-ict', 2561)).statusCode).toBe(404);
});
