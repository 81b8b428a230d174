import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CommitInput } from '#domain/messages';
import { applied, createRunner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, writeCommand } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { eventually } from '#test/support/worker-stack';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const ROUTE = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  { id: 'approve', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: [] },
  endNode,
], ['start register', 'register approve', 'approve approve end']);

let database: TestDatabase;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database.drop());

async function prepare(code: string): Promise<{ input: CommitInput; runner: ReturnType<typeof createRunner>; officeId: string }> {
  const office = await buildOffice(database.pool, smallOffice(code));
  const routeVersionId = await buildRoute(database.pool, office, ROUTE);
  const runner = createRunner(database.pool);
  const letterId = await buildLetter(database.pool, { office, routeVersionId });
  const event = startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') });
  const id = await writeCommand(database.pool, { letterId, event });
  return { input: await runner.prepare(letterId, { id, event }), runner, officeId: office.id };
}

/** Starts the child, waits until it has said `word`, and kills it without warning. */
async function commitAndKill(input: CommitInput, word: 'begun' | 'committed', before: () => Promise<unknown> = async () => undefined): Promise<void> {
  const root = join(__dirname, '..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'activities/testing/commit-child.ts'], {
    cwd: root, env: { ...process.env, DATABASE_URL: database.url, NODE_OPTIONS: '' }, stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const said = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(word)) resolve();
    });
  });
  child.stdin.end(JSON.stringify(input));
  await said;
  await before();
  child.kill('SIGKILL');
  await ended;
}

test('killed between the database and the acknowledgement: the repetition finds its own outcome', async () => {
  const { input, runner } = await prepare('killed-after');
  await commitAndKill(input, 'committed');
  const again = await runner.activities.commitTransition(input);
  expect(again).toMatchObject({ kind: 'ahead', own: { seq: 1 } });
  const { rows } = await database.pool.query('SELECT (SELECT count(*)::int FROM register_entry WHERE letter_id = $1) AS numbers, seq FROM letter WHERE id = $1', [input.letterId]);
  expect(rows).toEqual([{ numbers: 1, seq: 1 }]);
});

test('killed in the middle of the transaction: nothing of it is there, and the repetition takes number 1', async () => {
  const { input, runner, officeId } = await prepare('killed-within');
  const blocker = await database.pool.connect();
  await blocker.query('BEGIN');
  await blocker.query(
    `INSERT INTO number_counter (book_id, year_be) SELECT id, year FROM book, (VALUES (2569), (2570)) AS y(year) WHERE office_id = $1 AND kind = 'receive' AND unit_id IS NULL`,
    [officeId],
  );
  await commitAndKill(input, 'begun', () =>
    eventually(
      async () => (await database.pool.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'commit-child' AND wait_event_type = 'Lock'`)).rowCount === 1,
      'the commit waits for the counter',
    ),
  );
  await blocker.query('ROLLBACK');
  blocker.release();
  const result = applied(await runner.activities.commitTransition(input));
  expect(Object.values(result.outcome.numbers).map(({ no }) => no)).toEqual([1]);
});
