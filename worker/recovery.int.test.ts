import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLetters, isSound } from '#cli/check/check-letters';
import { reconcileLetters, resumeLetter, resumeLetters } from '#db/letter-repair';
import { startDispatcher } from './command-dispatcher';
import type { LetterEvent } from '#domain/route/events';
import { createRunner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { eventually, openWorkerStack, type WorkerStack } from '#test/support/worker-stack';
import { CHANNELS } from '#db/channels';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(180_000);

const ROUTE = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  { id: 'first', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'deputy' }], returnTo: [] },
  { id: 'second', type: 'approve', name: 'อนุมัติ', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: [] },
  endNode,
], ['start register', 'register first', 'first approve second', 'second approve end']);

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: TestDatabase;
let stack: WorkerStack;
let office: TestOffice;
let routeVersionId: string;

beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  routeVersionId = await buildRoute(database.pool, office, ROUTE);
  stack = await openWorkerStack(database.pool);
  await stack.startWorker();
});
afterAll(async () => {
  await stack.close();
  await database.drop();
});

const one = async <T extends object>(sql: string, ...values: unknown[]): Promise<T | undefined> => (await database.pool.query<T>(sql, values)).rows[0];
const statusOf = async (letterId: string): Promise<string | undefined> => (await one<{ status: string }>('SELECT status FROM letter WHERE id = $1', letterId))?.status;

const actsOn = async (letterId: string): Promise<number> => (await one<{ n: number }>(`SELECT count(*)::int AS n FROM transition WHERE letter_id = $1 AND event_type = 'act'`, letterId))!.n;

async function newLetter(): Promise<{ letterId: string; event: LetterEvent }> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId });
  return { letterId, event: startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') }) };
}
async function begin(): Promise<string> {
  const { letterId, event } = await newLetter();
  await stack.send(letterId, event);
  return letterId;
}
/** A command as the API leaves it when it could not reach Temporal: written down, offered to nobody, some seconds old. */
async function leave(letterId: string, event: LetterEvent): Promise<string> {
  return writeCommand(database.pool, { letterId, event, createdAt: new Date(Date.now() - 5_000).toISOString() });
}
async function approval(letterId: string, post: string): Promise<LetterEvent> {
  const task = await one<{ id: string; rev: number }>(`SELECT id, rev FROM task WHERE letter_id = $1 AND status = 'open'`, letterId);
  return { type: 'act', at: new Date().toISOString(), actor: office.actor(post), taskId: task!.id, rev: task!.rev, outcome: 'approve', hasNote: false };
}
const ended = (commandId: string): Promise<unknown> => eventually(async () => (await one<{ status: string }>('SELECT status FROM command WHERE id = $1', commandId))?.status === 'done', 'the command is done');

describe('commands without an answer', () => {
  test('a start that reached nobody begins the letter', async () => {
    const { letterId, event } = await newLetter();
    await ended(await leave(letterId, event));
    expect(await statusOf(letterId)).toBe('running');
  });

  test('an act that reached nobody is applied, once', async () => {
    const letterId = await begin();
    await ended(await leave(letterId, await approval(letterId, 'deputy')));
    expect(await actsOn(letterId)).toBe(1);
  });

  test('an act on a letter whose execution was lost brings the execution back', async () => {
    const letterId = await begin();
    await stack.client.workflow.getHandle(`letter/${letterId}`).terminate('lost');
    await ended(await leave(letterId, await approval(letterId, 'deputy')));
    expect((await stack.letters.view(letterId, 10_000))!.seq).toBeGreaterThanOrEqual(2);
  });

  test('an act that was applied while its answer was lost is answered from its row', async () => {
    const letterId = await begin();
    const event = await approval(letterId, 'deputy');
    const id = await writeCommand(database.pool, { letterId, event });
    const first = await stack.letters.offer({ id, letterId, event, timeoutMs: 30_000 });
    await stack.client.workflow.getHandle(`letter/${letterId}`).terminate('lost');
    expect(await stack.letters.offer({ id, letterId, event, timeoutMs: 30_000 })).toEqual(first);
    expect(await actsOn(letterId)).toBe(1);
  });

  test('an act on a letter that has ended meanwhile is refused and waits to be seen', async () => {
    const letterId = await begin();
    const late = await approval(letterId, 'deputy');
    await stack.act(letterId, office.actor('deputy'), 'approve');
    await stack.act(letterId, office.actor('chief'), 'approve');
    const id = await leave(letterId, late);
    await eventually(async () => (await one<{ code: string }>('SELECT code FROM command WHERE id = $1', id))?.code === 'LETTER_ENDED', 'it is refused');
    expect(await one('SELECT is_seen FROM command WHERE id = $1', id)).toEqual({ is_seen: false });
  });

  test('a letter that waits for an operator is left alone', async () => {
    const letterId = await begin();
    await database.pool.query(`UPDATE letter SET ahead_flag = '{"seq": 9}' WHERE id = $1`, [letterId]);
    const flagged = await leave(letterId, await approval(letterId, 'deputy'));
    const other = await begin();
    await ended(await leave(other, await approval(other, 'deputy')));
    expect(await one('SELECT status FROM command WHERE id = $1', flagged)).toEqual({ status: 'pending' });
    await resumeLetter(database.pool, stack.letters, { letterId, by: { personId: null, postId: null, at: new Date().toISOString() } });
    await ended(flagged);
  });

  test('two dispatchers side by side have forty left commands applied once each', async () => {
    const second = startDispatcher({ pool: database.pool, letters: stack.letters, log: SILENT });
    const letters = await Promise.all(Array.from({ length: 40 }, () => newLetter()));
    const ids = await Promise.all(letters.map(({ letterId, event }) => leave(letterId, event)));
    await Promise.all(ids.map((id) => ended(id)));
    await second.stop();
    expect(await one(`SELECT count(*)::int AS n FROM register_entry WHERE letter_id = ANY($1)`, letters.map(({ letterId }) => letterId))).toEqual({ n: 40 });
  });
});

describe('after Temporal was lost', () => {
  test('every open letter is resumed from PostgreSQL, and those that run are left alone', async () => {
    const [lost, alive] = [await begin(), await begin()];
    await stack.client.workflow.getHandle(`letter/${lost}`).terminate('lost');
    const run = (await stack.client.workflow.getHandle(`letter/${alive}`).describe()).runId;
    expect((await resumeLetters(database.pool, stack.letters)).resumed).toBeGreaterThanOrEqual(1);
    expect((await stack.client.workflow.getHandle(`letter/${alive}`).describe()).runId).toBe(run);
    await stack.act(lost, office.actor('deputy'), 'approve');
    await stack.act(lost, office.actor('chief'), 'approve');
    expect(await statusOf(lost)).toBe('ended');
  });

  test('an execution that PostgreSQL has left behind begins anew when it is reconciled', async () => {
    const letterId = await begin();
    // Somebody commits past the execution, as another execution of the same letter would have.
    await createRunner(database.pool).act(letterId, office.actor('deputy'), 'approve');
    expect(await stack.letters.view(letterId, 10_000)).toMatchObject({ seq: 1 });
    expect((await reconcileLetters(database.pool, stack.letters)).begunAnew).toBe(1);
    await eventually(async () => ((await stack.letters.view(letterId, 10_000))?.seq ?? 0) >= 2, 'it takes over');
    await stack.act(letterId, office.actor('chief'), 'approve');
    expect(await statusOf(letterId)).toBe('ended');
  });

  test('an execution that missed a nudge is woken by whoever looks after sleepers', async () => {
    const letterId = await begin();
    const { pendingEffects } = (await one<{ pendingEffects: string[] }>(`SELECT state->'pendingEffects' AS "pendingEffects" FROM letter WHERE id = $1`, letterId))!;
    const event: LetterEvent = { type: 'effectReported', at: new Date().toISOString(), effectId: pendingEffects[0] ?? 'e0', ok: false };
    await database.pool.query(`INSERT INTO letter_event (letter_id, key, event, created_at) VALUES ($1, 'effect:late', $2, now() - interval '5 minutes')`, [letterId, JSON.stringify(event)]);
    await eventually(async () => (await one('SELECT 1 FROM letter_event WHERE letter_id = $1 AND key = $2 AND consumed_at IS NOT NULL', letterId, 'effect:late')) !== undefined, 'the news is taken', 60_000);
  });
});

test('a mail to an outside address is written once and does not say what is classified', async () => {
  const letterId = await begin();
  const write = async (secrecy: string, subject: string): Promise<string> => {
    const deliveryId = randomUUID();
    await database.pool.query('UPDATE letter SET secrecy = $2, subject = $3 WHERE id = $1', [letterId, secrecy, subject]);
    await database.pool.query(
      `INSERT INTO delivery (id, from_letter_id, from_office_id, to_address, role, expect, status, sent_at) VALUES ($1, $2, $3, $4, 'lead', 'nothing', 'sent', now())`,
      [deliveryId, letterId, office.id, JSON.stringify({ name: 'สำนักงานเขต', address: 'saraban@example.go.th' })],
    );
    await database.pool.query(`INSERT INTO outbox (effect_id, letter_id, order_key, kind, payload) VALUES ($1, $2, $1, 'mail', $3)`, [`mail:${deliveryId}`, letterId, JSON.stringify({ deliveryId })]);
    await eventually(async () => (await one('SELECT 1 FROM outbox WHERE effect_id = $1 AND sent_at IS NOT NULL', `mail:${deliveryId}`)) !== undefined, 'the mail is written');
    const file = readFileSync(join(stack.folder, 'mail', `${deliveryId}.eml`), 'utf8');
    return [...file.matchAll(/([A-Za-z0-9+/=]{16,})/g)].map(([text]) => Buffer.from(text, 'base64').toString()).join('\n');
  };
  expect(await write('none', 'ขอเชิญประชุม')).toContain('ขอเชิญประชุม');
  expect(await write('secret', 'แผนลับ')).not.toContain('แผนลับ');
  expect(readdirSync(join(stack.folder, 'mail')).filter((name) => !name.endsWith('.eml'))).toEqual([]);
});

test('an effect that fails is tried again later, and what follows it for the same addressee waits', async () => {
  const letterId = await begin();
  const missing = randomUUID();
  // A row that cannot be carried out (no delivery id) stands before one that could.
  await database.pool.query(`INSERT INTO outbox (effect_id, letter_id, order_key, kind, payload) VALUES ($1, $2, 'same', 'deliver', '{}'), ($3, $2, 'same', 'recall', $4)`, [
    `broken:${letterId}`, letterId, `behind:${letterId}`, JSON.stringify({ deliveryId: missing }),
  ]);
  await database.pool.query(`SELECT pg_notify($1, '')`, [CHANNELS.outbox]);
  await eventually(async () => (await one<{ attempts: number }>('SELECT attempts FROM outbox WHERE effect_id = $1', `broken:${letterId}`))!.attempts >= 2, 'it is tried again');
  expect(await one('SELECT sent_at, last_error FROM outbox WHERE effect_id = $1', `broken:${letterId}`)).toMatchObject({ sent_at: null, last_error: expect.stringContaining('deliveryId') });
  expect(await one('SELECT attempts, sent_at FROM outbox WHERE effect_id = $1', `behind:${letterId}`)).toEqual({ attempts: 0, sent_at: null });
  await database.pool.query('DELETE FROM outbox WHERE effect_id = $1', [`broken:${letterId}`]);
  await eventually(async () => (await one('SELECT 1 FROM outbox WHERE effect_id = $1 AND sent_at IS NOT NULL', `behind:${letterId}`)) !== undefined, 'the next one follows');
});

test('after all this every invariant holds and every open letter has an execution that agrees', async () => {
  await resumeLetters(database.pool, stack.letters);
  const { report, findings } = await checkLetters({ pool: database.pool, letters: stack.letters, settleSeconds: 60 });
  expect(findings).toEqual([]);
  expect(isSound(report)).toBe(true);
  expect(report.open).toBeGreaterThan(5);
});
