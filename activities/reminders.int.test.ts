/** Reminders by a supervisor as the commit keeps them. */
import { listNotices } from '#db/repositories/notices';
import { findSubject } from '#db/repositories/people';
import type { CommitResult } from '#domain/messages';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, smallOffice, startEvent, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const WORK = route([
  startNode,
  { id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'post', postCode: 'a-officer' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  endNode,
], ['start work', 'work done end']);

let database: TestDatabase;
/** Each test has an office of its own, so that nobody has been reminded before. */
let offices = 0;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database.drop());

type Stage = { readonly office: TestOffice; readonly runner: Runner; newLetter(): Promise<string>; remind(letterId: string, by?: string): Promise<CommitResult> };

async function openStage(clock: () => Date = () => new Date()): Promise<Stage> {
  const office = await buildOffice(database.pool, smallOffice(`office-${(offices += 1)}`));
  const routeVersionId = await buildRoute(database.pool, office, WORK);
  const runner = createRunner(database.pool, { clock });
  return {
    office, runner,
    async newLetter() {
      const letterId = await buildLetter(database.pool, { office, routeVersionId });
      applied(await runner.send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk') })));
      return letterId;
    },
    async remind(letterId, by = 'chief') {
      const { id: taskId, rev } = await runner.task(letterId);
      return runner.send(letterId, { type: 'remind', at: clock().toISOString(), actor: office.actor(by), taskId, rev, hasReason: true }, { reason: 'โปรดเร่งดำเนินการ' });
    },
  };
}
const noticesOf = async ({ office }: Stage, post: string) => {
  const reader = await findSubject(database.pool, { personId: office.person(post), at: new Date().toISOString() });
  return listNotices(database.pool, { reader: reader!, limit: 25, after: null });
};

test('two letters of one person make one notice of the day with both in it, and who was reminded of what is kept', async () => {
  const stage = await openStage();
  const [first, second] = [await stage.newLetter(), await stage.newLetter()];
  applied(await stage.remind(first));
  await database.pool.query('update notice set read_at = now() where person_id = $1', [stage.office.person('a-officer')]);
  applied(await stage.remind(second));
  const { items, total, unread } = await noticesOf(stage, 'a-officer');
  expect({ total, unread }).toEqual({ total: 1, unread: 1 });
  expect(items[0]).toMatchObject({ template: 'supervisorReminder', letterId: second, letters: [{ letterId: second }, { letterId: first }] });
  const { rows } = await database.pool.query('select letter_id, person_id, by_person_id, by_post_id, reason from reminder where person_id = $1 order by at', [stage.office.person('a-officer')]);
  const by = { person_id: stage.office.person('a-officer'), by_person_id: stage.office.person('chief'), by_post_id: stage.office.post('chief'), reason: 'โปรดเร่งดำเนินการ' };
  expect(rows).toEqual([{ letter_id: first, ...by }, { letter_id: second, ...by }]);
});

test('the reminder is audited and a line of the letter, and the task stays as it was', async () => {
  const stage = await openStage();
  const letterId = await stage.newLetter();
  const before = await stage.runner.task(letterId);
  applied(await stage.remind(letterId));
  expect(await stage.runner.task(letterId)).toEqual(before);
  const { rows } = await database.pool.query(
    `select t.event_type, t.summary->'task'->>'id' as task, (select kind from audit_event where chain = 'letter/' || t.letter_id order by seq desc limit 1) as audited,
            (select reminded_at is not null from task where letter_id = t.letter_id) as reminded from transition t where letter_id = $1 order by seq desc limit 1`,
    [letterId],
  );
  expect(rows).toEqual([{ event_type: 'remind', task: before.id, audited: 'letter.remind', reminded: true }]);
});

test('the same letter is reminded of once a day, and again the next day by a new notice', async () => {
  let now = Date.parse('2026-11-24T16:30:00.000Z');
  const stage = await openStage(() => new Date(now));
  const letterId = await stage.newLetter();
  applied(await stage.remind(letterId));
  expect(await stage.remind(letterId)).toMatchObject({ kind: 'refused', code: 'REMINDED_TODAY' });
  expect((await noticesOf(stage, 'a-officer')).total).toBe(1);
  // Half an hour later it is the next day in Bangkok.
  now += 31 * 60_000;
  applied(await stage.remind(letterId));
  expect((await noticesOf(stage, 'a-officer')).total).toBe(2);
});

test('whoever acts for an absent holder is reminded; nobody is where the post is vacant', async () => {
  const stage = await openStage();
  const letterId = await stage.newLetter();
  await database.pool.query(`insert into succession (post_id, sort_order, successor_post_id) values ($1, 1, $2)`, [stage.office.post('a-officer'), stage.office.post('a-head')]);
  await database.pool.query(`insert into absence (person_id, from_at, to_at, kind) values ($1, now() - interval '1 day', now() + interval '1 day', 'leave')`, [stage.office.person('a-officer')]);
  applied(await stage.remind(letterId));
  expect((await noticesOf(stage, 'a-head')).total).toBe(1);
  expect((await noticesOf(stage, 'a-officer')).total).toBe(0);
  const vacant = await stage.newLetter();
  await database.pool.query('update appointment set ended_at = now() - interval \'1 minute\' where post_id = any($1::uuid[])', [[stage.office.post('a-officer'), stage.office.post('a-head')]]);
  expect(await stage.remind(vacant)).toMatchObject({ kind: 'refused', code: 'NOBODY_TO_REMIND' });
});

test('only who supervises the task may remind', async () => {
  const stage = await openStage();
  const letterId = await stage.newLetter();
  expect(await stage.remind(letterId, 'b-head')).toMatchObject({ kind: 'refused', code: 'NOT_ENTITLED' });
  expect((await noticesOf(stage, 'a-officer')).total).toBe(0);
});
