/** The audit trail of one's own office: what is in it, for whom, and what stays out. */
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { auditPageSchema } from '#domain/contracts/audit';
import { officeId, postId } from '#db/seeds/insert-offices';
import { ok, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
type Page = z.output<typeof auditPageSchema>;
const SUBJECT = 'เรื่องที่ผู้ดูแลไม่มีส่วนเกี่ยวข้อง';

let live: LiveApp;
let admin: Person;
let clerk: Person;
let letterId: string;

beforeAll(async () => {
  live = await openLiveApp();
  admin = await signIn(live, 'lopburi.ict.officer');
  clerk = await signIn(live, 'lopburi.registry.clerk');
  letterId = await takeIn(clerk, { subject: SUBJECT });
});
afterAll(() => live.close());

const trail = async (query = '', person = admin): Promise<Page> => ok(await person.get<Page>(`/audit${query}`));

test('who did what stands in words, with the letter’s number; its subject only for whoever may see it', async () => {
  const [event] = (await trail('?group=letter')).items;
  expect(event).toMatchObject({
    kind: 'letter.start', what: { en: 'Letter started' }, person: { id: clerk.personId }, post: { code: 'registry-clerk' }, letter: { id: letterId, subject: null, canOpen: false },
  });
  expect(event?.letter?.no).not.toBe('');
  expect(event?.details).toContainEqual(expect.objectContaining({ field: 'number' }));
  expect(JSON.stringify(await trail())).not.toContain(SUBJECT);
  await live.pool.query(`insert into letter_reader (letter_id, post_id, why, since) values ($1, $2, 'granted', now())`, [letterId, postId('lopburi', 'ict-officer')]);
  expect((await trail('?group=letter')).items[0]?.letter).toMatchObject({ subject: SUBJECT, canOpen: true });
});

test('an event on a classified letter is not there for whoever may not read the letter, nor its reading', async () => {
  await live.pool.query(`update letter set secrecy = 'confidential' where id = $1`, [letterId]);
  const head = await signIn(live, 'lopburi.office-head');
  ok(await head.get(`/letters/${letterId}`));
  expect((await trail('?group=letter')).items).toEqual([]);
  expect((await trail('?group=reading')).items).toEqual([]);
  await live.pool.query(`update person set clearance = 'confidential' where id = $1`, [admin.personId]);
  expect((await trail('?group=letter')).items).toHaveLength(1);
  expect((await trail('?group=reading')).items).toMatchObject([{ kind: 'letter.read', person: { id: head.personId } }]);
  await live.pool.query(`update person set clearance = 'none' where id = $1`, [admin.personId]);
  await live.pool.query(`update letter set secrecy = 'none' where id = $1`, [letterId]);
});

test('it is narrowed by person, number, kind and day, and pages follow each other without a gap', async () => {
  expect((await trail(`?personId=${clerk.personId}&group=session`)).items.map(({ kind }) => kind)).toEqual(['session.opened']);
  const { rows } = await live.pool.query<{ no: string }>('select receive_no as no from letter where id = $1', [letterId]);
  const byNo = await trail(`?letterNo=${encodeURIComponent(rows[0]!.no)}`);
  expect(byNo.items.every(({ letter }) => letter?.id === letterId)).toBe(true);
  expect(byNo.items.length).toBeGreaterThan(0);
  expect((await trail('?letterNo=%25')).items).toEqual([]);
  expect((await trail('?to=2020-01-01')).items).toEqual([]);
  const all = (await trail()).items.map(({ id }) => id);
  const first = await trail('?limit=2');
  const second = await trail(`?limit=100&cursor=${first.nextCursor ?? ''}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
  expect(await admin.get('/audit?cursor=nonsense')).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
});

test('a change of people is told with the names of person and post and the order', async () => {
  ok(await admin.post('/appointments', {
    personId: clerk.personId, postId: postId('lopburi', 'general-head'), capacity: 'acting_for', ownPostId: postId('lopburi', 'registry-clerk'), orderNo: '81/2569', validFrom: new Date().toISOString(),
  }));
  const [event] = (await trail('?group=people')).items;
  expect(event).toMatchObject({ kind: 'appointment.created', person: { id: admin.personId } });
  expect(event?.details.map(({ field }) => field)).toEqual(expect.arrayContaining(['person', 'post', 'orderNo', 'from']));
});

test('the same as a file, in the reader’s language; and that it was exported is on record', async () => {
  const csv = await admin.get<string>('/audit/export?format=csv&group=letter', { 'accept-language': 'th' });
  expect(csv.headers['content-type']).toContain('text/csv');
  const content = await text(Readable.from([csv.raw]));
  expect(content).toContain('"วันเวลา","เหตุการณ์","ผู้ดำเนินการ"');
  expect(content).toContain('"เริ่มเรื่อง"');
  const excel = await admin.get('/audit/export');
  expect(excel.raw.subarray(0, 2).toString('latin1')).toBe('PK');
  expect((await trail('?group=reading')).items.slice(0, 2).map(({ kind }) => kind)).toEqual(['audit.exported', 'audit.exported']);
});

test('another office’s trail is not found; an inspector reads those below; nobody else reads any', async () => {
  const other = officeId('khonkaen');
  expect((await admin.get(`/audit?officeId=${other}`)).statusCode).toBe(404);
  expect((await admin.get(`/audit/export?officeId=${other}`)).statusCode).toBe(404);
  expect((await clerk.get('/audit')).statusCode).toBe(403);
  expect((await clerk.get(`/audit?officeId=${officeId('lopburi')}`)).statusCode).toBe(403);
  const { rows } = await live.pool.query<{ login: string }>(
    `select h.login from person h join appointment a on a.person_id = h.id join post p on p.id = a.post_id where 'inspector' = any(p.roles) limit 1`,
  );
  const inspector = await signIn(live, rows[0]!.login);
  expect((await trail(`?officeId=${officeId('lopburi')}`, inspector)).officeId).toBe(officeId('lopburi'));
  expect((await trail(`?officeId=${other}&group=letter`, inspector)).items).toEqual([]);
});
