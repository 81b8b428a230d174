import { readText, toComparable as plain } from '#test/support/poppler';
import { renderOutageSheet } from './outage-sheet';

const sheet = { book: 'ทะเบียนหนังสือรับ', office: 'สำนักงานจังหวัดลพบุรี', span: 'ปี พ.ศ. 2569', made: 'ออกใบเมื่อ 22 พ.ย. 69', madeAt: '2026-11-22T02:00:00.000Z' };
const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index + 101}`);

test('a sheet has a line for each number, with what is written beside it by hand', async () => {
  const { pdf, pages } = await renderOutageSheet({ ...sheet, isReceiving: true, numbers: numbers(10) });
  expect(pages).toBe(1);
  const text = plain(readText(pdf));
  for (const part of ['ใบเลขสำรองกรณีระบบขัดข้อง', sheet.book, sheet.office, 'วันที่และเวลา', 'ผู้ลงทะเบียน', '๑๐๑', '๑๑๐']) expect(text).toContain(plain(part));
});

test('a sheet of letters sent asks for owner and signer; a hundred numbers go over several pages under the same head', async () => {
  const { pdf, pages } = await renderOutageSheet({ ...sheet, isReceiving: false, numbers: numbers(100).map((no) => `…………/${no}`) });
  const text = plain(readText(pdf));
  for (const part of ['เจ้าของเรื่อง', 'ผู้ลงนาม', '/๑๐๑', '/๒๐๐']) expect(text).toContain(plain(part));
  expect(pages).toBeGreaterThan(4);
  expect(text.split(plain('ผู้ขอเลข')).length - 1).toBe(pages);
});
