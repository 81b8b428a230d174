import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { OfficeBooks } from '#domain/contracts/office-books';
import type * as contract from '#domain/contracts/organisation';
import { personId } from '#db/seeds/demo';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import { MESSAGES } from '#api/messages';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Organisation = Out<'organisationSchema'>;
type Problem = { code: string; details: Record<string, unknown> };

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

/** The administrator of a province. */
const adminOf = (office: string): Promise<Person> => signIn(testApp, `${office}.ict.officer`);
const audits = async (office: string, kind: string): Promise<readonly { person_id: string; data: Record<string, unknown> }[]> =>
  (await testApp.pool.query('select person_id, data from audit_event where office_id = $1 and kind = $2 order by seq', [officeId(office), kind])).rows;
const version = async (): Promise<number> => Number((await testApp.pool.query<{ version: string }>('select version from directory_version')).rows[0]?.version);
const read = async (admin: Person): Promise<Organisation> => (await admin.get<Organisation>('/organisation')).body;
const unitOf = (organisation: Organisation, code: string) => organisation.units.find((unit) => unit.code === code)!;
const postOf = (organisation: Organisation, code: string) => organisation.posts.find((post) => post.code === code)!;
const newUnit = (office: string, more: object = {}) => ({ officeId: officeId(office), nameTh: 'กลุ่มงานนวัตกรรม', nameEn: 'Innovation', parentId: unitId(office, 'office'), ...more });
const newPost = (office: string, more: object = {}) => ({ officeId: officeId(office), titleTh: 'นักวิชาการคอมพิวเตอร์ชำนาญการ', unitId: unitId(office, 'ict'), superiorId: postId(office, 'ict-head'), roles: ['officer'], isUnitHead: false, ...more });
const unitBody = ({ rev, name, short, letterCode, phone, parentId, sortOrder }: Organisation['units'][number], change: object = {}) =>
  ({ rev, nameTh: name.th, nameEn: name.en, shortTh: short, letterCode, phone, parentId, sortOrder, ...change });
const postBody = ({ rev, title, unitId: unit, superiorId, roles, isUnitHead, oversees }: Organisation['posts'][number], change: object = {}) =>
  ({ rev, titleTh: title.th, titleEn: title.en, unitId: unit, superiorId, roles, isUnitHead, oversees, ...change });

describe('units and posts', () => {
  test('a new unit with a post is there at once, on the record, and makes what is kept in memory old', async () => {
    const admin = await adminOf('lopburi');
    const before = await version();
    const made = await admin.post<Organisation>('/units', newUnit('lopburi', { code: 'innovation' }));
    expect(made.statusCode).toBe(200);
    expect(unitOf(made.body, 'innovation')).toMatchObject({ name: { th: 'กลุ่มงานนวัตกรรม', en: 'Innovation' }, parentId: unitId('lopburi', 'office'), state: 'inForce', rev: 0 });
    const unit = unitOf(made.body, 'innovation');
    const posted = await admin.post<Organisation>('/posts', newPost('lopburi', { code: 'innovation-head', unitId: unit.id, isUnitHead: true, roles: ['head', 'officer'] }));
    expect(postOf(posted.body, 'innovation-head')).toMatchObject({ unitId: unit.id, isUnitHead: true, roles: ['head', 'officer'], holders: [] });
    expect(await version()).toBeGreaterThan(before + 1);
    expect(await audits('lopburi', 'unit.created')).toMatchObject([{ person_id: admin.personId, data: { unitId: unit.id, code: 'innovation' } }]);
    expect(await audits('lopburi', 'post.created')).toHaveLength(1);
    // Everybody of the office finds them in the pickers.
    const officer = await signIn(testApp, 'lopburi.strategy.officer');
    expect((await officer.get<{ items: { code: string }[] }>('/units')).body.items.map(({ code }) => code)).toContain('innovation');
  });

  test('without a code one is given, and a code is not given twice', async () => {
    const admin = await adminOf('phuket');
    const made = await admin.post<Organisation>('/units', newUnit('phuket'));
    expect(made.body.units.some(({ code }) => /^u-[0-9a-f]{8}$/.test(code))).toBe(true);
    expect(await admin.post<Problem>('/units', newUnit('phuket', { code: 'ict' }))).toMatchObject({ statusCode: 409, body: { code: 'CODE_TAKEN', details: { field: 'code' } } });
    expect(await admin.post<Problem>('/posts', newPost('phuket', { code: 'governor' }))).toMatchObject({ statusCode: 409, body: { code: 'CODE_TAKEN' } });
  });

  test('a unit is renamed and moved, with what it was on the record; it cannot go below itself', async () => {
    const admin = await adminOf('songkhla');
    const ict = unitOf(await read(admin), 'ict');
    const changed = await admin.send<Organisation>('PUT', `/units/${ict.id}`, unitBody(ict, { nameTh: "กลุ่มงานดิจิทัล 'ทดลอง'", parentId: unitId('songkhla', 'strategy') }));
    expect(unitOf(changed.body, 'ict')).toMatchObject({ name: { th: "กลุ่มงานดิจิทัล 'ทดลอง'" }, parentId: unitId('songkhla', 'strategy'), rev: 1 });
    expect(await audits('songkhla', 'unit.changed')).toMatchObject([{ data: { unitId: ict.id, changes: { nameTh: { from: ict.name.th }, parentId: { from: ict.parentId } } } }]);
    const strategy = unitOf(changed.body, 'strategy');
    expect(await admin.send<Problem>('PUT', `/units/${strategy.id}`, unitBody(strategy, { parentId: ict.id }))).toMatchObject({ statusCode: 422, body: { code: 'TREE_CYCLE' } });
  });

  test('two tabs that edit the same unit: the second is told, and nothing is overwritten', async () => {
    const admin = await adminOf('chonburi');
    const ict = unitOf(await read(admin), 'ict');
    expect((await admin.send('PUT', `/units/${ict.id}`, unitBody(ict, { phone: '0 3827 0000' }))).statusCode).toBe(200);
    expect(await admin.send<Problem>('PUT', `/units/${ict.id}`, unitBody(ict, { phone: '0 3899 9999' }))).toMatchObject({ statusCode: 409, body: { code: 'EDIT_CONFLICT', details: { rev: 1 } } });
    expect(unitOf(await read(admin), 'ict').phone).toBe('0 3827 0000');
    const head = postOf(await read(admin), 'ict-head');
    await admin.send('PUT', `/posts/${head.id}`, postBody(head, { titleEn: 'First' }));
    expect(await admin.send<Problem>('PUT', `/posts/${head.id}`, postBody(head, { titleEn: 'Second' }))).toMatchObject({ statusCode: 409, body: { code: 'EDIT_CONFLICT' } });
  });

  test('what is in use is not closed, and it says what uses it; what is not is closed from a day on, and opened again', async () => {
    const admin = await adminOf('chiangmai');
    const organisation = await read(admin);
    const registry = unitOf(organisation, 'registry');
    expect(await admin.post<Problem>(`/units/${registry.id}/close`, { rev: 0, on: '2030-01-01' })).toMatchObject({ statusCode: 409, body: { code: 'UNIT_IN_USE', details: { used: { registry: 1, posts: expect.any(Number) } } } });
    const governor = postOf(organisation, 'governor');
    expect(await admin.post<Problem>(`/posts/${governor.id}/close`, { rev: 0, on: '2030-01-01' })).toMatchObject({ statusCode: 409, body: { code: 'POST_IN_USE', details: { used: { holders: 1, inferiors: expect.any(Number) } } } });
    const made = (await admin.post<Organisation>('/units', newUnit('chiangmai', { code: 'passing' }))).body;
    const unit = unitOf(made, 'passing');
    expect(await admin.post<Problem>(`/units/${unit.id}/close`, { rev: 0, on: '2020-01-01' })).toMatchObject({ statusCode: 422, body: { code: 'PERIOD_INVALID' } });
    const today = unit.validFrom;
    const closed = await admin.post<Organisation>(`/units/${unit.id}/close`, { rev: 0, on: today });
    expect(unitOf(closed.body, 'passing')).toMatchObject({ state: 'ended', validTo: today, rev: 1 });
    expect((await admin.get<{ items: { code: string }[] }>('/units')).body.items.map(({ code }) => code)).not.toContain('passing');
    expect(unitOf((await admin.post<Organisation>(`/units/${unit.id}/close`, { rev: 1, on: null })).body, 'passing')).toMatchObject({ state: 'inForce', validTo: null });
    expect([await audits('chiangmai', 'unit.closed'), await audits('chiangmai', 'unit.reopened')].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('a unit that begins later is to come', async () => {
    const admin = await adminOf('khonkaen');
    const made = await admin.post<Organisation>('/units', newUnit('khonkaen', { code: 'later', validFrom: '2030-01-01' }));
    expect(unitOf(made.body, 'later').state).toBe('future');
    expect(await admin.post<Problem>('/posts', newPost('khonkaen', { unitId: unitOf(made.body, 'later').id }))).toMatchObject({ statusCode: 422, body: { code: 'UNIT_UNKNOWN', details: { field: 'unitId' } } });
  });

  test.each([
    ['a name of nothing but spaces', { nameTh: ' \u200b ' }, 'tooShort' as const],
    ['a pictograph', { nameTh: 'กลุ่มงาน 😀' }, 'notPrintable' as const],
    ['pasted mark-up', { nameTh: '<b>กลุ่มงาน</b>' }, 'notPrintable' as const],
    ['a name too long', { nameTh: 'ก'.repeat(201) }, 'tooLong' as const],
    ['a code with spaces', { code: 'a b' }, 'codeFormat' as const],
  ])('%s is refused beside its field and nothing is changed', async (_what, wrong: object, text) => {
    const admin = await adminOf('udonthani');
    const answer = await admin.post<Problem>('/units', newUnit('udonthani', wrong));
    expect(answer).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED', details: { fields: [{ path: `body.${Object.keys(wrong)[0]}`, message: MESSAGES.en.validation[text].replace('{maximum}', '200') }] } } });
    expect(await audits('udonthani', 'unit.created')).toEqual([]);
  });

  test('invisible characters and runs of spaces do not stay in a name', async () => {
    const admin = await adminOf('phetchaburi');
    const made = await admin.post<Organisation>('/units', newUnit('phetchaburi', { code: 'tidy', nameTh: ' กลุ่ม\u200bงาน \n ก้าวหน้า ' }));
    expect(unitOf(made.body, 'tidy').name.th).toBe('กลุ่มงาน ก้าวหน้า');
  });

  test('a unit has one head; a superior is of the same office and not below', async () => {
    const admin = await adminOf('nakhonsawan');
    expect(await admin.post<Problem>('/posts', newPost('nakhonsawan', { isUnitHead: true }))).toMatchObject({ statusCode: 409, body: { code: 'UNIT_HEAD_TAKEN', details: { field: 'isUnitHead' } } });
    expect(await admin.post<Problem>('/posts', newPost('nakhonsawan', { superiorId: postId('lopburi', 'governor') }))).toMatchObject({ statusCode: 422, body: { code: 'POST_UNKNOWN', details: { field: 'superiorId' } } });
    const governor = postOf(await read(admin), 'governor');
    expect(await admin.send<Problem>('PUT', `/posts/${governor.id}`, postBody(governor, { superiorId: postId('nakhonsawan', 'ict-head') }))).toMatchObject({ statusCode: 422, body: { code: 'TREE_CYCLE' } });
  });

  test('no administrator gives roles that reach beyond the office, nor roles to the own post', async () => {
    const admin = await adminOf('suratthani');
    expect(await admin.post<Problem>('/posts', newPost('suratthani', { roles: ['system_admin'] }))).toMatchObject({ statusCode: 403, body: { code: 'ROLE_NOT_GRANTABLE' } });
    const own = postOf(await read(admin), 'ict-officer');
    expect(await admin.send<Problem>('PUT', `/posts/${own.id}`, postBody(own, { roles: [...own.roles, 'supervisor'] }))).toMatchObject({ statusCode: 409, body: { code: 'OWN_ACCOUNT' } });
    expect(await audits('suratthani', 'post.changed')).toEqual([]);
  });
});

describe('whose organisation it is', () => {
  test("another office's is not to be known and not to be changed", async () => {
    const stranger = await adminOf('chiangrai');
    expect((await stranger.get(`/organisation?officeId=${officeId('lopburi')}`)).statusCode).toBe(404);
    expect((await stranger.post('/units', newUnit('lopburi', { code: 'x' }))).statusCode).toBe(404);
    expect((await stranger.send('PUT', `/posts/${postId('lopburi', 'governor')}`, { rev: 0, titleTh: 'ก', unitId: unitId('lopburi', 'ict'), superiorId: null, roles: [], isUnitHead: false })).statusCode).toBe(404);
    expect((await stranger.post(`/units/${unitId('lopburi', 'hr')}/close`, { rev: 0, on: '2030-01-01' })).statusCode).toBe(404);
    expect((await stranger.get(`/accounts?officeId=${officeId('lopburi')}`)).statusCode).toBe(404);
    expect((await stranger.get(`/office-books?officeId=${officeId('lopburi')}`)).statusCode).toBe(404);
    expect((await stranger.get(`/office-routes?officeId=${officeId('lopburi')}`)).statusCode).toBe(404);
    expect((await stranger.get(`/acting?officeId=${officeId('lopburi')}`)).statusCode).toBe(404);
  });

  test('only its administrator looks into and changes it, not a head and not the registry', async () => {
    for (const login of ['lopburi.registry.clerk', 'lopburi.governor']) {
      const person = await signIn(testApp, login);
      for (const path of ['/organisation', '/accounts', '/office-books', '/office-routes']) expect((await person.get(path)).statusCode).toBe(403);
      expect((await person.post('/units', newUnit('lopburi', { code: 'y' }))).statusCode).toBe(403);
      expect((await person.send('PUT', `/posts/${postId('lopburi', 'governor')}/succession`, { rev: 0, items: [] })).statusCode).toBe(403);
    }
  });

  test('the office keeps its own contact and posts of last resort', async () => {
    const admin = await adminOf('phetchaburi');
    const contact = { rev: 0, addressTh: 'ศาลากลางจังหวัดเพชรบุรี ถนนราชวิถี', phone: '0 3242 5573', email: 'saraban@phetchaburi.example.go.th', registryUnitId: unitId('phetchaburi', 'registry'), fallbackPostId: postId('phetchaburi', 'office-head'), secretRegistrarPostId: postId('phetchaburi', 'secret-registrar'), processOwnerPostId: null };
    expect((await admin.send<Organisation>('PUT', `/offices/${officeId('phetchaburi')}/contact`, contact)).body.office).toMatchObject({ rev: 1, address: contact.addressTh, phone: contact.phone, email: contact.email, processOwnerPostId: null });
    expect((await admin.send<Problem>('PUT', `/offices/${officeId('phetchaburi')}/contact`, { ...contact, rev: 1, fallbackPostId: postId('lopburi', 'governor') })).body).toMatchObject({ code: 'POST_UNKNOWN', details: { field: 'fallbackPostId' } });
  });
});

describe('offices', () => {
  const office = (more: object = {}) => ({ nameTh: 'สำนักงานทดสอบ', shortTh: 'ทดสอบ', agencyCode: 'ทส', unitCode: '0099', headTitleTh: 'หัวหน้าสำนักงานทดสอบ', parentId: officeId('ops'), isLinked: true, ...more });

  test('a system administrator makes an office; its first administrator signs in, sets a password and goes on', async () => {
    const system = await signIn(testApp, 'ops.admin');
    const made = await system.post<Out<'officeCreatedSchema'>>('/offices', { code: 'trial', kind: 'central', ...office(), adminLogin: 'trial.admin', adminNameTh: 'ผู้ดูแล สำนักงานทดสอบ' });
    expect(made).toMatchObject({ statusCode: 200, body: { office: { code: 'trial', rev: 0, parentId: officeId('ops') }, login: 'trial.admin' } });
    const admin = await signIn(testApp, 'trial.admin', made.body.oneTimePassword);
    expect(await admin.get('/organisation')).toMatchObject({ statusCode: 403, body: { code: 'PASSWORD_CHANGE_REQUIRED' } });
    expect((await admin.send('PUT', '/session/password', { current: made.body.oneTimePassword, next: 'รหัสผ่านใหม่ของฉัน' })).statusCode).toBe(200);
    expect((await read(admin)).units.map(({ code }) => code)).toEqual(['general']);
  });

  test('offices are renamed, moved and closed by system administrators alone, and not below themselves', async () => {
    const system = await signIn(testApp, 'ops.admin');
    const tree = (await system.get<Out<'officeTreeSchema'>>('/offices/tree')).body.items;
    const ops = tree.find(({ code }) => code === 'ops')!;
    expect((await system.send<Problem>('PUT', `/offices/${ops.id}`, { rev: ops.rev, ...office({ parentId: officeId('lopburi') }) })).body.code).toBe('TREE_CYCLE');
    expect((await system.post<Problem>(`/offices/${ops.id}/close`, { rev: ops.rev, on: '2030-01-01' })).body).toMatchObject({ code: 'OFFICE_IN_USE', details: { used: { offices: expect.any(Number) } } });
    const admin = await adminOf('lopburi');
    expect((await admin.get('/offices/tree')).statusCode).toBe(403);
    expect((await admin.post('/offices', { code: 'other', kind: 'central', ...office(), adminLogin: 'other.admin', adminNameTh: 'ก' })).statusCode).toBe(403);
    expect((await admin.send('PUT', `/offices/${officeId('lopburi')}`, { rev: 0, ...office() })).statusCode).toBe(403);
  });
});

describe('standing succession', () => {
  const acting = async (person: Person, at = ''): Promise<Out<'actingSchema'>> => (await person.get<Out<'actingSchema'>>(`/acting${at}`)).body;
  const ofPost = (view: Out<'actingSchema'>, code: string) => view.items.find(({ post }) => post.code === code)!;

  test('the first of the new order who is present acts, and it shows who would act on another day', async () => {
    const office = 'lopburi';
    const admin = await adminOf(office);
    const head = ofPost(await acting(admin), 'strategy-head');
    const order = ['ict-head', 'hr-head'].map((post) => ({ postId: postId(office, post), orderNo: 'คำสั่งจังหวัด ที่ 5/2569' }));
    expect((await admin.send('PUT', `/posts/${head.post.id}/succession`, { rev: head.rev, items: order })).statusCode).toBe(200);
    expect(await admin.send('PUT', `/posts/${head.post.id}/succession`, { rev: head.rev, items: [] })).toMatchObject({ statusCode: 409, body: { code: 'EDIT_CONFLICT' } });
    const from = '2031-03-03T01:00:00.000Z';
    await testApp.pool.query(`insert into absence (person_id, from_at, to_at, kind) values ($1, $2, '2031-03-05T00:00:00Z', 'leave')`, [personId(office, 'strategy-head'), from]);
    expect(ofPost(await acting(admin), 'strategy-head').actors).toMatchObject([{ via: 'own', person: { id: personId(office, 'strategy-head') } }]);
    expect(ofPost(await acting(admin, `?at=${from}`), 'strategy-head')).toMatchObject({
      holders: [{ isAbsent: true }], actors: [{ via: 'succession', capacity: 'acting_for', orderNo: 'คำสั่งจังหวัด ที่ 5/2569', person: { id: personId(office, 'ict-head') }, ownPost: { code: 'ict-head' } }],
      successors: [{ post: { code: 'ict-head' } }, { post: { code: 'hr-head' } }],
    });
    expect(await audits(office, 'succession.changed')).toHaveLength(1);
    expect((await acting(await signIn(testApp, 'lopburi.strategy.officer'))).canManage).toBe(false);
  });

  test('a post does not stand in for itself, nobody twice, and nobody of another office', async () => {
    const admin = await adminOf('songkhla');
    const view = await acting(admin);
    const { post, rev } = view.items[0]!;
    const send = (items: unknown) => admin.send<Problem>('PUT', `/posts/${post.id}/succession`, { rev, items });
    expect((await send([{ postId: post.id }])).body.code).toBe('POST_UNKNOWN');
    expect((await send([{ postId: postId('lopburi', 'governor') }])).body.code).toBe('POST_UNKNOWN');
    expect((await send([{ postId: view.items[1]!.post.id }, { postId: view.items[1]!.post.id }])).body.code).toBe('VALIDATION_FAILED');
  });
});

describe('distribution lists', () => {
  const member = (office: string, role = 'secondary') => ({ officeId: officeId(office), role });

  test('a list is made with one lead, changed, and not overwritten from a second tab', async () => {
    const admin = await adminOf('lopburi');
    const made = await admin.post<Out<'savedListSchema'>>('/distribution-lists', { officeId: officeId('lopburi'), nameTh: 'จังหวัดภาคกลาง', members: [member('chonburi', 'lead'), member('phetchaburi', 'adviser')] });
    expect(made).toMatchObject({ statusCode: 200, body: { rev: 0, members: expect.arrayContaining([{ office: expect.objectContaining({ code: 'chonburi' }), role: 'lead' }]) } });
    const body = { rev: 0, nameTh: 'จังหวัดภาคกลาง', members: [member('phetchaburi', 'lead')] };
    expect((await admin.send<Out<'savedListSchema'>>('PUT', `/distribution-lists/${made.body.id}`, body)).body).toMatchObject({ rev: 1, members: [{ role: 'lead' }] });
    expect((await admin.send<Problem>('PUT', `/distribution-lists/${made.body.id}`, body)).body.code).toBe('EDIT_CONFLICT');
    const stranger = await adminOf('chonburi');
    expect((await stranger.send('PUT', `/distribution-lists/${made.body.id}`, { ...body, rev: 1 })).statusCode).toBe(404);
    expect(await audits('lopburi', 'list.changed')).toHaveLength(1);
  });

  test.each([
    ['no lead', [member('chonburi')]], ['two leads', [member('chonburi', 'lead'), member('phuket', 'lead')]], ['an office twice', [member('chonburi', 'lead'), member('chonburi')]], ['nobody', []],
  ])('%s is refused beside the field', async (_what, members) => {
    const admin = await adminOf('lopburi');
    expect(await admin.post<Problem>('/distribution-lists', { officeId: officeId('lopburi'), nameTh: 'ก', members })).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'body.members' }] } } });
  });

  test('an office that does not exist is on no list', async () => {
    const admin = await adminOf('lopburi');
    expect((await admin.post<Problem>('/distribution-lists', { officeId: officeId('lopburi'), nameTh: 'ก', members: [{ officeId: randomUUID(), role: 'lead' }] })).body).toMatchObject({ code: 'OFFICE_UNKNOWN', details: { field: 'members' } });
  });
});

test('books tell their issuer, pattern and who numbers in them', async () => {
  const { items } = (await (await adminOf('lopburi')).get<OfficeBooks>('/office-books')).body;
  expect(items.find(({ kind, unit }) => kind === 'send' && unit === null)).toMatchObject({ pattern: '{code}/{n}', takers: expect.arrayContaining([expect.objectContaining({ code: 'registry-clerk' })]) });
  expect(items.find(({ kind }) => kind === 'secret_send')!.takers.map(({ code }) => code)).toEqual(['secret-registrar']);
});

test('routes in force come with their drawing, and the table that chooses among them with its last row', async () => {
  const { routes, tables, names } = (await (await adminOf('lopburi')).get<Out<'officeRoutesSchema'>>('/office-routes')).body;
  expect(routes.find(({ code }) => code === 'incoming')).toMatchObject({ version: 1, nodes: expect.arrayContaining([expect.objectContaining({ type: 'register' })]) });
  expect(tables.find(({ scope }) => scope === 'letter')!.rows.at(-1)).toMatchObject({ isFallback: true, routeCode: 'outgoing' });
  expect(names['ict']).toBeDefined();
});
