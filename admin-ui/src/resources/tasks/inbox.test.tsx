import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildInbox, buildInboxItem, ID } from '../../testing/builders';
import { refusal, renderAdmin } from '../../testing/render-admin';

type Sources = { sources: EventSourceDouble[] };
class EventSourceDouble extends EventTarget {
  constructor(readonly url: string) {
    super();
    (globalThis as unknown as Sources).sources.push(this);
  }
  close(): void {}
}
const hint = (topic: string): void => {
  for (const source of (globalThis as unknown as Sources).sources) source.dispatchEvent(new MessageEvent(topic, { data: JSON.stringify({ topic, letterId: null, at: '' }) }));
};
beforeEach(() => {
  (globalThis as unknown as Sources).sources = [];
  Object.defineProperty(globalThis, 'EventSource', { value: EventSourceDouble, writable: true, configurable: true });
});

const rows = async () => within(await screen.findByRole('list', { name: 'งานของฉัน' })).findAllByRole('listitem');

test('an empty inbox says that nothing is waiting', async () => {
  renderAdmin();
  expect(await screen.findByText('ไม่มีงานค้าง')).toBeInTheDocument();
});

test('a failed request offers to try again, and succeeds then', async () => {
  let isBroken = true;
  const inbox: SarabanDataProvider['inbox'] = async () => {
    if (isBroken) throw refusal(503, 'UNAVAILABLE');
    return buildInbox([buildInboxItem()]);
  };
  renderAdmin({ api: { inbox } });
  expect(await screen.findByText(/ระบบยังไม่พร้อมให้บริการ/)).toBeInTheDocument();
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'ลองอีกครั้ง' }));
  expect(await screen.findByText('ขอให้รายงานผล')).toBeInTheDocument();
});

test('a row names urgency, what is asked, when it is due and that it is unread, all in words', async () => {
  const due = new Date(Date.now() - 2 * 3_600_000).toISOString();
  renderAdmin({ api: { inbox: async () => buildInbox([buildInboxItem({ urgency: 'very_urgent', dueAt: due, isOverdue: true, isUnread: true, kind: 'sign' })]) } });
  const [row] = await rows();
  for (const words of ['ด่วนมาก', 'เกินกำหนด 2 ชั่วโมง', 'ใหม่', 'ลงนาม']) expect(within(row!).getByText(words)).toBeInTheDocument();
});

test.each([
  ['that came in', { direction: 'incoming', fromText: 'กรมการปกครอง' } as const, /จาก กรมการปกครอง/],
  ['that goes out', { direction: 'outgoing', toText: 'ผู้ว่าราชการจังหวัด' } as const, /ถึง ผู้ว่าราชการจังหวัด/],
])('a row of a letter %s says of whom or to whom, and its step once where that is called like the kind of work', async (_which, part, words) => {
  renderAdmin({ api: { inbox: async () => buildInbox([buildInboxItem({ ...part, kind: 'draft', nodeName: { th: 'ร่างหนังสือ', en: '' } })]) } });
  const [row] = await rows();
  expect(within(row!).getByText(words)).toBeInTheDocument();
  expect(within(row!).getAllByText(/ร่างหนังสือ/)).toHaveLength(1);
});

test('a sealed item shows no subject', async () => {
  renderAdmin({ api: { inbox: async () => buildInbox([buildInboxItem({ subject: null, isSealed: true, secrecy: null })]) } });
  expect(await screen.findByText('ซองปิดผนึก ยังไม่เปิด')).toBeInTheDocument();
});

test('filters of the address go to the API, and what it would refuse is left out', async () => {
  const inbox = jest.fn<ReturnType<SarabanDataProvider['inbox']>, Parameters<SarabanDataProvider['inbox']>>(async () => buildInbox([]));
  renderAdmin({ path: '/?urgency=urgent&unread=true&kind=nonsense', api: { inbox } });
  expect(await screen.findByText('ไม่มีงานตามตัวกรองที่เลือก')).toBeInTheDocument();
  expect(inbox.mock.calls.map(([{ query }]) => query)).toContainEqual({ urgency: 'urgent', unread: 'true', limit: 25 });
});

test('a filter that is clicked takes effect and can be taken away again', async () => {
  const inbox: SarabanDataProvider['inbox'] = async ({ query }) => buildInbox(query?.overdue === 'true' ? [] : [buildInboxItem()]);
  renderAdmin({ api: { inbox } });
  await screen.findByText('ขอให้รายงานผล');
  await userEvent.click(screen.getByRole('button', { name: /เกินกำหนด/ }));
  expect(await screen.findByText('ไม่มีงานตามตัวกรองที่เลือก')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'ล้างตัวกรองทั้งหมด' }));
  expect(await screen.findByText('ขอให้รายงานผล')).toBeInTheDocument();
});

test('what comes in while the list is in use waits above it and moves no row', async () => {
  const first = buildInboxItem({ taskId: 'k1', subject: 'เรื่องแรก' });
  const second = buildInboxItem({ taskId: 'k2', subject: 'เรื่องที่เพิ่งมา', urgency: 'most_urgent' });
  let items = [first];
  renderAdmin({ api: { inbox: async () => buildInbox(items) } });
  const link = await screen.findByRole('link', { name: /เรื่องแรก/ });
  act(() => link.focus());
  items = [second, first];
  act(() => hint('inbox'));
  const button = await screen.findByRole('button', { name: /มีเรื่องใหม่ 1 เรื่อง/ });
  expect(screen.queryByText('เรื่องที่เพิ่งมา')).not.toBeInTheDocument();
  await userEvent.click(button);
  expect((await rows()).map((row) => row.textContent)).toEqual([expect.stringContaining('เรื่องที่เพิ่งมา'), expect.stringContaining('เรื่องแรก')]);
});

test('what has been done elsewhere stays in its place while the list is in use, and says so', async () => {
  let items = [buildInboxItem({ taskId: 'k1', subject: 'เรื่องแรก' }), buildInboxItem({ taskId: 'k2', subject: 'เรื่องที่สอง' })];
  renderAdmin({ api: { inbox: async () => buildInbox(items) } });
  const link = await screen.findByRole('link', { name: /เรื่องที่สอง/ });
  act(() => link.focus());
  items = items.slice(1);
  act(() => hint('inbox'));
  expect(await screen.findByText('ดำเนินการแล้ว')).toBeInTheDocument();
  expect(await rows()).toHaveLength(2);
});

test('at rest the list follows by itself', async () => {
  let items = [buildInboxItem({ subject: 'เรื่องแรก' })];
  renderAdmin({ api: { inbox: async () => buildInbox(items) } });
  await screen.findByText('เรื่องแรก');
  items = [buildInboxItem({ taskId: 'k9', subject: 'เรื่องที่เพิ่งมา' })];
  act(() => hint('inbox'));
  expect(await screen.findByText('เรื่องที่เพิ่งมา')).toBeInTheDocument();
});

test('a list that lost the row with the focus is at rest again, and follows', async () => {
  let items = [buildInboxItem({ taskId: 'k1', subject: 'เรื่องแรก' })];
  renderAdmin({ api: { inbox: async () => buildInbox(items) } });
  const link = await screen.findByRole('link', { name: /เรื่องแรก/ });
  act(() => link.focus());
  // Taken away as a browser does it: without a word to the list.
  act(() => link.remove());
  items = [buildInboxItem({ taskId: 'k2', subject: 'เรื่องที่สอง' })];
  act(() => hint('inbox'));
  expect(await screen.findByText('เรื่องที่สอง')).toBeInTheDocument();
});

test('arrow keys walk over the rows', async () => {
  renderAdmin({ api: { inbox: async () => buildInbox([buildInboxItem({ taskId: 'k1', subject: 'เรื่องแรก' }), buildInboxItem({ taskId: 'k2', subject: 'เรื่องที่สอง' })]) } });
  const first = await screen.findByRole('link', { name: /เรื่องแรก/ });
  act(() => first.focus());
  await userEvent.keyboard('[ArrowDown]');
  expect(screen.getByRole('link', { name: /เรื่องที่สอง/ })).toHaveFocus();
});

test('more rows are fetched on demand', async () => {
  const inbox: SarabanDataProvider['inbox'] = async ({ query }) =>
    query?.cursor === 'next' ? buildInbox([buildInboxItem({ taskId: 'k2', subject: 'เรื่องที่สอง' })], { total: 2 }) : buildInbox([buildInboxItem({ subject: 'เรื่องแรก' })], { total: 2, nextCursor: 'next' });
  renderAdmin({ api: { inbox } });
  await userEvent.click(await screen.findByRole('button', { name: 'แสดงเพิ่ม' }));
  expect(await screen.findByText('เรื่องที่สอง')).toBeInTheDocument();
  expect(screen.getByText('แสดง 2 จาก 2 รายการ')).toBeInTheDocument();
});

test('an act in doubt and one refused later stand above the list, with the note kept', async () => {
  const command = { letterId: ID.letter, kind: 'act', details: {}, seq: null, numbers: [], createdAt: '2026-11-21T03:00:00.000Z', endedAt: null, message: null };
  const commandSeen = jest.fn(async () => ({ ok: true as const }));
  let items = [
    { ...command, id: ID.command, status: 'pending' as const, code: null, note: null },
    { ...command, id: ID.letter, status: 'rejected' as const, code: 'TASK_NOT_OPEN', note: 'เห็นชอบตามเสนอ' },
  ];
  renderAdmin({ api: { myCommands: async () => ({ items }), commandSeen } });
  expect(await screen.findByText(/รับคำสั่งแล้ว กำลังดำเนินการ/)).toBeInTheDocument();
  expect(screen.getByText(/เห็นชอบตามเสนอ/)).toBeInTheDocument();
  items = [];
  await userEvent.click(screen.getByRole('button', { name: 'รับทราบ' }));
  await waitFor(() => expect(screen.queryByText(/เห็นชอบตามเสนอ/)).not.toBeInTheDocument());
  await waitFor(() => expect(commandSeen).toHaveBeenCalledWith({ params: { id: ID.letter } }));
});

test('what others of my groups have taken stands in a list of its own, with who has it', async () => {
  const takenTasks: SarabanDataProvider['takenTasks'] = async () => ({ items: [buildInboxItem({ isGroup: true, claimedBy: { id: ID.person, name: { th: 'สมศรี มีสุข', en: '' } } })], total: 1, nextCursor: null });
  renderAdmin({ api: { takenTasks, inboxCounts: async () => ({ all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0, taken: 1, unreadCopies: 0, posts: [], filters: [] }) } });
  await userEvent.click(await screen.findByRole('button', { name: 'ผู้อื่นรับไปแล้ว 1' }));
  const list = within(await screen.findByRole('list', { name: 'ผู้อื่นรับไปแล้ว' }));
  expect(list.getByText('สมศรี มีสุข รับไปทำ')).toBeInTheDocument();
  expect(list.getByRole('link')).toHaveAttribute('href', `/letters/${ID.letter}`);
  await userEvent.click(screen.getByRole('button', { name: /^ทั้งหมด/ }));
  expect(await screen.findByText('ไม่มีงานค้าง')).toBeInTheDocument();
});

test('who is in no group is offered no such list', async () => {
  renderAdmin();
  await screen.findByText('ไม่มีงานค้าง');
  expect(screen.queryByRole('button', { name: /ผู้อื่นรับไปแล้ว/ })).not.toBeInTheDocument();
});
