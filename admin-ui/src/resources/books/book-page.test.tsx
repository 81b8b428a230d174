import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Overrides } from '../../testing/render-admin';
import { refusal, renderAdmin } from '../../testing/render-admin';
import { buildSession } from '../../testing/builders';

const BOOK = {
  id: 'B1', kind: 'receive' as const, name: { th: 'ทะเบียนหนังสือรับ', en: '' }, office: { id: 'O1', code: 'lopburi', name: { th: 'สำนักงานจังหวัดลพบุรี', en: '' }, short: 'สนจ.ลพบุรี' },
  unit: null, post: null, isHeld: false, isTest: false, canKeep: true, years: [{ yearBe: 2569, lastNo: 7, lastDate: '2026-11-22', isImported: false }],
};
type Asked = { query?: Record<string, unknown> };

function open(path: string, downloadFile: NonNullable<Overrides['downloadFile']> = () => Promise.reject(refusal(500, 'INTERNAL'))) {
  const asked: (Record<string, unknown> | undefined)[] = [];
  renderAdmin({
    path,
    api: {
      me: async () => buildSession(), downloadFile,
      bookEntries: (async ({ query }: Asked) => {
        asked.push(query);
        return { book: BOOK, items: [], nextCursor: null, total: 0 };
      }) as never,
    },
  });
  return asked;
}

test('the days in the address narrow the list, and what is printed and exported', async () => {
  const files: unknown[] = [];
  const asked = open('/books/B1/2569?from=2026-11-01&to=2026-11-22', (async (file: unknown) => {
    files.push(file);
    throw refusal(422, 'BOOK_PRINT_TOO_LONG', { field: 'from', total: 2000, maximum: 1500 });
  }) as never);
  const group = await screen.findByRole('group', { name: 'พิมพ์และส่งออกทะเบียน' });
  await waitFor(() => expect(within(group).getByRole('button', { name: 'พิมพ์ทะเบียน' }).hasAttribute('disabled')).toBe(false));
  expect(asked[0]).toMatchObject({ from: '2026-11-01', to: '2026-11-22', order: 'desc' });
  await userEvent.click(within(group).getByRole('button', { name: 'พิมพ์ทะเบียน' }));
  expect(files).toEqual([{ endpoint: 'bookExport', params: { bookId: 'B1', yearBe: '2569' }, query: { format: 'pdf', from: '2026-11-01', to: '2026-11-22' } }]);
  expect(await screen.findByText(/ช่วงนี้มี .* รายการ พิมพ์ได้ครั้งละไม่เกิน/)).toBeTruthy();
});

test('days in the wrong order are said at the field, and nothing is asked for', async () => {
  const asked = open('/books/B1/2569?from=2026-11-22&to=2026-11-01');
  expect(await screen.findByText('วันสิ้นสุดต้องไม่อยู่ก่อนวันเริ่มต้น')).toBeTruthy();
  expect(asked).toEqual([]);
  expect(screen.getByRole('button', { name: 'พิมพ์ทะเบียน' }).hasAttribute('disabled')).toBe(true);
});

test('what is no day in the address is left out', async () => {
  const asked = open('/books/B1/2569?from=2026-02-30');
  await screen.findByText('ไม่มีรายการในทะเบียน');
  expect(asked[0]).toEqual({ order: 'desc', limit: 50 });
});

test('an entry is corrected with a reason, and what stood there is struck out', async () => {
  const entry = {
    id: 'E7', no: 7, suffix: '', yearBe: 2569, isImported: false, printed: '7', status: 'issued' as const, entryDate: '2026-11-22', takenAt: '2026-11-22T03:00:00.000Z', letterId: null, isHidden: false, letterNo: null, letterDate: null, fromText: 'เทศบาล', toText: '',
    subject: 'ขอเชิญประชุม', isSealed: false, urgency: null, secrecy: null, letterStatus: null, action: { units: [], answerNo: null, answerDate: null, text: '' }, remark: '', block: null, anewNo: null, insteadOf: null, takenBy: null, cancelledBy: null, cancelledAt: null, peers: [],
    amendments: [{ field: 'fromText' as const, oldValue: 'เทศบาน', newValue: 'เทศบาล', reason: 'สะกดผิด', at: '2026-11-22T04:00:00.000Z', person: { id: 'P', name: { th: 'สมศรี', en: '' } } }],
  };
  const amendEntry = jest.fn(async () => ({ amendments: [] }));
  renderAdmin({ path: '/books/B1/2569', api: { me: async () => buildSession(), amendEntry, bookEntries: (async () => ({ book: BOOK, items: [entry], nextCursor: null, total: 1 })) as never } });
  expect((await screen.findByText('เทศบาน')).tagName).toBe('DEL');
  expect(screen.getByText(/แก้ไขช่องจาก โดยสมศรี .*: สะกดผิด/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'แก้ไขรายการเลข 7' }));
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'บันทึกการแก้ไข' });
  expect(confirm.disabled).toBe(true);
  fireEvent.change(within(dialog).getByRole('textbox', { name: /ข้อความใหม่/ }), { target: { value: 'ขอเชิญประชุมคณะกรรมการ' } });
  fireEvent.click(confirm);
  expect(within(dialog).getByText('โปรดกรอก')).toBeTruthy();
  fireEvent.change(within(dialog).getByRole('textbox', { name: /เหตุผลที่แก้ไข/ }), { target: { value: 'ก'.repeat(4_001) } });
  fireEvent.click(confirm);
  expect(amendEntry).not.toHaveBeenCalled();
  fireEvent.change(within(dialog).getByRole('textbox', { name: /เหตุผลที่แก้ไข/ }), { target: { value: 'ตกข้อความ' } });
  fireEvent.click(confirm);
  await waitFor(() => expect(amendEntry).toHaveBeenCalledWith({ params: { bookId: 'B1', yearBe: '2569', entryId: 'E7' }, body: { field: 'subject', newValue: 'ขอเชิญประชุมคณะกรรมการ', reason: 'ตกข้อความ' } }));
});
