import { randomUUID } from 'node:crypto';
import type { Matter } from '#domain/contracts/matters';
import type { LetterPage } from '#domain/contracts/letter-page';
import { listDelivery, listLetter, listTask } from '#test/support/listed-letters';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';
import { insertRows } from '#db/seeds/insert-rows';
import { postId } from '#db/seeds/insert-offices';

jest.setTimeout(120_000);
let app: TestApp;
let clerk: Person;
let officer: Person;
let stranger: Person;
beforeAll(async () => {
  app = await openTestApp();
  clerk = await signIn(app, 'lopburi.registry.clerk');
  officer = await signIn(app, 'lopburi.ict.officer');
  stranger = await signIn(app, 'ops.ict.officer');
});
afterAll(() => app.close());

const letter = (args: Partial<Parameters<typeof listLetter>[1]> = {}) => listLetter(app.pool, { office: 'lopburi', createdAt: '2026-10-01T03:00:00.000Z', ...args });
const answers = (fromLetterId: string, toLetterId: string, at = '2026-10-02T03:00:00.000Z') =>
  insertRows(app.pool, 'letter_link', [{ from_letter_id: fromLetterId, to_letter_id: toLetterId, kind: 'answers', created_at: at }]);
const cites = (id: string, reference: { readonly letterNo: string; readonly date: string | null; readonly letterId?: string }) =>
  app.pool.query('update letter set "references" = $2 where id = $1', [id, JSON.stringify([{ letterId: null, ...reference }])]);
const matter = async (person: Person, id: string, on?: string): Promise<Matter> => ok(await person.get<Matter>(`/letters/${id}/matter${on === undefined ? '' : `?on=${on}`}`));
const idsOf = async (person: Person, id: string, on?: string): Promise<readonly string[]> => (await matter(person, id, on)).letters.map(({ letterId }) => letterId);
const link = (person: Person, one: string, other: string, reason = 'เรื่องเดียวกัน') => person.post<Matter & { readonly code: string }>(`/letters/${one}/matter`, { letterId: other, reason });
const unlink = (person: Person, id: string, linkId: string, reason = 'เชื่อมผิดฉบับ') => person.post<Matter & { readonly code: string }>(`/letters/${id}/matter/${linkId}/removal`, { reason });
const trail = async (linkId: string) =>
  (await app.pool.query<{ kind: string; letterId: string }>(`select kind, data->>'letterId' as "letterId" from audit_event where data->>'linkId' = $1 order by id`, [linkId])).rows;

describe('what belongs to a matter', () => {
  test('answers, answers to answers and letters of the same exchange, in order of time, from whichever one asks', async () => {
    const first = await letter({ subject: 'ขอข้อมูล' });
    const second = await letter({ createdAt: '2026-10-03T03:00:00.000Z', direction: 'outgoing' });
    const third = await letter({ createdAt: '2026-10-02T03:00:00.000Z' });
    const same = await letter({ createdAt: '2026-10-04T03:00:00.000Z' });
    await letter({ subject: 'งานอื่น' });
    await answers(second, first);
    await answers(third, second);
    await app.pool.query('update letter set correlation_id = (select correlation_id from letter where id = $1) where id = $2', [third, same]);
    for (const id of [first, second, third, same]) expect(await idsOf(clerk, id)).toEqual([first, third, second, same]);
    expect((await matter(clerk, first)).links).toEqual(expect.arrayContaining([{ fromLetterId: second, toLetterId: first, kind: 'answers' }]));
  });

  test.each([
    ['its own number, spaced otherwise', { letterNo: 'ลบ 0017.2/901', letterDate: '2026-09-01' }, 'ลบ0017.2 / 901', '2026-09-01', true],
    ['the number of its sender', { theirNo: 'มท 0210.2/902', theirDate: '2026-09-02' }, 'มท 0210.2/902', '2026-09-02', true],
    ['the same number of another year', { letterNo: 'ลบ 0017.2/903', letterDate: '2025-09-03' }, 'ลบ 0017.2/903', '2026-09-03', false],
    ['a number without its day', { letterNo: 'ลบ 0017.2/904', letterDate: '2026-09-04' }, 'ลบ 0017.2/904', null, false],
  ])('a reference by %s', async (_what, named, letterNo, date, isOne) => {
    const old = await letter(named);
    const refers = await letter();
    await cites(refers, { letterNo, date });
    expect((await idsOf(clerk, refers)).includes(old)).toBe(isOne);
    expect((await idsOf(clerk, old)).includes(refers)).toBe(isOne);
    const page = ok(await clerk.get<LetterPage>(`/letters/${refers}`));
    expect(page.links.map(({ letterId, kind }) => [letterId, kind])).toEqual(isOne ? [[old, 'refers']] : []);
  });

  test('where each letter lies and how it stands', async () => {
    const id = await letter({ status: 'held', receiveNo: '55' });
    await listTask(app.pool, { letterId: id, office: 'lopburi', posts: ['ict-officer'], dueAt: null, openedAt: '2026-10-05T02:00:00.000Z' });
    expect((await matter(clerk, id)).letters).toMatchObject([{ letterId: id, status: 'held', receiveNo: '55', office: { code: 'lopburi' }, holders: [{ since: '2026-10-05T02:00:00.000Z' }] }]);
  });

  test('another office’s letter shows as what its delivery tells, and as itself to whoever may read it', async () => {
    const sent = await letter({ direction: 'outgoing', letterNo: 'ลบ 0017.2/77', letterDate: '2026-10-01' });
    const there = await listLetter(app.pool, { office: 'ops', subject: 'ของส่วนกลาง', readers: ['ict-officer'], createdAt: '2026-10-03T03:00:00.000Z' });
    const delivery = await listDelivery(app.pool, { letterId: sent, from: 'lopburi', to: 'ops', sentAt: '2026-10-02T03:00:00.000Z', status: 'registered', receiveNo: '4711', registeredAt: '2026-10-03T03:00:00.000Z' });
    await app.pool.query('update delivery set to_letter_id = $2 where id = $1', [delivery, there]);
    await app.pool.query('update letter set delivery_id = $2, correlation_id = (select correlation_id from letter where id = $3) where id = $1', [there, delivery, sent]);
    const ours = await matter(clerk, sent);
    expect(ours.letters.map(({ letterId }) => letterId)).toEqual([sent]);
    expect(ours.exchanges).toMatchObject([{ deliveryId: delivery, letterId: sent, side: 'sent', number: '4711', status: 'registered', registeredAt: '2026-10-03T03:00:00.000Z' }]);
    expect(JSON.stringify(ours)).not.toContain('ของส่วนกลาง');
    const theirs = await matter(stranger, there);
    expect(theirs.letters.map(({ letterId }) => letterId)).toEqual([there]);
    expect(theirs.exchanges).toMatchObject([{ deliveryId: delivery, letterId: there, side: 'came', number: 'ลบ 0017.2/77', name: { th: expect.stringContaining('ลพบุรี') as unknown } }]);
    expect(JSON.stringify(theirs)).not.toContain(sent);
    await insertRows(app.pool, 'letter_reader', [{ letter_id: sent, post_id: postId('ops', 'ict-officer'), why: 'task', since: '2026-10-01T03:00:00.000Z' }]);
    expect(await matter(stranger, there)).toMatchObject({ letters: [{ letterId: sent }, { letterId: there }], exchanges: [] });
  });
});

describe('what one may not know of', () => {
  test('a letter of another office has no matter here', async () => {
    const id = await letter();
    expect((await stranger.get(`/letters/${id}/matter`)).statusCode).toBe(404);
    expect((await link(stranger, id, await letter())).statusCode).toBe(404);
  });

  test('a classified letter is left out, and so is what is reached through it only', async () => {
    const first = await letter();
    const secret = await letter({ secrecy: 'secret', subject: 'ลับ' });
    const beyond = await letter();
    await answers(secret, first);
    await answers(beyond, secret);
    const seen = await matter(clerk, first);
    expect(seen.letters.map(({ letterId }) => letterId)).toEqual([first]);
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(await idsOf(clerk, beyond)).toEqual([beyond]);
    expect((await clerk.get(`/letters/${secret}/matter`)).statusCode).toBe(404);
  });

  test('of a sealed item the registry sees the envelope, not the matter, and not on the page of another letter either', async () => {
    const open = await letter();
    const sealed = await letter({ isSealed: true, subject: null, letterNo: 'ลบ 0017.2/ลม9', letterDate: '2026-10-01' });
    await answers(sealed, open);
    expect((await clerk.get(`/letters/${sealed}`)).statusCode).toBe(200);
    expect((await clerk.get(`/letters/${sealed}/matter`)).statusCode).toBe(404);
    expect(await idsOf(clerk, open)).toEqual([open]);
    expect(ok(await clerk.get<LetterPage>(`/letters/${open}`)).links).toEqual([]);
  });

  test('a link by hand is told to those only who may read both letters', async () => {
    const open = await letter({ readers: ['ict-officer'] });
    const other = await letter();
    const { byHand } = ok(await link(clerk, open, other, 'ลับเฉพาะเหตุผล'));
    expect(byHand).toHaveLength(1);
    const seen = await matter(officer, open);
    expect(seen.letters.map(({ letterId }) => letterId)).toEqual([open]);
    expect(seen).toMatchObject({ byHand: [], links: [] });
    expect(await unlink(officer, open, byHand[0]!.id)).toMatchObject({ statusCode: 404 });
  });
});

describe('links by hand', () => {
  test('made with a reason, seen from both letters, and taken away with a reason; both are in the trail', async () => {
    const [one, other] = [await letter({ theirNo: 'มท 0210.2/1' }), await letter({ theirNo: 'มท 0210.2/2' })];
    const made = ok(await link(clerk, one, other));
    expect(made.letters.map(({ letterId }) => letterId).sort()).toEqual([one, other].sort());
    expect(made).toMatchObject({ canLink: true, byHand: [{ fromName: 'มท 0210.2/1', toName: 'มท 0210.2/2', reason: 'เรื่องเดียวกัน', by: { name: expect.anything() as unknown }, removed: null }] });
    expect(ok(await clerk.get<LetterPage>(`/letters/${other}`)).links).toMatchObject([{ letterId: one, kind: 'together' }]);
    const linkId = made.byHand[0]!.id;
    const gone = ok(await unlink(clerk, other, linkId));
    expect(gone.letters.map(({ letterId }) => letterId)).toEqual([other]);
    expect(gone.byHand).toMatchObject([{ id: linkId, removed: { reason: 'เชื่อมผิดฉบับ' } }]);
    expect(ok(await clerk.get<LetterPage>(`/letters/${other}`)).links).toEqual([]);
    expect(await trail(linkId)).toEqual([{ kind: 'matter.linked', letterId: one }, { kind: 'matter.unlinked', letterId: other }]);
    expect(await unlink(clerk, one, linkId)).toMatchObject({ statusCode: 409, body: { code: 'LINK_REMOVED' } });
    expect(ok(await link(clerk, one, other)).byHand.filter(({ removed }) => removed === null)).toHaveLength(1);
  });

  test('two people who link the same letters at once leave one link', async () => {
    const [one, other] = [await letter(), await letter()];
    const codes = (await Promise.all([link(clerk, one, other), link(clerk, other, one)])).map(({ statusCode }) => statusCode);
    expect(codes.sort()).toEqual([200, 409]);
    expect((await matter(clerk, one)).byHand).toHaveLength(1);
  });

  test('the trail names the classified one of the two', async () => {
    const registrar = await signIn(app, 'ops.registry.secret');
    const own = { office: 'ops', readers: ['secret-registrar'] };
    const [open, secret] = [await letter(own), await letter({ ...own, secrecy: 'confidential' })];
    const made = ok(await link(registrar, open, secret));
    expect(await trail(made.byHand[0]!.id)).toEqual([{ kind: 'matter.linked', letterId: secret }]);
  });

  test.each([
    ['with itself', (id: string) => ({ letterId: id, reason: 'ก' }), 422, 'LINK_TO_SELF'],
    ['with a letter that is not there', () => ({ letterId: randomUUID(), reason: 'ก' }), 422, 'LINK_LETTER_UNKNOWN'],
    ['without a reason', () => ({ letterId: randomUUID(), reason: '  ' }), 400, 'VALIDATION_FAILED'],
  ])('a letter is not linked %s', async (_what, body, statusCode, code) => {
    const id = await letter();
    expect(await clerk.post(`/letters/${id}/matter`, body(id))).toMatchObject({ statusCode, body: { code } });
    expect((await matter(clerk, id)).byHand).toEqual([]);
  });

  test('a letter that one may not read is refused as one that is not there', async () => {
    const foreign = await listLetter(app.pool, { office: 'ops' });
    expect(await link(clerk, await letter(), foreign)).toMatchObject({ statusCode: 422, body: { code: 'LINK_LETTER_UNKNOWN' } });
  });

  test('whoever only has a part in a letter of another office reads its matter and links nothing there', async () => {
    const id = await letter();
    await insertRows(app.pool, 'letter_reader', [{ letter_id: id, post_id: postId('ops', 'ict-officer'), why: 'task', since: '2026-10-01T03:00:00.000Z' }]);
    const own = await listLetter(app.pool, { office: 'ops', readers: ['ict-officer'] });
    expect((await matter(stranger, id)).canLink).toBe(false);
    expect(await link(stranger, id, own)).toMatchObject({ statusCode: 403 });
  });
});

describe('as it was at the end of a day', () => {
  test('letters, numbers, state, holders, deliveries and links of that day', async () => {
    const first = await letter({ createdAt: '2026-10-01T03:00:00.000Z', direction: 'outgoing', letterNo: 'ลบ 0017.2/31', letterDate: '2026-10-05', endedAt: '2026-10-20T03:00:00.000Z', status: 'ended' });
    const later = await letter({ createdAt: '2026-10-10T03:00:00.000Z' });
    await answers(later, first, '2026-10-10T03:00:00.000Z');
    await listTask(app.pool, { letterId: first, office: 'lopburi', posts: ['ict-head'], dueAt: null, openedAt: '2026-10-02T02:00:00.000Z' });
    await app.pool.query(`update task set status = 'done', closed_at = '2026-10-06T02:00:00Z' where letter_id = $1`, [first]);
    await listDelivery(app.pool, { letterId: first, from: 'lopburi', to: 'ops', sentAt: '2026-10-06T03:00:00.000Z', status: 'registered', receiveNo: '9', registeredAt: '2026-10-08T03:00:00.000Z' });
    await app.pool.query(
      `insert into transition (letter_id, seq, event_id, event_type, at, summary, outcome, state_hash)
       select $1, n, n::text, 'hold', at::timestamptz, json_build_object('status', status), '{}', '' from (values (2, '2026-10-11T03:00:00Z', 'held'), (3, '2026-10-13T03:00:00Z', 'running')) v(n, at, status)`, [first],
    );
    const on = async (day: string) => {
      const { letters, exchanges } = await matter(clerk, first, day);
      return [letters.map(({ letterId, letterNo, status, holders }) => [letterId === first ? 'first' : 'later', letterNo, status, holders.length]), exchanges.map(({ status, number }) => [status, number])];
    };
    expect(await on('2026-09-30')).toEqual([[], []]);
    expect(await on('2026-10-01')).toEqual([[['first', null, 'running', 0]], []]);
    expect(await on('2026-10-05')).toEqual([[['first', 'ลบ 0017.2/31', 'running', 1]], []]);
    expect(await on('2026-10-06')).toEqual([[['first', 'ลบ 0017.2/31', 'running', 0]], [['sent', '']]]);
    expect(await on('2026-10-09')).toEqual([[['first', 'ลบ 0017.2/31', 'running', 0]], [['registered', '9']]]);
    expect(await on('2026-10-12')).toEqual([[['first', 'ลบ 0017.2/31', 'held', 0], ['later', null, 'running', 0]], [['registered', '9']]]);
    expect((await on('2026-10-14'))[0]).toEqual([['first', 'ลบ 0017.2/31', 'running', 0], ['later', null, 'running', 0]]);
    expect((await on('2026-10-20'))[0]).toEqual([['first', 'ลบ 0017.2/31', 'ended', 0], ['later', null, 'running', 0]]);
  });

  test('a task given to somebody else was with the former post until then', async () => {
    const id = await letter();
    await listTask(app.pool, { letterId: id, office: 'lopburi', posts: ['office-head'], dueAt: null, openedAt: '2026-10-02T02:00:00.000Z' });
    const opened = JSON.stringify({ opened: [{ taskId: 't1', postIds: [postId('lopburi', 'ict-officer')] }], status: 'running' });
    await app.pool.query(
      `insert into transition (letter_id, seq, event_id, event_type, at, summary, outcome, state_hash)
       values ($1, 1, 'a', 'act', '2026-10-02T02:00:00Z', $2, '{}', ''), ($1, 2, 'b', 'reassign', '2026-10-05T02:00:00Z', '{}', '{}', '')`, [id, opened],
    );
    await insertRows(app.pool, 'command', [{
      id: randomUUID(), person_id: clerk.personId, idempotency_key: randomUUID(), body_digest: '', letter_id: id, kind: 'reassign', event: JSON.stringify({ type: 'reassign', taskId: 't1', postId: postId('lopburi', 'office-head') }),
      event_digest: '', status: 'done', seq: 2, created_at: '2026-10-05T02:00:00Z',
    }]);
    const holders = async (day: string) => (await matter(clerk, id, day)).letters[0]!.holders.map(({ post }) => post.th);
    const [before, after] = [await holders('2026-10-03'), await holders('2026-10-06')];
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(1);
    expect(before).not.toEqual(after);
  });

  test('a link counts from the day on which it was made until it was taken away', async () => {
    const [one, other] = [await letter(), await letter()];
    const linkId = ok(await link(clerk, one, other)).byHand[0]!.id;
    await app.pool.query(`update matter_link set created_at = '2026-10-05T03:00:00Z', removed_at = '2026-10-08T03:00:00Z', removed_reason = 'ผิด' where id = $1`, [linkId]);
    const counts = async (day?: string) => (await idsOf(clerk, one, day)).length;
    expect([await counts('2026-10-04'), await counts('2026-10-06'), await counts('2026-10-09'), await counts()]).toEqual([1, 2, 1, 1]);
    expect((await matter(clerk, one, '2026-10-04')).byHand).toEqual([]);
    expect((await matter(clerk, one, '2026-10-06')).byHand).toMatchObject([{ removed: null }]);
  });

  test('a day that does not exist is refused by its name, today is now', async () => {
    const id = await letter();
    expect(await clerk.get(`/letters/${id}/matter?on=2026-02-30`)).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
    expect((await matter(clerk, id, '2999-01-01')).on).toBeNull();
  });
});
