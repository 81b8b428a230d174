import type { Route } from '#domain/route/model';
import type { routeMovesSchema } from '#domain/contracts/route-life';
import type { z } from 'zod';
import { withTransaction } from '#db/client';
import { officeId } from '#db/seeds/insert-offices';
import { getVersionInForce, loadDefinitions, publishRoute } from '#db/repositories/routes';
import { createLetterClient, type LetterClient } from '#platform/temporal/letter-client';
import { ok, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';
import { moveRound } from './route-mover';

jest.setTimeout(120_000);
type Moves = z.output<typeof routeMovesSchema>;

let live: LiveApp;
let letters: LetterClient;
let owner: Person;
let clerk: Person;
beforeAll(async () => {
  live = await openLiveApp();
  letters = createLetterClient(live.deps.temporal);
  [owner, clerk] = (await Promise.all(['lopburi.office-head', 'lopburi.registry.clerk'].map((login) => signIn(live, login)))) as [Person, Person];
}, 120_000);
afterAll(() => live.close());

const lopburi = officeId('lopburi');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const round = (client: Pick<LetterClient, 'offer'> = letters) => moveRound({ pool: live.pool, letters: client, log });
const current = () => getVersionInForce(live.pool, { officeId: lopburi, code: 'incoming' });

/** Publishes a changed drawing of the version in force. */
async function publish(change: (route: Route) => Route): Promise<string> {
  const { id } = await current();
  const definition = change((await loadDefinitions(live.pool, [id]))[id]!);
  return (await withTransaction(live.pool, (tx) => publishRoute(tx, { officeId: lopburi, code: 'incoming', definition, at: new Date().toISOString(), by: { personId: null, postId: null } }))).id;
}
const start = (person: Person, versionId: string) => person.post<Moves>(`/route-versions/${versionId}/moves`, { reason: 'ปรับปรุงเส้นทาง' });
const moves = async (versionId: string) => ok(await owner.get<Moves>(`/route-versions/${versionId}/moves`)).items;
const pinOf = async (letterId: string) => (await live.pool.query<{ id: string }>('select route_version_id as id from letter where id = $1', [letterId])).rows[0]!.id;

test('letters go over one after the other, each once, with progress and on record, also when it broke off in between', async () => {
  const ids = [await takeIn(clerk), await takeIn(clerk)];
  const before = (await current()).id;
  const to = await publish((route) => ({ ...route, name: 'รับหนังสือ ฉบับใหม่' }));
  expect(await start(clerk, to)).toMatchObject({ statusCode: 403 });
  expect(await start(await signIn(live, 'ops.central.director'), to)).toMatchObject({ statusCode: 404 });
  expect(await start(owner, before)).toMatchObject({ statusCode: 409, body: { code: 'VERSION_NOT_IN_FORCE' } });
  ok(await start(owner, to));

  // The letters do not answer: nothing is lost, nothing counts as done.
  await round({ offer: async () => { throw new Error('Temporal is away'); } });
  expect(await moves(to)).toMatchObject([{ waiting: 2, moved: 0, endedAt: null, by: { id: owner.personId } }]);
  await round();
  expect(await moves(to)).toMatchObject([{ waiting: 0, moved: 2, refused: [], endedAt: expect.any(String) as string }]);
  await round();
  for (const id of ids) {
    expect(await pinOf(id)).toBe(to);
    const acts = await live.pool.query<{ by: string }>(`select person_id as by from transition where letter_id = $1 and event_type = 'moveVersion'`, [id]);
    expect(acts.rows).toEqual([{ by: owner.personId }]);
    expect((await live.pool.query(`select 1 from command where letter_id = $1 and kind = 'moveVersion' and content->>'reason' = 'ปรับปรุงเส้นทาง'`, [id])).rowCount).toBe(1);
  }
  const { rows } = await live.pool.query(`select kind from audit_event where office_id = $1 and kind like 'route.move%' order by seq`, [lopburi]);
  expect(rows).toEqual([{ kind: 'route.moveStarted' }, { kind: 'route.moveEnded' }]);
});

test('a letter without a place in the new version stays where it is, and the answer says why', async () => {
  const letterId = await takeIn(clerk);
  const from = await pinOf(letterId);
  const { node_id: nodeId } = (await live.pool.query<{ node_id: string }>(`select node_id from task where letter_id = $1 and status = 'open'`, [letterId])).rows[0]!;
  const to = await publish((route) => JSON.parse(JSON.stringify(route).replaceAll(`"${nodeId}"`, '"another"')) as Route);
  ok(await start(owner, to));
  while (await round());
  expect(await pinOf(letterId)).toBe(from);
  const [move] = await moves(to);
  expect(move).toMatchObject({ waiting: 0, moved: 0, endedAt: expect.any(String) as string });
  expect(move!.refused).toEqual([{ code: 'MOVE_INVALID', nodeId, count: 3 }]);
});

test('whoever has lost the role meanwhile moves nothing', async () => {
  const letterId = await takeIn(clerk);
  const from = await pinOf(letterId);
  const to = await publish((route) => ({ ...route, name: 'รับหนังสือ อีกฉบับ' }));
  ok(await start(owner, to));
  await live.pool.query(`update post set roles = array_remove(roles, 'process_owner') where code = 'office-head' and office_id = $1`, [lopburi]);
  while (await round());
  expect(await pinOf(letterId)).toBe(from);
  expect((await live.pool.query(`select distinct code from route_move_letter w join route_move m on m.id = w.move_id where m.to_version_id = $1 and w.letter_id = $2`, [to, letterId])).rows).toEqual([{ code: 'NOT_ENTITLED' }]);
});
