import type { z } from 'zod';
import type * as contract from '#domain/contracts/organisation';
import { API_PREFIX, endpoints, type Endpoint } from '#domain/contracts/endpoints';
import { personId } from '#db/seeds/demo';
import { officeId } from '#db/seeds/insert-offices';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Account = Out<'accountSchema'>;
type Issued = Out<'oneTimePasswordSchema'>;
type Problem = { code: string; details: Record<string, unknown> };

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const adminOf = (office: string): Promise<Person> => signIn(testApp, `${office}.ict.officer`);
const audits = async (office: string, kind: string): Promise<readonly { person_id: string; data: Record<string, unknown> }[]> =>
  (await testApp.pool.query('select person_id, data from audit_event where office_id = $1 and kind = $2 order by seq', [officeId(office), kind])).rows;
const newPerson = (office: string, login: string, more: object = {}) => ({ officeId: officeId(office), login, nameTh: "นาง O'Brien ใจดี", ...more });
const tryLogin = (login: string, password: string) => testApp.app.inject({ method: 'POST', url: `${API_PREFIX}/session`, payload: { login, password } });
const accountOf = async (admin: Person, id: string): Promise<Account> => (await admin.get<Out<'accountListSchema'>>('/accounts')).body.items.find((each) => each.id === id)!;
const OWN_PASSWORD = 'ฝนตกที่ลพบุรีเมื่อวาน';

async function invite(admin: Person, office: string, login: string): Promise<{ readonly account: Account; readonly issued: Issued }> {
  const account = (await admin.post<Account>('/persons', newPerson(office, login))).body;
  return { account, issued: (await admin.send<Issued>('POST', `/persons/${account.id}/one-time-password`)).body };
}

test('somebody is invited by a password shown once, must change it, and is then like everybody else', async () => {
  const admin = await adminOf('lopburi');
  const { account, issued } = await invite(admin, 'lopburi', 'Lopburi.New.Clerk');
  expect(account).toMatchObject({ login: 'lopburi.new.clerk', name: { th: "นาง O'Brien ใจดี" }, account: 'none', canEdit: true, posts: [] });
  expect(issued).toMatchObject({ login: 'lopburi.new.clerk', oneTimePassword: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/), person: { account: 'invited' } });
  const { rows } = await testApp.pool.query<{ password_hash: string }>('select password_hash from person where id = $1', [account.id]);
  expect(rows[0]!.password_hash).toMatch(/^\$argon2id\$/);

  const person = await signIn(testApp, 'lopburi.new.clerk', issued.oneTimePassword);
  expect((await person.get('/session')).body).toMatchObject({ mustChangePassword: true, can: [] });
  expect(await person.send('PUT', '/session/password', { current: issued.oneTimePassword, next: OWN_PASSWORD })).toMatchObject({ statusCode: 200, body: { mustChangePassword: false } });
  expect((await person.get('/tasks')).statusCode).toBe(200);
  expect((await tryLogin('lopburi.new.clerk', issued.oneTimePassword)).statusCode).toBe(401);
  expect((await accountOf(admin, account.id)).account).toBe('active');
  expect(await audits('lopburi', 'account.invited')).toMatchObject([{ person_id: admin.personId, data: { personId: account.id } }]);
  expect(JSON.stringify(await testApp.pool.query('select data from audit_event').then(({ rows: all }) => all))).not.toContain(issued.oneTimePassword);
  expect(testApp.logged.join('\n')).not.toContain(issued.oneTimePassword);
});

test('before the password is changed nothing else is answered', async () => {
  const admin = await adminOf('phuket');
  const { issued } = await invite(admin, 'phuket', 'phuket.waiting');
  const person = await signIn(testApp, 'phuket.waiting', issued.oneTimePassword);
  const open: string[] = [];
  const id = officeId('phuket');
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    if (endpoint.access === 'public' || name === 'logout' || name === 'logoutAll') continue;
    const path = endpoint.path.replace(/:yearBe/, '2569').replace(/:taskId/, 'k1').replace(/:\w+/g, id);
    const answer = await testApp.app.inject({ method: endpoint.method, url: API_PREFIX + path, headers: { cookie: person.cookie, 'x-csrf-token': person.csrfToken } });
    if (answer.json<Problem>().code !== 'PASSWORD_CHANGE_REQUIRED') open.push(name);
  }
  expect(open.toSorted()).toEqual(['changePassword', 'me', 'preferences']);
});

test('a one-time password runs out, and a new one can be had', async () => {
  const admin = await adminOf('songkhla');
  const { account, issued } = await invite(admin, 'songkhla', 'songkhla.late');
  await testApp.pool.query("update person set password_expires_at = now() - interval '1 minute' where id = $1", [account.id]);
  expect((await tryLogin('songkhla.late', issued.oneTimePassword)).json()).toMatchObject({ code: 'PASSWORD_EXPIRED' });
  expect((await tryLogin('songkhla.late', 'another')).json()).toMatchObject({ code: 'LOGIN_FAILED' });
  expect((await accountOf(admin, account.id)).account).toBe('expired');
  const again = (await admin.send<Issued>('POST', `/persons/${account.id}/one-time-password`)).body;
  expect(again.oneTimePassword).not.toBe(issued.oneTimePassword);
  expect((await tryLogin('songkhla.late', again.oneTimePassword)).statusCode).toBe(200);
  expect(await audits('songkhla', 'account.reset')).toHaveLength(1);
});

test('a reset ends what was open and takes the old password away', async () => {
  const admin = await adminOf('chonburi');
  const clerk = await signIn(testApp, 'chonburi.registry.clerk');
  await admin.send('POST', `/persons/${clerk.personId}/one-time-password`);
  expect((await clerk.get('/tasks')).statusCode).toBe(401);
  expect((await tryLogin('chonburi.registry.clerk', 'saraban-demo')).statusCode).toBe(401);
});

test('a closed account is out at once and cannot sign in; opened again it can', async () => {
  const admin = await adminOf('chiangmai');
  const clerk = await signIn(testApp, 'chiangmai.registry.clerk');
  expect((await admin.send<Account>('POST', `/persons/${clerk.personId}/disable`)).body).toMatchObject({ account: 'disabled', sessions: 0 });
  expect((await clerk.get('/tasks')).statusCode).toBe(401);
  expect((await tryLogin('chiangmai.registry.clerk', 'saraban-demo')).statusCode).toBe(401);
  expect((await admin.send<Account>('POST', `/persons/${clerk.personId}/enable`)).body.account).toBe('active');
  expect((await tryLogin('chiangmai.registry.clerk', 'saraban-demo')).statusCode).toBe(200);
  expect([(await audits('chiangmai', 'account.disabled')).length, (await audits('chiangmai', 'account.enabled')).length]).toEqual([1, 1]);
});

test('a person is signed out of every browser', async () => {
  const admin = await adminOf('khonkaen');
  const [one, two] = [await signIn(testApp, 'khonkaen.governor'), await signIn(testApp, 'khonkaen.governor')];
  expect((await accountOf(admin, one.personId)).sessions).toBe(2);
  expect((await admin.send<Account>('POST', `/persons/${one.personId}/sign-out`)).body.sessions).toBe(0);
  for (const each of [one, two]) expect((await each.get('/session')).statusCode).toBe(401);
  expect(await audits('khonkaen', 'account.signedOut')).toMatchObject([{ data: { sessions: 2 } }]);
});

test('an administrator does none of this to the own account', async () => {
  const admin = await adminOf('udonthani');
  for (const act of ['one-time-password', 'disable']) expect(await admin.send('POST', `/persons/${admin.personId}/${act}`)).toMatchObject({ statusCode: 409, body: { code: 'OWN_ACCOUNT' } });
});

test("another office's accounts are not to be known, and none is made there", async () => {
  const stranger = await adminOf('chiangrai');
  const id = personId('lopburi', 'governor');
  for (const act of ['one-time-password', 'disable', 'enable', 'sign-out']) expect((await stranger.send('POST', `/persons/${id}/${act}`)).statusCode).toBe(404);
  expect((await stranger.send('PUT', `/persons/${id}`, { rev: 0, nameTh: 'ก' })).statusCode).toBe(404);
  expect((await stranger.post('/persons', newPerson('lopburi', 'lopburi.intruder'))).statusCode).toBe(404);
  const { items } = (await stranger.get<Out<'accountListSchema'>>('/accounts')).body;
  expect(items.every(({ login }) => login.startsWith('chiangrai.'))).toBe(true);
});

describe('what is kept of a person', () => {
  const body = ({ rev, name, email, phone, clearance }: Account, change: object = {}) => ({ rev, nameTh: name.th, nameEn: name.en, email, phone, clearance, ...change });

  test('a clearance comes by order, never from one\'s own hand, and is on the record', async () => {
    const admin = await adminOf('nakhonsawan');
    const officer = await accountOf(admin, personId('nakhonsawan', 'hr-officer'));
    expect((await admin.send<Problem>('PUT', `/persons/${officer.id}`, body(officer, { clearance: 'secret' }))).body).toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'clearanceOrderNo' } });
    expect((await admin.send<Account>('PUT', `/persons/${officer.id}`, body(officer, { clearance: 'secret', clearanceOrderNo: 'คำสั่งจังหวัด ที่ 7/2569' }))).body).toMatchObject({ clearance: 'secret', rev: 1 });
    expect(await audits('nakhonsawan', 'person.changed')).toMatchObject([{ data: { personId: officer.id, clearance: { from: 'none', to: 'secret' }, orderNo: 'คำสั่งจังหวัด ที่ 7/2569' } }]);
    const own = await accountOf(admin, admin.personId);
    expect((await admin.send<Problem>('PUT', `/persons/${own.id}`, body(own, { clearance: 'top_secret', clearanceOrderNo: '1' }))).body.code).toBe('OWN_ACCOUNT');
    expect((await admin.send<Problem>('PUT', `/persons/${officer.id}`, body(officer))).body.code).toBe('EDIT_CONFLICT');
  });

  test('a user name is given once, whatever its letters', async () => {
    const admin = await adminOf('suratthani');
    expect(await admin.post<Problem>('/persons', newPerson('suratthani', 'LOPBURI.governor'))).toMatchObject({ statusCode: 409, body: { code: 'LOGIN_TAKEN', details: { field: 'login' } } });
  });

  test.each([['a user name in Thai', { login: 'ผู้ใช้' }], ['an address that is none', { email: 'a b' }], ['a pictograph', { nameTh: 'สมชาย 🎉' }], ['mark-up', { nameTh: '<script>x</script>' }]])('%s is refused', async (_what, wrong) => {
    const admin = await adminOf('suratthani');
    expect((await admin.post<Problem>('/persons', newPerson('suratthani', 'suratthani.x', wrong))).body).toMatchObject({ code: 'VALIDATION_FAILED', details: { fields: [{ path: `body.${Object.keys(wrong)[0]}` }] } });
  });

  test('somebody new without a post is found when a post is to be filled', async () => {
    const admin = await adminOf('phetchaburi');
    const made = (await admin.post<Account>('/persons', newPerson('phetchaburi', 'phetchaburi.fresh'))).body;
    const { items } = (await admin.get<{ items: { id: string; posts: unknown[] }[] }>('/persons')).body;
    expect(items.find(({ id }) => id === made.id)).toMatchObject({ posts: [] });
    const stranger = await adminOf('phuket');
    expect((await stranger.get<{ items: { id: string }[] }>('/persons')).body.items.map(({ id }) => id)).not.toContain(made.id);
  });
});

describe("one's own password", () => {
  test.each([['the same again', 'saraban-demo'], ['the user name in it', 'my-lopburi.strategy.officer-1'], ['one letter over and over', 'aaaaaaaaaaaaaaaa']])('%s is refused', async (_what, next) => {
    const officer = await signIn(testApp, 'lopburi.strategy.officer');
    expect((await officer.send<Problem>('PUT', '/session/password', { current: 'saraban-demo', next })).body).toMatchObject({ code: 'PASSWORD_WEAK', details: { field: 'next' } });
  });

  test('is changed by the present one only, is long, and ends the other browsers', async () => {
    const [officer, other] = [await signIn(testApp, 'lopburi.hr.officer'), await signIn(testApp, 'lopburi.hr.officer')];
    expect((await officer.send<Problem>('PUT', '/session/password', { current: 'wrong', next: OWN_PASSWORD })).body).toMatchObject({ code: 'PASSWORD_WRONG', details: { field: 'current' } });
    expect((await officer.send<Problem>('PUT', '/session/password', { current: 'saraban-demo', next: 'short' })).body.code).toBe('VALIDATION_FAILED');
    expect((await officer.send('PUT', '/session/password', { current: 'saraban-demo', next: OWN_PASSWORD })).statusCode).toBe(200);
    expect((await officer.get('/tasks')).statusCode).toBe(200);
    expect((await other.get('/tasks')).statusCode).toBe(401);
    expect((await tryLogin('lopburi.hr.officer', OWN_PASSWORD)).statusCode).toBe(200);
  });
});
