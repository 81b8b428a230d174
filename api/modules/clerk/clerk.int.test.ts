import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type * as contract from '#domain/contracts/clerk';
import { officeId, postId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { addDays, bangkokDate } from '#domain/thai/dates';
import { listEntry, listLetter, listTask, type ListedLetter } from '#test/support/listed-letters';
import { ownPost } from '#test/support/letter-steps';
import { actor, openTestApp, signIn, type Answer, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
});
afterEach(() => expect(testApp.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => testApp.close());

const read = async <T>(person: Person, path: string): Promise<T> => {
  const { statusCode, body } = await person.get<T>(path);
  if (statusCode !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const code = ({ statusCode, body }: Answer) => [statusCode, (body as { code: string }).code];
const clerkOf = (office: string): Promise<Person> => signIn(testApp, `${office}.registry.clerk`);

type Sending = { readonly to?: string; readonly toName?: string; readonly status?: string; readonly expect?: string; readonly sentAt?: string; readonly dueOn?: string; readonly verdict?: string; readonly returnReason?: string; readonly receiveNo?: string; readonly registeredAt?: string; readonly returnedAt?: string };
/** A letter of an office that went out, with one delivery. */
async function sent(office: string, { to, toName = 'มหาวิทยาลัยแห่งหนึ่ง', ...delivery }: Sending = {}, letter: Partial<ListedLetter> = {}): Promise<{ readonly letterId: string; readonly deliveryId: string }> {
  const letterId = await listLetter(testApp.pool, { office, direction: 'outgoing', letterNo: 'ลบ 0017.2/1', ...letter });
  const deliveryId = randomUUID();
  await insertRows(testApp.pool, 'delivery', [{
    id: deliveryId, from_letter_id: letterId, from_office_id: officeId(office), to_office_id: to === undefined ? null : officeId(to),
    to_address: to === undefined ? JSON.stringify({ name: toName, address: '' }) : null, role: 'lead', expect: delivery.expect ?? 'reply', status: delivery.status ?? 'sent',
    sent_at: delivery.sentAt ?? '2026-11-20T03:00:00.000Z', due_on: delivery.dueOn ?? null, verdict: delivery.verdict ?? null, return_reason: delivery.returnReason ?? null,
    receive_no: delivery.receiveNo ?? null, registered_at: delivery.registeredAt ?? null, returned_at: delivery.returnedAt ?? null,
  }]);
  return { letterId, deliveryId };
}

describe('which letter of ours a letter taken in answers', () => {
  const answerable = async (person: Person, q = ''): Promise<Out<'answerableSchema'>['items']> =>
    (await read<Out<'answerableSchema'>>(person, `/letters/answerable?postId=${(await ownPost(person)).id}${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`)).items;

  test('offers what the office has sent, that which waits for an answer first, found by number, subject and addressee', async () => {
    const closed = await sent('chonburi', { expect: 'nothing' }, { subject: 'แจ้งเพื่อทราบ', letterNo: 'ชบ 0017.2/8' });
    const late = await sent('chonburi', { dueOn: '2026-11-25' }, { subject: 'ขอข้อมูลโรงงาน', letterNo: 'ชบ 0017.2/9' });
    await listLetter(testApp.pool, { office: 'chonburi', direction: 'outgoing', subject: 'ยังไม่ได้ส่ง' });
    await sent('chonburi', { status: 'recalled' }, { subject: 'เรียกคืนแล้ว' });
    const clerk = await clerkOf('chonburi');
    expect((await answerable(clerk)).map(({ letterId, isAwaited, dueOn }) => ({ letterId, isAwaited, dueOn }))).toEqual([
      { letterId: late.letterId, isAwaited: true, dueOn: '2026-11-25' }, { letterId: closed.letterId, isAwaited: false, dueOn: null },
    ]);
    expect((await answerable(clerk, 'โรงงาน')).map(({ letterId }) => letterId)).toEqual([late.letterId]);
    expect((await answerable(clerk, '0017.2/8')).map(({ letterId }) => letterId)).toEqual([closed.letterId]);
    expect((await answerable(clerk, 'มหาวิทยาลัย'))).toHaveLength(2);
    expect(await answerable(clerk, '%')).toEqual([]);
  });

  test("never shows another office's letter or a classified one, and asks for a post of one's own", async () => {
    await sent('phuket', {}, { subject: 'ของภูเก็ต' });
    await sent('songkhla', {}, { subject: 'เรื่องลับ', secrecy: 'secret' });
    const clerk = await clerkOf('songkhla');
    expect(await answerable(clerk)).toEqual([]);
    expect(code(await clerk.get(`/letters/answerable?postId=${postId('phuket', 'registry-clerk')}`))).toEqual([422, 'POST_UNKNOWN']);
  });
});

describe('who has written before', () => {
  const known = async (person: Person, q: string): Promise<Out<'correspondentListSchema'>['items']> =>
    (await read<Out<'correspondentListSchema'>>(person, `/correspondents?postId=${(await ownPost(person)).id}&q=${encodeURIComponent(q)}`)).items;

  test('is offered while one types, the most frequent first, with the number the last letter bore', async () => {
    await listLetter(testApp.pool, { office: 'lopburi', fromText: 'เทศบาลเมืองบ้านหมี่', theirNo: 'ลบ 52002/7' });
    for (const theirNo of ['ลบ 52001/1', 'ลบ 52001/2']) await listLetter(testApp.pool, { office: 'lopburi', fromText: 'เทศบาลเมืองลพบุรี', theirNo });
    const found = await known(await clerkOf('lopburi'), 'เทศบาล');
    expect(found.map(({ name, letters }) => [name, letters])).toEqual([['เทศบาลเมืองลพบุรี', 2], ['เทศบาลเมืองบ้านหมี่', 1]]);
    expect(found[1]).toMatchObject({ theirNo: 'ลบ 52002/7', channel: 'counter', kind: 'external_letter' });
  });

  test('leaks no sender of a classified letter, of a sealed item or of another office', async () => {
    await listLetter(testApp.pool, { office: 'udonthani', fromText: 'สำนักข่าวกรองแห่งชาติ', secrecy: 'secret' });
    await listLetter(testApp.pool, { office: 'udonthani', fromText: 'สำนักข่าวกรองส่วนหน้า', secrecy: 'confidential', isSealed: true });
    await listLetter(testApp.pool, { office: 'khonkaen', fromText: 'สำนักข่าวท้องถิ่น' });
    expect(await known(await clerkOf('udonthani'), 'สำนักข่าว')).toEqual([]);
  });
});

describe('the day', () => {
  const day = '2026-11-23';
  const received = (person: Person, query = `?day=${day}`) => read<Out<'receivedPageSchema'>>(person, `/clerk/received${query}`);
  const dispatched = (person: Person, query = `?day=${day}`) => read<Out<'sentPageSchema'>>(person, `/clerk/sent${query}`);

  test('shows the receive numbers taken and to whom each letter went on, and what was sent; the counts are those of the lists', async () => {
    const letterId = await listLetter(testApp.pool, { office: 'chiangmai', subject: 'ขอใช้สถานที่', fromText: 'วัดพระสิงห์', receiveNo: '1' });
    await listEntry(testApp.pool, { office: 'chiangmai', book: 'receive', yearBe: 2569, no: 1, letterId });
    await listTask(testApp.pool, { letterId, office: 'chiangmai', posts: ['office-head'], dueAt: null });
    const out = await sent('chiangmai', { to: 'lopburi', sentAt: `${day}T02:00:00.000Z` }, { subject: 'ส่งวันนี้' });
    await sent('chiangmai', { sentAt: '2026-11-23T17:30:00.000Z' }, { subject: 'วันถัดไปตามเวลาไทย' });
    const clerk = await clerkOf('chiangmai');
    expect(await received(clerk)).toMatchObject({
      day, total: 1, nextCursor: null, counts: { received: 1, sent: 1 },
      items: [{ letterId, printed: '1', fromText: 'วัดพระสิงห์', subject: 'ขอใช้สถานที่', isCancelled: false, holders: [{ th: expect.stringContaining('หัวหน้าสำนักงาน') }], units: [] }],
    });
    expect(await dispatched(clerk)).toMatchObject({
      total: 1, counts: { received: 1, sent: 1 }, items: [{ letterId: out.letterId, recipients: [expect.stringContaining('ลพบุรี')], deliveries: { sent: 1, registered: 0 } }],
    });
    expect((await received(clerk, '')).day).toBe(bangkokDate(testApp.deps.now().toISOString()));
    expect((await received(clerk, `?day=${addDays(day, -1)}`)).items).toEqual([]);
  });

  test('pages follow each other; a classified letter and another office are neither shown nor counted', async () => {
    for (const no of [1, 2, 3]) await listEntry(testApp.pool, { office: 'suratthani', book: 'receive', yearBe: 2569, no, letterId: await listLetter(testApp.pool, { office: 'suratthani' }) });
    await listEntry(testApp.pool, { office: 'suratthani', book: 'receive', yearBe: 2569, no: 4, letterId: await listLetter(testApp.pool, { office: 'suratthani', secrecy: 'secret' }) });
    const clerk = await clerkOf('suratthani');
    const first = await received(clerk, `?day=${day}&limit=2`);
    expect(first).toMatchObject({ total: 3, counts: { received: 3 } });
    const second = await received(clerk, `?day=${day}&limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(new Set([...first.items, ...second.items].map(({ entryId }) => entryId)).size).toBe(3);
    expect(second.nextCursor).toBeNull();
    expect(await received(await clerkOf('phetchaburi'))).toMatchObject({ items: [], total: 0, counts: { received: 0, sent: 0 } });
    expect(code(await clerk.get('/clerk/received?day=2026-02-30'))).toEqual([400, 'VALIDATION_FAILED']);
    expect(code(await clerk.get('/clerk/sent?cursor=nonsense'))).toEqual([400, 'VALIDATION_FAILED']);
  });
});

describe('what others owe us', () => {
  const waiting = (person: Person, query = '') => read<Out<'waitingPageSchema'>>(person, `/clerk/waiting${query}`);

  test('is what they have not registered or not answered, the longest wait first, with the days that were asked for', async () => {
    const unregistered = await sent('phuket', { to: 'lopburi', sentAt: '2026-11-18T03:00:00.000Z' });
    const unanswered = await sent('phuket', { to: 'chonburi', status: 'registered', receiveNo: '55', registeredAt: '2026-11-19T03:00:00.000Z', dueOn: '2026-11-01' });
    const partly = await sent('phuket', { to: 'ops', status: 'answered', verdict: 'partial', registeredAt: '2026-11-21T03:00:00.000Z' });
    await sent('phuket', { to: 'ops', status: 'answered', verdict: 'full' });
    await sent('phuket', { status: 'sent', expect: 'nothing' });
    await sent('phuket', { to: 'ops', status: 'registered', expect: 'nothing' });
    const clerk = await clerkOf('phuket');
    const page = await waiting(clerk);
    expect(page.items.filter(({ deliveryId }) => [unregistered, unanswered, partly].some((each) => each.deliveryId === deliveryId)).map((item) => [item.deliveryId, item.for, item.isOverdue])).toEqual([
      [unregistered.deliveryId, 'registration', false], [unanswered.deliveryId, 'answer', true], [partly.deliveryId, 'answer', false],
    ]);
    expect(page.total).toBe(page.items.length);
    expect(page.counts.registration + page.counts.answer).toBe(page.total);
    expect(page.items.find(({ deliveryId }) => deliveryId === unanswered.deliveryId)).toMatchObject({ receiveNo: '55', since: '2026-11-19T03:00:00.000Z', to: { th: expect.stringContaining('ชลบุรี') } });
    expect(await waiting(clerk, '?for=registration')).toMatchObject({ total: page.counts.registration, counts: page.counts });
    const paged = await waiting(clerk, '?limit=1');
    expect((await waiting(clerk, `?limit=100&cursor=${paged.nextCursor ?? ''}`)).items).toHaveLength(page.total - 1);
  });

  test("leaves out a classified letter and another office's, also in the counts", async () => {
    await sent('phetchaburi', { to: 'lopburi' }, { secrecy: 'secret' });
    expect(await waiting(await clerkOf('phetchaburi'))).toMatchObject({ items: [], total: 0, counts: { registration: 0, answer: 0 } });
  });
});

describe('what came back', () => {
  const returned = (person: Person) => read<Out<'returnedPageSchema'>>(person, '/clerk/returned');

  test('is a delivery that was returned, a task sent back and an act refused later, each with its reason', async () => {
    const office = 'khonkaen';
    const clerk = await clerkOf(office);
    const delivery = await sent(office, { to: 'lopburi', status: 'returned', returnReason: 'ส่งผิดหน่วยงาน', returnedAt: '2026-11-23T05:00:00.000Z' });
    const letterId = await listLetter(testApp.pool, { office, subject: 'ลงรับผิดเรื่อง' });
    await listTask(testApp.pool, { letterId, office, posts: ['registry-clerk'], dueAt: null });
    const head = postId(office, 'office-head');
    await insertRows(testApp.pool, 'transition', [{
      letter_id: letterId, seq: 1, event_id: randomUUID(), event_type: 'act', at: '2026-11-23T03:00:00.000Z', person_id: clerk.personId, post_id: head, capacity: 'own',
      summary: JSON.stringify({ outcome: 'return' }), outcome: '{}', state_hash: 'x',
    }]);
    await insertRows(testApp.pool, 'endorsement', [{ letter_id: letterId, seq: 1, no: 1, action: 'returned', person_id: clerk.personId, post_id: head, capacity: 'own', to_unit_ids: [], text: 'ขอให้แก้ผู้ส่ง', at: '2026-11-23T03:00:00.000Z' }]);
    await insertRows(testApp.pool, 'command', [{
      person_id: clerk.personId, idempotency_key: randomUUID(), body_digest: 'x', letter_id: letterId, kind: 'act', event: '{}', event_digest: 'x', content: JSON.stringify({ note: 'ลงทะเบียนแล้ว' }),
      status: 'rejected', code: 'TASK_STALE', details: '{}', created_at: '2026-11-22T02:59:00.000Z', ended_at: '2026-11-22T03:00:00.000Z', is_seen: false,
    }]);
    const page = await returned(clerk);
    expect(page.total).toBe(3);
    expect(page.items).toMatchObject([
      { kind: 'delivery', id: delivery.deliveryId, letterId: delivery.letterId, reason: 'ส่งผิดหน่วยงาน', by: { th: expect.stringContaining('ลพบุรี') } },
      { kind: 'task', letterId, taskId: 't1', taskKind: 'work', reason: 'ขอให้แก้ผู้ส่ง', by: { th: expect.stringContaining('หัวหน้าสำนักงาน') } },
      { kind: 'command', letterId, code: 'TASK_STALE', reason: 'ลงทะเบียนแล้ว', by: null },
    ]);
    // Nobody else's: neither the colleague's refused act nor another office's return.
    expect((await returned(await actor(testApp, { role: 'officer', office, unit: 'strategy' }))).items).toEqual([]);
    expect((await returned(await clerkOf('lopburi'))).items.map(({ letterId: id }) => id)).not.toContain(delivery.letterId);
  });
});
