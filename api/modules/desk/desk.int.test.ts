import { randomUUID } from 'node:crypto';
import type { Desk } from '#domain/contracts/desk';
import { postId, unitId } from '#db/seeds/insert-offices';
import { FIRST_PHRASES } from '#domain/letter/phrases';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(60_000);
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const desk = async (person: Person): Promise<Desk> => ok(await person.get<Desk>('/desk'));
const change = (person: Person, body: object) => person.send<Desk & { code: string; details: object }>('PATCH', '/desk', body);
const filter = (name: string, query: object = {}) => ({ id: randomUUID(), name, query });

test('phrases stand ready until a person has arranged their own', async () => {
  const person = await signIn(testApp, 'lopburi.strategy.officer');
  expect(await desk(person)).toEqual({ rev: 0, filters: [], phrases: FIRST_PHRASES, favouriteUnitIds: [], favouritePostIds: [] });
  ok(await change(person, { rev: 0, phrases: [] }));
  expect(await desk(person)).toMatchObject({ rev: 1, phrases: [] });
});

test('filters are named, ordered, renamed and deleted by sending the list, and the other lists stay', async () => {
  const person = await signIn(testApp, 'lopburi.strategy.head');
  const [urgent, unread] = [filter('ด่วนทั้งหมด', { urgency: 'urgent' }), filter('ยังไม่ได้อ่าน', { unread: 'true', sort: 'opened' })];
  ok(await change(person, { rev: 0, filters: [urgent, unread], favouriteUnitIds: [unitId('lopburi', 'ict')], favouritePostIds: [postId('lopburi', 'strategy-officer')] }));
  ok(await change(person, { rev: 1, filters: [{ ...unread, name: 'ใหม่' }, urgent] }));
  expect((await desk(person)).filters).toEqual([{ ...unread, name: 'ใหม่' }, urgent]);
  ok(await change(person, { rev: 2, filters: [urgent] }));
  expect(await desk(person)).toEqual({ rev: 3, filters: [urgent], phrases: FIRST_PHRASES, favouriteUnitIds: [unitId('lopburi', 'ict')], favouritePostIds: [postId('lopburi', 'strategy-officer')] });
});

test('what one person arranges is nobody else’s', async () => {
  const [one, other] = [await signIn(testApp, 'phuket.strategy.officer'), await signIn(testApp, 'phuket.ict.officer')];
  ok(await change(one, { rev: 0, filters: [filter('ของข้าพเจ้า')], phrases: ['ข้อความของข้าพเจ้า'] }));
  expect(await desk(other)).toEqual({ rev: 0, filters: [], phrases: FIRST_PHRASES, favouriteUnitIds: [], favouritePostIds: [] });
});

test('a change made over an older list is refused, also when two come at once', async () => {
  const person = await signIn(testApp, 'chonburi.strategy.officer');
  const answers = await Promise.all(['ก', 'ข', 'ค'].map((phrase) => change(person, { rev: 0, phrases: [phrase] })));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
  expect((await change(person, { rev: 0, phrases: ['ง'] })).body).toMatchObject({ code: 'DESK_CHANGED' });
  expect(await desk(person)).toMatchObject({ rev: 1, phrases: [expect.not.stringMatching('ง')] });
});

test.each([
  ['two filters of one name', { filters: [filter('ซ้ำ'), filter('ซ้ำ')] }, 422, { code: 'FILTER_NAME_TAKEN', details: { name: 'ซ้ำ' } }],
  ['a filter without a name', { filters: [filter('  ')] }, 400, { details: { fields: [{ path: 'body.filters.0.name' }] } }],
  ['a name that is too long', { filters: [filter('ก'.repeat(61))] }, 400, { details: { fields: [{ path: 'body.filters.0.name' }] } }],
  ['a filter of a field that there is not', { filters: [filter('ก', { subject: 'x' })] }, 400, { code: 'VALIDATION_FAILED' }],
  ['more filters than fit', { filters: Array.from({ length: 21 }, (_, n) => filter(`ตัวกรอง ${n}`)) }, 400, { details: { fields: [{ path: 'body.filters' }] } }],
  ['an empty phrase', { phrases: [' '] }, 400, { details: { fields: [{ path: 'body.phrases.0' }] } }],
  ["another office's post", { favouritePostIds: [postId('lopburi', 'strategy-officer')] }, 422, { code: 'POST_UNKNOWN' }],
  ["another office's unit", { favouriteUnitIds: [unitId('lopburi', 'ict')] }, 422, { code: 'UNIT_UNKNOWN' }],
])('%s is refused and changes nothing', async (_name, lists, statusCode, body) => {
  const person = await signIn(testApp, 'ops.ict.officer');
  const before = await desk(person);
  expect(await change(person, { rev: before.rev, ...lists })).toMatchObject({ statusCode, body });
  expect(await desk(person)).toEqual(before);
});
