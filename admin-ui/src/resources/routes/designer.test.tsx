import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fill, refusal } from '../../testing/render-admin';
import { designContext, draftView as view, end, fresh, line, openDraft as open, outlineRow as row, type Saved, start, whole, work } from './testing';

const state = () => screen.getByText(/บันทึก/, { selector: '[data-save-state] *' }).closest('[data-save-state]')?.getAttribute('data-save-state');

test('a route is built in the outline with the keyboard alone', async () => {
  const user = userEvent.setup();
  const { saved } = open(fresh);
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  act(() => row(/เริ่มต้น/).focus());
  await user.keyboard('n');
  const kinds = await screen.findByRole('dialog', { name: 'เพิ่มขั้นต่อจาก “เริ่มต้น”' });
  await user.type(within(kinds).getByRole('textbox'), 'ลงทะเบียน{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(row(/ลงทะเบียนรับ/)));
  await user.keyboard('n');
  await user.type(await screen.findByRole('textbox', { name: /พิมพ์เพื่อค้นหา/ }), 'สิ้นสุด{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(row(/^3\s*สิ้นสุด/)));
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(row(/ลงทะเบียนรับ/));
  await user.keyboard('{F2}');
  const name = await screen.findByRole('textbox', { name: 'ชื่อขั้น' });
  await user.clear(name);
  await user.type(name, 'ลงรับ{Enter}');
  await waitFor(() => expect(row(/ลงรับ/)).toBeTruthy());
  await waitFor(() => expect(saved.at(-1)?.body.definition.nodes.map((node) => node.name)).toEqual(['เริ่มต้น', 'ลงรับ', 'สิ้นสุด']), { timeout: 10_000 });
  expect(saved.at(-1)?.body.definition.edges.map(({ from, outcome, to }) => [from, outcome, to])).toEqual([['start', 'next', 'register1'], ['register1', 'next', 'end1']]);
});

test('a line is drawn to a step by choosing outcome and target, and undone', async () => {
  const user = userEvent.setup();
  open({ ...whole, edges: [line('start', 'next', 'work')] });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  act(() => row(/เสนอเรื่อง/).focus());
  await user.keyboard('c');
  const dialog = await screen.findByRole('dialog', { name: 'ต่อจาก “เสนอเรื่อง”' });
  expect(within(dialog).getByRole('combobox', { name: 'เมื่อผลเป็น' })).toHaveProperty('value', 'done');
  // A step that nothing leads to is offered first.
  expect(within(dialog).getByRole('combobox', { name: 'ไปยังขั้น' })).toHaveProperty('value', 'end');
  await user.click(within(dialog).getByRole('button', { name: 'ต่อเส้น' }));
  expect(await screen.findByRole('button', { name: /เสนอแล้ว ไปยัง “จบ”/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'ย้อนกลับ' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /เสนอแล้ว ไปยัง “จบ”/ })).toBeNull());
});

test('deleting a step takes the keyboard to the step before it', async () => {
  const user = userEvent.setup();
  open(whole);
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  act(() => row(/เสนอเรื่อง/).focus());
  await user.keyboard('{Delete}');
  await waitFor(() => expect(document.activeElement).toBe(row(/เริ่มต้น/)));
  expect(screen.queryByRole('button', { name: /เสนอเรื่อง/ })).toBeNull();
});

test('a setting is edited in the panel made from the form of the step, and letters typed one after another are undone as one', async () => {
  const user = userEvent.setup();
  open(whole);
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(row(/เสนอเรื่อง/));
  const panel = await screen.findByRole('region', { name: /การตั้งค่าขั้น เสนอเรื่อง/ });
  await user.type(within(panel).getByRole('textbox', { name: /^ชื่อขั้น( \*|$)/ }), ' ใหม่');
  expect(row(/เสนอเรื่อง ใหม่/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'ย้อนกลับ' }));
  await waitFor(() => expect(() => row(/เสนอเรื่อง ใหม่/)).toThrow());
  expect(row(/เสนอเรื่อง/)).toBeTruthy();
});

test('who is asked is chosen among the posts of the office and said back', async () => {
  open(whole);
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  fireEvent.click(row(/เสนอเรื่อง/));
  const panel = await screen.findByRole('region', { name: /การตั้งค่าขั้น/ });
  const post = await within(panel).findByRole('combobox', { name: 'ตำแหน่งที่ระบุ' });
  await within(panel).findByRole('option', { name: 'ตำแหน่ง chief' });
  fireEvent.change(post, { target: { value: 'chief' } });
  await waitFor(() => expect(within(panel).getByText('ตำแหน่ง chief', { selector: 'p' })).toBeTruthy());
});

test('an outcome that is not wired is found with its text, leads to its step, and is gone once it is connected', async () => {
  const user = userEvent.setup();
  open({ ...whole, edges: [line('start', 'next', 'work')] });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  const list = screen.getByRole('region', { name: 'ผลการตรวจ' });
  const found = await within(list).findByText(/ยังไม่ได้กำหนดทางไป/);
  expect(found.textContent).toContain('ต้องแก้:');
  await user.click(within(found.closest('[role=alert]') as HTMLElement).getByRole('button', { name: 'ไปที่ขั้น' }));
  expect(row(/เสนอเรื่อง/).getAttribute('aria-current')).toBe('step');
});

test('what is safe to mend is mended by one press, and the finding is gone', async () => {
  const user = userEvent.setup();
  open({ ...whole, nodes: [...whole.nodes, { ...work, id: 'lost', name: 'ไม่มีทางถึง' }], edges: [...whole.edges, line('lost', 'done', 'end')] });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  const list = screen.getByRole('region', { name: 'ผลการตรวจ' });
  const found = await within(list).findByText(/ไม่มีทางไปถึงขั้น "ไม่มีทางถึง"/);
  await user.click(within(found.closest('[role=alert]') as HTMLElement).getByRole('button', { name: 'แก้ให้' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /ไม่มีทางถึง/ })).toBeNull());
  await waitFor(() => expect(within(list).queryByText(/ไม่มีทางไปถึงขั้น/)).toBeNull(), { timeout: 10_000 });
});

test('a draft that was saved elsewhere is not overwritten: the reader sees what differs and keeps theirs or their own', async () => {
  const user = userEvent.setup();
  const saves: (number | undefined)[] = [];
  let isChanged = false;
  open(whole, {
    api: {
      routeDraft: (async () => view(isChanged ? { ...whole, nodes: [start, { ...work, name: 'เสนอโดยผู้อื่น' }, end] } : whole, { rev: isChanged ? 9 : 3 })) as never,
      saveRouteDraft: (async ({ rev }: Saved) => {
        saves.push(rev);
        if (rev === 9) return { rev: 10, updatedAt: '2026-11-20T03:00:01.000Z' };
        isChanged = true;
        throw refusal(412, 'DRAFT_STALE');
      }) as never,
    },
  });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(row(/เสนอเรื่อง/));
  fill(await screen.findByRole('textbox', { name: /^ชื่อขั้น( \*|$)/ }), 'เสนอโดยฉัน');
  const choice = await screen.findByText(/ฉบับร่างถูกบันทึกจากหน้าต่างหรือเครื่องอื่น/);
  expect(choice).toBeTruthy();
  expect(await screen.findByText('เปลี่ยนชื่อขั้น “เสนอโดยฉัน” เป็น “เสนอโดยผู้อื่น”')).toBeTruthy();
  expect(row(/เสนอโดยฉัน/)).toBeTruthy();
  expect(saves).toEqual([3]);
  await user.click(screen.getByRole('button', { name: 'ใช้ของข้าพเจ้า' }));
  await waitFor(() => expect(saves).toEqual([3, 9]));
  await waitFor(() => expect(state()).toBe('saved'));
  expect(row(/เสนอโดยฉัน/)).toBeTruthy();
});

test('taking what was saved elsewhere shows it, with nothing left to save', async () => {
  const user = userEvent.setup();
  let isChanged = false;
  open(whole, {
    api: {
      routeDraft: (async () => view(isChanged ? { ...whole, nodes: [start, { ...work, name: 'เสนอโดยผู้อื่น' }, end] } : whole, { rev: isChanged ? 9 : 3 })) as never,
      saveRouteDraft: (async () => {
        isChanged = true;
        throw refusal(412, 'DRAFT_STALE');
      }) as never,
    },
  });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(row(/เสนอเรื่อง/));
  fill(await screen.findByRole('textbox', { name: /^ชื่อขั้น( \*|$)/ }), 'เสนอโดยฉัน');
  const take = await screen.findByRole('button', { name: 'ใช้ที่บันทึกจากที่อื่น' });
  await waitFor(() => expect(take).toHaveProperty('disabled', false));
  await user.click(take);
  await waitFor(() => expect(row(/เสนอโดยผู้อื่น/)).toBeTruthy());
  expect(state()).toBe('saved');
});

test('without an answer the draft is said not to be saved, and is saved once there is one', async () => {
  const user = userEvent.setup();
  let isReached = false;
  open(whole, {
    api: {
      saveRouteDraft: (async ({ rev }: Saved) => {
        if (!isReached) throw refusal(0, 'NO_ANSWER');
        return { rev: (rev ?? 0) + 1, updatedAt: '2026-11-20T03:00:01.000Z' };
      }) as never,
    },
  });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(row(/เสนอเรื่อง/));
  fill(await screen.findByRole('textbox', { name: /^ชื่อขั้น( \*|$)/ }), 'เสนอโดยฉัน');
  await waitFor(() => expect(state()).toBe('offline'));
  isReached = true;
  await waitFor(() => expect(state()).toBe('saved'), { timeout: 15_000 });
  expect(row(/เสนอโดยฉัน/)).toBeTruthy();
});

test("somebody else's draft is drawn and verified, and cannot be changed", async () => {
  const { saved } = open(whole, { api: { routeDraft: (async () => view(whole, { canEdit: false })) as never } });
  await screen.findByText(/ฉบับร่างของผู้อื่น/);
  expect(screen.queryByRole('button', { name: 'ย้อนกลับ' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'เพิ่มขั้น' })).toBeNull();
  expect(saved).toEqual([]);
});

const calling = (name: string, versionId: string) => ({ ...whole, name, nodes: [start, { id: 'work', type: 'call', name: 'ตรวจตามเส้นทางกลาง', routeVersionId: versionId } as const, end], edges: [line('start', 'next', 'work'), line('work', 'next', 'end')] });

test('routes that call each other in a circle are found and named one by one, and cannot be proposed', async () => {
  const user = userEvent.setup();
  const routes = { one: calling('ตรวจร่าง', 'two'), two: calling('ตรวจทาน', 'one') };
  open(calling('รับหนังสือ', 'one'), { api: { routeDesignContext: (async () => ({ ...designContext, verify: { ...designContext.verify, routes } })) as never } });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  expect((await within(screen.getByRole('region', { name: 'ผลการตรวจ' })).findByText(/ตรวจร่าง → ตรวจทาน → ตรวจร่าง/)).textContent).toContain('ต้องแก้:');
  await user.click(screen.getByRole('button', { name: 'เสนอเผยแพร่' }));
  const dialog = await screen.findByRole('dialog', { name: 'เสนอเผยแพร่' });
  fill(within(dialog).getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }), 'ใช้เส้นทางกลาง');
  expect(within(dialog).getByRole('button', { name: 'เสนอเผยแพร่' })).toHaveProperty('disabled', true);
});

test('a proposal that is refused because somebody published meanwhile says so, and keeps the draft and what was typed', async () => {
  const user = userEvent.setup();
  open(whole, { api: { proposeRoute: () => Promise.reject(refusal(409, 'ROUTE_BASE_CHANGED', { version: 4 })) } });
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await user.click(screen.getByRole('button', { name: 'เสนอเผยแพร่' }));
  const dialog = await screen.findByRole('dialog', { name: 'เสนอเผยแพร่' });
  fill(within(dialog).getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }), 'ลดขั้นตอน');
  const send = within(dialog).getByRole('button', { name: 'เสนอเผยแพร่' });
  await waitFor(() => expect(send).toHaveProperty('disabled', false), { timeout: 10_000 });
  await user.click(send);
  expect(await within(dialog).findByText(/มีผู้เผยแพร่เส้นทางนี้ฉบับใหม่ \(ฉบับที่ 4\) หลังจากที่เริ่มร่าง ฉบับร่างยังอยู่ครบ/)).toBeTruthy();
  expect(within(dialog).getByDisplayValue('ลดขั้นตอน')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'ยกเลิก' }));
  await waitFor(() => expect(row(/เสนอเรื่อง/)).toBeTruthy());
});
