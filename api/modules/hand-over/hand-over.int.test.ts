/** Handing over the work of somebody who leaves: posts to successors, bound tasks back to the post, the account closed. */
import type { z } from 'zod';
import type { handedOverSchema, handOverViewSchema } from '#domain/contracts/hand-over';
import { personId } from '#db/seeds/demo';
import { postId } from '#db/seeds/insert-offices';
import { ok, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(240_000);
type View = z.output<typeof handOverViewSchema>;
type Handed = z.output<typeof handedOverSchema>;

let live: LiveApp;
let admin: Person;
let letterId: string;
const leaver = personId('lopburi', 'office-head');
const ADMIN_POST = postId('lopburi', 'ict-officer');

beforeAll(async () => {
  live = await openLiveApp();
  admin = await signIn(live, 'lopburi.ict.officer');
  letterId = await takeIn(await signIn(live, 'lopburi.registry.clerk'));
  // The head of office takes the task in person.
  const head = await signIn(live, 'lopburi.office-head');
  const { rows } = await live.pool.query<{ id: string; rev: number }>(`select id, rev from task where letter_id = $1 and status = 'open'`, [letterId]);
  ok(await head.post(`/letters/${letterId}/tasks/${rows[0]!.id}/claim`, { rev: rows[0]!.rev }));
});
afterAll(() => live.close());

const holdings = async (id = leaver): Promise<View> => ok(await admin.get<View>(`/persons/${id}/holdings`));
const handOver = (body: object, id = leaver) => admin.post<Handed>(`/persons/${id}/hand-over`, { reason: 'ย้ายไปดำรงตำแหน่งอื่น', ...body });
const boundTo = async (): Promise<string | null> => (await live.pool.query<{ id: string | null }>(`select person_id as id from task where letter_id = $1 and status = 'open'`, [letterId])).rows[0]!.id;

test('what the person holds: the post with its open tasks, and tasks bound to the person only as a number where the letter is not to be known', async () => {
  expect(await holdings()).toMatchObject({ canDisable: true, isDisabled: false, appointments: [{ post: { code: 'office-head' }, capacity: 'own', openTasks: 1, drafts: 0 }], claims: [], otherClaims: 1 });
});

test('a bad successor changes nothing at all', async () => {
  const [appointment] = (await holdings()).appointments;
  const before = await holdings();
  const posts = [{ appointmentId: appointment!.id, successorId: leaver, orderNo: '9/2569' }];
  expect(await handOver({ posts, disable: true })).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
  expect(await handOver({ posts: [{ appointmentId: appointment!.id, successorId: postId('ops', 'ict-director') }] })).toMatchObject({ statusCode: 404 });
  expect(await holdings()).toEqual(before);
});

test('an item that the administrator may not decide is refused with its code and stays; it is done when tried again with the right', async () => {
  await live.pool.query(`insert into letter_reader (letter_id, post_id, why, since) values ($1, $2, 'granted', now())`, [letterId, ADMIN_POST]);
  expect((await holdings()).claims).toMatchObject([{ letterId }]);
  const refused = ok(await handOver({ posts: [] }));
  expect(refused.items).toEqual([expect.objectContaining({ letterId, verdict: 'refused', code: 'FORBIDDEN' })]);
  expect(refused.left.claims).toHaveLength(1);
  expect(await boundTo()).toBe(leaver);
  await live.pool.query(`update post set roles = roles || '{supervisor}'::text[] where id = $1`, [ADMIN_POST]);
  const done = ok(await handOver({ posts: [] }));
  expect(done.items).toEqual([expect.objectContaining({ letterId, verdict: 'done', code: null })]);
  expect(done.left).toMatchObject({ claims: [], otherClaims: 0 });
  expect(await boundTo()).toBeNull();
});

test('one act: the post goes to the successor, who sees its task at once; the leaver is signed out and cannot sign in; it is on record', async () => {
  const leaving = await signIn(live, 'lopburi.office-head');
  const successor = await signIn(live, 'lopburi.general.head');
  const [appointment] = (await holdings()).appointments;
  const { left } = ok(await handOver({ posts: [{ appointmentId: appointment!.id, successorId: successor.personId, orderNo: 'คำสั่งที่ 9/2569' }], disable: true }));
  expect(left).toMatchObject({ isDisabled: true, appointments: [] });
  expect((await successor.get<{ items: { letterId: string }[] }>('/tasks')).body.items.map((item) => item.letterId)).toContain(letterId);
  expect((await leaving.get('/session')).statusCode).toBe(401);
  await expect(signIn(live, 'lopburi.office-head')).rejects.toThrow('cannot sign in');
  const { rows } = await live.pool.query<{ kind: string }>(
    `select kind from audit_event where person_id = $1 and kind in ('appointment.ended', 'appointment.created', 'account.disabled', 'handOver.done') and chain like 'office/%' order by id desc limit 4`, [admin.personId],
  );
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['account.disabled', 'appointment.created', 'appointment.ended', 'handOver.done']);
});

test('nobody hands over the people of another office, nor without being its administrator, nor closes the own account', async () => {
  const foreign = personId('khonkaen', 'office-head');
  expect((await admin.get(`/persons/${foreign}/holdings`)).statusCode).toBe(404);
  expect((await handOver({ posts: [] }, foreign)).statusCode).toBe(404);
  const clerk = await signIn(live, 'lopburi.registry.clerk');
  expect((await clerk.get(`/persons/${leaver}/holdings`)).statusCode).toBe(404);
  expect(await handOver({ posts: [], disable: true }, admin.personId)).toMatchObject({ body: { code: 'OWN_ACCOUNT' } });
});
