/**
 * The story that the product is made for, on the seeded offices and the real commit: a letter of OPS goes to Lop Buri and is
 * answered, with an acting appointment made in the middle.
 */
import type { Pool } from 'pg';
import { deliver } from '#activities/effects/deliver';
import type { EffectDeps } from '#activities/effects/effect';
import { withTransaction } from '#db/client';
import { createAppointment, endAppointment } from '#db/repositories/appointments';
import type { OutboxRow } from '#db/repositories/outbox';
import { seedBase } from '#db/seeds/base';
import { personId, seedDemo } from '#db/seeds/demo';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import type { Addressee } from '#domain/letter/content';
import type { LetterSignature } from '#domain/letter/signature';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { randomUUID } from 'node:crypto';
import { createPlayer, type Act, type PlayedLetter, type Player } from './player';

let database: TestDatabase;
let pool: Pool;
let player: Player;
let ours: PlayedLetter;
let theirs: PlayedLetter;
let answer: PlayedLetter;
let received: PlayedLetter;
let appointment: string;

const addressee = (office: string, name: string): Addressee => ({ deliveryId: randomUUID(), officeId: officeId(office), addressId: null, role: 'lead', name, address: '' });
const toLopburi = addressee('lopburi', 'ผู้ว่าราชการจังหวัดลพบุรี');
const toOps = addressee('ops', 'ปลัดกระทรวงมหาดไทย');
const asRecipients = ({ deliveryId, officeId: id, addressId, role }: Addressee) => [{ deliveryId, officeId: id, addressId, role }];

const tick = (): string => {
  const at = new Date().toISOString();
  player.setTime(at);
  return at;
};
const act = async (letter: PlayedLetter, step: Act): Promise<void> => {
  tick();
  await player.act(letter, step);
  await player.runTimers([ours, theirs, answer, received].filter((each) => each !== undefined), new Date().toISOString());
};
const waker = { wake: () => Promise.resolve(), carryOut: () => Promise.resolve() };
const arrive = async (deliveryId: string, office: string): Promise<PlayedLetter> => {
  const deps: EffectDeps = { pool, letters: waker, mailFolder: null, hasRenderer: false };
  await deliver(deps, { id: 1, payload: { deliveryId } } as unknown as OutboxRow);
  const { rows } = await pool.query<{ id: string }>('select to_letter_id as id from delivery where id = $1', [deliveryId]);
  tick();
  return player.adopt(rows[0]!.id, office);
};
const row = async (letter: PlayedLetter) =>
  (await pool.query<{ letterNo: string; receiveNo: string; status: string; signature: LetterSignature; ownerUnitId: string }>(
    'select letter_no as "letterNo", receive_no as "receiveNo", status, signature, owner_unit_id as "ownerUnitId" from letter where id = $1', [letter.id],
  )).rows[0]!;
/** Who may act on the open task at a node, by post code of whose inbox it is in. */
const holders = async (letter: PlayedLetter, node: string): Promise<string[]> =>
  (await pool.query<{ code: string }>(
    `select p.code from task t join post p on p.id = any(t.post_ids) where t.letter_id = $1 and t.node_id = $2 and t.status = 'open' order by p.code`, [letter.id, node],
  )).rows.map(({ code }) => code);

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
  player = createPlayer(pool);
}, 300_000);
afterAll(() => database.drop());

test('a letter of OPS is answered by Lop Buri, with an acting appointment made in the middle', async () => {
  await opsSends();
  await itArrives();
  await deputyDirects();
  await groupAnswers();
  await governorIsBack();
  await opsCloses();
}, 60_000);

/** OPS drafts, returns once, amends, signs for the Permanent Secretary, numbers under the owner unit and dispatches. */
async function opsSends(): Promise<void> {
  tick();
  ours = await player.begin({
    office: 'ops', post: 'ict-officer', direction: 'outgoing', kind: 'external_letter', urgency: 'urgent', subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์',
    toText: 'ผู้ว่าราชการจังหวัดลพบุรี', body: 'ด้วยสำนักงานปลัดกระทรวงมหาดไทย …', enclosures: ['แบบรายงาน จำนวน 1 ชุด'], addressees: [toLopburi], dateAsked: '2026-12-18',
  });
  await act(ours, { node: 'draft', outcome: 'submit', recipients: asRecipients(toLopburi) });
  await act(ours, { node: 'review', outcome: 'approve' });
  await act(ours, { node: 'chief', outcome: 'return', returnTo: 'draft', note: 'โปรดระบุช่วงเวลาที่ให้รายงาน' });
  await act(ours, { node: 'draft', outcome: 'submit' });
  await act(ours, { node: 'review', outcome: 'approve' });
  await act(ours, { node: 'chief', outcome: 'amend' });
  expect(await holders(ours, 'sign')).toEqual(['deputy-ps-2']);
  await act(ours, { node: 'sign', outcome: 'sign', signature: true });
  const { letterNo, signature } = await row(ours);
  expect(letterNo).toBe('มท 0210.2/1');
  expect(signature).toMatchObject({ postId: postId('ops', 'deputy-ps-2'), onBehalfOfTitleTh: 'ปลัดกระทรวงมหาดไทย' });
}

/** It arrives in the registry of Lop Buri by itself and takes a receive number that OPS sees. */
async function itArrives(): Promise<void> {
  theirs = await arrive(toLopburi.deliveryId, 'lopburi');
  expect(await holders(theirs, 'check')).toEqual(['registry-clerk']);
  await act(theirs, { node: 'check', outcome: 'register', facts: { proposedUnit: unitId('lopburi', 'strategy') } });
  const { rows } = await pool.query('select status, receive_no as "receiveNo" from delivery where id = $1', [toLopburi.deliveryId]);
  expect(rows).toEqual([{ status: 'registered', receiveNo: (await row(theirs)).receiveNo }]);
}

/** An acting appointment moves the open task to the deputy at once, who directs it downward. */
async function deputyDirects(): Promise<void> {
  await act(theirs, { node: 'propose', outcome: 'approve', note: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด' });
  expect(await holders(theirs, 'direct')).toEqual(['governor']);
  const by = { personId: personId('lopburi', 'ict-officer'), postId: postId('lopburi', 'ict-officer'), at: tick() };
  const deputy = {
    personId: personId('lopburi', 'deputy-governor-1'), postId: postId('lopburi', 'governor'), capacity: 'acting_for', ownPostId: postId('lopburi', 'deputy-governor-1'),
    orderNo: 'คำสั่งจังหวัดลพบุรี ที่ 81/2569', from: by.at, to: null,
  } as const;
  appointment = (await withTransaction(pool, (tx) => createAppointment(tx, { appointment: deputy, by }))).id;
  await act(theirs, { node: 'direct', outcome: 'assign', action: 'assigned', main: 'strategy', info: ['ict'], note: 'มอบกลุ่มงานยุทธศาสตร์ฯ ดำเนินการ', due: { unit: 'workingDays', amount: 5 } });
  const { rows } = await pool.query(`select capacity, person_id as "personId" from endorsement where letter_id = $1 and action = 'assigned'`, [theirs.id]);
  expect(rows).toEqual([{ capacity: 'acting_for', personId: personId('lopburi', 'deputy-governor-1') }]);
  const assigned = await pool.query('select role, receive_no as "receiveNo" from assignment where letter_id = $1 order by role', [theirs.id]);
  expect(assigned.rows).toEqual([{ role: 'info', receiveNo: '1' }, { role: 'main', receiveNo: '1' }]);
}

/** The group answers: a second opinion in parallel, amended in passing, signed and printed as acting. */
async function groupAnswers(): Promise<void> {
  await act(theirs, { node: 'appoint', outcome: 'approve', facts: { actingPerson: personId('lopburi', 'strategy-officer') } });
  tick();
  answer = await player.begin({
    office: 'lopburi', post: 'strategy-officer', direction: 'outgoing', kind: 'external_letter', subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์', toText: 'ปลัดกระทรวงมหาดไทย',
    body: 'ตามที่สำนักงานปลัดกระทรวงมหาดไทย …', addressees: [toOps], answers: theirs.id,
  });
  await act(answer, { node: 'draft', outcome: 'submit', recipients: asRecipients(toOps), facts: { proposedUnit: unitId('lopburi', 'ict') } });
  expect([await holders(answer, 'opinion'), await holders(answer, 'review-asked')]).toEqual([['ict-head'], ['strategy-head']]);
  await act(answer, { node: 'opinion', outcome: 'agree' });
  await act(answer, { node: 'review-asked', outcome: 'approve' });
  await act(answer, { node: 'chief', outcome: 'amend' });
  await act(answer, { node: 'sign', outcome: 'sign', signature: true });
  const { letterNo, signature } = await row(answer);
  expect(letterNo).toBe('ลบ 0017.2/1');
  expect(signature).toMatchObject({ capacity: 'acting_for', postTitleTh: 'ผู้ว่าราชการจังหวัดลพบุรี', ownPostTitleTh: 'รองผู้ว่าราชการจังหวัดลพบุรี (คนที่ 1)' });
  expect((await row(theirs)).status).toBe('ended');
}

/** When the appointment ends the governor acts again. */
async function governorIsBack(): Promise<void> {
  const at = tick();
  const by = { personId: personId('lopburi', 'ict-officer'), postId: postId('lopburi', 'ict-officer'), at };
  await withTransaction(pool, (tx) => endAppointment(tx, { id: appointment, endAt: at, by }));
  const waiting = await player.begin({
    office: 'lopburi', post: 'registry-clerk', direction: 'incoming', kind: 'external_letter', channel: 'post', subject: 'ขอเชิญประชุม', fromText: 'กรมการปกครอง', toText: 'ผู้ว่าราชการจังหวัดลพบุรี',
  });
  await act(waiting, { node: 'propose', outcome: 'approve' });
  await act(waiting, { node: 'direct', outcome: 'assign', action: 'noted' });
  const { rows } = await pool.query(`select person_id as "personId", capacity from endorsement where letter_id = $1 and action = 'noted'`, [waiting.id]);
  expect(rows).toEqual([{ personId: personId('lopburi', 'governor'), capacity: 'own' }]);
}

/** The answer takes one number at the registry of OPS and one in the owner division, and full closes the matter. */
async function opsCloses(): Promise<void> {
  received = await arrive(toOps.deliveryId, 'ops');
  await act(received, { node: 'check', outcome: 'register' });
  expect(await holders(received, 'route-reply')).toEqual(['registry-clerk']);
  await act(received, { node: 'route-reply', outcome: 'assign', action: 'proceed', main: 'ict' });
  const { rows } = await pool.query(
    `select b.unit_id as "unitId", e.printed from register_entry e join book b on b.id = e.book_id where e.letter_id = $1 order by b.unit_id nulls first`, [received.id],
  );
  expect(rows).toEqual([{ unitId: null, printed: '1' }, { unitId: unitId('ops', 'ict'), printed: '1' }]);
  expect(await holders(ours, 'follow-up')).toEqual(['ict-officer']);
  await act(ours, { node: 'follow-up', outcome: 'full' });
  expect((await row(ours)).status).toBe('ended');
}
