import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import { buildSession, ID } from '../../testing/builders';
import { renderAdmin } from '../../testing/render-admin';

const calendar = async () => ({
  officeId: ID.office, yearBe: 2599, hours: { start: '09:00', end: '17:00', lunchStart: '12:00', lunchEnd: '13:00' }, registerTimes: REGISTER_WITHIN, nextWorkingDay: '2056-01-04', days: [], canDeclare: false,
});

test('a new absence is proposed for the next day on which the office works, within its hours', async () => {
  const createAbsence = jest.fn();
  renderAdmin({ path: '/absences', api: { me: async () => buildSession(), calendar, createAbsence, listAbsences: async () => ({ items: [] }), standIns: async () => ({ items: [] }) } });
  await userEvent.click(await screen.findByRole('button', { name: 'บันทึกการลา' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'บันทึก' }));
  expect(createAbsence).toHaveBeenCalledWith({ body: expect.objectContaining({ fromAt: '2056-01-04T02:00:00.000Z', toAt: '2056-01-04T10:00:00.000Z' }) });
});
