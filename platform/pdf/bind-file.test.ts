import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { aPdf } from '#test/support/a-pdf';
import { readInfo, readText, toComparable as plain } from '#test/support/poppler';
import { bindFile } from './bind-file';

const madeAt = '2026-11-22T02:00:00.000Z';
const part = (bytes: Uint8Array, mime = 'application/pdf', name = 'เอกสาร.pdf') => ({ name, mime, bytes });
/** One black pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');

test('documents lie one after the other, pictures on sheets of A4', async () => {
  const { pdf, pages, leftOut } = await bindFile({ madeAt, title: 'แฟ้มหนังสือ', parts: [part(aPdf('first')), part(PNG, 'image/png', 'ภาพ.png'), part(aPdf('second'))] });
  expect({ pages, leftOut }).toEqual({ pages: 3, leftOut: [] });
  expect(readInfo(pdf)).toMatchObject({ Pages: '3', Title: 'แฟ้มหนังสือ' });
  expect([1, 2, 3].map((page) => readText(pdf, page).trim())).toEqual(['first', '', 'second']);
  expect(readInfo(pdf)['Page size']).toMatch(/^595/);
});

test('a file that nobody can open, of another kind or damaged is named on a last sheet', async () => {
  const locked = PDF.create();
  locked.addPage({ size: 'a4' });
  locked.setProtection({ userPassword: 'secret', ownerPassword: 'owner' });
  const { pdf, pages, leftOut } = await bindFile({
    madeAt, title: 'แฟ้มหนังสือ', parts: [part(aPdf('first')), part(await locked.save(), 'application/pdf', 'ล็อก.pdf'), part(Buffer.from('PK'), 'application/zip', 'ตาราง.xlsx'), part(Buffer.from('%PDF-1.7 x'), 'application/pdf', 'เสีย.pdf'), part(Buffer.from('x'), 'image/png', 'เสีย.png')],
  });
  expect(leftOut.map(({ why }) => why)).toEqual(['encrypted', 'kind', 'broken', 'broken']);
  expect(pages).toBe(2);
  for (const text of ['ไม่ได้รวมอยู่ในแฟ้มนี้', 'ล็อก.pdf', 'ตาราง.xlsx', 'ไฟล์มีรหัสผ่าน', 'ไฟล์เสียหาย']) expect(plain(readText(pdf, 2))).toContain(plain(text));
});

test('more pages than a file may have are refused', async () => {
  const parts = [part(aPdf('first')), part(aPdf('second'))];
  await expect(bindFile({ madeAt, title: 'แฟ้มหนังสือ', parts, maxPages: 1 })).rejects.toMatchObject({ code: 'PRINT_TOO_LONG', details: { pages: 2, maximum: 1 } });
  expect((await bindFile({ madeAt, title: 'แฟ้มหนังสือ', parts, maxPages: 2 })).pages).toBe(2);
});

test('a signed letter is printed without its signature, which a copy cannot bear', async () => {
  const signed = readFileSync(join(__dirname, 'fixtures', 'signed-a4.pdf'));
  const { pdf } = await bindFile({ madeAt, title: 'แฟ้มหนังสือ', parts: [part(signed), part(aPdf('second'))] });
  expect(readText(pdf, 1)).toContain('its sender has signed');
  expect(Buffer.from(pdf).toString('latin1')).not.toContain('/ByteRange');
});
