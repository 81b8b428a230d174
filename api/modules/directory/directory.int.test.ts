import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type * as contract from '#domain/contracts/people';
import { personId } from '#db/seeds/demo';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Out<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;

let testApp: TestApp;
let officer: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  officer = await signIn(testApp, 'lopburi.strategy.officer');
}, 120_000);
afterAll(() => testApp.close());

const inHours = (hours: number): string => new Date(testApp.deps.now().getTime() + hours * 3_600_000).toISOString();
const postCodes = async (query: string): Promise<readonly string[]> => (await officer.get<Out<'postListSchema'>>(`/posts?${query}`)).body.items.map(({ code }) => code);
const clerks = async (): Promise<Out<'personListSchema'>['items']> => (await officer.get<Out<'personListSchema'>>('/persons?q=Clerk')).body.items;

test('everybody finds the offices to which letters may be addressed', async () => {
  const all = (await officer.get<Out<'officeListSchema'>>('/offices')).body.items;
  const linked = (await officer.get<Out<'officeListSchema'>>('/offices?linked=true')).body.items;
  expect(linked).toHaveLength(19);
  expect(all.length).toBeGreaterThan(70);
  const found = (await officer.get<Out<'officeListSchema'>>(`/offices?q=${encodeURIComponent('ลพบุรี')}`)).body.items;
  expect(found).toMatchObject([{ code: 'lopburi', headTitle: 'ผู้ว่าราชการจังหวัดลพบุรี', isLinked: true, pilotWave: 1, parentId: officeId('ops') }]);
  expect((await officer.get<Out<'officeListSchema'>>('/offices?q=%25')).body.items).toEqual([]);
});

test('an office that is closed is no longer to be found', async () => {
  await testApp.pool.query(`update office set valid_to = '2026-01-01' where code = 'yala'`);
  expect((await officer.get<Out<'officeListSchema'>>('/offices?q=yala')).body.items).toEqual([]);
});

test('units come in the order of the office with the registry marked', async () => {
  const { body } = await officer.get<Out<'unitListSchema'>>('/units');
  expect(body.items.map(({ code }) => code)).toEqual(['executive', 'office', 'general', 'strategy', 'ict', 'hr', 'registry']);
  expect(body.items.filter(({ isRegistry }) => isRegistry)).toMatchObject([{ code: 'registry', parentId: unitId('lopburi', 'general'), letterCode: '0017.1' }]);
});

test('posts tell who is in them, who is away and who acts meanwhile', async () => {
  await insertRows(testApp.pool, 'absence', [{ person_id: personId('lopburi', 'governor'), from_at: inHours(-1), to_at: inHours(24), kind: 'mission' }]);
  const governor = (await officer.get<Out<'postListSchema'>>(`/posts?unitId=${unitId('lopburi', 'executive')}`)).body.items.find(({ code }) => code === 'governor');
  expect(governor).toMatchObject({
    isUnitHead: true, roles: ['head'], superiorId: null,
    holders: [
      { id: personId('lopburi', 'governor'), capacity: 'own', isAbsent: true },
      { id: personId('lopburi', 'deputy-governor-1'), capacity: 'acting_for', isAbsent: false },
    ],
  });
});

test('posts are found by role, title and holder', async () => {
  expect(await postCodes('role=secret_registrar')).toEqual(['secret-registrar']);
  expect(await postCodes(`q=${encodeURIComponent('หัวหน้ากลุ่มงานข้อมูล')}`)).toEqual(['ict-head']);
  expect(await postCodes('q=Registry+clerk')).toEqual(['registry-clerk']);
});

test('persons are listed with their own posts in force; closed accounts are not', async () => {
  expect(await clerks()).toContainEqual(expect.objectContaining({ id: personId('lopburi', 'hr-clerk'), posts: [expect.objectContaining({ id: postId('lopburi', 'hr-clerk') })] }));
  await testApp.pool.query('update person set is_disabled = true where id = $1', [personId('lopburi', 'hr-clerk')]);
  expect((await clerks()).map(({ id }) => id)).not.toContain(personId('lopburi', 'hr-clerk'));
});

test.each(['units', 'posts', 'persons'])("another office's %s are not to be known, nor those of an office that does not exist", async (list) => {
  expect((await officer.get(`/${list}?officeId=${officeId('lopburi')}`)).statusCode).toBe(200);
  for (const id of [officeId('chonburi'), randomUUID()]) {
    expect(await officer.get(`/${list}?officeId=${id}`)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  }
});

test('without an office asked for, only those of the own office come', async () => {
  const { body } = await officer.get<Out<'postListSchema'>>('/posts');
  expect(new Set(body.items.map((post) => post.officeId))).toEqual(new Set([officeId('lopburi')]));
});

test("an inspector looks into the offices below the own", async () => {
  const inspector = await signIn(testApp, 'ops.inspector');
  expect((await inspector.get(`/units?officeId=${officeId('chonburi')}`)).statusCode).toBe(200);
});

test("distribution lists are those of the own office, with the offices on them", async () => {
  const { body } = await officer.get<Out<'distributionListSchema'>>('/distribution-lists');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ code: 'pilot-provinces' });
  expect(body.items[0]?.members).toHaveLength(17);
  expect(body.items[0]?.members).toContainEqual({ office: expect.objectContaining({ code: 'chonburi' }), role: 'secondary' });
  expect(body.items[0]?.members.filter(({ role }) => role === 'lead')).toHaveLength(1);
});
