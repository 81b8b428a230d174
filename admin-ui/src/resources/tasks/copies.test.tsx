import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterCopies } from '#domain/contracts/read-marks';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildInboxItem, buildLetter, done, ID, post } from '../../testing/builders';
import { renderAdmin } from '../../testing/render-admin';

const somebody = { person: { id: ID.person, name: { th: 'สมศรี มีสุข', en: '' } }, at: '2026-11-20T03:00:00.000Z' };
const counts = { all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0, taken: 0, unreadCopies: 1, posts: [], filters: [] };

test('copies for information stand in a list of their own, and ทราบ takes one tap where it is waited for', async () => {
  const actOnTask = jest.fn<ReturnType<SarabanDataProvider['actOnTask']>, Parameters<SarabanDataProvider['actOnTask']>>(async () => done);
  const items = [{ ...buildInboxItem({ kind: 'acknowledge', isSeen: false }), isOpen: true }, { ...buildInboxItem({ letterId: ID.command, subject: 'เรื่องที่สิ้นสุดแล้ว', kind: 'acknowledge', isSeen: true }), isOpen: false }];
  renderAdmin({ api: { inboxCounts: async () => counts, copies: async () => ({ items, total: 2, nextCursor: null }), actOnTask } });
  await userEvent.click(await screen.findByRole('button', { name: 'สำเนาเพื่อทราบ 1' }));
  const list = within(await screen.findByRole('list', { name: 'สำเนาเพื่อทราบ' }));
  expect(list.getByText('ยังไม่เปิดอ่าน')).toBeInTheDocument();
  expect(list.getByText('เปิดอ่านแล้ว')).toBeInTheDocument();
  await userEvent.click(list.getByRole('button', { name: 'ทราบ' }));
  await waitFor(() => expect(actOnTask).toHaveBeenCalledWith({ params: { letterId: ID.letter, taskId: 'k1' }, body: { rev: 0, outcome: 'acknowledge' }, key: expect.any(String) }));
});

const copy = (part: Partial<LetterCopies['items'][number]>): LetterCopies['items'][number] => ({ taskId: 'c1', posts: [post], sentAt: somebody.at, isOpen: true, isMine: false, isSeenByMe: false, readers: [], noted: null, ...part });
const showLetter = (items: LetterCopies['items'], copies = items.length) => {
  const tasksRead = jest.fn(async () => ({ ok: true as const }));
  const letterCopies = jest.fn(async () => ({ items }));
  renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ copies }), letterCopies, tasksRead } });
  return { tasksRead, letterCopies };
};

test('the letter tells who has opened each copy and when, and who has noted it', async () => {
  const { tasksRead } = showLetter([copy({ readers: [somebody] }), copy({ taskId: 'c2', isOpen: false, readers: [somebody], noted: somebody }), copy({ taskId: 'c3' })]);
  const panel = within(await screen.findByRole('region', { name: 'สำเนาเพื่อทราบ' }));
  expect(panel.getByText('เปิดอ่านแล้ว 2 จาก 3')).toBeInTheDocument();
  expect(panel.getAllByText(/สมศรี มีสุข เปิดอ่านเมื่อ/)).toHaveLength(2);
  expect(panel.getByText(/สมศรี มีสุข ทราบเมื่อ/)).toBeInTheDocument();
  expect(panel.getByText('ยังไม่เปิดอ่าน')).toBeInTheDocument();
  expect(tasksRead).not.toHaveBeenCalled();
});

test('opening a letter that has ended marks my own copy, once', async () => {
  const { tasksRead } = showLetter([copy({ isOpen: false, isMine: true }), copy({ taskId: 'c2', isOpen: false })]);
  await waitFor(() => expect(tasksRead).toHaveBeenCalledWith({ body: { tasks: [{ letterId: ID.letter, taskId: 'c1' }] } }));
  await screen.findByRole('region', { name: 'สำเนาเพื่อทราบ' });
  expect(tasksRead).toHaveBeenCalledTimes(1);
});

test('a letter that went to nobody for information does not ask', async () => {
  const { letterCopies } = showLetter([], 0);
  await screen.findByRole('heading', { level: 1 });
  expect(letterCopies).not.toHaveBeenCalled();
});
