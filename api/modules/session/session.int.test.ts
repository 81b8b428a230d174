import type { Session } from '#domain/contracts/session';
import type { Reader } from '#db/repositories/readers';
import { actor, openTestApp, signIn, type TestApp } from '#test/support/test-app';
import { createLoginLimiter, type LoginLimiter } from '../../plugins/login-limiter';
import { authenticate, confirmPassword } from './session.service';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

test('a clerk signs in and learns of the posts, what they are good for, and the CSRF token', async () => {
  const clerk = await signIn(testApp, 'lopburi.registry.clerk');
  const { statusCode, body } = await clerk.get<Session>('/session');
  expect(statusCode).toBe(200);
  expect(body.person.login).toBe('lopburi.registry.clerk');
  expect(body.csrfToken).toBe(clerk.csrfToken);
  expect(body.can).toEqual(expect.arrayContaining(['intake', 'compose', 'books']));
  expect(body.can).not.toContain('supervision');
  expect(body.posts).toHaveLength(1);
  expect(body.posts[0]).toMatchObject({ office: { code: 'lopburi' }, capacity: 'own', isRegistry: true });
  expect(body.posts[0]?.roles).toContain('clerk');
});

test('how the screens look is kept with the person: what is left out stays, what is not offered is refused', async () => {
  const clerk = await signIn(testApp, 'lopburi.registry.clerk');
  expect((await clerk.get<Session>('/session')).body).toMatchObject({ locale: 'th', digits: 'arabic', theme: 'system', textSize: 'normal' });
  expect(await clerk.send('PATCH', '/session/preferences', { theme: 'dark', digits: 'thai' })).toMatchObject({ statusCode: 200, body: { theme: 'dark', digits: 'thai', textSize: 'normal' } });
  await clerk.send('PATCH', '/session/preferences', { textSize: 'large' });
  expect(await clerk.send('PATCH', '/session/preferences', { theme: 'pink' })).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
  const elsewhere = await signIn(testApp, 'lopburi.registry.clerk');
  expect((await elsewhere.get<Session>('/session')).body).toMatchObject({ locale: 'th', digits: 'thai', theme: 'dark', textSize: 'large' });
  const other = await signIn(testApp, 'ops.registry.clerk');
  expect((await other.get<Session>('/session')).body).toMatchObject({ digits: 'arabic', theme: 'system', textSize: 'normal' });
});

test('a wrong password and an unknown name are refused alike, in the language of the reader', async () => {
  const tryIn = (login: string, language: string) =>
    testApp.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password: 'not-it' }, headers: { 'accept-language': language } });
  const [wrong, unknown] = [await tryIn('ops.registry.clerk', 'th'), await tryIn('nobody', 'th')];
  expect(wrong.statusCode).toBe(401);
  expect(wrong.json()).toMatchObject({ code: 'LOGIN_FAILED', message: 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง', details: {} });
  expect({ ...unknown.json(), requestId: '' }).toEqual({ ...wrong.json(), requestId: '' });
  expect((await tryIn('nobody', 'en')).json()).toMatchObject({ message: 'The user name or the password is wrong.' });
});

test('an account is closed for a while after five failures, also for the right password', async () => {
  const tryIn = (password: string) => testApp.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'ops.admin', password } });
  for (let i = 0; i < 5; i += 1) expect((await tryIn('guess')).statusCode).toBe(401);
  const closed = await tryIn('saraban-demo');
  expect(closed.statusCode).toBe(429);
  expect(closed.json()).toMatchObject({ code: 'RATE_LIMITED' });
});

test('a right password does not pass where the tries were used up while it was looked at', async () => {
  const real = createLoginLimiter(testApp.pool, testApp.deps.config.loginLimit);
  // Whoever guesses sends all guesses at once: each is let in before the first failure counts.
  const meanwhile: LoginLimiter = {
    ...real,
    async waitMs(moment) {
      const waitMs = await real.waitMs(moment);
      for (let i = 0; i < 5; i += 1) await real.failed(moment);
      return waitMs;
    },
  };
  const own = await actor(testApp, { role: 'officer', office: 'ops' });
  await expect(authenticate(testApp.deps, meanwhile, { login: own.login, password: 'saraban-demo', address: '10.0.0.9' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  const reader = { personId: own.personId } as Reader;
  await expect(confirmPassword(testApp.deps, meanwhile, { reader, password: 'saraban-demo', address: '10.0.0.8' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await real.succeeded({ login: own.login });
});

test('the cookie cannot be read by scripts and is not sent along from other sites', async () => {
  const answer = await testApp.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'ops.registry.clerk', password: 'saraban-demo' } });
  expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
  expect(answer.headers['set-cookie']).toMatch(/SameSite=Lax/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const stored = await testApp.pool.query('select 1 from session where id = $1', [answer.cookies[0]?.value]);
  expect(stored.rowCount).toBe(0);
});

test('without a session the answer is 401, with a wrong CSRF token 403', async () => {
  const bare = await testApp.app.inject({ method: 'GET', url: '/api/v1/session' });
  expect(bare.statusCode).toBe(401);
  expect(bare.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  const clerk = await signIn(testApp, 'ops.registry.clerk');
  const wrong = await clerk.send('PATCH', '/session/preferences', { locale: 'en' }, { 'x-csrf-token': 'wrong' });
  expect(wrong).toMatchObject({ statusCode: 403, body: { code: 'CSRF_FAILED' } });
  const missing = await testApp.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie: clerk.cookie } });
  expect(missing.json()).toMatchObject({ code: 'CSRF_FAILED' });
  expect((await clerk.get('/session')).statusCode).toBe(200);
});

test('a form on another site cannot sign somebody in', async () => {
  const answer = await testApp.app.inject({
    method: 'POST', url: '/api/v1/session', payload: { login: 'ops.registry.clerk', password: 'saraban-demo' }, headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.json()).toMatchObject({ code: 'CSRF_FAILED' });
});

test('a session ends when it is not used, and at its longest life although it is', async () => {
  const own = await openTestApp({ config: { sessionIdleMs: 600_000, sessionMaxMs: 1_500_000 } });
  try {
    const idle = await signIn(own, 'ops.registry.clerk');
    own.moveClock(601_000);
    expect(await idle.get('/session')).toMatchObject({ statusCode: 401, body: { code: 'SESSION_EXPIRED', message: 'Your session has ended. Please sign in again.' } });
    const busy = await signIn(own, 'ops.registry.clerk');
    for (let i = 0; i < 2; i += 1) {
      own.moveClock(500_000);
      expect((await busy.get('/session')).statusCode).toBe(200);
    }
    own.moveClock(501_000);
    expect((await busy.get('/session')).body).toMatchObject({ code: 'SESSION_EXPIRED' });
  } finally {
    await own.close();
  }
}, 60_000);

test('signing out ends this browser only; signing out everywhere ends all', async () => {
  const [one, two, three] = [await signIn(testApp, 'lopburi.registry.clerk'), await signIn(testApp, 'lopburi.registry.clerk'), await signIn(testApp, 'lopburi.registry.clerk')];
  expect((await one.send('DELETE', '/session')).statusCode).toBe(200);
  expect((await one.get('/session')).body).toMatchObject({ code: 'SESSION_EXPIRED' });
  expect((await two.get('/session')).statusCode).toBe(200);
  expect((await two.send('DELETE', '/session/all')).statusCode).toBe(200);
  expect((await three.get('/session')).statusCode).toBe(401);
});

test('a person who is disabled is out at once', async () => {
  const officer = await actor(testApp, { role: 'officer', office: 'ops' });
  await testApp.pool.query('update person set is_disabled = true where id = $1', [officer.personId]);
  expect((await officer.get('/session')).statusCode).toBe(401);
  await testApp.pool.query('update person set is_disabled = false where id = $1', [officer.personId]);
});

test('demo accounts are listed in a demonstration only: by office, or by words in any office', async () => {
  type Demo = { offices: readonly { code: string; accounts: number }[]; accounts: readonly { login: string; officeCode: string }[] };
  const ask = async (query: string): Promise<Demo> => (await testApp.app.inject({ method: 'GET', url: `/api/v1/demo/accounts${query}` })).json<Demo>();
  const first = await ask('');
  expect(first.offices.map(({ code }) => code)).toEqual(expect.arrayContaining(['ops', 'lopburi']));
  expect([...new Set(first.accounts.map(({ officeCode }) => officeCode))]).toEqual([first.offices[0]?.code]);
  expect(first.accounts).toHaveLength(first.offices[0]?.accounts ?? 0);
  expect((await ask('?office=lopburi')).accounts.map(({ login }) => login)).toContain('lopburi.registry.clerk');
  expect((await ask('?office=nowhere')).accounts).toEqual([]);
  const found = (await ask(`?q=${encodeURIComponent('ลพบุรี เจ้าหน้าที่สารบรรณ')}`)).accounts;
  expect(found.map(({ login }) => login)).toContain('lopburi.registry.clerk');
  expect(found.every(({ officeCode }) => officeCode === 'lopburi')).toBe(true);
  expect((await ask(`?q=${encodeURIComponent("%' or 1=1 --")}`)).accounts).toEqual([]);
  // What the sign-in page begins with is small.
  expect(JSON.stringify(await ask('')).length).toBeLessThan(60_000);
  const real = await openTestApp({ config: { isDemo: false } });
  try {
    expect((await real.app.inject({ method: 'GET', url: '/api/v1/demo/accounts' })).statusCode).toBe(404);
  } finally {
    await real.close();
  }
}, 60_000);

test('invalid input names the field in the language of the reader', async () => {
  const answer = await testApp.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login: '', password: 'x' }, headers: { 'accept-language': 'th' } });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'VALIDATION_FAILED', details: { fields: [{ path: 'body.login', label: 'ชื่อผู้ใช้', message: 'ต้องไม่ว่าง' }] } });
  const missing = await testApp.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'a' }, headers: { 'accept-language': 'en' } });
  expect(missing.json()).toMatchObject({ details: { fields: [{ path: 'body.password', label: 'Password', message: 'is required' }] } });
  const broken = await testApp.app.inject({ method: 'POST', url: '/api/v1/session', payload: '{"login":', headers: { 'content-type': 'application/json' } });
  expect(broken.json()).toMatchObject({ code: 'VALIDATION_FAILED' });
});

test('an address that does not exist is a problem answer too', async () => {
  const answer = await testApp.app.inject({ method: 'GET', url: '/api/v1/nothing/here' });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'NOT_FOUND', requestId: answer.headers['x-request-id'] });
});
