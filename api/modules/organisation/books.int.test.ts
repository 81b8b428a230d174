import type { OfficeBooks } from '#domain/contracts/office-books';
import { bookId, officeId, postId, unitId } from '#db/seeds/insert-offices';
import { listEntry } from '#test/support/listed-letters';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Problem = { code: string; details: Record<string, unknown> };
type Book = OfficeBooks['items'][number];

let testApp: TestApp;
let admin: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  admin = await signIn(testApp, 'lopburi.ict.officer');
}, 120_000);
afterAll(() => testApp.close());

const OFFICE = officeId('lopburi');
const committee = (change: object = {}) => ({
  officeId: OFFICE, kind: 'send', nameTh: 'ทะเบียนส่งของคณะกรรมการจังหวัด', issuerName: 'คณะกรรมการบริหารงานจังหวัด', committeeCode: 'กบจ', rules: [{ letterKind: 'external_letter', ownerUnitId: unitId('lopburi', 'strategy') }], ...change,
});
const named = (books: OfficeBooks, name: string): Book => books.items.find(({ name: { th } }) => th === name)!;
const create = async (body: object): Promise<Book> => {
  const { statusCode, body: books } = await admin.post<OfficeBooks>('/office-books', body);
  expect(statusCode).toBe(200);
  return named(books, (body as { nameTh: string }).nameTh);
};
const today = (): string => new Date(testApp.deps.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const audits = async (kind: string) => (await testApp.pool.query<{ data: Record<string, unknown> }>('select data from audit_event where kind = $1 and office_id = $2 order by seq', [kind, OFFICE])).rows.map(({ data }) => data);

test("a committee's book is opened with its code and its letters, and asked before the books that were there", async () => {
  const book = await create(committee({}));
  expect(book).toMatchObject({ kind: 'send', issuerName: 'คณะกรรมการบริหารงานจังหวัด', committeeCode: 'กบจ', pattern: '{code}/{n}', state: 'inForce', lastNo: 0, unit: null, post: null, takers: [{ code: 'registry-clerk' }] });
  expect(book.rules).toMatchObject([{ letterKind: 'external_letter', ownerUnit: { th: 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด' }, signerPost: null }]);
  const { rows } = await testApp.pool.query<{ id: string }>(`select book_id as id from book_rule where office_id = $1 and book_kind = 'send' order by sort_order limit 1`, [OFFICE]);
  expect(rows[0]!.id).toBe(book.id);
  expect(await audits('book.created')).toMatchObject([{ bookId: book.id, issuerName: 'คณะกรรมการบริหารงานจังหวัด' }]);
});

test("a post's book numbers what the post signs unless something else is said", async () => {
  const book = await create({ officeId: OFFICE, kind: 'order', nameTh: 'ทะเบียนคำสั่งผู้ว่าราชการจังหวัด', postId: postId('lopburi', 'governor') });
  expect(book.rules).toMatchObject([{ signerPostId: postId('lopburi', 'governor'), letterKind: null, ownerUnitId: null }]);
});

test('two books between which nothing decides are refused, and so is a committee without letters', async () => {
  const refused = async (body: object) => (await admin.post<Problem>('/office-books', body)).body;
  expect(await refused({ officeId: OFFICE, kind: 'receive', nameTh: 'ทะเบียนรับอีกเล่ม' })).toMatchObject({ code: 'BOOK_EXISTS', details: { field: 'kind' } });
  expect(await refused({ officeId: OFFICE, kind: 'receive', nameTh: 'ทะเบียนรับอีกเล่ม', unitId: unitId('lopburi', 'strategy'), rules: [{ letterKind: 'order' }] })).toMatchObject({ code: 'BOOK_EXISTS' });
  expect(await refused(committee({ nameTh: 'ไม่มีหนังสือ', rules: [] }))).toMatchObject({ code: 'BOOK_RULE_REQUIRED', details: { field: 'rules' } });
});

test.each([
  ['a pattern without the number', { pattern: '{code}/{year}' }, 'body.pattern'],
  ['a pattern with the number twice', { pattern: '{n}/{n}' }, 'body.pattern'],
  ['no name', { nameTh: '  ' }, 'body.nameTh'],
  ['a name with mark-up', { nameTh: '<b>' }, 'body.nameTh'],
  ['an unknown kind', { kind: 'diary' }, 'body.kind'],
  ['30 February', { validFrom: '2027-02-30' }, 'body.validFrom'],
  ['two issuers', { postId: postId('lopburi', 'governor') }, 'body.issuerName'],
])('%s is refused at its field', async (_what, change, path) => {
  const answer = await admin.post<Problem & { details: { fields: { path: string }[] } }>('/office-books', committee({ nameTh: 'เล่มผิด', ...change }));
  expect([answer.statusCode, answer.body.details.fields.map((field) => field.path)]).toEqual([400, [path]]);
});

test('what is not the office’s, and a past day, are refused by the field', async () => {
  const refused = async (change: object) => (await admin.post<Problem>('/office-books', committee({ nameTh: 'เล่มผิด', ...change }))).body;
  expect(await refused({ rules: [{ ownerUnitId: unitId('chonburi', 'strategy') }] })).toMatchObject({ code: 'UNIT_UNKNOWN', details: { field: 'rules' } });
  expect(await refused({ issuerName: '', committeeCode: '', postId: postId('chonburi', 'governor') })).toMatchObject({ code: 'POST_UNKNOWN', details: { field: 'postId' } });
  expect(await refused({ validFrom: '2020-01-01' })).toMatchObject({ code: 'BOOK_FROM_PAST', details: { field: 'validFrom', earliest: today() } });
  expect((await testApp.pool.query(`select 1 from book where name_th = 'เล่มผิด'`)).rowCount).toBe(0);
});

test('name and letters are changed over the revision that was seen; what was is on record', async () => {
  const book = await create(committee({ nameTh: 'ทะเบียนส่งคณะทำงาน', issuerName: 'คณะทำงาน' }));
  const body = { rev: book.rev, nameTh: 'ทะเบียนส่งคณะทำงานฯ', rules: [{ letterKind: 'stamped_letter' }] };
  const changed = named((await admin.send<OfficeBooks>('PUT', `/office-books/${book.id}`, body)).body, 'ทะเบียนส่งคณะทำงานฯ');
  expect(changed).toMatchObject({ id: book.id, rev: 1, kind: 'send', rules: [{ letterKind: 'stamped_letter', ownerUnitId: null }] });
  expect(await admin.send<Problem>('PUT', `/office-books/${book.id}`, body)).toMatchObject({ statusCode: 409, body: { code: 'EDIT_CONFLICT' } });
  expect((await audits('book.changed')).at(-1)).toMatchObject({ changes: { nameTh: { from: 'ทะเบียนส่งคณะทำงาน', to: 'ทะเบียนส่งคณะทำงานฯ' } } });
});

test('a pattern holds from its day on; today’s stays until then', async () => {
  const book = await create({ officeId: OFFICE, kind: 'minutes', nameTh: 'ทะเบียนรายงานการประชุม' });
  const set = (fromDay: string, pattern: string, rev: number) => admin.post<OfficeBooks & Problem>(`/office-books/${book.id}/pattern`, { rev, fromDay, pattern });
  expect(named((await set('2199-01-01', 'ครั้งที่ {n}/{year}', 0)).body, 'ทะเบียนรายงานการประชุม')).toMatchObject({ pattern: '{n}/{year}', patternsToCome: [{ fromDay: '2199-01-01', pattern: 'ครั้งที่ {n}/{year}' }] });
  expect(named((await set(today(), '{n}-{year}', 1)).body, 'ทะเบียนรายงานการประชุม')).toMatchObject({ pattern: '{n}-{year}' });
  expect((await set('2020-01-01', '{n}', 2)).body).toMatchObject({ code: 'BOOK_FROM_PAST', details: { field: 'fromDay', earliest: today() } });
  expect((await set(today(), '{n}', 0)).body).toMatchObject({ code: 'EDIT_CONFLICT' });
  expect((await set(today(), '', 2)).statusCode).toBe(400);
});

test('a book is closed and opened again, but not while numbers are reserved in it', async () => {
  const id = bookId('lopburi', 'certificate');
  const close = (on: string | null, rev: number) => admin.post<OfficeBooks & Problem>(`/office-books/${id}/close`, { rev, on });
  await listEntry(testApp.pool, { office: 'lopburi', book: 'certificate', yearBe: 2569, no: 1, status: 'reserved', reason: 'งานด่วน' });
  expect((await close(today(), 0)).body).toMatchObject({ code: 'BOOK_IN_USE', details: { used: { reserved: 1 } } });
  await testApp.pool.query(`update register_entry set status = 'issued' where book_id = $1`, [id]);
  expect((await close('2020-01-01', 0)).body).toMatchObject({ code: 'PERIOD_INVALID' });
  expect((await close(today(), 0)).body.items.find((each) => each.id === id)).toMatchObject({ state: 'ended', validTo: today() });
  const next = await create({ officeId: OFFICE, kind: 'certificate', nameTh: 'ทะเบียนหนังสือรับรองเล่มใหม่' });
  await testApp.pool.query('delete from book_rule where book_id = $1', [id]);
  expect((await close(null, 1)).body).toMatchObject({ code: 'BOOK_EXISTS' });
  await admin.post(`/office-books/${next.id}/close`, { rev: 0, on: today() });
  expect((await close(null, 1)).body.items.find((each) => each.id === id)).toMatchObject({ state: 'inForce', validTo: null });
});

test("another office's books, and an office's own for whoever does not administer it, are not to be changed", async () => {
  const stranger = await signIn(testApp, 'chonburi.ict.officer');
  const clerk = await signIn(testApp, 'lopburi.registry.clerk');
  for (const [person, status] of [[stranger, 404], [clerk, 403]] as const) {
    expect((await person.post('/office-books', committee({ nameTh: 'เล่มผิด' }))).statusCode).toBe(status);
    expect((await person.send('PUT', `/office-books/${bookId('lopburi', 'send')}`, { rev: 0, nameTh: 'ก' })).statusCode).toBe(status);
    expect((await person.post(`/office-books/${bookId('lopburi', 'send')}/pattern`, { rev: 0, fromDay: '2199-01-01', pattern: '{n}' })).statusCode).toBe(status);
    expect((await person.post(`/office-books/${bookId('lopburi', 'send')}/close`, { rev: 0, on: '2199-01-01' })).statusCode).toBe(status);
  }
});
