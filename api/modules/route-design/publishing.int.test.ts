import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { noticePageSchema } from '#domain/contracts/notices';
import type { checkedSchema, routeDesignsSchema, routeDraftSchema, RouteProposalInfo, routeProposalSchema, routeVersionsSchema } from '#domain/contracts/route-design';
import type { Route } from '#domain/route/model';
import { addDays, bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { officeId, postId } from '#db/seeds/insert-offices';
import { findVersionInForce } from '#db/repositories/routes';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Answer, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
type Draft = z.output<typeof routeDraftSchema>;
type Versions = z.output<typeof routeVersionsSchema>;

const DAY_MS = 86_400_000;
let app: TestApp;
/** Two process owners of Lop Buri, its administrator, its registry, and the process owner of another office. */
let author: Person;
let second: Person;
let admin: Person;
let clerk: Person;
let stranger: Person;
beforeEach(async () => {
  app = await openTestApp();
  await app.pool.query(`update post set roles = roles || '{process_owner}' where code = 'strategy-head' and office_id = $1 and not 'process_owner' = any(roles)`, [lopburi]);
  const logins = ['lopburi.office-head', 'lopburi.strategy.head', 'lopburi.ict.officer', 'lopburi.registry.clerk', 'ops.central.director'];
  [author, second, admin, clerk, stranger] = (await Promise.all(logins.map((login) => signIn(app, login)))) as [Person, Person, Person, Person, Person];
});
afterEach(() => app.close());

const lopburi = officeId('lopburi');
const routeOf = async (code = 'incoming') => ok(await author.get<z.output<typeof routeDesignsSchema>>(`/route-designs?officeId=${lopburi}`)).routes.find((route) => route.code === code)!;
const versionsOf = async (id: string) => ok(await author.get<Versions>(`/routes/${id}/versions`)).versions;
const nowInForce = async () => (await findVersionInForce(app.pool, { officeId: lopburi, code: 'incoming', at: app.deps.now().toISOString() }))!;
const begin = async (person = author): Promise<Draft> => ok(await person.post<Draft>('/route-drafts', { officeId: lopburi, from: { kind: 'version', versionId: (await routeOf()).inForce!.id } }));
const save = (person: Person, { id, rev }: Draft, definition: Route, more: object = {}) => person.send('PUT', `/route-drafts/${id}`, { definition, layout: {}, ...more }, { 'if-match': String(rev) });
const PROPOSAL = { note: 'ให้ชัดเจนขึ้น', from: 'now', runningLetters: 'stay' };
const propose = (person: Person, { id }: Pick<Draft, 'id'>, change: object = {}) => person.post<RouteProposalInfo>(`/route-drafts/${id}/propose`, { ...PROPOSAL, ...change });
const approve = (person: Person, { id }: Pick<RouteProposalInfo, 'id'>) => person.send<RouteProposalInfo>('POST', `/route-proposals/${id}/approve`);
const renamed = (route: Route, name: string): Route => ({ ...route, nodes: route.nodes.map((node) => (node.type === 'approve' ? { ...node, name } : node)) });
const refused = (answer: Answer) => ({ status: answer.statusCode, code: (answer.body as { code: string }).code });

/** A changed draft of the author. */
async function drawn(name: string, person = author): Promise<Draft> {
  const draft = await begin(person);
  ok(await save(person, draft, renamed(draft.definition, name)));
  return draft;
}

test('what one process owner has drawn another approves: a new version with author, approver, note and hash, told to whom it concerns, on record', async () => {
  const draft = await drawn('กลั่นกรองเรื่อง');
  const checked = ok(await author.send<z.output<typeof checkedSchema>>('POST', `/route-drafts/${draft.id}/verify`));
  expect(checked).toMatchObject({ rev: 1, cases: [] });
  expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const proposal = ok(await propose(author, draft));
  expect(proposal).toMatchObject({ state: 'waiting', canApprove: false, canWithdraw: true, author: { id: author.personId } });
  expect((await second.get<z.output<typeof noticePageSchema>>('/notices')).body.items).toMatchObject([{ template: 'routeProposed', letterId: null, route: { proposalId: proposal.id } }]);

  const seen = ok(await second.get<z.output<typeof routeProposalSchema>>(`/route-proposals/${proposal.id}`));
  expect(seen).toMatchObject({ proposal: { canApprove: true }, base: { version: 1 } });
  expect(seen.changes.th.join()).toContain('กลั่นกรองเรื่อง');
  // Four eyes: nobody approves the own proposal; who has not the role does not either.
  expect(refused(await approve(author, proposal))).toEqual({ status: 422, code: 'SECOND_PERSON_REQUIRED' });
  expect(refused(await approve(clerk, proposal))).toEqual({ status: 403, code: 'FORBIDDEN' });
  expect(refused(await approve(stranger, proposal))).toEqual({ status: 404, code: 'NOT_FOUND' });
  expect(refused(await save(author, { ...draft, rev: 1 }, draft.definition))).toEqual({ status: 409, code: 'DRAFT_PROPOSED' });
  expect((await nowInForce()).version).toBe(1);

  expect(ok(await approve(second, proposal))).toMatchObject({ state: 'published', decidedBy: { id: second.personId } });
  expect(refused(await approve(second, proposal))).toEqual({ status: 409, code: 'PROPOSAL_DECIDED' });
  const [newest, before] = await versionsOf((await routeOf()).id);
  expect(newest).toMatchObject({ version: 2, state: 'inForce', note: PROPOSAL.note, author: { id: author.personId }, approver: { id: second.personId } });
  expect(before).toMatchObject({ version: 1, state: 'retired', until: newest!.from });
  expect(await author.get(`/route-drafts/${draft.id}`)).toMatchObject({ statusCode: 404 });

  const told = (await app.pool.query<{ postIds: string[]; route: { lines: { th: string[] } } }>(`select post_ids as "postIds", route from notice where template = 'routeChanged'`)).rows;
  expect(told.flatMap(({ postIds }) => postIds).toSorted()).toEqual(seen.affected.map(({ post }) => post.id).toSorted());
  expect(told.every(({ route }) => route.lines.th.every((line) => line.includes('กลั่นกรองเรื่อง') || line.includes('“')))).toBe(true);
  expect(told.map(({ postIds }) => postIds[0])).not.toContain(postId('lopburi', 'registry-clerk'));
  const kinds = (await app.pool.query<{ kind: string; by: string }>(`select kind, person_id as by from audit_event where office_id = $1 and kind like 'route.%' and person_id is not null order by seq`, [lopburi])).rows;
  expect(kinds).toEqual([{ kind: 'route.draftStarted', by: author.personId }, { kind: 'route.proposed', by: author.personId }, { kind: 'route.published', by: second.personId }]);
});

test('an office may do without the second person; its administrator says so, and nobody else', async () => {
  const asked = { fourEyes: false, offersTemplates: false, reason: 'มีผู้ดูแลเส้นทางเพียงคนเดียว' };
  expect(refused(await author.send('PUT', `/route-rules/offices/${lopburi}`, asked))).toEqual({ status: 403, code: 'FORBIDDEN' });
  expect(refused(await stranger.send('PUT', `/route-rules/offices/${lopburi}`, asked))).toEqual({ status: 404, code: 'NOT_FOUND' });
  ok(await admin.send('PUT', `/route-rules/offices/${lopburi}`, asked));
  expect(ok(await propose(author, await drawn('ตรวจ')))).toMatchObject({ state: 'published' });
  expect((await nowInForce()).version).toBe(2);
  expect((await app.pool.query(`select data from audit_event where kind = 'office.routeRulesChanged' and office_id = $1`, [lopburi])).rows).toEqual([{ data: asked }]);
});

test('errors refuse, and so does a draft that changes nothing; nothing is proposed then', async () => {
  const draft = await begin();
  expect(refused(await propose(author, draft))).toEqual({ status: 409, code: 'ROUTE_UNCHANGED' });
  ok(await save(author, draft, { ...draft.definition, edges: draft.definition.edges.slice(1) }));
  const faulty = await propose(author, draft);
  expect(faulty).toMatchObject({ statusCode: 422, body: { code: 'ROUTE_FAULTY', details: { findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) as unknown } } });
  expect(refused(await propose(author, draft, { from: bangkokDate(app.deps.now().toISOString()) }))).toEqual({ status: 422, code: 'ROUTE_FROM_PAST' });
  expect((await app.pool.query('select 1 from route_proposal')).rowCount).toBe(0);
});

/** Two published routes that call each other: no screen makes them, but somebody's import may. */
async function insertRing(definition: Route): Promise<string> {
  const ids = [randomUUID(), randomUUID()] as const;
  for (const [i, id] of ids.entries()) {
    const route = { ...calling(definition, ids[1 - i]!), name: ['ตรวจร่าง', 'ตรวจทาน'][i] };
    await app.pool.query(
      `with r as (insert into route (office_id, code, name_th, name_en) values ($1, $2, $3, '') returning id)
       insert into route_version (id, route_id, version, definition, sha256, published_at, in_force_from) select $4, r.id, 1, $5, $6, now() - interval '1 hour', now() - interval '1 hour' from r`,
      [lopburi, `ring-${i}`, route.name, id, JSON.stringify(route), `${i}`.repeat(64)],
    );
  }
  return ids[0];
}

const calling = (route: Route, routeVersionId: string): Route => ({
  ...route,
  nodes: [route.nodes.find(({ type }) => type === 'start')!, { id: 'call', type: 'call', name: 'ตรวจตามเส้นทางกลาง', routeVersionId }, { id: 'end', type: 'end', name: 'ปิดเรื่อง', outcome: 'closed' }],
  edges: [{ id: 'a', from: route.nodes.find(({ type }) => type === 'start')!.id, outcome: 'next', to: 'call' }, { id: 'b', from: 'call', outcome: 'next', to: 'end' }],
});

test('routes that call each other in a circle are refused naming them one by one; nothing is proposed', async () => {
  const draft = await begin();
  ok(await save(author, draft, calling(draft.definition, await insertRing(draft.definition))));
  const circle: unknown = expect.objectContaining({ code: 'CALL_CIRCLE', severity: 'error', textTh: expect.stringContaining('ตรวจร่าง → ตรวจทาน → ตรวจร่าง') as unknown });
  expect(ok(await author.send<z.output<typeof checkedSchema>>('POST', `/route-drafts/${draft.id}/verify`)).findings).toContainEqual(circle);
  expect(await propose(author, draft)).toMatchObject({ statusCode: 422, body: { code: 'ROUTE_FAULTY', details: { findings: expect.arrayContaining([circle]) as unknown } } });
  expect((await app.pool.query('select 1 from route_proposal')).rowCount).toBe(0);
});

test("a route that the office's table has run by what is given to a post is refused once it asks that post no more", async () => {
  const draft = ok(await author.post<Draft>('/route-drafts', { officeId: lopburi, from: { kind: 'version', versionId: (await routeOf('post-incoming')).inForce!.id } }));
  const asksAnother = JSON.parse(JSON.stringify(draft.definition).replaceAll('"assignedPost"', '"assignedBy"')) as Route;
  ok(await save(author, draft, asksAnother));
  const found = expect.arrayContaining([expect.objectContaining({ code: 'POST_UNASKED' })]) as unknown;
  expect(await propose(author, draft)).toMatchObject({ statusCode: 422, body: { code: 'ROUTE_FAULTY', details: { findings: found } } });
});

test('a draft of a version that is no longer in force is refused naming what came meanwhile, until its author draws upon that', async () => {
  const mine = await drawn('ของข้าพเจ้า');
  const theirs = await drawn('ของผู้อื่น', second);
  ok(await approve(author, ok(await propose(second, theirs))));
  const current = await nowInForce();
  expect(await propose(author, mine)).toMatchObject({ statusCode: 409, body: { code: 'ROUTE_BASE_CHANGED', details: { versionId: current.id, version: 2, author: expect.any(Object) as unknown } } });
  expect(ok(await author.get<Draft>(`/route-drafts/${mine.id}`))).toMatchObject({ isBaseCurrent: false, base: { version: 1 }, inForce: { version: 2 } });
  expect(refused(await save(author, { ...mine, rev: 1 }, renamed(mine.definition, 'ของข้าพเจ้า'), { baseVersionId: mine.base!.id }))).toEqual({ status: 409, code: 'ROUTE_BASE_CHANGED' });
  ok(await save(author, { ...mine, rev: 1 }, renamed(mine.definition, 'ของข้าพเจ้า'), { baseVersionId: current.id }));
  ok(await propose(author, mine));
});

test('a proposal overtaken by another version is refused at approval, too', async () => {
  const proposal = ok(await propose(author, await drawn('ก่อน')));
  await app.pool.query('update route_proposal set base_version_id = gen_random_uuid() where id = $1', [proposal.id]);
  expect(refused(await approve(second, proposal))).toEqual({ status: 409, code: 'ROUTE_BASE_CHANGED' });
  expect((await nowInForce()).version).toBe(1);
});

test('a version of a day to come is used from that midnight on, by itself; until then it can be called off, and no other is published', async () => {
  const day = addDays(bangkokDate(app.deps.now().toISOString()), 2);
  ok(await approve(second, ok(await propose(author, await drawn('ตามกำหนด'), { from: day, runningLetters: 'move' }))));
  const { rows: moves } = await app.pool.query('select person_id as by, starts_at as at from route_move');
  expect(moves).toEqual([{ by: second.personId, at: bangkokInstant(day, '00:00') }]);
  const route = await routeOf();
  expect(route).toMatchObject({ inForce: { version: 1 }, next: { version: 2, state: 'scheduled', from: bangkokInstant(day, '00:00') } });
  expect((await nowInForce()).version).toBe(1);
  expect(refused(await propose(author, await drawn('อีกฉบับ')))).toEqual({ status: 409, code: 'ROUTE_SCHEDULED' });

  expect(refused(await clerk.post(`/route-versions/${route.next!.id}/call-off`, { reason: 'เลื่อน' }))).toEqual({ status: 403, code: 'FORBIDDEN' });
  expect(refused(await stranger.post(`/route-versions/${route.next!.id}/call-off`, { reason: 'เลื่อน' }))).toEqual({ status: 404, code: 'NOT_FOUND' });
  expect(refused(await author.post(`/route-versions/${route.inForce!.id}/call-off`, { reason: 'เลื่อน' }))).toEqual({ status: 409, code: 'VERSION_IN_USE' });

  const boundary = Date.parse(bangkokInstant(day, '00:00')) - app.deps.now().getTime();
  app.moveClock(boundary - 1_000);
  expect((await nowInForce()).version).toBe(1);
  app.moveClock(2_000);
  expect((await nowInForce()).version).toBe(2);
  app.moveClock(-boundary - 1_000);
  ok(await author.post(`/route-versions/${route.next!.id}/call-off`, { reason: 'เลื่อน' }));
  expect(await routeOf()).toMatchObject({ inForce: { version: 1, until: null }, next: null });
  app.moveClock(3 * DAY_MS);
  expect((await nowInForce()).version).toBe(1);
});

test('going back publishes the older drawing as a new version by the same way', async () => {
  ok(await approve(second, ok(await propose(author, await drawn('ฉบับใหม่')))));
  const { id } = await routeOf();
  const versions = await versionsOf(id);
  const back = (person: Person, change: object = {}) => person.post<RouteProposalInfo>(`/routes/${id}/roll-back`, { ...PROPOSAL, versionId: versions[1]!.id, ...change });
  expect(refused(await back(clerk))).toEqual({ status: 403, code: 'FORBIDDEN' });
  expect(refused(await back(stranger))).toEqual({ status: 404, code: 'NOT_FOUND' });
  expect(refused(await back(author, { versionId: versions[0]!.id }))).toEqual({ status: 409, code: 'ROUTE_UNCHANGED' });
  ok(await approve(second, ok(await back(author))));
  const [third, , first] = await versionsOf(id);
  expect(third).toMatchObject({ version: 3, state: 'inForce', sha256: first!.sha256 });
});

test('a proposal is returned with a reason to its author, or withdrawn by the author alone; then the draft is editable again', async () => {
  const draft = await drawn('หนึ่ง');
  const proposal = ok(await propose(author, draft));
  expect(refused(await propose(second, await drawn('สอง', second)))).toEqual({ status: 409, code: 'ROUTE_PROPOSED' });
  expect(refused(await author.post(`/route-proposals/${proposal.id}/return`, { reason: 'ไม่ชัด' }))).toEqual({ status: 422, code: 'SECOND_PERSON_REQUIRED' });
  ok(await second.post(`/route-proposals/${proposal.id}/return`, { reason: 'ชื่อขั้นไม่ชัดเจน' }));
  expect((await author.get<z.output<typeof noticePageSchema>>('/notices')).body.items).toMatchObject([{ template: 'routeReturned', route: { lines: { th: ['ชื่อขั้นไม่ชัดเจน'] } } }]);
  expect(ok(await author.get<Draft>(`/route-drafts/${draft.id}`))).toMatchObject({ canEdit: true, proposal: { state: 'returned', reason: 'ชื่อขั้นไม่ชัดเจน' } });
  const again = ok(await propose(author, draft));
  expect(refused(await second.send('POST', `/route-proposals/${again.id}/withdraw`))).toEqual({ status: 403, code: 'FORBIDDEN' });
  expect(ok(await author.send<RouteProposalInfo>('POST', `/route-proposals/${again.id}/withdraw`))).toMatchObject({ state: 'withdrawn' });
  expect(refused(await approve(second, again))).toEqual({ status: 409, code: 'PROPOSAL_DECIDED' });
});
