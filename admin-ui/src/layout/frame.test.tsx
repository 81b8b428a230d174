import '@testing-library/jest-dom';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildInbox, buildSession } from '../testing/builders';
import { renderAdmin } from '../testing/render-admin';

const press = (code: string, target: Element = document.body, more: KeyboardEventInit = {}): void => {
  fireEvent.keyDown(target, { code, key: code, ...more });
  fireEvent.keyUp(target, { code, key: code, ...more });
};

test('the question mark opens a sheet of what can be done by keyboard, and closes it', async () => {
  renderAdmin();
  await screen.findByRole('heading', { name: 'งานของฉัน' });
  press('Slash', document.body, { shiftKey: true });
  const sheet = await screen.findByRole('dialog', { name: 'แป้นลัด' });
  expect(within(sheet).getByText('ร่างหนังสือ')).toBeInTheDocument();
  press('Slash', within(sheet).getByRole('button', { name: 'ปิด' }), { shiftKey: true });
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('keys are told by their place, so that they work while the keyboard writes Thai', async () => {
  renderAdmin({ api: { listLetters: async () => ({ items: [], total: 0, nextCursor: null }) } });
  await screen.findByRole('heading', { name: 'งานของฉัน' });
  fireEvent.keyDown(document.body, { code: 'KeyG', key: 'เ' });
  fireEvent.keyDown(document.body, { code: 'KeyL', key: 'ส' });
  expect(await screen.findByRole('heading', { name: 'หนังสือ' })).toBeInTheDocument();
});

test('no shortcut fires while somebody types', async () => {
  renderAdmin({ api: { listLetters: async () => ({ items: [], total: 0, nextCursor: null }) }, path: '/letters' });
  const box = await screen.findByRole('searchbox');
  press('KeyG', box);
  press('KeyI', box);
  press('Slash', box, { shiftKey: true });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'หนังสือ', level: 1 })).toBeInTheDocument();
  press('KeyG');
  press('KeyI');
  expect(await screen.findByRole('heading', { name: 'งานของฉัน' })).toBeInTheDocument();
});

test('beneath an open menu no shortcut fires', async () => {
  renderAdmin();
  await userEvent.click(await screen.findByRole('button', { name: /เมนูผู้ใช้|Clerk|เจ้าหน้าที่/ }));
  const entry = (await screen.findAllByRole('menuitem'))[0];
  press('Slash', entry ?? document.body, { shiftKey: true });
  expect(screen.queryByRole('dialog', { name: 'แป้นลัด' })).not.toBeInTheDocument();
});

test('a choice of looks is shown at once and kept on the server', async () => {
  const preferences = jest.fn(async ({ body }: { body: object }) => buildSession(body));
  renderAdmin({ api: { preferences } });
  await userEvent.click(await screen.findByRole('button', { name: /เจ้าหน้าที่สารบรรณ/ }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'มืด' }));
  expect(preferences).toHaveBeenLastCalledWith({ body: { theme: 'dark' } });
  await waitFor(() => expect(screen.getByRole('menuitemradio', { name: 'มืด' })).toHaveAttribute('aria-checked', 'true'));
  await waitFor(() => expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark'));
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'ใหญ่' }));
  await waitFor(() => expect(getComputedStyle(document.documentElement).fontSize).toBe('125%'));
});

test('what was chosen in another browser is taken over at sign-in', async () => {
  renderAdmin({ api: { me: async () => buildSession({ theme: 'dark', textSize: 'large' }) } });
  await screen.findByRole('heading', { name: 'งานของฉัน' });
  await waitFor(() => expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark'));
  expect(getComputedStyle(document.documentElement).fontSize).toBe('125%');
});

test('the menu groups the parts by what one does there and shows only those of use to the reader', async () => {
  renderAdmin({ api: { me: async () => buildSession({ can: ['letters', 'intake'] }) } });
  const menu = await screen.findByRole('navigation', { name: 'เมนูหลัก' });
  await waitFor(() => expect(within(menu).getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['งานของฉัน', 'หนังสือ', 'การลาและผู้รักษาราชการแทน', 'รับหนังสือ']));
  expect(within(menu).getByRole('list', { name: 'งานสารบรรณ' })).toBeInTheDocument();
});

test('on a phone the first parts stand in a bar below, the others in the menu', async () => {
  const wide = window.matchMedia;
  window.matchMedia = (query) => ({ ...wide(query), matches: /max-width: ?599/.test(query) });
  try {
    renderAdmin({ api: { inbox: async () => ({ ...buildInbox([]), counts: { all: 3, unread: 2, overdue: 0, urgent: 0, toDecide: 0 } }) } });
    const bar = await screen.findByRole('navigation', { name: 'เมนูลัด' });
    await waitFor(() => expect(within(bar).getAllByRole('link')).toHaveLength(4));
    expect(screen.queryByRole('link', { name: 'ปฏิทิน' })).not.toBeInTheDocument();
    await userEvent.click(within(bar).getByRole('button', { name: 'เมนู' }));
    expect(await screen.findByRole('link', { name: 'ปฏิทิน' })).toBeInTheDocument();
  } finally {
    act(() => {
      window.matchMedia = wide;
    });
  }
});
