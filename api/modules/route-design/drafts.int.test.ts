import type { z } from 'zod';
import type { designContextSchema, draftSavedSchema, routeDesignsSchema, routeDraftSchema, routeVersionDetailSchema, routeVersionsSchema } from '#domain/contracts/route-design';
import type { Route } from '#domain/route/model';
import { positionsOf } from '#domain/route/positions';
import { verifyContextOf, verifyRoute } from '#domain/route/verify';
import { officeId } from '#db/seeds/insert-offices';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
type Designs = z.output<typeof routeDesignsSchema>;
type Draft = z.output<typeof routeDraftSchema>;
type Version = z.output<typeof routeVersionDetailSchema>;

let app: TestApp;
/** Process owner of Lop Buri; somebody of its registry; the process owner of another office. */
let owner: Person;
let clerk: Person;
let stranger: Person;
beforeAll(async () => {
  app = await openTestApp();
  [owner, clerk, stranger] = await Promise.all(['lopburi.office-head', 'lopburi.registry.clerk', 'ops.central.director'].map((login) => signIn(app, login))) as [Person, Person, Person];
});
afterAll(() => app.close());

const lopburi = officeId('lopburi');
const designs = async (person: Person, office = lopburi): Promise<Designs> => ok(await person.get<Designs>(`/route-designs?officeId=${office}`));
const inForce = async (code: string, person = owner, office = lopburi): Promise<string> => (await designs(person, office)).routes.find((route) => route.code === code)!.inForce!.id;
const start = (person: Person, from: object, office = lopburi) => person.post<Draft>('/route-drafts', { officeId: office, from });
const save = (person: Person, { id }: Draft, { rev, ...body }: { rev: number; definition: unknown; layout?: object; note?: string }) =>
  person.send<z.output<typeof draftSavedSchema>>('PUT', `/route-drafts/${id}`, { layout: {}, ...body }, { 'if-match': `"${rev}"` });
const draftRow = async (id: string) => (await app.pool.query<{ rev: number; definition: Route }>('select rev, definition from route_draft where id = $1', [id])).rows[0]!;

test('a process owner sees the routes of the office with the version in force; others of the office see them without drafts, other offices do not know of them', async () => {
  const mine = await designs(owner);
  expect(mine).toMatchObject({ canDesign: true, rules: { fourEyes: true } });
  expect(mine.routes.find(({ code }) => code === 'incoming')).toMatchObject({ inForce: { version: 1, state: 'inForce', openLetters: 0 }, next: null, myDraft: null, otherDrafts: 0, proposal: null });
  const theirs = await designs(clerk);
  expect(theirs).toMatchObject({ canDesign: false });
  expect(theirs.routes.find(({ code }) => code === 'incoming')).toMatchObject({ inForce: { version: 1 }, myDraft: null, otherDrafts: null });
  expect(await stranger.get(`/route-designs?officeId=${lopburi}`)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });

  const versionId = await inForce('incoming');
  const version = ok(await clerk.get<Version>(`/route-versions/${versionId}`));
  expect(version).toMatchObject({ route: { code: 'incoming' }, canDesign: false, version: { id: versionId } });
  expect(ok(await clerk.get<z.output<typeof routeVersionsSchema>>(`/routes/${version.route.id}/versions`)).versions).toMatchObject([{ id: versionId, state: 'inForce', until: null }]);
  for (const path of [`/route-versions/${versionId}`, `/routes/${version.route.id}/versions`]) expect(await stranger.get(path)).toMatchObject({ statusCode: 404 });
});

test('a draft is saved by revision: what another screen has saved is never overwritten, and the answer says what is there', async () => {
  const draft = ok(await start(owner, { kind: 'version', versionId: await inForce('incoming') }));
  expect(draft).toMatchObject({ code: 'incoming', rev: 0, isBaseCurrent: true, canEdit: true, proposal: null, base: { version: 1 } });
  const renamed: Route = { ...draft.definition, name: 'รับหนังสือ (ร่าง)' };
  expect(ok(await save(owner, draft, { rev: 0, definition: renamed, layout: { start: { x: 10, y: 20 } }, note: 'ทดลอง' })).rev).toBe(1);
  const stale = await save(owner, draft, { rev: 0, definition: { ...renamed, name: 'อีกหน้าจอหนึ่ง' } });
  expect(stale).toMatchObject({ statusCode: 412, body: { code: 'DRAFT_STALE', details: { rev: 1, updatedAt: expect.any(String) as string } } });
  expect(await draftRow(draft.id)).toMatchObject({ rev: 1, definition: { name: 'รับหนังสือ (ร่าง)' } });
  expect(await owner.send('PUT', `/route-drafts/${draft.id}`, { definition: renamed, layout: {} })).toMatchObject({ statusCode: 428, body: { code: 'IF_MATCH_MISSING' } });
  expect(ok(await owner.get<Draft>(`/route-drafts/${draft.id}`))).toMatchObject({ rev: 1, note: 'ทดลอง', layout: { start: { x: 10, y: 20 } }, definition: { name: 'รับหนังสือ (ร่าง)' } });

  // One draft per route and author; the answer leads to it.
  expect(await start(owner, { kind: 'version', versionId: await inForce('incoming') })).toMatchObject({ statusCode: 409, body: { code: 'DRAFT_EXISTS', details: { draftId: draft.id } } });
  expect((await designs(owner)).routes.find(({ code }) => code === 'incoming')).toMatchObject({ myDraft: { id: draft.id, rev: 1 }, otherDrafts: 0 });
  ok(await owner.send('DELETE', `/route-drafts/${draft.id}`));
  expect(await owner.get(`/route-drafts/${draft.id}`)).toMatchObject({ statusCode: 404 });
  const { rows } = await app.pool.query(`select kind from audit_event where data->>'draftId' = $1 order by seq`, [draft.id]);
  expect(rows).toEqual([{ kind: 'route.draftStarted' }, { kind: 'route.draftDiscarded' }]);
});

test('only a process owner of the office drafts; another one of the office reads a draft and does not change it', async () => {
  const from = { kind: 'empty', code: 'petitions', nameTh: 'เรื่องร้องเรียน' };
  expect(await start(clerk, from)).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
  expect(await start(stranger, from)).toMatchObject({ statusCode: 404 });
  const draft = ok(await start(owner, from));
  expect(draft.definition).toMatchObject({ name: 'เรื่องร้องเรียน', nodes: [{ type: 'start' }], edges: [] });
  const edit = { rev: 0, definition: draft.definition };
  for (const [person, statusCode] of [[clerk, 403], [stranger, 404]] as const) {
    expect(await person.get(`/route-drafts/${draft.id}`)).toMatchObject({ statusCode });
    expect(await save(person, draft, edit)).toMatchObject({ statusCode });
    expect(await person.send('DELETE', `/route-drafts/${draft.id}`)).toMatchObject({ statusCode });
  }
  const second = await secondOwner();
  expect(ok(await second.get<Draft>(`/route-drafts/${draft.id}`))).toMatchObject({ canEdit: false });
  expect(await save(second, draft, edit)).toMatchObject({ statusCode: 403 });
  expect(await second.send('DELETE', `/route-drafts/${draft.id}`)).toMatchObject({ statusCode: 403 });
  expect((await designs(owner)).newRoutes).toMatchObject([{ code: 'petitions', isMine: true, draft: { id: draft.id } }]);
  expect((await designs(second)).newRoutes).toMatchObject([{ code: 'petitions', isMine: false }]);
  expect((await designs(clerk)).newRoutes).toEqual([]);
  expect(await start(owner, { ...from, code: 'incoming' })).toMatchObject({ statusCode: 409, body: { code: 'CODE_TAKEN' } });
});

/** Somebody else of Lop Buri whose post has the role, too. */
async function secondOwner(): Promise<Person> {
  await app.pool.query(`update post set roles = roles || '{process_owner}' where code = 'strategy-head' and office_id = $1 and not 'process_owner' = any(roles)`, [lopburi]);
  return signIn(app, 'lopburi.strategy.head');
}

test('a route of an office above is taken over with every foreign position exchanged, or refused naming those that are not', async () => {
  const ops = officeId('ops');
  const setTemplates = (offersTemplates: boolean) => app.pool.query(`update office set settings = settings || $2 where id = $1`, [ops, JSON.stringify({ routes: { fourEyes: true, offersTemplates } })]);
  const versionId = await inForce('incoming', stranger, ops);
  await setTemplates(false);
  expect(await owner.get(`/route-versions/${versionId}`)).toMatchObject({ statusCode: 404 });
  await setTemplates(true);
  const template = ok(await owner.get<Version>(`/route-versions/${versionId}`));
  expect(template.places).toEqual({ posts: {}, units: { central: { th: 'กองกลาง', en: expect.any(String) as string } } });
  const asked = { kind: 'template', versionId, code: 'from-above', positions: { posts: {}, units: {} } };
  const refused = await start(owner, asked);
  expect(refused).toMatchObject({ statusCode: 422, body: { code: 'POSITION_UNMAPPED', details: { names: 'Central Administration Division' } } });
  const positions = { posts: {}, units: { central: 'general' } };
  const draft = ok(await start(owner, { ...asked, positions }));
  expect(positionsOf(draft.definition.nodes).unitCodes).toEqual(['general']);
  expect(draft.definition.nodes.map(({ id }) => id)).toEqual(template.definition.nodes.map(({ id }) => id));
});

test('what has not the shape of a route is refused naming the place, and nothing is stored', async () => {
  const draft = ok(await start(owner, { kind: 'empty', code: 'shapes', nameTh: 'รูปแบบ' }));
  const step = draft.definition.nodes[0]!;
  const bad: readonly (readonly [definition: unknown, statusCode: number, body: object])[] = [
    [{ ...draft.definition, nodes: Array.from({ length: 1_000 }, (_, i) => ({ ...step, id: `s${i}` })) }, 400, { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'body.definition.nodes' }] } }],
    [{ ...draft.definition, nodes: [{ ...step, kinds: ['nothing'] }] }, 400, { details: { fields: [{ path: 'body.definition.nodes.0.kinds.0' }] } }],
    [{ ...draft.definition, nodes: [step, { id: 'd', type: 'decide', name: 'แยก', branches: [{ outcome: 'a', when: nested(200) }], otherwise: 'b' }] }, 400, { details: { fields: [{ path: 'body' }] } }],
    [{ ...draft.definition, description: 'ก'.repeat(800_000) }, 413, { code: 'ROUTE_TOO_LARGE' }],
    [{ ...draft.definition, schemaVersion: 2 }, 400, { details: { fields: [{ path: 'body.definition.schemaVersion' }] } }],
  ];
  for (const [definition, statusCode, body] of bad) expect(await save(owner, draft, { rev: 0, definition })).toMatchObject({ statusCode, body });
  expect(await draftRow(draft.id)).toEqual({ rev: 0, definition: draft.definition });
});

const nested = (depth: number): object => (depth === 0 ? { combinator: 'and', rules: [] } : { combinator: 'and', rules: [nested(depth - 1)] });

test('the context lets the verifier say in a browser what it says here, and is for process owners of the office', async () => {
  const context = ok(await owner.get<z.output<typeof designContextSchema>>(`/route-design-context?officeId=${lopburi}`));
  const { definition } = ok(await owner.get<Version>(`/route-versions/${await inForce('incoming')}`));
  const { admits, postCodes } = context;
  expect(verifyRoute(definition, verifyContextOf({ ...context.verify, admits, postCodes }, 'incoming')).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(context.posts.map(({ code }) => code)).toContain('governor');
  expect(context.verify.directory.posts.flatMap(({ holders }) => holders).every((id) => context.persons[id] !== undefined)).toBe(true);
  expect(Object.keys(context.calendar.days).every((day) => [0, 1].includes(Number(day.slice(0, 4)) - app.deps.now().getUTCFullYear()))).toBe(true);
  expect(context.routes.map(({ id }) => id)).toEqual(expect.arrayContaining([await inForce('incoming')]));
  expect(await clerk.get(`/route-design-context?officeId=${lopburi}`)).toMatchObject({ statusCode: 403 });
  expect(await stranger.get(`/route-design-context?officeId=${lopburi}`)).toMatchObject({ statusCode: 404 });
});
