import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DecisionTable } from '#domain/route/model';
import { renderPart } from '../../../testing/render-admin';
import { DecisionTableEditor, type FixedOutput } from './DecisionTableEditor';
import { addRow, moveRow, setInputs, setOutputs } from './table-edits';
import { settingsContext } from './testing';

const is = (value: string) => ({ operator: '=', value }) as const;
const table: DecisionTable = {
  hitPolicy: 'first', inputs: ['urgency'], outputs: ['subjectClass'],
  rules: [{ id: 'r1', when: [is('urgent')], then: ['a'] }, { id: 'r2', when: [is('normal')], then: ['b'] }, { id: 'r3', when: [null], then: ['c'] }],
};
const ids = ({ rules }: DecisionTable): string => rules.map(({ id }) => id).join(' ');

function edit(begin: DecisionTable, more: { readonly output?: FixedOutput; readonly isReadOnly?: boolean } = {}): () => DecisionTable {
  let last = begin;
  function Held() {
    const [value, setValue] = useState(begin);
    const change = (next: DecisionTable): void => {
      last = next;
      setValue(next);
    };
    return <DecisionTableEditor table={value} onChange={change} context={settingsContext()} label="ตาราง" {...more} />;
  }
  renderPart(<Held />);
  return () => last;
}

describe('edits of a table', () => {
  test('rows move and stay at the ends', () => {
    expect(ids(moveRow(table, 'r3', 0))).toBe('r3 r1 r2');
    expect(ids(moveRow(table, 'r1', 99))).toBe('r2 r3 r1');
    expect(ids(moveRow(table, 'r1', -5))).toBe('r1 r2 r3');
    expect(moveRow(table, 'gone', 0)).toBe(table);
  });

  test('a new row stands before that for every other case, with an id of its own', () => {
    expect(ids(addRow(table))).toBe('r1 r2 r4 r3');
    expect(ids(addRow({ ...table, rules: table.rules.slice(0, 2) }))).toBe('r1 r2 r3');
  });

  test('columns that stay keep their cells', () => {
    expect(setInputs(table, ['kind', 'urgency']).rules[0]!.when).toEqual([null, is('urgent')]);
    expect(setOutputs(table, ['subjectClass', 'isCircular']).rules[0]!.then).toEqual(['a', false]);
  });
});

test('rows are moved by the keys, and the row that moves keeps the focus', async () => {
  const last = edit(table);
  const handle = await screen.findByRole('button', { name: /^แถวที่ 1 ใช้ลูกศร/ });
  act(() => handle.focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(ids(last())).toBe('r2 r1 r3');
  expect(document.activeElement?.getAttribute('data-handle')).toBe('r1');
  await userEvent.keyboard('{End}');
  expect(ids(last())).toBe('r2 r3 r1');
});

test('rows are moved by dragging', async () => {
  const last = edit(table);
  const handle = await screen.findByRole('button', { name: /^แถวที่ 3 ใช้ลูกศร/ });
  const [, first] = screen.getAllByRole('row');
  fireEvent.dragStart(handle);
  fireEvent.dragOver(first!);
  fireEvent.drop(first!);
  expect(ids(last())).toBe('r3 r1 r2');
});

test('a cell is picked by the kind of its field', async () => {
  const last = edit(table);
  await userEvent.click(await screen.findByRole('button', { name: 'แถวที่ 1 ชั้นความเร็ว: ด่วน' }));
  const dialog = await screen.findByRole('dialog', { name: 'ชั้นความเร็ว · แถวที่ 1' });
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'ค่า' }), 'very_urgent');
  expect(last().rules[0]!.when).toEqual([is('very_urgent')]);
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'เปรียบเทียบ' }), 'any');
  expect(last().rules[0]!.when).toEqual([null]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'เสร็จ' }));
});

test('rows that are never chosen, rows that overlap and cases without a row are shown in the grid', async () => {
  const last = edit({ ...table, rules: [table.rules[2]!, table.rules[0]!] });
  const rows = (await screen.findAllByRole('row')).map((row) => row.textContent ?? '');
  expect(rows[2]).toContain('ไม่มีวันถูกเลือก');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'เมื่อตรงหลายแถว' }), 'unique');
  expect(screen.getAllByRole('row')[1]!.textContent).toContain('ตรงพร้อมกับแถว 2');
  await userEvent.click(screen.getByRole('button', { name: 'นำแถวที่ 1 ออก' }));
  expect(last().rules).toHaveLength(1);
  expect((await screen.findByText('ยังมีกรณีที่ไม่ตรงแถวใดเลย เช่น')).parentElement?.textContent).toContain('ชั้นความเร็ว: ');
});

test("an office's table sets a route by name; whoever may not change it only reads", async () => {
  const output: FixedOutput = { name: 'route', label: 'เส้นทาง', choices: [{ id: 'incoming', title: 'หนังสือรับ' }, { id: 'secret', title: 'หนังสือลับ' }] };
  const routes: DecisionTable = { ...table, outputs: ['route'], rules: [{ id: 'r1', when: [null], then: ['incoming'] }] };
  const last = edit(routes, { output });
  await userEvent.click(await screen.findByRole('button', { name: 'แถวที่ 1 เส้นทาง: หนังสือรับ' }));
  await userEvent.selectOptions(within(await screen.findByRole('dialog')).getByRole('combobox', { name: 'ค่า' }), 'secret');
  expect(last().rules[0]!.then).toEqual(['secret']);
});

test('whoever may not change a table has nothing to press but the downloads', async () => {
  edit(table, { isReadOnly: true });
  expect((await screen.findAllByRole('button')).map((button) => button.textContent)).toEqual(['CSV', 'DMN 1.3']);
});
