import type { z } from 'zod';
import type { DesignContext } from '#domain/contracts/route-design';
import type { routeTableSavedSchema, routeTablesSchema } from '#domain/contracts/route-tables';
import { directoryAt } from '#domain/route/directory-at';
import type { DecisionTable } from '#domain/route/model';
import { drawToEnd, rehearse } from '#domain/route/rehearsal';
import { booksFrom } from '#domain/route/rehearsal/books';
import type { RehearsalSetting } from '#domain/route/rehearsal/session';
import { personId } from '#db/seeds/demo';
import { officeId, postId } from '#db/seeds/insert-offices';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
type Tables = z.output<typeof routeTablesSchema>;

let app: TestApp;
let owner: Person;
let clerk: Person;
let stranger: Person;
beforeAll(async () => {
  app = await openTestApp();
  [owner, clerk, stranger] = await Promise.all(['lopburi.office-head', 'lopburi.registry.clerk', 'ops.central.director'].map((login) => signIn(app, login))) as [Person, Person, Person];
});
afterAll(() => app.close());

const lopburi = officeId('lopburi');
const tables = async (person: Person): Promise<Tables> => ok(await person.get<Tables>(`/route-tables?officeId=${lopburi}`));
const letterTable = async (): Promise<Tables['tables'][number]> => (await tables(owner)).tables.find(({ scope }) => scope === 'letter')!;
const put = (person: Person, table: unknown, rev: number, office = lopburi) =>
  person.send<z.output<typeof routeTableSavedSchema>>('PUT', `/route-tables/${office}/letter`, { table }, { 'if-match': `"${rev}"` });

describe('the which-route table', () => {
  test('is read by people of the office and changed by its process owner alone; other offices do not know of it', async () => {
    expect(await tables(owner)).toMatchObject({ canEdit: true, officeId: lopburi });
    expect(await tables(clerk)).toMatchObject({ canEdit: false });
    expect(await stranger.get(`/route-tables?officeId=${lopburi}`)).toMatchObject({ statusCode: 404 });
    const { table, rev } = await letterTable();
    expect(await put(clerk, table, rev)).toMatchObject({ statusCode: 403 });
    expect(await put(stranger, table, rev)).toMatchObject({ statusCode: 404 });
  });

  test('is put in force over the revision that was seen, on record with what it was before, and sends the next letter', async () => {
    const { table, rev } = await letterTable();
    const changed: DecisionTable = { ...table, rules: [{ id: 'minutes', when: table.inputs.map((name) => (name === 'kind' ? { operator: '=' as const, value: 'minutes' } : null)), then: ['three-posts'] }, ...table.rules] };
    expect(ok(await put(owner, changed, rev)).rev).toBe(rev + 1);
    expect(await put(owner, table, rev)).toMatchObject({ statusCode: 409, body: { code: 'EDIT_CONFLICT', details: { rev: rev + 1 } } });
    expect(await letterTable()).toEqual({ scope: 'letter', rev: rev + 1, table: changed });
    const { rows } = await app.pool.query<{ data: { from: DecisionTable; to: DecisionTable } }>(`select data from audit_event where kind = 'route.tableChanged' and office_id = $1 order by seq desc limit 1`, [lopburi]);
    expect(rows[0]!.data).toEqual({ scope: 'letter', from: table, to: changed });
    const preview = ok(await clerk.get<{ chosen: { routeCode: string; rowId: string } }>(`/routes/choice?type=incoming&kind=minutes&postId=${postId('lopburi', 'registry-clerk')}`));
    expect(preview.chosen).toMatchObject({ routeCode: 'three-posts', rowId: 'minutes' });
    ok(await put(owner, table, rev + 1));
  });

  test('by which a letter would get no route, or one that is not in force, is refused and nothing is changed', async () => {
    const { table, rev } = await letterTable();
    const refusal = (change: Partial<DecisionTable>) => put(owner, { ...table, ...change }, rev);
    expect(await refusal({ rules: table.rules.slice(0, -1) })).toMatchObject({ statusCode: 422, body: { code: 'ROUTE_TABLE_FAULTY', details: { faults: expect.stringContaining('gap') as string } } });
    expect(await refusal({ rules: table.rules.map((rule) => ({ ...rule, then: ['gone'] })) })).toMatchObject({ statusCode: 422, body: { code: 'ROUTE_TABLE_FAULTY' } });
    expect(await put(owner, { ...table, rules: [] }, rev)).toMatchObject({ statusCode: 400 });
    expect(await letterTable()).toEqual({ scope: 'letter', rev, table });
  });
});

describe('what a rehearsal stands on', () => {
  const context = async (): Promise<DesignContext> => ok(await owner.get<DesignContext>(`/route-design-context?officeId=${lopburi}`));

  test('is handed to the process owner of the office and to nobody else', async () => {
    expect(await context()).toMatchObject({ office: { id: lopburi } });
    expect(await clerk.get(`/route-design-context?officeId=${lopburi}`)).toMatchObject({ statusCode: 403 });
    expect(await stranger.get(`/route-design-context?officeId=${lopburi}`)).toMatchObject({ statusCode: 404 });
  });

  test('says who acts on another day, where somebody will be away then', async () => {
    const { at } = await context();
    const [from, to] = [Date.parse(at) + 86_400_000, Date.parse(at) + 3 * 86_400_000].map((ms) => new Date(ms).toISOString()) as [string, string];
    await app.pool.query(`insert into absence (person_id, from_at, to_at, kind) values ($1, $2, $3, 'leave')`, [personId('lopburi', 'governor'), from, to]);
    const { people, persons } = await context();
    const holders = (moment: string): readonly string[] => directoryAt(people, moment).posts.find(({ id }) => id === postId('lopburi', 'governor'))!.holders;
    const then = holders(new Date(Date.parse(from) + 3_600_000).toISOString());
    expect(holders(at)).toEqual([personId('lopburi', 'governor')]);
    expect(then).not.toEqual(holders(at));
    expect(then.every((id) => persons[id] !== undefined)).toBe(true);
  });

  test('plays the incoming route of a province to its end, with numbers that go on from the real books and take nothing from them', async () => {
    const { people, calendar, bookCopies: books, unitRoutes, postRoute, verify: { routes }, at } = await context();
    const { rows } = await app.pool.query<{ definition: never }>(
      `select v.definition from route_version v join route r on r.id = v.route_id where r.office_id = $1 and r.code = 'incoming'`, [lopburi],
    );
    const setting: RehearsalSetting = {
      routes: { ...routes, draft: rows[0]!.definition }, route: 'draft', officeId: lopburi, calendar, directoryAt: (moment) => directoryAt(people, moment), books: booksFrom(books), routeOfUnit: (id) => unitRoutes[id] ?? null, postRoute,
    };
    const counters = async () => (await app.pool.query('select book_id, last_no from number_counter order by 1')).rows;
    const before = await counters();
    const begin = { schemaVersion: 1, at, facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal', channel: 'counter' }, secrecy: 'none', unitId: null, drafterPost: null, moves: [] } as const;
    const played = rehearse(setting, drawToEnd(setting, begin, { seed: 1, pace: { unit: 'workingHours', amount: 2 } }));
    expect(played).toMatchObject({ broken: null, state: { status: 'ended' } });
    const receive = books.books.find(({ kind, unitId }) => kind === 'receive' && unitId === null)!;
    expect(played.log.find(({ kind }) => kind === 'number')).toMatchObject({ printed: String((receive.counter?.lastNo ?? 0) + 1) });
    expect(await counters()).toEqual(before);
  });
});
