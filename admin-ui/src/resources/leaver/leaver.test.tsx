import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { buildSession, ID, post } from '../../testing/builders';
import { fill, renderAdmin } from '../../testing/render-admin';

type Holdings = ResponseOf<(typeof endpoints)['holdings']>;
const holdings: Holdings = {
  person: { id: ID.person, name: { th: 'หัวหน้าสำนักงาน', en: '' } }, isDisabled: false, canDisable: true, appointments: [{ id: ID.command, post, capacity: 'own', openTasks: 3, drafts: 1, delegations: 0 }],
  claims: [{ letterId: ID.letter, taskId: 't1', kind: 'approve', no: '12', subject: 'รายงานผล' }], otherClaims: 2,
};

test('one act sends the posts with the account, and each refusal is told in words', async () => {
  const session = buildSession({ can: ['handOver'] });
  const handOver = jest.fn(async () => ({ items: [{ letterId: ID.letter, taskId: 't1', verdict: 'refused' as const, code: 'FORBIDDEN' }], left: { ...holdings, appointments: [], isDisabled: true } }));
  renderAdmin({
    path: `/hand-over?personId=${ID.person}`,
    api: { me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }), holdings: async () => holdings, handOver },
  });
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
