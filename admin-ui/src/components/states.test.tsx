import { screen } from '@testing-library/react';
import { buildSession } from '../testing/builders';
import { refusal, renderAdmin } from '../testing/render-admin';

/** A page whose list is answered with this refusal. */
const show = (status: number, code: string) => {
  const refuse = async () => {
    throw refusal(status, code);
  };
  renderAdmin({ path: '/books', api: { me: async () => buildSession(), listBooks: refuse } });
};

test.each([[403, 'FORBIDDEN'], [404, 'NOT_FOUND']])('a refusal (%i) says why and offers no second try: it would be refused again', async (status, code) => {
  show(status, code);
  await screen.findByText('เรียกข้อมูลไม่สำเร็จ');
  expect(screen.queryByRole('button', { name: 'ลองอีกครั้ง' })).toBeNull();
});

test.each([[0, 'NO_ANSWER'], [500, 'INTERNAL'], [503, 'UNAVAILABLE'], [429, 'TOO_MANY_REQUESTS']])('what may be answered otherwise (%i) is offered to be asked again', async (status, code) => {
  show(status, code);
  expect(await screen.findByRole('button', { name: 'ลองอีกครั้ง' })).toBeTruthy();
});
