import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { CHANNELS } from '#db/channels';
import type { HintEvent, HintPayload } from '#domain/contracts/events';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

let testApp: TestApp;
let base: string;
beforeAll(async () => {
  testApp = await openTestApp();
  await testApp.app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(testApp.app.server.address() as AddressInfo).port}/api/v1`;
}, 120_000);
afterAll(() => testApp.close());

const tell = (hint: HintPayload) => testApp.pool.query('select pg_notify($1, $2)', [CHANNELS.hints, JSON.stringify(hint)]);
const postOf = async (code: string, office: string): Promise<string> => {
  const { rows } = await testApp.pool.query<{ id: string }>('select p.id from post p join office o on o.id = p.office_id where p.code = $1 and o.code = $2', [code, office]);
  return rows[0]?.id ?? '';
};

/** Opens the stream and gives its events one by one; null when it has ended. */
async function openStream(person: Person): Promise<{ next(): Promise<HintEvent | null>; close(): void }> {
  const abort = new AbortController();
  const answer = await fetch(`${base}/events`, { headers: { cookie: person.cookie }, signal: abort.signal });
  if (answer.status !== 200 || answer.body === null) throw new Error(`no stream: ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next = async (): Promise<HintEvent | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const data = block.split('\n').find((line) => line.startsWith('data: '));
        if (data !== undefined) return JSON.parse(data.slice(6)) as HintEvent;
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      buffer += value;
    }
  };
  return { next, close: () => abort.abort() };
}

test('a stream begins with resync and then tells of what concerns its reader only', async () => {
  const clerk = await signIn(testApp, 'lopburi.registry.clerk');
  const stream = await openStream(clerk);
  expect(await stream.next()).toMatchObject({ topic: 'resync', letterId: null });
  const [own, other] = [await postOf('registry-clerk', 'lopburi'), await postOf('registry-clerk', 'ops')];
  const letterId = randomUUID();
  await tell({ topic: 'inbox', postIds: [other], letterId: randomUUID() });
  await tell({ topic: 'inbox', postIds: [own], letterId });
  expect(await stream.next()).toMatchObject({ topic: 'inbox', letterId });
  stream.close();
});

test('a hint to all names no letter', async () => {
  const stream = await openStream(await signIn(testApp, 'lopburi.registry.clerk'));
  await stream.next();
  await tell({ topic: 'notice', letterId: randomUUID() });
  expect(await stream.next()).toMatchObject({ topic: 'notice', letterId: null });
  stream.close();
});

test('signing out everywhere ends the stream', async () => {
  const clerk = await signIn(testApp, 'ops.registry.clerk');
  const stream = await openStream(clerk);
  await stream.next();
  await clerk.send('DELETE', '/session/all');
  // A change of people makes every stream ask again who its reader is.
  await tell({ topic: 'people' });
  const rest = [await stream.next(), await stream.next()];
  expect(rest.at(-1)).toBeNull();
});

test('without a session there is no stream', async () => {
  expect((await fetch(`${base}/events`)).status).toBe(401);
});
