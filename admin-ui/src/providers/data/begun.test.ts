import { begin, forgetBegun } from './begun';
import { createHttp } from './http';

const answerOf = (status: number, body: unknown) => ({ ok: status < 300, status, text: async () => JSON.stringify(body) }) as Response;
const http = createHttp({ getLocale: () => 'th' });
let sent: jest.Mock;
beforeEach(() => {
  forgetBegun();
  sent = jest.fn(async () => answerOf(200, { n: sent.mock.calls.length }));
  globalThis.fetch = sent;
});
afterEach(() => jest.restoreAllMocks());

test('what was begun is not asked again, and only once handed out', async () => {
  begin('/api/v1/tasks?limit=25', 'th');
  expect(await http.call('GET', '/tasks', { query: { limit: 25 } })).toEqual({ n: 1 });
  expect(sent).toHaveBeenCalledTimes(1);
  expect(await http.call('GET', '/tasks', { query: { limit: 25 } })).toEqual({ n: 2 });
  expect(await http.call('GET', '/tasks', { query: { limit: 50 } })).toEqual({ n: 3 });
});

test('it is asked in the language that the reader reads', () => {
  begin('/api/v1/session', 'en');
  expect(sent).toHaveBeenCalledWith('/api/v1/session', expect.objectContaining({ headers: expect.objectContaining({ 'accept-language': 'en' }) as unknown }));
});

test('a change is never answered by what was read before', async () => {
  begin('/api/v1/session', 'th');
  expect(await http.call('DELETE', '/session')).toEqual({ n: 2 });
});

test('a refusal and a lost line are met again where they can be told', async () => {
  sent.mockResolvedValueOnce(answerOf(401, { code: 'UNAUTHENTICATED', message: '', details: {} }));
  begin('/api/v1/session', 'th');
  expect(await http.call('GET', '/session')).toEqual({ n: 2 });
  sent.mockRejectedValueOnce(new TypeError('no line'));
  begin('/api/v1/session', 'th');
  expect(await http.call('GET', '/session')).toEqual({ n: 4 });
});

test('what nobody has asked for in time is asked anew', async () => {
  begin('/api/v1/session', 'th');
  const now = performance.now();
  jest.spyOn(performance, 'now').mockReturnValue(now + 10_001);
  expect(await http.call('GET', '/session')).toEqual({ n: 2 });
});

test('whoever signs in or out gets nothing of what was begun before', async () => {
  begin('/api/v1/session', 'th');
  http.setCsrfToken(null);
  expect(await http.call('GET', '/session')).toEqual({ n: 2 });
});
