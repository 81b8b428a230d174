import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentType, useState } from 'react';
import type { AssigneeRule, ConditionGroup, Deadline, EscalationRung, RouteNode } from '#domain/route/model';
import { approval, route, startNode, endNode } from '#domain/route/testing/build';
import { fill, renderPart } from '../../../testing/render-admin';
import { AssigneeEditor } from '../panel/AssigneeEditor';
import { DeadlineEditor } from '../panel/DeadlineEditor';
import { OutcomesEditor } from '../panel/OutcomesEditor';
import type { FieldEditorProps, SettingsContext, SettingValues } from '../panel/types';
import { ConditionBuilder } from './ConditionBuilder';
import { LadderEditor } from './LadderEditor';
import { CallEditor, RecipientsEditor, ReturnsEditor } from './ReferenceEditors';
import { settingsContext, SOME_NODE } from './testing';

/** An editor as its panel uses it; says what it was last changed to. */
function edit<V>(Editor: ComponentType<FieldEditorProps<V>>, begin: V | undefined, more: { readonly context?: SettingsContext; readonly node?: RouteNode } = {}): () => V | undefined {
  let last = begin;
  function Held() {
    const [value, setValue] = useState(begin);
    const change = (next: V | undefined): void => {
      last = next;
      setValue(next);
    };
    return <Editor value={value} onChange={change} context={more.context ?? settingsContext()} node={more.node ?? SOME_NODE} field={{ widget: 'text', th: 'ช่อง', en: 'Field' }} label="ช่อง" help={undefined} error={undefined} isRequired />;
  }
  renderPart(<Held />);
  return () => last;
}

describe('who is asked', () => {
  test('shows who would get it today, and who acts for them on 13 April', async () => {
    edit<AssigneeRule>(AssigneeEditor, { by: 'post', postCode: 'governor' });
    const preview = await screen.findByRole('group', { name: 'ใครจะได้รับเรื่อง' });
    expect(preview.textContent).toContain('ผู้ว่าราชการจังหวัด · ท่าน governor');
    expect(preview.textContent).toContain('13 เม.ย. 69ผู้ว่าราชการจังหวัด · ท่าน deputy (รักษาราชการแทน)');
  });

  test('honours the succession of somebody on leave', async () => {
    edit<AssigneeRule>(AssigneeEditor, { by: 'post', postCode: 'chief' });
    expect((await screen.findByRole('group', { name: 'ใครจะได้รับเรื่อง' })).textContent).toContain('หัวหน้าสำนักงานจังหวัด · ท่าน ict-head (รักษาราชการแทน)');
  });

  test('a relation is shown by an example, which can be another', async () => {
    edit<AssigneeRule>(AssigneeEditor, { by: 'superior', of: 'lastActor' });
    const preview = await screen.findByRole('group', { name: 'ใครจะได้รับเรื่อง' });
    await userEvent.selectOptions(within(preview).getByRole('combobox', { name: 'ตัวอย่าง: เรื่องอยู่กับ' }), 'ict-head');
    expect(preview.textContent).toContain('วันนี้รองผู้ว่าราชการจังหวัด · ท่าน deputy');
  });

  test('nobody found is said, with the fallback', async () => {
    edit<AssigneeRule>(AssigneeEditor, { by: 'post', postCode: 'nobody' });
    expect((await screen.findByRole('group', { name: 'ใครจะได้รับเรื่อง' })).textContent).toContain('ไม่พบผู้ปฏิบัติ จึงไปที่ตำแหน่งสำรองหัวหน้าสำนักงานจังหวัด');
  });
});

test('a time limit shows the date it comes to, over the holidays too', async () => {
  const last = edit<Deadline>(DeadlineEditor, { rule: { unit: 'workingDays', amount: 2 } });
  const dates = await screen.findByRole('list', { name: 'ตัวอย่างวันครบกำหนด' });
  // Friday the 10th; then the weekend and three days of Songkran.
  expect(dates.textContent).toContain('เรื่องมาถึงขณะนี้ ครบกำหนด 17 เม.ย. 69 16.30 น.');
  fill(screen.getByRole('spinbutton', { name: 'จำนวน' }), '1');
  expect(last()).toEqual({ rule: { unit: 'workingDays', amount: 1 } });
  expect(dates.textContent).toContain('ครบกำหนด 16 เม.ย. 69 16.30 น.');
});

describe('the ladder', () => {
  const rung: EscalationRung = { id: 'r1', when: 'beforeDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remind' };

  test('stands on a line of time around the limit, with an example of each date', async () => {
    edit<readonly EscalationRung[]>(LadderEditor, [{ ...rung, id: 'r2', when: 'afterDue', act: 'flag' }, rung]);
    const items = within(await screen.findByRole('list', { name: 'การเตือนตามลำดับเวลา' })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'ก่อนครบกำหนด 1 วันทำการ เตือนผู้ปฏิบัติตัวอย่าง: 16 เม.ย. 69 08.30 น.', 'ครบกำหนด · ภายใน 2 วันทำการ', 'เกินกำหนด 1 วันทำการ แจ้งผู้กำกับงานตัวอย่าง: 20 เม.ย. 69 16.30 น.',
    ]);
  });

  test('is built and changed by the keyboard alone', async () => {
    const last = edit<readonly EscalationRung[]>(LadderEditor, undefined);
    const add = await screen.findByRole('button', { name: 'เพิ่มการเตือน' });
    act(() => add.focus());
    await userEvent.keyboard('{Enter}');
    expect(last()).toMatchObject([{ when: 'beforeDue', offset: { amount: 1 }, act: 'remind' }]);
    act(() => screen.getByRole('button', { name: /^ก่อนครบกำหนด 1 วันทำการ/ }).focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(last()).toMatchObject([{ when: 'afterDue', offset: { amount: 2 } }]);
    await userEvent.keyboard('{ArrowUp}');
    expect(last()).toMatchObject([{ when: 'afterDue', offset: { amount: 1 } }]);
    await userEvent.keyboard('{Delete}');
    expect(last()).toBeUndefined();
  });

  test('a rung opens to choose what is done', async () => {
    const last = edit<readonly EscalationRung[]>(LadderEditor, [rung]);
    await userEvent.click(await screen.findByRole('button', { name: /^ก่อนครบกำหนด/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'ทำอะไร' }), 'handOver');
    expect(last()).toMatchObject([{ act: 'handOver' }]);
  });
});

describe('a condition', () => {
  const urgent: ConditionGroup = { combinator: 'and', rules: [{ field: 'urgency', operator: '=', value: 'urgent' }] };

  test('is built by picking and said back as a sentence', async () => {
    const last = edit<ConditionGroup>(ConditionBuilder, urgent);
    expect(await screen.findByText('ชั้นความเร็ว เป็น ด่วน')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'เพิ่มเงื่อนไข' }));
    const [, second] = screen.getAllByRole('combobox', { name: 'ข้อมูล' });
    await userEvent.selectOptions(second!, 'amount');
    await userEvent.selectOptions(screen.getAllByRole('combobox', { name: 'เปรียบเทียบ' })[1]!, '>');
    fill(screen.getByRole('spinbutton', { name: 'ค่า' }), '500000');
    expect(last()).toEqual({ combinator: 'and', rules: [...urgent.rules, { field: 'amount', operator: '>', value: 500_000 }] });
    expect(screen.getByText('ชั้นความเร็ว เป็น ด่วน และ วงเงิน (บาท) มากกว่า 500000')).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'ต้องเป็นจริง' }), 'or');
    expect(last()).toMatchObject({ combinator: 'or' });
  });

  test('what is typed keeps the focus from one key to the next', async () => {
    const last = edit<ConditionGroup>(ConditionBuilder, { combinator: 'and', rules: [{ field: 'subjectClass', operator: '=', value: 'a' }] });
    await userEvent.type(await screen.findByRole('textbox', { name: 'ค่า' }), 'bc');
    expect(last()).toMatchObject({ rules: [{ value: 'abc' }] });
  });

  test('operators are those of the field, and one of several takes several values', async () => {
    const last = edit<ConditionGroup>(ConditionBuilder, urgent);
    const operators = within(await screen.findByRole('combobox', { name: 'เปรียบเทียบ' })).getAllByRole('option').map((option) => option.getAttribute('value'));
    expect(operators).toEqual(['=', '!=', 'in', 'notIn', 'null', 'notNull']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'เปรียบเทียบ' }), 'in');
    expect(last()).toEqual({ combinator: 'and', rules: [{ field: 'urgency', operator: 'in', value: ['urgent'] }] });
  });

  test('groups stand within groups, and the opposite can be said', async () => {
    const last = edit<ConditionGroup>(ConditionBuilder, urgent);
    await userEvent.click(await screen.findByRole('button', { name: 'เพิ่มกลุ่มเงื่อนไข' }));
    expect(last()).toMatchObject({ rules: [urgent.rules[0], { combinator: 'and', rules: [{ field: 'urgency' }] }] });
    await userEvent.click(screen.getAllByRole('switch', { name: 'ไม่ใช่กรณีนี้' })[0]!);
    expect(last()).toMatchObject({ not: true });
    await userEvent.click(screen.getByRole('button', { name: 'นำกลุ่มเงื่อนไขออก' }));
    expect(last()?.rules).toHaveLength(1);
  });
});

describe('references', () => {
  const line = route([startNode, approval('draft', 'clerk'), approval('review', 'chief'), { ...SOME_NODE, id: 'check' } as never, endNode], ['start draft', 'draft approve review', 'review approve check', 'check approve end']);

  test('returning says which steps are done again, and what follows the last return', async () => {
    edit<readonly string[]>(ReturnsEditor, ['draft'], { context: settingsContext({ route: line }), node: line.nodes[3]! });
    expect(await screen.findByText('ส่งคืนไป “ขั้น draft” แล้วจะผ่านอีกครั้ง: ขั้น review')).toBeTruthy();
    expect(screen.getByText('ส่งคืนได้ 3 ครั้ง ครั้งถัดไปเสนอผู้บังคับบัญชาของผู้พิจารณาตัดสินแทน')).toBeTruthy();
  });

  test('a called route stays at its version, and an older one is said', async () => {
    const context = settingsContext({ routes: [{ id: 'v2', title: 'หนังสือรับ', version: 2 }] });
    const last = edit<string>(CallEditor, 'v1', { context });
    expect(await screen.findByText(/ไม่ใช่ฉบับที่มีผลอยู่/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'v2');
    expect(last()).toBe('v2');
    expect(screen.getByText(/ใช้ฉบับที่ 2 ตลอด/)).toBeTruthy();
  });

  test('a list says who is on it; one without exactly one lead is marked', async () => {
    const members = [{ title: 'จังหวัดลพบุรี', role: 'lead' }, { title: 'จังหวัดสระบุรี', role: 'secondary' }] as const;
    const context = settingsContext({ lists: [{ id: 'all', title: 'ทุกจังหวัด', members }, { id: 'bad', title: 'ไม่มีหลัก', members: members.slice(1) }] });
    edit<'addressees' | { listCode: string; role: 'info' }>(RecipientsEditor as never, { listCode: 'all', role: 'info' }, { context });
    expect(await screen.findByText('หน่วยงานหลัก: จังหวัดลพบุรี')).toBeTruthy();
    await userEvent.selectOptions(screen.getAllByRole('combobox')[0]!, '=bad');
    expect(screen.getByText(/ต้องมีหน่วยงานหลักหนึ่งแห่ง/)).toBeTruthy();
  });
});

test('outcomes change their order and have a name in English, and keep the codes on which their lines hang', async () => {
  const last = edit<SettingValues['outcomes']>(OutcomesEditor, [{ code: 'done', name: 'เสร็จ' }, { code: 'more', name: 'ขอข้อมูล', nameEn: 'Ask' }]);
  await userEvent.click(screen.getByRole('button', { name: 'เลื่อนผล ขอข้อมูล ขึ้น' }));
  expect(last()?.map(({ code }) => code)).toEqual(['more', 'done']);
  expect(screen.getByRole('button', { name: 'เลื่อนผล ขอข้อมูล ขึ้น' })).toHaveProperty('disabled', true);
  fill(screen.getByRole('textbox', { name: 'ผลที่ 2 (อังกฤษ)' }), 'Done');
  expect(last()?.[1]).toEqual({ code: 'done', name: 'เสร็จ', nameEn: 'Done' });
  fill(screen.getByRole('textbox', { name: 'ผลที่ 1 (อังกฤษ)' }), '');
  expect(last()?.[0]).toEqual({ code: 'more', name: 'ขอข้อมูล' });
  await userEvent.click(screen.getByRole('button', { name: 'เลื่อนผล ขอข้อมูล ลง' }));
  expect(last()?.map(({ code }) => code)).toEqual(['done', 'more']);
});
