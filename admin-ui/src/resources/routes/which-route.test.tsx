import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RouteTables } from '#domain/contracts/route-tables';
import type { DecisionTable } from '#domain/route/model';
import { buildSession } from '../../testing/builders';
import { type Overrides, refusal, renderAdmin } from '../../testing/render-admin';

const is = (value: string) => ({ operator: '=', value }) as const;
const table: DecisionTable = { hitPolicy: 'first', inputs: ['direction'], outputs: ['route'], rules: [{ id: 'in', when: [is('incoming')], then: ['incoming'] }, { id: 'otherwise', when: [null], then: ['outgoing'] }] };
const unit: DecisionTable = { hitPolicy: 'first', inputs: ['assignmentRole'], outputs: ['route'], rules: [{ id: 'otherwise', when: [null], then: ['incoming'] }] };
const tables = (more: Partial<RouteTables> = {}): RouteTables => ({
  officeId: 'O1', canEdit: true, tables: [{ scope: 'letter', rev: 3, table }, { scope: 'unit', rev: 0, table: unit }],
  routes: [{ code: 'incoming', name: { th: 'หนังสือรับ', en: 'Incoming' }, asksPost: false }, { code: 'outgoing', name: { th: 'หนังสือส่ง', en: 'Outgoing' }, asksPost: false }], ...more,
});
const open = (api: Overrides = {}, path = '/routes/choice') =>
  renderAdmin({ path, api: { me: async () => buildSession(), routeTables: async () => tables(), routeDesignContext: () => Promise.reject(refusal(403, 'FORBIDDEN')), ...api } });

test('the table is changed, checked and put in force over the revision that was seen', async () => {
  const saved: unknown[] = [];
  open({ saveRouteTable: async (args) => { saved.push(args); return { rev: 4 }; } });
  await userEvent.click(await screen.findByRole('button', { name: 'แถวที่ 2 เส้นทาง: หนังสือส่ง' }));
  await userEvent.selectOptions(within(await screen.findByRole('dialog')).getByRole('combobox', { name: 'ค่า' }), 'incoming');
  await userEvent.click(screen.getByRole('button', { name: 'เสร็จ' }));
  await userEvent.click(await screen.findByRole('button', { name: 'บันทึกและใช้ตารางนี้' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'บันทึกและใช้ตารางนี้' }));
  expect(await screen.findByText('ใช้ตารางใหม่แล้ว')).toBeTruthy();
  expect(saved).toEqual([{ params: { officeId: 'O1', scope: 'letter' }, rev: 3, body: { table: { ...table, rules: [table.rules[0], { ...table.rules[1], then: ['incoming'] }] } } }]);
});

test('a table that leaves letters without a route cannot be saved, and says so', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'นำแถวที่ 2 ออก' }));
  expect(await screen.findByText('มีหนังสือที่ไม่ตรงแถวใดเลย')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'บันทึกและใช้ตารางนี้' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'คืนค่าตามที่ใช้อยู่' }));
  expect(await screen.findByRole('button', { name: 'แถวที่ 2 เส้นทาง: หนังสือส่ง' })).toBeTruthy();
});

test('somebody else has saved meanwhile: what was changed stays, and may still be put in force', async () => {
  let stored = 3;
  const revs: number[] = [];
  open({
    routeTables: async () => tables({ tables: [{ scope: 'letter', rev: stored, table }] }),
    saveRouteTable: async ({ rev }) => {
      revs.push(rev);
      if (rev !== 9) {
        stored = 9;
        throw refusal(409, 'EDIT_CONFLICT', { rev: 9 });
      }
      return { rev: 10 };
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'เพิ่มแถว' }));
  await userEvent.click(screen.getByRole('button', { name: 'บันทึกและใช้ตารางนี้' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'บันทึกและใช้ตารางนี้' }));
  await userEvent.click(await within(dialog).findByRole('button', { name: 'ใช้ข้อมูลที่ข้าพเจ้ากรอก' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'บันทึกและใช้ตารางนี้' }));
  expect(await screen.findByText('ใช้ตารางใหม่แล้ว')).toBeTruthy();
  expect(revs).toEqual([3, 9]);
});

test('whoever does not keep the routes of the office only reads, the table of units too', async () => {
  open({ routeTables: async () => tables({ canEdit: false }) }, '/routes/choice?scope=unit');
  expect(await screen.findByText('ผู้ดูแลเส้นทางหนังสือของสำนักงานเป็นผู้แก้ไขตารางนี้')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'เพิ่มแถว' })).toBeNull();
  expect(screen.getByRole('tab', { name: 'เรื่องที่มอบให้หน่วยงานภายใน', selected: true })).toBeTruthy();
});

test('what is given to a post may only run a route that asks the post', async () => {
  const post: DecisionTable = { ...unit, rules: [{ id: 'otherwise', when: [null], then: ['given'] }] };
  const given = (asksPost: boolean) => ({ code: 'given', name: { th: 'หนังสือที่มอบให้ตำแหน่ง', en: 'Given to a post' }, asksPost });
  open({ routeTables: async () => tables({ tables: [{ scope: 'post', rev: 0, table: post }], routes: [...tables().routes, given(true)] }) }, '/routes/choice?scope=post');
  await userEvent.click(await screen.findByRole('button', { name: 'แถวที่ 1 เส้นทาง: หนังสือที่มอบให้ตำแหน่ง' }));
  const choice = within(await screen.findByRole('dialog')).getByRole('combobox', { name: 'ค่า' });
  expect(within(choice).getAllByRole('option').map(({ textContent }) => textContent)).not.toContain('หนังสือรับ');
});
