import { randomUUID } from 'node:crypto';
import { Workbook } from '@protobi/exceljs';
import type { z } from 'zod';
import type { Client } from 'pg';
import type * as contract from '#domain/contracts/people';
import { CHANNELS } from '#db/channels';
import { personId } from '#db/seeds/demo';
import { officeId, postId } from '#db/seeds/insert-offices';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Appointment = Out<'appointmentSchema'>;

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(testApp.deps.now().getTime() + hours * HOUR).toISOString();
/** The administrator of a province. */
const adminOf = (office: string): Promise<Person> => signIn(testApp, `${office}.ict.officer`);
const actingGovernor = (office: string, more: object = {}) => ({
  personId: personId(office, 'deputy-governor-1'), postId: postId(office, 'governor'), capacity: 'acting_for', ownPostId: postId(office, 'deputy-governor-1'),
  orderNo: 'คำสั่งจังหวัด ที่ ๙/๒๕๖๙', reason: 'ไปราชการ', validFrom: inHours(-1), ...more,
});
const absence = (office: string, post: string, more: object = {}) => ({ personId: personId(office, post), kind: 'leave', note: 'ลาพักผ่อน', fromAt: inHours(-1), toAt: inHours(24), ...more });
const delegation = (office: string, more: object = {}) => ({
  fromPostId: postId(office, 'governor'), toPostId: postId(office, 'deputy-governor-1'), kinds: ['external_letter'], orderNo: 'คำสั่งจังหวัด ที่ ๑๐/๒๕๖๙', validFrom: inHours(-1), ...more,
});
const auditsOf = async (office: string, kind: string): Promise<readonly { person_id: string; post_id: string; data: Record<string, unknown> }[]> =>
  (await testApp.pool.query('select person_id, post_id, data from audit_event where office_id = $1 and kind = $2 order by seq', [officeId(office), kind])).rows;
const postsOf = async (person: Person): Promise<readonly string[]> =>
  (await person.get<{ posts: { id: string; capacity: string }[] }>('/session')).body.posts.filter(({ capacity }) => capacity !== 'own').map(({ id }) => id);

describe('appointments', () => {
  test('an acting appointment is in force at once, listed, on the record, and can be ended', async () => {
    const admin = await adminOf('lopburi');
    const deputy = await signIn(testApp, 'lopburi.deputy-governor-1');
    const made = await admin.post<Appointment>('/appointments', actingGovernor('lopburi'));
    expect(made).toMatchObject({
      statusCode: 200,
      body: {
        person: { id: deputy.personId }, post: { code: 'governor' }, capacity: 'acting_for', ownPost: { code: 'deputy-governor-1' }, orderNo: 'คำสั่งจังหวัด ที่ ๙/๒๕๖๙',
        reason: 'ไปราชการ', validTo: null, endedAt: null, state: 'inForce', canEnd: true,
      },
    });
    expect(await postsOf(deputy)).toContain(postId('lopburi', 'governor'));
    const listed = await admin.get<Out<'appointmentListSchema'>>('/appointments?acting=true');
    expect(listed.body.items.map(({ id }) => id)).toEqual([made.body.id]);
    expect(await auditsOf('lopburi', 'appointment.created')).toMatchObject([
      { person_id: admin.personId, post_id: postId('lopburi', 'ict-officer'), data: { appointmentId: made.body.id, personId: deputy.personId } },
    ]);

    const ended = await admin.post<Appointment>(`/appointments/${made.body.id}/end`, {});
    expect(ended).toMatchObject({ statusCode: 200, body: { state: 'ended', canEnd: false } });
    expect(await postsOf(deputy)).not.toContain(postId('lopburi', 'governor'));
    expect(await admin.post(`/appointments/${made.body.id}/end`, {})).toMatchObject({ statusCode: 409, body: { code: 'PERIOD_ENDED' } });
    expect(await auditsOf('lopburi', 'appointment.ended')).toHaveLength(1);
    expect((await admin.get<Out<'appointmentListSchema'>>('/appointments?acting=true&state=ended')).body.items.map(({ id }) => id)).toEqual([made.body.id]);
  });

  test('open streams are told of a change of people once it is committed, and not of one that was refused', async () => {
    const admin = await adminOf('phuket');
    const listener = (await testApp.pool.connect()) as unknown as Client & { release(destroy: boolean): void };
    const heard: string[] = [];
    const end = new Promise<void>((resolve) => {
      listener.on('notification', ({ payload }) => (payload === 'end' ? resolve() : heard.push(payload ?? '')));
    });
    await listener.query(`listen ${CHANNELS.hints}`);
    expect((await admin.post('/appointments', actingGovernor('phuket', { validTo: inHours(-2) }))).statusCode).toBe(422);
    expect((await admin.post('/appointments', actingGovernor('phuket'))).statusCode).toBe(200);
    // Notifications come in the order of their commits.
    await testApp.pool.query('select pg_notify($1, $2)', [CHANNELS.hints, 'end']);
    await end;
    expect(heard).toEqual(['{"topic":"people"}']);
    listener.release(true);
  });

  test('the registry records acting appointments, but makes nobody the holder of a post', async () => {
    const clerk = await signIn(testApp, 'chonburi.registry.clerk');
    expect((await clerk.post('/appointments', actingGovernor('chonburi'))).statusCode).toBe(200);
    const holder = actingGovernor('chonburi', { postId: postId('chonburi', 'hr-officer'), capacity: 'own', ownPostId: null });
    expect(await clerk.post('/appointments', holder)).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
    expect(await auditsOf('chonburi', 'appointment.created')).toHaveLength(1);
  });

  test('an officer sees the appointments of the office and changes none', async () => {
    const officer = await signIn(testApp, 'chiangmai.strategy.officer');
    const { body } = await (await adminOf('chiangmai')).post<Appointment>('/appointments', actingGovernor('chiangmai'));
    const listed = (await officer.get<Out<'appointmentListSchema'>>(`/appointments?postId=${postId('chiangmai', 'governor')}`)).body.items;
    expect(listed.map(({ capacity, canEnd }) => ({ capacity, canEnd }))).toEqual([{ capacity: 'acting_for', canEnd: false }, { capacity: 'own', canEnd: false }]);
    expect((await officer.post('/appointments', actingGovernor('chiangmai'))).statusCode).toBe(403);
    expect((await officer.post(`/appointments/${body.id}/end`, {})).statusCode).toBe(403);
  });

  test("another office's appointments are not to be known and not to be changed", async () => {
    const { body } = await (await adminOf('songkhla')).post<Appointment>('/appointments', actingGovernor('songkhla'));
    const stranger = await adminOf('udonthani');
    expect((await stranger.get(`/appointments?officeId=${officeId('songkhla')}`)).statusCode).toBe(404);
    expect((await stranger.get<Out<'appointmentListSchema'>>(`/appointments?postId=${postId('songkhla', 'governor')}&state=all`)).body.items).toEqual([]);
    expect((await stranger.post(`/appointments/${body.id}/end`, {})).statusCode).toBe(404);
    expect(await stranger.post('/appointments', actingGovernor('songkhla'))).toMatchObject({ statusCode: 422, body: { code: 'POST_UNKNOWN' } });
  });

  test.each([
    ['an unknown post', { postId: randomUUID() }, 422, 'POST_UNKNOWN'],
    ['an unknown person', { personId: randomUUID() }, 422, 'PERSON_UNKNOWN'],
    ['an end before the beginning', { validTo: '2020-01-01T00:00:00Z' }, 422, 'PERIOD_INVALID'],
    ['no order number', { orderNo: ' ' }, 400, 'VALIDATION_FAILED'],
    ['a date that is none', { validFrom: '2026-02-30T00:00:00Z' }, 400, 'VALIDATION_FAILED'],
    ["an own post that is not the person's", { ownPostId: postId('khonkaen', 'deputy-governor-2') }, 400, 'VALIDATION_FAILED'],
    ['a holder who acts from another post', { capacity: 'own' }, 400, 'VALIDATION_FAILED'],
    ['an unknown field', { isJoint: true }, 400, 'VALIDATION_FAILED'],
  ])('%s is refused and nothing is recorded', async (_what, wrong, statusCode, code) => {
    expect(await (await adminOf('khonkaen')).post('/appointments', actingGovernor('khonkaen', wrong))).toMatchObject({ statusCode, body: { code } });
    expect(await auditsOf('khonkaen', 'appointment.created')).toEqual([]);
  });

  test('two do not act for a post at the same time, and no post of secrets is given to an uncleared person', async () => {
    const admin = await adminOf('suratthani');
    await admin.post('/appointments', actingGovernor('suratthani'));
    const second = { personId: personId('suratthani', 'deputy-governor-2'), ownPostId: postId('suratthani', 'deputy-governor-2') };
    expect(await admin.post('/appointments', actingGovernor('suratthani', second))).toMatchObject({ statusCode: 409, body: { code: 'APPOINTMENT_OVERLAPS' } });
    const uncleared = { personId: personId('suratthani', 'hr-officer'), postId: postId('suratthani', 'secret-registrar'), ownPostId: null };
    expect(await admin.post('/appointments', actingGovernor('suratthani', uncleared))).toMatchObject({ statusCode: 403, body: { code: 'CLEARANCE_TOO_LOW' } });
    expect(await auditsOf('suratthani', 'appointment.created')).toHaveLength(1);
  });

  test('an appointment may end later today, not in the past; one that has not begun never will', async () => {
    const admin = await adminOf('nakhonsawan');
    const { body } = await admin.post<Appointment>('/appointments', actingGovernor('nakhonsawan', { validTo: inHours(48) }));
    expect(await admin.post(`/appointments/${body.id}/end`, { at: inHours(-1) })).toMatchObject({ statusCode: 422, body: { code: 'PERIOD_INVALID' } });
    expect(await admin.post(`/appointments/${body.id}/end`, { at: inHours(50) })).toMatchObject({ statusCode: 422, body: { code: 'PERIOD_INVALID' } });
    expect(await admin.post<Appointment>(`/appointments/${body.id}/end`, { at: inHours(2) })).toMatchObject({ statusCode: 200, body: { state: 'inForce' } });
    const later = await admin.post<Appointment>('/appointments', actingGovernor('nakhonsawan', { validFrom: inHours(3) }));
    expect(later.body.state).toBe('future');
    expect(await admin.post<Appointment>(`/appointments/${later.body.id}/end`, {})).toMatchObject({ statusCode: 200, body: { state: 'ended' } });
  });
});

describe('absences', () => {
  test('whoever is away records it; the successor acts meanwhile, until the holder is back', async () => {
    const governor = await signIn(testApp, 'lopburi.governor');
    const deputy = await signIn(testApp, 'lopburi.deputy-governor-1');
    const { statusCode, body } = await governor.post<Out<'absenceSchema'>>('/absences', absence('lopburi', 'governor'));
    expect({ statusCode, body }).toMatchObject({ statusCode: 200, body: { person: { id: governor.personId }, kind: 'leave', note: 'ลาพักผ่อน', state: 'inForce', canEnd: true } });
    expect(await postsOf(deputy)).toContain(postId('lopburi', 'governor'));
    expect(await auditsOf('lopburi', 'absence.created')).toMatchObject([{ person_id: governor.personId, data: { absenceId: body.id } }]);
    expect(await governor.post(`/absences/${body.id}/end`, {})).toMatchObject({ statusCode: 200, body: { state: 'ended', canEnd: false } });
    expect(await postsOf(deputy)).not.toContain(postId('lopburi', 'governor'));
    expect((await governor.post(`/absences/${body.id}/end`, {})).body).toMatchObject({ code: 'PERIOD_ENDED' });
  });

  test('why somebody is away is shown to them and to whoever keeps it, and to nobody else', async () => {
    const clerk = await signIn(testApp, 'phetchaburi.registry.clerk');
    const { body } = await clerk.post<Out<'absenceSchema'>>('/absences', absence('phetchaburi', 'strategy-officer', { kind: 'other' }));
    const seenBy = async (login: string): Promise<readonly string[]> =>
      (await (await signIn(testApp, login)).get<Out<'absenceListSchema'>>('/absences')).body.items.map(({ id }) => id);
    for (const login of ['phetchaburi.registry.clerk', 'phetchaburi.strategy.officer', 'phetchaburi.strategy.head', 'phetchaburi.ict.officer']) {
      expect(await seenBy(login)).toEqual([body.id]);
    }
    for (const login of ['phetchaburi.hr.officer', 'phetchaburi.ict.head', 'phuket.registry.clerk']) expect(await seenBy(login)).toEqual([]);
    expect((await (await signIn(testApp, 'phetchaburi.hr.officer')).post(`/absences/${body.id}/end`, {})).statusCode).toBe(404);
    expect((await (await signIn(testApp, 'phuket.registry.clerk')).post(`/absences/${body.id}/end`, {})).statusCode).toBe(404);
  });

  test.each([
    ["a colleague's absence", 'hr-officer', {}, 403, 'FORBIDDEN'],
    ["the absence of another office's person", 'hr-officer', { personId: personId('ops', 'ict-director') }, 422, 'PERSON_UNKNOWN'],
    ['the absence of nobody', 'hr-officer', { personId: randomUUID() }, 422, 'PERSON_UNKNOWN'],
    ['an absence that ends before it begins', 'strategy-officer', { toAt: '2020-01-01T00:00:00Z' }, 422, 'PERIOD_INVALID'],
    ['an unknown kind', 'strategy-officer', { kind: 'holiday' }, 400, 'VALIDATION_FAILED'],
  ])('%s is refused for an officer and nothing is recorded', async (_what, post, wrong, statusCode, code) => {
    const officer = await signIn(testApp, 'chiangrai.strategy.officer');
    expect(await officer.post('/absences', absence('chiangrai', post, wrong))).toMatchObject({ statusCode, body: { code } });
    expect((await testApp.pool.query('select 1 from absence b where b.person_id = any($1)', [[personId('chiangrai', 'hr-officer'), officer.personId, personId('ops', 'ict-director')]])).rowCount).toBe(0);
  });
});

describe('delegations', () => {
  test('the holder of a post delegates and takes it back', async () => {
    const governor = await signIn(testApp, 'lopburi.governor');
    const deputy = await signIn(testApp, 'lopburi.deputy-governor-1');
    const { statusCode, body } = await governor.post<Out<'delegationSchema'>>('/delegations', delegation('lopburi'));
    expect({ statusCode, body }).toMatchObject({
      statusCode: 200, body: { fromPost: { code: 'governor' }, toPost: { code: 'deputy-governor-1' }, kinds: ['external_letter'], state: 'inForce', canEnd: true },
    });
    expect(await postsOf(deputy)).toContain(postId('lopburi', 'governor'));
    const seen = (await deputy.get<Out<'delegationListSchema'>>('/delegations')).body.items;
    expect(seen).toMatchObject([{ id: body.id, canEnd: false }]);
    expect((await deputy.post(`/delegations/${body.id}/end`, {})).statusCode).toBe(403);
    expect(await governor.post(`/delegations/${body.id}/end`, {})).toMatchObject({ statusCode: 200, body: { state: 'ended' } });
    expect(await postsOf(deputy)).not.toContain(postId('lopburi', 'governor'));
    expect(await auditsOf('lopburi', 'delegation.created')).toMatchObject([{ person_id: governor.personId, post_id: postId('lopburi', 'governor') }]);
    expect(await auditsOf('lopburi', 'delegation.ended')).toHaveLength(1);
  });

  test.each([
    ['a power that is not the own', 'strategy.officer', {}, 403, 'FORBIDDEN'],
    ["the power of another office's post", 'governor', { fromPostId: postId('ops', 'permanent-secretary') }, 422, 'POST_UNKNOWN'],
    ['a power given to no post', 'governor', { toPostId: randomUUID() }, 422, 'POST_UNKNOWN'],
    ['a power given to oneself', 'governor', { toPostId: postId('nakhonpathom', 'governor') }, 400, 'VALIDATION_FAILED'],
    ['a power that ends before it begins', 'governor', { validTo: '2020-01-01T00:00:00Z' }, 422, 'PERIOD_INVALID'],
  ])('%s cannot be delegated', async (_what, login, wrong, statusCode, code) => {
    const person = await signIn(testApp, `nakhonpathom.${login}`);
    expect(await person.post('/delegations', delegation('nakhonpathom', wrong))).toMatchObject({ statusCode, body: { code } });
    expect(await auditsOf('nakhonpathom', 'delegation.created')).toEqual([]);
  });

  test('the table of an office comes as a workbook, on record; a text that begins like a formula stays a text', async () => {
    const governor = await signIn(testApp, 'phitsanulok.governor');
    expect(await governor.post('/delegations', delegation('phitsanulok', { orderNo: "=HYPERLINK(1) O'Brien", kinds: [] }))).toMatchObject({ statusCode: 200 });
    const { raw, headers, statusCode } = await governor.get(`/delegations/export?officeId=${officeId('phitsanulok')}`, { 'accept-language': 'th' });
    expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 200, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
    const book = new Workbook();
    await book.xlsx.load(raw as unknown as Parameters<typeof book.xlsx.load>[0]);
    const [title, , header, first] = book.worksheets[0]!.getSheetValues().slice(1) as readonly (readonly unknown[])[];
    expect(title?.[1]).toBe('บัญชีการมอบอำนาจ');
    expect(header?.slice(1, 5)).toEqual(['ผู้มอบอำนาจ (ตำแหน่ง)', 'ผู้รับมอบอำนาจ (ตำแหน่ง)', 'ชนิดหนังสือ', 'คำสั่งที่']);
    expect(first?.slice(1, 5)).toEqual(['ผู้ว่าราชการจังหวัดพิษณุโลก', expect.stringContaining('รองผู้ว่าราชการจังหวัด'), 'หนังสือทุกชนิด', "'=HYPERLINK(1) O'Brien"]);
    expect(book.worksheets[0]?.rowCount).toBe(4);
    expect(await auditsOf('phitsanulok', 'delegations.exported')).toMatchObject([{ person_id: governor.personId, data: { count: 1, state: 'inForce' } }]);
    const stranger = await adminOf('udonthani');
    expect((await stranger.get(`/delegations/export?officeId=${officeId('phitsanulok')}`)).statusCode).toBe(404);
    expect((await stranger.get('/delegations/export')).statusCode).toBe(400);
    expect(await auditsOf('phitsanulok', 'delegations.exported')).toHaveLength(1);
  });

  test("another office's delegations are not to be known", async () => {
    const { body } = await (await signIn(testApp, 'sakonnakhon.governor')).post<Out<'delegationSchema'>>('/delegations', delegation('sakonnakhon'));
    const stranger = await adminOf('udonthani');
    expect((await stranger.get(`/delegations?officeId=${officeId('sakonnakhon')}`)).statusCode).toBe(404);
    expect((await stranger.get<Out<'delegationListSchema'>>('/delegations')).body.items).toEqual([]);
    expect((await stranger.post(`/delegations/${body.id}/end`, {})).statusCode).toBe(404);
  });
});
