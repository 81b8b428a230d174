import { readTable } from '#platform/table-file';
import { bookId } from '#db/seeds/insert-offices';
import { listEntry, listLetter } from '#test/support/listed-letters';
import { readText, toComparable as plain } from '#test/support/poppler';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

let testApp: TestApp;
let clerk: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  clerk = await signIn(testApp, 'lopburi.registry.clerk');
  const open = await listLetter(testApp.pool, { office: 'lopburi', subject: 'เรื่องเปิดเผย', fromText: 'กรมการปกครอง', theirNo: 'มท 0307/5' });
  const hidden = await listLetter(testApp.pool, { office: 'lopburi', subject: 'เรื่องปกปิด', fromText: 'กองบัญชาการลับ', secrecy: 'secret', ownerUnit: 'strategy' });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2561, no: 1, letterId: open });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2561, no: 2, letterId: hidden });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'receive', yearBe: 2561, no: 3, status: 'cancelled', cancelReason: '=ลงซ้ำ' });
}, 120_000);
afterAll(() => testApp.close());

const get = (person: Person, query: string, book = 'receive', year = 2561) =>
  testApp.app.inject({ method: 'GET', url: `/api/v1/books/${bookId('lopburi', book)}/years/${year}/export?${query}`, headers: { cookie: person.cookie, 'accept-language': 'th' } });

test('the table has a line a number, oldest first, and nothing of a letter that the reader may not know', async () => {
  const { statusCode, rawPayload, headers } = await get(clerk, 'format=xlsx');
  expect(statusCode).toBe(200);
  expect(headers['content-disposition']).toContain('2561.xlsx');
  const lines = (await readTable(rawPayload, { maxLines: 100 })).map(({ cells }) => cells.map(({ text }) => text));
  // The book is named after its office, which is said once.
  expect(lines[0]?.[0]).toBe('ทะเบียนหนังสือรับ สำนักงานจังหวัดลพบุรี');
  expect(lines.slice(3)).toEqual([
    ['เลขทะเบียนรับ', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'การปฏิบัติ', 'หมายเหตุ'],
    ['1', 'มท 0307/5', expect.any(String), 'กรมการปกครอง', 'ผู้ว่าราชการจังหวัดลพบุรี', 'เรื่องเปิดเผย', '', ''].map((cell) => cell as unknown),
    ['2', '', '', '', '', '(ไม่แสดงรายละเอียด)', '', ''],
    ['3', '', '', '', '', '', '', 'ยกเลิกเลข: =ลงซ้ำ'],
  ]);
  expect((await get(clerk, 'format=csv')).body.split('\r\n').slice(1, 4).map((line) => line.split(',')[0])).toEqual(['1', '2', '3']);
});

test('the printed page shows the same', async () => {
  const { headers, rawPayload } = await get(clerk, 'format=pdf&from=2018-11-23&to=2018-11-23');
  expect(headers['content-type']).toBe('application/pdf');
  const text = plain(readText(new Uint8Array(rawPayload)));
  for (const part of ['ทะเบียนหนังสือรับ', 'วันที่ ๒๓ พฤศจิกายน พ.ศ. ๒๕๖๑', 'กรมการปกครอง', 'รวมหน้านี้ ๓ รายการ (ยกเลิก ๑ รายการ)']) expect(text).toContain(plain(part));
  for (const part of ['ปกปิด', 'กองบัญชาการ']) expect(text).not.toContain(plain(part));
});

test('days without numbers are left out; days in the wrong order, and more than fits on paper, are refused by the field', async () => {
  expect((await get(clerk, 'format=csv&from=2018-11-24')).body.trim().split('\r\n')).toHaveLength(1);
  expect((await get(clerk, 'format=csv&to=2018-11-22')).body.trim().split('\r\n')).toHaveLength(1);
  expect((await get(clerk, 'format=csv&from=2018-11-24&to=2018-11-23')).json()).toMatchObject({ code: 'PERIOD_INVALID', details: { field: 'to' } });
  expect((await get(clerk, 'format=csv&from=2018-02-30')).statusCode).toBe(400);
  await testApp.pool.query(
    `insert into register_entry (id, book_id, year_be, no, printed, status, entry_date, taken_at, reason) select gen_random_uuid(), $1, 2560, n, n::text, 'reserved', '2017-05-01', '2017-05-01T03:00:00Z', 'จอง' from generate_series(1, 1501) n`, [bookId('lopburi', 'receive')],
  );
  await testApp.pool.query(`insert into number_counter (book_id, year_be, last_no, last_date) values ($1, 2560, 1501, '2017-05-01')`, [bookId('lopburi', 'receive')]);
  expect((await get(clerk, 'format=pdf', 'receive', 2560)).json()).toMatchObject({ code: 'BOOK_PRINT_TOO_LONG', details: { field: 'from', total: 1501, maximum: 1500 } });
  expect((await get(clerk, 'format=csv', 'receive', 2560)).body.trim().split('\r\n')).toHaveLength(1502);
});

test("another office's register, and a secret one, are not to be known; what was exported is on record", async () => {
  expect((await get(await signIn(testApp, 'chonburi.registry.clerk'), 'format=csv')).statusCode).toBe(404);
  expect((await get(clerk, 'format=csv', 'secret-receive', 2569)).statusCode).toBe(404);
  const { rows } = await testApp.pool.query(`select data from audit_event where kind = 'book.exported' and person_id = $1 order by seq`, [clerk.personId]);
  expect(rows[0]).toEqual({ data: { bookId: bookId('lopburi', 'receive'), yearBe: 2561, format: 'xlsx', from: null, to: null } });
});
