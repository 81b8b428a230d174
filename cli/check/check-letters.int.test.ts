import { createLetterActivities } from '#activities/letter-activities';
import type { LifeStateView } from '#domain/messages';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { checkLetters, isSound, type Checked } from './check-letters';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const ROUTE = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  {
    id: 'approve', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: [], deadline: { rule: { unit: 'workingDays', amount: 3 } },
  },
  endNode,
], ['start register', 'register approve', 'approve approve end']);

let database: TestDatabase;
let office: TestOffice;
let runner: Runner;
let routeVersionId: string;

// Every test damages a database of its own.
beforeEach(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  routeVersionId = await buildRoute(database.pool, office, ROUTE);
  runner = createRunner(database.pool);
});
afterEach(() => database.drop());

async function begin(): Promise<string> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId });
  // With a page to stamp, which is an effect to carry out.
  await database.pool.query(
    `INSERT INTO document (letter_id, role, name, mime, size_bytes, sha256, uploaded_at, attached_at) VALUES ($1, 'main', 'หนังสือ.pdf', 'application/pdf', 1, '00', now(), now())`,
    [letterId],
  );
  applied(await runner.send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') })));
  // Nobody carries effects out in this test.
  await database.pool.query('UPDATE outbox SET sent_at = now()');
  return letterId;
}
const check = (letters: Parameters<typeof checkLetters>[0]['letters'] = null): Promise<Checked> => checkLetters({ pool: database.pool, letters, settleSeconds: 0 });
const damage = (sql: string, ...values: unknown[]): Promise<unknown> => database.pool.query(sql, values);

test('letters in all their states are sound', async () => {
  const [, closed] = [await begin(), await begin()];
  applied(await runner.act(closed, office.actor('chief'), 'approve', { content: { note: 'ทราบ' } }));
  const { report, findings } = await check();
  expect(findings).toEqual([]);
  expect(report).toMatchObject({ letters: 2, numbersIssued: 2, lost: 0, doubled: 0, gaps: 0, duplicates: 0, auditBroken: 0, drift: 0, stuck: 0 });
  expect(isSound(report)).toBe(true);
});

test.each([
  ['a transition is missing', `DELETE FROM transition WHERE letter_id = $1 AND seq = 1`, 'lost'],
  ['a done command has no transition', `UPDATE transition SET event_id = 'other' WHERE letter_id = $1 AND seq = 1`, 'lost'],
  ['an applied command was set back', `UPDATE command SET status = 'rejected' WHERE letter_id = $1`, 'lost'],
  ['an entry of the state is gone', `UPDATE register_entry SET letter_id = NULL WHERE letter_id = $1`, 'lost'],
  ['the state was changed', `UPDATE letter SET state = jsonb_set(state, '{nextId}', '99') WHERE id = $1`, 'drift'],
  ['the hash was changed', `UPDATE letter SET state_hash = 'x' WHERE id = $1`, 'drift'],
  ['the status was changed', `UPDATE letter SET status = 'held' WHERE id = $1`, 'drift'],
  ['a task left the inbox by itself', `UPDATE task SET status = 'withdrawn' WHERE letter_id = $1`, 'drift'],
  ['a task changed hands by itself', `UPDATE task SET post_ids = '{}' WHERE letter_id = $1`, 'drift'],
  ['a deadline is gone', `DELETE FROM due_instant WHERE letter_id = $1`, 'drift'],
  ['a deadline passed unnoticed', `UPDATE due_instant SET at = now() - interval '1 hour' WHERE letter_id = $1`, 'stuck'],
  ['a command has no outcome', `UPDATE command SET status = 'pending' WHERE letter_id = $1`, 'stuck'],
  ['an effect was not carried out', `UPDATE outbox SET sent_at = NULL WHERE letter_id = $1`, 'stuck'],
  ['an execution was ahead', `UPDATE letter SET ahead_flag = '{}' WHERE id = $1`, 'stuck'],
  ['the audit chain was cut', `UPDATE letter SET audit_seq = 7 WHERE id = $1`, 'auditBroken'],
] as const)('it is found when %s', async (_, sql, trouble) => {
  const letterId = await begin();
  await damage(sql, letterId);
  const { report, findings } = await check();
  expect(findings).toContainEqual(expect.objectContaining({ trouble, letterId }));
  expect(report[trouble]).toBeGreaterThan(0);
  expect(isSound(report)).toBe(false);
});

test('a changed audit event is found', async () => {
  const letterId = await begin();
  await damage('ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only');
  await damage(`UPDATE audit_event SET data = '{}' WHERE chain = 'letter/' || $1`, letterId);
  expect((await check()).report).toMatchObject({ auditBroken: 1 });
});

test('an ended letter with an open task is found', async () => {
  const letterId = await begin();
  applied(await runner.act(letterId, office.actor('chief'), 'approve'));
  await damage(`UPDATE task SET status = 'open' WHERE letter_id = $1`, letterId);
  expect((await check()).report).toMatchObject({ stuck: 1 });
});

test('a task acted on twice is found', async () => {
  const letterId = await begin();
  applied(await runner.act(letterId, office.actor('chief'), 'approve'));
  await damage(`INSERT INTO transition SELECT letter_id, 3, 'again', event_type, at, committed_at, person_id, post_id, capacity, summary, outcome, state_hash FROM transition WHERE letter_id = $1 AND seq = 2`, letterId);
  expect((await check()).report).toMatchObject({ doubled: 1 });
});

test('a skipped number is found, and so is a counter ahead of its book', async () => {
  await begin();
  await begin();
  await damage('UPDATE register_entry SET no = 3 WHERE no = 2');
  expect((await check()).report).toMatchObject({ gaps: 1, duplicates: 0 });
  await damage('UPDATE register_entry SET no = 2 WHERE no = 3');
  await damage('UPDATE number_counter SET last_no = 5');
  expect((await check()).report).toMatchObject({ gaps: 3 });
});

describe('executions', () => {
  const believing = (views: { readonly [id: string]: LifeStateView | null }) => ({ view: (id: string) => Promise.resolve(views[id] ?? null) });

  test('an execution that believes what is stored is no finding', async () => {
    const letterId = await begin();
    const { state, stateHash } = await createLetterActivities({ pool: database.pool }).loadLetter({ letterId });
    const { report } = await check(believing({ [letterId]: { seq: state!.seq, status: 'running', stateHash, openTasks: [] } }));
    expect(report).toMatchObject({ open: 1, drift: 0, stuck: 0 });
  });

  test('a letter that no execution drives is stuck, one that believes something else has drifted', async () => {
    const [lost, drifted] = [await begin(), await begin()];
    const { report, findings } = await check(believing({ [drifted]: { seq: 9, status: 'running', stateHash: 'x', openTasks: [] } }));
    expect(report).toMatchObject({ open: 2, drift: 1, stuck: 1 });
    expect(findings).toContainEqual({ trouble: 'stuck', letterId: lost, what: 'no execution drives it' });
  });

  test('letters made for load have no executions and need none', async () => {
    const letterId = await begin();
    await damage('UPDATE letter SET is_generated = true WHERE id = $1', letterId);
    expect((await check(believing({}))).report).toMatchObject({ open: 0, stuck: 0 });
  });
});

test('what is on its way is given time to arrive', async () => {
  const letterId = await begin();
  const event = startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') });
  const id = await writeCommand(database.pool, { letterId, event });
  const checking = checkLetters({ pool: database.pool, letters: null, settleSeconds: 30 });
  await damage(`UPDATE command SET status = 'rejected' WHERE id = $1`, id);
  expect((await checking).report).toMatchObject({ stuck: 0 });
});
