/** People at the moment of a commit: written powers to sign, appointments that change between two commits, readers at the end. */
import { randomUUID } from 'node:crypto';
import type { QueryConfig, QueryResult } from 'pg';
import { withTransaction } from '#db/client';
import { createDirectoryCache } from '#db/repositories/directory';
import { createSubjectCache } from '#db/repositories/people-cache';
import type { Tx } from '#db/tx';
import type { CommitResult } from '#domain/messages';
import type { LetterEvent } from '#domain/route/events';
import type { Route } from '#domain/route/model';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, writeCommand, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const BEHALF = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: { by: 'post', postCode: 'deputy' }, onBehalfOf: { by: 'post', postCode: 'chief' }, returnTo: [] },
  endNode,
], ['start sign', 'sign sign end']);
const OWN: Route = { ...BEHALF, name: 'ลงนามเอง', nodes: BEHALF.nodes.map((node) => (node.type === 'sign' ? { ...node, assignee: { by: 'post', postCode: 'chief' } } : node)) };
const TWO = route([
  startNode,
  { id: 'first', type: 'work', name: 'ขั้นแรก', assignee: { by: 'post', postCode: 'clerk' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  { id: 'second', type: 'work', name: 'ขั้นสอง', assignee: { by: 'post', postCode: 'b-head' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  endNode,
], ['start first', 'first done second', 'second done end']);
const READ: Route = {
  ...TWO,
  name: 'เวียนให้ทราบแล้วปิด',
  nodes: TWO.nodes.map((node) =>
    node.id !== 'second'
      ? node
      : {
          id: 'second', type: 'acknowledge', name: 'เพื่อทราบ', readers: [{ by: 'post', postCode: 'a-head' }, { by: 'post', postCode: 'b-head' }], wait: 'none',
          deadline: { rule: { unit: 'workingDays', amount: 2 } },
        },
  ),
  edges: TWO.edges.map((edge) => (edge.from === 'second' ? { ...edge, outcome: 'next' } : edge)),
};

let database: TestDatabase;
let office: TestOffice;
let runner: Runner;
let routes: { readonly behalf: string; readonly own: string; readonly two: string; readonly read: string };

beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  routes = {
    behalf: await buildRoute(database.pool, office, BEHALF, 'behalf'),
    own: await buildRoute(database.pool, office, OWN, 'own'),
    two: await buildRoute(database.pool, office, TWO, 'two'),
    read: await buildRoute(database.pool, office, READ, 'read'),
  };
  runner = createRunner(database.pool, { directories: createDirectoryCache(), subjects: createSubjectCache() });
});
afterAll(() => database.drop());

async function begin(routeVersionId: string, direction: 'incoming' | 'outgoing' = 'incoming'): Promise<string> {
  const letterId = await buildLetter(database.pool, { office, routeVersionId, direction });
  applied(await runner.send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk'), facts: { direction } })));
  return letterId;
}

const codeOf = (result: CommitResult): string => (result.kind === 'refused' ? result.code : result.kind);
const one = async <T extends object>(sql: string, ...values: unknown[]): Promise<T> => (await database.pool.query<T>(sql, values)).rows[0]!;

describe('signing on behalf of another post', () => {
  const delegate = (kinds: readonly string[], from: string, to: string | null): Promise<unknown> =>
    database.pool.query('INSERT INTO delegation (from_post_id, to_post_id, kinds, order_no, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)', [
      office.post('chief'), office.post('deputy'), kinds, '81/2569', from, to,
    ]);
  const signs = (letterId: string): Promise<CommitResult> => runner.act(letterId, office.actor('deputy'), 'sign', { find: { kind: 'sign' }, signature: true });

  beforeEach(() => database.pool.query('DELETE FROM delegation'));

  test.each<[string, readonly string[], string, string | null]>([
    ['for another kind of document', ['order'], '2020-01-01T00:00:00Z', null],
    ['that is over', [], '2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'],
    ['that has not begun', [], '2999-01-01T00:00:00Z', null],
  ])('a written power %s does not count: refused, nothing changed', async (_what, kinds, from, to) => {
    await delegate(kinds, from, to);
    const letterId = await begin(routes.behalf, 'outgoing');
    expect(codeOf(await signs(letterId))).toBe('DELEGATION_MISSING');
    expect(await one('SELECT signature, seq FROM letter WHERE id = $1', letterId)).toEqual({ signature: null, seq: 1 });
  });

  test('without any written power it is refused, with one in force it is done and the order is on record', async () => {
    const letterId = await begin(routes.behalf, 'outgoing');
    expect(codeOf(await signs(letterId))).toBe('DELEGATION_MISSING');
    await delegate(['external_letter'], '2020-01-01T00:00:00Z', null);
    applied(await signs(letterId));
    const { signature } = await one<{ signature: object }>('SELECT signature FROM letter WHERE id = $1', letterId);
    expect(signature).toMatchObject({ postId: office.post('deputy'), onBehalfOfPostId: office.post('chief'), orderNo: '81/2569' });
  });

  describe('by somebody to whom the post has delegated its signature', () => {
    const inItsName = () => ({ ...office.actor('deputy'), postId: office.post('chief'), capacity: 'delegated', ownPostId: office.post('deputy'), orderNo: '81/2569' }) as const;
    const signsFor = (letterId: string): Promise<CommitResult> => runner.act(letterId, inItsName(), 'sign', { find: { kind: 'sign' }, signature: true });

    test.each([['every kind', []], ['this kind', ['order', 'external_letter']]] as const)('a delegation of %s is enough to sign', async (_what, kinds) => {
      await delegate(kinds, '2020-01-01T00:00:00Z', null);
      const letterId = await begin(routes.own, 'outgoing');
      applied(await signsFor(letterId));
      expect(await one('SELECT done_capacity, status FROM task WHERE letter_id = $1', letterId)).toEqual({ done_capacity: 'delegated', status: 'done' });
    });

    test('a delegation of other kinds is not', async () => {
      await delegate(['order'], '2020-01-01T00:00:00Z', null);
      const letterId = await begin(routes.own, 'outgoing');
      expect(codeOf(await signsFor(letterId))).toBe('NOT_ENTITLED');
    });

    test('it signs, and does nothing else in the post’s name', async () => {
      await delegate([], '2020-01-01T00:00:00Z', null);
      const letterId = await begin(routes.two);
      await database.pool.query('UPDATE task SET post_ids = $2 WHERE letter_id = $1', [letterId, [office.post('chief')]]);
      const { id: taskId, rev } = await runner.task(letterId);
      const event: LetterEvent = { type: 'claim', at: new Date().toISOString(), actor: inItsName(), taskId, rev };
      const eventId = await writeCommand(database.pool, { letterId, event });
      const { state } = await runner.activities.loadLetter({ letterId });
      // The engine asks only whose task it is; whether the capacity is enough is for the commit.
      expect(codeOf(await runner.activities.commitTransition({ letterId, seq: 2, eventId, event, state: { ...state!, seq: 2 }, effects: [] }))).toBe('NOT_ENTITLED');
    });
  });

  test('who signs in the very post that is named needs none', async () => {
    const letterId = await begin(routes.own, 'outgoing');
    applied(await runner.act(letterId, office.actor('chief'), 'sign', { find: { kind: 'sign' }, signature: true }));
    expect(await one('SELECT signature FROM letter WHERE id = $1', letterId)).toMatchObject({ signature: { onBehalfOfPostId: null, orderNo: '' } });
  });
});

describe('people kept in memory between commits', () => {
  test('an appointment that ends between two commits is seen by the next, and so is a new one', async () => {
    const [before, after, later] = [await begin(routes.two), await begin(routes.two), await begin(routes.two)];
    const done = (letterId: string): Promise<CommitResult> => runner.act(letterId, office.actor('clerk'), 'done', { find: { node: 'first' } });
    const secondOf = async (letterId: string): Promise<unknown> =>
      one(`SELECT post_ids AS "postIds", via FROM task WHERE letter_id = $1 AND node_id = 'second'`, letterId);
    applied(await done(before));
    expect(await secondOf(before)).toEqual({ postIds: [office.post('b-head')], via: 'rule' });
    await database.pool.query('UPDATE appointment SET ended_at = now() WHERE post_id = $1', [office.post('b-head')]);
    applied(await done(after));
    expect(await secondOf(after)).toEqual({ postIds: [office.post('clerk')], via: 'fallback' });
    await withTransaction(database.pool, (tx) =>
      tx.query(`INSERT INTO appointment (id, person_id, post_id, capacity, order_no, valid_from) VALUES ($1, $2, $3, 'own', '2/2569', now())`, [
        randomUUID(), office.person('b-head'), office.post('b-head'),
      ]),
    );
    applied(await done(later));
    expect(await secondOf(later)).toEqual({ postIds: [office.post('b-head')], via: 'rule' });
  });

  test('commits of an unchanged office do not read its people again', async () => {
    const sizes: number[] = [];
    const cache = createDirectoryCache();
    const spied = createRunner(database.pool, {
      directories: {
        load: (tx, args) => {
          const query = async (statement: QueryConfig): Promise<QueryResult> => {
            const result = await tx.query(statement);
            sizes.push(JSON.stringify(result.rows).length);
            return result;
          };
          // The cache asks by one statement and nothing else.
          return cache.load({ query } as unknown as Tx, args);
        },
      },
    });
    for (let nth = 0; nth < 2; nth += 1) {
      const letterId = await buildLetter(database.pool, { office, routeVersionId: routes.two });
      applied(await spied.send(letterId, startEvent({ letterId, office, routeVersionId: routes.two, actor: office.actor('clerk') })));
    }
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeGreaterThan(1_000);
  });
});

test('readers of a letter that ends in the same moment have it on record with a read mark', async () => {
  const letterId = await begin(routes.read);
  applied(await runner.act(letterId, office.actor('clerk'), 'done', { find: { node: 'first' } }));
  expect(await one('SELECT status FROM letter WHERE id = $1', letterId)).toEqual({ status: 'ended' });
  const { rows } = await database.pool.query(`SELECT post_ids AS "postIds", status FROM task WHERE letter_id = $1 AND node_id = 'second' ORDER BY id`, [letterId]);
  expect(rows).toEqual([{ postIds: [office.post('a-head')], status: 'readMark' }, { postIds: [office.post('b-head')], status: 'readMark' }]);
  expect(await one('SELECT count(*)::int AS n FROM due_instant WHERE letter_id = $1', letterId)).toEqual({ n: 0 });
  const readers = await database.pool.query<{ id: string }>('SELECT post_id AS id FROM letter_reader WHERE letter_id = $1', [letterId]);
  expect(readers.rows.map(({ id }) => id)).toEqual(expect.arrayContaining([office.post('a-head'), office.post('b-head')]));
});
