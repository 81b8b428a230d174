import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Route } from '#domain/route/model';
import { approval, endNode, refusedNode, route, startNode } from '#domain/route/testing/build';
import { FRIDAY, settingsContext } from './settings/testing';
import { designContext, openDraft } from './testing';

const drawn: Route = route([startNode, approval('agree', 'chief', { canReject: true }), endNode, refusedNode], ['start agree', 'agree approve end', 'agree reject refused']);
const office = { ...designContext, at: FRIDAY, calendar: settingsContext({ route: drawn }).people!.calendar };
const script = { schemaVersion: 1, at: FRIDAY, facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal' }, secrecy: 'none', unitId: null, drafterPost: null, moves: [{ kind: 'act', at: { node: 'agree', index: 0, within: '', about: null }, outcome: 'approve' }] };
const agreed = { id: 'c1', name: 'เห็นชอบ', script, expected: ['start', 'agree', 'end'], rev: 1, createdAt: FRIDAY };

const open = (items: readonly object[], view: 'outline' | 'canvas' = 'outline') =>
  openDraft(drawn, { path: view, api: { routeDesignContext: (async () => office) as never, routeDraftCases: (async () => ({ items, canEdit: true })) as never } });
const list = () => screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
const way = async (name: RegExp) => within(await list()).getByRole('button', { name }).closest('li');

test('the outline says of each line whether a test case takes it, and the findings name what none takes', async () => {
  const user = userEvent.setup();
  open([agreed]);
  await list();
  await waitFor(async () => expect((await way(/^→ .*ไปยัง “ขั้น end”/))?.textContent).toContain('✓ กรณีทดสอบผ่าน 1 กรณี'));
  expect((await way(/^→ .*ไปยัง “ขั้น refused”/))?.textContent).toContain('⚠ ยังไม่มีกรณีทดสอบผ่าน');
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  expect(await screen.findByText(/ยังไม่มีกรณีทดสอบใดผ่านเส้น 1 เส้นที่ออกจากขั้น: ขั้น agree/)).toBeTruthy();
});

test('test cases are played at every check: one that an edit sends another way is found at once', async () => {
  const user = userEvent.setup();
  open([agreed]);
  await list();
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  await screen.findByText(/ยังไม่มีกรณีทดสอบใดผ่านเส้น 1 เส้น/);
  expect(screen.queryByText(/ไม่เดินตามที่คาดแล้ว/)).toBeNull();
  await user.click(within((await way(/^→ .*ไปยัง “ขั้น end”/))!).getByRole('button', { name: /^แทรกขั้น/ }));
  await user.type(await screen.findByRole('textbox', { name: /พิมพ์เพื่อค้นหา/ }), 'แจ้ง{Enter}');
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  expect(await screen.findByText(/กรณีทดสอบ "เห็นชอบ" ไม่เดินตามที่คาดแล้ว/, undefined, { timeout: 10_000 })).toBeTruthy();
});

test('without test cases no line is marked, and one finding says what is missing', async () => {
  const user = userEvent.setup();
  open([]);
  await list();
  await user.click(screen.getByRole('tab', { name: /ผลการตรวจ/ }));
  expect(await screen.findByText(/ยังไม่มีกรณีทดสอบ ควรทดลองเดินเรื่อง/)).toBeTruthy();
  expect((await list()).textContent).not.toContain('กรณีทดสอบ');
});
