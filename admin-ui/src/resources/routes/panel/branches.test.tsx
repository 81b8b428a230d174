import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Route } from '#domain/route/model';
import { end, line, openDraft, outlineRow, start } from '../testing';

const when = { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'exchange' }] } as const;
const routeWith = (outcome: string): Route => ({
  schemaVersion: 1, name: 'รับหนังสือ',
  nodes: [start, { id: 'way', type: 'decide', name: 'ช่องทางรับ', branches: [{ outcome, when }], otherwise: 'counter' }, end],
  edges: [line('start', 'next', 'way'), line('way', outcome, 'end'), { id: 'other', from: 'way', outcome: 'counter', to: 'end' }],
});

async function openWays(route: Route) {
  const opened = openDraft(route);
  await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  act(() => outlineRow(/ช่องทางรับ/).focus());
  await userEvent.setup().keyboard('{Enter}');
  const panel = await screen.findByRole('region', { name: 'การตั้งค่าขั้น ช่องทางรับ' });
  return { ...opened, panel: within(panel) };
}
const lastWay = (saved: Awaited<ReturnType<typeof openWays>>['saved']) => {
  const { nodes, edges } = saved.at(-1)!.body.definition;
  return { way: nodes.find(({ id }) => id === 'way'), lines: edges.filter(({ from }) => from === 'way').map(({ outcome }) => outcome) };
};

test('a way shows its name and never its code, and is called by its condition until somebody names it', async () => {
  const { panel, saved } = await openWays(routeWith('exchange'));
  expect(panel.queryByDisplayValue('exchange')).toBeNull();
  expect(panel.queryByDisplayValue('counter')).toBeNull();
  expect(panel.getByText('ถ้าไม่ระบุ ใช้ว่า “ระบบสารบรรณอิเล็กทรอนิกส์”')).toBeTruthy();
  fireEvent.change(panel.getByRole('textbox', { name: 'ชื่อทางที่ 1' }), { target: { value: 'รับทางระบบ' } });
  fireEvent.change(await panel.findByRole('textbox', { name: 'ชื่อทางที่ 1 (อังกฤษ)' }), { target: { value: 'Through the system' } });
  await waitFor(() => expect(saved.length).toBeGreaterThan(0), { timeout: 10_000 });
  expect(lastWay(saved)).toMatchObject({ way: { branches: [{ outcome: 'exchange', name: 'รับทางระบบ', nameEn: 'Through the system' }], otherwise: 'counter' }, lines: ['exchange', 'counter'] });
  expect(screen.getByRole('button', { name: '→ รับทางระบบ ไปยัง “จบ”' })).toBeTruthy();
});

test('a word that stood for a code becomes the name, and its lines stay', async () => {
  const { panel, saved } = await openWays(routeWith('ทางระบบ'));
  expect(panel.getByDisplayValue('ทางระบบ')).toBeTruthy();
  fireEvent.change(panel.getByRole('textbox', { name: 'ชื่อทางที่ 1' }), { target: { value: '' } });
  await waitFor(() => expect(saved.length).toBeGreaterThan(0), { timeout: 10_000 });
  expect(lastWay(saved)).toMatchObject({ way: { branches: [{ outcome: 'way3', when }] }, lines: ['way3', 'counter'] });
});

test('two ways of one name are told apart by a word beside the field', async () => {
  const { panel } = await openWays({ ...routeWith('exchange') });
  fireEvent.click(panel.getByRole('button', { name: 'เพิ่มทาง' }));
  fireEvent.change(await panel.findByRole('textbox', { name: 'ชื่อทางที่ 2' }), { target: { value: 'ระบบสารบรรณอิเล็กทรอนิกส์' } });
  expect((await panel.findAllByText('มีทางชื่อนี้แล้ว')).length).toBe(2);
});
