import { readInfo, readText, toComparable as plain } from '#test/support/poppler';
import { renderCoverSheet } from './cover-sheet';
import { renderLabels } from './labels';
import { toQrRows } from './qr';

const cover = {
  madeAt: '2026-11-22T02:00:00.000Z', office: 'สำนักงานจังหวัดลพบุรี', subject: 'การเตรียมรับน้ำท่วมฉับพลัน', urgency: 'ด่วนที่สุด', secrecy: null, code: 'AB12CD34EF',
  facts: [['ที่', 'มท ๐๒๑๐.๒/๑๒๓'], ['จาก', 'กรมชลประทาน']] as const,
};

test('a cover sheet says what the letter is and has its code to be read by eye and by camera', async () => {
  const { pdf, pages } = await renderCoverSheet(cover);
  expect(pages).toBe(1);
  const text = plain(readText(pdf));
  for (const part of ['ใบปะหน้าหนังสือ', cover.office, cover.subject, 'ด่วนที่สุด', 'มท ๐๒๑๐.๒/๑๒๓', 'กรมชลประทาน', 'AB12CD34EF', 'ลายมือชื่อ']) expect(text).toContain(plain(part));
});

test('the cover of a classified letter bears its mark above and below', async () => {
  const { pdf } = await renderCoverSheet({ ...cover, secrecy: 'ลับมาก' });
  expect(plain(readText(pdf)).split(plain('ลับมาก'))).toHaveLength(3);
});

test('a QR code has its three eyes, and another text another code', () => {
  const rows = toQrRows('AB12CD34EF');
  const size = rows.length;
  for (const [top, left] of [[0, 0], [0, size - 7], [size - 7, 0]] as const) expect(rows[top]!.slice(left, left + 7)).toEqual(Array.from({ length: 7 }, () => true));
  expect(toQrRows('AB12CD34EG')).not.toEqual(rows);
});

const label = (n: number) => ({ to: `ผู้ว่าราชการจังหวัด ${n}`, address: 'ศาลากลางจังหวัด ถนนนารายณ์มหาราช ๑๕๐๐๐' });
const sheet = { madeAt: cover.madeAt, from: cover.office, no: 'ลบ ๐๐๑๗.๒/๕', urgency: null, skip: 0 };

test('labels fill sheets of twenty-four, and a sheet that has been begun is gone on with', async () => {
  const labels = Array.from({ length: 24 }, (_, n) => label(n + 1));
  const whole = await renderLabels({ ...sheet, labels });
  expect(whole.pages).toBe(1);
  expect(readInfo(whole.pdf)['Page size']).toContain('A4');
  const text = plain(readText(whole.pdf));
  for (const part of ['ผู้ว่าราชการจังหวัด 24', 'ศาลากลางจังหวัด', 'ลบ ๐๐๑๗.๒/๕', cover.office]) expect(text).toContain(plain(part));
  expect((await renderLabels({ ...sheet, labels, skip: 1 })).pages).toBe(2);
});

test('what cannot be printed is refused', async () => {
  await expect(renderLabels({ ...sheet, labels: [{ to: '😀', address: '' }] })).rejects.toMatchObject({ code: 'TEXT_NOT_PRINTABLE' });
});
