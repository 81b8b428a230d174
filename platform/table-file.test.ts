import { Workbook } from '@protobi/exceljs';
import { zeros } from '#test/support/hostile-files';
import { readTable } from './table-file';

const texts = async (bytes: Buffer) => (await readTable(bytes, { maxLines: 100 })).map(({ line, cells }) => [line, ...cells.map(({ text, isFormula }) => (isFormula ? '=?' : text))]);
async function workbook(fill: (sheet: ReturnType<Workbook['addWorksheet']>) => void): Promise<Buffer> {
  const book = new Workbook();
  fill(book.addWorksheet('x'));
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('a workbook is read as texts; formulas are not computed, and empty lines fall away', async () => {
  const file = await workbook((sheet) => {
    sheet.addRow(['รหัส', 'ชื่อ']);
    sheet.addRow([]);
    sheet.addRow([17, { richText: [{ text: 'กลุ่ม' }, { text: 'งาน' }] }, { formula: 'HYPERLINK("http://x")', result: 'ok' }]);
  });
  expect(await texts(file)).toEqual([[1, 'รหัส', 'ชื่อ'], [3, '17', 'กลุ่มงาน', '=?']]);
});

test.each([
  ['commas and quotes', Buffer.from('a,"b, ""c"""\r\nd,\n'), [[1, 'a', 'b, "c"'], [2, 'd', '']]],
  ['semicolons', Buffer.from('a;b\nc;d'), [[1, 'a', 'b'], [2, 'c', 'd']]],
  ['a byte order mark', Buffer.from('\ufeffก,ข'), [[1, 'ก', 'ข']]],
  ["Windows' Thai code page", Buffer.from([0xa1, 0x2c, 0xa2]), [[1, 'ก', 'ข']]],
  ['a formula', Buffer.from('a,=1+1'), [[1, 'a', '=?']]],
  ['a line end inside quotes', Buffer.from('"a\nb",c'), [[1, 'a\nb', 'c']]],
])('CSV with %s is read', async (_what, bytes, rows) => {
  expect(await texts(bytes)).toEqual(rows);
});

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
  ['an archive that is no workbook', Buffer.from('504b0304' + '00'.repeat(40), 'hex')],
  ['an archive without a directory', Buffer.from('504b030414000000', 'hex')],
])('%s is refused', async (_what, bytes) => {
  await expect(readTable(bytes, { maxLines: 10 })).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE' });
});

test('more lines than allowed are refused, and so is an archive that would unpack to more than its place', async () => {
  await expect(readTable(Buffer.from('a\n'.repeat(11)), { maxLines: 10 })).rejects.toMatchObject({ code: 'IMPORT_TOO_LARGE' });
  const file = await workbook((sheet) => sheet.addRow(['a']));
  const entry = file.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  file.writeUInt32LE(1_000_000_000, entry + 24);
  await expect(readTable(file, { maxLines: 10 })).rejects.toMatchObject({ code: 'IMPORT_TOO_LARGE' });
});

test('a workbook that unpacks to far more than it says it does is refused before it is read', async () => {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const packed = await zeros(200, { isRaw: true });
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(1_000, 8);
  const head = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(4), sizes, Buffer.from([name.length, 0, 0, 0]), name]);
  const entry = Buffer.concat([Buffer.from('504b01021400140000000800', 'hex'), Buffer.alloc(4), sizes, Buffer.from([name.length, 0]), Buffer.alloc(16), name]);
  const end = Buffer.concat([Buffer.from('504b050600000000', 'hex'), Buffer.from([1, 0, 1, 0]), Buffer.alloc(10)]);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(head.length + packed.length, 16);
  const before = process.memoryUsage().arrayBuffers;
  await expect(readTable(Buffer.concat([head, packed, entry, end]), { maxLines: 10 })).rejects.toMatchObject({ code: 'IMPORT_TOO_LARGE' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
});
