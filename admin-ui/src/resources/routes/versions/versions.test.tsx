import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Route } from '#domain/route/model';
import { buildSession } from '../../../testing/builders';
import { type Overrides, refusal, renderAdmin } from '../../../testing/render-admin';
import { pixelsOf } from '../files/to-png';
import { drawChanges } from './drawn';
import type { Versions } from './use-versions';

const person = (name: string) => ({ id: `P-${name}`, name: { th: name, en: '' } });
const version = (n: number, state: Versions['versions'][number]['state']): Versions['versions'][number] => ({
  id: `V${n}`, routeId: 'R1', version: n, sha256: `digest-${n}`, state, from: `2026-0${n}-01T00:00:00+07:00`, until: state === 'retired' ? `2026-0${n + 1}-01T00:00:00+07:00` : null, publishedAt: `2026-0${n}-01T00:00:00+07:00`,
  author: person('สมชาย'), approver: person('สมหญิง'), note: `เหตุผลที่ ${n}`, openLetters: n,
});
const older: Route = {
  schemaVersion: 1, name: 'หนังสือรับ',
  nodes: [{ id: 'start', type: 'start', name: 'เริ่ม' } as unknown as Route['nodes'][number], { id: 'ask', type: 'acknowledge', name: 'ทราบ', assignees: [{ by: 'drafter' }] } as unknown as Route['nodes'][number], { id: 'end', type: 'end', name: 'จบ', outcome: 'closed' } as unknown as Route['nodes'][number]],
  edges: [{ id: 'e1', from: 'start', outcome: 'next', to: 'ask' }, { id: 'e2', from: 'ask', outcome: 'next', to: 'end' }],
};
const newer: Route = {
  ...older,
  nodes: [older.nodes[0]!, { ...older.nodes[2]!, name: 'ปิดเรื่อง' }, { id: 'told', type: 'notify', name: 'แจ้งผู้เกี่ยวข้อง' } as unknown as Route['nodes'][number]],
  edges: [{ id: 'e1', from: 'start', outcome: 'next', to: 'told' }, { id: 'e3', from: 'told', outcome: 'next', to: 'end' }],
};
const DEFINITIONS: { readonly [id: string]: Route } = { V1: older, V2: newer, V3: newer };
const route = { id: 'R1', officeId: 'O1', code: 'incoming', name: { th: 'หนังสือรับจังหวัด', en: 'Incoming' } };
const all = (canDesign = true): Versions => ({ route, canDesign, versions: [version(3, 'scheduled'), version(2, 'inForce'), version(1, 'retired')] });

const open = (api: Overrides = {}, path = '/routes/R1/versions') =>
  renderAdmin({
    path,
    api: {
      me: async () => buildSession(),
      routeVersions: async () => all(),
      routeVersion: async ({ params: { id } }) => ({ route, canDesign: true, version: all().versions.find((each) => each.id === id)!, definition: DEFINITIONS[id]!, layout: {}, places: { posts: {}, units: {} } }),
      routeMoves: async () => ({ items: [] }),
      routeDesignContext: () => Promise.reject(refusal(403, 'FORBIDDEN')), ...api,
    },
  });

test('every version says its state, days, people, reason and letters; the one in force is shown first', async () => {
  open();
  const list = await screen.findByRole('list', { name: 'ฉบับของเส้นทาง' });
  const rows = within(list).getAllByRole('button');
  expect(rows.map((row) => row.getAttribute('aria-pressed'))).toEqual(['false', 'true', 'false']);
  for (const said of ['เลิกใช้แล้ว', 'โดย สมชาย', 'อนุมัติโดย สมหญิง', 'เหตุผลที่ 1']) expect(rows[2]?.textContent).toContain(said);
  expect(await screen.findByRole('region', { name: 'ฉบับที่ 2' })).toBeTruthy();
  await userEvent.click(rows[2]!);
  expect(await screen.findByRole('region', { name: 'ฉบับที่ 1' })).toBeTruthy();
  expect(screen.getByText('รหัสตรวจสอบ (SHA-256) digest-1')).toBeTruthy();
});

test('two versions are compared from the older to the newer, whichever of them is chosen', async () => {
  open({}, '/routes/R1/versions?version=V1&with=V2');
  const changes = await screen.findByRole('region', { name: 'สิ่งที่เปลี่ยนจากฉบับที่ 1 เป็นฉบับที่ 2' });
  const lines = within(changes).getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('เพิ่มขั้น “แจ้งผู้เกี่ยวข้อง”'), expect.stringContaining('ตัดขั้น “ทราบ”'), expect.stringContaining('เปลี่ยนชื่อขั้น “จบ” เป็น “ปิดเรื่อง”')]));
});

test('the drawing of a comparison marks what is new, changed and taken out, and leaves the rest as it is', () => {
  const { route: drawn, steps, lines } = drawChanges(older, newer);
  expect(Object.fromEntries(steps)).toEqual({ told: 'added', end: 'changed', 'before:ask': 'removed' });
  expect(Object.fromEntries(lines)).toEqual({ e1: 'added', e3: 'added', 'before:e1': 'removed', 'before:e2': 'removed' });
  expect(drawn.edges.find(({ id }) => id === 'before:e2')).toMatchObject({ from: 'before:ask', to: 'end' });
  const ids = new Set(drawn.nodes.map(({ id }) => id));
  expect(drawn.edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
});

test('a step that becomes another kind of step stands there twice, once taken out', () => {
  const { route: drawn, steps } = drawChanges(older, { ...older, nodes: older.nodes.map((node) => (node.id === 'ask' ? ({ ...node, type: 'notify' } as Route['nodes'][number]) : node)) });
  expect(Object.fromEntries(steps)).toEqual({ ask: 'added', 'before:ask': 'removed' });
  expect(drawn.nodes.map(({ id, type }) => `${id} ${type}`)).toEqual(expect.arrayContaining(['ask notify', 'before:ask acknowledge']));
});

test('an older version is brought back with a note, a day and what becomes of running letters', async () => {
  const asked: unknown[] = [];
  open({ rollBackRoute: async (args) => { asked.push(args); return { state: 'waiting' } as never; } }, '/routes/R1/versions?version=V1');
  await userEvent.click(await screen.findByRole('button', { name: 'นำฉบับนี้กลับมาใช้' }));
  const dialog = await screen.findByRole('dialog', { name: 'นำฉบับที่ 1 กลับมาใช้' });
  const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: /เผยแพร่/ });
  expect(confirm.disabled).toBe(true);
  await userEvent.type(within(dialog).getByRole('textbox', { name: /เปลี่ยนอะไร/ }), 'ฉบับใหม่ช้าลง');
  await userEvent.click(within(dialog).getByRole('radio', { name: 'ย้ายไปเดินตามฉบับใหม่' }));
  await userEvent.click(confirm);
  expect(await screen.findByText('เสนอแล้ว รอผู้อื่นอนุมัติ')).toBeTruthy();
  expect(asked).toEqual([{ params: { id: 'R1' }, body: { versionId: 'V1', note: 'ฉบับใหม่ช้าลง', from: 'now', runningLetters: 'move' } }]);
});

test('a version of a day to come is called off with a reason; a refusal stays in the dialog with what was typed', async () => {
  const asked: unknown[] = [];
  open({
    callOffVersion: async (args) => {
      asked.push(args);
      if (asked.length === 1) throw refusal(409, 'VERSION_NOT_IN_FORCE');
      return { version: version(3, 'calledOff') };
    },
  }, '/routes/R1/versions?version=V3');
  await userEvent.click(await screen.findByRole('button', { name: 'ยกเลิกฉบับที่รอเริ่มใช้' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /เหตุผลที่ยกเลิก/ }), 'รอคำสั่งใหม่');
  await userEvent.click(within(dialog).getByRole('button', { name: 'ยกเลิกฉบับที่รอเริ่มใช้' }));
  expect(await within(dialog).findByRole('alert')).toBeTruthy();
  expect(within(dialog).getByDisplayValue('รอคำสั่งใหม่')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'ยกเลิกฉบับที่รอเริ่มใช้' }));
  expect(await screen.findByText('ยกเลิกแล้ว ฉบับที่ใช้อยู่ใช้ต่อไป')).toBeTruthy();
  expect(asked).toEqual([1, 2].map(() => ({ params: { id: 'V3' }, body: { reason: 'รอคำสั่งใหม่' } })));
});

test('whoever does not design reads and compares, and changes nothing', async () => {
  open({ routeVersions: async () => all(false) }, '/routes/R1/versions?version=V1');
  expect(await screen.findByRole('region', { name: 'ฉบับที่ 1' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'นำฉบับนี้กลับมาใช้' })).toBeNull();
});

test('a version is fetched as a file of the chosen kind; a refusal is told', async () => {
  const asked: unknown[] = [];
  open({ downloadFile: async (args) => { asked.push(args); throw refusal(422, 'TEXT_NOT_PRINTABLE'); } });
  await userEvent.click(await screen.findByRole('button', { name: 'ไฟล์' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'คู่มือการปฏิบัติงาน (PDF)' }));
  await waitFor(() => expect(asked).toEqual([{ endpoint: 'routeVersionFile', params: { id: 'V2' }, query: { format: 'manual' } }]));
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('a picture is drawn at twice its size, but never larger than browsers can', () => {
  expect(pixelsOf({ width: 600, height: 900 })).toEqual({ width: 1200, height: 1800 });
  expect(pixelsOf({ width: 1_000, height: 16_000 })).toEqual({ width: 500, height: 8_000 });
});
