import type { CommitResult } from '#domain/messages';
import type { LetterEvent } from '#domain/route/events';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const INCOMING = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  {
    id: 'direct', type: 'assign', name: 'สั่งการ', assignee: { by: 'post', postCode: 'chief' }, actions: ['assigned'], returnTo: ['register'],
  },
  endNode,
], ['start register', 'register direct', 'direct end']);
const UNIT = route([
  startNode,
  { id: 'register', type: 'register', name: 'เลขรับหน่วยงาน', book: 'receive', owner: 'holder' },
  { id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'unitHead', unit: 'holder' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  endNode,
], ['start register', 'register work', 'work done end']);
const OUTGOING = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: { by: 'post', postCode: 'chief' }, returnTo: [] },
  { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
  { id: 'dispatch', type: 'dispatch', name: 'เวียน', recipients: { listCode: 'nobody', role: 'info' } },
  endNode,
], ['start sign', 'sign sign number', 'number dispatch', 'dispatch end']);

/** Signed and numbered, and sent to nobody. */
const ORDERED = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: { by: 'post', postCode: 'chief' }, returnTo: [] },
  { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
  endNode,
], ['start sign', 'sign sign number', 'number end']);

let database: TestDatabase;
let serial = 0;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database.drop());

/** Every test has an office, hence books, of its own. */
async function openOffice(): Promise<{ office: TestOffice; incoming: string; unit: string; outgoing: string }> {
  serial += 1;
  const office = await buildOffice(database.pool, smallOffice(`office-${serial}`));
  return {
    office,
    incoming: await buildRoute(database.pool, office, INCOMING, 'incoming'),
    unit: await buildRoute(database.pool, office, UNIT, 'unit'),
    outgoing: await buildRoute(database.pool, office, OUTGOING, 'outgoing'),
  };
}
async function begin(runner: Runner, office: TestOffice, routeVersionId: string, rest: { readonly direction?: string; readonly ownerUnit?: string } = {}): Promise<{ letterId: string; result: CommitResult }> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId, ...rest });
  const facts = { direction: rest.direction ?? 'incoming' };
  const result = await runner.send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk'), facts }));
  return { letterId, result };
}
type Entry = { no: number; year: number; date: string; printed: string; status: string };
const entries = async (bookCode: string, office: TestOffice): Promise<Entry[]> =>
  (
    await database.pool.query<Entry>(
      `SELECT e.no, e.year_be AS year, e.entry_date AS date, e.printed, e.status FROM register_entry e JOIN book b ON b.id = e.book_id
       WHERE b.office_id = $1 AND b.kind = $2 AND b.unit_id IS NULL ORDER BY e.year_be, e.no`,
      [office.id, bookCode],
    )
  ).rows;
const counters = async (office: TestOffice): Promise<{ year: number; last: number }[]> =>
  (
    await database.pool.query<{ year: number; last: number }>(
      `SELECT c.year_be AS year, c.last_no AS last FROM number_counter c JOIN book b ON b.id = c.book_id WHERE b.office_id = $1 AND b.unit_id IS NULL ORDER BY 1`,
      [office.id],
    )
  ).rows;
const oneToN = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

test('64 letters that are registered in one book at the same moment get exactly 1 to 64', async () => {
  const { office, incoming } = await openOffice();
  const runner = createRunner(database.pool);
  const prepared = await Promise.all(
    oneToN(64).map(async () => {
      const letterId = await buildLetter(database.pool, { office, routeVersionId: incoming });
      const event = startEvent({ letterId, office, routeVersionId: incoming, actor: office.actor('clerk') });
      const id = await writeCommand(database.pool, { letterId, event });
      return runner.prepare(letterId, { id, event });
    }),
  );
  const results = await Promise.all(prepared.map((input) => runner.activities.commitTransition(input)));
  const numbers = results.map((result) => Object.values(applied(result).outcome.numbers)[0]!.no);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(oneToN(64));
  expect((await entries('receive', office)).map(({ no }) => no)).toEqual(oneToN(64));
  expect((await counters(office))[0]?.last).toBe(64);
});

test('a register step reached again keeps the number it took', async () => {
  const { office, incoming } = await openOffice();
  const runner = createRunner(database.pool);
  const { letterId } = await begin(runner, office, incoming);
  applied(await runner.act(letterId, office.actor('chief'), 'return', { returnTo: 'register', content: { note: 'ลงรับใหม่' } }));
  expect((await entries('receive', office)).map(({ no }) => no)).toEqual([1]);
  expect((await runner.load(letterId)).numbers).toMatchObject({ 'f1/register': { cancelled: false } });
});

test('asked twice for one key, the commit gives the number that the key has', async () => {
  const { office, incoming } = await openOffice();
  const runner = createRunner(database.pool);
  const { letterId, result } = await begin(runner, office, incoming);
  const taken = applied(result).outcome.numbers['f1/register']!;
  // Should an engine ever ask again, the book must not grow.
  const task = await runner.task(letterId);
  const event: LetterEvent = { type: 'act', at: new Date().toISOString(), actor: office.actor('chief'), taskId: task.id, rev: 0, outcome: 'return', returnTo: 'register', hasNote: true };
  const id = await writeCommand(database.pool, { letterId, event });
  const input = await runner.prepare(letterId, { id, event });
  const again = { type: 'takeNumber', key: 'f1/register', book: 'receive', owner: 'office', unitId: null, node: 'register', acceptsDelivery: false } as const;
  const second = applied(await runner.activities.commitTransition({ ...input, effects: [...input.effects, again] }));
  expect(second.outcome.numbers['f1/register']).toEqual(taken);
  expect(await entries('receive', office)).toHaveLength(1);
});

describe('New Year at Bangkok midnight', () => {
  const LAST_MOMENT = new Date('2026-12-31T16:59:59.999Z');
  const MIDNIGHT = new Date('2026-12-31T17:00:00.000Z');

  test('the last number of the old year and the first of the new one are a millisecond apart', async () => {
    const { office, incoming } = await openOffice();
    await begin(createRunner(database.pool, { clock: () => LAST_MOMENT }), office, incoming);
    await begin(createRunner(database.pool, { clock: () => LAST_MOMENT }), office, incoming);
    await begin(createRunner(database.pool, { clock: () => MIDNIGHT }), office, incoming);
    expect((await entries('receive', office)).map(({ no, year, date }) => ({ no, year, date }))).toEqual([
      { no: 1, year: 2569, date: '2026-12-31' },
      { no: 2, year: 2569, date: '2026-12-31' },
      { no: 1, year: 2570, date: '2027-01-01' },
    ]);
  });

  test('whoever waits for the counter over midnight takes a number of the new year', async () => {
    const { office, incoming } = await openOffice();
    const readings = [LAST_MOMENT, MIDNIGHT];
    await begin(createRunner(database.pool, { clock: () => readings.shift() ?? MIDNIGHT }), office, incoming);
    expect((await entries('receive', office)).map(({ no, year, date }) => ({ no, year, date }))).toEqual([{ no: 1, year: 2570, date: '2027-01-01' }]);
    expect(await counters(office)).toEqual([{ year: 2569, last: 0 }, { year: 2570, last: 1 }]);
  });

  test('a clock that goes back never dates a number before the last one', async () => {
    const { office, incoming } = await openOffice();
    await begin(createRunner(database.pool, { clock: () => MIDNIGHT }), office, incoming);
    await begin(createRunner(database.pool, { clock: () => LAST_MOMENT }), office, incoming);
    expect((await entries('receive', office)).map(({ no, year, date }) => ({ no, year, date }))).toEqual([
      { no: 1, year: 2570, date: '2027-01-01' },
      { no: 2, year: 2570, date: '2027-01-01' },
    ]);
  });
});

test('each unit on the way gives its own receive number, and the first stays the letter’s', async () => {
  const { office, incoming, unit } = await openOffice();
  const runner = createRunner(database.pool);
  // So that the office's number and the unit's can be told apart.
  await begin(runner, office, incoming);
  const { letterId } = await begin(runner, office, incoming);
  const due = { unit: 'workingDays', amount: 3 } as const;
  applied(
    await runner.act(letterId, office.actor('chief'), 'assign', {
      action: 'assigned', due, picks: [{ unitId: office.unit('group-a'), role: 'main', routeVersionId: unit }], content: { note: 'มอบกลุ่มงานยุทธศาสตร์' },
    }),
  );
  const { rows } = await database.pool.query('SELECT unit_id, receive_no, role, action, due_at IS NOT NULL AS due, closed_at FROM assignment WHERE letter_id = $1', [letterId]);
  expect(rows).toEqual([{ unit_id: office.unit('group-a'), receive_no: '1', role: 'main', action: 'assigned', due: true, closed_at: null }]);
  const { rows: numbers } = await database.pool.query('SELECT count(DISTINCT book_id)::int AS books, count(*)::int AS n FROM register_entry WHERE letter_id = $1', [letterId]);
  expect(numbers).toEqual([{ books: 2, n: 2 }]);
  const { rows: letters } = await database.pool.query('SELECT receive_no FROM letter WHERE id = $1', [letterId]);
  expect(letters).toEqual([{ receive_no: '2' }]);
  applied(await runner.act(letterId, office.actor('a-head'), 'done'));
  const { rows: closed } = await database.pool.query('SELECT outcome, closed_at IS NOT NULL AS closed FROM assignment WHERE letter_id = $1', [letterId]);
  expect(closed).toEqual([{ outcome: 'closed', closed: true }]);
});

test('a unit without a book of its own cannot give a number, and nothing of the assignment is written', async () => {
  const { office, incoming, unit } = await openOffice();
  const runner = createRunner(database.pool);
  const { letterId } = await begin(runner, office, incoming);
  const refused = await runner.act(letterId, office.actor('chief'), 'assign', {
    action: 'assigned', picks: [{ unitId: office.unit('group-b'), role: 'main', routeVersionId: unit }],
  });
  expect(refused).toMatchObject({ kind: 'refused', code: 'BOOK_NOT_FOUND' });
  const { rows } = await database.pool.query('SELECT (SELECT count(*)::int FROM assignment WHERE letter_id = $1) AS assignments, seq FROM letter WHERE id = $1', [letterId]);
  expect(rows).toEqual([{ assignments: 0, seq: 1 }]);
});

test('a book to practise in numbers no real letter, though it is the newest and a row names it', async () => {
  const { office, incoming } = await openOffice();
  const { rows } = await database.pool.query<{ id: string }>(
    `INSERT INTO book (office_id, kind, name_th, name_en, valid_from, is_test) VALUES ($1, 'receive', 'ทะเบียนทดสอบ', 'Practice', '2019-01-01', true) RETURNING id`, [office.id]);
  await database.pool.query(`INSERT INTO book_rule (office_id, sort_order, book_kind, book_id) VALUES ($1, -1, 'receive', $2)`, [office.id, rows[0]!.id]);
  const { result } = await begin(createRunner(database.pool), office, incoming);
  applied(result);
  const { rows: taken } = await database.pool.query(`SELECT b.is_test AS "isTest", e.no FROM register_entry e JOIN book b ON b.id = e.book_id WHERE b.office_id = $1`, [office.id]);
  expect(taken).toEqual([{ isTest: false, no: 1 }]);
});

test('a book held after a restore gives no number', async () => {
  const { office, incoming } = await openOffice();
  await database.pool.query(`UPDATE book SET is_held = true WHERE office_id = $1 AND kind = 'receive'`, [office.id]);
  const { result } = await begin(createRunner(database.pool), office, incoming);
  expect(result).toMatchObject({ kind: 'refused', code: 'BOOK_HELD' });
  expect(await entries('receive', office)).toEqual([]);
});

test('the number bears the code of the unit that owns the matter and is burnt by no refusal', async () => {
  const { office, outgoing } = await openOffice();
  const runner = createRunner(database.pool);
  const { letterId } = await begin(runner, office, outgoing, { direction: 'outgoing', ownerUnit: office.unit('group-a') });
  // Signing numbers and sends in one act; the list has nobody on it, so all of it is refused.
  expect(await runner.act(letterId, office.actor('chief'), 'sign', { signature: true })).toMatchObject({ kind: 'refused', code: 'RECIPIENTS_REQUIRED' });
  expect(await entries('send', office)).toEqual([]);
  expect((await counters(office)).filter(({ last }) => last > 0)).toEqual([]);
  await database.pool.query(`INSERT INTO distribution_list (office_id, code, name_th, name_en, members) VALUES ($1, 'nobody', 'เวียน', 'All', $2)`, [
    office.id, JSON.stringify([{ officeId: office.id, role: 'info' }]),
  ]);
  applied(await runner.act(letterId, office.actor('chief'), 'sign', { signature: true }));
  expect(await entries('send', office)).toEqual([expect.objectContaining({ no: 1, printed: 'ลบ 0017.2/1', status: 'issued' })]);
  const { rows } = await database.pool.query('SELECT letter_no, signature->>$2 AS signer FROM letter WHERE id = $1', [letterId, 'postTitleTh']);
  expect(rows).toEqual([{ letter_no: 'ลบ 0017.2/1', signer: 'ตำแหน่ง chief' }]);
});

test('a cancelled number stays in its book with who and why', async () => {
  const { office, incoming } = await openOffice();
  const runner = createRunner(database.pool);
  const { letterId } = await begin(runner, office, incoming);
  const cancel: LetterEvent = { type: 'cancelNumber', at: new Date().toISOString(), actor: office.actor('clerk'), seq: 1, hasReason: true, key: 'f1/register' };
  applied(await runner.send(letterId, cancel, { reason: 'ลงรับซ้ำ' }));
  const { rows } = await database.pool.query('SELECT status, cancel_reason, cancelled_by FROM register_entry WHERE letter_id = $1', [letterId]);
  expect(rows).toEqual([{ status: 'cancelled', cancel_reason: 'ลงรับซ้ำ', cancelled_by: office.person('clerk') }]);
  const { rows: letters } = await database.pool.query('SELECT receive_no FROM letter WHERE id = $1', [letterId]);
  expect(letters).toEqual([{ receive_no: null }]);
  // The step reached again takes the next number: the cancelled one is never used again.
  applied(await runner.act(letterId, office.actor('chief'), 'return', { returnTo: 'register', content: { note: 'ลงรับใหม่' } }));
  expect((await entries('receive', office)).map(({ no, status }) => [no, status])).toEqual([[1, 'cancelled'], [2, 'issued']]);
});

test('the office’s table names the book: a row counts only where all that it asks for fits', async () => {
  const { office, outgoing } = await openOffice();
  const runner = createRunner(database.pool);
  await database.pool.query(`INSERT INTO distribution_list (office_id, code, name_th, name_en, members) VALUES ($1, 'nobody', 'เวียน', 'All', $2)`, [
    office.id, JSON.stringify([{ officeId: office.id, role: 'info' }]),
  ]);
  await database.pool.query('DELETE FROM book_rule WHERE office_id = $1', [office.id]);
  /** Puts a row before all others, which names a new book; answers the book. */
  let order = 100;
  const rule = async (asks: { readonly kind?: string; readonly signer?: string; readonly owner?: string }): Promise<string> => {
    const { rows } = await database.pool.query<{ id: string }>(
      `INSERT INTO book (office_id, kind, name_th, name_en, valid_from) VALUES ($1, 'send', 'ทะเบียนอื่น', 'Other', '2000-01-01') RETURNING id`, [office.id]);
    await database.pool.query(`INSERT INTO book_rule (office_id, sort_order, book_kind, letter_kind, signer_post_id, owner_unit_id, book_id) VALUES ($1, $2, 'send', $3, $4, $5, $6)`, [
      office.id, (order -= 1), asks.kind ?? null, asks.signer ?? null, asks.owner ?? null, rows[0]?.id,
    ]);
    return rows[0]?.id ?? '';
  };
  const bookOfNext = async (): Promise<string | undefined> => {
    const { letterId } = await begin(runner, office, outgoing, { direction: 'outgoing', ownerUnit: office.unit('group-a') });
    applied(await runner.act(letterId, office.actor('chief'), 'sign', { signature: true }));
    return (await database.pool.query<{ id: string }>('SELECT book_id AS id FROM register_entry WHERE letter_id = $1', [letterId])).rows[0]?.id;
  };
  const fits = await rule({ kind: 'external_letter', signer: office.post('chief'), owner: office.unit('group-a') });
  await rule({ kind: 'order' });
  await rule({ signer: office.post('clerk') });
  await rule({ owner: office.unit('group-b') });
  expect(await bookOfNext()).toBe(fits);
  const all = await rule({});
  expect(await bookOfNext()).toBe(all);
});

describe('books that an administrator opened', () => {
  /** A committee's send book, for letters of one unit. */
  async function openCommittee(office: TestOffice, validTo: string | null = null): Promise<string> {
    const { rows } = await database.pool.query<{ id: string }>(
      `insert into book (office_id, kind, name_th, name_en, issuer_name, committee_code, valid_from, valid_to) values ($1, 'send', 'ก', '', 'คณะกรรมการ', 'กปร', '2020-01-01', $2) returning id`, [office.id, validTo],
    );
    return rows[0]!.id;
  }
  const number = async (office: TestOffice, versionId: string): Promise<string> => {
    const runner = createRunner(database.pool);
    const { letterId } = await begin(runner, office, versionId, { direction: 'outgoing' });
    const result = applied(await runner.act(letterId, office.actor('chief'), 'sign', { signature: true }));
    return Object.values(result.outcome.numbers)[0]!.printed;
  };

  test("a committee's number carries its code, and only letters that a row names take one", async () => {
    const { office } = await openOffice();
    const outgoing = await buildRoute(database.pool, office, ORDERED, 'ordered');
    const bookId = await openCommittee(office);
    expect(await number(office, outgoing)).not.toContain('กปร');
    await database.pool.query(`insert into book_rule (office_id, sort_order, book_kind, book_id) values ($1, -1, 'send', $2)`, [office.id, bookId]);
    expect(await number(office, outgoing)).toContain('(กปร)');
  });

  test('a closed book is passed over, with the rows that name it', async () => {
    const { office } = await openOffice();
    const outgoing = await buildRoute(database.pool, office, ORDERED, 'ordered');
    const today = (await database.pool.query<{ today: string }>(`select (clock_timestamp() at time zone 'Asia/Bangkok')::date::text as today`)).rows[0]!.today;
    const bookId = await openCommittee(office, today);
    await database.pool.query(`insert into book_rule (office_id, sort_order, book_kind, book_id) values ($1, -1, 'send', $2)`, [office.id, bookId]);
    expect(await number(office, outgoing)).not.toContain('กปร');
  });

  test('the pattern of the day prints the number', async () => {
    const { office } = await openOffice();
    const outgoing = await buildRoute(database.pool, office, ORDERED, 'ordered');
    await database.pool.query(
      `insert into book_pattern (book_id, from_day, pattern) select id, d, p from book cross join (select (clock_timestamp() at time zone 'Asia/Bangkok')::date as today) t cross join lateral (values ('2021-01-01'::date, 'เก่า {n}'), (today, 'ใหม่ {n}'), (today + 1, 'พรุ่งนี้ {n}')) v(d, p) where office_id = $1 and kind = 'send'`, [office.id],
    );
    expect(await number(office, outgoing)).toMatch(/^ใหม่ \d+$/);
  });
});
