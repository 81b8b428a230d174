import { REGISTER_COLUMNS, registerHeading } from '#domain/numbering/register-row';
import { readInfo, readText, toComparable as plain } from '#test/support/poppler';
import { renderRegisterSheet, type RegisterSheet } from './register-sheet';

const headings = Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, registerHeading(column, 'receive').th])) as RegisterSheet['headings'];
const row = (no: number, more: object = {}) => ({
  no: String(no), letterNo: `มท 0210.2/${100 + no}`, dated: '20 พ.ย. 69', from: 'สำนักงานปลัดกระทรวงมหาดไทย', to: 'ผู้ว่าราชการจังหวัดลพบุรี', subject: `เรื่องที่ ${no}`, action: 'กลุ่มงานยุทธศาสตร์', remark: '', isCancelled: false, ...more,
});
const sheet = (days: RegisterSheet['days'], lang: 'th' | 'en' = 'th'): RegisterSheet => ({
  lang, title: 'ทะเบียนหนังสือรับ', office: 'สำนักงานจังหวัดลพบุรี', span: 'พ.ศ. 2569', headings, days, made: 'จัดทำเมื่อ 22 พ.ย. 69 08.00 น.', madeAt: '2026-11-22T01:00:00Z',
});
const DAY = 'วันที่ 22 พฤศจิกายน พ.ศ. 2569';

test('a page has the columns of the form, the day above its lines, Thai digits, and its sum', async () => {
  const { pdf, pages } = await renderRegisterSheet(sheet([{ day: DAY, rows: [row(1), row(2, { isCancelled: true, remark: 'ยกเลิกเลข: ลงซ้ำ' })] }]));
  expect(pages).toBe(1);
  const info = readInfo(pdf);
  expect(info['Page size']).toMatch(/^841.89 x 595.2.*A4/);
  const text = plain(readText(pdf));
  for (const part of [...Object.values(headings), 'ทะเบียนหนังสือรับ', 'สำนักงานจังหวัดลพบุรี', 'วันที่ ๒๒ พฤศจิกายน พ.ศ. ๒๕๖๙', 'มท ๐๒๑๐.๒/๑๐๑', 'รวมหน้านี้ ๒ รายการ (ยกเลิก ๑ รายการ)', 'รวมทั้งสิ้น ๒ รายการ', 'หน้า ๑ จาก ๑']) {
    expect(text).toContain(plain(part));
  }
});

test('each page sums up its own lines, the last one all of them', async () => {
  const many = Array.from({ length: 60 }, (_, i) => row(i + 1, { isCancelled: i === 59 }));
  const { pdf, pages } = await renderRegisterSheet(sheet([{ day: DAY, rows: many.slice(0, 40) }, { day: 'วันที่ 23 พฤศจิกายน พ.ศ. 2569', rows: many.slice(40) }], 'en'));
  expect(pages).toBeGreaterThan(1);
  const sums = Array.from({ length: pages }, (_, i) => Number(/On this page (\d+) entries/.exec(readText(pdf, i + 1))?.[1]));
  expect(sums.every((sum) => sum > 0)).toBe(true);
  expect(sums.reduce((all, sum) => all + sum, 0)).toBe(60);
  expect(readText(pdf, 1)).not.toContain('In all');
  expect(readText(pdf, pages)).toContain('In all 60 entries (cancelled 1 entries)');
});

test('what the font cannot draw is a question mark, and a span without entries says so', async () => {
  const { pdf } = await renderRegisterSheet(sheet([{ day: DAY, rows: [row(1, { subject: 'ด่วน 😀 มาก' })] }]));
  expect(plain(readText(pdf))).toContain(plain('ด่วน ? มาก'));
  expect(plain(readText((await renderRegisterSheet(sheet([]))).pdf))).toContain(plain('ไม่มีรายการในช่วงนี้'));
});
