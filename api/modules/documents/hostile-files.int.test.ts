import { createHash } from 'node:crypto';
import type { Uploaded } from '#domain/contracts/documents';
import { bombPdf, cutPdf, guardedPdf, htmlAndPdf, lockedPdf, longPdf, pdfAndZip, scriptPdf } from '#test/support/hostile-files';
import { aPdf } from '#test/support/a-pdf';
import { ok, page, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
let live: LiveApp;
let clerk: Person;
beforeAll(async () => {
  live = await openLiveApp();
  clerk = await signIn(live, 'lopburi.registry.clerk');
});
afterEach(() => expect(live.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => live.close());

const upload = (bytes: Uint8Array, { role = 'main', language = 'th' }: { readonly role?: string; readonly language?: string } = {}) =>
  clerk.upload<Uploaded & { code: string; message: string }>(`/documents?role=${role}`, bytes, { 'x-file-name': 'letter.pdf', 'accept-language': language });
const kept = async (bytes: Uint8Array): Promise<readonly [rows: number, isStored: boolean]> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { rows } = await live.pool.query<{ n: number }>('select count(*)::int as n from document where sha256 = $1', [sha256]);
  return [rows[0]!.n, await live.deps.files.exists(sha256)];
};
/** Status, code, what is said, and that nothing of the file stays. */
async function refusal(bytes: Uint8Array, language?: string): Promise<readonly unknown[]> {
  const { statusCode, body } = await upload(bytes, language === undefined ? {} : { language });
  return [statusCode, body.code, body.message, await kept(bytes)];
}
const NOTHING = [0, false] as const;

test('a PDF that asks for a password is refused as the letter, in the reader’s language, and taken as an enclosure as it came', async () => {
  const bytes = await lockedPdf();
  expect(await refusal(bytes)).toEqual([422, 'FILE_LOCKED', expect.stringContaining('รหัสผ่าน'), NOTHING]);
  expect(await refusal(bytes, 'en')).toEqual([422, 'FILE_LOCKED', expect.stringContaining('asks for a password'), NOTHING]);
  expect(ok(await upload(bytes, { role: 'enclosure' })).document).toMatchObject({ role: 'enclosure', pages: null, sizeBytes: bytes.length });
});

test('a PDF that everybody can open, but that forbids changes, is taken', async () => {
  expect(ok(await upload(await guardedPdf())).document).toMatchObject({ role: 'main', pages: 1 });
});

test('a PDF of 2,000 pages is taken with all its pages, and its letter registered', async () => {
  const { document } = ok(await upload(longPdf(2_000)));
  expect(document.pages).toBe(2_000);
  const letterId = await takeIn(clerk, { theirNo: 'ลบ 52001/2000', documents: [{ documentId: document.id, role: 'main' }] });
  expect((await page(clerk, letterId)).documents).toMatchObject([{ id: document.id, pages: 2_000 }]);
});

test('a broken PDF is refused as broken and not as another kind of file', async () => {
  expect(await refusal(cutPdf())).toEqual([422, 'FILE_BROKEN', expect.stringContaining('เสียหาย'), NOTHING]);
  expect(await refusal(cutPdf(), 'en')).toEqual([422, 'FILE_BROKEN', expect.stringContaining('damaged'), NOTHING]);
});

test('a file that is a web page to a browser and a PDF to a reader is refused', async () => {
  expect(await refusal(htmlAndPdf())).toEqual([415, 'FILE_TYPE_REFUSED', expect.stringContaining('PDF'), NOTHING]);
});

test.each([['an archive', pdfAndZip], ['a script', scriptPdf]])('a PDF that is %s as well is only ever given out as a PDF that runs nothing', async (_, make) => {
  const bytes = make();
  const { document } = ok(await upload(bytes));
  const content = await clerk.get(`/documents/${document.id}/content`);
  expect(content.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining("script-src 'none'") });
  expect(Buffer.compare(content.raw, Buffer.from(bytes))).toBe(0);
});

test('a bomb is given up within its bounds, for a letter and an enclosure, while others go on; the next file is taken', async () => {
  const bomb = await bombPdf(700);
  const before = process.memoryUsage.rss();
  const asked = upload(bomb);
  expect((await clerk.get('/session')).statusCode).toBe(200);
  expect((await asked).body).toMatchObject({ code: 'FILE_TOO_COMPLEX', message: expect.stringContaining('หน่วยความจำ') });
  expect((await upload(bomb, { role: 'enclosure', language: 'en' })).body).toMatchObject({ code: 'FILE_TOO_COMPLEX', message: expect.stringContaining('memory') });
  expect(process.memoryUsage.rss() - before).toBeLessThan(1_500 * 1024 * 1024);
  expect(await kept(bomb)).toEqual(NOTHING);
  ok(await upload(aPdf('after the bomb')));
});
