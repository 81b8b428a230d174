import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ROUTE_FILE_MAX } from '#domain/route/route-file';
import { buildSession, office } from '../../../testing/builders';
import { fill, refusal, renderAdmin } from '../../../testing/render-admin';
import { designContext, start, whole } from '../testing';

const designs = { office, canDesign: true, canSetRules: false, rules: { fourEyes: true, offersTemplates: false }, routes: [], newRoutes: [] };
const nested = (depth: number): object => (depth === 0 ? { combinator: 'and', rules: [] } : { combinator: 'and', rules: [nested(depth - 1)] });
const deep = { id: 'd', type: 'decide', name: 'แยกตามเรื่อง', branches: [{ outcome: 'a', when: nested(200) }], otherwise: 'b' };

/** Chooses a file for a new route; a code has been typed before. */
async function choose(text: string, size?: number): Promise<HTMLElement> {
  renderAdmin({ path: '/routes', api: { me: async () => buildSession({ can: ['routes'] }), routeDesigns: async () => designs, routeDesignContext: (async () => designContext) as never } });
  await userEvent.click(await screen.findByRole('button', { name: 'สร้างเส้นทางใหม่' }));
  const dialog = await screen.findByRole('dialog');
  fill(within(dialog).getByLabelText(/รหัสเส้นทาง/), 'from-file');
  await userEvent.click(within(dialog).getByRole('radio', { name: 'นำเข้าจากไฟล์ JSON' }));
  const file = Object.assign(new File([text], 'เส้นทาง.json', { type: 'application/json' }), { text: async () => text });
  if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
  await userEvent.upload(dialog.querySelector<HTMLInputElement>('input[type=file]')!, file);
  return dialog;
}
const begin = (dialog: HTMLElement) => within(dialog).getByRole<HTMLButtonElement>('button', { name: 'เริ่มออกแบบ' });

test.each([
  ['of more than 2 MB', '{}', ROUTE_FILE_MAX + 1, 'ใหญ่เกินกำหนด รับได้ไม่เกิน 2 MB'],
  ['of 1,000 steps', JSON.stringify({ ...whole, nodes: Array.from({ length: 1_000 }, (_, i) => ({ ...start, id: `s${i}` })) }), undefined, 'มี 1,000 ขั้น มากเกินกำหนด เส้นทางหนึ่งมีได้ไม่เกิน 300 ขั้น'],
  ['with a condition of 200 levels', JSON.stringify({ ...whole, nodes: [start, deep] }), undefined, 'ขั้น “แยกตามเรื่อง” ในไฟล์ เส้นทาง.json มีเงื่อนไขซ้อนกันลึกเกินกำหนด ซ้อนได้ไม่เกิน 8 ชั้น'],
  ['that is no JSON', '<xml/>', undefined, 'ไม่ใช่ไฟล์ JSON'],
  ['of something else', '[]', undefined, 'ไม่ใช่เส้นทางหนังสือ'],
  ['with a step that is none', JSON.stringify({ ...whole, nodes: [{ ...start, kinds: ['nothing'] }] }), undefined, 'พบส่วนที่ไม่ถูกต้องที่ “เริ่มต้น”.kinds.0'],
])('a file %s is refused with what is wrong, nothing can be begun with it, and what was typed stays', async (_what, text, size, said) => {
  const dialog = await choose(text, size);
  expect((await within(dialog).findByRole('alert')).textContent).toContain(said);
  expect(begin(dialog).disabled).toBe(true);
  expect(within(dialog).getByDisplayValue('from-file')).toBeTruthy();
});

test('the next file takes the place of one that was refused', async () => {
  const dialog = await choose('<xml/>');
  await within(dialog).findByRole('alert');
  const text = JSON.stringify(whole);
  await userEvent.upload(dialog.querySelector<HTMLInputElement>('input[type=file]')!, Object.assign(new File([text], 'route.json', { type: 'application/json' }), { text: async () => text }));
  expect(await within(dialog).findByText('อ่านเส้นทาง “รับหนังสือ” แล้ว มี 3 ขั้น')).toBeTruthy();
  expect(within(dialog).queryByText(/ไม่ใช่ไฟล์ JSON/)).toBeNull();
  expect(begin(dialog).disabled).toBe(false);
});

test.each(['/routes', '/routes/drafts/00000000-0000-4000-8000-0000000000d1', '/routes/drafts/00000000-0000-4000-8000-0000000000d1/what-if'])('whoever may not design is told so at %s, and offered nothing to change', async (path) => {
  const refused = () => Promise.reject(refusal(403, 'FORBIDDEN'));
  renderAdmin({ path, api: { me: async () => buildSession({ can: [] }), routeDesigns: refused, routeDraft: refused, whatIf: refused, routeDesignContext: refused } });
  expect((await screen.findAllByText(/ไม่มีสิทธิ/)).length).toBeGreaterThan(0);
  for (const name of ['สร้างเส้นทางใหม่', 'เสนอเผยแพร่', 'เริ่มลอง']) expect(screen.queryByRole('button', { name })).toBeNull();
});
