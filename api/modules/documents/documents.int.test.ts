import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Uploaded } from '#domain/contracts/documents';
import { projectRoot } from '#platform/project-root';
import { compose, ok, ownPost, page, takeIn, taskOn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
let live: LiveApp;
let clerk: Person;
let pdf: Buffer;
beforeAll(async () => {
  live = await openLiveApp();
  clerk = await signIn(live, 'lopburi.registry.clerk');
  pdf = await readFile(join(projectRoot(), 'platform/pdf/fixtures/linearised.pdf'));
});
afterEach(() => expect(live.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => live.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const named = (name: string) => ({ 'x-file-name': encodeURIComponent(name) });
const upload = (person: Person, bytes: Uint8Array, query = '?role=main', headers: Record<string, string> = named('หนังสือ.pdf')) => person.upload<Uploaded>(`/documents${query}`, bytes, headers);
/** Two different files from one. */
const variant = (text: string): Buffer => Buffer.concat([pdf, Buffer.from(`\n% ${text}\n`)]);
const documents = async (): Promise<number> => Number((await live.pool.query<{ n: number }>('select count(*)::int as n from document')).rows[0]?.n);

test('a PDF is taken in whole, told apart by its content, and comes back bit by bit', async () => {
  const { document, duplicates } = ok(await upload(clerk, pdf));
  expect(document).toMatchObject({ role: 'main', name: 'หนังสือ.pdf', mime: 'application/pdf', sizeBytes: pdf.length, sha256: sha256(pdf), pages: expect.any(Number), isSuperseded: false });
  expect(duplicates).toEqual([]);
  const content = await clerk.get(`/documents/${document.id}/content`);
  expect(content.statusCode).toBe(200);
  expect(sha256(content.raw)).toBe(document.sha256);
  expect(content.headers).toMatchObject({ 'content-type': 'application/pdf', 'accept-ranges': 'bytes', etag: `"${document.sha256}"`, 'x-content-type-options': 'nosniff' });
  expect(content.headers['content-disposition']).toMatch(/^inline; filename="_+\.pdf"; filename\*=UTF-8''%E0/);
  expect((await clerk.get(`/documents/${document.id}/content?download=true`)).headers['content-disposition']).toMatch(/^attachment/);
  expect((await clerk.get(`/documents/${document.id}/content`, { 'if-none-match': `"${document.sha256}"` })).statusCode).toBe(304);
});

test('a part of a file is sent where a part is asked for', async () => {
  const { document } = ok(await upload(clerk, pdf));
  const range = (value: string, more: Record<string, string> = {}) => clerk.get(`/documents/${document.id}/content`, { range: value, ...more });
  const first = await range('bytes=0-99');
  expect(first.statusCode).toBe(206);
  expect(first.raw).toEqual(pdf.subarray(0, 100));
  expect(first.headers).toMatchObject({ 'content-range': `bytes 0-99/${pdf.length}`, 'content-length': '100' });
  expect((await range('bytes=-10')).raw).toEqual(pdf.subarray(-10));
  expect((await range('bytes=0-9', { 'if-range': '"another"' })).statusCode).toBe(200);
  expect(await range(`bytes=${pdf.length}-`)).toMatchObject({ statusCode: 416, body: { code: 'RANGE_INVALID' } });
});

test('multipart works as well, and the name in the query counts first', async () => {
  const boundary = 'xxBOUNDARYxx';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: text/plain\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), variant('multipart'), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  expect(ok(await clerk.upload<Uploaded>('/documents?role=main', body, type)).document).toMatchObject({ name: 'scan.pdf', mime: 'application/pdf', sha256: sha256(variant('multipart')) });
  expect(ok(await clerk.upload<Uploaded>(`/documents?role=main&name=${encodeURIComponent('ชื่อใหม่.pdf')}`, body, type)).document.name).toBe('ชื่อใหม่.pdf');
});

test('what is not as it should be is refused with its reason, and nothing is kept', async () => {
  const before = await documents();
  const refused = async (bytes: Uint8Array, query?: string, headers?: Record<string, string>) => {
    const { statusCode, body } = await upload(clerk, bytes, query, headers);
    return [statusCode, (body as unknown as { code: string }).code];
  };
  expect(await refused(Buffer.from('not a pdf at all'))).toEqual([415, 'FILE_TYPE_REFUSED']);
  expect(await refused(Buffer.from('%PDF-1.7\nbut the rest is missing'))).toEqual([422, 'FILE_BROKEN']);
  expect(await refused(Buffer.alloc(0))).toEqual([422, 'FILE_EMPTY']);
  expect(await refused(Buffer.concat([pdf, Buffer.alloc(live.deps.config.uploadMaxBytes)]))).toEqual([413, 'FILE_TOO_LARGE']);
  expect(await refused(pdf, `?role=main&sha256=${'0'.repeat(64)}`)).toEqual([422, 'FILE_HASH_MISMATCH']);
  expect(await refused(pdf, '?role=main', named('../letter.pdf'))).toEqual([422, 'FILE_NAME_INVALID']);
  expect(await refused(pdf, '?role=main', { 'x-file-name': '%E0%' })).toEqual([422, 'FILE_NAME_INVALID']);
  expect(await refused(pdf, '?role=cover')).toEqual([400, 'VALIDATION_FAILED']);
  expect(await documents()).toBe(before);
});

test('an upload is its owner’s alone until it hangs on a letter, and then of the letter’s readers', async () => {
  const { document } = ok(await upload(clerk, variant('reading')));
  const [head, officer, stranger] = await Promise.all(['lopburi.office-head', 'lopburi.hr.officer', 'ops.ict.officer'].map((login) => signIn(live, login))) as [Person, Person, Person];
  const content = (person: Person) => person.get(`/documents/${document.id}/content`);
  expect(await content(head)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  const letterId = await takeIn(clerk, { documents: [{ documentId: document.id, role: 'main' }] });
  expect((await content(head)).statusCode).toBe(200);
  expect((await content(officer)).statusCode).toBe(404);
  expect((await content(stranger)).statusCode).toBe(404);
  expect((await page(head, letterId)).documents).toMatchObject([{ id: document.id, role: 'main', href: `/api/v1/documents/${document.id}/content` }]);
});

test('a file hangs on one letter only, and only its uploader can hang it there', async () => {
  const { document } = ok(await upload(clerk, variant('once')));
  const wish = { documents: [{ documentId: document.id, role: 'main' }] };
  const other = await signIn(live, 'lopburi.hr.clerk');
  await expect(takeIn(other, wish)).rejects.toThrow('DOCUMENT_NOT_USABLE');
  await takeIn(clerk, wish);
  await expect(takeIn(clerk, wish)).rejects.toThrow('DOCUMENT_NOT_USABLE');
});

test('the same file again is offered as known to those who may read the letter, and to nobody else', async () => {
  const bytes = variant('twice');
  const { document } = ok(await upload(clerk, bytes));
  const letterId = await takeIn(clerk, { documents: [{ documentId: document.id, role: 'main' }], subject: 'ส่งมาครั้งแรก' });
  expect(ok(await upload(clerk, bytes)).duplicates).toMatchObject([{ letterId, subject: 'ส่งมาครั้งแรก', receiveNo: expect.any(String) }]);
  const stranger = await signIn(live, 'ops.registry.clerk');
  expect(ok(await upload(stranger, bytes)).duplicates).toEqual([]);
});

test('the drafter marks places on the uploaded letter, on pages that it has', async () => {
  const officer = await signIn(live, 'ops.ict.officer');
  const { document } = ok(await upload(officer, variant('places')));
  const mark = (places: readonly object[], person = officer) => person.send(`PUT`, `/documents/${document.id}/places`, { places });
  const number = { kind: 'number', page: 1, x: 70, y: 700, w: 150, h: 20 };
  expect(await mark([number, { ...number, kind: 'date' }])).toMatchObject({ statusCode: 200, body: { places: [{ kind: 'number' }, { kind: 'date' }] } });
  expect(await mark([{ ...number, page: 4000 }])).toMatchObject({ statusCode: 422, body: { code: 'PLACE_INVALID' } });
  expect(await mark([number, number])).toMatchObject({ statusCode: 422, body: { code: 'PLACE_INVALID' } });
  expect(await mark([number], clerk)).toMatchObject({ statusCode: 404 });
  const letterId = await compose(officer, { documents: [{ documentId: document.id, role: 'main' }] });
  expect(await mark([number])).toMatchObject({ statusCode: 200 });
  ok(await officer.post(`/letters/${letterId}/tasks/${(await taskOn(officer, letterId)).taskId}/acts`, { rev: (await taskOn(officer, letterId)).rev, outcome: 'submit' }) as never);
  expect(await mark([number])).toMatchObject({ statusCode: 403 });
});

test('a draft is shown as it will be printed, to its readers', async () => {
  const officer = await signIn(live, 'ops.ict.officer');
  expect((await ownPost(officer)).office.code).toBe('ops');
  const letterId = await compose(officer);
  const preview = await officer.get(`/letters/${letterId}/preview`);
  expect(preview.statusCode).toBe(200);
  expect(preview.raw.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await clerk.get(`/letters/${letterId}/preview`)).statusCode).toBe(404);
});
