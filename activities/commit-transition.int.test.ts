import { createHash, randomUUID } from 'node:crypto';
import { createSubjectCache } from '#db/repositories/people-cache';
import { findBreak, letterChain, type ChainedEvent } from '#domain/audit/chain';
import type { CommitInput, CommitResult } from '#domain/messages';
import { settle, stateHash } from '#domain/route/engine';
import type { LetterEvent } from '#domain/route/events';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const INCOMING = route([
  startNode,
  {
    id: 'kind', type: 'decide', name: 'ต้องตรวจสอบหรือไม่', otherwise: 'no',
    branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field: 'subjectClass', operator: '=', value: 'unclear' }] } }],
  },
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  {
    id: 'approve', type: 'approve', name: 'พิจารณา', nameEn: 'Decide', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: ['check'], canForward: true,
    deadline: { rule: { unit: 'workingDays', amount: 3 } },
    escalation: [{ id: 'r1', when: 'beforeDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remind' }],
  },
  { id: 'check', type: 'approve', name: 'ตรวจสอบ', mode: 'one', assignees: [{ by: 'post', postCode: 'clerk' }], returnTo: [], allowDrafter: true },
  endNode,
], ['start kind', 'kind no register', 'kind yes check', 'register approve', 'approve approve end', 'check approve register']);

let database: TestDatabase;
let office: TestOffice;
let runner: Runner;
let routeVersionId: string;

beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  routeVersionId = await buildRoute(database.pool, office, INCOMING);
  runner = createRunner(database.pool, { subjects: createSubjectCache() });
});
afterAll(() => database.drop());

const one = async <T extends object>(sql: string, ...values: unknown[]): Promise<T> => (await database.pool.query<T>(sql, values)).rows[0]!;
const count = async (sql: string, ...values: unknown[]): Promise<number> => (await one<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, ...values)).n;
const refusedWith = (result: CommitResult): string => (result.kind === 'refused' ? result.code : `${result.kind}, not refused`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A letter whose start is written down but not applied. */
async function newLetter(): Promise<{ letterId: string; start: LetterEvent; startId: string }> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId });
  const start = startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') });
  return { letterId, start, startId: await writeCommand(database.pool, { letterId, event: start }) };
}
async function begin({ hasFile = false }: { readonly hasFile?: boolean } = {}): Promise<string> {
  const { letterId, start, startId } = await newLetter();
  // A letter on paper only has no page to stamp.
  if (hasFile) {
    await database.pool.query(
      `INSERT INTO document (letter_id, role, name, mime, size_bytes, sha256, uploaded_at, attached_at) VALUES ($1, 'main', 'หนังสือ.pdf', 'application/pdf', 1, '00', now(), now())`,
      [letterId],
    );
  }
  applied(await runner.offer(letterId, { id: startId, event: start }));
  return letterId;
}
/** An act of the chief on the open task, with its command, ready to be committed. */
async function prepareAct(letterId: string, change: Partial<Extract<LetterEvent, { type: 'act' }>> = {}): Promise<CommitInput> {
  const task = await runner.task(letterId);
  const event: LetterEvent = {
    type: 'act', at: new Date().toISOString(), actor: office.actor('chief'), taskId: task.id, rev: task.rev, outcome: 'approve', hasNote: false, ...change,
  };
  const id = await writeCommand(database.pool, { letterId, event });
  return runner.prepare(letterId, { id, event });
}
const commit = (input: CommitInput): Promise<CommitResult> => runner.activities.commitTransition(input);

describe('one transition', () => {
  test('writes register, task, deadline, reminder, command, audit and state at once', async () => {
    const letterId = await begin();
    expect(await one('SELECT status, seq, receive_no, deemed_received_on IS NOT NULL AS deemed FROM letter WHERE id = $1', letterId)).toEqual({
      status: 'running', seq: 1, receive_no: expect.stringMatching(/^\d+$/), deemed: true,
    });
    expect(await one('SELECT post_ids, status, node_name, node_name_en, due_at IS NOT NULL AS due, opened_seq FROM task WHERE letter_id = $1', letterId)).toEqual({
      post_ids: [office.post('chief')], status: 'open', node_name: 'พิจารณา', node_name_en: 'Decide', due: true, opened_seq: 1,
    });
    const { rows: dues } = await database.pool.query<{ kind: string }>('SELECT kind FROM due_instant WHERE letter_id = $1 ORDER BY at', [letterId]);
    expect(dues.map(({ kind }) => kind)).toEqual(['rung', 'due']);
    const result = applied(await runner.act(letterId, office.actor('chief'), 'approve', { content: { note: 'ทราบ ดำเนินการได้' } }));
    expect(result.inbox.nextAt).toBeNull();
    expect(await one('SELECT status, outcome, seq, ended_at IS NOT NULL AS ended FROM letter WHERE id = $1', letterId)).toEqual({ status: 'ended', outcome: 'closed', seq: 2, ended: true });
    expect(await one('SELECT text, seq, no, capacity FROM endorsement WHERE letter_id = $1', letterId)).toEqual({ text: 'ทราบ ดำเนินการได้', seq: 2, no: 1, capacity: 'own' });
    expect(await count(`command WHERE letter_id = $1 AND status = 'done' AND seq IS NOT NULL`, letterId)).toBe(2);
    expect(await one('SELECT status, outcome, done_by_person_id FROM task WHERE letter_id = $1', letterId)).toEqual({
      status: 'done', outcome: 'approve', done_by_person_id: office.person('chief'),
    });
    expect(await count('due_instant WHERE letter_id = $1', letterId)).toBe(0);
    expect(await one('SELECT summary FROM transition WHERE letter_id = $1 AND seq = 2', letterId)).toEqual({
      summary: expect.objectContaining({ node: { id: 'approve', name: 'พิจารณา', nameEn: 'Decide' }, outcome: 'approve', status: 'ended' }),
    });
  });

  test('stores the state that settling the outcome gives, with its hash', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    const result = applied(await commit(input));
    const stored = await one<{ state: object; state_hash: string }>('SELECT state, state_hash FROM letter WHERE id = $1', letterId);
    expect(stored.state_hash).toBe(result.stateHash);
    expect(stateHash(settle(input.state, result.outcome))).toBe(result.stateHash);
  });

  test('keeps notes and drafts out of what goes back to the workflow', async () => {
    const letterId = await begin();
    const result = await runner.act(letterId, office.actor('chief'), 'approve', { content: { note: 'ข้อความลับเฉพาะ' } });
    expect(JSON.stringify(result)).not.toContain('ข้อความลับเฉพาะ');
    const { rows } = await database.pool.query('SELECT state, audit.data, t.summary, t.outcome FROM letter JOIN transition t ON t.letter_id = letter.id JOIN audit_event audit ON audit.chain = $2 WHERE letter.id = $1', [
      letterId, letterChain(letterId),
    ]);
    expect(JSON.stringify(rows)).not.toContain('ข้อความลับเฉพาะ');
  });
});

describe('repetition', () => {
  test('a commit repeated is answered with its own stored outcome and writes nothing', async () => {
    const { letterId, start, startId } = await newLetter();
    const input = await runner.prepare(letterId, { id: startId, event: start });
    const first = applied(await commit(input));
    const again = await commit(input);
    expect(again).toMatchObject({ kind: 'ahead', stateHash: first.stateHash, own: { seq: 1, outcome: first.outcome } });
    expect(await count('register_entry WHERE letter_id = $1', letterId)).toBe(1);
    expect(await count('transition WHERE letter_id = $1', letterId)).toBe(1);
    expect(await count('audit_event WHERE chain = $1', letterChain(letterId))).toBe(1);
  });

  test('sixteen attempts of one commit at the same moment apply it once', async () => {
    const { letterId, start, startId } = await newLetter();
    const input = await runner.prepare(letterId, { id: startId, event: start });
    const results = await Promise.all(Array.from({ length: 16 }, () => commit(input)));
    expect(results.filter(({ kind }) => kind === 'applied')).toHaveLength(1);
    expect(results.filter((result) => result.kind === 'ahead' && result.own?.seq === 1)).toHaveLength(15);
    expect(await count('register_entry WHERE letter_id = $1', letterId)).toBe(1);
  });

  test('event B that finds the lost event A at its seq is told to take over, and applies after that', async () => {
    const letterId = await begin();
    const lost = await prepareAct(letterId, { outcome: 'return', returnTo: 'check', hasNote: true });
    const late = await prepareAct(letterId);
    const a = applied(await commit(lost));
    const b = await commit(late);
    expect(b).toMatchObject({ kind: 'ahead', own: null, stateHash: a.stateHash, state: { seq: 2 } });
    expect(await one('SELECT status FROM command WHERE id = $1', late.eventId)).toEqual({ status: 'pending' });
    // Offered again on the state taken over, the act meets a task that is no longer there.
    await expect(runner.prepare(letterId, { id: late.eventId, event: late.event })).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
  });

  test('a stale seq and a gap are both answered with what is stored', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    expect(await commit({ ...input, seq: 1 })).toMatchObject({ kind: 'ahead', own: null, state: { seq: 1 } });
    expect(await commit({ ...input, seq: 9 })).toMatchObject({ kind: 'ahead', own: null, state: { seq: 1 } });
    expect(await count('transition WHERE letter_id = $1', letterId)).toBe(1);
  });

  test('the same command in a later run, which has forgotten it, gets the outcome that was stored', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId, { outcome: 'return', returnTo: 'check', hasNote: true });
    const first = applied(await commit(input));
    // After continue-as-new the engine refuses the act (its task is closed); ending the command finds what it did.
    await expect(runner.prepare(letterId, { id: input.eventId, event: input.event })).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
    const ended = await runner.activities.rejectCommand({ letterId, commandId: input.eventId, seq: 2, code: 'TASK_NOT_OPEN', details: {} });
    expect(ended).toEqual({ kind: 'own', seq: 2, outcome: first.outcome });
    expect(await one('SELECT status, code FROM command WHERE id = $1', input.eventId)).toEqual({ status: 'done', code: null });
  });

  test('what a state left behind has refused is not ended: the execution is told to take over first', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    const told = await runner.activities.rejectCommand({ letterId, commandId: input.eventId, seq: 0, code: 'TASK_NOT_OPEN', details: {} });
    expect(told).toMatchObject({ kind: 'ahead', state: { seq: 1 } });
    expect(await one('SELECT status FROM command WHERE id = $1', input.eventId)).toEqual({ status: 'pending' });
  });

  test('a letter that is not there is refused', async () => {
    const { letterId, start, startId } = await newLetter();
    const input = await runner.prepare(letterId, { id: startId, event: start });
    expect(refusedWith(await commit({ ...input, letterId: randomUUID() }))).toBe('NOT_FOUND');
  });
});

describe('refusals end the command and change nothing else', () => {
  const untouched = async (letterId: string): Promise<void> => {
    expect(await one('SELECT seq, status FROM letter WHERE id = $1', letterId)).toEqual({ seq: 1, status: 'running' });
    expect(await count('endorsement WHERE letter_id = $1', letterId)).toBe(0);
    expect(await count('transition WHERE letter_id = $1', letterId)).toBe(1);
  };

  test('an event without a command row, as Temporal tools could send it, is refused', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    expect(refusedWith(await commit({ ...input, eventId: randomUUID() }))).toBe('COMMAND_MISSING');
    await untouched(letterId);
  });

  test('a command of another letter is no command', async () => {
    const [letterId, otherId] = [await begin(), await begin()];
    const input = await prepareAct(letterId);
    const other = await prepareAct(otherId);
    expect(refusedWith(await commit({ ...input, eventId: other.eventId }))).toBe('COMMAND_MISSING');
    await untouched(letterId);
  });

  test('a command that was ended is not applied any more', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await runner.activities.rejectCommand({ letterId, commandId: input.eventId, seq: 1, code: 'TASK_STALE', details: {} });
    expect(refusedWith(await commit(input))).toBe('COMMAND_MISSING');
    await untouched(letterId);
  });

  test('an event that is not the one written down is refused', async () => {
    const letterId = await begin();
    const task = await runner.task(letterId);
    const written: LetterEvent = { type: 'act', at: new Date().toISOString(), actor: office.actor('chief'), taskId: task.id, rev: 0, outcome: 'return', returnTo: 'check', hasNote: true };
    const id = await writeCommand(database.pool, { letterId, event: written });
    const forged: LetterEvent = { ...written, outcome: 'approve' };
    expect(refusedWith(await runner.offer(letterId, { id, event: forged }))).toBe('COMMAND_DIGEST_MISMATCH');
    expect(await one('SELECT status, code FROM command WHERE id = $1', id)).toEqual({ status: 'rejected', code: 'COMMAND_DIGEST_MISMATCH' });
    await untouched(letterId);
  });

  test('a command written by one person and acted by another is refused', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query('UPDATE command SET person_id = $2 WHERE id = $1', [input.eventId, office.person('clerk')]);
    expect(refusedWith(await commit(input))).toBe('COMMAND_DIGEST_MISMATCH');
    await untouched(letterId);
  });

  test('somebody in another post than the task asks for is not entitled', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    // The engine's state would let the chief act; the task's row, which the inbox shows, is the clerk's by now.
    await database.pool.query('UPDATE task SET post_ids = $2 WHERE letter_id = $1', [letterId, [office.post('clerk')]]);
    expect(refusedWith(await commit(input))).toBe('NOT_ENTITLED');
    await untouched(letterId);
  });

  test('somebody who says to act in a post that is not theirs is not entitled', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId, { actor: { personId: office.person('clerk'), postId: office.post('chief'), capacity: 'acting_for' } });
    expect(refusedWith(await commit(input))).toBe('NOT_ENTITLED');
    await untouched(letterId);
  });

  test('whoever lost the post after the act was sent is not entitled', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    const { rows } = await database.pool.query<{ id: string }>(`UPDATE appointment SET ended_at = now() WHERE post_id = $1 RETURNING id`, [office.post('chief')]);
    expect(refusedWith(await commit(input))).toBe('NOT_ENTITLED');
    await database.pool.query('UPDATE appointment SET ended_at = NULL WHERE id = $1', [rows[0]!.id]);
    await untouched(letterId);
  });

  test('while somebody acts for the post its holder is not entitled, and the acting person is', async () => {
    const letterId = await begin();
    const byHolder = await prepareAct(letterId);
    const { rows } = await database.pool.query<{ id: string }>(
      `INSERT INTO appointment (person_id, post_id, capacity, own_post_id, order_no, valid_from) VALUES ($1, $2, 'acting_for', $3, '99/2569', now() - interval '1 second') RETURNING id`,
      [office.person('deputy'), office.post('chief'), office.post('deputy')],
    );
    expect(refusedWith(await commit(byHolder))).toBe('NOT_ENTITLED');
    const acting = { personId: office.person('deputy'), postId: office.post('chief'), capacity: 'acting_for', ownPostId: office.post('deputy'), orderNo: '99/2569' } as const;
    applied(await runner.act(letterId, acting, 'approve'));
    expect(await one('SELECT capacity, order_no, own_post_id FROM endorsement WHERE letter_id = $1', letterId)).toEqual({
      capacity: 'acting_for', order_no: '99/2569', own_post_id: office.post('deputy'),
    });
    await database.pool.query('DELETE FROM appointment WHERE id = $1', [rows[0]!.id]);
  });

  test('whoever acts for a post must say from which post of their own, as the order says it', async () => {
    const letterId = await begin();
    const { rows } = await database.pool.query<{ id: string }>(
      `INSERT INTO appointment (person_id, post_id, capacity, own_post_id, order_no, valid_from) VALUES ($1, $2, 'acting_for', $3, '99/2569', now() - interval '1 second') RETURNING id`,
      [office.person('deputy'), office.post('chief'), office.post('deputy')],
    );
    const acting = { personId: office.person('deputy'), postId: office.post('chief'), capacity: 'acting_for', orderNo: '99/2569' } as const;
    for (const actor of [{ ...acting, ownPostId: office.post('a-head') }, acting]) {
      expect(refusedWith(await runner.act(letterId, actor, 'approve'))).toBe('NOT_ENTITLED');
    }
    await database.pool.query('DELETE FROM appointment WHERE id = $1', [rows[0]!.id]);
    await untouched(letterId);
  });

  test('a person whose account is closed is not entitled', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query('UPDATE person SET is_disabled = true WHERE id = $1', [office.person('chief')]);
    expect(refusedWith(await commit(input))).toBe('NOT_ENTITLED');
    await database.pool.query('UPDATE person SET is_disabled = false WHERE id = $1', [office.person('chief')]);
    await untouched(letterId);
  });

  test('who has claimed a task acts on it', async () => {
    const letterId = await begin();
    const { id: taskId, rev } = await runner.task(letterId);
    applied(await runner.send(letterId, { type: 'claim', at: new Date().toISOString(), actor: office.actor('chief'), taskId, rev }));
    expect(await one('SELECT person_id FROM task WHERE letter_id = $1', letterId)).toEqual({ person_id: office.person('chief') });
    applied(await runner.act(letterId, office.actor('chief'), 'approve'));
  });

  test('only who may reassign a task may give back by order what somebody else has claimed', async () => {
    const letterId = await begin();
    const { id: taskId, rev } = await runner.task(letterId);
    applied(await runner.send(letterId, { type: 'claim', at: new Date().toISOString(), actor: office.actor('chief'), taskId, rev }));
    const order: LetterEvent = { type: 'release', at: new Date().toISOString(), actor: office.actor('clerk'), taskId, rev: rev + 1, byOrder: true, hasReason: true };
    expect(refusedWith(await runner.send(letterId, order))).toBe('NOT_ENTITLED');
    await database.pool.query(`UPDATE post SET roles = roles || '{supervisor}'::text[] WHERE id = $1`, [office.post('clerk')]);
    applied(await runner.send(letterId, order));
    expect(await one('SELECT person_id FROM task WHERE letter_id = $1', letterId)).toEqual({ person_id: null });
    await database.pool.query(`UPDATE post SET roles = array_remove(roles, 'supervisor') WHERE id = $1`, [office.post('clerk')]);
  });

  test('a task of somebody who has claimed it is theirs alone', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query('UPDATE task SET person_id = $2 WHERE letter_id = $1', [letterId, office.person('deputy')]);
    expect(refusedWith(await commit(input))).toBe('NOT_ENTITLED');
  });

  test('a task that has changed since the actor saw it is stale', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query('UPDATE task SET rev = rev + 1 WHERE letter_id = $1', [letterId]);
    expect(await commit(input)).toMatchObject({ kind: 'refused', code: 'TASK_STALE', details: { rev: 1 } });
    expect(await one('SELECT status FROM command WHERE id = $1', input.eventId)).toEqual({ status: 'rejected' });
  });

  test('a task that has left the inbox is not open', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query(`UPDATE task SET status = 'withdrawn' WHERE letter_id = $1`, [letterId]);
    expect(refusedWith(await commit(input))).toBe('TASK_NOT_OPEN');
  });

  test('a letter above the clearance of its actor is refused even where the post would fit', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query(`UPDATE letter SET secrecy = 'secret' WHERE id = $1`, [letterId]);
    await database.pool.query(`UPDATE person SET clearance = 'none' WHERE id = $1`, [office.person('chief')]);
    expect(refusedWith(await commit(input))).toBe('CLEARANCE_TOO_LOW');
    await database.pool.query(`UPDATE person SET clearance = 'secret' WHERE id = $1`, [office.person('chief')]);
  });

  test('whoever takes in a closed envelope needs no clearance for what is in it, and cannot go on with it', async () => {
    const letterId = await buildLetter(database.pool, { office, routeVersionId, secrecy: 'confidential' });
    const start = startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk'), secrecy: 'confidential' });
    applied(await runner.send(letterId, start));
    await database.pool.query('UPDATE task SET post_ids = $2 WHERE letter_id = $1', [letterId, [office.post('clerk')]]);
    const { id: taskId, rev } = await runner.task(letterId);
    const claim: LetterEvent = { type: 'claim', at: new Date().toISOString(), actor: office.actor('clerk'), taskId, rev };
    const id = await writeCommand(database.pool, { letterId, event: claim });
    const loaded = await runner.activities.loadLetter({ letterId });
    // The engine, too, would let the chief's task go to nobody else: only the commit is asked here.
    const input: CommitInput = { letterId, seq: 2, eventId: id, event: claim, state: { ...loaded.state!, seq: 2 }, effects: [] };
    expect(refusedWith(await commit(input))).toBe('CLEARANCE_TOO_LOW');
  });

  test('holding a letter is for whoever steers it, not for anybody in the office', async () => {
    const letterId = await begin();
    const hold = (post: string): LetterEvent => ({ type: 'hold', at: new Date().toISOString(), actor: office.actor(post), seq: 1, hasReason: true });
    expect(refusedWith(await runner.send(letterId, hold('a-officer'), { reason: 'รอข้อมูล' }))).toBe('NOT_ENTITLED');
    applied(await runner.send(letterId, hold('chief'), { reason: 'รอข้อมูล' }));
    expect(await one('SELECT status, seq FROM letter WHERE id = $1', letterId)).toEqual({ status: 'held', seq: 2 });
  });

  test('an act on the whole letter is done in a post and a capacity that its actor has', async () => {
    const letterId = await begin();
    const hold = (change: object): LetterEvent => ({ type: 'hold', at: new Date().toISOString(), actor: { ...office.actor('chief'), ...change }, seq: 1, hasReason: true });
    for (const change of [{ postId: office.post('deputy') }, { capacity: 'acting_for' }, { ownPostId: office.post('deputy') }]) {
      expect(refusedWith(await runner.send(letterId, hold(change), { reason: 'รอข้อมูล' }))).toBe('NOT_ENTITLED');
    }
    await untouched(letterId);
  });

  test('a refusal after the command was taken up by the dispatcher waits to be seen', async () => {
    const letterId = await begin();
    const input = await prepareAct(letterId);
    await database.pool.query('UPDATE task SET post_ids = $2 WHERE letter_id = $1', [letterId, [office.post('clerk')]]);
    await database.pool.query('UPDATE command SET attempts = 2 WHERE id = $1', [input.eventId]);
    expect(refusedWith(await commit(input))).toBe('NOT_ENTITLED');
    expect(await one('SELECT is_seen, status FROM command WHERE id = $1', input.eventId)).toEqual({ is_seen: false, status: 'rejected' });
  });
});

describe('machine events', () => {
  test('a timer is taken when it is due, once, and reminds', async () => {
    const letterId = await begin();
    const { timer_id: timerId } = await one<{ timer_id: string }>(`UPDATE due_instant SET at = now() - interval '1 hour' WHERE letter_id = $1 AND kind = 'rung' RETURNING timer_id`, letterId);
    const { events } = await runner.activities.readInbox({ letterId });
    expect(events).toEqual([{ id: `timer:${timerId}:0`, event: expect.objectContaining({ type: 'timer', timerId, nth: 0 }) }]);
    applied(await runner.offer(letterId, events[0]!));
    expect(await one('SELECT fired_at IS NOT NULL AS fired, nth FROM due_instant WHERE letter_id = $1 AND timer_id = $2', letterId, timerId)).toEqual({ fired: true, nth: 1 });
    expect(await one('SELECT template, post_ids, why FROM notice WHERE letter_id = $1', letterId)).toEqual({ template: 'taskReminder', post_ids: [office.post('chief')], why: 'holder' });
    expect((await runner.activities.readInbox({ letterId })).events).toEqual([]);
  });

  test.each([
    ['that a changed calendar has moved', `UPDATE due_instant SET at = now() + interval '1 day'`],
    ['that has been set anew', `UPDATE due_instant SET nth = nth + 1`],
    ['that has fired', `UPDATE due_instant SET fired_at = now()`],
    ['that has been cleared', `DELETE FROM due_instant`],
  ])('a timer %s meanwhile is not taken', async (_name, change) => {
    const letterId = await begin();
    await database.pool.query(`UPDATE due_instant SET at = now() - interval '1 hour' WHERE letter_id = $1 AND kind = 'rung'`, [letterId]);
    const { events } = await runner.activities.readInbox({ letterId });
    const input = await runner.prepare(letterId, events[0]!);
    await database.pool.query(`${change} WHERE letter_id = $1 AND kind = 'rung'`, [letterId]);
    expect(refusedWith(await commit(input))).toBe('EVENT_OUTDATED');
    expect(await count('notice WHERE letter_id = $1', letterId)).toBe(0);
  });

  test('news that does not stand in the inbox is not believed', async () => {
    const letterId = await begin({ hasFile: true });
    const state = await runner.load(letterId);
    const effectId = state.pendingEffects[0]!;
    const event: LetterEvent = { type: 'effectReported', at: new Date().toISOString(), effectId, ok: true };
    expect(refusedWith(await runner.offer(letterId, { id: `effect:${effectId}`, event }))).toBe('EVENT_OUTDATED');
    await database.pool.query('INSERT INTO letter_event (letter_id, key, event) VALUES ($1, $2, $3)', [letterId, `effect:${effectId}`, JSON.stringify(event)]);
    expect(await runner.drain(letterId)).toBe(1);
    expect((await runner.load(letterId)).pendingEffects).toEqual([]);
    expect(await count('letter_event WHERE letter_id = $1 AND consumed_at IS NULL', letterId)).toBe(0);
  });

  test('an event that the engine will never take is dropped from the inbox', async () => {
    const letterId = await begin();
    const event: LetterEvent = { type: 'effectReported', at: new Date().toISOString(), effectId: 'e999', ok: true };
    await database.pool.query('INSERT INTO letter_event (letter_id, key, event) VALUES ($1, $2, $3)', [letterId, 'effect:e999', JSON.stringify(event)]);
    await runner.activities.rejectCommand({ letterId, commandId: 'effect:e999', seq: 1, code: 'EVENT_OUTDATED', details: {} });
    expect((await runner.activities.readInbox({ letterId })).events).toEqual([]);
  });

  test('the next instant is that of the earliest timer to come', async () => {
    const letterId = await begin();
    const { at } = await one<{ at: string }>('SELECT min(at) AS at FROM due_instant WHERE letter_id = $1', letterId);
    expect((await runner.activities.readInbox({ letterId })).nextAt).toBe(new Date(at).toISOString());
  });
});

test('a letter that was started but never applied is found with its start in the inbox', async () => {
  const { letterId, start, startId } = await newLetter();
  const loaded = await runner.activities.loadLetter({ letterId });
  expect(loaded).toMatchObject({ state: null, inbox: { events: [{ id: startId, event: start }] } });
  expect(Object.keys(loaded.routes)).toEqual([routeVersionId]);
});

test('a route whose definition is not what was published is refused', async () => {
  const versionId = await buildRoute(database.pool, office, { ...INCOMING, name: 'รับหนังสือ ๒' }, 'tampered');
  await database.pool.query('ALTER TABLE route_version DISABLE TRIGGER route_version_published');
  await database.pool.query(`UPDATE route_version SET definition = jsonb_set(definition, '{name}', '"อื่น"') WHERE id = $1`, [versionId]);
  await database.pool.query('ALTER TABLE route_version ENABLE TRIGGER route_version_published');
  await expect(runner.activities.loadRoutes({ ids: [versionId] })).rejects.toMatchObject({ code: 'ROUTE_INVALID' });
  await expect(runner.activities.loadRoutes({ ids: [randomUUID()] })).rejects.toMatchObject({ code: 'ROUTE_MISSING' });
});

describe('audit chain', () => {
  const chainOf = async (letterId: string): Promise<ChainedEvent[]> =>
    (
      await database.pool.query<ChainedEvent>(
        `SELECT chain, seq, at, office_id AS "officeId", person_id AS "personId", post_id AS "postId", kind, data, prev_hash AS "prevHash", hash
         FROM audit_event WHERE chain = $1 ORDER BY seq`,
        [letterChain(letterId)],
      )
    ).rows;

  test('a life leaves a whole chain whose end stands in the letter', async () => {
    const letterId = await begin();
    await runner.act(letterId, office.actor('chief'), 'return', { returnTo: 'check', content: { note: 'โปรดตรวจสอบ' } });
    await runner.act(letterId, office.actor('clerk'), 'approve');
    await runner.act(letterId, office.actor('chief'), 'approve');
    const chain = await chainOf(letterId);
    expect(chain.map(({ kind }) => kind)).toEqual(['letter.start', 'letter.act', 'letter.act', 'letter.act']);
    expect(findBreak(chain, sha256)).toBeNull();
    expect(await one('SELECT audit_seq, audit_hash FROM letter WHERE id = $1', letterId)).toEqual({ audit_seq: 4, audit_hash: chain.at(-1)!.hash });
  });

  test('what is changed behind its back shows at its place', async () => {
    const letterId = await begin();
    await runner.act(letterId, office.actor('chief'), 'approve');
    await database.pool.query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only');
    await database.pool.query(`UPDATE audit_event SET person_id = $2 WHERE chain = $1 AND seq = 2`, [letterChain(letterId), office.person('clerk')]);
    await database.pool.query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_append_only');
    expect(findBreak(await chainOf(letterId), sha256)).toEqual({ seq: 2, why: 'content' });
  });

  test('audit events cannot be changed or removed', async () => {
    const letterId = await begin();
    await expect(database.pool.query('DELETE FROM audit_event WHERE chain = $1', [letterChain(letterId)])).rejects.toThrow('append-only');
  });
});
