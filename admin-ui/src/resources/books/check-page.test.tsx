import { screen, within } from '@testing-library/react';
import type { BookCheck } from '#domain/contracts/book-check';
import { buildSession } from '../../testing/builders';
import { refusal, renderAdmin } from '../../testing/render-admin';

const BOOK: BookCheck['book'] = {
  id: 'B1', kind: 'receive', name: { th: 'ทะเบียนหนังสือรับ', en: '' }, office: { id: 'O1', code: 'lopburi', name: { th: 'สำนักงานจังหวัดลพบุรี', en: '' }, short: 'สนจ.ลพบุรี' },
  unit: null, post: null, isHeld: false, isTest: false, canKeep: true, years: [{ yearBe: 2569, lastNo: 7, lastDate: '2026-11-22', isImported: false }],
};
const CHECK: BookCheck = { book: BOOK, yearBe: 2569, checkedAt: '2026-11-22T03:00:00.000Z', firstNo: 1, lastNo: 7, entries: 7, findings: [] };
const ITEM = { no: 2, toNo: 2, printed: '2', date: '2026-11-20', against: null, reason: '', letterId: null, person: null, at: null };
const open = (check: () => Promise<BookCheck>) => renderAdmin({ path: '/books/B1/2569/check', api: { me: async () => buildSession(), checkBook: check } });

test('a sound year says so, and a year without numbers is not called sound', async () => {
  open(async () => CHECK);
  expect(await screen.findByText('ไม่พบสิ่งที่ต้องชี้แจง')).toBeTruthy();
});

test('a year without numbers says that there is nothing to check', async () => {
  open(async () => ({ ...CHECK, entries: 0, lastNo: 0 }));
  expect(await screen.findByText('ปีนี้ยังไม่มีเลขให้ตรวจ')).toBeTruthy();
  expect(screen.queryByText('ไม่พบสิ่งที่ต้องชี้แจง')).toBeNull();
});

test('faults come first and are counted; what is in order is listed apart and not counted', async () => {
  open(async () => ({
    ...CHECK,
    findings: [
      { kind: 'filled', isFault: false, total: 1, items: [{ ...ITEM, no: 5, toNo: 5 }] },
      { kind: 'gap', isFault: true, total: 1, items: [{ ...ITEM, no: 3, toNo: 4, printed: '', date: null }] },
      { kind: 'dateOrder', isFault: true, total: 2, items: [{ ...ITEM, against: '2026-11-21', letterId: 'L1' }] },
    ],
  }));
  expect(await screen.findByText('มีสิ่งที่ต้องชี้แจง 3 รายการ')).toBeTruthy();
  expect(screen.getAllByRole('table').map((table) => table.getAttribute('aria-label'))).toEqual(['เลขที่ขาดหาย', 'วันที่ไม่เรียงตามเลข', 'เลขที่จองไว้และใช้แล้ว']);
  expect(within(screen.getByRole('table', { name: 'เลขที่ขาดหาย' })).getByText('3 ถึง 4')).toBeTruthy();
  expect(within(screen.getByRole('table', { name: 'วันที่ไม่เรียงตามเลข' })).getByText(/เลขก่อนหน้าลงวันที่ 21 พ.ย. 69/)).toBeTruthy();
  expect(screen.getByText('แสดง 1 จาก 2 รายการ')).toBeTruthy();
});

test('what cannot be fetched says so', async () => {
  open(() => Promise.reject(refusal(404, 'BOOK_YEAR_UNKNOWN')));
  expect(await screen.findByText('ไม่มีทะเบียนของปีที่เลือก')).toBeTruthy();
});
