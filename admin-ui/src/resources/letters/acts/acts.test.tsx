import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MyTask } from '#domain/contracts/letter-page';
import type { SarabanDataProvider } from '../../../providers/data/data-provider';
import { buildForm, buildLetter, buildOutcome, buildTask, done, ID, otherUnit, pending, post, unit } from '../../../testing/builders';
import { fill, type Overrides, refusal, renderAdmin } from '../../../testing/render-admin';

type Act = SarabanDataProvider['actOnTask'];
const showTask = (task: MyTask, api: Overrides = {}) => renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ myTasks: [task], body: 'ข้อความเดิม' }), ...api } });
const acting = () => jest.fn<ReturnType<Act>, Parameters<Act>>(async () => done);
const dialog = async () => within(await screen.findByRole('dialog'));

test('an approval sends outcome, revision and note, once, with a key', async () => {
  const actOnTask = acting();
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const form = await dialog();
  fill(form.getByLabelText('ข้อความเกษียน'), 'เห็นควรดำเนินการ');
  await userEvent.click(form.getByRole('button', { name: 'เห็นชอบ' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(actOnTask.mock.calls).toEqual([[{ params: { letterId: ID.letter, taskId: 'k1' }, body: { rev: 3, outcome: 'approve', note: 'เห็นควรดำเนินการ' }, key: expect.stringMatching(/^.{8,}$/) }]]);
});

test('a return asks for its step and its note before anything is sent', async () => {
  const actOnTask = acting();
  const form = buildForm({ outcomes: [buildOutcome('return', 'ส่งกลับแก้ไข', { needs: ['returnTo'], isNoteRequired: true })], returnTargets: [{ nodeId: 'draft', name: { th: 'ร่างหนังสือ', en: '' } }] });
  showTask(buildTask({ form }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'ส่งกลับแก้ไข' }));
  const box = await dialog();
  await userEvent.click(box.getByRole('button', { name: 'ส่งกลับแก้ไข' }));
  expect(box.getByText('โปรดกรอก')).toBeInTheDocument();
  expect(actOnTask).not.toHaveBeenCalled();
  fill(box.getByLabelText(/ข้อความเกษียน/), 'โปรดแก้คำว่า จังหวัด');
  await userEvent.click(box.getByRole('button', { name: 'ส่งกลับแก้ไข' }));
  await waitFor(() => expect(actOnTask).toHaveBeenCalledTimes(1));
  expect(actOnTask.mock.calls[0]![0].body).toEqual({ rev: 3, outcome: 'return', note: 'โปรดแก้คำว่า จังหวัด', returnTo: 'draft' });
});

test('amending sends only the parts of the text that were changed', async () => {
  const actOnTask = acting();
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('amend', 'แก้ไขแล้วส่งต่อ', { needs: ['text'] })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'แก้ไขแล้วส่งต่อ' }));
  const box = await dialog();
    fill(box.getByLabelText('ข้อความ'), 'ข้อความใหม่');
  await userEvent.click(box.getByRole('button', { name: 'แก้ไขแล้วส่งต่อ' }));
  await waitFor(() => expect(actOnTask).toHaveBeenCalled());
  expect(actOnTask.mock.calls[0]![0].body.text).toEqual({ body: 'ข้อความใหม่' });
});

test('directing downward fills in the proposed unit and sends the picks', async () => {
  const actOnTask = acting();
  const form = buildForm({
    outcomes: [buildOutcome('assign', 'สั่งการ', { tone: 'primary', needs: ['picks', 'due'] })],
    actions: ['assigned', 'proceed'],
    units: [{ ...unit, head: null, isProposed: true }, { ...otherUnit, head: null, isProposed: false }],
    dueSuggestion: { unit: 'workingDays', amount: 7 },
    isDueRequired: true,
  });
  showTask(buildTask({ kind: 'assign', form }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'สั่งการ' }));
  const box = await dialog();
  expect(box.getByText('เสนอให้ กลุ่มงานอำนวยการ รับผิดชอบ')).toBeInTheDocument();
  expect(box.getByText('หากไม่ระบุ ภายใน 7 วันทำการ')).toBeInTheDocument();
  await userEvent.click(box.getByLabelText('หน่วยงานหรือตำแหน่งเพื่อทราบ'));
  await userEvent.click(await screen.findByRole('option', { name: 'กลุ่มงานยุทธศาสตร์' }));
  await userEvent.keyboard('{Escape}');
  await userEvent.click((await dialog()).getByRole('button', { name: 'สั่งการ' }));
  await waitFor(() => expect(actOnTask).toHaveBeenCalled());
  expect(actOnTask.mock.calls[0]![0].body).toEqual({
    rev: 3, outcome: 'assign', action: 'assigned', due: { unit: 'workingDays', amount: 7 }, picks: [{ unitId: ID.unit, role: 'main' }, { unitId: ID.otherUnit, role: 'info' }],
  });
});

const officer = { id: 'p-officer', code: 'officer', title: { th: 'นักวิเคราะห์นโยบายและแผน', en: '' }, unit: otherUnit.name, officeId: ID.office, unitId: ID.otherUnit, superiorId: null, roles: [], isUnitHead: false, holders: [{ id: 'h-officer', name: { th: 'นายสมชาย ใจดี', en: '' }, capacity: 'own', isAbsent: true }] } as const;
const colleague = { ...officer, id: 'p-colleague', code: 'colleague', title: { th: 'นักวิชาการคอมพิวเตอร์', en: '' }, holders: [] } as const;

test('a post is picked in the same field as a unit, is warned of like one, and can be kept as a favourite', async () => {
  const actOnTask = acting();
  const changeDesk = jest.fn<ReturnType<SarabanDataProvider['changeDesk']>, Parameters<SarabanDataProvider['changeDesk']>>(async () => ({ rev: 1, filters: [], phrases: [], favouriteUnitIds: [], favouritePostIds: [officer.id] }));
  const presence = jest.fn<ReturnType<SarabanDataProvider['presence']>, Parameters<SarabanDataProvider['presence']>>(async () => ({ items: [] }));
  const form = buildForm({
    outcomes: [buildOutcome('assign', 'สั่งการ', { tone: 'primary', needs: ['picks'] })], actions: ['assigned'], units: [{ ...unit, head: null, isProposed: false }],
  });
  // The post in which the task is done is not among those it can be given to.
  const own = { ...officer, id: post.id, title: { th: 'ตำแหน่งของข้าพเจ้า', en: '' } };
  showTask(buildTask({ kind: 'assign', form }), { actOnTask, changeDesk, presence, listPosts: async () => ({ items: [officer, colleague, own] as never }) });
  await userEvent.click(await screen.findByRole('button', { name: 'สั่งการ' }));
  const box = await dialog();
  await userEvent.click(await box.findByRole('button', { name: 'สั่งการ' }));
  expect(box.getByText('โปรดกรอก')).toBeInTheDocument();
  const field = await box.findByRole('combobox', { name: /ตำแหน่งที่รับผิดชอบ/ });
  await userEvent.click(field);
  expect(screen.queryByRole('option', { name: /ตำแหน่งของข้าพเจ้า/ })).not.toBeInTheDocument();
  expect(screen.getByRole('option', { name: /กลุ่มงานอำนวยการ/ })).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('option', { name: /นักวิเคราะห์นโยบายและแผน.*นายสมชาย ใจดี \(ไม่อยู่\)/ }));
  await waitFor(() => expect(presence.mock.calls.at(-1)?.[0].query).toMatchObject({ posts: officer.id }));
  await userEvent.click(await box.findByRole('button', { name: 'เพิ่ม นักวิเคราะห์นโยบายและแผน ในรายการที่ใช้บ่อย' }));
  expect(changeDesk.mock.calls[0]![0].body).toMatchObject({ favouritePostIds: [officer.id] });
  await userEvent.click(await box.findByRole('combobox', { name: 'หน่วยงานหรือตำแหน่งเพื่อทราบ' }));
  expect(screen.queryByRole('option', { name: /นักวิเคราะห์/ })).not.toBeInTheDocument();
  await userEvent.click(await screen.findByRole('option', { name: 'นักวิชาการคอมพิวเตอร์' }));
  await userEvent.click(await screen.findByRole('option', { name: 'กลุ่มงานอำนวยการ' }));
  await userEvent.keyboard('{Escape}');
  await userEvent.click((await dialog()).getByRole('button', { name: 'สั่งการ' }));
  await waitFor(() => expect(actOnTask.mock.calls.map(([{ body }]) => body.picks)).toEqual([
    [{ postId: officer.id, role: 'main' }, { postId: colleague.id, role: 'info' }, { unitId: ID.unit, role: 'info' }],
  ]));
});

test('a signature shows what will be printed and needs the password', async () => {
  const actOnTask = acting();
  const task = buildTask({ kind: 'sign', capacity: 'acting_for', printedCapacity: 'รักษาราชการแทน', form: buildForm({ outcomes: [buildOutcome('sign', 'ลงนาม', { tone: 'primary', needs: ['signature', 'password'] })] }) });
  showTask(task, { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'ลงนาม' }));
  const box = await dialog();
  expect(box.getByText('รักษาราชการแทน เจ้าพนักงานธุรการ')).toBeInTheDocument();
  await userEvent.click(box.getByRole('button', { name: 'ลงนาม' }));
  expect(actOnTask).not.toHaveBeenCalled();
  fill(box.getByLabelText(/รหัสผ่านเพื่อยืนยัน/), 'secret-word');
  await userEvent.click(box.getByRole('button', { name: 'ลงนาม' }));
  await waitFor(() => expect(actOnTask.mock.calls[0]![0].body).toEqual({ rev: 3, outcome: 'sign', signature: { password: 'secret-word' } }));
});

test('where the office does not ask for it, a signature needs no password', async () => {
  const actOnTask = acting();
  showTask(buildTask({ kind: 'sign', form: buildForm({ outcomes: [buildOutcome('sign', 'ลงนาม', { tone: 'primary', needs: ['signature'] })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'ลงนาม' }));
  const box = await dialog();
  expect(box.queryByLabelText(/รหัสผ่านเพื่อยืนยัน/)).not.toBeInTheDocument();
  await userEvent.click(box.getByRole('button', { name: 'ลงนาม' }));
  await waitFor(() => expect(actOnTask.mock.calls[0]![0].body).toEqual({ rev: 3, outcome: 'sign', signature: {} }));
});

test.each([
  ['acknowledge', 'acknowledge', 'รับทราบ'],
  ['work', 'finished', 'ดำเนินการแล้วเสร็จ'],
  ['judge', 'full', 'คำตอบครบถ้วน'],
  ['report', 'happened', 'แจ้งว่าที่ประชุมมีมติแล้ว'],
  ['adhoc', 'answer', 'ให้ความเห็น'],
] as const)('a task of kind %s offers the outcomes of its step', async (kind, code, label) => {
  const actOnTask = acting();
  showTask(buildTask({ kind, form: buildForm({ outcomes: [buildOutcome(code, label, { tone: 'primary' })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click((await dialog()).getByRole('button', { name: label }));
  await waitFor(() => expect(actOnTask.mock.calls[0]![0].body).toEqual({ rev: 3, outcome: code }));
});

test('a draft leads to its form, an incoming task to an answer', async () => {
  showTask(buildTask({ kind: 'draft', form: buildForm({ canEditDraft: true, canReply: true }) }));
  expect(await screen.findByRole('link', { name: 'แก้ไขร่าง' })).toHaveAttribute('href', `/letters/${ID.letter}/draft?task=k1`);
  expect(screen.getByRole('link', { name: 'ร่างหนังสือตอบ' })).toHaveAttribute('href', `/letters/${ID.letter}/reply`);
});

test('a task of a group can be taken and given back', async () => {
  const claim = jest.fn(async () => done);
  showTask(buildTask({ can: ['claim'] }), { claim });
  await userEvent.click(await screen.findByRole('button', { name: 'รับไปทำ' }));
  await waitFor(() => expect(claim).toHaveBeenCalledWith({ params: { letterId: ID.letter, taskId: 'k1' }, body: { rev: 3 }, key: expect.any(String) }));
});

test('a task that I have taken goes back to its group with a reason', async () => {
  const release = jest.fn(async () => done);
  showTask(buildTask({ can: ['act', 'release'] }), { release });
  await userEvent.click(await screen.findByRole('button', { name: 'คืนให้กลุ่ม' }));
  const box = await dialog();
  await userEvent.click(box.getByRole('button', { name: 'คืนให้กลุ่ม' }));
  expect(release).not.toHaveBeenCalled();
  fill(box.getByLabelText(/^เหตุผล/), 'ต้องไปราชการ');
  await userEvent.click(box.getByRole('button', { name: 'คืนให้กลุ่ม' }));
  await waitFor(() => expect(release).toHaveBeenCalledWith({ params: { letterId: ID.letter, taskId: 'k1' }, body: { rev: 3, reason: 'ต้องไปราชการ' }, key: expect.any(String) }));
});

test('a question that is waited for is withdrawn at once', async () => {
  const release = jest.fn(async () => done);
  showTask(buildTask({ can: ['release'], isWaiting: true }), { release });
  await userEvent.click(await screen.findByRole('button', { name: 'ถอนคำขอความเห็น' }));
  await waitFor(() => expect(release).toHaveBeenCalledWith({ params: { letterId: ID.letter, taskId: 'k1' }, body: { rev: 3 }, key: expect.any(String) }));
});

test('whoever takes a task too late reads that another was first', async () => {
  showTask(buildTask({ can: ['claim'] }), { claim: async () => { throw refusal(409, 'TASK_CLAIMED'); } });
  await userEvent.click(await screen.findByRole('button', { name: 'รับไปทำ' }));
  expect(await screen.findByText(/ผู้อื่นในกลุ่มรับงานนี้ไปก่อนแล้ว/)).toBeInTheDocument();
});

test('a fact that the step asks for is required before the letter goes on', async () => {
  const actOnTask = acting();
  const field = { name: 'subjectClass', label: { th: 'หมวดเรื่อง', en: '' }, type: 'choice' as const, options: [{ value: 'report', label: { th: 'รายงาน', en: '' } }], value: null, isRequired: true };
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('register', 'ลงทะเบียนรับ', { tone: 'primary' })], fields: [field] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'ลงทะเบียนรับ' }));
  const box = await dialog();
  await userEvent.click(box.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  expect(actOnTask).not.toHaveBeenCalled();
  await userEvent.click(box.getByLabelText(/หมวดเรื่อง/));
  await userEvent.click(await screen.findByRole('option', { name: 'รายงาน' }));
  await userEvent.click(box.getByRole('button', { name: 'ลงทะเบียนรับ' }));
  await waitFor(() => expect(actOnTask.mock.calls[0]![0].body.facts).toEqual({ subjectClass: 'report' }));
});

test('after a lost connection the same act is sent again with the same key, a changed one with another', async () => {
  const actOnTask = jest.fn<ReturnType<Act>, Parameters<Act>>(async () => {
    throw refusal(0, 'NO_ANSWER');
  });
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const box = await dialog();
  const confirm = box.getByRole('button', { name: 'เห็นชอบ' });
  await userEvent.click(confirm);
  expect(await box.findByText(/กดซ้ำได้/)).toBeInTheDocument();
  await userEvent.click(confirm);
  await waitFor(() => expect(actOnTask).toHaveBeenCalledTimes(2));
  fill(box.getByLabelText('ข้อความเกษียน'), 'เพิ่มข้อความ');
  await userEvent.click(confirm);
  await waitFor(() => expect(actOnTask).toHaveBeenCalledTimes(3));
  const [first, second, third] = actOnTask.mock.calls.map(([{ key }]) => key);
  expect([second === first, third === first]).toEqual([true, false]);
});

test('a refusal is explained in the dialog and what was typed stays', async () => {
  const actOnTask = async () => {
    throw refusal(409, 'TASK_NOT_OPEN');
  };
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const box = await dialog();
  fill(box.getByLabelText('ข้อความเกษียน'), 'ข้อความของข้าพเจ้า');
  await userEvent.click(box.getByRole('button', { name: 'เห็นชอบ' }));
  expect(await box.findByRole('alert')).toHaveTextContent('งานนี้มีผู้ดำเนินการแล้ว');
  expect(box.getByLabelText('ข้อความเกษียน')).toHaveValue('ข้อความของข้าพเจ้า');
});

test('an act in doubt says so, offers nothing more, and settles by itself', async () => {
  const task = buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) });
  const command = { id: ID.command, letterId: ID.letter, kind: 'act', status: 'pending' as const, code: null, message: null, details: {}, seq: null, numbers: [], note: null, createdAt: '2026-11-21T03:00:00.000Z', endedAt: null };
  let stage: 'open' | 'doubt' | 'settled' = 'open';
  const letters = {
    open: buildLetter({ myTasks: [task] }),
    doubt: buildLetter({ myTasks: [task], pendingCommands: [command] }),
    settled: buildLetter({ myTasks: [] }),
  };
  const actOnTask = async () => {
    stage = 'doubt';
    return pending;
  };
  showTask(task, { getLetter: async () => letters[stage], actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click((await dialog()).getByRole('button', { name: 'เห็นชอบ' }));
  expect((await screen.findAllByText(/รับคำสั่งแล้ว กำลังดำเนินการ/)).length).toBeGreaterThan(0);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'เห็นชอบ' })).not.toBeInTheDocument());
  stage = 'settled';
  await waitFor(() => expect(screen.queryByRole('region', { name: /งานของท่าน/ })).not.toBeInTheDocument());
});

test('a task done by somebody else while its dialog is open leaves what was typed, says so, and can no longer be acted on', async () => {
  const task = buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) });
  let myTasks: MyTask[] = [task];
  const actOnTask = acting();
  showTask(task, { getLetter: async () => buildLetter({ myTasks }), actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const box = await dialog();
  fill(box.getByLabelText('ข้อความเกษียน'), 'เห็นควรดำเนินการ');
  myTasks = [];
  window.dispatchEvent(new Event('visibilitychange'));
  expect(await box.findByText(/งานนี้มีผู้ดำเนินการแล้วหรือถูกถอนแล้ว/)).toBeInTheDocument();
  expect(box.getByLabelText('ข้อความเกษียน')).toHaveValue('เห็นควรดำเนินการ');
  expect(box.getByRole('button', { name: 'เห็นชอบ' })).toBeDisabled();
  expect(actOnTask).not.toHaveBeenCalled();
  await userEvent.click(box.getByRole('button', { name: 'ยกเลิก' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /งานของท่าน/ })).not.toBeInTheDocument());
});

test('an act on the whole letter names the letter’s revision and needs a reason', async () => {
  const actOnLetter = jest.fn(async () => done);
  renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ can: ['hold'] }), actOnLetter } });
  await userEvent.click(await screen.findByRole('button', { name: 'พักเรื่อง' }));
  const box = await dialog();
  await userEvent.click(box.getByRole('button', { name: 'พักเรื่อง' }));
  expect(box.getByText('โปรดระบุเหตุผล')).toBeInTheDocument();
  fill(box.getByLabelText(/เหตุผล/), 'รอข้อมูลเพิ่ม');
  await userEvent.click(box.getByRole('button', { name: 'พักเรื่อง' }));
  await waitFor(() => expect(actOnLetter).toHaveBeenCalledWith({ params: { letterId: ID.letter }, body: { type: 'hold', seq: 5, reason: 'รอข้อมูลเพิ่ม' }, key: expect.any(String) }));
});

test('a letter that may not be known is answered like one that does not exist', async () => {
  renderAdmin({ path: `/letters/${ID.letter}` });
  expect(await screen.findByText(/ไม่พบรายการที่ต้องการ/)).toBeInTheDocument();
});

const kept = (): string => JSON.stringify({ ...localStorage });
const approval = buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary', needs: ['signature', 'password'] })] }) });

test('words beside an act come back after a lost tab, without the password, and are forgotten once it is done', async () => {
  const actOnTask = acting();
  const first = showTask(approval, { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const before = await dialog();
  fill(before.getByLabelText('ข้อความเกษียน'), 'เห็นควรดำเนินการ');
  fill(before.getByLabelText(/รหัสผ่านเพื่อยืนยัน/), 'secret-word');
  first.unmount();
  expect(kept()).toContain('เห็นควรดำเนินการ');
  expect(kept()).not.toContain('secret-word');
  showTask(approval, { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const after = await dialog();
  expect(after.getByLabelText('ข้อความเกษียน')).toHaveValue('เห็นควรดำเนินการ');
  fill(after.getByLabelText(/รหัสผ่านเพื่อยืนยัน/), 'secret-word');
  await userEvent.click(after.getByRole('button', { name: 'เห็นชอบ' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(kept()).not.toContain('เห็นควรดำเนินการ');
});

test('words beside an act on a classified letter are not left lying on the computer', async () => {
  const view = renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ myTasks: [approval], secrecy: 'confidential' }) } });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  fill((await dialog()).getByLabelText('ข้อความเกษียน'), 'ข้อความลับ');
  view.unmount();
  expect(kept()).not.toContain('ข้อความลับ');
});

test.each([['none', true], ['confidential', false]] as const)("a supervisor's reason on a letter of class %s is kept on the computer: %s", async (secrecy, isKept) => {
  const holder = { taskId: 't1', rev: 1, kind: 'work' as const, nodeName: { th: 'ดำเนินการ', en: '' }, posts: [post], persons: [], claimedBy: null, since: '2026-11-20T03:00:00.000Z', dueAt: null, isOverdue: false, firstReadAt: null, via: 'rule' as const, can: ['extend' as const], next: [] };
  const view = renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ holders: [holder], secrecy }) } });
  await userEvent.click(await screen.findByRole('button', { name: 'ขยายเวลา' }));
  fill((await dialog()).getByLabelText(/เหตุผล/), 'รอข้อมูลจากอำเภอ');
  view.unmount();
  expect(kept().includes('รอข้อมูลจากอำเภอ')).toBe(isKept);
});

test('a note that is too long is said to be so at the field, is not cut off and not sent', async () => {
  const actOnTask = acting();
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) }), { actOnTask });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const box = await dialog();
  const note = box.getByLabelText('ข้อความเกษียน');
  fill(note, 'ก'.repeat(4_003));
  expect(note).toHaveAccessibleDescription('ยาวเกินไป 3 ตัวอักษร (ไม่เกิน 4,000 ตัวอักษร)');
  await userEvent.click(box.getByRole('button', { name: 'เห็นชอบ' }));
  expect(actOnTask).not.toHaveBeenCalled();
  expect(note).toHaveValue('ก'.repeat(4_003));
});

test('fields that the API refuses are named in the dialog', async () => {
  const fields = [{ path: 'body.note', label: 'ข้อความเกษียน', message: 'ต้องยาวไม่เกิน 4,000 ตัวอักษร' }];
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) }), { actOnTask: async () => { throw refusal(400, 'VALIDATION_FAILED', { fields }); } });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  const box = await dialog();
  await userEvent.click(box.getByRole('button', { name: 'เห็นชอบ' }));
  expect(await box.findByText('ข้อความเกษียน: ต้องยาวไม่เกิน 4,000 ตัวอักษร')).toBeInTheDocument();
});

test('what is said of an act in doubt changes once it is settled', async () => {
  let status: 'pending' | 'done' = 'pending';
  const command = { id: ID.command, letterId: ID.letter, kind: 'act', code: null, message: null, details: {}, seq: null, numbers: [], note: null, createdAt: '2026-11-21T03:00:00.000Z', endedAt: null };
  showTask(buildTask({ form: buildForm({ outcomes: [buildOutcome('approve', 'เห็นชอบ', { tone: 'primary' })] }) }), { actOnTask: async () => pending, getCommand: async () => ({ ...command, status }) });
  await userEvent.click(await screen.findByRole('button', { name: 'เห็นชอบ' }));
  await userEvent.click((await dialog()).getByRole('button', { name: 'เห็นชอบ' }));
  expect(await screen.findByText(/รับคำสั่งแล้ว กำลังดำเนินการ/)).toBeInTheDocument();
  status = 'done';
  expect(await screen.findByText('ดำเนินการแล้ว')).toBeInTheDocument();
  expect(screen.queryByText(/รับคำสั่งแล้ว กำลังดำเนินการ/)).not.toBeInTheDocument();
});

test('a letter is made more urgent, never less: only what is more urgent is offered, and a stated moment is asked for', async () => {
  const actOnLetter = jest.fn<ReturnType<SarabanDataProvider['actOnLetter']>, Parameters<SarabanDataProvider['actOnLetter']>>(async () => done);
  renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ urgency: 'very_urgent', can: ['urge'] }), actOnLetter } });
  await userEvent.click(await screen.findByRole('button', { name: 'เร่งชั้นความเร็ว' }));
  const box = await dialog();
  await userEvent.click(box.getByLabelText('ชั้นความเร็ว'));
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['ด่วนที่สุด', 'ด่วนภายใน']);
  await userEvent.click(screen.getByRole('option', { name: 'ด่วนภายใน' }));
  fill(box.getByLabelText(/เหตุผล/), 'ผู้ว่าราชการจังหวัดสั่งเร่ง');
  await userEvent.click(box.getByRole('button', { name: 'เร่งชั้นความเร็ว' }));
  expect(box.getByText('โปรดกรอก')).toBeInTheDocument();
  expect(actOnLetter).not.toHaveBeenCalled();
  await userEvent.click(box.getByLabelText('ชั้นความเร็ว'));
  await userEvent.click(screen.getByRole('option', { name: 'ด่วนที่สุด' }));
  await userEvent.click(box.getByRole('button', { name: 'เร่งชั้นความเร็ว' }));
  await waitFor(() => expect(actOnLetter).toHaveBeenCalled());
  expect(actOnLetter.mock.calls[0]![0].body).toEqual({ type: 'urge', seq: buildLetter().seq, reason: 'ผู้ว่าราชการจังหวัดสั่งเร่ง', urgency: 'most_urgent' });
});
