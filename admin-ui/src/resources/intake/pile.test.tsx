import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildLetter, ID } from '../../testing/builders';
import { fill, refusal } from '../../testing/render-admin';
import { showIntake, starting } from './testing';

const uploadFile: SarabanDataProvider['uploadFile'] = async ({ file }) => ({
  document: { id: crypto.randomUUID(), role: 'main' as const, name: file.name, mime: 'application/pdf', sizeBytes: 4, sha256: 'a'.repeat(64), pages: 1, places: [], sourceId: null, uploadedBy: null, uploadedAt: '2026-11-21T03:00:00.000Z', isSuperseded: false, href: '/x' },
  duplicates: [],
});
const pdf = (name: string) => new File(['%PDF'], name, { type: 'application/pdf' });
const ready = () => screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');

test('Enter goes on while something is missing, and registers once nothing is; what was pinned stays for the next form', async () => {
  const startLetter = starting();
  showIntake({ startLetter });
  await ready();
  const from = screen.getByLabelText(/^จาก/);
  await userEvent.click(screen.getByRole('button', { name: 'ตรึง “จาก” ไว้สำหรับฉบับถัดไป' }));
  await userEvent.type(from, 'กรมการปกครอง{Enter}');
  expect(screen.getByLabelText('ที่')).toHaveFocus();
  expect(startLetter).not.toHaveBeenCalled();
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  await userEvent.type(screen.getByLabelText('ที่'), '1{Enter}');
  expect(await screen.findByText('ลงทะเบียนรับแล้ว เลขรับ 13')).toBeInTheDocument();
  expect(startLetter).toHaveBeenCalledTimes(1);
  expect(screen.getByLabelText(/^จาก/)).toHaveValue('กรมการปกครอง');
  expect(screen.getByLabelText(/^เรื่อง/)).toHaveValue('');
  expect(screen.getByLabelText('ที่')).toHaveFocus();
  expect(screen.getByRole('button', { name: 'เลิกตรึง “จาก”' })).toHaveAttribute('aria-pressed', 'true');
});

test('letters chosen together are registered one after another, each with its own file, also after a lost tab', async () => {
  const startLetter = starting();
  const first = showIntake({ startLetter, uploadFile });
  await ready();
  await userEvent.upload(screen.getByLabelText('ลากไฟล์หนังสือ (PDF) มาวางที่นี่'), [pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf')]);
  await userEvent.click(await screen.findByRole('button', { name: 'แยกเป็นหนังสือคนละฉบับ (3 ฉบับ)' }));
  expect(await screen.findByText('รอลงทะเบียน 2 ฉบับ')).toBeInTheDocument();
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText(/^เรื่อง/), 'ฉบับแรก');
  await userEvent.click(screen.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  expect(await screen.findByText('รอลงทะเบียน 1 ฉบับ')).toBeInTheDocument();
  expect(startLetter.mock.calls[0]![0].body).toMatchObject({ documents: [{ role: 'main' }] });
  expect(screen.getByRole('button', { name: 'นำไฟล์ 2.pdf ออก' })).toBeInTheDocument();
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('3.pdf'));
  first.unmount();
  showIntake({ startLetter, uploadFile });
  expect(await screen.findByText('รอลงทะเบียน 1 ฉบับ')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'นำไฟล์ 2.pdf ออก' })).toBeInTheDocument();
});

test('a letter that may be in the register is pointed out while it is typed, and is registered again only when that is said', async () => {
  const startLetter = starting();
  startLetter.mockRejectedValueOnce(refusal(409, 'LETTER_TAKEN_IN', { letterId: ID.letter, receiveNo: '7' }));
  const same = { letterId: ID.letter, why: 'number' as const, fromText: 'กรมการปกครอง', theirNo: 'มท 0310.1/25', theirDate: '2026-11-20', subject: 'เรื่องเดิม', receiveNo: '7', createdAt: '2026-11-20T03:00:00.000Z' };
  showIntake({ startLetter, knownLetters: async () => ({ same: [same], cited: [] }) });
  await ready();
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText('ที่'), 'มท 0310.1/25');
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  expect(await screen.findByRole('link', { name: /เลขรับ 7 · มท 0310.1\/25/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  await userEvent.click(await screen.findByRole('button', { name: 'ตรวจแล้ว ลงทะเบียนอีกครั้ง' }));
  expect(await screen.findByText('ลงทะเบียนรับแล้ว เลขรับ 13')).toBeInTheDocument();
  expect(startLetter.mock.calls.map(([{ body }]) => (body as { onSame?: string }).onSame)).toEqual(['refuse', 'take']);
});

test('a letter of ours that it refers to is offered as the one it answers', async () => {
  const startLetter = starting();
  const cited = { cited: 'ลบ 0017.2/9', letterId: ID.letter, letterNo: 'ลบ 0017.2/9', letterDate: '2026-10-01', subject: 'ขอข้อมูลโรงงาน', toText: 'กรมโรงงาน', direction: 'outgoing' as const, status: 'running' as const, isAnswerable: true };
  showIntake({ startLetter, knownLetters: async () => ({ same: [], cited: [cited] }) });
  await ready();
  fill(screen.getByLabelText(/^จาก/), 'กรมโรงงาน');
  fill(screen.getByLabelText(/^เรื่อง/), 'ส่งข้อมูลโรงงาน');
  fill(screen.getByLabelText('อ้างถึง'), 'ลบ 0017.2/9');
  await userEvent.click(await screen.findByRole('button', { name: 'เป็นหนังสือตอบเรื่องนี้' }));
  expect(screen.getByRole('combobox', { name: 'ตอบหนังสือของเรา' })).toHaveValue('ลบ 0017.2/9 · ขอข้อมูลโรงงาน');
  await userEvent.click(screen.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  await waitFor(() => expect(startLetter).toHaveBeenCalled());
  expect(startLetter.mock.calls[0]![0].body).toMatchObject({ answersLetterId: ID.letter });
});

test('another letter of the pile can be opened first: the one at hand waits with its file and what was typed', async () => {
  showIntake({ uploadFile });
  await ready();
  await userEvent.upload(screen.getByLabelText('ลากไฟล์หนังสือ (PDF) มาวางที่นี่'), [pdf('1.pdf'), pdf('2.pdf')]);
  await userEvent.click(await screen.findByRole('button', { name: 'แยกเป็นหนังสือคนละฉบับ (2 ฉบับ)' }));
  fill(screen.getByLabelText(/^เรื่อง/), 'ฉบับแรกที่พิมพ์ค้าง');
  await userEvent.click(await screen.findByRole('button', { name: 'เปิด 2.pdf' }));
  await ready();
  expect(screen.getByLabelText(/^เรื่อง/)).toHaveValue('');
  expect(screen.getByRole('button', { name: 'นำไฟล์ 2.pdf ออก' })).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'เปิด 1.pdf' }));
  expect(await screen.findByDisplayValue('ฉบับแรกที่พิมพ์ค้าง')).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'เปิด 2.pdf' })).toBeInTheDocument();
});

test('a wrong registration comes with all that stands on it, asks for a reason, and is sent as the one in its place', async () => {
  const startLetter = starting();
  const file = { id: ID.command, role: 'main' as const, name: 'wrong.pdf', mime: 'application/pdf', sizeBytes: 4, sha256: 'a'.repeat(64), pages: 1, places: [], sourceId: null, uploadedBy: null, uploadedAt: '2026-11-21T03:00:00.000Z', isSuperseded: false, href: '/x' };
  const wrong = buildLetter({ id: ID.letter, seq: 4, direction: 'incoming', can: ['registerAnew'], fromText: 'กรมที่ดิน', theirNo: 'มท 0501/9', subject: 'ขอที่ดินราชพัสดุ', receiveNo: '12', documents: [file] });
  showIntake({ startLetter, getLetter: async () => wrong }, `/intake?anew=${ID.letter}`);
  expect(await screen.findByDisplayValue('ขอที่ดินราชพัสดุ')).toBeInTheDocument();
  expect(await screen.findByText('ลงทะเบียนใหม่แทนเลขรับ 12')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  expect(await screen.findByText('โปรดกรอก')).toBeInTheDocument();
  expect(startLetter).not.toHaveBeenCalled();
  fill(screen.getByLabelText(/^เหตุผลที่ยกเลิก/), 'ลงผู้ส่งผิด');
  fill(screen.getByLabelText(/^จาก/), 'กรมธนารักษ์');
  await userEvent.click(screen.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  expect(await screen.findByText('ลงทะเบียนใหม่แล้ว เลขรับ 13 แทนเลขรับ 12 ซึ่งยกเลิกแล้ว')).toBeInTheDocument();
  expect(startLetter.mock.calls[0]![0].body).toMatchObject({
    fromText: 'กรมธนารักษ์', theirNo: 'มท 0501/9', documents: [{ documentId: ID.command, role: 'main' }], insteadOf: { letterId: ID.letter, seq: 4, reason: 'ลงผู้ส่งผิด' },
  });
  await waitFor(() => expect(screen.getByLabelText(/^เรื่อง/)).toHaveValue(''));
});
