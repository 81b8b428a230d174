import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildForm, buildInbox, buildInboxItem, buildLetter, buildOutcome, buildTask, done, otherUnit, unit } from '../../testing/builders';
import { fill, refusal, renderAdmin } from '../../testing/render-admin';

type Act = SarabanDataProvider['actOnTask'];
const idOf = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const item = (n: number, part: Parameters<typeof buildInboxItem>[0] = {}) => buildInboxItem({ letterId: idOf(n), subject: `เรื่องที่ ${n}`, kind: 'work', ...part });
const REGISTER = buildOutcome('register', 'ลงทะเบียนรับ', { tone: 'primary' });
const RETURN = buildOutcome('sendBack', 'ส่งคืนผู้ส่ง', { tone: 'danger', isNoteRequired: true });
const field = { name: 'proposedUnit', label: { th: 'หน่วยงานที่เสนอ', en: '' }, type: 'unit' as const, options: [], value: null, isRequired: false };
const registering = buildForm({ outcomes: [REGISTER, RETURN], fields: [field] });
const CLOSE = buildForm({ outcomes: [buildOutcome('done', 'ปิดเรื่อง', { tone: 'primary' }), buildOutcome('forward', 'ส่งต่อ', { tone: 'neutral', needs: ['forwardTo'] })] });

function show(items: readonly ReturnType<typeof item>[], { forms = [], act = async ({ params }) => ({ ...done, letterId: params.letterId }) }: { readonly forms?: readonly ReturnType<typeof buildForm>[]; readonly act?: Act } = {}) {
  const actOnTask = jest.fn<ReturnType<Act>, Parameters<Act>>(act);
  const getLetter = jest.fn<ReturnType<SarabanDataProvider['getLetter']>, Parameters<SarabanDataProvider['getLetter']>>(async ({ params }) =>
    buildLetter({ id: params.letterId, myTasks: [buildTask({ kind: 'work', form: forms[Number(params.letterId.at(-1))] ?? registering })] }));
  renderAdmin({ api: { inbox: async () => buildInbox([...items]), actOnTask, getLetter, listUnits: async () => ({ items: [{ ...unit, head: null }, { ...otherUnit, head: null }] as never }) } });
  return { actOnTask, getLetter };
}
async function openBulk(): Promise<ReturnType<typeof within>> {
  await userEvent.click(await screen.findByRole('button', { name: 'เลือกหลายเรื่อง' }));
  await userEvent.click(await screen.findByRole('button', { name: 'เลือกทั้งหมดที่แสดง' }));
  await userEvent.click(screen.getByRole('button', { name: 'ดำเนินการเรื่องที่เลือก' }));
  return within(await screen.findByRole('dialog'));
}

test('one confirmation registers those chosen, each by its own key and with its own result; one that is refused stops none and can be tried again', async () => {
  let isRefused = true;
  const { actOnTask } = show([item(0), item(1), item(2)], {
    act: async ({ params }) => {
      if (params.letterId === idOf(1) && isRefused) throw refusal(409, 'TASK_CLAIMED');
      return { ...done, letterId: params.letterId };
    },
  });
  const dialog = await openBulk();
  await userEvent.click(await dialog.findByRole('button', { name: 'ลงทะเบียนรับ 3 เรื่อง' }));
  expect(await dialog.findByText('ดำเนินการแล้ว 3 จาก 3 เรื่อง')).toBeInTheDocument();
  expect(dialog.getByText(/ผู้อื่นในกลุ่มรับงานนี้ไปก่อนแล้ว/)).toBeInTheDocument();
  expect(dialog.getAllByText('ดำเนินการแล้ว')).toHaveLength(2);
  expect(actOnTask.mock.calls.map(([{ params, body }]) => [params.letterId, body])).toEqual([0, 1, 2].map((n) => [idOf(n), { rev: 3, outcome: 'register' }]));
  expect(new Set(actOnTask.mock.calls.map(([{ key }]) => key)).size).toBe(3);
  isRefused = false;
  await userEvent.click(dialog.getByRole('button', { name: 'ลองอีกครั้ง 1 เรื่อง' }));
  await waitFor(() => expect(dialog.getAllByText('ดำเนินการแล้ว')).toHaveLength(3));
  expect(actOnTask).toHaveBeenCalledTimes(4);
  await userEvent.click(dialog.getByRole('button', { name: 'ปิด' }));
  await waitFor(() => expect(screen.queryByRole('toolbar', { name: 'ดำเนินการหลายเรื่อง' })).not.toBeInTheDocument());
});

test('what cannot be done with the others says why and is neither asked for nor sent', async () => {
  const { actOnTask, getLetter } = show([item(0), item(1, { secrecy: 'secret' }), item(2, { isSealed: true, subject: null, secrecy: null }), item(3, { kind: 'approve', isSeen: false }), item(4)], { forms: [registering, registering, registering, registering, CLOSE] });
  const dialog = await openBulk();
  expect(await dialog.findAllByText('หนังสือมีชั้นความลับหรือปิดผนึก ต้องเปิดทำทีละเรื่อง')).toHaveLength(2);
  expect(dialog.getByText('ยังไม่ได้เปิดอ่าน')).toBeInTheDocument();
  expect(await dialog.findByText('ขั้นตอนที่เรื่องนี้อยู่ไม่มีการดำเนินการที่เลือก')).toBeInTheDocument();
  expect(dialog.queryByRole('radio', { name: /ส่งต่อ/ })).not.toBeInTheDocument();
  expect(getLetter.mock.calls.map(([{ params }]) => params.letterId)).toEqual([idOf(0), idOf(4)]);
  await userEvent.click(dialog.getByRole('radio', { name: 'ปิดเรื่อง (ทำได้ 1 เรื่อง)' }));
  await userEvent.click(dialog.getByRole('button', { name: 'ปิดเรื่อง 1 เรื่อง' }));
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ params, body }]) => [params.letterId, body.outcome])).toEqual([[idOf(4), 'done']]));
});

test('an act that asks for a note is not sent without one', async () => {
  const { actOnTask } = show([item(0), item(1)]);
  const dialog = await openBulk();
  await userEvent.click(await dialog.findByRole('radio', { name: 'ส่งคืนผู้ส่ง' }));
  await userEvent.click(dialog.getByRole('button', { name: 'ส่งคืนผู้ส่ง 2 เรื่อง' }));
  expect(actOnTask).not.toHaveBeenCalled();
  fill(dialog.getByLabelText(/^ข้อความเกษียน/), 'มิใช่อำนาจหน้าที่');
  await userEvent.click(dialog.getByRole('button', { name: 'ส่งคืนผู้ส่ง 2 เรื่อง' }));
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ body }]) => body)).toEqual([0, 1].map(() => ({ rev: 3, outcome: 'sendBack', note: 'มิใช่อำนาจหน้าที่' }))));
});

test('a unit named once goes to each; without one each keeps what was proposed for it', async () => {
  const directing = (isProposed: boolean) => buildForm({ outcomes: [buildOutcome('assign', 'ส่งหน่วยงาน', { tone: 'primary', needs: ['picks'] })], actions: ['proceed'], units: [{ ...unit, head: null, isProposed }, { ...otherUnit, head: null, isProposed: false }] });
  const { actOnTask } = show([item(0, { kind: 'assign', isSeen: true }), item(1, { kind: 'assign', isSeen: true })], { forms: [directing(true), directing(false)] });
  const dialog = await openBulk();
  expect(await dialog.findByText(/ต้องระบุข้อมูลเพิ่ม/)).toBeInTheDocument();
  await userEvent.click(dialog.getByLabelText(/^หน่วยงาน/));
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(otherUnit.name.th) }));
  await userEvent.click(await dialog.findByRole('button', { name: 'ส่งหน่วยงาน 2 เรื่อง' }));
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ body }]) => body)).toEqual([0, 1].map(() => ({ rev: 3, outcome: 'assign', action: 'proceed', picks: [{ unitId: otherUnit.id, role: 'main' }], isBatch: true }))));
});

test('rows are chosen by the keyboard alone', async () => {
  show([item(0), item(1)]);
  await screen.findByText('เรื่องที่ 0');
  await userEvent.keyboard('jx');
  expect(await screen.findByText('เลือกไว้ 1 เรื่อง')).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: 'เลือกเรื่อง เรื่องที่ 0' })).toBeChecked();
  await userEvent.keyboard('jx');
  expect(await screen.findByText('เลือกไว้ 2 เรื่อง')).toBeInTheDocument();
  await userEvent.keyboard('b');
  expect(await screen.findByRole('dialog', { name: 'ดำเนินการ 2 เรื่องพร้อมกัน' })).toBeInTheDocument();
});
