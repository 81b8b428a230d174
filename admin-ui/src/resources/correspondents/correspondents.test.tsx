import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CorrespondentEntry } from '#domain/contracts/correspondents';
import { buildSession, ID } from '../../testing/builders';
import { fill, type Overrides, refusal, renderAdmin } from '../../testing/render-admin';

const entry = (part: Partial<CorrespondentEntry>): CorrespondentEntry => ({ id: ID.letter, rev: 3, name: 'กรมชลประทาน', letterCode: 'กษ 0316/', phone: '', address: '', written: 'กรมชลประทาน', merged: [], ...part });
const OTHER = entry({ id: ID.command, rev: 0, name: 'ชลประทานลพบุรี', written: 'ชลประทาน ลพบุรี', letterCode: '' });
const ok = { ok: true as const };
const show = (api: Overrides = {}) =>
  renderAdmin({ path: '/correspondents', api: { me: async () => buildSession({ can: ['intake'] }), correspondentDirectory: async () => ({ items: [entry({ merged: [{ id: ID.post, name: 'กรมชลฯ', rev: 1 }] }), OTHER], total: 2, nextCursor: null }), ...api } });

test('two of one kind are merged, and parted again', async () => {
  const mergeCorrespondent = jest.fn(async () => ok);
  const separateCorrespondent = jest.fn(async () => ok);
  show({ mergeCorrespondent, separateCorrespondent });
  expect(await screen.findByText('เขียนมาครั้งแรกว่า ชลประทาน ลพบุรี')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'รวม ชลประทานลพบุรี กับรายอื่น' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'รวมกับรายอื่น' })).toBeDisabled();
  await userEvent.click(within(dialog).getByRole('combobox', { name: /^รวมเข้ากับ/ }));
  // Not with itself.
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['กรมชลประทาน']);
  await userEvent.click(screen.getByRole('option', { name: 'กรมชลประทาน' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'รวมกับรายอื่น' }));
  await waitFor(() => expect(mergeCorrespondent).toHaveBeenCalledWith({ params: { id: ID.command }, body: { rev: 0, intoId: ID.letter } }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: 'แยก กรมชลฯ ออก' }));
  await waitFor(() => expect(separateCorrespondent).toHaveBeenCalledWith({ params: { id: ID.post }, body: { rev: 1 } }));
});

test('a name that another has is refused at its field, and what was typed stays', async () => {
  show({ editCorrespondent: async () => { throw refusal(409, 'CORRESPONDENT_EXISTS', { field: 'name', name: 'ชลประทานลพบุรี' }); } });
  await userEvent.click(await screen.findByRole('button', { name: 'แก้ไข กรมชลประทาน' }));
  const name = await screen.findByLabelText(/^ชื่อที่ใช้/);
  fill(name, '');
  await userEvent.click(screen.getByRole('button', { name: 'บันทึก' }));
  await waitFor(() => expect(name).toHaveAttribute('aria-invalid', 'true'));
  fill(name, 'ชลประทาน ลพบุรี');
  await userEvent.click(screen.getByRole('button', { name: 'บันทึก' }));
  expect((await screen.findAllByText(/มีผู้ติดต่อชื่อนี้อยู่แล้ว/)).length).toBeGreaterThan(0);
  expect(name).toHaveValue('ชลประทาน ลพบุรี');
});

test('an empty directory says how it fills', async () => {
  show({ correspondentDirectory: async () => ({ items: [], total: 0, nextCursor: null }) });
  expect(await screen.findByText('ยังไม่มีผู้ติดต่อ')).toBeInTheDocument();
  expect(screen.getByText(/ผู้ส่งจะอยู่ในบัญชีนี้เอง/)).toBeInTheDocument();
});
