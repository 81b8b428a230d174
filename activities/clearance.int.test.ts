/** Classified letters in the commit: nobody is chosen who may not know of them, and what falls to the last resort is flagged. */
import { listNotices } from '#db/repositories/notices';
import { findSubject } from '#db/repositories/people';
import { withTransaction } from '#db/client';
import type { Secrecy } from '#domain/letter/vocabulary';
import type { CommitResult } from '#domain/messages';
import type { LetterEvent } from '#domain/route/events';
import type { Route } from '#domain/route/model';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route as routeOf, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

/** The chief decides, names who is in charge, and that person works. */
const DECIDED = routeOf([
  startNode,
  { id: 'decide', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: [], canForward: true, fields: ['actingPerson', 'proposedUnit'] },
  {
    id: 'whom', type: 'decide', name: 'มอบใคร', otherwise: 'unit',
    branches: [{ outcome: 'person', when: { combinator: 'and', rules: [{ field: 'actingPerson', operator: 'notNull', value: null }] } }],
  },
  { id: 'work', type: 'work', name: 'ดำเนินการ', assignee: { by: 'field', fact: 'actingPerson' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  { id: 'unit-work', type: 'work', name: 'หน่วยงานดำเนินการ', assignee: { by: 'unitHead', unit: 'proposed' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  endNode,
], ['start decide', 'decide approve whom', 'whom person work', 'whom unit unit-work', 'work done end', 'unit-work done end']);
const DIRECTED = routeOf([startNode, { id: 'direct', type: 'assign', name: 'สั่งการ', assignee: { by: 'post', postCode: 'chief' }, actions: ['assigned'] }, endNode], ['start direct', 'direct end']);
const UNIT = routeOf([startNode, { id: 'do', type: 'work', name: 'ดำเนินการ', assignee: { by: 'unitHead', unit: 'holder' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] }, endNode], ['start do', 'do done end']);

let database: TestDatabase;
let office: TestOffice;
let runner: Runner;
let routes: { readonly [name in 'decided' | 'directed' | 'unit']: string };

beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  runner = createRunner(database.pool);
  routes = {
    decided: await buildRoute(database.pool, office, DECIDED, 'decided'),
    directed: await buildRoute(database.pool, office, DIRECTED, 'directed'),
    unit: await buildRoute(database.pool, office, UNIT, 'unit'),
  };
});
afterAll(() => database.drop());

/** A letter that waits for the chief. */
async function begin(secrecy: Secrecy, routeVersionId = routes.decided): Promise<string> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId, secrecy, by: 'secret' });
  applied(await runner.send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('secret'), secrecy })));
  return letterId;
}
const codeOf = (result: CommitResult): string => (result.kind === 'refused' ? result.code : result.kind);
const chief = () => office.actor('chief');
const setClearance = (post: string, clearance: Secrecy) => database.pool.query('UPDATE person SET clearance = $2 WHERE id = $1', [office.person(post), clearance]);
const openTasks = async (letterId: string): Promise<readonly { readonly post_ids: readonly string[]; readonly via: string }[]> =>
  (await database.pool.query(`SELECT post_ids, via FROM task WHERE letter_id = $1 AND status = 'open' ORDER BY id`, [letterId])).rows;
const seqOf = async (letterId: string): Promise<number> => (await runner.load(letterId)).seq;

const onTask = async (letterId: string, type: 'adhoc' | 'reassign', post: string): Promise<CommitResult> => {
  const { id: taskId, rev } = await runner.task(letterId);
  const base = { at: new Date().toISOString(), actor: chief(), taskId, rev, postId: office.post(post) };
  const event: LetterEvent = type === 'adhoc' ? { ...base, type, hasNote: true } : { ...base, type, hasReason: true };
  return runner.send(letterId, event, type === 'adhoc' ? { note: 'ขอความเห็น' } : { reason: 'ผู้รับผิดชอบไปราชการ' });
};
const direct = (letterId: string, units: readonly { readonly unit: string; readonly role: 'main' | 'info' }[]): Promise<CommitResult> =>
  runner.act(letterId, chief(), 'assign', { action: 'assigned', picks: units.map(({ unit, role }) => ({ unitId: office.unit(unit), role, routeVersionId: routes.unit })) });

/** Each way in which somebody is chosen, for a letter that waits for the chief: to `deputy` or `a-head`, who have no clearance. */
type Way = { readonly name: string; readonly route?: 'directed'; readonly choose: (letterId: string) => Promise<CommitResult> };
const WAYS: readonly Way[] = [
  { name: 'forwarding it to a post', choose: (letterId) => runner.act(letterId, chief(), 'forward', { forwardTo: { postId: office.post('deputy') } }) },
  { name: 'asking a post out of turn', choose: (letterId) => onTask(letterId, 'adhoc', 'deputy') },
  { name: 'reassigning it to a post', choose: (letterId) => onTask(letterId, 'reassign', 'deputy') },
  { name: 'naming a person in charge', choose: (letterId) => runner.act(letterId, chief(), 'approve', { facts: { actingPerson: office.person('deputy') } }) },
  { name: 'proposing a unit that has it next', choose: (letterId) => runner.act(letterId, chief(), 'approve', { facts: { proposedUnit: office.unit('group-a') } }) },
  { name: 'directing it to a unit', route: 'directed', choose: (letterId) => direct(letterId, [{ unit: 'group-a', role: 'main' }]) },
  { name: 'giving it to a unit for information', route: 'directed', choose: (letterId) => direct(letterId, [{ unit: 'registry', role: 'main' }, { unit: 'group-a', role: 'info' }]) },
];

describe.each(WAYS)('$name', ({ choose, route }) => {
  const routeId = () => (route === undefined ? routes.decided : routes.directed);

  test('is refused where nobody there is cleared, and changes nothing', async () => {
    const letterId = await begin('secret', routeId());
    const before = { seq: await seqOf(letterId), tasks: await openTasks(letterId) };
    expect(codeOf(await choose(letterId))).toBe('CLEARANCE_TOO_LOW');
    expect({ seq: await seqOf(letterId), tasks: await openTasks(letterId) }).toEqual(before);
  });

  test('is done where somebody there is cleared', async () => {
    const letterId = await begin('secret', routeId());
    await Promise.all(['deputy', 'a-head'].map((post) => setClearance(post, 'secret')));
    try {
      applied(await choose(letterId));
      expect((await openTasks(letterId)).every(({ via }) => via === 'rule')).toBe(true);
    } finally {
      await Promise.all(['deputy', 'a-head'].map((post) => setClearance(post, 'none')));
    }
  });

  test('asks for no clearance where the letter has no class', async () => {
    applied(await choose(await begin('none', routeId())));
  });
});

test('reclassifying chooses nobody: a task that no cleared post holds any more falls to the secret registrar', async () => {
  const letterId = await begin('secret');
  await setClearance('chief', 'none');
  await setClearance('deputy', 'secret');
  try {
    const { id: taskId, rev } = await runner.task(letterId);
    const reclassify: LetterEvent = { type: 'reclassify', at: new Date().toISOString(), actor: office.actor('secret'), seq: await seqOf(letterId), secrecy: 'confidential', hasReason: true };
    applied(await runner.send(letterId, reclassify, { reason: 'ทบทวนชั้นความลับ' }));
    expect(await openTasks(letterId)).toEqual([{ post_ids: [office.post('secret')], via: 'secretRegistrar' }]);
    expect((await runner.task(letterId)).id).toBe(taskId);
    expect((await runner.task(letterId)).rev).toBe(rev + 1);
  } finally {
    await setClearance('chief', 'secret');
    await setClearance('deputy', 'none');
  }
});

test('who was named earlier and has lost the clearance since is no choice of whoever acts now: the letter goes on, to the secret registrar', async () => {
  const again: Route = {
    ...DECIDED,
    name: 'มอบหมายแล้วตรวจอีกครั้ง',
    nodes: [...DECIDED.nodes, { id: 'again', type: 'approve', name: 'ตรวจอีกครั้ง', mode: 'one', assignees: [{ by: 'post', postCode: 'chief' }], returnTo: [] }],
    edges: [...DECIDED.edges.map((edge) => (edge.from === 'decide' ? { ...edge, to: 'again' } : edge)), { id: 'g', from: 'again', outcome: 'approve', to: 'whom' }],
  };
  const letterId = await begin('secret', await buildRoute(database.pool, office, again, 'again'));
  await setClearance('deputy', 'secret');
  applied(await runner.act(letterId, chief(), 'approve', { facts: { actingPerson: office.person('deputy') } }));
  await setClearance('deputy', 'none');
  applied(await runner.act(letterId, chief(), 'approve'));
  expect(await openTasks(letterId)).toEqual([{ post_ids: [office.post('secret')], via: 'secretRegistrar' }]);
});

test('who is named as the letter is started was chosen by no act: the letter begins all the same, with the secret registrar', async () => {
  const named: Route = {
    ...DECIDED,
    name: 'ระบุผู้รับผิดชอบเมื่อเริ่ม',
    nodes: DECIDED.nodes.filter(({ id }) => ['start', 'work', 'end'].includes(id)),
    edges: [{ id: 'a', from: 'start', outcome: 'next', to: 'work' }, { id: 'e', from: 'work', outcome: 'done', to: 'end' }],
  };
  const routeVersionId = await buildRoute(database.pool, office, named, 'named');
  const letterId = await buildLetter(database.pool, { office, routeVersionId, secrecy: 'secret', by: 'secret' });
  const started = startEvent({ letterId, office, routeVersionId, actor: office.actor('secret'), secrecy: 'secret', facts: { actingPerson: office.person('deputy') } });
  applied(await runner.send(letterId, started));
  expect(await openTasks(letterId)).toEqual([{ post_ids: [office.post('secret')], via: 'secretRegistrar' }]);
});

describe('an event that is waited for', () => {
  const SESSION = routeOf(
    [startNode, { id: 'session', type: 'wait', name: 'รอมติ', event: 'ที่ประชุมมีมติ', assignee: { by: 'post', postCode: 'chief' }, until: { rule: { unit: 'workingDays', amount: 5 } } }, endNode],
    ['start session', 'session end'],
  );
  let session: string;
  beforeAll(async () => {
    session = await buildRoute(database.pool, office, SESSION, 'session');
  });
  const standing = async (letterId: string) =>
    (await database.pool.query(
      `SELECT l.status, t.kind, t.status AS task, t.post_ids, (SELECT count(*)::int FROM endorsement e WHERE e.letter_id = l.id) AS lines FROM letter l JOIN task t ON t.letter_id = l.id WHERE l.id = $1`,
      [letterId],
    )).rows;

  test('is reported by whom the step names, with what there is to say of it, and the letter goes on', async () => {
    const letterId = await begin('secret', session);
    expect(await standing(letterId)).toEqual([{ status: 'running', kind: 'report', task: 'open', post_ids: [office.post('chief')], lines: 0 }]);
    await expect(runner.act(letterId, office.actor('clerk'), 'happened')).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
    applied(await runner.act(letterId, chief(), 'happened', { content: { note: 'มติครั้งที่ 4/2569' } }));
    expect(await standing(letterId)).toEqual([{ status: 'ended', kind: 'report', task: 'done', post_ids: [office.post('chief')], lines: 1 }]);
  });

  test('is reported by the secret registrar where whom the step names may not know of the letter', async () => {
    await setClearance('chief', 'none');
    try {
      expect(await standing(await begin('secret', session))).toMatchObject([{ kind: 'report', post_ids: [office.post('secret')] }]);
    } finally {
      await setClearance('chief', 'secret');
    }
  });
});

describe('what falls to the last resort', () => {
  const noticesOf = async (post: string) =>
    withTransaction(database.pool, async (tx) => {
      const reader = await findSubject(tx, { personId: office.person(post), at: new Date().toISOString() });
      return (await listNotices(tx, { reader: reader!, limit: 100, after: null })).items;
    });
  /** Ends the chief's appointment while something happens: the post is vacant. */
  async function whileVacant(during: () => Promise<void>): Promise<void> {
    await database.pool.query('UPDATE appointment SET ended_at = now() WHERE post_id = $1', [office.post('chief')]);
    await during().finally(() => database.pool.query('UPDATE appointment SET ended_at = NULL WHERE post_id = $1', [office.post('chief')]));
  }

  test('is flagged to the process owner, who can open it', async () => {
    await whileVacant(async () => {
      const letterId = await begin('none');
      expect(await openTasks(letterId)).toEqual([{ post_ids: [office.post('clerk')], via: 'fallback' }]);
      const { id: taskId } = await runner.task(letterId);
      expect(await noticesOf('owner')).toEqual([expect.objectContaining({ letterId, taskId, template: 'routeFlag', subject: 'ขอให้รายงานผล' })]);
      expect((await noticesOf('clerk')).filter((notice) => notice.letterId === letterId)).toEqual([]);
    });
  });

  test('is not flagged to an owner who may not know of a classified letter, and is to one who may', async () => {
    await whileVacant(async () => {
      const hidden = await begin('secret');
      expect(await openTasks(hidden)).toEqual([{ post_ids: [office.post('secret')], via: 'secretRegistrar' }]);
      const { rows } = await database.pool.query('SELECT 1 FROM notice WHERE letter_id = $1', [hidden]);
      expect(rows).toEqual([]);
      const part = await database.pool.query('SELECT 1 FROM letter_reader WHERE letter_id = $1 AND post_id = $2', [hidden, office.post('owner')]);
      expect(part.rows).toEqual([]);
    });
    // A cleared owner would have the task itself; so it is the fallback that is cleared here.
    await setClearance('owner', 'secret');
    await setClearance('clerk', 'secret');
    try {
      await whileVacant(async () => {
        const known = await begin('secret');
        expect(await openTasks(known)).toEqual([{ post_ids: [office.post('clerk')], via: 'fallback' }]);
        expect((await noticesOf('owner')).map(({ letterId }) => letterId)).toContain(known);
      });
    } finally {
      await setClearance('owner', 'none');
      await setClearance('clerk', 'none');
    }
  });

  test('is not flagged to an owner who has the task itself', async () => {
    const { rows } = await database.pool.query<{ fallback_post_id: string }>('SELECT fallback_post_id FROM office WHERE id = $1', [office.id]);
    await database.pool.query('UPDATE office SET fallback_post_id = process_owner_post_id WHERE id = $1', [office.id]);
    try {
      await whileVacant(async () => {
        const letterId = await begin('none');
        expect(await openTasks(letterId)).toEqual([{ post_ids: [office.post('owner')], via: 'fallback' }]);
        expect((await noticesOf('owner')).filter((notice) => notice.letterId === letterId)).toEqual([]);
      });
    } finally {
      await database.pool.query('UPDATE office SET fallback_post_id = $2 WHERE id = $1', [office.id, rows[0]!.fallback_post_id]);
    }
  });

  test('nothing is flagged where the rule finds somebody', async () => {
    const letterId = await begin('none');
    const { rows } = await database.pool.query('SELECT 1 FROM notice WHERE letter_id = $1', [letterId]);
    expect(rows).toEqual([]);
  });
});

describe('a post that several persons hold, one of them cleared', () => {
  let second: string;
  beforeAll(async () => {
    const { rows } = await database.pool.query<{ id: string }>(`INSERT INTO person (login, name_th, name_en, clearance) VALUES ('north.deputy-2', 'รองคนที่สอง', 'Second deputy', 'secret') RETURNING id`);
    second = rows[0]!.id;
    await database.pool.query(`INSERT INTO appointment (person_id, post_id, capacity, order_no, valid_from) VALUES ($1, $2, 'own', '2/2563', '2020-01-01T00:00:00Z')`, [second, office.post('deputy')]);
  });
  afterAll(() => database.pool.query('UPDATE appointment SET ended_at = now() WHERE person_id = $1', [second]));

  test('the uncleared one is not put in charge by name, the cleared one is', async () => {
    const letterId = await begin('secret');
    expect(codeOf(await runner.act(letterId, chief(), 'approve', { facts: { actingPerson: office.person('deputy') } }))).toBe('CLEARANCE_TOO_LOW');
    applied(await runner.act(letterId, chief(), 'approve', { facts: { actingPerson: second } }));
    const { rows } = await database.pool.query(`SELECT person_id, post_ids FROM task WHERE letter_id = $1 AND status = 'open'`, [letterId]);
    expect(rows).toEqual([{ person_id: second, post_ids: [office.post('deputy')] }]);
  });

  test('raising the class takes the task from the uncleared one who had claimed it, and leaves it with the post', async () => {
    const letterId = await begin('none');
    applied(await runner.act(letterId, chief(), 'forward', { forwardTo: { postId: office.post('deputy') } }));
    const { id: taskId, rev } = await runner.task(letterId);
    applied(await runner.send(letterId, { type: 'claim', at: new Date().toISOString(), actor: office.actor('deputy'), taskId, rev }));
    const reclassify: LetterEvent = { type: 'reclassify', at: new Date().toISOString(), actor: office.actor('secret'), seq: await seqOf(letterId), secrecy: 'secret', hasReason: true };
    applied(await runner.send(letterId, reclassify, { reason: 'มีข้อมูลลับ' }));
    const { rows } = await database.pool.query(`SELECT person_id, post_ids, via FROM task WHERE letter_id = $1 AND status = 'open'`, [letterId]);
    expect(rows).toEqual([{ person_id: null, post_ids: [office.post('deputy')], via: 'rule' }]);
    expect(await runner.task(letterId)).toMatchObject({ personId: null, claimed: false });
  });
});
