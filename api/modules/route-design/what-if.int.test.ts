import type { z } from 'zod';
import type { routeDesignsSchema, routeDraftSchema } from '#domain/contracts/route-design';
import type { whatIfLettersSchema, whatIfRunSchema, whatIfSchema } from '#domain/contracts/route-what-if';
import type { Route } from '#domain/route/model';
import { officeId } from '#db/seeds/insert-offices';
import { generateQuarter, type QuarterSpan } from '#db/seeds/quarter';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(240_000);
type Draft = z.output<typeof routeDraftSchema>;
type WhatIf = z.output<typeof whatIfSchema>;
type Run = z.output<typeof whatIfRunSchema>;
type Letters = z.output<typeof whatIfLettersSchema>;

const N = 60;
const lopburi = officeId('lopburi');
let live: TestApp;
let owner: Person;
let second: Person;
let clerk: Person;
let stranger: Person;
let draft: Draft;
let span: QuarterSpan;
beforeAll(async () => {
  live = await openTestApp();
  await live.pool.query(`update post set roles = roles || '{process_owner}' where code = 'strategy-head' and office_id = $1`, [lopburi]);
  const logins = ['lopburi.office-head', 'lopburi.strategy.head', 'lopburi.registry.clerk', 'ops.central.director'];
  [owner, second, clerk, stranger] = (await Promise.all(logins.map((login) => signIn(live, login)))) as [Person, Person, Person, Person];
  span = await generateQuarter(live.pool, { n: N });
  const { routes } = ok(await owner.get<z.output<typeof routeDesignsSchema>>(`/route-designs?officeId=${lopburi}`));
  draft = ok(await owner.post<Draft>('/route-drafts', { officeId: lopburi, from: { kind: 'version', versionId: routes.find(({ code }) => code === 'incoming')!.inForce!.id } }));
});
afterAll(() => live?.close());

const body = (change: object = {}): object => ({ from: span.from, to: span.to, letters: 'route', ...change });
const read = async (person: Person = owner): Promise<WhatIf> => ok(await person.get<WhatIf>(`/route-drafts/${draft.id}/what-if`));
const start = (change: object = {}, person: Person = owner) => person.post<Run>(`/route-drafts/${draft.id}/what-if`, body(change));

async function begin(): Promise<Run> {
  const answer = await start();
  expect(answer.statusCode).toBe(202);
  return answer.body;
}

async function finished(id: string): Promise<WhatIf> {
  for (;;) {
    const seen = await read();
    if (seen.latest?.id === id && seen.latest.state !== 'running') return seen;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}

const save = async (definition: Route): Promise<void> => {
  const { rev } = ok(await owner.get<Draft>(`/route-drafts/${draft.id}`));
  ok(await owner.send('PUT', `/route-drafts/${draft.id}`, { definition, layout: {} }, { 'if-match': String(rev) }));
};

/** One more approval before the governor directs. */
const withOneMore = (route: Route): Route => ({
  ...route,
  nodes: [...route.nodes, { id: 'deputy', type: 'approve', name: 'รองผู้ว่าราชการจังหวัดกลั่นกรอง', mode: 'one', assignees: [{ by: 'post', postCode: 'deputy-governor-1' }], returnTo: [], deadline: { rule: { unit: 'workingDays', amount: 1 } } }],
  edges: [...route.edges.map((edge) => (edge.from === 'propose' && edge.to === 'direct' ? { ...edge, to: 'deputy' } : edge)), { id: 'deputy-on', from: 'deputy', outcome: 'approve', to: 'direct' }],
});

test('a draft that is the version in force changes nothing: every letter takes the same path, late or not as then', async () => {
  const run = await begin();
  expect(run).toMatchObject({ state: 'running', total: N, letters: 'route', isCurrent: true });
  const { latest, result } = await finished(run.id);
  expect(latest).toMatchObject({ state: 'done', done: N, total: N });
  const { letters, late, time, posts, steps } = result!.result;
  expect(letters).toEqual({ total: N, same: N, other: 0, cannot: 0 });
  expect(late).toMatchObject({ now: late.then, became: 0, noLonger: 0 });
  expect(late.then).toBeGreaterThan(0);
  expect(time!.now).toEqual(time!.then);
  for (const { then, now } of posts) expect(now).toEqual(then);
  for (const { sources, now } of steps) expect(sources.recorded).toBe(now.tasks);
});

test('one more approval is seen in paths, in the work of its post, and in the time it takes', async () => {
  await save(withOneMore(draft.definition));
  const before = await read();
  expect(before.result).toMatchObject({ isCurrent: false, result: { letters: { other: 0 } } });
  const { result } = await finished((await begin()).id);
  expect(result!.isCurrent).toBe(true);
  const { letters, differences, posts, steps, time, late } = result!.result;
  expect(letters.other).toBeGreaterThan(N / 2);
  expect(letters.same + letters.other + letters.cannot).toBe(N);
  expect(differences[0]).toMatchObject({ after: 'propose', now: 'deputy', count: letters.other });
  expect(posts.find(({ post }) => post?.code === 'deputy-governor-1')).toMatchObject({ then: { tasks: 0 } });
  expect(steps.find(({ nodeId }) => nodeId === 'deputy')).toMatchObject({ then: { tasks: 0 }, now: { tasks: expect.any(Number) as number }, sources: { recorded: 0 } });
  expect(time!.now.mean).toBeGreaterThan(time!.then.mean);
  expect(late.now - late.then).toBe(late.became - late.noLonger);
});

test('letters are shown to whoever may know of them; those of a higher class are counted and not shown', async () => {
  const { result } = await read();
  const letters = async (person: Person, query = '') => ok(await person.get<Letters>(`/route-what-ifs/${result!.id}/letters${query}`));
  const all = await letters(owner);
  expect(all).toMatchObject({ total: N, shown: N });
  expect(all.items).toHaveLength(25);
  const [first] = all.items;
  await live.pool.query(`update letter set secrecy = 'top_secret' where id = $1`, [first!.id]);
  const seen = await letters(owner);
  expect(seen).toMatchObject({ total: N, shown: N - 1 });
  expect(JSON.stringify(seen)).not.toContain(first!.id);
  // Its work is in the sums all the same.
  expect((await read()).result!.result).toEqual(result!.result);
  const others = await letters(owner, '?verdict=other&limit=200');
  expect(others.total).toBe(result!.result.letters.other);
  expect(others.items.every(({ difference }) => difference!.now === 'deputy')).toBe(true);
  const next = await letters(owner, `?after=${all.items[9]!.no}&limit=5`);
  expect(next.items.map(({ id }) => id)).toEqual(all.items.slice(10, 15).map(({ id }) => id));
  // A process owner without a part in a letter counts it, and reads nothing of it.
  const little = await letters(second, '?limit=200');
  expect(little.total).toBe(N);
  expect(little.shown).toBeLessThan(N);
  expect(little.items).toHaveLength(little.shown);
});

test('another office does not learn that there is a run, who does not design is refused, and only its author begins one', async () => {
  const { result } = await read();
  for (const path of [`/route-drafts/${draft.id}/what-if`, `/route-what-ifs/${result!.id}/letters`]) {
    expect(await stranger.get(path)).toMatchObject({ statusCode: 404 });
    expect(await clerk.get(path)).toMatchObject({ statusCode: 403 });
  }
  expect(await start({}, stranger)).toMatchObject({ statusCode: 404 });
  expect(await start({}, second)).toMatchObject({ statusCode: 403 });
  expect(await second.send('POST', `/route-what-ifs/${result!.id}/cancel`)).toMatchObject({ statusCode: 403 });
  expect(await read(second)).toMatchObject({ canStart: false, result: { id: result!.id } });
});

test('dates that do not fit, and dates without a letter, are refused; nothing is begun', async () => {
  const before = await read();
  expect(await start({ to: '2019-01-01', from: '2019-01-01' })).toMatchObject({ statusCode: 422, body: { code: 'WHAT_IF_SPAN', details: { field: 'from' } } });
  expect(await start({ to: span.from, from: span.to })).toMatchObject({ statusCode: 422, body: { code: 'WHAT_IF_SPAN', details: { field: 'to' } } });
  expect(await start({ to: '2199-01-01' })).toMatchObject({ statusCode: 422, body: { code: 'WHAT_IF_SPAN' } });
  const today = new Date().toISOString().slice(0, 10);
  expect(await start({ from: today, to: today })).toMatchObject({ statusCode: 422, body: { code: 'WHAT_IF_NOTHING' } });
  expect(await start({ from: 'เมื่อวาน' })).toMatchObject({ statusCode: 400 });
  expect(await read()).toEqual(before);
});

test('a run that is called off says so, leaves the last result as it is, and may be begun anew', async () => {
  const before = await read();
  const run = await begin();
  expect(await start()).toMatchObject({ statusCode: 409, body: { code: 'WHAT_IF_RUNNING' } });
  expect(ok(await owner.send<Run>('POST', `/route-what-ifs/${run.id}/cancel`))).toMatchObject({ state: 'cancelled' });
  const after = await read();
  expect(after.latest).toMatchObject({ id: run.id, state: 'cancelled' });
  expect(after.result).toEqual(before.result);
  const again = await finished((await begin()).id);
  expect(again.latest!.state).toBe('done');
  // The thread of the run that was called off has written nothing behind its back.
  const { rows } = await live.pool.query('select count(distinct run_id)::int as runs from route_what_if_letter');
  expect(rows).toEqual([{ runs: 1 }]);
});

test('a run that nobody works on any more is said to have been interrupted, and does not stand in the way of the next', async () => {
  const { latest } = await read();
  await live.pool.query(`insert into route_what_if (office_id, draft_id, digest, from_day, to_day, takes_all, total, person_id, started_at, beat_at)
    select office_id, draft_id, digest, from_day, to_day, false, 9, person_id, now() + interval '1 second', now() - interval '2 minutes' from route_what_if where id = $1`, [latest!.id]);
  const seen = await read();
  expect(seen.latest).toMatchObject({ state: 'interrupted', total: 9 });
  expect(seen.result!.id).toBe(latest!.id);
  expect((await finished((await begin()).id)).latest!.state).toBe('done');
});

test('what was tried goes with the draft', async () => {
  ok(await owner.send('DELETE', `/route-drafts/${draft.id}`));
  const { rows } = await live.pool.query('select (select count(*)::int from route_what_if) as runs, (select count(*)::int from route_what_if_letter) as letters');
  expect(rows).toEqual([{ runs: 0, letters: 0 }]);
});
