import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createConnection } from '../../providers/data/connection';
import { buildInbox, buildSession, ID, office } from '../../testing/builders';
import { refusal, renderAdmin } from '../../testing/render-admin';

const signedOut = async () => {
  throw refusal(401, 'UNAUTHENTICATED');
};
const DEMO_ACCOUNTS = [
  { login: 'ops.ict.officer', post: { th: 'นักวิชาการคอมพิวเตอร์', en: '' }, officeCode: 'ops', roles: ['officer' as const] },
  { login: 'lopburi.clerk', post: { th: 'เจ้าพนักงานธุรการ', en: '' }, officeCode: 'lopburi', roles: ['clerk' as const] },
];
const demoAccounts = jest.fn(async ({ query }: { readonly query?: { readonly office?: string | undefined; readonly q?: string | undefined } }) => ({
  password: 'demo-password',
  offices: [{ code: 'ops', name: { th: 'สำนักงานปลัดกระทรวงมหาดไทย', en: '' }, accounts: 1 }, { code: 'lopburi', name: office.name, accounts: 1 }],
  accounts: DEMO_ACCOUNTS.filter(({ post, officeCode }) => (query?.q === undefined ? officeCode === (query?.office ?? 'ops') : post.th.includes(query.q))),
}));

test('a wrong password is answered in the reader’s language and keeps the user name', async () => {
  const login = jest.fn(async () => {
    throw refusal(401, 'LOGIN_FAILED');
  });
  renderAdmin({ api: { me: signedOut, login } });
  await userEvent.type(await screen.findByLabelText('ชื่อผู้ใช้'), 'somebody');
  await userEvent.type(screen.getByLabelText('รหัสผ่าน'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'เข้าสู่ระบบ' }));
  expect(await screen.findByText('ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง')).toBeInTheDocument();
  expect(screen.getByLabelText('ชื่อผู้ใช้')).toHaveValue('somebody');
  expect(screen.getByLabelText('รหัสผ่าน')).toHaveValue('');
});

test('nothing is sent while a field is empty', async () => {
  const login = jest.fn();
  renderAdmin({ api: { me: signedOut, login } });
  await userEvent.click(await screen.findByRole('button', { name: 'เข้าสู่ระบบ' }));
  expect(screen.getByText('โปรดกรอกชื่อผู้ใช้และรหัสผ่าน')).toBeInTheDocument();
  expect(login).not.toHaveBeenCalled();
});

test('a server that does not answer is told apart from a wrong password', async () => {
  const login = async () => {
    throw refusal(0, 'NO_ANSWER');
  };
  renderAdmin({ api: { me: signedOut, login } });
  await userEvent.type(await screen.findByLabelText('ชื่อผู้ใช้'), 'somebody');
  await userEvent.type(screen.getByLabelText('รหัสผ่าน'), 'right{Enter}');
  expect(await screen.findByText(/ติดต่อระบบไม่ได้/)).toBeInTheDocument();
});

test('a demonstration account fills the form with one click and signs in', async () => {
  let isSignedIn = false;
  const login = jest.fn(async () => {
    isSignedIn = true;
    return buildSession();
  });
  renderAdmin({ api: { me: async () => (isSignedIn ? buildSession() : signedOut()), login, demoAccounts } });
  await userEvent.click(await screen.findByText('จังหวัดลพบุรี'));
  await userEvent.click(await screen.findByText('เจ้าพนักงานธุรการ'));
  expect(screen.getByLabelText('ชื่อผู้ใช้')).toHaveValue('lopburi.clerk');
  await userEvent.click(screen.getByRole('button', { name: 'เข้าสู่ระบบ' }));
  expect(login).toHaveBeenCalledWith({ body: { login: 'lopburi.clerk', password: 'demo-password' } });
  expect(await screen.findByRole('heading', { name: 'งานของฉัน' })).toBeInTheDocument();
});

test('the accounts of an office are fetched when it is opened, and words look in all of them', async () => {
  demoAccounts.mockClear();
  renderAdmin({ api: { me: signedOut, demoAccounts } });
  expect(await screen.findByText('นักวิชาการคอมพิวเตอร์')).toBeInTheDocument();
  expect(demoAccounts.mock.calls.map(([{ query }]) => query)).toEqual([{}]);
  await userEvent.type(screen.getByLabelText('ค้นหาตามหน่วยงาน ตำแหน่ง หรือหน้าที่'), 'ธุรการ');
  expect(await screen.findByText('เจ้าพนักงานธุรการ')).toBeInTheDocument();
  expect(screen.queryByText('นักวิชาการคอมพิวเตอร์')).toBeNull();
  await userEvent.clear(screen.getByLabelText('ค้นหาตามหน่วยงาน ตำแหน่ง หรือหน้าที่'));
  await userEvent.type(screen.getByLabelText('ค้นหาตามหน่วยงาน ตำแหน่ง หรือหน้าที่'), 'ไม่มี');
  expect(await screen.findByText('ไม่พบบัญชีตามคำค้น')).toBeInTheDocument();
  expect(demoAccounts.mock.calls.some(([{ query }]) => query?.office === 'lopburi')).toBe(false);
});

test('an ended session leads to the sign-in page and back to the address asked for', async () => {
  let isSignedIn = false;
  const login = async () => {
    isSignedIn = true;
    return buildSession();
  };
  renderAdmin({ path: '/books', api: { me: async () => (isSignedIn ? buildSession() : signedOut()), login, listBooks: async () => ({ items: [] }) } });
  await userEvent.type(await screen.findByLabelText('ชื่อผู้ใช้'), 'lopburi.clerk');
  await userEvent.type(screen.getByLabelText('รหัสผ่าน'), 'right{Enter}');
  expect(await screen.findByRole('heading', { name: 'ทะเบียน' })).toBeInTheDocument();
});

test('a session that ends while a form is being filled is taken up over it: nothing typed is lost, and the call is made again', async () => {
  let isSignedIn = true;
  const listLetters = jest.fn(async () => (isSignedIn ? { items: [], total: 0, nextCursor: null } : signedOut()));
  const login = jest.fn(async () => {
    isSignedIn = true;
    return buildSession({ csrfToken: 'another' });
  });
  renderAdmin({ path: '/letters', api: { listLetters, login } });
  await screen.findByText('ไม่มีหนังสือ', { exact: false });
  isSignedIn = false;
  await userEvent.type(screen.getByRole('searchbox'), 'ขอเชิญประชุม');
  const dialog = await screen.findByRole('dialog', { name: 'โปรดเข้าสู่ระบบอีกครั้ง' });
  expect(within(dialog).getByLabelText('ชื่อผู้ใช้')).toHaveValue('lopburi.clerk');
  const asked = listLetters.mock.calls.length;
  await userEvent.type(within(dialog).getByLabelText('รหัสผ่าน'), 'right{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(login).toHaveBeenCalledWith({ body: { login: 'lopburi.clerk', password: 'right' } });
  expect(screen.getByRole('searchbox', { hidden: true })).toHaveValue('ขอเชิญประชุม');
  await waitFor(() => expect(listLetters.mock.calls.length).toBeGreaterThan(asked));
});

test('whoever does not sign in again is led to the sign-in page', async () => {
  renderAdmin({ path: `/books/${ID.letter}/2569`, api: { bookEntries: signedOut } });
  await userEvent.click(await screen.findByRole('button', { name: 'ออกไปหน้าเข้าสู่ระบบ' }));
  expect(await screen.findByRole('button', { name: 'เข้าสู่ระบบ' })).toBeInTheDocument();
  expect(screen.queryByText(/โปรแกรมหน้าจอขัดข้อง/)).not.toBeInTheDocument();
});

test('a server that does not answer is no reason to be signed out: the page says so, and goes on once it is back', async () => {
  let isThere = false;
  const gone = async () => {
    throw refusal(0, 'NO_ANSWER');
  };
  const connection = createConnection();
  connection.began()('unanswered');
  renderAdmin({ connection, api: { me: async () => (isThere ? buildSession() : gone()), inbox: async () => (isThere ? buildInbox([]) : gone()), live: async () => {
    if (!isThere) return gone();
    connection.began()('answered');
    return { status: 'ok' as const, version: '1' };
  } } });
  expect(await screen.findByText(/สิ่งที่กรอกไว้ยังอยู่ในหน้านี้/)).toBeInTheDocument();
  expect(screen.queryByLabelText('รหัสผ่าน')).not.toBeInTheDocument();
  isThere = true;
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'ลองอีกครั้ง' }));
  expect(await screen.findByText('ไม่มีงานค้าง')).toBeInTheDocument();
  expect(screen.queryByText(/สิ่งที่กรอกไว้ยังอยู่ในหน้านี้/)).not.toBeInTheDocument();
});

test('the sign-in page asks once who sits here', async () => {
  const me = jest.fn(signedOut);
  renderAdmin({ api: { me } });
  await screen.findByLabelText('ชื่อผู้ใช้');
  expect(me).toHaveBeenCalledTimes(1);
});

test('the page can be read in English', async () => {
  renderAdmin({ api: { me: signedOut } });
  await userEvent.click(await screen.findByRole('button', { name: 'English' }));
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
  await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'en'));
});
