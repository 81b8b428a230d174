import { buffer } from 'node:stream/consumers';
import { Workbook } from '@protobi/exceljs';
import { plainCell, writeWorkbook, type SpreadsheetColumn } from './spreadsheet';

type Row = { readonly subject: string; readonly year: string; readonly days: number | null };
const COLUMNS: readonly SpreadsheetColumn<Row>[] = [
  { header: 'เรื่อง', width: 40, value: ({ subject }) => subject },
  { header: 'ปี พ.ศ.', value: ({ year }) => year },
  { header: 'เกินกำหนด (วันทำการ)', value: ({ days }) => days },
];
async function* batchesOf(...batches: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  yield* batches;
}
async function open(bytes: Buffer) {
  const book = new Workbook();
  // The package types its input as an older Buffer; the bytes are the same.
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book.worksheets[0]!;
}

test('a list becomes a sheet with its title, headings and rows; years stay texts and figures numbers', async () => {
  const file = await buffer(writeWorkbook({
    sheet: 'เกินกำหนด: ทั้งหมด', title: ['เรื่องเกินกำหนด', 'ณ วันที่ 21/11/2569'], columns: COLUMNS,
    batches: batchesOf([{ subject: 'ขอให้รายงานผล', year: '2569', days: 3 }], [{ subject: 'ขอความอนุเคราะห์', year: '2570', days: null }]),
  }));
  const sheet = await open(file);
  expect(sheet.name).toBe('เกินกำหนด  ทั้งหมด');
  expect([1, 2, 3, 4, 5].map((row) => [1, 2, 3].map((column) => sheet.getRow(row).getCell(column).value))).toEqual([
    ['เรื่องเกินกำหนด', null, null],
    ['ณ วันที่ 21/11/2569', null, null],
    ['เรื่อง', 'ปี พ.ศ.', 'เกินกำหนด (วันทำการ)'],
    ['ขอให้รายงานผล', '2569', 3],
    ['ขอความอนุเคราะห์', '2570', null],
  ]);
});

test.each([
  ['=1+1', "'=1+1"], ['+66 2', "'+66 2"], ['-5', "'-5"], ['@SUM(A1)', "'@SUM(A1)"], ['  =HYPERLINK("x")', '\'  =HYPERLINK("x")'], ['\tก', "'\tก"],
  ['ก=ข', 'ก=ข'], ['', ''], ['ก\u0000ข', 'กข'],
])('the text %j is written as %j', (text, cell) => {
  expect(plainCell(text)).toBe(cell);
});

test('a text that begins like a formula is a text in the file', async () => {
  const file = await buffer(writeWorkbook({ sheet: 'x', columns: COLUMNS, batches: batchesOf([{ subject: '=cmd|calc', year: '2569', days: -3 }]) }));
  const row = (await open(file)).getRow(2);
  expect([row.getCell(1).value, row.getCell(3).value]).toEqual(["'=cmd|calc", -3]);
});

test('a list that cannot be read to its end gives no file', async () => {
  async function* failing(): AsyncGenerator<readonly Row[]> {
    yield [{ subject: 'ก', year: '2569', days: 1 }];
    throw new Error('the database has gone');
  }
  await expect(buffer(writeWorkbook({ sheet: 'x', columns: COLUMNS, batches: failing() }))).rejects.toThrow('the database has gone');
});
