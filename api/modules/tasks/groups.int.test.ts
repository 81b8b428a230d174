/** A task of a group from claim to hand-back, by each letter's own workflow: one circular that three registries of two clerks each take in. */
import { personId } from '#db/seeds/demo';
import { postId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { act, compose, ok, page, taskOn, type Done, type InboxAnswer } from '#test/support/letter-steps';
import { openWholeApp, signIn, type Person } from '#test/support/test-app';
import { eventually } from '#test/support/worker-stack';

jest.setTimeout(240_000);
const OFFICES = ['lopburi', 'chonburi', 'phuket'] as const;
type Office = (typeof OFFICES)[number];
let whole: Awaited<ReturnType<typeof openWholeApp>>;

beforeAll(async () => {
  whole = await openWholeApp();
  // Each registry gets a second clerk, so that its steps are a group's.
  await whole.pool.query(`update post set roles = roles || '{clerk}'::text[] where id = any($1)`, [OFFICES.map((office) => postId(office, 'secret-registrar'))]);
  const [officer, section, director, deputy] = await Promise.all(['ict.officer', 'ict.section-head', 'ict.director', 'deputy-ps-2'].map((login) => signIn(whole, `ops.${login}`)));
  const sent = await compose(officer!, { recipients: OFFICES.map((officeCode, n) => ({ officeCode, role: n === 0 ? 'lead' : 'secondary' })) });
  ok(await act(officer!, sent, { outcome: 'submit' }));
  for (const person of [section!, director!]) ok(await act(person, sent, { outcome: 'approve' }));
  ok(await act(deputy!, sent, { outcome: 'sign', signature: { password: 'saraban-demo' } }));
}, 240_000);
afterAll(() => whole.close());

const letters = async (person: Person, path: string): Promise<readonly string[]> => ok(await person.get<InboxAnswer>(path)).items.map(({ letterId }) => letterId);
async function arrived(office: Office): Promise<{ readonly clerk: Person; readonly second: Person; readonly letterId: string }> {
  const [clerk, second] = [await signIn(whole, `${office}.registry.clerk`), await signIn(whole, `${office}.registry.secret`)];
  const letterId = await eventually(async () => (await letters(clerk, '/tasks'))[0], `the letter at ${office}`);
  return { clerk, second, letterId };
}
async function ask<T = Done>(person: Person, letterId: string, what: 'claim' | 'release', body: object = {}, of: Person = person) {
  const { taskId, rev } = await taskOn(of, letterId);
  return person.post<T>(`/letters/${letterId}/tasks/${taskId}/${what}`, { rev, ...body });
}

test('of two who claim at once one wins, and the other is told that it is taken', async () => {
  const { clerk, second, letterId } = await arrived('lopburi');
  expect((await taskOn(clerk, letterId)).can).toContain('claim');
  const { taskId, rev } = await taskOn(second, letterId);
  const claims = await Promise.all([clerk, second].map((person) => person.post<{ code?: string }>(`/letters/${letterId}/tasks/${taskId}/claim`, { rev })));
  expect(claims.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(claims.find(({ statusCode }) => statusCode === 409)?.body.code).toBe('TASK_CLAIMED');
  const [winner, loser] = claims[0]!.statusCode === 200 ? [clerk, second] : [second, clerk];
  expect(await letters(winner, '/tasks')).toContain(letterId);
  expect(await letters(loser, '/tasks')).not.toContain(letterId);
  expect(await letters(loser, '/tasks/taken')).toContain(letterId);
  expect((await page(loser, letterId)).holders).toMatchObject([{ claimedBy: { id: winner.personId } }]);
});

test('what is given back needs a reason, stands in everybody’s inbox again, and the reason in the history', async () => {
  const { clerk, second, letterId } = await arrived('chonburi');
  ok(await ask(clerk, letterId, 'claim'));
  expect(await ask(second, letterId, 'release', { reason: 'ขอทำเอง' }, clerk)).toMatchObject({ statusCode: 409, body: { code: 'TASK_CLAIMED' } });
  expect(await ask(clerk, letterId, 'release')).toMatchObject({ statusCode: 422, body: { code: 'REASON_REQUIRED' } });
  ok(await ask(clerk, letterId, 'release', { reason: 'ต้องไปราชการ' }));
  expect(await letters(second, '/tasks')).toContain(letterId);
  expect((await page(second, letterId)).timeline).toContainEqual(expect.objectContaining({ type: 'release', note: 'ต้องไปราชการ' }));
});

test('a supervisor gives back what somebody who is away has taken; the group goes on, and whoever had it is told', async () => {
  const { clerk, second, letterId } = await arrived('phuket');
  const head = await signIn(whole, 'phuket.office-head');
  ok(await ask(clerk, letterId, 'claim'));
  await insertRows(whole.pool, 'absence', [{ person_id: clerk.personId, from_at: new Date(Date.now() - 60_000), to_at: new Date(Date.now() + 3_600_000), kind: 'leave' }]);
  const board = ok(await head.get<{ items: readonly { letterId: string; taskId: string; rev: number; isAway: boolean; can: readonly string[] }[] }>('/supervision?state=open&limit=100'));
  const row = board.items.find((item) => item.letterId === letterId);
  expect(row).toMatchObject({ isAway: true, can: expect.arrayContaining(['reassign', 'release']) });
  expect((await page(head, letterId)).holders[0]!.can).toContain('release');
  const path = `/letters/${letterId}/tasks/${row!.taskId}/release`;
  expect(await head.post(path, { rev: row!.rev })).toMatchObject({ body: { code: 'REASON_REQUIRED' } });
  ok(await head.post(path, { rev: row!.rev, reason: 'ผู้รับงานลา' }));
  expect(await letters(second, '/tasks')).toContain(letterId);
  const { rows } = await whole.pool.query('select template from notice where letter_id = $1 and person_id = $2', [letterId, personId('phuket', 'registry-clerk')]);
  expect(rows).toEqual([{ template: 'taskWithdrawn' }]);
  expect((await page(head, letterId)).holders[0]!.can).not.toContain('release');
});
