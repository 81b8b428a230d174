import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Route } from '#domain/route/model';
import { fill, refusal } from '../../testing/render-admin';
import { draftView, openDraft, outlineRow, whole } from './testing';

const words = (th: string) => ({ th, en: '' });
const version = (id: string, no: number) => ({
  id, routeId: '00000000-0000-4000-8000-00000000000a', version: no, sha256: 'x', state: no === 2 ? 'inForce' : 'retired', from: '2026-11-20T03:00:00.000Z', until: null, publishedAt: '2026-11-20T03:00:00.000Z',
  author: { id: '00000000-0000-4000-8000-00000000000b', name: words('วิภา') }, approver: null, note: 'เพิ่มผู้ตรวจ', openLetters: 0,
});
const [FIRST, SECOND] = [version('00000000-0000-4000-8000-000000000001', 1), version('00000000-0000-4000-8000-000000000002', 2)];
/** What somebody published meanwhile: another name of the step, and another end. */
const theirs: Route = { ...whole, nodes: whole.nodes.map((node) => (node.id === 'start' ? node : { ...node, name: node.id === 'work' ? 'เสนอโดยผู้ตรวจ' : 'ปิดเรื่อง' })) };
const mine: Route = { ...whole, nodes: whole.nodes.map((node) => (node.id === 'work' ? { ...node, name: 'เสนอโดยฉัน' } : node)) };

type Saving = { readonly rev: number | undefined; readonly body: { readonly definition: Route; readonly baseVersionId?: string } };
function open(api: object = {}) {
  const saves: Saving[] = [];
  openDraft(mine, {
    api: {
      routeDraft: (async () => draftView(mine, { base: FIRST, inForce: SECOND, isBaseCurrent: false })) as never,
      routeVersion: (async ({ params }: { params: { id: string } }) => ({ route: {}, canDesign: true, version: params.id === FIRST.id ? FIRST : SECOND, definition: params.id === FIRST.id ? whole : theirs, layout: {} })) as never,
      saveRouteDraft: (async (args: Saving) => {
        saves.push(args);
        return { rev: (args.rev ?? 0) + 1, updatedAt: '2026-11-20T03:00:01.000Z' };
      }) as never,
      ...api,
    },
  });
  return saves;
}
const asked = async () => {
  const alert = (await screen.findByText(/มีการเผยแพร่ฉบับที่ 2 โดย วิภา/)).closest<HTMLElement>('[role=alert]');
  await within(alert!).findByText('เปลี่ยนชื่อขั้น “จบ” เป็น “ปิดเรื่อง”');
  return within(alert!);
};
const names = (route: Route) => route.nodes.map(({ name }) => name);

test('a draft whose base was replaced says by whom and why, what was changed, and what both have changed', async () => {
  open();
  const alert = await asked();
  expect(alert.getByText(/เพิ่มผู้ตรวจ/)).toBeTruthy();
  expect(within(alert.getByRole('region', { name: 'สิ่งที่แก้ไว้ทั้งสองฝ่าย จะคงตามฉบับร่างของท่าน' })).getByText('ชื่อขั้น ของขั้น “เสนอโดยฉัน”')).toBeTruthy();
});

test('taking over brings in what only they have changed, keeps what is mine, is saved upon the version in force, and can be undone', async () => {
  const user = userEvent.setup();
  const saves = open();
  await user.click((await asked()).getByRole('button', { name: 'นำสิ่งที่เปลี่ยนมารวมในฉบับร่าง' }));
  await waitFor(() => expect(saves).toHaveLength(1), { timeout: 10_000 });
  expect([names(saves[0]!.body.definition), saves[0]!.body.baseVersionId]).toEqual([['เริ่มต้น', 'เสนอโดยฉัน', 'ปิดเรื่อง'], SECOND.id]);
  await waitFor(() => expect(screen.queryByText(/มีการเผยแพร่ฉบับที่ 2/)).toBeNull());
  await user.click(screen.getByRole('button', { name: 'ย้อนกลับ' }));
  await waitFor(() => expect(saves).toHaveLength(2), { timeout: 10_000 });
  // The choice was made: the draft follows the version in force, whatever is drawn.
  expect([names(saves[1]!.body.definition), saves[1]!.body.baseVersionId]).toEqual([['เริ่มต้น', 'เสนอโดยฉัน', 'จบ'], undefined]);
  expect(screen.queryByText(/มีการเผยแพร่ฉบับที่ 2/)).toBeNull();
});

test('keeping mine changes nothing drawn and is kept with the draft', async () => {
  const user = userEvent.setup();
  const saves = open();
  await user.click((await asked()).getByRole('button', { name: 'คงฉบับร่างตามเดิม' }));
  await waitFor(() => expect(screen.queryByText(/มีการเผยแพร่ฉบับที่ 2/)).toBeNull());
  expect(saves.map(({ body }) => [names(body.definition), body.baseVersionId])).toEqual([[['เริ่มต้น', 'เสนอโดยฉัน', 'จบ'], SECOND.id]]);
});

test('where the choice could not be saved it is asked again, and goes along with the next save', async () => {
  const user = userEvent.setup();
  let isReached = false;
  const saves: Saving[] = [];
  open({
    saveRouteDraft: (async (args: Saving) => {
      if (!isReached) throw refusal(0, 'NO_ANSWER');
      saves.push(args);
      return { rev: 4, updatedAt: '2026-11-20T03:00:01.000Z' };
    }) as never,
  });
  await user.click((await asked()).getByRole('button', { name: 'คงฉบับร่างตามเดิม' }));
  await waitFor(async () => expect((await asked()).getByRole('button', { name: 'คงฉบับร่างตามเดิม' })).toHaveProperty('disabled', false));
  isReached = true;
  await user.click(outlineRow(/เสนอโดยฉัน/));
  fill(await screen.findByRole('textbox', { name: /^ชื่อขั้น( \*|$)/ }), 'เสนออีกแบบ');
  await waitFor(() => expect(saves.map(({ body }) => body.baseVersionId)).toEqual([SECOND.id]), { timeout: 15_000 });
  await waitFor(() => expect(screen.queryByText(/มีการเผยแพร่ฉบับที่ 2/)).toBeNull());
});
