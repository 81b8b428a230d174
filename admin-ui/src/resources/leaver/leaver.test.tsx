import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { buildSession, ID, post } from '../../testing/builders';
import { fill, type Overrides, renderAdmin } from '../../testing/render-admin';

type Holdings = ResponseOf<(typeof endpoints)['holdings']>;
const holdings: Holdings = {
  person: { id: ID.person, name: { th: 'หัวหน้าสำนักงาน', en: '' } }, isDisabled: false, canDisable: true, appointments: [{ id: ID.command, post, capacity: 'own', openTasks: 3, drafts: 1, delegations: 0 }],
  claims: [{ letterId: ID.letter, taskId: 't1', kind: 'approve', no: '12', subject: 'รายงานผล' }], otherClaims: 2,
};

/** The page of somebody who leaves, as an administrator opens it. */
function open(handOver: NonNullable<Overrides['handOver']>): void {
  const session = buildSession({ can: ['handOver'] });
  renderAdmin({
    path: `/hand-over?personId=${ID.person}`,
    api: { me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }), holdings: async () => holdings, handOver },
  });
}

test('one act sends the posts with the account, and each refusal is told in words', async () => {
  const handOver = jest.fn(async () => ({ items: [{ letterId: ID.letter, taskId: 't1', verdict: 'refused' as const, code: 'FORBIDDEN' }], left: { ...holdings, appointments: [], isDisabled: true } }));
  open(handOver);
  expect(await screen.findByText(/มีอีก 2 งานของหนังสือที่ท่านไม่มีสิทธิเห็น/)).toBeTruthy();
  expect(screen.getByText('พิจารณา · 12 · รายงานผล')).toBeTruthy();
  await userEvent.click(screen.getByRole('switch', { name: 'ปิดบัญชีผู้ใช้ด้วย' }));
  await userEvent.click(screen.getByRole('button', { name: 'ส่งต่องาน' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'ส่งต่องาน' }));
  within(dialog).getByText('โปรดกรอก');
  expect(handOver).not.toHaveBeenCalled();
  fill(within(dialog).getByLabelText(/เหตุผล/), 'เกษียณ');
  await userEvent.click(within(dialog).getByRole('button', { name: 'ส่งต่องาน' }));
  expect(handOver).toHaveBeenCalledWith(expect.objectContaining({ params: { id: ID.person }, body: { posts: [{ appointmentId: ID.command, successorId: null, orderNo: '' }], disable: true, reason: 'เกษียณ' } }));
  expect(await screen.findByText(/ส่งต่อแล้วบางส่วน: คืนได้ 0 งาน คืนไม่ได้ 1 งาน/)).toBeTruthy();
  expect(screen.getByText('ท่านไม่มีสิทธิทำรายการนี้')).toBeTruthy();
});

test('an order or a reason that is too long is marked where it was typed, stays, and nothing is handed over', async () => {
  const handOver = jest.fn();
  open(handOver);
  const order = await screen.findByLabelText<HTMLInputElement>(/^คำสั่งที่/);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'ส่งต่องาน' });
  fill(order, 'ก'.repeat(101));
  screen.getByText('ยาวเกินไป 1 ตัวอักษร (ไม่เกิน 100 ตัวอักษร)');
  expect({ value: order.value, invalid: order.getAttribute('aria-invalid'), isOff: button.disabled }).toEqual({ value: 'ก'.repeat(101), invalid: 'true', isOff: true });
  fill(order, "คำสั่ง 'ที่' <1> 🎓");
  expect(order.value).toBe("คำสั่ง 'ที่' <1> 🎓");
  await userEvent.click(button);
  const dialog = await screen.findByRole('dialog');
  const reason = within(dialog).getByLabelText<HTMLTextAreaElement>(/เหตุผล/);
  fill(reason, 'ก'.repeat(4001));
  await userEvent.click(within(dialog).getByRole('button', { name: 'ส่งต่องาน' }));
  within(dialog).getByText('ยาวเกินไป 1 ตัวอักษร (ไม่เกิน 4,000 ตัวอักษร)');
  expect(reason.value).toBe('ก'.repeat(4001));
  expect(handOver).not.toHaveBeenCalled();
});
