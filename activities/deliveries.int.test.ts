import { randomUUID } from 'node:crypto';
import { findSent, insertArrival } from '#db/repositories/exchange';
import { withTransaction } from '#db/client';
import type { CommitResult } from '#domain/messages';
import type { LetterEvent } from '#domain/route/events';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const OUT = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: { by: 'post', postCode: 'chief' }, returnTo: [] },
  { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
  { id: 'dispatch', type: 'dispatch', name: 'ส่ง', recipients: { listCode: 'all', role: 'lead' } },
  { id: 'follow', type: 'followUp', name: 'ติดตาม', expect: 'acknowledgement', judge: { by: 'post', postCode: 'clerk' } },
  endNode,
], ['start sign', 'sign sign number', 'number dispatch', 'dispatch follow', 'follow end']);
const IN = route([
  startNode,
  { id: 'check', type: 'work', name: 'ตรวจรับ', assignee: { by: 'post', postCode: 'clerk' }, outcomes: [{ code: 'register', name: 'ลงรับ' }, { code: 'return', name: 'ส่งคืน' }] },
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  { id: 'read', type: 'acknowledge', name: 'รับทราบ', readers: [{ by: 'post', postCode: 'chief' }], wait: 'all' },
  endNode,
  { id: 'returned', type: 'end', name: 'คืน', outcome: 'returned' },
], ['start check', 'check register register', 'check return returned', 'register read', 'read end']);

let database: TestDatabase;
let sender: TestOffice;
let receiver: TestOffice;
let runner: Runner;
let out: string;
let incoming: string;

beforeAll(async () => {
  database = await getTestDatabase();
  sender = await buildOffice(database.pool, smallOffice('sender', 'มท', '0210'));
  receiver = await buildOffice(database.pool, smallOffice('receiver'));
  out = await buildRoute(database.pool, sender, OUT, 'out');
  incoming = await buildRoute(database.pool, receiver, IN, 'in');
  await database.pool.query(`INSERT INTO distribution_list (office_id, code, name_th, name_en, members) VALUES ($1, 'all', 'ทุกแห่ง', 'All', $2)`, [
    sender.id, JSON.stringify([{ officeId: receiver.id, role: 'lead' }]),
  ]);
  runner = createRunner(database.pool);
});
afterAll(() => database.drop());

type Sent = { readonly letterId: string; readonly deliveryId: string; readonly arrivedId: string };

/** A letter that was sent and has arrived, unregistered, at the receiver's registry. */
async function send(): Promise<Sent> {
  const letterId = await buildLetter(database.pool, { office: sender, routeVersionId: out, direction: 'outgoing' });
  applied(await runner.send(letterId, startEvent({ letterId, office: sender, routeVersionId: out, actor: sender.actor('clerk'), facts: { direction: 'outgoing' } })));
  applied(await runner.act(letterId, sender.actor('chief'), 'sign', { signature: true }));
  const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM delivery WHERE from_letter_id = $1', [letterId]);
  const deliveryId = rows[0]!.id;
  const sent = (await findSent(database.pool, deliveryId))!;
  const at = new Date().toISOString();
  const event = startEvent({ letterId: sent.toLetterId, office: receiver, routeVersionId: incoming, actor: null, facts: { channel: 'exchange' }, at });
  await withTransaction(database.pool, (tx) => insertArrival(tx, { sent, routeVersionId: incoming, publicCode: randomUUID(), at, begin: { key: `start:${deliveryId}`, event } }));
  applied(await runner.offer(sent.toLetterId, { id: `start:${deliveryId}`, event }));
  return { letterId, deliveryId, arrivedId: sent.toLetterId };
}
async function prepareRecall({ letterId, deliveryId }: Sent) {
  const { seq } = await runner.load(letterId);
  const event: LetterEvent = { type: 'recall', at: new Date().toISOString(), actor: sender.actor('clerk'), seq, deliveryId, hasReason: true };
  const id = await writeCommand(database.pool, { letterId, event, content: { reason: 'ส่งผิด' } });
  return runner.prepare(letterId, { id, event });
}
async function prepareCheck({ arrivedId }: Sent, outcome: 'register' | 'return') {
  const task = await runner.task(arrivedId);
  const event: LetterEvent = { type: 'act', at: new Date().toISOString(), actor: receiver.actor('clerk'), taskId: task.id, rev: task.rev, outcome, hasNote: true };
  const id = await writeCommand(database.pool, { letterId: arrivedId, event, content: { note: 'ไม่เกี่ยวข้อง' } });
  return runner.prepare(arrivedId, { id, event });
}
const commit = (input: Awaited<ReturnType<typeof prepareRecall>>): Promise<CommitResult> => runner.activities.commitTransition(input);
const statusOf = async ({ deliveryId }: Sent): Promise<string> =>
  (await database.pool.query<{ status: string }>('SELECT status FROM delivery WHERE id = $1', [deliveryId])).rows[0]!.status;
const receiveNumbers = async ({ arrivedId }: Sent): Promise<number> =>
  (await database.pool.query('SELECT 1 FROM register_entry WHERE letter_id = $1', [arrivedId])).rowCount ?? 0;

test('a recall before the registration wins: the registry is refused and takes no number', async () => {
  const sent = await send();
  const [recall, register] = [await prepareRecall(sent), await prepareCheck(sent, 'register')];
  applied(await commit(recall));
  expect(await commit(register)).toMatchObject({ kind: 'refused', code: 'DELIVERY_RECALLED' });
  expect(await statusOf(sent)).toBe('recalled');
  expect(await receiveNumbers(sent)).toBe(0);
});

test('a registration before the recall wins: the recall is refused and the sender stays where it was', async () => {
  const sent = await send();
  const [recall, register] = [await prepareRecall(sent), await prepareCheck(sent, 'register')];
  applied(await commit(register));
  expect(await commit(recall)).toMatchObject({ kind: 'refused', code: 'DELIVERY_ALREADY_REGISTERED' });
  expect(await statusOf(sent)).toBe('registered');
  expect((await runner.load(sent.letterId)).deliveries[sent.deliveryId]?.status).toBe('sent');
});

test('recall and registration at the same moment: exactly one of them wins, twenty times', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => send()));
  const prepared = await Promise.all(all.map(async (sent) => [await prepareRecall(sent), await prepareCheck(sent, 'register')] as const));
  const results = await Promise.all(prepared.map(([recall, register], index) => Promise.all(index % 2 === 0 ? [commit(recall), commit(register)] : [commit(register), commit(recall)].toReversed())));
  for (const [index, [recall, register]] of results.entries()) {
    const sent = all[index]!;
    expect([recall!.kind, register!.kind].toSorted()).toEqual(['applied', 'refused']);
    expect(await statusOf(sent)).toBe(recall!.kind === 'applied' ? 'recalled' : 'registered');
    expect(await receiveNumbers(sent)).toBe(recall!.kind === 'applied' ? 0 : 1);
  }
});

test('a letter sent back cannot be recalled any more', async () => {
  const sent = await send();
  const [recall, sendBack] = [await prepareRecall(sent), await prepareCheck(sent, 'return')];
  applied(await commit(sendBack));
  expect(await commit(recall)).toMatchObject({ kind: 'refused', code: 'DELIVERY_ALREADY_REGISTERED' });
  expect(await statusOf(sent)).toBe('returned');
});

test('registering writes number and date into the delivery and tells the sender once; reading it acknowledges', async () => {
  const sent = await send();
  applied(await commit(await prepareCheck(sent, 'register')));
  const { rows } = await database.pool.query('SELECT status, receive_no, registered_at IS NOT NULL AS dated FROM delivery WHERE id = $1', [sent.deliveryId]);
  expect(rows).toEqual([{ status: 'registered', receive_no: expect.stringMatching(/^\d+$/), dated: true }]);
  expect(await runner.drain(sent.letterId)).toBe(1);
  // Only an acknowledgement was expected: a registration is enough to close the matter at the sender.
  expect((await database.pool.query('SELECT status, outcome FROM letter WHERE id = $1', [sent.letterId])).rows).toEqual([{ status: 'ended', outcome: 'closed' }]);
  applied(await runner.act(sent.arrivedId, receiver.actor('chief'), 'acknowledge'));
  expect(await statusOf(sent)).toBe('acknowledged');
});

test('an arrival written twice is one letter with one set of files and one start', async () => {
  const sent = await send();
  const again = (await findSent(database.pool, sent.deliveryId))!;
  const at = new Date().toISOString();
  const event = startEvent({ letterId: sent.arrivedId, office: receiver, routeVersionId: incoming, actor: null, at });
  await withTransaction(database.pool, (tx) => insertArrival(tx, { sent: again, routeVersionId: incoming, publicCode: randomUUID(), at, begin: { key: `start:${sent.deliveryId}`, event } }));
  const { rows } = await database.pool.query('SELECT (SELECT count(*)::int FROM letter WHERE delivery_id = $1) AS letters, (SELECT count(*)::int FROM letter_event WHERE letter_id = $2) AS events', [
    sent.deliveryId, sent.arrivedId,
  ]);
  expect(rows).toEqual([{ letters: 1, events: 1 }]);
});

test('what is recalled before it is carried over never arrives', async () => {
  const sent = await send();
  const asSent = (await findSent(database.pool, sent.deliveryId))!;
  applied(await commit(await prepareRecall(sent)));
  const at = new Date().toISOString();
  const event = startEvent({ letterId: sent.arrivedId, office: receiver, routeVersionId: incoming, actor: null, at });
  const isThere = await withTransaction(database.pool, (tx) => insertArrival(tx, { sent: asSent, routeVersionId: incoming, publicCode: randomUUID(), at, begin: { key: `start:${sent.deliveryId}`, event } }));
  expect(isThere).toBe(false);
});

/** What each side hears when it finds the delivery already in a state; null where it may go on. */
const FOUND: readonly (readonly ['recall' | 'register' | 'return', string, string | null])[] = [
  ['recall', 'recalled', 'DELIVERY_RECALLED'],
  ['recall', 'registered', 'DELIVERY_ALREADY_REGISTERED'],
  ['recall', 'answered', 'DELIVERY_ALREADY_REGISTERED'],
  ['recall', 'returned', 'DELIVERY_ALREADY_REGISTERED'],
  ['register', 'recalled', 'DELIVERY_RECALLED'],
  ['register', 'returned', 'EVENT_OUTDATED'],
  ['register', 'registered', null],
  ['register', 'acknowledged', null],
  ['return', 'recalled', 'DELIVERY_RECALLED'],
  ['return', 'registered', 'DELIVERY_ALREADY_REGISTERED'],
  ['return', 'acknowledged', 'DELIVERY_ALREADY_REGISTERED'],
  ['return', 'returned', null],
];

test.each(FOUND)('%s of a delivery that is %s already → %s, and its state stays', async (act, status, code) => {
  const sent = await send();
  const input = act === 'recall' ? await prepareRecall(sent) : await prepareCheck(sent, act);
  await database.pool.query('UPDATE delivery SET status = $2 WHERE id = $1', [sent.deliveryId, status]);
  const result = await commit(input);
  expect(result.kind === 'refused' ? result.code : null).toBe(code);
  expect(await statusOf(sent)).toBe(status);
});

test.each(['recall', 'register', 'return'] as const)('%s of a delivery that is not there is refused', async (act) => {
  const sent = await send();
  const input = act === 'recall' ? await prepareRecall(sent) : await prepareCheck(sent, act);
  await database.pool.query('DELETE FROM delivery WHERE id = $1', [sent.deliveryId]);
  expect(await commit(input)).toMatchObject({ kind: 'refused', code: 'EVENT_INVALID' });
});

test('a distribution list without anybody sends nothing, and takes no number', async () => {
  const letterId = await buildLetter(database.pool, { office: sender, routeVersionId: out, direction: 'outgoing' });
  applied(await runner.send(letterId, startEvent({ letterId, office: sender, routeVersionId: out, actor: sender.actor('clerk'), facts: { direction: 'outgoing' } })));
  const { rows } = await database.pool.query<{ members: unknown }>(`UPDATE distribution_list SET members = '[]' WHERE office_id = $1 RETURNING (SELECT l.members FROM distribution_list l WHERE l.office_id = $1)`, [sender.id]);
  try {
    expect(await runner.act(letterId, sender.actor('chief'), 'sign', { signature: true })).toMatchObject({ kind: 'refused', code: 'RECIPIENTS_REQUIRED' });
    expect((await database.pool.query('SELECT 1 FROM register_entry WHERE letter_id = $1', [letterId])).rowCount).toBe(0);
  } finally {
    await database.pool.query('UPDATE distribution_list SET members = $2 WHERE office_id = $1', [sender.id, JSON.stringify(rows[0]!.members)]);
  }
});

test('an answer tells the letter of the own office that it answers, and never one of another office', async () => {
  const answering = await buildLetter(database.pool, { office: sender, routeVersionId: out, direction: 'outgoing' });
  const own = await buildLetter(database.pool, { office: sender, routeVersionId: out, direction: 'outgoing' });
  const { arrivedId: others } = await send();
  for (const to of [own, others]) await database.pool.query(`INSERT INTO letter_link (from_letter_id, to_letter_id, kind, created_at) VALUES ($1, $2, 'answers', now())`, [answering, to]);
  applied(await runner.send(answering, startEvent({ letterId: answering, office: sender, routeVersionId: out, actor: sender.actor('clerk'), facts: { direction: 'outgoing' } })));
  applied(await runner.act(answering, sender.actor('chief'), 'sign', { signature: true }));
  const { rows } = await database.pool.query<{ letter_id: string }>(`SELECT letter_id FROM letter_event WHERE event->>'answerLetterId' = $1`, [answering]);
  expect(rows).toEqual([{ letter_id: own }]);
});
