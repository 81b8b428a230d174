/** An office from a template: what is taken over, whose it is, and what the checklist says of it until it is open. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/set-up';
import { officeId, unitId } from '#db/seeds/insert-offices';
import { openTestApp, signIn, type Answer, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Done = Out<'setUpDoneSchema'>;
type Checklist = Out<'checklistSchema'>;
type Problem = { readonly code: string; readonly details: Record<string, unknown> };

let testApp: TestApp;
let system: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  system = await signIn(testApp, 'ops.admin');
});
afterAll(() => testApp.close());

const ALL = ['structure', 'books', 'routes', 'lists', 'calendar', 'settings'];
const setUp = (more: object): object => ({ officeId: null, office: null, sourceId: officeId('lopburi'), parts: ALL, adminLogin: 'set.up', adminNameTh: 'ผู้ดูแลสำนักงานจังหวัด', ...more });
const office = (code: string, more: object = {}) => ({ code, kind: 'central', nameTh: `สำนักงาน ${code}`, nameEn: `Office ${code}`, shortTh: code, agencyCode: 'มท', unitCode: '0399', headTitleTh: `ผู้อำนวยการ ${code}`, parentId: officeId('ops'), ...more });
const opsAdmin = (): Promise<Person> => signIn(testApp, 'ops.registry.head');
const count = async (table: string, id: string): Promise<number> => Number((await testApp.pool.query<{ n: string }>(`select count(*) as n from ${table} where office_id = $1`, [id])).rows[0]?.n);
/** Signs the new administrator in and chooses a password. */
async function enter({ login, oneTimePassword }: Done): Promise<Person> {
  const first = await signIn(testApp, login, oneTimePassword);
  await first.send('PUT', '/session/password', { current: oneTimePassword, next: 'รหัสผ่านของฉันเอง' });
  return signIn(testApp, login, 'รหัสผ่านของฉันเอง');
}
const stepOf = ({ body }: Answer<Checklist>, step: string) => body.steps.find((each) => each.step === step)!;

describe('a province that was known by name only', () => {
  let done: Done;
  let admin: Person;
  const id = officeId('trang');
  beforeAll(async () => {
    const answer = await system.post<Done>('/office-set-ups', setUp({ officeId: id, adminLogin: 'trang.setup' }));
    done = answer.body;
    admin = await enter(done);
  });

  test('gets units, posts, books and routes of its own, in its own words, and nobody of the template', async () => {
    expect(done.copied).toMatchObject({ units: 7, routes: 10, lists: 1 });
    expect(done.copied.books).toBe(await count('book', officeId('lopburi')));
    const { rows } = await testApp.pool.query<{ code: string; title: string; unit: string; superior: string | null }>(
      `select p.code, p.title_th as title, u.name_th as unit, s.code as superior from post p join unit u on u.id = p.unit_id left join post s on s.id = p.superior_id where p.office_id = $1`, [id],
    );
    expect(rows).toContainEqual({ code: 'governor', title: 'ผู้ว่าราชการจังหวัดตรัง', unit: 'จังหวัดตรัง', superior: null });
    expect(rows).toContainEqual({ code: 'office-head', title: 'หัวหน้าสำนักงานจังหวัดตรัง', unit: 'สำนักงานจังหวัดตรัง', superior: 'governor' });
    expect(JSON.stringify(rows)).not.toContain('ลพบุรี');
    const { rows: held } = await testApp.pool.query('select p.code from appointment a join post p on p.id = a.post_id where p.office_id = $1', [id]);
    expect(held).toEqual([{ code: 'office-admin' }]);
    const { rows: books } = await testApp.pool.query<{ name: string; unit: string | null }>('select b.name_th as name, u.code as unit from book b left join unit u on u.id = b.unit_id and u.office_id = $1 where b.office_id = $1 and b.unit_id is not null', [id]);
    expect(books.every(({ unit }) => unit !== null)).toBe(true);
    expect(JSON.stringify(books)).not.toContain('ลพบุรี');
    const { rows: pointers } = await testApp.pool.query(
      `select r.code as registry, s.code as secret, o.is_linked as "isLinked" from office o join unit r on r.id = o.registry_unit_id and r.office_id = o.id join post s on s.id = o.secret_registrar_post_id and s.office_id = o.id where o.id = $1`, [id],
    );
    expect(pointers).toEqual([{ registry: 'registry', secret: 'secret-registrar', isLinked: false }]);
    const { rows: members } = await testApp.pool.query<{ office: string; role: string }>(`select m->>'officeId' as office, m->>'role' as role from distribution_list l, json_array_elements(l.members::json) m where l.office_id = $1`, [id]);
    expect(members.filter(({ role }) => role === 'lead')).toHaveLength(1);
    expect(members.map((each) => each.office)).not.toContain(id);
  });

  test('its administrator sees what is there and what is missing; nobody else of an office does', async () => {
    const seen = await admin.get<Checklist>(`/office-set-ups/${id}`);
    expect(seen).toMatchObject({ statusCode: 200, body: { isReady: false, firstReceived: null, canCopy: true, canManage: true, office: { isLinked: false } } });
    expect(stepOf(seen, 'units').state).toBe('done');
    expect(stepOf(seen, 'posts')).toMatchObject({ state: 'missing', problems: [{ problem: 'nobody' }] });
    // Nobody is there yet whom a route could ask.
    expect(stepOf(seen, 'routes')).toMatchObject({ state: 'missing', count: 10, problems: [{ problem: 'routeNobody' }] });
    expect(stepOf(seen, 'calendar').state).toBe('done');
    expect(stepOf(seen, 'contact').state).toBe('advice');
    expect((await admin.get<{ items: { id: string }[] }>('/office-set-ups')).body.items.map((each) => each.id)).toEqual([id]);
    for (const login of ['lopburi.ict.officer', 'lopburi.governor']) expect((await (await signIn(testApp, login)).get(`/office-set-ups/${id}`)).statusCode).toBe(404);
    expect((await admin.get(`/office-set-ups/${officeId('lopburi')}`)).statusCode).toBe(404);
    expect((await (await signIn(testApp, 'lopburi.governor')).get('/office-set-ups')).statusCode).toBe(403);
    expect((await (await signIn(testApp, 'lopburi.governor')).get('/office-templates')).statusCode).toBe(403);
    expect((await (await signIn(testApp, 'lopburi.governor')).get(`/office-templates/${officeId('ops')}`)).statusCode).toBe(403);
  });

  test('it is not opened before it is ready, and the refusal names what is missing', async () => {
    const refused = await admin.post<Problem>(`/office-set-ups/${id}/open`, {});
    expect(refused).toMatchObject({ statusCode: 409, body: { code: 'OFFICE_NOT_READY', details: { steps: expect.arrayContaining(['posts', 'head', 'registry']) } } });
    expect((await (await signIn(testApp, 'lopburi.ict.officer')).post(`/office-set-ups/${id}/open`, {})).statusCode).toBe(404);
    expect((await testApp.pool.query('select is_linked from office where id = $1', [id])).rows).toEqual([{ is_linked: false }]);
  });

  test('with people in its posts it is ready, and opened it may be written to by others', async () => {
    await testApp.pool.query(
      `with new as (insert into person (office_id, login, name_th, name_en, clearance) select $1, 'trang.' || p.code, p.title_th, '', 'top_secret' from post p where p.office_id = $1 and p.code <> 'office-admin' returning id, login)
       insert into appointment (person_id, post_id, capacity, valid_from) select n.id, p.id, 'own', now() - interval '1 day' from new n join post p on p.office_id = $1 and n.login = 'trang.' || p.code`, [id],
    );
    const seen = await admin.get<Checklist>(`/office-set-ups/${id}`);
    expect(seen.body.steps.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(stepOf(seen, 'accounts')).toMatchObject({ state: 'advice', problems: [{ problem: 'notInvited' }] });
    expect(seen.body.isReady).toBe(true);
    expect((await admin.post<Checklist>(`/office-set-ups/${id}/open`, {})).body.office.isLinked).toBe(true);
    await admin.post(`/office-set-ups/${id}/open`, {});
    const { rows } = await testApp.pool.query(`select kind from audit_event where office_id = $1 and kind in ('office.setUp', 'office.linked') order by seq`, [id]);
    expect(rows).toEqual([{ kind: 'office.setUp' }, { kind: 'office.linked' }]);
  });

  test('it is not set up a second time, and takes nothing over once letters run', async () => {
    expect(await system.post<Problem>('/office-set-ups', setUp({ officeId: id, adminLogin: 'trang.other' }))).toMatchObject({ statusCode: 409, body: { code: 'OFFICE_SET_UP' } });
    const again = await admin.post<Out<'copiedSchema'>>(`/office-set-ups/${id}/copy`, { sourceId: officeId('lopburi'), parts: ALL });
    expect(again.body).toEqual({ units: 0, posts: 0, books: 0, routes: 0, lists: 0, days: 0 });
    await testApp.pool.query(
      `insert into letter (office_id, route_version_id, direction, kind, urgency, subject, correlation_id, public_code, created_at, enclosure_list)
       select $1, v.id, 'incoming', 'external_letter', 'normal', 'ทดลอง', gen_random_uuid(), 'set-up-test', now(), '{}' from route_version v limit 1`, [id],
    );
    expect(await admin.post<Problem>(`/office-set-ups/${id}/copy`, { sourceId: officeId('lopburi'), parts: ALL })).toMatchObject({ statusCode: 409, body: { code: 'OFFICE_SET_UP' } });
  });
});

describe('a new office', () => {
  test('under OPS is made by the administrator of OPS, with some units only; what was left out in between is skipped', async () => {
    const admin = await opsAdmin();
    const ids = [unitId('ops', 'executive'), unitId('ops', 'ict-systems'), unitId('ops', 'registry')];
    const { statusCode, body } = await admin.post<Done>('/office-set-ups', setUp({ office: office('academy'), sourceId: officeId('ops'), unitIds: ids, adminLogin: 'academy.admin' }));
    expect(statusCode).toBe(200);
    expect(body.copied.units).toBe(3);
    const { rows } = await testApp.pool.query('select u.code, p.code as parent, u.letter_code as "letterCode" from unit u left join unit p on p.id = u.parent_id where u.office_id = $1 order by u.code', [body.office.id]);
    expect(rows).toEqual([{ code: 'executive', parent: null, letterCode: null }, { code: 'ict-systems', parent: 'executive', letterCode: null }, { code: 'registry', parent: 'executive', letterCode: '0399.1' }]);
    const { rows: posts } = await testApp.pool.query<{ roles: string[]; titleTh: string }>('select roles, title_th as "titleTh" from post where office_id = $1', [body.office.id]);
    expect(posts.flatMap(({ roles }) => roles)).not.toContain('system_admin');
    expect(posts.map(({ titleTh }) => titleTh)).toContain('ผู้อำนวยการ academy');
    // Books of units that were left out are left out too.
    const { rows: books } = await testApp.pool.query('select 1 from book b where b.office_id = $1 and b.unit_id is not null and not exists (select 1 from unit u where u.id = b.unit_id and u.office_id = $1)', [body.office.id]);
    expect(books).toEqual([]);
    const seen = await admin.get<Checklist>(`/office-set-ups/${body.office.id}`);
    expect(stepOf(seen, 'routes').problems.map(({ problem }) => problem)).toContain('routeNobody');
    expect(seen.body.canManage).toBe(false);
  });

  test('without a template it has a first unit and its administrator', async () => {
    const { body } = await system.post<Done>('/office-set-ups', setUp({ office: office('bare', { parentId: null }), sourceId: null, parts: [], adminLogin: 'bare.admin' }));
    expect(body.copied).toEqual({ units: 0, posts: 0, books: 0, routes: 0, lists: 0, days: 0 });
    const admin = await enter(body);
    const seen = await admin.get<Checklist>(`/office-set-ups/${body.office.id}`);
    expect(stepOf(seen, 'routes').problems.map(({ problem }) => problem)).toEqual(['noTable']);
    expect(stepOf(seen, 'books')).toMatchObject({ state: 'missing', problems: [{ problem: 'noBook', names: [{ th: 'receive' }, { th: 'send' }] }] });
    expect((await admin.post<Out<'copiedSchema'>>(`/office-set-ups/${body.office.id}/copy`, { sourceId: officeId('ops'), parts: ['routes'] })).body).toMatchObject({ routes: 10, units: 0 });
  });

  test('is nobody else’s to make, nor above one’s own', async () => {
    const province = await signIn(testApp, 'lopburi.ict.officer');
    expect((await province.post<Problem>('/office-set-ups', setUp({ office: office('stolen'), adminLogin: 'stolen.admin' })))).toMatchObject({ statusCode: 403 });
    expect((await (await opsAdmin()).post<Problem>('/office-set-ups', setUp({ office: office('top', { parentId: null }), adminLogin: 'top.admin' })))).toMatchObject({ statusCode: 403 });
    expect((await province.post<Problem>('/office-set-ups', setUp({ officeId: officeId('yala'), adminLogin: 'yala.setup' })))).toMatchObject({ statusCode: 404 });
    expect((await province.post<Problem>(`/office-set-ups/${officeId('yala')}/copy`, { sourceId: officeId('ops'), parts: [] }))).toMatchObject({ statusCode: 404 });
  });

  test('is not made at all where its code or its login is taken, and the field is named', async () => {
    expect(await system.post<Problem>('/office-set-ups', setUp({ office: office('lopburi'), adminLogin: 'some.admin' }))).toMatchObject({ statusCode: 409, body: { code: 'CODE_TAKEN', details: { field: 'code' } } });
    expect(await system.post<Problem>('/office-set-ups', setUp({ office: office('nowhere'), adminLogin: 'ops.admin' }))).toMatchObject({ statusCode: 409, body: { code: 'LOGIN_TAKEN', details: { field: 'login' } } });
    expect((await testApp.pool.query(`select 1 from office where code = 'nowhere'`)).rowCount).toBe(0);
    expect((await system.post<Problem>('/office-set-ups', setUp({ office: office('nowhere'), sourceId: officeId('yala'), adminLogin: 'new.admin' }))).statusCode).toBe(404);
    for (const wrong of [{}, { officeId: officeId('yala'), office: office('both') }, { office: office('x', { nameTh: '<b>ก</b> 😀' }) }, { office: office('x', { nameTh: 'ก'.repeat(201) }) }, { office: office('x'), adminLogin: "o'brien" }]) {
      expect(await system.post<Problem>('/office-set-ups', setUp(wrong))).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
    }
  });
});

test.each([['ops.admin', true], ['ops.registry.head', true], ['lopburi.ict.officer', true], ['lopburi.governor', false]])('the screens offer it to whoever may: %s', async (login, expected) => {
  const { body } = await (await signIn(testApp, login)).get<{ can: string[] }>('/session');
  expect(body.can.includes('setUp')).toBe(expected);
});

test('a template shows its structure and nobody in it', async () => {
  const { body } = await system.get<Out<'templateListSchema'>>('/office-templates');
  expect(body.items.map(({ code }) => code)).toContain('lopburi');
  expect(body.items.map(({ code }) => code)).not.toContain('yala');
  const template = await system.get<Out<'templateSchema'>>(`/office-templates/${officeId('lopburi')}`);
  expect(template.body.posts).toContainEqual(expect.objectContaining({ code: 'governor', titleTh: 'ผู้ว่าราชการจังหวัดลพบุรี' }));
  expect(Object.keys(template.body)).toEqual(['office', 'units', 'posts', 'books', 'routes', 'lists', 'days']);
});

describe('which offices are templates', () => {
  type Offices = Out<'setUpOfficeListSchema'>;
  const codesFor = async (person: Person): Promise<readonly string[]> => (await person.get<Out<'templateListSchema'>>('/office-templates')).body.items.map(({ code }) => code);

  test("an administrator sees those that are marked and the own office; of another's structure nothing is shown or taken", async () => {
    const chonburi = await signIn(testApp, 'chonburi.ict.officer');
    expect((await codesFor(chonburi)).toSorted()).toEqual(['chonburi', 'lopburi', 'ops']);
    const lopburi = await signIn(testApp, 'lopburi.ict.officer');
    expect((await codesFor(lopburi)).toSorted()).toEqual(['lopburi', 'ops']);
    expect((await chonburi.get(`/office-templates/${officeId('chonburi')}`)).statusCode).toBe(200);
    expect((await lopburi.get(`/office-templates/${officeId('chonburi')}`)).statusCode).toBe(404);
    expect((await system.get(`/office-templates/${officeId('chonburi')}`)).statusCode).toBe(404);
    expect((await system.post<Problem>('/office-set-ups', setUp({ office: office('copied'), sourceId: officeId('chonburi'), adminLogin: 'copied.admin' }))).statusCode).toBe(404);
    expect((await testApp.pool.query(`select 1 from office where code = 'copied'`)).rowCount).toBe(0);
  });

  test('only whoever keeps the installation marks one; each time once on record', async () => {
    const path = `/office-templates/${officeId('chonburi')}`;
    for (const login of ['chonburi.ict.officer', 'ops.registry.head', 'lopburi.governor']) expect((await (await signIn(testApp, login)).send('PUT', path, { isTemplate: true })).statusCode).toBe(403);
    const lopburi = await signIn(testApp, 'lopburi.ict.officer');
    const marked = await system.send<Offices>('PUT', path, { isTemplate: true });
    expect(marked.body.items.find(({ code }) => code === 'chonburi')?.isTemplate).toBe(true);
    await system.send('PUT', path, { isTemplate: true });
    expect(await codesFor(lopburi)).toContain('chonburi');
    await system.send('PUT', path, { isTemplate: false });
    expect(await codesFor(lopburi)).not.toContain('chonburi');
    const { rows } = await testApp.pool.query(`select kind from audit_event where office_id = $1 and kind like 'office.template%' order by seq`, [officeId('chonburi')]);
    expect(rows).toEqual([{ kind: 'office.templateMarked' }, { kind: 'office.templateUnmarked' }]);
    expect((await system.send('PUT', '/office-templates/00000000-0000-4000-8000-000000000000', { isTemplate: true })).statusCode).toBe(404);
  });
});
