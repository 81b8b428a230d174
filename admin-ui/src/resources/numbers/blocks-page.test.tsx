import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { BlockPage, NumberBlock } from '#domain/contracts/number-blocks';
import { buildSession, ID } from '../../testing/builders';
import { fill, refusal, renderAdmin } from '../../testing/render-admin';

const BOOK: BlockPage['book'] = {
  id: 'B1', kind: 'receive', name: { th: 'ทะเบียนหนังสือรับ', en: '' }, office: { id: 'O1', code: 'lopburi', name: { th: 'สำนักงานจังหวัดลพบุรี', en: '' }, short: 'สนจ.ลพบุรี' },
  unit: null, post: null, isHeld: false, isTest: false, canKeep: true, years: [{ yearBe: 2569, lastNo: 7, lastDate: '2026-11-22', isImported: false }],
};
const NUMBER: NumberBlock['numbers'][number] = { id: 'N5', no: 5, printed: '5', status: 'reserved', date: '2026-11-22', letter: null, isKept: false, reason: '', by: null, at: null };
const BLOCK: NumberBlock = {
  id: 'K1', kind: 'reserved', firstNo: 5, lastNo: 7, untilDay: '2026-11-22', isOverdue: false, reason: 'รอลงนามเรื่องด่วน', forWhom: 'ห้องผู้ว่าราชการจังหวัด', madeAt: '2026-11-22T02:00:00.000Z', madeBy: { id: 'P1', name: { th: 'มาลี ใจดี', en: '' } },
  numbers: [
    NUMBER,
    { ...NUMBER, id: 'N6', no: 6, printed: '6', isKept: true, letter: { id: 'L1', subject: 'ขอเชิญประชุม' }, reason: 'ลงนามบ่ายนี้' },
    { ...NUMBER, id: 'N7', no: 7, printed: '7', status: 'cancelled', reason: 'ไม่ได้ใช้' },
  ],
};
const PAGE: BlockPage = { items: [BLOCK], nextCursor: null, total: 1, book: BOOK, mayTake: true, isOpen: true };
const open = (page: BlockPage, api: object = {}) => renderAdmin({ path: '/books/B1/2569/numbers', api: { me: async () => buildSession(), listBlocks: async () => page, ...api } });

test('each number says what became of it, and who reserved them for whom', async () => {
  open(PAGE);
  const table = within(await screen.findByRole('table', { name: 'เลข 5 ถึง 7 จองไว้' }));
  expect(table.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[0]!.textContent)).toEqual(['ยังไม่ใช้', 'ให้แก่หนังสือแล้ว รอออกเลข', 'ยกเลิก']);
  expect(table.getByRole('link', { name: 'ขอเชิญประชุม' }).getAttribute('href')).toBe('/letters/L1');
  expect(screen.getByText('สำหรับ ห้องผู้ว่าราชการจังหวัด')).toBeTruthy();
  expect(screen.getByText('เหลือ 2 เลข')).toBeTruthy();
  expect(table.getByRole('link', { name: 'ลงรับหนังสือด้วยเลข 5' }).getAttribute('href')).toBe('/intake?reserved=N5&no=5&kind=reserved');
});

test('who may not take numbers sees them and is told why there is nothing to press', async () => {
  open({ ...PAGE, mayTake: false });
  expect(await screen.findByText(/ท่านดูได้อย่างเดียว/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /ยกเลิกเลข|จองเลข/ })).toBeNull();
});

test('a closed year offers no new numbers, and what is overdue can only be cancelled', async () => {
  open({ ...PAGE, isOpen: false, items: [{ ...BLOCK, isOverdue: true }] });
  expect(await screen.findByText('พ้นกำหนด ต้องยกเลิก')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'จองเลข' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'ให้เลข 5 แก่หนังสือ' })).toBeNull();
  expect(screen.getByRole('button', { name: 'ยกเลิกเลข 5' })).toBeTruthy();
});

test('numbers are reserved with a reason; what is wrong is said beside the field and not sent', async () => {
  const reserveNumbers = jest.fn(async () => PAGE);
  open({ ...PAGE, items: [] }, { reserveNumbers });
  fireEvent.click(await screen.findByRole('button', { name: 'จองเลข' }));
  const dialog = within(await screen.findByRole('dialog'));
  fill(dialog.getByLabelText(/^จำนวนเลข/), '101');
  fireEvent.click(dialog.getByRole('button', { name: 'จองเลข' }));
  await waitFor(() => expect(dialog.getByLabelText(/^จำนวนเลข/).getAttribute('aria-invalid')).toBe('true'));
  expect(dialog.getByLabelText(/^เหตุผล/).getAttribute('aria-invalid')).toBe('true');
  expect(reserveNumbers).not.toHaveBeenCalled();
  fill(dialog.getByLabelText(/^จำนวนเลข/), '3');
  fill(dialog.getByLabelText(/^เหตุผล/), 'รอลงนาม');
  fireEvent.click(dialog.getByRole('button', { name: 'จองเลข' }));
  await waitFor(() => expect(reserveNumbers).toHaveBeenCalledWith({ params: { bookId: 'B1', yearBe: '2569' }, body: { id: expect.any(String), kind: 'reserved', count: 3, reason: 'รอลงนาม', forWhom: '', until: null } }));
});

test('a sheet is made until the end of the year, printed, and keyed in line by line', async () => {
  const reserveNumbers = jest.fn(async () => PAGE);
  open({ ...PAGE, items: [{ ...BLOCK, kind: 'outage' }] }, { reserveNumbers });
  expect((await screen.findByRole('link', { name: 'บันทึกหนังสือที่เขียนเลข 5 ไว้ในใบ' })).getAttribute('href')).toBe('/intake?reserved=N5&no=5&kind=outage');
  expect(screen.getByRole('button', { name: 'พิมพ์ใบเลขสำรอง' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'ออกใบเลขสำรอง' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'ออกใบเลขสำรอง' }));
  await waitFor(() => expect(reserveNumbers).toHaveBeenCalledWith({ params: { bookId: 'B1', yearBe: '2569' }, body: { id: expect.any(String), kind: 'outage', count: 20, reason: 'สำรองไว้ใช้ขณะระบบขัดข้อง', forWhom: '', until: null } }));
});

test('a number is cancelled only with a reason that is not too long, and a refusal keeps what was typed', async () => {
  const cancelNumbers = jest.fn(() => Promise.reject(refusal(409, 'NUMBER_NOT_RESERVED')));
  open(PAGE, { cancelNumbers });
  fireEvent.click(await screen.findByRole('button', { name: 'ยกเลิกเลข 5' }));
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = () => fireEvent.click(dialog.getByRole('button', { name: 'ยกเลิกเลข' }));
  confirm();
  await waitFor(() => expect(dialog.getByLabelText(/^เหตุผล/).getAttribute('aria-invalid')).toBe('true'));
  fill(dialog.getByLabelText(/^เหตุผล/), 'ก'.repeat(5_001));
  confirm();
  expect(cancelNumbers).not.toHaveBeenCalled();
  fill(dialog.getByLabelText(/^เหตุผล/), 'ไม่ได้ใช้');
  confirm();
  expect((await dialog.findByRole('alert')).textContent).toContain('เลขนี้ไม่ได้จองไว้');
  expect(cancelNumbers).toHaveBeenCalledWith({ params: { bookId: 'B1', yearBe: '2569', blockId: 'K1' }, body: { numbers: [5], reason: 'ไม่ได้ใช้' } });
  expect(dialog.getByLabelText<HTMLInputElement>(/^เหตุผล/).value).toBe('ไม่ได้ใช้');
});

test('a number that is kept for a letter is set free again with a reason', async () => {
  const keepNumber = jest.fn(async () => BLOCK);
  open(PAGE, { keepNumber });
  fireEvent.click(await screen.findByRole('button', { name: 'เปลี่ยนหนังสือที่ได้เลข 6' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('radio', { name: 'ไม่ให้แก่หนังสือใด' }));
  fill(dialog.getByLabelText(/^เหตุผล/), 'หนังสือไม่ลงนามวันนี้');
  fireEvent.click(dialog.getByRole('button', { name: 'ไม่ให้แก่หนังสือใด' }));
  await waitFor(() => expect(keepNumber).toHaveBeenCalledWith({ params: { bookId: 'B1', yearBe: '2569', blockId: 'K1', entryId: 'N6' }, body: { letterId: null, reason: 'หนังสือไม่ลงนามวันนี้', usedAt: null } }));
});

test('a letter is registered with a reserved number that the address names, and the next one without it', async () => {
  renderAdmin({ path: `/intake?reserved=${ID.command}&no=5&kind=reserved`, api: { me: async () => buildSession({ can: ['intake'] }) } });
  expect(await screen.findByText('ลงรับด้วยเลขที่จองไว้ 5')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'ไม่ใช้เลขนี้' }));
  await waitFor(() => expect(screen.queryByText('ลงรับด้วยเลขที่จองไว้ 5')).toBeNull());
});
