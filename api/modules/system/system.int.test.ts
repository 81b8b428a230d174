/** The system page: how the parts are, stuck letters, and that nothing of any letter is on it. */
import type { z } from 'zod';
import type { letterExplanationSchema, resumedSchema, stuckListSchema, systemSchema } from '#domain/contracts/system';
import { letterWorkflowId } from '#domain/ids';
import { ok, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
const SUBJECT = 'เรื่องที่ผู้ดูแลระบบต้องไม่เห็น';
type System = z.output<typeof systemSchema>;
type Stuck = z.output<typeof stuckListSchema>;
type Explanation = z.output<typeof letterExplanationSchema>;
type Resumed = z.output<typeof resumedSchema>;

let live: LiveApp;
let admin: Person;
let clerk: Person;
let letterId: string;

beforeAll(async () => {
  live = await openLiveApp();
  admin = await signIn(live, 'ops.admin');
  clerk = await signIn(live, 'lopburi.registry.clerk');
  letterId = await takeIn(clerk, { subject: SUBJECT, fromText: 'ผู้ส่งที่ต้องไม่เห็น' });
});
afterAll(() => live.close());

test('each part is asked by itself: the letters’ worker takes work, and nobody makes documents here', async () => {
  const system = ok(await admin.get<System>('/system'));
  expect(Object.fromEntries(system.parts.map(({ part, isWell }) => [part, isWell]))).toEqual({
    database: true, temporal: true, files: true, letterWorker: true, documentWorker: false,
  });
  expect(system.parts.every(({ isWell, ms }) => isWell === (ms !== null))).toBe(true);
  expect(system.versions).toMatchObject({ product: 'test', node: process.versions.node, engine: 1 });
  expect(system.versions.migration).toMatch(/^\d{14}_\w+$/);
});

test('what waits is counted with its age', async () => {
  await live.pool.query(`insert into outbox (effect_id, letter_id, order_key, kind, payload, created_at, next_try_at, last_error)
    values ('waits', $1, 'x', 'mail', '{}', now() - interval '10 minutes', now() + interval '1 hour', 'connect ECONNREFUSED: เรื่องลับ')`, [letterId]);
  const { outbox, letters } = ok(await admin.get<System>('/system'));
  expect(outbox).toMatchObject({ failing: 1, kinds: expect.arrayContaining([{ kind: 'mail', waiting: 1 }]) });
  expect(outbox.oldestSeconds).toBeGreaterThanOrEqual(600);
  expect(letters).toMatchObject({ open: 1, held: 0, stuck: 1 });
});

test('a stuck letter is listed with why, after the patience asked for, and without what it says', async () => {
  const stuck = await admin.get<Stuck>('/system/stuck');
  expect(ok(stuck)).toMatchObject({ total: 1, items: [{ letterId, office: { code: 'lopburi' }, status: 'running', reasons: ['effect'] }] });
  expect(ok(await admin.get<Stuck>('/system/stuck?patience=3600')).total).toBe(0);
  await live.pool.query(`update letter set ahead_flag = '{}' where id = $1`, [letterId]);
  expect(ok(await admin.get<Stuck>('/system/stuck?patience=3600')).items).toMatchObject([{ letterId, reasons: ['ahead'] }]);
  expect(JSON.stringify(stuck.body)).not.toContain(SUBJECT);
});

test('a letter is explained by its tasks, what it waits for and what its execution believes; an error only by its code', async () => {
  const answer = await admin.get<Explanation>(`/system/letters/${letterId}`);
  expect(ok(answer)).toMatchObject({
    id: letterId, office: { code: 'lopburi' }, isAhead: true, tasks: [{ kind: 'approve', posts: ['office-head'] }], last: { eventType: 'start' },
    outbox: expect.arrayContaining([expect.objectContaining({ kind: 'mail', error: 'ECONNREFUSED' })]), execution: { state: 'running', agrees: true },
  });
  for (const secret of [SUBJECT, 'ผู้ส่งที่ต้องไม่เห็น', 'เรื่องลับ']) expect(JSON.stringify(answer.body)).not.toContain(secret);
});

test('a letter whose execution was lost is resumed, its flag taken off, and it is on the office’s record who did it', async () => {
  await live.deps.temporal.workflow.getHandle(letterWorkflowId(letterId)).terminate('lost');
  expect(ok(await admin.get<Explanation>(`/system/letters/${letterId}`)).execution).toEqual({ state: 'none', seq: null, agrees: null });
  expect(ok(await admin.post<Resumed>(`/system/letters/${letterId}/resume`, {}))).toEqual({ isStarted: true });
  expect(ok(await admin.get<Explanation>(`/system/letters/${letterId}`))).toMatchObject({ isAhead: false, execution: { state: 'running' } });
  const { rows } = await live.pool.query(`select person_id as "personId", data from audit_event where kind = 'system.letterResumed'`);
  expect(rows).toEqual([{ personId: admin.personId, data: { letterId } }]);
  expect(ok(await admin.post<Resumed>(`/system/letters/${letterId}/resume`, {}))).toEqual({ isStarted: false });
});

test('an ended letter is not started again, and an unknown one is not found', async () => {
  const other = await takeIn(clerk);
  await live.pool.query(`update letter set status = 'ended' where id = $1`, [other]);
  expect(await admin.post(`/system/letters/${other}/resume`, {})).toMatchObject({ statusCode: 409, body: { code: 'LETTER_ENDED' } });
  expect((await admin.get(`/system/letters/${admin.personId}`)).statusCode).toBe(404);
  expect((await admin.post(`/system/letters/${admin.personId}/resume`, {})).statusCode).toBe(404);
});

test.each(['lopburi.registry.clerk', 'lopburi.ict.officer', 'ops.permanent-secretary'])('%s, who is no system administrator, is refused', async (login) => {
  const person = await signIn(live, login);
  const before = (await live.pool.query('select count(*) from audit_event')).rows;
  const answers = [await person.get('/system'), await person.get('/system/stuck'), await person.get(`/system/letters/${letterId}`), await person.post(`/system/letters/${letterId}/resume`, {})];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
  expect((await live.pool.query('select count(*) from audit_event')).rows).toEqual(before);
});
