import { Workbook } from '@protobi/exceljs';
import type { z } from 'zod';
import type * as contract from '#domain/contracts/organisation';
import { IMPORT_COLUMNS, IMPORT_HEADINGS, type ImportColumn } from '#domain/organisation/import';
import { officeId, unitId } from '#db/seeds/insert-offices';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Checked = Out<'importCheckedSchema'>;
type Problem = { code: string; message: string; details: Record<string, unknown> };

let testApp: TestApp;
let admin: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  admin = await signIn(testApp, 'lopburi.ict.officer');
}, 120_000);
afterAll(() => testApp.close());

type Line = Partial<Record<ImportColumn, string>>;
const csv = (...lines: Line[]): string =>
  Buffer.from([IMPORT_COLUMNS.map((column) => IMPORT_HEADINGS[column].th).join(','), ...lines.map((line) => IMPORT_COLUMNS.map((column) => `"${line[column] ?? ''}"`).join(','))].join('\r\n')).toString('base64');
const check = (content: string, office = 'lopburi') => admin.post<Checked>('/people-import/check', { officeId: officeId(office), content });
const apply = (lines: Checked['lines']) => admin.post<Out<'importAppliedSchema'>>('/people-import', { officeId: officeId('lopburi'), lines: lines.map(({ line, values }) => ({ line, values })) });
const counts = async (): Promise<unknown> => (await testApp.pool.query('select (select count(*) from post) as posts, (select count(*) from person) as persons, (select count(*) from appointment) as appointments')).rows[0];
const HEAD: Line = { unitCode: 'strategy', postCode: 'strategy-deputy', titleTh: 'รองหัวหน้ากลุ่มงาน', roles: 'หัวหน้าหน่วยงาน, เจ้าหน้าที่', superiorCode: 'strategy-head', login: 'lopburi.deputy', nameTh: "นาย D'Souza ใจดี" };
const BELOW: Line = { unitCode: 'strategy', postCode: 'strategy-new', titleTh: 'นักวิเคราะห์', superiorCode: 'strategy-deputy', login: 'lopburi.analyst', nameTh: 'นางสาวสมหญิง ขยัน', email: 'a@b.go.th' };
const BAD: Line = { unitCode: 'nowhere', postCode: 'x', titleTh: 'ก' };

test('a table is looked at without changing anything, and its good lines are taken over once', async () => {
  const before = await counts();
  const checked = await check(csv(BELOW, HEAD, BAD));
  expect(checked.body.lines.map(({ line, status }) => [line, status])).toEqual([[2, 'create'], [3, 'create'], [4, 'error']]);
  expect(checked.body.lines[2]?.problems).toEqual([{ column: 'unitCode', problem: 'unitUnknown' }]);
  expect(await counts()).toEqual(before);

  const good = checked.body.lines.filter(({ status }) => status !== 'error');
  expect(await apply(good)).toMatchObject({ statusCode: 200, body: { created: 2, updated: 0, same: 0, persons: 2 } });
  const { rows } = await testApp.pool.query(
    `select p.code, s.code as superior, p.roles, h.login, h.name_th as name, h.office_id, h.password_hash from post p join post s on s.id = p.superior_id
       join appointment a on a.post_id = p.id and a.capacity = 'own' join person h on h.id = a.person_id where p.code in ('strategy-deputy', 'strategy-new') order by p.code`,
  );
  expect(rows).toEqual([
    { code: 'strategy-deputy', superior: 'strategy-head', roles: ['head', 'officer'], login: 'lopburi.deputy', name: "นาย D'Souza ใจดี", office_id: officeId('lopburi'), password_hash: null },
    { code: 'strategy-new', superior: 'strategy-deputy', roles: ['officer'], login: 'lopburi.analyst', name: 'นางสาวสมหญิง ขยัน', office_id: officeId('lopburi'), password_hash: null },
  ]);
  const after = await counts();
  const again = await check(csv(BELOW, HEAD));
  expect(again.body.lines.map(({ status }) => status)).toEqual(['same', 'same']);
  expect((await apply(again.body.lines)).body).toEqual({ created: 0, updated: 0, same: 2, persons: 0 });
  expect(await counts()).toEqual(after);
  const changed = await check(csv({ ...HEAD, titleTh: 'รองหัวหน้ากลุ่มงานยุทธศาสตร์' }));
  expect((await apply(changed.body.lines)).body).toMatchObject({ updated: 1 });
  expect(await counts()).toEqual(after);
});

test('a line that no longer fits stops all of them', async () => {
  const checked = await check(csv({ ...BELOW, postCode: 'race-one', superiorCode: '', login: 'lopburi.one' }, { ...BELOW, postCode: 'race-two', superiorCode: '', login: 'lopburi.two' }));
  await testApp.pool.query(`insert into person (login, name_th, name_en) values ('lopburi.two', 'ผู้อื่น', '')`);
  const before = await counts();
  expect(await apply(checked.body.lines)).toMatchObject({ statusCode: 409, body: { code: 'IMPORT_CHANGED', details: { lines: [3] } } });
  expect(await counts()).toEqual(before);
});

test('a secret registrar who is not cleared has a verdict of the own, and the other lines are taken over', async () => {
  const registrar: Line = { unitCode: 'registry', postCode: 'second-registrar', titleTh: 'นายทะเบียนข้อมูลข่าวสารลับคนที่สอง', roles: 'secret_registrar', login: 'lopburi.second.registrar', nameTh: 'นายลับ มาก' };
  const other: Line = { ...BELOW, postCode: 'beside-registrar', superiorCode: '', login: 'lopburi.beside' };
  const checked = await check(csv(registrar, other));
  expect(checked.body.lines.map(({ status, problems }) => [status, problems])).toEqual([['error', [{ column: 'login', problem: 'notCleared' }]], ['create', []]]);
  expect(await apply(checked.body.lines)).toMatchObject({ statusCode: 409, body: { code: 'IMPORT_CHANGED', details: { lines: [2] } } });
  expect(await apply(checked.body.lines.slice(1))).toMatchObject({ statusCode: 200, body: { created: 1 } });
  await testApp.pool.query(`insert into person (office_id, login, name_th, name_en, clearance) values ($1, 'lopburi.second.registrar', 'นายลับ มาก', '', 'secret')`, [officeId('lopburi')]);
  expect((await check(csv(registrar))).body.lines.map(({ status }) => status)).toEqual(['create']);
});

test('a workbook is read like a CSV, its formulas refused by name of their column', async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet('x');
  sheet.addRow(['บัญชีบุคคล']);
  sheet.addRow(['รหัสตำแหน่ง', 'รหัสหน่วยงาน', 'ชื่อตำแหน่ง']);
  sheet.addRow(['from-excel', 'ict', 'นักวิชาการ']);
  sheet.addRow(['with-formula', 'ict', { formula: '1+1', result: 2 }]);
  const checked = await check(Buffer.from(await book.xlsx.writeBuffer()).toString('base64'));
  expect(checked.body.lines.map(({ line, status, problems }) => [line, status, problems])).toEqual([[3, 'create', []], [4, 'error', [{ column: 'titleTh', problem: 'formula' }]]]);
});

test.each([
  ['no table at all', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]).toString('base64'), 422, 'IMPORT_UNREADABLE'],
  ['a table without the columns', Buffer.from('a,b\n1,2').toString('base64'), 422, 'IMPORT_COLUMNS'],
  ['too many lines', csv(...Array.from({ length: 2_100 }, () => HEAD)), 413, 'IMPORT_TOO_LARGE'],
  ['a file too large', 'A'.repeat(1_500_000), 400, 'VALIDATION_FAILED'],
])('%s is refused', async (_what, content, statusCode, code) => {
  expect(await check(content)).toMatchObject({ statusCode, body: { code } });
});

test('what is missing is named in the language of the reader', async () => {
  const answer = await admin.post<Problem>('/people-import/check', { officeId: officeId('lopburi'), content: Buffer.from('รหัสหน่วยงาน,b\n1,2').toString('base64') }, { 'accept-language': 'th' });
  expect(answer.body.message).toContain('รหัสตำแหน่ง, ชื่อตำแหน่ง');
});

test("another office's administrator imports nothing here, and an officer nothing at all", async () => {
  const stranger = await signIn(testApp, 'chonburi.ict.officer');
  const body = { officeId: officeId('lopburi'), content: csv(HEAD) };
  expect((await stranger.post('/people-import/check', body)).statusCode).toBe(404);
  const officer = await signIn(testApp, 'lopburi.strategy.officer');
  expect((await officer.post('/people-import/check', body)).statusCode).toBe(403);
  expect((await officer.get('/people-import/template')).statusCode).toBe(403);
});

test.each(['xlsx', 'csv'])('the %s template has the vacant posts in it, to be filled in, and those of no other office', async (format) => {
  const { rows } = await testApp.pool.query<{ id: string }>(`insert into post (office_id, unit_id, code, title_th, title_en, roles, valid_from) values ($1, $2, 'vacant-one', 'เจ้าหน้าที่, "ว่าง"', '', '{officer,clerk}', '2020-01-01') returning id`, [officeId('lopburi'), unitId('lopburi', 'ict')]);
  const file = await admin.get(`/people-import/template?format=${format}&officeId=${officeId('lopburi')}`);
  const checked = await check(file.raw.toString('base64'));
  expect(checked.body.lines.map(({ status, values }) => [status, values.postCode, values.titleTh])).toEqual([['same', 'vacant-one', 'เจ้าหน้าที่, "ว่าง"']]);
  expect((await (await signIn(testApp, 'chonburi.ict.officer')).get(`/people-import/template?officeId=${officeId('lopburi')}`)).statusCode).toBe(404);
  await testApp.pool.query('delete from post where id = $1', [rows[0]!.id]);
});

test.each(['xlsx', 'csv'])('the %s template of an office without vacant posts is a table that the check takes', async (format) => {
  const file = await admin.get(`/people-import/template?format=${format}`);
  expect(file.headers['content-disposition']).toContain(`people-posts.${format}`);
  const checked = await check(file.raw.toString('base64'));
  expect(checked.body.lines.map(({ status, problems }) => [status, problems])).toEqual([['create', []]]);
});
