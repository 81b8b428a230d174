import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Desk } from '#domain/contracts/desk';
import type { Neighbours } from '#domain/contracts/tasks';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildForm, buildInbox, buildInboxItem, buildLetter, buildOutcome, buildTask, done, ID, otherUnit, pending, unit } from '../../testing/builders';
import { fill, type Overrides, refusal, renderAdmin } from '../../testing/render-admin';

const SECOND = '11111111-1111-4111-8111-111111111112';
const approve = buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' }), buildOutcome('return', 'ส่งกลับแก้ไข')] });
const letters: SarabanDataProvider['getLetter'] = async ({ params }) =>
  buildLetter({ id: params.letterId, subject: params.letterId === SECOND ? 'เรื่องที่สอง' : 'เรื่องแรก', myTasks: [buildTask({ form: approve })] });
const beside = (part: Partial<Neighbours> = {}): Neighbours => ({ position: 1, total: 2, previous: null, next: { letterId: SECOND, taskId: 'k1', subject: 'เรื่องที่สอง', isRecorded: false }, ...part });
const walkThrough = (api: Overrides = {}, view = 'urgency=urgent') =>
  renderAdmin({ path: `/letters/${ID.letter}?${new URLSearchParams({ task: 'k1', view }).toString()}`, api: { getLetter: jest.fn(letters), neighbours: async () => beside(), ...api } });
const desk = (part: Partial<Desk> = {}): Desk => ({ rev: 4, filters: [], phrases: ['ทราบ', 'เพื่อโปรดพิจารณา'], favouriteUnitIds: [], favouritePostIds: [], ...part });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('a row leads to its letter as a place in the view', async () => {
  renderAdmin({ path: '/?urgency=urgent', api: { inbox: async () => buildInbox([buildInboxItem({ urgency: 'urgent' })]) } });
  expect(await screen.findByRole('link', { name: /ขอให้รายงานผล/ })).toHaveAttribute('href', `/letters/${ID.letter}?task=k1&view=urgency%3Durgent`);
});

test('from a letter one goes to the next of the view and back to the list', async () => {
  const neighbours = jest.fn<ReturnType<SarabanDataProvider['neighbours']>, Parameters<SarabanDataProvider['neighbours']>>(async ({ query }) =>
    query?.letterId === SECOND ? beside({ position: 2, previous: { letterId: ID.letter, taskId: 'k1', subject: 'เรื่องแรก', isRecorded: false }, next: null }) : beside());
  walkThrough({ neighbours });
  await heading('เรื่องแรก');
  expect(await screen.findByText('เรื่องที่ 1 จาก 2')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'ก่อนหน้า' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'ถัดไป' }));
  await heading('เรื่องที่สอง');
  expect(await screen.findByText('เรื่องที่ 2 จาก 2')).toBeInTheDocument();
  expect(neighbours.mock.calls.at(-1)![0].query).toEqual({ urgency: 'urgent', letterId: SECOND, taskId: 'k1' });
  expect(screen.getByRole('link', { name: 'กลับไปที่รายการงาน' })).toHaveAttribute('href', '/?urgency=urgent');
});

test('J and K go through the view, and A opens the usual act', async () => {
  walkThrough();
  await screen.findByText('เรื่องที่ 1 จาก 2');
  await userEvent.keyboard('a');
  const dialog = await screen.findByRole('dialog', { name: 'เห็นชอบ' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'ยกเลิก' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await userEvent.keyboard('j');
  await heading('เรื่องที่สอง');
});

test('after an act the next letter comes by itself, with what was done and a way back to it', async () => {
  walkThrough({ actOnTask: async () => done });
  await screen.findByText('เรื่องที่ 1 จาก 2');
  await userEvent.click(screen.getByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  await heading('เรื่องที่สอง');
  expect(screen.getByText('ดำเนินการแล้ว: เห็นชอบ · เรื่องแรก')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'ย้อนดูเรื่องนั้น' }));
  await heading('เรื่องแรก');
});

test('an act in doubt stays with its letter until it settles', async () => {
  walkThrough({ actOnTask: async () => pending });
  await screen.findByText('เรื่องที่ 1 จาก 2');
  await userEvent.click(screen.getByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  expect(await screen.findByText('รับคำสั่งแล้ว กำลังดำเนินการ')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'เรื่องแรก' })).toBeInTheDocument();
});

test('after the last letter of the view the list comes back', async () => {
  walkThrough({ actOnTask: async () => done, neighbours: async () => beside({ next: null, total: 1 }) });
  await screen.findByText('เรื่องที่ 1 จาก 1');
  await userEvent.click(screen.getByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  expect(await heading('งานของฉัน')).toBeInTheDocument();
  expect(screen.getByText('ดำเนินการแล้ว: เห็นชอบ · เรื่องแรก')).toBeInTheDocument();
});

test('a refused act stays on its letter', async () => {
  walkThrough({ actOnTask: async () => { throw refusal(409, 'TASK_STALE'); } });
  await screen.findByText('เรื่องที่ 1 จาก 2');
  await userEvent.click(screen.getByRole('button', { name: 'เห็นชอบ' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'เห็นชอบ' }));
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
});

test.each([[false, 1], [true, 0]])('the next letter is fetched beforehand unless that would be on record (%s)', async (isRecorded, times) => {
  const getLetter = jest.fn(letters);
  walkThrough({ getLetter, neighbours: async () => beside({ next: { letterId: SECOND, taskId: 'k1', subject: null, isRecorded } }) });
  await screen.findByText('เรื่องที่ 1 จาก 2');
  await waitFor(() => expect(getLetter.mock.calls.filter(([{ params }]) => params.letterId === SECOND)).toHaveLength(times));
});

test('a letter that was not opened from the inbox has no walk, and stays after an act', async () => {
  const neighbours = jest.fn(async () => beside());
  renderAdmin({ path: `/letters/${ID.letter}?task=k1`, api: { getLetter: letters, neighbours, actOnTask: async () => done } });
  await heading('เรื่องแรก');
  await userEvent.click(screen.getByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.queryByRole('navigation', { name: 'เรื่องในรายการงาน' })).not.toBeInTheDocument();
  expect(neighbours).not.toHaveBeenCalled();
});

test('a phrase and a confirmation: a note takes two taps', async () => {
  const actOnTask = jest.fn<ReturnType<SarabanDataProvider['actOnTask']>, Parameters<SarabanDataProvider['actOnTask']>>(async () => done);
  walkThrough({ actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'ทราบ' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'เห็นชอบ' }));
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ body }]) => body)).toEqual([{ rev: 3, outcome: 'approve', note: 'ทราบ' }]));
});

const directing = buildForm({
  outcomes: [buildOutcome('assign', 'สั่งการ', { tone: 'primary', needs: ['picks', 'due'] })], actions: ['assigned', 'noted'], dueSuggestion: { unit: 'workingDays', amount: 7 },
  units: [{ ...unit, head: null, isProposed: true }, { ...otherUnit, head: null, isProposed: false }],
});

test.each([
  ['a favourite unit is assigned to', 'มอบ กลุ่มงานยุทธศาสตร์', { action: 'assigned', due: { unit: 'workingDays', amount: 7 }, picks: [{ unitId: ID.otherUnit, role: 'main' }] }],
  ['a favourite post is assigned to', 'มอบ นักวิเคราะห์นโยบายและแผน', { action: 'assigned', due: { unit: 'workingDays', amount: 7 }, picks: [{ postId: 'p-officer', role: 'main' }] }],
  ['a letter is only noted', 'ทราบ', { action: 'noted' }],
])('%s by two taps', async (_what, chip, body) => {
  const actOnTask = jest.fn<ReturnType<SarabanDataProvider['actOnTask']>, Parameters<SarabanDataProvider['actOnTask']>>(async () => done);
  walkThrough({ actOnTask, getDesk: async () => desk({ favouriteUnitIds: [ID.otherUnit], favouritePostIds: ['p-officer'] }), listPosts: async () => ({ items: [{ id: 'p-officer', title: { th: 'นักวิเคราะห์นโยบายและแผน', en: '' }, unit: otherUnit.name, holders: [] }] as never }), getLetter: async () => buildLetter({ myTasks: [buildTask({ kind: 'assign', form: directing })] }) });
  await userEvent.click(await screen.findByRole('button', { name: chip }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'สั่งการ' }));
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ body: sent }]) => sent)).toEqual([{ rev: 3, outcome: 'assign', ...body }]));
});

test('what was written becomes a phrase, and phrases are put in order where they are used', async () => {
  let kept = desk();
  const changeDesk = jest.fn<ReturnType<SarabanDataProvider['changeDesk']>, Parameters<SarabanDataProvider['changeDesk']>>(async ({ body }) => {
    kept = desk({ rev: kept.rev + 1, phrases: body.phrases ?? kept.phrases });
    return kept;
  });
  walkThrough({ getDesk: async () => kept, changeDesk });
  await screen.findByText('เรื่องที่ 1 จาก 2');
  await userEvent.click(screen.getByRole('button', { name: 'เห็นชอบ' }));
  const dialog = within(await screen.findByRole('dialog'));
  fill(dialog.getByLabelText('ข้อความเกษียน'), 'ถือปฏิบัติตามระเบียบ');
  await userEvent.click(dialog.getByRole('button', { name: 'เก็บข้อความนี้ไว้ใช้บ่อย' }));
  expect(await dialog.findByRole('button', { name: 'ถือปฏิบัติตามระเบียบ' })).toBeInTheDocument();
  await userEvent.click(dialog.getByRole('button', { name: 'จัดการข้อความ' }));
  const list = within(await screen.findByRole('dialog', { name: 'ข้อความที่ใช้บ่อย' }));
  await userEvent.click(list.getByRole('button', { name: 'เลื่อน ถือปฏิบัติตามระเบียบ ขึ้น' }));
  await userEvent.click(list.getByRole('button', { name: 'ลบ ทราบ' }));
  await userEvent.click(list.getByRole('button', { name: 'บันทึก' }));
  await waitFor(() => expect(changeDesk.mock.calls.map(([{ body }]) => body)).toEqual([
    { rev: 4, phrases: ['ทราบ', 'เพื่อโปรดพิจารณา', 'ถือปฏิบัติตามระเบียบ'] }, { rev: 5, phrases: ['ถือปฏิบัติตามระเบียบ', 'เพื่อโปรดพิจารณา'] },
  ]));
});

test('a view is saved under a name, shown with its figures, and applied by one tap', async () => {
  let kept = desk();
  const changeDesk: SarabanDataProvider['changeDesk'] = async ({ body }) => {
    kept = desk({ rev: kept.rev + 1, filters: (body.filters ?? []) as Desk['filters'] });
    return kept;
  };
  const inboxCounts: SarabanDataProvider['inboxCounts'] = async () => ({ all: 9, unread: 2, overdue: 1, urgent: 3, toDecide: 0, taken: 0, unreadCopies: 0, posts: [], filters: kept.filters.map(({ id }) => ({ id, all: 3, unread: 1 })) });
  renderAdmin({ path: '/?urgency=urgent&unread=true', api: { getDesk: async () => kept, changeDesk, inboxCounts } });
  await userEvent.click(await screen.findByRole('button', { name: 'บันทึกตัวกรองนี้' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'บันทึก' }));
  expect(dialog.getByText('โปรดกรอก')).toBeInTheDocument();
  fill(dialog.getByLabelText(/ชื่อตัวกรอง/), 'ด่วนที่ยังไม่อ่าน');
  await userEvent.click(dialog.getByRole('button', { name: 'บันทึก' }));
  const chip = await screen.findByRole('button', { name: 'ด่วนที่ยังไม่อ่าน 3 (ใหม่ 1)' });
  expect(chip).toHaveAttribute('aria-pressed', 'true');
  expect(kept.filters).toEqual([{ id: expect.any(String), name: 'ด่วนที่ยังไม่อ่าน', query: { urgency: 'urgent', unread: 'true' } }]);
  expect(screen.queryByRole('button', { name: 'บันทึกตัวกรองนี้' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /^ทั้งหมด/ }));
  await waitFor(() => expect(chip).toHaveAttribute('aria-pressed', 'false'));
  await userEvent.click(chip);
  await waitFor(() => expect(chip).toHaveAttribute('aria-pressed', 'true'));
});

test('a list that was changed in another window is shown as it is now', async () => {
  const filter = (name: string) => ({ id: ID.route, name, query: { unread: 'true' as const } });
  let kept = desk({ filters: [filter('เดิม')] });
  renderAdmin({ api: { getDesk: async () => kept, changeDesk: async () => { throw refusal(409, 'DESK_CHANGED'); } } });
  await userEvent.click(await screen.findByRole('button', { name: 'จัดการตัวกรอง' }));
  kept = desk({ rev: 5, filters: [filter('ชื่อที่ใหม่กว่า')] });
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'บันทึก' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('อีกหน้าต่างหนึ่ง');
  expect(await screen.findByText(/^ชื่อที่ใหม่กว่า/)).toBeInTheDocument();
});
