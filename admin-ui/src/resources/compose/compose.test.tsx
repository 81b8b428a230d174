import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildLetter, buildSession, ID, office } from '../../testing/builders';
import { fill, refusal, renderAdmin } from '../../testing/render-admin';

type Start = SarabanDataProvider['startLetter'];
const route = { routeVersionId: ID.route, routeCode: 'outgoing', name: { th: 'หนังสือส่ง', en: '' }, version: 1, rowId: 'r1', rowNo: 1, isOtherwise: false };

test.each(['/compose', `/letters/${ID.letter}/reply`])('while the draft of %s is saved nothing can be typed that would be lost, and after a refusal one types on', async (path) => {
  let refuse: (error: unknown) => void = () => undefined;
  const save = jest.fn<ReturnType<Start>, [{ readonly body: unknown }]>(() => new Promise((_, reject) => (refuse = reject)));
  renderAdmin({
    path,
    api: { me: async () => buildSession({ can: ['compose'] }), startLetter: save, reply: save, getLetter: async () => buildLetter(), routeChoice: async () => ({ chosen: route, others: [] }), listOffices: async () => ({ items: [{ ...office, kind: 'province', headTitle: 'ผู้ว่าราชการจังหวัดลพบุรี', parentId: null, isLinked: true, pilotWave: 1 }] }) },
  });
  const subject = await screen.findByRole('textbox', { name: /^เรื่อง/ });
  fill(subject, 'แจ้งแนวทางปฏิบัติ');
  expect(subject.closest('[inert]')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'บันทึกร่าง' }));
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
  expect(save.mock.calls[0]?.[0].body).toMatchObject({ subject: 'แจ้งแนวทางปฏิบัติ' });
  await waitFor(() => expect(subject.closest('[inert]')).not.toBeNull());
  refuse(refusal(409, 'ROUTE_NOT_FOUND'));
  await waitFor(() => expect(subject.closest('[inert]')).toBeNull());
  expect(subject).toHaveValue('แจ้งแนวทางปฏิบัติ');
});
