import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { InboxItem } from '#domain/contracts/tasks';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildForm, buildInbox, buildInboxItem, buildLetter, buildOutcome, buildTask, done, ID, otherUnit, pending, unit } from '../../testing/builders';
import { fill, type Overrides, refusal, renderAdmin } from '../../testing/render-admin';

type Act = SarabanDataProvider['actOnTask'];
const idOf = (n: number): string => `11111111-1111-4111-8111-00000000000${n}`;
const SUBJECTS = ['เรื่องที่หนึ่ง', 'เรื่องที่สอง', 'เรื่องที่สาม'] as const;
const item = (n: number, part: Partial<InboxItem> = {}): InboxItem => buildInboxItem({ letterId: idOf(n), subject: SUBJECTS[n] ?? '', kind: 'approve', ...part });
const approveForm = buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' }), buildOutcome('return', 'ส่งกลับแก้ไข', { tone: 'danger', needs: ['returnTo'], isNoteRequired: true })] });
const letterOf = (letterId: string, part: Partial<LetterPage> = {}): LetterPage => buildLetter({ id: letterId, subject: SUBJECTS[Number(letterId.at(-1))] ?? '', myTasks: [buildTask({ form: approveForm })], ...part });

/** A folder whose letters leave it once they are acted on. */
function showFolder({ items = [item(0), item(1), item(2)], path = '/folder', api = {} }: { readonly items?: readonly InboxItem[]; readonly path?: string; readonly api?: Overrides } = {}) {
  let left = items;
  const seen = new Set(items.filter(({ isSeen }) => isSeen).map(({ letterId }) => letterId));
  const actOnTask = jest.fn<ReturnType<Act>, Parameters<Act>>(async ({ params }) => {
    left = left.filter(({ letterId }) => letterId !== params.letterId);
    return { ...done, letterId: params.letterId };
  });
  const inbox = jest.fn(async () => buildInbox(left.map((each) => ({ ...each, isSeen: seen.has(each.letterId) }))));
  const tasksRead = jest.fn(async ({ body }: { body: { tasks: readonly { letterId: string }[] } }) => {
    for (const { letterId } of body.tasks) seen.add(letterId);
    return { ok: true as const };
  });
  renderAdmin({ path, api: { inbox, tasksRead, getLetter: async ({ params }) => letterOf(params.letterId), actOnTask, ...api } });
  return { actOnTask, inbox, tasksRead };
}
const bar = async () => within(await screen.findByRole('toolbar', { name: 'คำสั่งของเรื่องนี้' }));

test('the stack is read one letter at a time, and after an act the next one comes by itself', async () => {
  const { actOnTask, inbox, tasksRead } = showFolder();
  expect(await screen.findByText('เรื่องที่ 1 จาก 3')).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' })).toBeInTheDocument();
  expect(inbox).toHaveBeenCalledWith(expect.objectContaining({ query: { kinds: 'sign,approve,assign', ready: 'true', sort: 'due', limit: 100 } }));
  await waitFor(() => expect(tasksRead).toHaveBeenCalledWith({ body: { tasks: [{ letterId: idOf(0), taskId: 'k1' }] } }));
  await userEvent.click((await bar()).getByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สอง' })).toBeInTheDocument();
  expect(screen.getByText('เรื่องที่ 1 จาก 2')).toBeInTheDocument();
  expect(actOnTask).toHaveBeenCalledTimes(1);
});

test('the next letter lies open as soon as the act is done, before the list has been asked for again, and its own dialog stays', async () => {
  const lists = [buildInbox([item(0), item(1), item(2)])];
  const { actOnTask } = showFolder({ api: { inbox: () => (lists.length > 0 ? Promise.resolve(lists.pop() ?? buildInbox([])) : new Promise(() => undefined)), tasksRead: () => new Promise(() => undefined) } });
  const approve = async (): Promise<void> => {
    await userEvent.click((await bar()).getByRole('button', { name: 'เห็นชอบ' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  };
  await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' });
  await approve();
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สอง' })).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText('เรื่องที่ 1 จาก 2')).toBeInTheDocument();
  await approve();
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สาม' })).toBeInTheDocument();
  expect(actOnTask.mock.calls.map(([{ params }]) => params.letterId)).toEqual([idOf(0), idOf(1)]);
});

test('what was not done stays in the stack', async () => {
  showFolder({ api: { actOnTask: () => Promise.reject(refusal(409, 'TASK_CHANGED')) } });
  await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' });
  await userEvent.click((await bar()).getByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeInTheDocument();
  expect(screen.getByText('เรื่องที่ 1 จาก 3')).toBeInTheDocument();
});

test('a letter put aside goes to the end; back and on walk through the stack, also by swiping', async () => {
  showFolder();
  await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' });
  await userEvent.click((await bar()).getByRole('button', { name: 'อ่านภายหลัง' }));
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สอง' })).toBeInTheDocument();
  expect(screen.getByText('เรื่องที่ 1 จาก 3')).toBeInTheDocument();
  await userEvent.click((await bar()).getByRole('button', { name: 'เรื่องถัดไป' }));
  const swipe = (from: number, to: number, down = 0): void => {
    const leaf = screen.getByRole('heading', { level: 2, name: /^เรื่องที่/ });
    fireEvent.touchStart(leaf, { touches: [{ clientX: from, clientY: 100 }] });
    fireEvent.touchEnd(leaf, { changedTouches: [{ clientX: to, clientY: 100 + down }] });
  };
  await screen.findByRole('heading', { name: 'เรื่องที่สาม' });
  swipe(300, 250);
  swipe(300, 150, 100);
  expect(screen.getByRole('heading', { name: 'เรื่องที่สาม' })).toBeInTheDocument();
  swipe(300, 100);
  expect(await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' })).toBeInTheDocument();
  expect((await bar()).getByRole('button', { name: 'เรื่องถัดไป' })).toBeDisabled();
  swipe(100, 300);
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สาม' })).toBeInTheDocument();
});

test('a letter that somebody else has done says so, and what is being applied is out of the stack', async () => {
  const command = { id: ID.command, letterId: idOf(0), kind: 'act', status: 'pending' as const, code: null, message: null, details: {}, seq: null, numbers: [], note: null, createdAt: '2026-11-21T03:00:00.000Z', endedAt: null };
  showFolder({ path: `/folder?at=${idOf(7)}/k1`, api: { myCommands: async () => ({ items: [command] }) } });
  expect(await screen.findByText('เรื่องนี้ไม่อยู่ในแฟ้มของท่านแล้ว')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'ไปเรื่องแรกในแฟ้ม' }));
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สอง' })).toBeInTheDocument();
  expect(screen.getByText('เรื่องที่ 1 จาก 2')).toBeInTheDocument();
});

test('an empty folder says what will come there', async () => {
  showFolder({ items: [] });
  expect(await screen.findByText('ไม่มีเรื่องในแฟ้ม')).toBeInTheDocument();
});

test('several are opened one after the other before they can be confirmed; each has its own key and its own verdict', async () => {
  const actOnTask = jest.fn<ReturnType<Act>, Parameters<Act>>(async ({ params }) => {
    if (params.letterId === idOf(1)) throw refusal(409, 'TASK_NOT_OPEN');
    return params.letterId === idOf(2) ? { ...pending, letterId: params.letterId } : { ...done, letterId: params.letterId };
  });
  let isSettled = false;
  const getCommand = async () => ({ id: ID.command, letterId: idOf(2), kind: 'act', status: isSettled ? ('done' as const) : ('pending' as const), code: null, message: null, details: {}, seq: null, numbers: [], note: null, createdAt: '2026-11-21T03:00:00.000Z', endedAt: null });
  const { tasksRead } = showFolder({ path: '/folder?view=list', items: [item(0, { isSeen: false }), item(1, { isSeen: true }), item(2, { isSeen: false })], api: { actOnTask, getCommand } });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'เลือกทั้งหมด' }));
  await userEvent.click(screen.getByRole('button', { name: 'เปิดอ่านและสั่งการ 3 เรื่อง' }));
  await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'อ่านแล้ว เรื่องถัดไป' }));
  await screen.findByRole('heading', { name: 'เรื่องที่สอง' });
  await userEvent.click(screen.getByRole('button', { name: 'อ่านแล้ว เรื่องถัดไป' }));
  await screen.findByRole('heading', { name: 'เรื่องที่สาม' });
  expect(tasksRead.mock.calls.map(([{ body }]) => body.tasks[0]?.letterId)).toEqual([idOf(0), idOf(1), idOf(2)]);
  await userEvent.click(screen.getByRole('button', { name: 'อ่านครบแล้ว ไปยืนยัน' }));
  const dialog = within(await screen.findByRole('dialog'));
  fill(dialog.getByLabelText('ข้อความเกษียน (ใช้กับทุกเรื่อง)'), 'เห็นชอบตามเสนอ');
  const confirm = await dialog.findByRole('button', { name: 'ยืนยัน 3 เรื่อง' });
  await waitFor(() => expect(confirm).toBeEnabled());
  await userEvent.click(confirm);
  expect(await dialog.findByText(/งานนี้มีผู้ดำเนินการแล้ว/)).toBeInTheDocument();
  expect(dialog.getByText('ดำเนินการแล้ว')).toBeInTheDocument();
  expect(dialog.getByText(/รับคำสั่งแล้ว กำลังดำเนินการ/)).toBeInTheDocument();
  expect(actOnTask.mock.calls.map(([{ body }]) => body)).toEqual(SUBJECTS.map(() => ({ rev: 3, outcome: 'approve', note: 'เห็นชอบตามเสนอ', isBatch: true })));
  expect(new Set(actOnTask.mock.calls.map(([{ key }]) => key)).size).toBe(3);
  isSettled = true;
  await waitFor(() => expect(dialog.getAllByText('ดำเนินการแล้ว')).toHaveLength(2));
});

test('a letter for which more must be said is not confirmed with others, and a password is asked for once', async () => {
  const sign = buildForm({ outcomes: [buildOutcome('sign', 'ลงนาม', { tone: 'primary', needs: ['signature', 'password'] })] });
  const assign = (isProposed: boolean) => buildForm({ outcomes: [buildOutcome('assign', 'สั่งการ', { tone: 'primary', needs: ['picks'] })], actions: ['assigned'], units: [{ ...unit, head: null, isProposed }, { ...otherUnit, head: null, isProposed: false }] });
  const forms = [sign, assign(true), assign(false)];
  const { actOnTask } = showFolder({ path: '/folder?view=list', api: { getLetter: async ({ params }) => letterOf(params.letterId, { myTasks: [buildTask({ form: forms[Number(params.letterId.at(-1))]! })] }) } });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'เลือกทั้งหมด' }));
  await userEvent.click(screen.getByRole('button', { name: 'เปิดอ่านและสั่งการ 3 เรื่อง' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('ต้องสั่งการทีละเรื่อง เพราะต้องระบุข้อมูลเพิ่ม')).toBeInTheDocument();
  expect(dialog.getByText('สั่งการ · กลุ่มงานอำนวยการ')).toBeInTheDocument();
  await userEvent.click(dialog.getByRole('button', { name: 'ยืนยัน 2 เรื่อง' }));
  expect(actOnTask).not.toHaveBeenCalled();
  fill(dialog.getByLabelText(/รหัสผ่านเพื่อยืนยัน/), 'secret-word');
  await userEvent.click(dialog.getByRole('button', { name: 'ยืนยัน 2 เรื่อง' }));
  await waitFor(() => expect(actOnTask).toHaveBeenCalledTimes(2));
  expect(actOnTask.mock.calls.map(([{ body }]) => body)).toEqual([
    { rev: 3, outcome: 'sign', signature: { password: 'secret-word' }, isBatch: true },
    { rev: 3, outcome: 'assign', action: 'assigned', picks: [{ unitId: ID.unit, role: 'main' }], isBatch: true },
  ]);
});

test('the folder goes on past its first page, also to the letter that the address names', async () => {
  const inbox = jest.fn<ReturnType<SarabanDataProvider['inbox']>, Parameters<SarabanDataProvider['inbox']>>(async ({ query } = {}) => (query?.cursor === undefined ? buildInbox([item(0), item(1)], { total: 3, nextCursor: 'more' }) : buildInbox([item(2)], { total: 3 })));
  showFolder({ path: `/folder?at=${idOf(2)}/k1`, api: { inbox } });
  expect(await screen.findByRole('heading', { name: 'เรื่องที่สาม' })).toBeInTheDocument();
  expect(screen.getByText('เรื่องที่ 3 จาก 3')).toBeInTheDocument();
  expect(inbox).toHaveBeenCalledWith(expect.objectContaining({ query: expect.objectContaining({ cursor: 'more' }) }));
});

test('one that somebody else has done before it could be confirmed does not hold up the others', async () => {
  const seen = new Set<string>();
  // As soon as the second has been opened it is done elsewhere and leaves the folder.
  const isGone = (letterId: string): boolean => letterId === idOf(1) && seen.has(letterId);
  const { actOnTask } = showFolder({
    path: '/folder?view=list',
    api: {
      inbox: async () => buildInbox([item(0), item(1)].filter(({ letterId }) => !isGone(letterId)).map((each) => ({ ...each, isSeen: seen.has(each.letterId) }))),
      tasksRead: async ({ body }) => {
        for (const { letterId } of body.tasks) seen.add(letterId);
        return { ok: true as const };
      },
    },
  });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'เลือกทั้งหมด' }));
  await userEvent.click(screen.getByRole('button', { name: 'เปิดอ่านและสั่งการ 2 เรื่อง' }));
  await screen.findByRole('heading', { name: 'เรื่องที่หนึ่ง' });
  await userEvent.click(screen.getByRole('button', { name: 'อ่านแล้ว เรื่องถัดไป' }));
  await screen.findByRole('heading', { name: 'เรื่องที่สอง' });
  await userEvent.click(screen.getByRole('button', { name: 'อ่านครบแล้ว ไปยืนยัน' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('ไม่อยู่ในมือของท่านแล้ว')).toBeInTheDocument();
  const confirm = await dialog.findByRole('button', { name: 'ยืนยัน 1 เรื่อง' });
  await waitFor(() => expect(confirm).toBeEnabled());
  await userEvent.click(confirm);
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ params }]) => params.letterId)).toEqual([idOf(0)]));
});
