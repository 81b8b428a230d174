import { randomUUID } from 'node:crypto';
import { withTransaction } from '#db/client';
import * as blocks from '#db/repositories/number-blocks';
import type { BookRow } from '#db/repositories/registers';
import { bookId } from '#db/seeds/insert-offices';
import type { CommitResult } from '#domain/messages';
import { checkBook, entryOf, isSound } from '#domain/numbering/entries';
import { endNode, route, startNode } from '#domain/route/testing/build';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';

jest.setTimeout(120_000);

const INCOMING = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  { id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'post', postCode: 'chief' }, outcomes: [{ code: 'done', name: 'เสร็จ' }], returnTo: ['register'] },
  endNode,
], ['start register', 'register work', 'work done end']);
const OUTGOING = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: { by: 'post', postCode: 'chief' }, returnTo: [], canReject: true },
  { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
  endNode,
  { id: 'rejected', type: 'end', name: 'ไม่ลงนาม', outcome: 'rejected' },
], ['start sign', 'sign sign number', 'sign reject rejected', 'number end']);

const MORNING = new Date('2026-11-21T02:00:00.000Z');
const AFTERNOON = new Date('2026-11-21T08:00:00.000Z');
const NEXT_DAY = new Date('2026-11-22T02:00:00.000Z');

let database: TestDatabase;
let serial = 0;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database.drop());

type Desk = { readonly office: TestOffice; readonly incoming: string; readonly outgoing: string; readonly book: (code: string) => BookRow };
async function openDesk(): Promise<Desk> {
  serial += 1;
  const office = await buildOffice(database.pool, smallOffice(`desk-${serial}`));
  // Of a book the repository asks for no more than whose it is.
  const book = (code: string) => ({ id: bookId(office.code, code), office: { id: office.id } }) as unknown as BookRow;
  return { office, incoming: await buildRoute(database.pool, office, INCOMING, 'incoming'), outgoing: await buildRoute(database.pool, office, OUTGOING, 'outgoing'), book };
}
const by = ({ office }: Desk, at: Date, who = 'clerk'): blocks.By => ({ personId: office.person(who), postId: office.post(who), at: at.toISOString() });

type Reserved = { readonly blockId: string; readonly ids: readonly string[] };
async function reserve(desk: Desk, code: string, count: number, rest: { readonly at?: Date; readonly kind?: 'reserved' | 'outage'; readonly until?: string } = {}): Promise<Reserved> {
  const id = randomUUID();
  const { at = MORNING, kind = 'reserved', until = null } = rest;
  await withTransaction(database.pool, (tx) => blocks.reserveBlock(tx, { id, book: desk.book(code), yearBe: 2569, kind, count, reason: 'รอลงนามเรื่องด่วน', forWhom: '', until, by: by(desk, at) }));
  const { rows } = await database.pool.query<{ id: string }>('select id from register_entry where block_id = $1 order by no', [id]);
  return { blockId: id, ids: rows.map((row) => row.id) };
}
type Keep = { readonly code: string; readonly block: Reserved; readonly nth?: number; readonly letterId: string | null; readonly at?: Date; readonly who?: string; readonly reason?: string; readonly usedAt?: string };
const keep = (desk: Desk, { code, block, nth = 0, letterId, at = MORNING, who, reason = 'ลงนามภายหลัง', usedAt }: Keep): Promise<void> =>
  withTransaction(database.pool, (tx) => blocks.keepNumber(tx, { book: desk.book(code), yearBe: 2569, blockId: block.blockId, entryId: block.ids[nth]!, letterId, reason, usedAt: usedAt ?? null, by: by(desk, at, who) }));
const cancelRest = (desk: Desk, code: string, { blockId }: Reserved): Promise<void> =>
  withTransaction(database.pool, (tx) => blocks.cancelBlockNumbers(tx, { book: desk.book(code), yearBe: 2569, blockId, numbers: null, reason: 'ไม่ได้ใช้', by: by(desk, AFTERNOON) }));

const newLetter = ({ office, incoming, outgoing }: Desk, direction: 'incoming' | 'outgoing'): Promise<string> =>
  buildLetter(database.pool, { office, routeVersionId: direction === 'incoming' ? incoming : outgoing, direction });
const start = (desk: Desk, runner: Runner, letterId: string, direction: 'incoming' | 'outgoing'): Promise<CommitResult> =>
  runner.send(letterId, startEvent({ letterId, office: desk.office, routeVersionId: desk[direction], actor: desk.office.actor('clerk'), facts: { direction } }));
async function toSign(desk: Desk, runner: Runner): Promise<string> {
  const letterId = await newLetter(desk, 'outgoing');
  applied(await start(desk, runner, letterId, 'outgoing'));
  return letterId;
}
const sign = (desk: Desk, runner: Runner, letterId: string): Promise<CommitResult> => runner.act(letterId, desk.office.actor('chief'), 'sign', { signature: true });

type Row = { no: number; status: string; date: string; printed: string; letterId: string | null; givenTo: string | null; takenAt: string };
const rowsOf = async (desk: Desk, code: string): Promise<Row[]> =>
  (await database.pool.query<Row>('select no, status, entry_date as date, printed, letter_id as "letterId", given_to as "givenTo", taken_at as "takenAt" from register_entry where book_id = $1 order by no', [desk.book(code).id])).rows;
const short = async (desk: Desk, code: string): Promise<readonly (readonly [number, string, string])[]> => (await rowsOf(desk, code)).map(({ no, status, date }) => [no, status, date] as const);

test('a letter takes the number kept for it when it is signed, others go on after the block', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => AFTERNOON });
  const block = await reserve(desk, 'send', 2);
  const letterId = await toSign(desk, runner);
  await keep(desk, { code: 'send', block, nth: 1, letterId });
  const other = await toSign(desk, runner);
  expect(applied(await sign(desk, runner, other)).outcome.numbers['f1/number']).toMatchObject({ no: 3, date: '2026-11-21' });
  expect(applied(await sign(desk, runner, letterId)).outcome.numbers['f1/number']).toMatchObject({ no: 2, printed: 'ลบ 0017/2', date: '2026-11-21' });
  expect(await short(desk, 'send')).toEqual([[1, 'reserved', '2026-11-21'], [2, 'issued', '2026-11-21'], [3, 'issued', '2026-11-21']]);
  const { rows } = await database.pool.query('select letter_no as no, to_char(letter_date, \'YYYY-MM-DD\') as date from letter where id = $1', [letterId]);
  expect(rows).toEqual([{ no: 'ลบ 0017/2', date: '2026-11-21' }]);
});

test('a reserved number whose day has closed is not dated back in silence: the letter takes the next one', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => NEXT_DAY });
  const block = await reserve(desk, 'send', 1);
  const letterId = await toSign(desk, runner);
  await keep(desk, { code: 'send', block, letterId });
  expect(applied(await sign(desk, runner, letterId)).outcome.numbers['f1/number']).toMatchObject({ no: 2, date: '2026-11-22' });
  // The letter has ended: what was kept for it is free to be cancelled.
  expect((await rowsOf(desk, 'send'))[0]).toMatchObject({ no: 1, status: 'reserved', givenTo: null });
});

test('within its days a number is dated back by two people, never by one', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => NEXT_DAY });
  const block = await reserve(desk, 'send', 2, { until: '2026-11-25' });
  const [own, two] = [await toSign(desk, runner), await toSign(desk, runner)];
  await keep(desk, { code: 'send', block, letterId: own, who: 'chief' });
  await keep(desk, { code: 'send', block, nth: 1, letterId: two });
  expect(await sign(desk, runner, own)).toMatchObject({ kind: 'refused', code: 'SECOND_PERSON_REQUIRED' });
  expect(applied(await sign(desk, runner, two)).outcome.numbers['f1/number']).toMatchObject({ no: 2, date: '2026-11-21' });
  expect((await rowsOf(desk, 'send'))[0]).toMatchObject({ status: 'reserved', letterId: null });
});

describe('a letter that is started with a reserved number', () => {
  test('takes it, or is refused when it is numbered elsewhere or the day has closed, and no number is burnt', async () => {
    const desk = await openDesk();
    const late = createRunner(database.pool, { clock: () => NEXT_DAY });
    const runner = createRunner(database.pool, { clock: () => AFTERNOON });
    const [receive, send] = [await reserve(desk, 'receive', 2), await reserve(desk, 'send', 1)];
    const [first, elsewhere, closed] = [await newLetter(desk, 'incoming'), await newLetter(desk, 'incoming'), await newLetter(desk, 'incoming')];
    await keep(desk, { code: 'receive', block: receive, letterId: first });
    await keep(desk, { code: 'send', block: send, letterId: elsewhere });
    await keep(desk, { code: 'receive', block: receive, nth: 1, letterId: closed });
    expect(applied(await start(desk, runner, first, 'incoming')).outcome.numbers['f1/register']).toMatchObject({ no: 1, printed: '1' });
    expect(await start(desk, runner, elsewhere, 'incoming')).toMatchObject({ kind: 'refused', code: 'NUMBER_OTHER_BOOK' });
    expect(await start(desk, late, closed, 'incoming')).toMatchObject({ kind: 'refused', code: 'NUMBER_NOT_RESERVED' });
    expect(await short(desk, 'receive')).toEqual([[1, 'issued', '2026-11-21'], [2, 'reserved', '2026-11-21']]);
    // What was kept for a letter that never began may be given to another.
    const again = await newLetter(desk, 'incoming');
    await keep(desk, { code: 'receive', block: receive, nth: 1, letterId: again });
    await database.pool.query(`update command set status = 'rejected' where letter_id = $1`, [closed]);
    expect(applied(await start(desk, runner, again, 'incoming')).outcome.numbers['f1/register']).toMatchObject({ no: 2 });
  });

  test('from an outage sheet is dated and received when it was written on paper', async () => {
    const desk = await openDesk();
    const block = await reserve(desk, 'receive', 3, { kind: 'outage' });
    const letterId = await newLetter(desk, 'incoming');
    const usedAt = '2026-11-21T09:15:00.000Z';
    await expect(keep(desk, { code: 'receive', block, letterId, at: NEXT_DAY })).rejects.toThrow('USED_AT_REQUIRED');
    await keep(desk, { code: 'receive', block, nth: 1, letterId, at: NEXT_DAY, usedAt });
    const runner = createRunner(database.pool, { clock: () => NEXT_DAY });
    expect(applied(await start(desk, runner, letterId, 'incoming')).outcome.numbers['f1/register']).toMatchObject({ no: 2, date: '2026-11-21' });
    expect((await rowsOf(desk, 'receive'))[1]).toMatchObject({ status: 'issued', takenAt: usedAt });
    const { rows } = await database.pool.query<{ at: string }>('select received_at as at from letter where id = $1', [letterId]);
    expect(rows[0]!.at).toBe(usedAt);
    const tooEarly = await newLetter(desk, 'incoming');
    await keep(desk, { code: 'receive', block, letterId: tooEarly, at: NEXT_DAY, usedAt: '2026-11-20T09:15:00.000Z' });
    expect(await start(desk, runner, tooEarly, 'incoming')).toMatchObject({ kind: 'refused', code: 'USED_AT_OUTSIDE' });
  });
});

test('a number kept for a letter that ends unsigned is free again, and is given to another', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => AFTERNOON });
  const block = await reserve(desk, 'send', 1);
  const [dropped, next] = [await toSign(desk, runner), await toSign(desk, runner)];
  await keep(desk, { code: 'send', block, letterId: dropped });
  await expect(keep(desk, { code: 'send', block, letterId: next })).rejects.toThrow('NUMBER_GIVEN');
  applied(await runner.act(dropped, desk.office.actor('chief'), 'reject'));
  expect(await rowsOf(desk, 'send')).toMatchObject([{ status: 'reserved', givenTo: null, letterId: null }]);
  await keep(desk, { code: 'send', block, letterId: next });
  expect(applied(await sign(desk, runner, next)).outcome.numbers['f1/number']).toMatchObject({ no: 1 });
});

test('the number of a letter that is cancelled stays cancelled, also a reserved one and in a held book; the letter takes the next', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => AFTERNOON });
  const block = await reserve(desk, 'receive', 1);
  const letterId = await newLetter(desk, 'incoming');
  await keep(desk, { code: 'receive', block, letterId });
  const { seq } = (applied(await start(desk, runner, letterId, 'incoming')), await runner.load(letterId));
  await database.pool.query('update book set is_held = true where id = $1', [desk.book('receive').id]);
  const cancel = { type: 'cancelNumber', at: AFTERNOON.toISOString(), actor: desk.office.actor('clerk'), seq, key: 'f1/register', hasReason: true } as const;
  applied(await runner.send(letterId, cancel, { reason: 'ลงรับผิดเล่ม' }));
  expect(await short(desk, 'receive')).toEqual([[1, 'cancelled', '2026-11-21']]);
  await expect(keep(desk, { code: 'receive', block, letterId })).rejects.toThrow('NUMBER_NOT_RESERVED');
  await database.pool.query('update book set is_held = false where id = $1', [desk.book('receive').id]);
  applied(await runner.act(letterId, desk.office.actor('chief'), 'return', { returnTo: 'register', content: { note: 'ลงรับใหม่' } }));
  expect(await short(desk, 'receive')).toEqual([[1, 'cancelled', '2026-11-21'], [2, 'issued', '2026-11-21']]);
});

test('what is left of a block is cancelled, seen, and never used again', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => AFTERNOON });
  const block = await reserve(desk, 'send', 3);
  const letterId = await toSign(desk, runner);
  await keep(desk, { code: 'send', block, nth: 1, letterId });
  applied(await sign(desk, runner, letterId));
  await cancelRest(desk, 'send', block);
  expect(await short(desk, 'send')).toEqual([[1, 'cancelled', '2026-11-21'], [2, 'issued', '2026-11-21'], [3, 'cancelled', '2026-11-21']]);
  const other = await toSign(desk, runner);
  await expect(keep(desk, { code: 'send', block, letterId: other })).rejects.toThrow('NUMBER_NOT_RESERVED');
  expect(applied(await sign(desk, runner, other)).outcome.numbers['f1/number']).toMatchObject({ no: 4 });
});

test('numbers asked for in a closed year are refused, and nothing is reserved', async () => {
  const desk = await openDesk();
  const ask = (yearBe: number) => withTransaction(database.pool, (tx) => blocks.reserveBlock(tx, { id: randomUUID(), book: desk.book('send'), yearBe, kind: 'reserved', count: 1, reason: 'ขอเลขย้อนหลัง', forWhom: '', until: null, by: by(desk, MORNING) }));
  await expect(ask(2568)).rejects.toMatchObject({ code: 'BOOK_YEAR_CLOSED', details: { yearBe: 2568, current: 2569 } });
  await expect(ask(2570)).rejects.toMatchObject({ code: 'BOOK_YEAR_CLOSED' });
  expect(await rowsOf(desk, 'send')).toEqual([]);
});

test('eight clerks who number, reserve, keep and cancel at the same moments leave no gap and no double', async () => {
  const desk = await openDesk();
  const runner = createRunner(database.pool, { clock: () => AFTERNOON });
  const eight = Array.from({ length: 8 }, (_, nth) => nth);
  await Promise.all(eight.map(async (nth) => {
    for (let round = 0; round < 4; round += 1) {
      const block = await reserve(desk, 'send', 1 + ((nth + round) % 3));
      const [kept, plain] = [await toSign(desk, runner), await toSign(desk, runner)];
      await keep(desk, { code: 'send', block, letterId: kept });
      await Promise.all([sign(desk, runner, kept).then(applied), sign(desk, runner, plain).then(applied), round % 2 === 0 ? cancelRest(desk, 'send', block).catch(() => undefined) : undefined]);
    }
  }));
  const rows = await rowsOf(desk, 'send');
  expect(rows.map(({ no }) => no)).toEqual(rows.map((_, index) => index + 1));
  const letters = rows.filter(({ status }) => status === 'issued').map(({ letterId }) => letterId);
  expect([letters.length, new Set(letters).size]).toEqual([64, 64]);
  const entries = rows.map(({ no, status, date, letterId }) => entryOf({ no, yearBe: 2569, date, status: status as 'issued', letterId, taken: { actorId: 'x', reason: 'x', at: '' } }));
  expect(checkBook(entries.map((entry) => (entry.status === 'cancelled' ? { ...entry, cancelled: entry.taken } : entry))).every(isSound)).toBe(true);
});
