import type { Route } from '#domain/route/model';
import type { moveLettersSchema, routeMovesSchema } from '#domain/contracts/route-life';
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
type Letters = z.output<typeof moveLettersSchema>;

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
const AWAY = { offer: async () => { throw new Error('Temporal is away'); } };
/** A round some seconds after now. */
const round = (client: Pick<LetterClient, 'offer'> = letters, seconds = 0) => moveRound({ pool: live.pool, letters: client, log }, new Date(Date.now() + seconds * 1_000).toISOString());
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
  await round(AWAY);
  expect(await moves(to)).toMatchObject([{ waiting: 2, moved: 0, endedAt: null, by: { id: owner.personId } }]);
  // They are left in peace for longer and longer: 2 seconds, then 4.
  await round();
  expect(await moves(to)).toMatchObject([{ waiting: 2, moved: 0 }]);
  await round(AWAY, 3);
  await round(letters, 6);
  expect(await moves(to)).toMatchObject([{ waiting: 2, moved: 0 }]);
  await round(letters, 8);
  expect(await moves(to)).toMatchObject([{ waiting: 0, moved: 2, refused: [], endedAt: expect.any(String) as string }]);
  await round();
  for (const id of ids) {
    expect(await pinOf(id)).toBe(to);
    const acts = await live.pool.query<{ by: string }>(`select person_id as by from transition where letter_id = $1 and event_type = 'moveVersion'`, [id]);
    expect(acts.rows).toEqual([{ by: owner.personId }]);
    expect((await live.pool.query(`select 1 from command where letter_id = $1 and kind = 'moveVersion' and content->>'reason' = 'ปรับปรุงเส้นทาง'`, [id])).rowCount).toBe(1);
  }
  const { rows } = await live.pool.query(`select kind, array(select jsonb_object_keys(data) order by 1) as said from audit_event where office_id = $1 and kind like 'route.move%' order by seq`, [lopburi]);
  // No counts: its readers may not be cleared for every letter in them.
  expect(rows).toEqual([{ kind: 'route.moveStarted', said: ['from', 'moveId', 'versionId'] }, { kind: 'route.moveEnded', said: ['moveId', 'versionId'] }]);
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
  expect(move!.refused).toEqual([{ code: 'MOVE_INVALID', nodeId, nodeName: expect.objectContaining({ th: expect.any(String) as string }) as object, count: 3 }]);
  const letter = async (person: Person, query = '') => ok(await person.get<Letters>(`/route-moves/${move!.id}/letters${query}`));
  const all = await letter(owner);
  expect(all).toMatchObject({ total: 3, nextCursor: null });
  expect(all.items.find((each) => each.letterId === letterId)).toMatchObject({ state: 'refused', code: 'MOVE_INVALID', nodeId, attempts: 0, subject: 'ขอความอนุเคราะห์ข้อมูล' });
  expect(await letter(owner, '?state=moved')).toMatchObject({ total: 0, items: [] });
  const first = await letter(owner, '?limit=2');
  expect([...first.items, ...(await letter(owner, `?limit=2&cursor=${first.nextCursor!}`)).items]).toEqual(all.items);
  // Beyond the reader's clearance it is moved or refused like all others, but neither counted nor named.
  await live.pool.query(`update letter set secrecy = 'top_secret' where id = $1`, [letterId]);
  expect((await moves(to))[0]!.refused).toMatchObject([{ count: 2 }]);
  expect(await letter(owner)).toMatchObject({ total: 2 });
  await live.pool.query(`update letter set secrecy = 'none' where id = $1`, [letterId]);
  expect(await clerk.get(`/route-moves/${move!.id}/letters`)).toMatchObject({ statusCode: 403 });
  expect(await (await signIn(live, 'ops.central.director')).get(`/route-moves/${move!.id}/letters`)).toMatchObject({ statusCode: 404 });
});

test('a move is stopped with a reason: what was not offered stays, what was offered says what became of it, and nothing goes after', async () => {
  const letterId = await takeIn(clerk);
  const to = await publish((route) => ({ ...route, name: 'รับหนังสือ ฉบับที่หยุดย้าย' }));
  const { id } = ok(await start(owner, to)).items[0]!;
  const stop = (person: Person) => person.post<Moves>(`/route-moves/${id}/cancel`, { reason: 'พบข้อบกพร่องของฉบับใหม่' });
  await round(AWAY);
  // One that has not been offered yet.
  const later = await takeIn(clerk);
  await live.pool.query(`insert into route_move_letter (move_id, letter_id, frame_id) values ($1, $2, 'f1')`, [id, later]);
  expect(await stop(clerk)).toMatchObject({ statusCode: 403 });
  expect(await stop(await signIn(live, 'ops.central.director'))).toMatchObject({ statusCode: 404 });
  const waiting = (await moves(to))[0]!.waiting - 1;
  expect(ok(await stop(owner)).items[0]).toMatchObject({ waiting, cancelled: 1, endedAt: null, cancel: { reason: 'พบข้อบกพร่องของฉบับใหม่', by: { id: owner.personId } } });
  expect(await stop(owner)).toMatchObject({ statusCode: 409, body: { code: 'MOVE_ENDED' } });
  while (await round(letters, 10));
  expect((await moves(to))[0]).toMatchObject({ waiting: 0, cancelled: 1, endedAt: expect.any(String) as string });
  // The one that was offered had it in hand; the other never heard of it.
  expect(await pinOf(letterId)).toBe(to);
  expect((await live.pool.query(`select status, attempts from route_move_letter where move_id = $1 and letter_id = $2`, [id, later])).rows).toEqual([{ status: 'cancelled', attempts: 0 }]);
  const { rows } = await live.pool.query<{ kind: string }>(`select kind from audit_event where office_id = $1 and kind like 'route.move%' order by seq desc limit 2`, [lopburi]);
  expect(rows.map(({ kind }) => kind)).toEqual(['route.moveEnded', 'route.moveCancelled']);
});

test('a move that waits for its day is stopped at once', async () => {
  const to = await publish((route) => ({ ...route, name: 'รับหนังสือ ฉบับที่ยังไม่ย้าย' }));
  const { id } = ok(await start(owner, to)).items[0]!;
  await live.pool.query(`update route_move set starts_at = now() + interval '1 day' where id = $1`, [id]);
  expect(ok(await owner.post<Moves>(`/route-moves/${id}/cancel`, { reason: 'เลื่อน' })).items[0]).toMatchObject({ waiting: 0, moved: 0, endedAt: expect.any(String) as string });
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
