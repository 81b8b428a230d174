import type { z } from 'zod';
import { bookId } from '#db/seeds/insert-offices';
import type { amendedSchema, entryPageSchema } from '#domain/contracts/books';
import { ok } from '#test/support/letter-steps';
import { listEntry, listLetter } from '#test/support/listed-letters';
import { readText, toComparable as plain } from '#test/support/poppler';
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
const year = (yearBe: number, book = 'receive') => `/books/${bookId('lopburi', book)}/years/${yearBe}`;
const entriesOf = async (yearBe: number, query = '') => ok(await clerk.get<Page>(`${year(yearBe)}/entries?order=asc&${query}`));
const amend = (entryId: string, yearBe: number, body: object, { person = clerk, book = 'receive' } = {}) => person.post<z.infer<typeof amendedSchema>>(`${year(yearBe, book)}/entries/${entryId}/amendments`, { reason: 'เขียนผิด', ...body });

test('a correction shows with what stood there, one after the other, on screen, in the search of the register, in print and as a table', async () => {
  const letterId = await listLetter(app.pool, { office: 'lopburi', subject: 'ขอเชิญประชุม', fromText: 'เทศบานเมือง', theirNo: 'มท 1/1', theirDate: '2018-11-20' });
  await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2561, no: 1, letterId });
  const { id } = (await entriesOf(2561)).items[0]!;
  expect(ok(await amend(id, 2561, { field: 'fromText', newValue: 'เทศบาลเมือง' })).amendments).toMatchObject([{ field: 'fromText', oldValue: 'เทศบานเมือง', newValue: 'เทศบาลเมือง', reason: 'เขียนผิด', person: { id: clerk.personId } }]);
  ok(await amend(id, 2561, { field: 'fromText', newValue: 'เทศบาลเมืองลพบุรี' }));
  ok(await amend(id, 2561, { field: 'letterDate', newValue: '2018-11-19' }));
  const { items } = await entriesOf(2561, `q=${encodeURIComponent('เทศบาลเมืองลพบุรี')}`);
  expect(items).toMatchObject([{ fromText: 'เทศบาลเมืองลพบุรี', letterDate: '2018-11-19', subject: 'ขอเชิญประชุม' }]);
  expect(items[0]!.amendments.map(({ oldValue }) => oldValue)).toEqual(['เทศบานเมือง', 'เทศบาลเมือง', '2018-11-20']);
  expect((await app.pool.query('select from_text from letter where id = $1', [letterId])).rows).toEqual([{ from_text: 'เทศบานเมือง' }]);
  const print = await app.app.inject({ method: 'GET', url: `/api/v1${year(2561)}/export?format=pdf`, headers: { cookie: clerk.cookie, 'accept-language': 'th' } });
  const text = plain(readText(new Uint8Array(print.rawPayload)));
  for (const part of ['เทศบานเมือง', 'เทศบาลเมืองลพบุรี', 'เขียนผิด']) expect(text).toContain(plain(part));
  expect((await clerk.get<string>(`${year(2561)}/export?format=csv`, { 'accept-language': 'th' })).raw.toString('utf8')).toContain('แก้ไขช่องจาก เดิม “เทศบานเมือง”');
  expect((await clerk.get<{ findings: { kind: string; total: number }[] }>(`${year(2561)}/check`)).body.findings).toContainEqual(expect.objectContaining({ kind: 'amended', total: 1 }));
  expect((await app.pool.query(`select count(*)::int as n from audit_event where kind = 'register.amended'`)).rows).toEqual([{ n: 3 }]);
});

test('nothing new, no day, what the register itself gives, and what is only reserved, are refused by the field', async () => {
  await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2562, no: 1, letterId: await listLetter(app.pool, { office: 'lopburi' }) });
  await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2562, no: 2, status: 'reserved', reason: 'จอง' });
  await listEntry(app.pool, { office: 'lopburi', book: 'send', yearBe: 2562, no: 1, letterId: await listLetter(app.pool, { office: 'lopburi', direction: 'outgoing' }) });
  const [one, two] = (await entriesOf(2562)).items;
  expect(await amend(one!.id, 2562, { field: 'subject', newValue: 'ขอให้รายงานผล' })).toMatchObject({ statusCode: 422, body: { code: 'AMENDMENT_SAME' } });
  expect(await amend(one!.id, 2562, { field: 'letterDate', newValue: '2019-02-30' })).toMatchObject({ statusCode: 422, body: { code: 'AMENDMENT_DATE' } });
  expect(await amend(two!.id, 2562, { field: 'subject', newValue: 'ก' })).toMatchObject({ statusCode: 422, body: { code: 'ENTRY_NOT_AMENDABLE' } });
  const sent = ok(await clerk.get<Page>(`${year(2562, 'send')}/entries`)).items[0]!;
  expect(await amend(sent.id, 2562, { field: 'letterNo', newValue: 'ก 1/1' }, { book: 'send' })).toMatchObject({ statusCode: 422, body: { code: 'ENTRY_NOT_AMENDABLE' } });
  expect((await amend(one!.id, 2562, { field: 'subject', newValue: '' })).statusCode).toBe(200);
});

test('of a letter that is not to be known nothing is corrected nor told; only who numbers in the book corrects; another office knows of nothing', async () => {
  const hidden = await listLetter(app.pool, { office: 'lopburi', subject: 'เรื่องปกปิด', secrecy: 'secret', ownerUnit: 'strategy' });
  await listEntry(app.pool, { office: 'lopburi', book: 'receive', yearBe: 2563, no: 1, letterId: hidden });
  const { id } = (await entriesOf(2563)).items[0]!;
  expect((await amend(id, 2563, { field: 'subject', newValue: 'ก' })).statusCode).toBe(404);
  await app.pool.query(`insert into register_amendment (entry_id, seq, field, old_value, new_value, reason, at, person_id) values ($1, 1, 'fromText', 'ชื่อลับเดิม', 'ชื่อลับใหม่', 'ลับ', now(), $2)`, [id, clerk.personId]);
  expect((await entriesOf(2563)).items[0]!.amendments).toEqual([]);
  expect((await entriesOf(2563, `q=${encodeURIComponent('ชื่อลับใหม่')}`)).total).toBe(0);
  expect((await amend(id, 2563, { field: 'subject', newValue: 'ก' }, { person: await signIn(app, 'lopburi.office-head') })).statusCode).toBe(403);
  expect((await amend(id, 2563, { field: 'subject', newValue: 'ก' }, { person: await signIn(app, 'chonburi.registry.clerk') })).statusCode).toBe(404);
});
