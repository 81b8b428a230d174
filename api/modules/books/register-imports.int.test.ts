import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { bookId } from '#db/seeds/insert-offices';
import type { entryPageSchema } from '#domain/contracts/books';
import type { originalRowSchema, RegisterImport, registerImportsSchema, importRowsSchema } from '#domain/contracts/register-imports';
import type { SearchPage } from '#domain/contracts/search';
import { readTable } from '#platform/table-file';
import { writeWorkbook } from '#platform/spreadsheet';
import { ok } from '#test/support/letter-steps';
import { listEntry } from '#test/support/listed-letters';
import { readLetters } from '#test/support/read-letters';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
let app: TestApp;
let clerk: Person;
beforeAll(async () => {
  app = await openTestApp();
  clerk = await signIn(app, 'lopburi.registry.clerk');
});
afterAll(() => app.close());

type Page = z.infer<typeof entryPageSchema>;
type Rows = z.infer<typeof importRowsSchema>;
const HEAD = 'เลขทะเบียนรับ,วันที่รับ,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ';
const csv = (...rows: readonly string[]): string => Buffer.from([HEAD, ...rows].join('\n')).toString('base64');
const start = (content: string, { yearBe = 2561, book = 'receive', person = clerk }: { readonly yearBe?: number; readonly book?: string; readonly person?: Person } = {}) =>
  person.post<RegisterImport>(`/books/${bookId('lopburi', book)}/imports`, { yearBe, fileName: 'ทะเบียนรับ 2561.csv', content });
const take = async (id: string): Promise<RegisterImport> => ok(await clerk.post<RegisterImport>(`/register-imports/${id}/take`, {}));
const entries = async (yearBe: number, query = '', person = clerk, book = 'receive') => person.get<Page>(`/books/${bookId('lopburi', book)}/years/${yearBe}/entries?order=asc&${query}`);
const counters = async (): Promise<unknown> => (await app.pool.query('select * from number_counter order by book_id, year_be')).rows;
const found = async (q: string, person = clerk): Promise<SearchPage> => ok(await person.get<SearchPage>(`/search?${new URLSearchParams({ q }).toString()}`));

test('a register of an earlier year: judged first, taken over, shown marked, and no counter is touched', async () => {
  const before = await counters();
  const read = ok(await start(csv('1,2 ม.ค. 61,มท ๐๒๑๐.๒/ว ๑๕,28 ธ.ค. 60,กรมการปกครอง,ผู้ว่าราชการจังหวัด,การขุดลอกคลองมะขามเฒ่า,กลุ่มงานยุทธศาสตร์,', '1.1,2 ม.ค. 61,,,เทศบาล,,เลขแทรก,,', '2,30 ก.พ. 61,,,เทศบาล,,วันผิด,,', '3,3 ม.ค. 61,,,,,,,ยกเลิก')));
  expect(read).toMatchObject({ state: 'ready', lineCount: 4, takenCount: 0, waiting: { take: 3, same: 0, error: 1 }, mapping: { no: 0, entryDate: 1, letterNo: 2, letterDate: 3, from: 4, to: 5, subject: 6, action: 7, remark: 8 } });
  expect((await entries(2561)).statusCode).toBe(404);
  const { items } = ok(await clerk.get<Rows>(`/register-imports/${read.id}/rows?status=error`));
  expect(items).toMatchObject([{ line: 4, entry: null, problems: [{ column: 'entryDate', problem: 'noSuchDay', details: { value: '30 ก.พ. 61' } }] }]);
  expect(await take(read.id)).toMatchObject({ state: 'done', takenCount: 3, waiting: { take: 0, error: 1 } });
  const page = ok(await entries(2561));
  expect(page.items.map(({ no, suffix, status, isImported, letterId, entryDate }) => [`${no}${suffix}`, status, isImported, letterId, entryDate])).toEqual([
    ['1', 'issued', true, null, '2018-01-02'], ['1.1', 'issued', true, null, '2018-01-02'], ['3', 'cancelled', true, null, '2018-01-03'],
  ]);
  expect(page.items[0]).toMatchObject({ letterNo: 'มท ๐๒๑๐.๒/ว ๑๕', letterDate: '2017-12-28', fromText: 'กรมการปกครอง', subject: 'การขุดลอกคลองมะขามเฒ่า', action: { text: 'กลุ่มงานยุทธศาสตร์' } });
  expect(page).toMatchObject({ total: 3 });
  expect(page.book.years).toContainEqual({ yearBe: 2561, lastNo: 0, lastDate: null, isImported: true });
  expect(await counters()).toEqual(before);
  const { rows } = await app.pool.query(`select data from audit_event where kind = 'register.imported'`);
  expect(rows).toEqual([{ data: expect.objectContaining({ yearBe: 2561, entries: 3, left: 1 }) as unknown }]);
});

test('the row of the file is kept and shown, and nothing of it can be changed', async () => {
  const { items } = ok(await entries(2561));
  const row = ok(await clerk.get<z.infer<typeof originalRowSchema>>(`/earlier-entries/${items[0]!.id}`));
  expect(row).toMatchObject({ line: 2, fileName: 'ทะเบียนรับ 2561.csv', no: 1, person: { id: clerk.personId } });
  expect(row.cells).toContainEqual({ heading: 'วันที่รับ', text: '2 ม.ค. 61' });
  expect((await (await signIn(app, 'chonburi.registry.clerk')).get(`/earlier-entries/${items[0]!.id}`)).statusCode).toBe(404);
  await expect(app.pool.query(`update imported_entry set subject = 'x' where id = $1`, [items[0]!.id])).rejects.toThrow('cannot be changed');
});

describe('finding', () => {
  beforeAll(() => readLetters(app.pool));

  test.each(['มท 0210.2/ว 15', 'มท๐๒๑๐.๒/ว๑๕', '0210.2/ว15', 'ว 15', 'เลขรับ 1', 'รับที่ ๑/๒๕๖๑', 'คลองมะขามเฒ่า', 'มะขามเฒ่า กรมการปกครอง ปี 2561'])('%s finds the entry, in counts and while it is typed', async (q) => {
    const { items, total, facets } = await found(q);
    expect(items.map(({ earlier }) => earlier)).toContainEqual({ bookId: bookId('lopburi', 'receive'), yearBe: 2561, no: 1, suffix: '' });
    expect(total).toBeGreaterThan(0);
    expect(facets.find(({ facet }) => facet === 'year')?.values).toContainEqual({ value: '2561', name: null, n: expect.any(Number) as unknown });
    expect((await clerk.get<SearchPage>(`/search?typing=true&q=${encodeURIComponent(q)}`)).body.total).toBeGreaterThan(0);
  });

  test('a number squeezed in is found as it is written', async () => {
    for (const q of ['1.1', '๑.๑']) expect((await found(`${q} เลขแทรก`)).items).toMatchObject([{ earlier: { no: 1, suffix: '.1' }, receiveNo: '1.1', status: 'ended' }]);
  });

  test('who may not open the register finds nothing of it, in lists, counts, facets, suggestions and files', async () => {
    for (const login of ['ops.ict.officer', 'chonburi.registry.clerk', 'lopburi.ict.officer']) {
      const person = await signIn(app, login);
      for (const q of ['คลองมะขามเฒ่า', 'มท 0210.2/ว 15']) {
        expect(await found(q, person)).toMatchObject({ items: [], total: 0, facets: [] });
        expect((await person.get<SearchPage>(`/search?typing=true&q=${encodeURIComponent(q)}`)).body).toMatchObject({ items: [], total: 0 });
      }
      expect((await person.get<string>(`/search/export?format=csv&q=${encodeURIComponent('คลองมะขามเฒ่า')}`)).raw.toString('utf8')).not.toContain('ขุดลอก');
    }
    expect((await clerk.get<string>(`/search/export?format=csv&q=${encodeURIComponent('คลองมะขามเฒ่า')}`)).raw.toString('utf8')).toContain('ขุดลอก');
  });

  test("entries of a secret register are found by the secret registrar alone", async () => {
    const registrar = await signIn(app, 'lopburi.registry.secret');
    const id = ok(await start(csv('1,2 ม.ค. 61,,,หน่วยข่าว,,แผนพิทักษ์ลำน้ำเข็ก,,'), { book: 'secret-receive', person: registrar })).id;
    ok(await registrar.post(`/register-imports/${id}/take`, {}));
    await readLetters(app.pool);
    expect((await found('ลำน้ำเข็ก', registrar)).total).toBe(1);
    expect(await found('ลำน้ำเข็ก')).toMatchObject({ items: [], total: 0 });
    expect((await clerk.get(`/register-imports/${id}`)).statusCode).toBe(404);
  });
});

test('in the register they are searched, filtered and paged with those of the system, and printed', async () => {
  const book = bookId('lopburi', 'receive');
  await app.pool.query('insert into number_counter (book_id, year_be, last_no, first_no) values ($1, 2563, 3, 4)', [book]);
  for (const no of [4, 5]) await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2563, no });
  const { id, waiting } = ok(await start(csv('1,5 ม.ค. 63,,,ก,,เรื่องหนึ่ง,,', '2,6 ม.ค. 63,,,ก,,เรื่องสอง,,', '3,7 ม.ค. 63,,,ก,,เรื่องสาม,,', '4,7 ม.ค. 63,,,ก,,เรื่องสี่,,'), { yearBe: 2563 }));
  expect(waiting).toEqual({ take: 3, same: 0, error: 1 });
  await take(id);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = ok(await entries(2563, `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`));
    expect(page.total).toBe(5);
    seen.push(...page.items.map(({ no, isImported }) => `${no}${isImported ? ' earlier' : ''}`));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['1 earlier', '2 earlier', '3 earlier', '4', '5']);
  expect(ok(await entries(2563, `q=${encodeURIComponent('เรื่องสอง')}`))).toMatchObject({ total: 1, items: [{ no: 2 }] });
  expect(ok(await entries(2563, 'from=2020-01-06&to=2020-01-06')).items.map(({ no }) => no)).toEqual([2]);
  const file = await clerk.get<string>(`/books/${book}/years/2563/export?format=csv`);
  expect(file.raw.toString('utf8')).toContain('เรื่องสาม');
  // The system numbers on behind it: it cannot be taken back any more.
  expect(await clerk.post(`/register-imports/${id}/undo`, { reason: 'ผิดเล่ม' })).toMatchObject({ statusCode: 409, body: { code: 'IMPORT_IN_USE' } });
});

test('another mapping judges every row anew; without a number or a subject nothing can be taken; a column is used once', async () => {
  const content = Buffer.from('a,b,c\n1,ก,ข\n2,ค,ง').toString('base64');
  const read = ok(await start(content, { yearBe: 2562 }));
  expect(read).toMatchObject({ headings: ['A', 'B', 'C'], waiting: { take: 0, error: 3 } });
  const none = { no: null, entryDate: null, letterNo: null, letterDate: null, from: null, to: null, subject: null, action: null, remark: null };
  const map = (mapping: object) => clerk.send<RegisterImport>('PUT', `/register-imports/${read.id}/mapping`, { mapping: { ...none, ...mapping } });
  expect(await map({ no: 0, subject: 0 })).toMatchObject({ statusCode: 422, body: { code: 'IMPORT_COLUMN_TWICE' } });
  expect(ok(await map({ no: 0, subject: 1 })).waiting).toEqual({ take: 2, same: 0, error: 1 });
  expect(ok(await clerk.get<RegisterImport>(`/register-imports/${read.id}`)).mapping).toMatchObject({ no: 0, subject: 1 });
  ok(await clerk.send('DELETE', `/register-imports/${read.id}`));
  expect((await clerk.get(`/register-imports/${read.id}`)).statusCode).toBe(404);
});

test('the same file twice changes nothing twice; the faults come as a table to correct', async () => {
  const rows = ['1,5 ม.ค. 59,,,ก,,เรื่องเดียว,,', 'x,5 ม.ค. 59,,,ก,,เลขเสีย,,'];
  const first = ok(await start(csv(...rows), { yearBe: 2559 }));
  await take(first.id);
  const again = ok(await start(csv(...rows), { yearBe: 2559 }));
  expect(again.waiting).toEqual({ take: 0, same: 1, error: 1 });
  const file = await clerk.get<string>(`/register-imports/${again.id}/faults?format=xlsx`, { 'accept-language': 'th' });
  const lines = (await readTable(file.raw, { maxLines: 10 })).map(({ cells }) => cells.map(({ text }) => text));
  expect(lines[0]!.at(-1)).toBe('สิ่งที่ต้องแก้ไข');
  expect(lines[1]!.at(-1)).toBe('แถวที่ 3 คอลัมน์ “เลขทะเบียนรับ”: ไม่ใช่ตัวเลข “x”');
  // Taken over twice at the same time: the second finds the numbers there.
  const racing = ok(await start(csv('7,5 ม.ค. 59,,,ก,,แข่งกัน,,'), { yearBe: 2559 }));
  const raced = ok(await start(csv('7,5 ม.ค. 59,,,ก,,แข่งกันคนละเรื่อง,,'), { yearBe: 2559 }));
  await take(racing.id);
  expect(await take(raced.id)).toMatchObject({ state: 'done', takenCount: 0, waiting: { take: 0, error: 1 } });
});

test('an import is undone with a reason: its entries go from register and search, that it was there stays', async () => {
  const { id } = ok(await start(csv('1,5 ม.ค. 58,,,ก,,สะพานข้ามห้วยกระเบา,,'), { yearBe: 2558 }));
  await take(id);
  await readLetters(app.pool);
  expect((await found('ห้วยกระเบา')).total).toBe(1);
  expect(ok(await clerk.post<RegisterImport>(`/register-imports/${id}/undo`, { reason: 'ผิดเล่ม' }))).toMatchObject({ state: 'undone', undoReason: 'ผิดเล่ม', undoneBy: { id: clerk.personId } });
  expect((await found('ห้วยกระเบา')).total).toBe(0);
  expect((await entries(2558)).statusCode).toBe(404);
  expect(await clerk.post(`/register-imports/${id}/undo`, { reason: 'อีก' })).toMatchObject({ statusCode: 409, body: { code: 'IMPORT_STATE' } });
  expect(await clerk.post(`/register-imports/${id}/take`, {})).toMatchObject({ statusCode: 409 });
  const { items } = ok(await clerk.get<z.infer<typeof registerImportsSchema>>(`/books/${bookId('lopburi', 'receive')}/imports`));
  expect(items.find((each) => each.id === id)).toMatchObject({ state: 'undone' });
});

test('numbers of the present year are the system’s until it is opened behind the paper book; a year to come is refused', async () => {
  const { id, waiting } = ok(await start(csv('1,5 ม.ค. 69,,,ก,,ปีนี้,,'), { yearBe: 2569 }));
  expect(waiting).toEqual({ take: 0, same: 0, error: 1 });
  expect(ok(await clerk.get<Rows>(`/register-imports/${id}/rows`)).items[0]).toMatchObject({ problems: [{ problem: 'liveNumber' }] });
  expect(await start(csv('1,5 ม.ค. 99,,,ก,,อนาคต,,'), { yearBe: 2599 })).toMatchObject({ statusCode: 422, body: { code: 'IMPORT_YEAR_AHEAD' } });
});

test('files that are none, empty ones and bombs are refused with what to do; nothing is left behind', async () => {
  const count = async () => (await app.pool.query<{ n: number }>('select count(*)::int as n from register_import')).rows[0]!.n;
  const before = await count();
  expect(await start(Buffer.from([0, 1, 2, 3]).toString('base64'))).toMatchObject({ statusCode: 422, body: { code: 'IMPORT_UNREADABLE' } });
  expect(await start(Buffer.from(HEAD).toString('base64'))).toMatchObject({ statusCode: 422, body: { code: 'IMPORT_NOTHING' } });
  expect(await start(Buffer.from(`${HEAD}\n${'1,,,,,,ก,,\n'.repeat(30_001)}`).toString('base64'))).toMatchObject({ statusCode: 413, body: { code: 'IMPORT_TOO_LARGE' } });
  expect(await count()).toBe(before);
});

test('who does not keep the register may not take anything over; another office does not know of it', async () => {
  const { id } = ok(await start(csv('1,5 ม.ค. 57,,,ก,,ก,,'), { yearBe: 2557 }));
  const head = await signIn(app, 'lopburi.office-head');
  for (const [person, status] of [[head, 403], [await signIn(app, 'chonburi.registry.clerk'), 404]] as const) {
    expect((await person.get(`/books/${bookId('lopburi', 'receive')}/imports`)).statusCode).toBe(status);
    expect((await start(csv(), { person })).statusCode).toBe(status);
    for (const path of ['', '/rows', '/faults']) expect((await person.get(`/register-imports/${id}${path}`)).statusCode).toBe(status);
    expect((await person.post(`/register-imports/${id}/take`, {})).statusCode).toBe(status);
    expect((await person.post(`/register-imports/${id}/undo`, { reason: 'ก' })).statusCode).toBe(status);
    expect((await person.send('DELETE', `/register-imports/${id}`)).statusCode).toBe(status);
  }
  expect((await clerk.get(`/register-imports/${randomUUID()}`)).statusCode).toBe(404);
});

test('thousands of rows are taken over a batch at a time, and it goes on where it was left', async () => {
  const rows = (async function* () { yield Array.from({ length: 2_500 }, (_, index) => index + 1); })();
  const chunks: Buffer[] = [];
  const columns = [
    { header: 'เลขทะเบียนรับ', value: (no: number) => no }, { header: 'วันที่รับ', value: () => '15 ก.ย. 56' }, { header: 'จาก', value: (no: number) => `เทศบาลที่ ${no % 50}` }, { header: 'เรื่อง', value: (no: number) => `ขอความอนุเคราะห์ ครั้งที่ ${no}` },
  ];
  for await (const chunk of writeWorkbook({ sheet: 'a', columns, batches: rows })) chunks.push(chunk as Buffer);
  const read = ok(await start(Buffer.concat(chunks).toString('base64'), { yearBe: 2556 }));
  expect(read.waiting.take).toBe(2_500);
  expect(await take(read.id)).toMatchObject({ state: 'taking', takenCount: 1_000, waiting: { take: 1_500 } });
  let state = 'taking';
  while (state === 'taking') ({ state } = await take(read.id));
  expect(ok(await entries(2556, 'limit=1')).total).toBe(2_500);
});
