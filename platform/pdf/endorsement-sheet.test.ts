import { readInfo, readText, toComparable as plain } from '#test/support/poppler';

import { type EndorsementEntry, renderEndorsementSheet } from './endorsement-sheet';


const entries: EndorsementEntry[] = [
  { seq: 1, to: 'หัวหน้าสำนักงานจังหวัด', action: 'เพื่อพิจารณา', text: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์ดำเนินการ', name: 'ชื่อเจ้าหน้าที่', post: 'เจ้าพนักงานธุรการ', capacityLine: null, dateText: '๒๒ พ.ย. ๒๕๖๙', timeText: '๐๙.๒๐ น.' },
  { seq: 2, to: null, action: 'มอบ กลุ่มงานยุทธศาสตร์ ดำเนินการ', text: '', name: 'ชื่อรองผู้ว่าราชการ', post: 'รองผู้ว่าราชการจังหวัดลพบุรี', capacityLine: 'รักษาราชการแทน ผู้ว่าราชการจังหวัดลพบุรี', dateText: '๒๒ พ.ย. ๒๕๖๙', timeText: '๑๐.๓๐ น.' },
];
const sheet = { madeAt: '2026-11-22T02:00:00Z', office: 'สำนักงานจังหวัดลพบุรี', letterNo: 'มท ๐๒๑๐.๒/๑๒๓๔', subject: 'ขอให้รายงานผล', entries };

test('shows the notes in the order of the log, each with its name, post, capacity and time', async () => {
  const { pdf, pages } = await renderEndorsementSheet(sheet);
  expect(pages).toBe(1);
  const text = plain(readText(pdf));
  let from = 0;
  for (const entry of entries) {
    for (const part of [entry.to, entry.action, entry.text, entry.name, entry.post, entry.capacityLine, entry.dateText, entry.timeText]) {
      const at = text.indexOf(plain(part ?? ''), from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at;
    }
  }
  for (const part of ['บันทึกการเกษียนหนังสือ', sheet.office, sheet.letterNo, sheet.subject]) expect(text).toContain(plain(part));
});

test('runs over several pages with page numbers and the secrecy mark on each', async () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ ...entries[i % 2], seq: i + 1 }) as EndorsementEntry);
  const { pdf, pages } = await renderEndorsementSheet({ ...sheet, secrecy: 'ลับ', entries: many });
  expect(pages).toBeGreaterThan(2);
  expect(readInfo(pdf).Pages).toBe(String(pages));
  expect(plain(readText(pdf, 3))).toContain(plain('- ๓ -'));
  for (let page = 1; page <= pages; page++) expect(plain(readText(pdf, page)).split(plain('ลับ')).length - 1).toBe(2);
});

test('refuses characters that cannot be printed', async () => {
  await expect(renderEndorsementSheet({ ...sheet, subject: '😀' })).rejects.toMatchObject({ code: 'TEXT_NOT_PRINTABLE' });
});
