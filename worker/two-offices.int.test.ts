import { randomUUID } from 'node:crypto';
import { insertRows } from '#db/seeds/insert-rows';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { eventually, openWorkerStack, refusalCode, type WorkerStack } from '#test/support/worker-stack';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const OUT = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'draft', type: 'draft', name: 'ร่าง', assignee: { by: 'drafter' }, template: 'external_letter' },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: { by: 'post', postCode: 'chief' }, returnTo: ['draft'] },
  { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
  { id: 'dispatch', type: 'dispatch', name: 'ส่ง', recipients: 'addressees' },
  { id: 'follow', type: 'followUp', name: 'ติดตาม', expect: 'reply', judge: { by: 'drafter' } },
  endNode,
], ['start draft', 'draft submit sign', 'draft sign', 'sign sign number', 'number dispatch', 'dispatch follow', 'follow end']);
const IN = route([
  startNode,
  {
    id: 'check', type: 'work', name: 'ตรวจรับ', assignee: { by: 'role', role: 'clerk', unit: 'registry' },
    outcomes: [{ code: 'register', name: 'ลงรับ' }, { code: 'return', name: 'ส่งคืน' }],
  },
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  {
    id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'post', postCode: 'deputy' }, outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'answered', name: 'ตอบแล้ว' }],
    answeredOutcome: 'answered',
  },
  endNode,
  { id: 'returned', type: 'end', name: 'คืน', outcome: 'returned' },
], ['start check', 'check register register', 'check return returned', 'register work', 'work done end', 'work answered end']);

let database: TestDatabase;
let stack: WorkerStack;
let south: TestOffice;
let north: TestOffice;
const routes: { [office: string]: { readonly out: string; readonly in: string } } = {};

beforeAll(async () => {
  database = await getTestDatabase();
  south = await buildOffice(database.pool, smallOffice('south', 'มท', '0210'));
  north = await buildOffice(database.pool, smallOffice('north', 'ลบ', '0017'));
  for (const office of [south, north]) {
    routes[office.code] = { out: await buildRoute(database.pool, office, OUT, 'outgoing'), in: await buildRoute(database.pool, office, IN, 'incoming') };
    const table = { hitPolicy: 'first', inputs: ['direction'], outputs: ['route'], rules: [{ id: 'in', when: [{ operator: '=', value: 'incoming' }], then: ['incoming'] }, { id: 'out', when: [null], then: ['outgoing'] }] };
    await insertRows(database.pool, 'route_table', [{ office_id: office.id, scope: 'letter', table: JSON.stringify(table) }]);
  }
  stack = await openWorkerStack(database.pool);
  await stack.startWorker();
});
afterAll(async () => {
  await stack.close();
  await database.drop();
});

const find = async <T extends object>(sql: string, ...values: unknown[]): Promise<T | undefined> => (await database.pool.query<T>(sql, values)).rows[0];

/** A letter of `from` to `to`, signed, numbered and on its way. */
async function sendLetter(from: TestOffice, to: TestOffice, options: { readonly answers?: string } = {}): Promise<{ letterId: string; deliveryId: string; arrivedId: string }> {
  const deliveryId = randomUUID();
  const recipient = { deliveryId, officeId: to.id, addressId: null, role: 'lead' as const };
  const routeVersionId = routes[from.code]!.out;
  const letterId = await buildLetter(database.pool, {
    office: from, routeVersionId, direction: 'outgoing', channel: 'web', by: 'a-officer', ownerUnit: from.unit('group-a'),
    addressees: [{ ...recipient, name: 'หัวหน้าสำนักงาน', address: '' }],
  });
  if (options.answers !== undefined) {
    await insertRows(database.pool, 'letter_link', [{ from_letter_id: letterId, to_letter_id: options.answers, kind: 'answers', created_at: new Date().toISOString() }]);
  }
  await stack.send(letterId, startEvent({ letterId, office: from, routeVersionId, actor: from.actor('a-officer'), facts: { direction: 'outgoing', channel: 'web' } }));
  await stack.act(letterId, from.actor('a-officer'), 'submit', { recipients: [recipient], content: { text: { body: 'ขอให้รายงานผลการใช้ระบบ' } } });
  await stack.act(letterId, from.actor('chief'), 'sign', { signature: true });
  const { to_letter_id: arrivedId } = (await find<{ to_letter_id: string }>('SELECT to_letter_id FROM delivery WHERE id = $1', deliveryId))!;
  return { letterId, deliveryId, arrivedId };
}

const arrived = (letterId: string): Promise<unknown> =>
  eventually(() => find(`SELECT 1 FROM task WHERE letter_id = $1 AND status = 'open'`, letterId), 'the letter arrives');

test('a letter goes to another office and its answer comes back', async () => {
  const { letterId, deliveryId, arrivedId } = await sendLetter(south, north);
  const sent = await find<{ letter_no: string; signature: { nameTh: string } }>('SELECT letter_no, signature FROM letter WHERE id = $1', letterId);
  expect(sent).toMatchObject({ letter_no: 'มท 0017.2/1', signature: { nameTh: 'ผู้ดำรงตำแหน่ง chief' } });
  await arrived(arrivedId);
  const received = await find('SELECT their_no, from_text, direction, channel, delivery_id FROM letter WHERE id = $1', arrivedId);
  expect(received).toEqual({ their_no: 'มท 0017.2/1', from_text: 'สำนักงาน south', direction: 'incoming', channel: 'exchange', delivery_id: deliveryId });
  // The receiver's copy is the sender's final PDF, byte for byte.
  const [rendition, copy] = await Promise.all([
    find<{ sha256: string }>(`SELECT sha256 FROM document WHERE letter_id = $1 AND role = 'rendition'`, letterId),
    find<{ sha256: string }>(`SELECT sha256 FROM document WHERE letter_id = $1 AND role = 'main'`, arrivedId),
  ]);
  expect(rendition?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(copy).toEqual(rendition);

  await stack.act(arrivedId, north.actor('clerk'), 'register');
  expect(await find('SELECT status, receive_no FROM delivery WHERE id = $1', deliveryId)).toEqual({ status: 'registered', receive_no: '1' });
  await eventually(() => find(`SELECT 1 FROM document WHERE letter_id = $1 AND role = 'stamped'`, arrivedId), 'the stamp');

  const answer = await sendLetter(north, south, { answers: arrivedId });
  // Sending the answer ends the work on the question.
  await eventually(() => find(`SELECT 1 FROM letter WHERE id = $1 AND status = 'ended' AND outcome = 'closed'`, arrivedId), 'the asked office closes');
  await arrived(answer.arrivedId);
  expect(await find('SELECT 1 AS one FROM letter_link WHERE from_letter_id = $1 AND to_letter_id = $2', answer.arrivedId, letterId)).toEqual({ one: 1 });
  await stack.act(answer.arrivedId, south.actor('clerk'), 'register');
  await eventually(() => find(`SELECT 1 FROM task WHERE letter_id = $1 AND kind = 'judge' AND status = 'open'`, letterId), 'the answer is to be judged');
  expect(await find('SELECT status, answer_no FROM delivery WHERE id = $1', deliveryId)).toEqual({ status: 'answered', answer_no: 'ลบ 0017.2/1' });
  await stack.act(letterId, south.actor('a-officer'), 'full');
  expect(await find('SELECT status, outcome FROM letter WHERE id = $1', letterId)).toEqual({ status: 'ended', outcome: 'closed' });
  expect(await find('SELECT verdict FROM delivery WHERE id = $1', deliveryId)).toEqual({ verdict: 'full' });
});

test('a letter sent back by the registry tells its sender why', async () => {
  const { letterId, deliveryId, arrivedId } = await sendLetter(south, north);
  await arrived(arrivedId);
  await stack.act(arrivedId, north.actor('clerk'), 'return', { content: { note: 'ไม่ใช่อำนาจหน้าที่' } });
  expect(await find('SELECT status, return_reason FROM delivery WHERE id = $1', deliveryId)).toEqual({ status: 'returned', return_reason: 'ไม่ใช่อำนาจหน้าที่' });
  await eventually(() => find(`SELECT 1 FROM task WHERE letter_id = $1 AND kind = 'judge' AND status = 'open'`, letterId), 'the sender is asked');
});

test('a letter recalled before it is registered leaves the registry it had reached', async () => {
  const { letterId, deliveryId, arrivedId } = await sendLetter(south, north);
  await arrived(arrivedId);
  const { seq } = (await find<{ seq: number }>('SELECT seq FROM letter WHERE id = $1', letterId))!;
  await stack.send(letterId, { type: 'recall', at: new Date().toISOString(), actor: south.actor('clerk'), seq, deliveryId, hasReason: true }, { reason: 'ส่งผิด' });
  await eventually(() => find(`SELECT 1 FROM letter WHERE id = $1 AND status = 'ended' AND outcome = 'cancelled'`, arrivedId), 'the receiver forgets it');
  expect(await find(`SELECT count(*)::int AS n FROM task WHERE letter_id = $1 AND status = 'open'`, arrivedId)).toEqual({ n: 0 });
  const late = stack.act(arrivedId, north.actor('clerk'), 'register').catch((error: unknown) => refusalCode(error) ?? String(error));
  expect(await late).toMatch(/no open task|LETTER_ENDED/);
});
