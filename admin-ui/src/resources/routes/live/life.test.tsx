import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Route } from '#domain/route/model';
import type { RouteMove } from '#domain/contracts/route-life';
import { buildSession, office } from '../../../testing/builders';
import { fill, type Overrides, refusal, renderAdmin } from '../../../testing/render-admin';
import type { Versions } from '../versions/use-versions';

const name = (th: string) => ({ th, en: '' });
const person = { id: 'P1', name: name('สมชาย') };
const version: Versions['versions'][number] = {
  id: 'V2', routeId: 'R1', version: 2, sha256: 'd', state: 'inForce', from: '2026-02-01T00:00:00+07:00', until: null, publishedAt: '2026-02-01T00:00:00+07:00', author: person, approver: null, note: 'เหตุผล', openLetters: 3,
};
const definition: Route = {
  schemaVersion: 1, name: 'หนังสือรับ',
  nodes: [{ id: 'start', type: 'start', name: 'เริ่ม' } as unknown as Route['nodes'][number], { id: 'ask', type: 'acknowledge', name: 'เสนอเรื่อง', assignees: [{ by: 'drafter' }] } as unknown as Route['nodes'][number], { id: 'end', type: 'end', name: 'จบ', outcome: 'closed' } as unknown as Route['nodes'][number]],
  edges: [{ id: 'e1', from: 'start', outcome: 'next', to: 'ask' }, { id: 'e2', from: 'ask', outcome: 'next', to: 'end' }],
};
const route = { id: 'R1', officeId: 'O1', code: 'incoming', name: name('หนังสือรับจังหวัด') };
const none = { times: 0, letters: 0 };
const open = (path: string, api: Overrides = {}) =>
  renderAdmin({
    path,
    api: {
      me: async () => buildSession({ can: ['routes'] }),
      routeVersions: async () => ({ route, canDesign: true, versions: [version] }),
      routeVersion: async () => ({ route, canDesign: true, version, definition, layout: {}, places: { posts: {}, units: {} } }),
      routeLive: async () => ({ route, version, nodes: [{ nodeId: 'ask', letters: 3, late: 1 }] }),
      routeMoves: async () => ({ items: [] }),
      ...api,
    },
  });

test('each step says how many letters stand there and are late, and opens just those', async () => {
  open('/routes/R1/live');
  const list = await screen.findByRole('list', { name: 'จำนวนเรื่องในแต่ละขั้น' });
  const all = within(list).getByRole('link', { name: 'ดูเรื่องที่อยู่ที่ขั้น “เสนอเรื่อง”' });
  expect(all.textContent).toBe('อยู่ 3 เรื่อง');
  expect(all.getAttribute('href')).toContain(`/letters?${new URLSearchParams({ routeVersionId: 'V2', nodeId: 'ask', step: 'เสนอเรื่อง' }).toString()}`);
  const late = within(list).getByRole('link', { name: 'ดูเรื่องที่เกินกำหนดที่ขั้น “เสนอเรื่อง”' });
  expect(late.textContent).toBe('⚠ เกินกำหนด 1 เรื่อง');
  expect(late.getAttribute('href')).toContain('overdue=true');
});

test('a route without letters says so', async () => {
  open('/routes/R1/live', { routeLive: async () => ({ route, version, nodes: [] }) });
  expect(await screen.findByText('ขณะนี้ไม่มีเรื่องอยู่บนฉบับนี้')).toBeTruthy();
});

test('the list of letters is narrowed to a step, and the narrowing can be taken off', async () => {
  const listLetters = jest.fn(async () => ({ items: [], total: 0, nextCursor: null }));
  open(`/letters?${new URLSearchParams({ routeVersionId: 'V2', nodeId: 'ask', step: 'เสนอเรื่อง', overdue: 'true' }).toString()}`, { listLetters: listLetters as never });
  const chip = (await screen.findByText('เฉพาะขั้น “เสนอเรื่อง”')).closest('.MuiChip-root')!;
  expect(listLetters.mock.calls.at(0)).toMatchObject([{ query: { routeVersionId: 'V2', nodeId: 'ask', overdue: 'true' } }]);
  await userEvent.click(chip.querySelector('.MuiChip-deleteIcon')!);
  await waitFor(() => expect(listLetters.mock.calls.at(-1)).toEqual([expect.objectContaining({ query: { overdue: 'true', limit: 25 } })]));
});

test('the page of practice shows only steps that did not go as drawn, each count with its letters', async () => {
  open('/routes/R1/practice?from=2026-04-01&to=2026-04-30', {
    routePractice: async ({ query }) => ({
      route, version, from: query!.from!, to: query!.to!,
      steps: [{ nodeId: 'ask', name: name('เสนอเรื่อง'), tasks: { times: 10, letters: 8 }, fallbacks: none, adhoc: none, returns: { times: 5, letters: 3 } }, { nodeId: 'fine', name: name('เรียบร้อย'), tasks: { times: 4, letters: 4 }, fallbacks: none, adhoc: none, returns: none }],
    }),
  });
  const table = await screen.findByRole('table', { name: 'จุดที่แผนผังไม่ตรงกับการทำงานจริง' });
  const link = within(table).getByRole('link');
  expect(link.textContent).toBe('5 ครั้ง (3 เรื่อง)');
  for (const part of ['practice=returns', 'from=2026-04-01', 'to=2026-04-30', 'nodeId=ask']) expect(link.getAttribute('href')).toContain(part);
  expect(table.textContent).toContain('ร้อยละ 50 ของงาน');
  expect(table.textContent).not.toContain('เรียบร้อย');
});

test('a span that ends before it begins is said beside the days, and nothing is asked for', async () => {
  const routePractice = jest.fn();
  open('/routes/R1/practice?from=2026-05-01&to=2026-04-30', { routePractice: routePractice as never });
  expect((await screen.findByRole('alert')).textContent).toBe('วันสิ้นสุดต้องไม่ก่อนวันเริ่มต้น');
  expect(routePractice).not.toHaveBeenCalled();
});

const move = (more: Partial<RouteMove> = {}): RouteMove => ({
  id: 'M1', by: person, reason: 'ปรับปรุงเส้นทาง', startsAt: '2026-11-20T03:00:00.000Z', endedAt: null, waiting: 2, moved: 5, cancelled: 0, refused: [{ code: 'MOVE_INVALID', nodeId: 'ask', nodeName: name('เสนอเรื่อง'), count: 1 }], cancel: null, ...more,
});

test('a move shows its progress, why letters cannot be moved, and is stopped with a reason', async () => {
  const cancelMove = jest.fn(async () => ({ items: [move({ cancel: { at: '2026-11-20T03:01:00.000Z', by: person, reason: 'ผิด' } })] }));
  open('/routes/R1/versions', { routeMoves: async () => ({ items: [move()] }), cancelMove: cancelMove as never });
  const panel = await screen.findByRole('region', { name: 'การย้ายเรื่องที่เดินอยู่' });
  expect(within(panel).getByRole('status').textContent).toContain('ย้ายเสร็จ 6 จาก 8 เรื่อง');
  expect(within(panel).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('75');
  expect(panel.textContent).toContain('ย้ายไม่ได้ 1 เรื่อง · ขั้น “เสนอเรื่อง”:');
  // One at a time.
  expect(within(panel).queryByRole('button', { name: 'ย้ายเรื่องที่เดินอยู่มาฉบับนี้' })).toBeNull();
  await userEvent.click(within(panel).getByRole('button', { name: 'หยุดการย้าย' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'หยุดการย้าย' }).disabled).toBe(true);
  fill(within(dialog).getByLabelText(/เหตุผลที่หยุด/), 'พบข้อผิดพลาด');
  await userEvent.click(within(dialog).getByRole('button', { name: 'หยุดการย้าย' }));
  await waitFor(() => expect(cancelMove.mock.calls).toEqual([[{ params: { id: 'M1' }, body: { reason: 'พบข้อผิดพลาด' } }]]));
});

test('before letters are moved each is tried, and those that cannot go are named with the reason', async () => {
  const moveLetters = jest.fn(async () => ({ items: [move()] }));
  open('/routes/R1/versions', {
    moveLetters: moveLetters as never,
    checkMove: async () => ({ total: 4, canMove: 3, blocked: [{ code: 'MOVE_INVALID', nodeId: 'ask', nodeName: name('เสนอเรื่อง'), count: 1 }], letters: [{ letterId: 'L1', letterNo: null, receiveNo: '12', subject: 'ขอข้อมูล', state: 'cannot', code: 'MOVE_INVALID', nodeId: 'ask', nodeName: name('เสนอเรื่อง') }] }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'ย้ายเรื่องที่เดินอยู่มาฉบับนี้' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('ย้ายได้ 3 จาก 4 เรื่อง')).toBeTruthy();
  expect(within(dialog).getByRole('link', { name: '12 · ขอข้อมูล' })).toBeTruthy();
  fill(within(dialog).getByLabelText(/เหตุผลที่ย้าย/), 'ใช้แบบเดียวกัน');
  await userEvent.click(within(dialog).getByRole('button', { name: 'ย้ายเรื่องที่เดินอยู่มาฉบับนี้' }));
  await waitFor(() => expect(moveLetters.mock.calls).toEqual([[{ params: { id: 'V2' }, body: { reason: 'ใช้แบบเดียวกัน' } }]]));
});

test("the office's rules are changed by whoever may, with a reason; a refusal keeps what was chosen", async () => {
  const designs = { office, canDesign: false, canSetRules: true, rules: { fourEyes: true, offersTemplates: false }, routes: [], newRoutes: [] };
  const asked: unknown[] = [];
  open('/routes/rules', { routeDesigns: async () => designs, setRouteRules: (async (args: unknown) => { asked.push(args); throw refusal(403, 'FORBIDDEN'); }) as never });
  await userEvent.click(await screen.findByRole('switch', { name: 'ต้องมีผู้อนุมัติคนที่สอง' }));
  await userEvent.click(screen.getByRole('button', { name: 'บันทึกกติกา' }));
  const dialog = await screen.findByRole('dialog');
  fill(within(dialog).getByLabelText(/เหตุผลที่เปลี่ยน/), 'มีผู้ดูแลเส้นทางคนเดียว');
  await userEvent.click(within(dialog).getByRole('button', { name: 'บันทึกกติกา' }));
  await waitFor(() => expect(asked).toMatchObject([{ body: { fourEyes: false, offersTemplates: false, reason: 'มีผู้ดูแลเส้นทางคนเดียว' } }]));
  expect((await within(dialog).findAllByRole('alert')).length).toBeGreaterThan(0);
  expect(within(dialog).getByDisplayValue('มีผู้ดูแลเส้นทางคนเดียว')).toBeTruthy();
});

test('whoever may not change the rules reads them', async () => {
  open('/routes/rules', { routeDesigns: async () => ({ office, canDesign: true, canSetRules: false, rules: { fourEyes: true, offersTemplates: true }, routes: [], newRoutes: [] }) });
  expect((await screen.findByRole<HTMLInputElement>('switch', { name: 'ต้องมีผู้อนุมัติคนที่สอง' })).disabled).toBe(true);
  expect(screen.queryByRole('button', { name: 'บันทึกกติกา' })).toBeNull();
});

const designs = { office, canDesign: true, canSetRules: false, rules: { fourEyes: true, offersTemplates: false }, routes: [], newRoutes: [] };
const upload = async (text: string): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name: 'สร้างเส้นทางใหม่' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('radio', { name: 'นำเข้าจากไฟล์ BPMN ของโปรแกรมอื่น' }));
  await userEvent.upload(dialog.querySelector<HTMLInputElement>('input[type=file]')!, Object.assign(new File([text], 'flow.bpmn', { type: 'application/xml' }), { text: async () => text }));
  return dialog;
};

test('a file of another modeller is told of part by part before it becomes a draft', async () => {
  const startRouteDraft = jest.fn(() => Promise.reject(refusal(409, 'ROUTE_PROPOSED')));
  open('/routes', {
    routeDesigns: async () => designs, startRouteDraft: startRouteDraft as never, routeDesignContext: () => Promise.reject(refusal(403, 'FORBIDDEN')),
    readRouteBpmn: async () => ({ definition, layout: {}, report: [{ verdict: 'dropped', text: 'ไม่ได้นำเข้ากล่องข้อความ', elementId: 'x', nodeId: null }, { verdict: 'approximated', text: 'นำเข้าเป็นงาน', elementId: 'y', nodeId: 'ask' }] }),
  });
  const dialog = await upload('<definitions/>');
  const report = await within(dialog).findByRole('region', { name: 'รายงานการนำเข้า' });
  for (const said of ['✕ ไม่ได้นำเข้า 1 รายการ', 'ไม่ได้นำเข้ากล่องข้อความ', '≈ นำเข้าโดยประมาณ 1 รายการ', 'นำเข้าเป็นงาน', 'ระบบจัดผังให้']) expect(report.textContent).toContain(said);
  fill(within(dialog).getByLabelText(/รหัสเส้นทาง/), 'imported');
  await userEvent.click(within(dialog).getByRole('button', { name: 'เริ่มออกแบบ' }));
  await waitFor(() => expect(startRouteDraft.mock.calls).toMatchObject([[{ body: { from: { kind: 'json', code: 'imported', definition: { name: 'หนังสือรับ' } } } }]]));
});

test('a file that is refused says why beside the field, and nothing can be started', async () => {
  open('/routes', { routeDesigns: async () => designs, routeDesignContext: () => Promise.reject(refusal(403, 'FORBIDDEN')), readRouteBpmn: () => Promise.reject(refusal(422, 'BPMN_ENTITIES_REFUSED')) });
  const dialog = await upload('<!DOCTYPE a>');
  expect((await within(dialog).findByRole('alert')).textContent).toContain('ข้อมูลภายนอก');
  fill(within(dialog).getByLabelText(/รหัสเส้นทาง/), 'imported');
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'เริ่มออกแบบ' }).disabled).toBe(true);
});
