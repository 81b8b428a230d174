import { createLetterActivities } from '#activities/letter-activities';
import type { CommandAnswer } from '#domain/messages';
import type { LetterEvent } from '#domain/route/events';
import { buildLetter, buildOffice, buildRoute, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { openTemporal, type LetterTemporal } from '#test/support/letter-worker';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const ROUTE = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  { id: 'approve', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: [] },
  endNode,
], ['start register', 'register approve', 'approve approve end']);

let database: TestDatabase;
let office: TestOffice;
let temporal: LetterTemporal;
let routeVersionId: string;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  routeVersionId = await buildRoute(database.pool, office, ROUTE);
  temporal = await openTemporal();
  worker = await temporal.startWorker(createLetterActivities({ pool: database.pool }));
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
  await database.drop();
});

async function begin(): Promise<string> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId });
  const event = startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') });
  const id = await writeCommand(database.pool, { letterId, event });
  await temporal.startWith(letterId, id, event);
  return letterId;
}

async function approve(letterId: string): Promise<CommandAnswer> {
  const task = (await database.pool.query<{ id: string; rev: number }>('SELECT id, rev FROM task WHERE letter_id = $1', [letterId])).rows[0]!;
  const event: LetterEvent = {
    type: 'act', at: new Date().toISOString(), actor: office.actor('chief'), taskId: task.id, rev: task.rev, outcome: 'approve', hasNote: false,
  };
  const id = await writeCommand(database.pool, { letterId, event });
  return temporal.command(letterId, { id, event });
}

test('a letter is registered, approved and closed through the workflow', async () => {
  const letterId = await begin();
  const answer = await approve(letterId);
  expect(answer.seq).toBe(2);
  expect((await database.pool.query('SELECT status, receive_no FROM letter WHERE id = $1', [letterId])).rows).toEqual([{ status: 'ended', receive_no: '1' }]);
  await temporal.client.workflow.getHandle(`letter/${letterId}`).result();
});

test('a worker that was stopped in the middle of a life is replaced by one that replays it', async () => {
  const letterId = await begin();
  await worker.stop();
  worker = await temporal.startWorker(createLetterActivities({ pool: database.pool }));
  expect((await approve(letterId)).seq).toBe(2);
  expect((await database.pool.query('SELECT status FROM letter WHERE id = $1', [letterId])).rows).toEqual([{ status: 'ended' }]);
});
