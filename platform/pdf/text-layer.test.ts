import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPdf } from '#test/support/a-pdf';
import { norm } from '#domain/thai/normalise';
import { readTextLayer } from './text-layer';

jest.setTimeout(60_000);

test('the lines of a page are read as they stand', async () => {
  expect(await readTextLayer(aPdf('Ref 0201.2/123'))).toEqual({ pages: ['Ref 0201.2/123'], isCut: false });
});

test('Thai of a page that a browser printed is read in the order of writing, line by line', async () => {
  const [page = ''] = (await readTextLayer(readFileSync(join(__dirname, 'fixtures', 'printed-by-browser.pdf')))).pages;
  const lines = norm(page.replaceAll('\n', '|')).split('|');
  expect(lines).toContainEqual(expect.stringMatching(/^ที่ มท 0210\.2\/ว 1234 +สำนักงานปลัดกระทรวงมหาดไทย$/));
  expect(lines).toContainEqual(expect.stringMatching(/^เรื่อง .*พื้นที่/));
  expect(lines).toContainEqual(expect.stringMatching(/^เรียน .*ราชการจังหวัดลพบุรี$/));
});

test('no more is read than was asked for, and it says so', async () => {
  expect(await readTextLayer(aPdf('Ref 0201.2/123'), { maxChars: 3 })).toEqual({ pages: ['Ref'], isCut: true });
  expect(await readTextLayer(aPdf('Ref'), { maxPages: 0 })).toEqual({ pages: [], isCut: true });
});

test('what is no PDF is refused', async () => {
  await expect(readTextLayer(new TextEncoder().encode('hello'))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
});

test('a signed file is read like any other', async () => {
  const { pages } = await readTextLayer(readFileSync(join(__dirname, 'fixtures', 'signed.pdf')));
  expect(pages.length).toBeGreaterThan(0);
});
