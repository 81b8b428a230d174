import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildSession, ID } from '../../testing/builders';
import { type Overrides, renderAdmin } from '../../testing/render-admin';

const letter = { letterId: ID.letter, subject: 'ขอใช้สถานที่', isSealed: false, urgency: 'normal' as const, secrecy: 'none' as const };
const counts = { received: 1, sent: 0 };
const quiet: Overrides = {
  me: async () => buildSession({ can: ['intake', 'desk', 'letters'] }),
  received: async ({ query }) => ({
    day: query?.day ?? '2026-11-21', counts, total: 1, nextCursor: null,
    items: [{
      ...letter, entryId: ID.command, printed: '12', book: { th: 'ทะเบียนรับ', en: '' }, isCancelled: false, takenAt: '2026-11-21T02:30:00.000Z', fromText: 'วัดพระสิงห์', theirNo: 'วส 1/2569',
      units: [{ th: 'กลุ่มงานอำนวยการ', en: '' }], holders: [{ th: 'หัวหน้าสำนักงานจังหวัด', en: '' }], isEnded: false,
    }],
  }),
  sent: async () => ({ day: '2026-11-21', counts, total: 0, nextCursor: null, items: [] }),
  waiting: async () => ({
    total: 1, nextCursor: null, counts: { registration: 1, answer: 0 },
    items: [{ ...letter, deliveryId: ID.unit, letterNo: 'ลบ 0017.2/1', to: { th: 'สำนักงานจังหวัดชลบุรี', en: '' }, for: 'registration', since: '2026-11-18T03:00:00.000Z', dueOn: '2026-11-19', isOverdue: true, receiveNo: null, phone: '0 3827 0000' }],
  }),
  returned: async () => ({
    total: 1, nextCursor: null,
    items: [{ ...letter, kind: 'command', id: ID.command, at: '2026-11-21T02:00:00.000Z', letterNo: null, by: null, reason: 'ข้อความเดิม', code: 'TASK_STALE', details: {}, taskId: null, taskKind: null }],
  }),
};
const show = (path: string, api: Overrides = {}) => renderAdmin({ path, api: { ...quiet, ...api } });

test('the day shows number, time, sender and to whom each letter went on; the tabs say how much there is', async () => {
  show('/desk?day=2026-11-21');
  expect(await screen.findByRole('link', { name: 'ขอใช้สถานที่' })).toHaveAttribute('href', expect.stringContaining(`/letters/${ID.letter}`));
  expect(screen.getByText('09.30 น.')).toBeInTheDocument();
  expect(screen.getByText('จาก วัดพระสิงห์ · วส 1/2569')).toBeInTheDocument();
  expect(screen.getByText('ส่งต่อไปที่ กลุ่มงานอำนวยการ · อยู่ที่ หัวหน้าสำนักงานจังหวัด')).toBeInTheDocument();
  expect(await screen.findByRole('tab', { name: 'รับ (1)' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.click(screen.getByRole('tab', { name: 'ส่ง (0)' }));
  expect(await screen.findByText('วันนี้ยังไม่มีหนังสือส่ง')).toBeInTheDocument();
});

test('what others owe us says since when, until when and whom to call', async () => {
  show('/desk?tab=waiting');
  expect(await screen.findByText(/ถึง สำนักงานจังหวัดชลบุรี/)).toHaveTextContent('ขอให้ตอบภายใน 19 พ.ย. 69');
  expect(screen.getByText('เลยวันที่ขอ')).toBeInTheDocument();
  expect(screen.getByText('โทร. 0 3827 0000')).toBeInTheDocument();
});

test('an act that was refused says why, keeps what was written, and goes once it is noted', async () => {
  const commandSeen = jest.fn(async () => ({ ok: true as const }));
  show('/desk?tab=returned', { commandSeen });
  expect(await screen.findByText('ข้อความที่ท่านเขียนไว้: ข้อความเดิม')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'รับทราบ' }));
  await waitFor(() => expect(commandSeen).toHaveBeenCalledWith({ params: { id: ID.command } }));
});

test('the desk is no use to somebody who keeps no registry', async () => {
  show('/desk', { me: async () => buildSession({ can: ['letters'] }) });
  expect(await screen.findByRole('status')).toBeInTheDocument();
  expect(screen.queryByRole('tab')).not.toBeInTheDocument();
});
