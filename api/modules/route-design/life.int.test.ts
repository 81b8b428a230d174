import type { z } from 'zod';
import type { MoveCheck, routeCasesSchema, routeLiveSchema, RoutePractice } from '#domain/contracts/route-life';
import type { checkedSchema, routeDesignsSchema, routeDraftSchema, RouteProposalInfo } from '#domain/contracts/route-design';
import type { Route } from '#domain/route/model';
import { officeId } from '#db/seeds/insert-offices';
import { loadDefinitions, publishRoute } from '#db/repositories/routes';
import { withTransaction } from '#db/client';
import { ok, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
type Draft = z.output<typeof routeDraftSchema>;
type Cases = z.output<typeof routeCasesSchema>;
type Live = z.output<typeof routeLiveSchema>;
type Letters = { readonly total: number; readonly items: readonly { readonly id: string }[] };

let live: LiveApp;
/** Process owner and supervisor; a process owner who is no supervisor; the registry; the process owner of another office. */
let owner: Person;
let second: Person;
let clerk: Person;
let stranger: Person;
beforeAll(async () => {
  live = await openLiveApp();
  await live.pool.query(`update post set roles = roles || '{process_owner}' where code = 'strategy-head' and office_id = $1`, [lopburi]);
  const logins = ['lopburi.office-head', 'lopburi.strategy.head', 'lopburi.registry.clerk', 'ops.central.director'];
  [owner, second, clerk, stranger] = (await Promise.all(logins.map((login) => signIn(live, login)))) as [Person, Person, Person, Person];
}, 120_000);
afterAll(() => live.close());

const lopburi = officeId('lopburi');
const routeOf = async () => ok(await owner.get<z.output<typeof routeDesignsSchema>>(`/route-designs?officeId=${lopburi}`)).routes.find(({ code }) => code === 'incoming')!;

test('where letters stand is counted for whoever may know of them, and a version is tried on each before anything moves', async () => {
  const letterId = await takeIn(clerk);
  const { id, inForce } = await routeOf();
  const standing = ok(await owner.get<Live>(`/routes/${id}/live`));
  expect(standing).toMatchObject({ version: { id: inForce!.id, openLetters: 1 }, nodes: [{ letters: 1, late: 0 }] });
  const nodeId = standing.nodes[0]!.nodeId;
  // Whoever clicks a count finds as many letters.
  const list = async (person: Person, more = '') => ok(await person.get<Letters>(`/letters?routeVersionId=${inForce!.id}&nodeId=${nodeId}${more}`));
  expect(await list(owner)).toMatchObject({ total: 1, items: [{ id: letterId }] });
  expect(await list(owner, '&overdue=true')).toMatchObject({ total: 0 });
  expect(ok(await owner.get<Letters>(`/letters?routeVersionId=${inForce!.id}&nodeId=elsewhere`))).toMatchObject({ total: 0 });
  expect(await list(stranger)).toMatchObject({ total: 0 });
  expect(await list(second)).toMatchObject({ total: 0 });
  expect(ok(await second.get<Live>(`/routes/${id}/live`))).toMatchObject({ version: { openLetters: 0 }, nodes: [] });
  expect(await stranger.get(`/routes/${id}/live`)).toMatchObject({ statusCode: 404 });
  await live.pool.query(`update task set due_at = now() - interval '1 hour', via = 'fallback' where letter_id = $1`, [letterId]);
  expect(ok(await owner.get<Live>(`/routes/${id}/live?versionId=${inForce!.id}`))).toMatchObject({ nodes: [{ nodeId, letters: 1, late: 1 }] });
  expect(await list(owner, '&overdue=true')).toMatchObject({ total: 1, items: [{ id: letterId }] });
  // Beyond the reader's clearance it is neither counted nor listed.
  const classify = (secrecy: string) => live.pool.query('update letter set secrecy = $2 where id = $1', [letterId, secrecy]);
  await classify('top_secret');
  expect(ok(await owner.get<Live>(`/routes/${id}/live`))).toMatchObject({ nodes: [] });
  expect(await list(owner)).toMatchObject({ total: 0 });
  await classify('none');

  const definition = (await loadDefinitions(live.pool, [inForce!.id]))[inForce!.id]!;
  const publish = (change: (route: Route) => Route) =>
    withTransaction(live.pool, (tx) => publishRoute(tx, { officeId: lopburi, code: 'incoming', definition: change(definition), at: new Date().toISOString(), by: { personId: null, postId: null } }));
  const check = async (person: Person, versionId: string) => ok(await person.send<MoveCheck>('POST', `/route-versions/${versionId}/move-check`));
  const named = await publish((route) => ({ ...route, name: 'รับหนังสือเข้า' }));
  expect(await check(owner, named.id)).toMatchObject({ total: 1, canMove: 1, blocked: [], letters: [{ letterId, state: 'canMove' }] });
  // What one may not know of is not counted either.
  expect(await check(second, named.id)).toMatchObject({ total: 0, canMove: 0, letters: [] });
  await classify('top_secret');
  expect(await check(owner, named.id)).toMatchObject({ total: 0, canMove: 0, blocked: [], letters: [] });
  await classify('none');
  const without = await publish((route) => JSON.parse(JSON.stringify(route).replaceAll(`"${nodeId}"`, '"another"')) as Route);
  expect(await check(owner, without.id)).toMatchObject({ total: 1, canMove: 0, blocked: [{ code: 'MOVE_INVALID', nodeId, nodeName: { th: expect.any(String) as string }, count: 1 }], letters: [{ state: 'cannot', nodeId }] });
  expect(await clerk.send('POST', `/route-versions/${named.id}/move-check`)).toMatchObject({ statusCode: 403 });
  expect(await stranger.send('POST', `/route-versions/${named.id}/move-check`)).toMatchObject({ statusCode: 404 });
  // Nothing has moved.
  expect((await live.pool.query('select route_version_id as id from letter where id = $1', [letterId])).rows).toEqual([{ id: inForce!.id }]);
});

test('where a route does not fit practice is counted per step and span of days, and each count opens as many letters', async () => {
  const letterId = await takeIn(clerk);
  const { route_version_id: versionId, node_id: nodeId } = (await live.pool.query<{ route_version_id: string; node_id: string }>('select l.route_version_id, t.node_id from letter l join task t on t.letter_id = l.id where l.id = $1', [letterId])).rows[0]!;
  await live.pool.query(`update task set via = 'fallback', outcome = 'return', opened_at = '2026-03-31T17:00:00Z' where letter_id = $1`, [letterId]);
  const { id } = await routeOf();
  const on = `versionId=${versionId}`;
  const practice = async (person: Person, span: string) => ok(await person.get<RoutePractice>(`/routes/${id}/practice?${on}&${span}`)).steps;
  const letters = async (person: Person, kind: string, span: string) => ok(await person.get<Letters>(`/letters?routeVersionId=${versionId}&nodeId=${nodeId}&practice=${kind}&${span}`)).total;
  // The day begins at midnight in Bangkok.
  const DAY = 'from=2026-04-01&to=2026-04-01';
  const [none, once] = [{ times: 0, letters: 0 }, { times: 1, letters: 1 }];
  expect(await practice(owner, DAY)).toMatchObject([{ nodeId, tasks: once, fallbacks: once, returns: once, adhoc: none }]);
  expect(await practice(owner, 'from=2026-03-01&to=2026-03-31')).toEqual([]);
  for (const [kind, total] of [['fallbacks', 1], ['returns', 1], ['adhoc', 0]] as const) expect(await letters(owner, kind, DAY)).toBe(total);
  expect(await letters(owner, 'returns', 'from=2026-03-01&to=2026-03-31')).toBe(0);
  await live.pool.query(`update letter set secrecy = 'top_secret' where id = $1`, [letterId]);
  expect(await practice(owner, DAY)).toEqual([]);
  expect(await letters(owner, 'returns', DAY)).toBe(0);
  await live.pool.query(`update letter set secrecy = 'none' where id = $1`, [letterId]);
  expect(await practice(second, DAY)).toEqual([]);
  expect(await stranger.get(`/routes/${id}/practice?${on}`)).toMatchObject({ statusCode: 404 });
  expect(await owner.get(`/routes/${id}/practice?${on}&from=2026-04-02&to=2026-04-01`)).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
  const file = await owner.get(`/routes/${id}/practice/export?${on}&${DAY}`);
  expect(file.statusCode).toBe(200);
  expect(file.raw.subarray(0, 2).toString()).toBe('PK');
  expect(await stranger.get(`/routes/${id}/practice/export?${on}`)).toMatchObject({ statusCode: 404 });
});

test('a rehearsal is kept as a test case, played at each check, and carried into the version for ever', async () => {
  const route = await routeOf();
  const draft = ok(await owner.post<Draft>('/route-drafts', { officeId: lopburi, from: { kind: 'version', versionId: route.inForce!.id } }));
  ok(await owner.send('PUT', `/route-drafts/${draft.id}`, { definition: { ...draft.definition, name: 'รับหนังสือ (มีกรณีทดสอบ)' }, layout: {} }, { 'if-match': '0' }));
  const script = { schemaVersion: 1, at: '2027-01-05T03:00:00.000Z', facts: { direction: 'incoming', kind: 'external_letter' }, secrecy: 'none', unitId: null, drafterPost: null, moves: [] };
  const added = ok(await owner.post<Cases>(`/route-drafts/${draft.id}/cases`, { name: 'หนังสือทั่วไป', script, expected: ['nowhere'] }));
  const { id } = added.items[0]!;
  const checked = async () => ok(await owner.send<z.output<typeof checkedSchema>>('POST', `/route-drafts/${draft.id}/verify`));
  const first = await checked();
  expect(first.cases).toMatchObject([{ id, verdict: { kind: 'otherWay', step: 0, expected: 'nowhere' } }]);
  const path = first.cases[0]!.path;
  expect(path.length).toBeGreaterThan(0);
  const fields = { name: 'หนังสือทั่วไป', script, expected: path };
  expect(await second.send('PUT', `/route-cases/${id}`, fields, { 'if-match': '0' })).toMatchObject({ statusCode: 403 });
  expect(await stranger.send('PUT', `/route-cases/${id}`, fields, { 'if-match': '0' })).toMatchObject({ statusCode: 404 });
  ok(await owner.send('PUT', `/route-cases/${id}`, fields, { 'if-match': '0' }));
  expect(await owner.send('PUT', `/route-cases/${id}`, fields, { 'if-match': '0' })).toMatchObject({ statusCode: 412, body: { code: 'DRAFT_STALE' } });
  expect((await checked()).cases).toMatchObject([{ verdict: { kind: 'passed' } }]);
  const spare = ok(await owner.post<Cases>(`/route-drafts/${draft.id}/cases`, { ...fields, name: 'อีกกรณี' })).items[1]!;
  expect(ok(await owner.send<Cases>('DELETE', `/route-cases/${spare.id}`)).items).toHaveLength(1);
  expect(ok(await second.get<Cases>(`/route-drafts/${draft.id}/cases`))).toMatchObject({ canEdit: false, items: [{ id }] });
  expect(await clerk.get(`/route-drafts/${draft.id}/cases`)).toMatchObject({ statusCode: 403 });

  const proposal = ok(await owner.post<RouteProposalInfo>(`/route-drafts/${draft.id}/propose`, { note: 'มีกรณีทดสอบ', from: 'now', runningLetters: 'stay' }));
  const { versionId } = ok(await second.send<RouteProposalInfo>('POST', `/route-proposals/${proposal.id}/approve`));
  const carried = ok(await clerk.get<Cases>(`/route-versions/${versionId}/cases`));
  expect(carried).toMatchObject({ canEdit: false, items: [{ name: 'หนังสือทั่วไป', expected: path }] });
  expect(await owner.send('DELETE', `/route-cases/${carried.items[0]!.id}`)).toMatchObject({ statusCode: 404 });
  await expect(live.pool.query('delete from route_case where id = $1', [carried.items[0]!.id])).rejects.toThrow('cannot be changed');
  // The next draft begins with them.
  const next = ok(await owner.post<Draft>('/route-drafts', { officeId: lopburi, from: { kind: 'version', versionId } }));
  expect(ok(await owner.get<Cases>(`/route-drafts/${next.id}/cases`)).items).toMatchObject([{ name: 'หนังสือทั่วไป' }]);
});
