import { openTestApp, signIn, type TestApp } from '#test/support/test-app';

jest.setTimeout(60_000);
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const cursorOf = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const ID = '0d5c3f0e-7f5d-4f0e-9d1a-1a2b3c4d5e6f';
const AT = '2026-01-05T02:00:00.000Z';

test.each([
  ['/letters', 'nonsense'],
  ['/letters', cursorOf(['yesterday', ID])],
  ['/letters', cursorOf([AT, 'L1'])],
  ['/letters', cursorOf([AT, ID, 'more'])],
  ['/letters', cursorOf([null, null])],
  ['/tasks', 'nonsense'],
  ['/tasks', cursorOf(['high', AT, ID, 'k1'])],
  ['/tasks', cursorOf([99_999_999_999, AT, ID, 'k1'])],
  ['/tasks', cursorOf([0, 'soon', ID, 'k1'])],
  ['/tasks', cursorOf([0, AT, 'L1', 'k1'])],
  ['/tasks?sort=opened', cursorOf([0, AT, ID, 'k1'])],
  ['/tasks?sort=opened', cursorOf(['infinity', ID, 'k1'])],
])('%s refuses a cursor that is none of its own: %s', async (path, cursor) => {
  const person = await signIn(testApp, 'phuket.strategy.officer');
  const answer = await person.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`);
  expect(answer).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'query.cursor' }] } } });
});

test.each([
  ['/letters', [AT, ID]],
  ['/tasks', [0, AT, ID, 'k1']],
  ['/tasks', [2, 'infinity', ID, 'k1']],
  ['/tasks?sort=opened', [AT, ID, 'k1']],
])('%s goes on after its own cursor %j', async (path, key) => {
  const person = await signIn(testApp, 'phuket.strategy.officer');
  expect(await person.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursorOf(key)}`)).toMatchObject({ statusCode: 200 });
});
