/** What others have not done, to whom work can be given, the lists as workbooks, and the week on one page. */
import { Workbook } from '@protobi/exceljs';
import type { z } from 'zod';
import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import type { Candidate, supervisedDeliveryPageSchema, Weekly } from '#domain/contracts/supervision';
import { personId } from '#db/seeds/demo';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { listDelivery, listLetter, listTask, type ListedLetter } from '#test/support/listed-letters';
import { openTestApp, signIn, type Person, type TestApp } from '#test/support/test-app';

type Deliveries = z.output<typeof supervisedDeliveryPageSchema>;
const HOUR = 3_600_000;

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  // Monday, 1 February 2027, ten in the morning.
  testApp.moveClock(Date.parse('2027-02-01T03:00:00.000Z') - Date.now());
}, 120_000);
afterAll(() => testApp.close());

const bangkok = (text: string): string => new Date(`${text}:00+07:00`).toISOString();
const inHours = (hours: number): string => new Date(testApp.deps.now().getTime() + hours * HOUR).toISOString();

type Letter = Omit<Partial<ListedLetter>, 'status'>;
type Sent = Letter & Partial<Omit<Parameters<typeof listDelivery>[1], 'from'>>;
/** A letter of a province sent to another. */
async function sent(from: string, { to = 'lopburi', sentAt = bangkok('2027-02-01T09:50'), status, expect: wanted, dueOn, receiveNo, registeredAt, letterId: given, ...letter }: Sent = {}): Promise<{ readonly letterId: string; readonly deliveryId: string }> {
  const letterId = given ?? (await listLetter(testApp.pool, { office: from, direction: 'outgoing', ownerUnit: 'strategy', letterNo: 'ที่ 1', ...letter }));
  const optional = Object.fromEntries(Object.entries({ status, expect: wanted, dueOn, receiveNo, registeredAt }).filter(([, value]) => value !== undefined));
  return { letterId, deliveryId: await listDelivery(testApp.pool, { letterId, from, to, sentAt, ...optional }) };
}
const deliveries = async (person: Person, query = ''): Promise<Deliveries> => {
  const { statusCode, body } = await person.get<Deliveries>(`/supervision/deliveries${query}`);
  if (statusCode !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const idsOf = ({ items }: Deliveries): readonly string[] => items.map(({ deliveryId }) => deliveryId);

test("what a receiver has not registered within its urgency's time is listed with the registry's telephone", async () => {
  const office = 'chonburi';
  const friday = await sent(office, { sentAt: bangkok('2027-01-29T10:00'), letterNo: 'ชบ 0017/1' });
  await sent(office, { sentAt: bangkok('2027-02-01T08:40') });
  const urgent = await sent(office, { sentAt: bangkok('2027-01-29T16:00'), urgency: 'urgent', to: 'songkhla' });
  const most = await sent(office, { sentAt: bangkok('2027-02-01T09:44'), urgency: 'most_urgent' });
  await sent(office, { sentAt: bangkok('2027-02-01T09:46'), urgency: 'most_urgent' });
  await sent(office, { sentAt: bangkok('2027-01-04T10:00'), status: 'registered', receiveNo: '7', registeredAt: bangkok('2027-01-05T10:00') });
  await sent(office, { sentAt: bangkok('2027-01-04T10:00'), status: 'recalled' });
  await sent(office, { sentAt: bangkok('2027-01-04T10:00'), to: null });
  await testApp.pool.query(`update unit set phone = '0 0099 1234' where id = $1`, [unitId('lopburi', 'registry')]);
  const page = await deliveries(await signIn(testApp, `${office}.office-head`));
  expect(idsOf(page)).toEqual([friday, most].map(({ deliveryId }) => deliveryId));
  expect(page).toMatchObject({ total: 2, counts: { unregistered: 2, waiting: 7, late: 0 } });
  expect(page.items[0]).toMatchObject({
    letterId: friday.letterId, letterNo: 'ชบ 0017/1', toOffice: { code: 'lopburi' }, phone: '0 0099 1234', registerBy: bangkok('2027-01-29T16:30'), isUnregistered: true, can: ['recall'],
  });
  // Half past eight and a half hour on Friday leave three and a half hours: due at one in the afternoon.
  testApp.moveClock(3.6 * HOUR);
  expect(idsOf(await deliveries(await signIn(testApp, `${office}.office-head`)))).toContain(urgent.deliveryId);
  testApp.moveClock(-3.6 * HOUR);
  // The receiver's own times count, where it has set some.
  const times = { ...REGISTER_WITHIN, urgent: { unit: 'clockMinutes', amount: 5 } };
  await testApp.pool.query(`update office set settings = settings || jsonb_build_object('registerTimes', $1::jsonb) where code = 'songkhla'`, [JSON.stringify(times)]);
  const stricter = await deliveries(await signIn(testApp, `${office}.office-head`));
  expect(stricter.items.find(({ deliveryId }) => deliveryId === urgent.deliveryId)).toMatchObject({ registerBy: bangkok('2027-01-29T16:05'), isUnregistered: true });
  await testApp.pool.query(`update office set settings = settings - 'registerTimes' where code = 'songkhla'`);
});

test("a holiday of the receiver's office gives it the time that it had", async () => {
  const office = 'khonkaen';
  const { deliveryId } = await sent(office, { sentAt: bangkok('2027-01-29T10:00'), to: 'phuket' });
  const head = await signIn(testApp, `${office}.office-head`);
  expect(idsOf(await deliveries(head))).toEqual([deliveryId]);
  await insertRows(testApp.pool, 'calendar_day', [{ office_id: officeId('phuket'), day: '2027-01-29', kind: 'holiday', name_th: 'วันหยุดจังหวัด' }]);
  expect(idsOf(await deliveries(head))).toEqual([]);
});

test('what is not answered is apart from what is late with us, and late by the day that was asked for', async () => {
  const office = 'udonthani';
  const late = await sent(office, { status: 'registered', dueOn: '2027-01-29', receiveNo: '12', registeredAt: bangkok('2027-01-05T10:00'), sentAt: bangkok('2027-01-05T09:00') });
  const today = await sent(office, { status: 'registered', dueOn: '2027-02-01', sentAt: bangkok('2027-01-06T09:00') });
  await sent(office, { status: 'registered', expect: 'nothing' });
  await sent(office, { status: 'answered' });
  await sent(office, { status: 'registered', dueOn: '2027-01-01', letterId: await listLetter(testApp.pool, { office, status: 'ended', ownerUnit: 'strategy' }) });
  const head = await signIn(testApp, `${office}.office-head`);
  const waiting = await deliveries(head, '?state=waiting');
  expect(idsOf(waiting)).toEqual([late.deliveryId, today.deliveryId]);
  expect(waiting.items[0]).toMatchObject({ isLate: true, dueOn: '2027-01-29', receiveNo: '12', registerBy: null, can: [] });
  expect(waiting).toMatchObject({ counts: { unregistered: 0, waiting: 2, late: 1 }, byOffice: [{ office: { code: 'lopburi' }, waiting: 2, late: 1 }] });
  expect(idsOf(await deliveries(head, '?state=late'))).toEqual([late.deliveryId]);
  expect((await head.get('/supervision')).body).toMatchObject({ total: 0, counts: { overdue: 0 } });
});

test('deliveries are narrowed by receiver, urgency and text, page by page', async () => {
  const office = 'chiangrai';
  const first = await sent(office, { sentAt: bangkok('2027-01-11T09:00'), subject: 'ขอเชิญประชุม' });
  const second = await sent(office, { sentAt: bangkok('2027-01-12T09:00'), to: 'songkhla', urgency: 'urgent' });
  const head = await signIn(testApp, `${office}.office-head`);
  expect(idsOf(await deliveries(head, `?toOfficeId=${officeId('songkhla')}`))).toEqual([second.deliveryId]);
  expect(idsOf(await deliveries(head, '?urgency=urgent'))).toEqual([second.deliveryId]);
  expect(idsOf(await deliveries(head, `?q=${encodeURIComponent('ประชุม')}`))).toEqual([first.deliveryId]);
  const page = await deliveries(head, '?limit=1');
  expect(page).toMatchObject({ total: 2, byOffice: expect.arrayContaining([expect.objectContaining({ unregistered: 1 })]) });
  expect(idsOf(await deliveries(head, `?limit=1&cursor=${page.nextCursor ?? ''}`))).toEqual([second.deliveryId]);
  expect((await head.get('/supervision/deliveries?cursor=WzEsMl0')).statusCode).toBe(400);
});

test("deliveries of another office, of another unit and of classified letters are neither shown nor counted", async () => {
  const office = 'nakhonpathom';
  const old = bangkok('2027-01-04T10:00');
  await sent(office, { sentAt: old, ownerUnit: 'ict' });
  await sent(office, { sentAt: old, secrecy: 'secret' });
  await testApp.pool.query(`update post set roles = '{head}' where code = 'strategy-head' and office_id = $1`, [officeId(office)]);
  const nothing = { items: [], total: 0, nextCursor: null, counts: { unregistered: 0, waiting: 0, late: 0 }, byOffice: [] };
  expect(await deliveries(await signIn(testApp, `${office}.strategy.head`))).toEqual(nothing);
  expect(await deliveries(await signIn(testApp, 'phuket.office-head'))).toEqual(nothing);
  expect(await deliveries(await signIn(testApp, `${office}.office-head`))).toMatchObject({ total: 1, counts: { unregistered: 1, waiting: 1 }, byOffice: [{ unregistered: 1 }] });
});

/** A letter of a province with one open task. */
async function task(office: string, hours: number, { posts = ['strategy-officer'], ...letter }: Partial<ListedLetter> & { readonly posts?: readonly string[] } = {}): Promise<string> {
  const letterId = await listLetter(testApp.pool, { office, ownerUnit: 'strategy', ...letter });
  await listTask(testApp.pool, { letterId, office, posts, dueAt: inHours(hours), openedAt: inHours(-24 * 14) });
  return letterId;
}

test('candidates show their load as far as one may know, and when they are away', async () => {
  const office = 'phetchaburi';
  await task(office, -2);
  await task(office, 50);
  await task(office, -2, { secrecy: 'secret' });
  const holder = personId(office, 'strategy-officer');
  const away = { fromAt: inHours(48), toAt: inHours(96) };
  await insertRows(testApp.pool, 'absence', [
    { person_id: holder, from_at: away.fromAt, to_at: away.toAt, kind: 'mission' },
    { person_id: holder, from_at: inHours(-96), to_at: inHours(-48), kind: 'leave' },
    { person_id: holder, from_at: inHours(24 * 60), to_at: inHours(24 * 61), kind: 'leave' },
  ]);
  const head = await signIn(testApp, `${office}.office-head`);
  const { body } = await head.get<{ items: Candidate[] }>(`/supervision/candidates?officeId=${officeId(office)}`);
  const officer = body.items.find(({ id }) => id === postId(office, 'strategy-officer'));
  expect(officer).toMatchObject({ open: 2, overdue: 1, holders: [{ id: holder, isAbsent: false, absences: [{ kind: 'mission', ...away }] }] });
  expect(body.items.find(({ id }) => id === postId(office, 'ict-officer'))).toMatchObject({ open: 0, overdue: 0 });
  expect(await head.get(`/supervision/candidates?officeId=${officeId('phuket')}`)).toMatchObject({ statusCode: 403 });
});

async function sheetOf(person: Person, path: string) {
  const answer = await person.get(path, { 'accept-language': 'th' });
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': expect.stringContaining('spreadsheetml') as string } });
  const book = new Workbook();
  // The package types its input as an older Buffer; the bytes are the same.
  await book.xlsx.load(answer.raw as unknown as Parameters<typeof book.xlsx.load>[0]);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push([...Array(row.cellCount).keys()].map((column) => row.getCell(column + 1).text)));
  return rows;
}

test('the list as filtered is a workbook with Thai headings and Buddhist dates, without what the reader may not know, and is on record', async () => {
  const office = 'sakonnakhon';
  await task(office, -3 * 24, { subject: '=HYPERLINK("http://x")', receiveNo: '45' });
  await task(office, 5);
  await task(office, -3, { secrecy: 'secret', subject: 'เรื่องปกปิด' });
  const head = await signIn(testApp, `${office}.office-head`);
  const rows = await sheetOf(head, '/supervision/export?state=overdue');
  expect(rows).toHaveLength(4);
  expect(rows[0]?.[0]).toBe('เรื่องในการกำกับ');
  expect(rows[2]?.slice(0, 3)).toEqual(['เลขรับ', 'ที่', 'เรื่อง']);
  expect(rows[3]).toEqual(expect.arrayContaining(['45', `'=HYPERLINK("http://x")`, '29/1/2570 10.00', 'เกินกำหนด']));
  const audited = await testApp.pool.query(`select kind, data from audit_event where person_id = $1 and kind like 'supervision.%'`, [head.personId]);
  expect(audited.rows).toEqual([{ kind: 'supervision.exported', data: { list: 'tasks', filter: { state: 'overdue', restDays: 5 }, hasSearch: false, hasCorrespondent: false } }]);
});

test('a long list is read in batches to its end, each row once', async () => {
  const office = 'ubonratchathani';
  const letters = Array.from({ length: 3 }, (_, index) => `เรื่องที่ ${index}`);
  for (const subject of letters) await task(office, -3, { subject });
  // One letter with many tasks crosses the bound of a batch.
  const letterId = await task(office, -4, { subject: 'เรื่องยาว' });
  await testApp.pool.query(
    `insert into task select (jsonb_populate_record(t, jsonb_build_object('id', 'x' || n))).* from task t, generate_series(1, 600) n where t.letter_id = $1 and t.id = 't1'`,
    [letterId],
  );
  const rows = await sheetOf(await signIn(testApp, `${office}.office-head`), '/supervision/export?state=overdue');
  expect(rows).toHaveLength(3 + 604);
  expect(letters.every((subject) => rows.filter((row) => row.includes(subject)).length === 1)).toBe(true);
});

test('deliveries as filtered are a workbook with the telephone', async () => {
  const office = 'suratthani';
  await sent(office, { sentAt: bangkok('2027-01-28T10:00'), letterNo: 'สฎ 0017/9', to: 'chonburi' });
  const rows = await sheetOf(await signIn(testApp, `${office}.office-head`), '/supervision/deliveries/export');
  expect(rows[3]).toEqual(expect.arrayContaining(['สฎ 0017/9', 'สำนักงานจังหวัดชลบุรี', '28/1/2570 10.00', '28/1/2570 16.30', 'ยังไม่ลงรับภายในเวลา']));
  expect(rows[3]?.[5]).toMatch(/^0 00\d\d 0017$/);
});

test('the week on one page counts within what one may know', async () => {
  const office = 'chiangmai';
  const inWeek = bangkok('2027-01-27T10:00');
  await task(office, -3, { createdAt: inWeek, posts: ['strategy-officer'] });
  await task(office, -30, { createdAt: bangkok('2027-01-20T10:00'), posts: ['ict-officer'], ownerUnit: 'ict' });
  await task(office, -3, { createdAt: inWeek, secrecy: 'secret' });
  await listLetter(testApp.pool, { office, ownerUnit: 'strategy', status: 'ended', createdAt: bangkok('2027-01-20T10:00'), endedAt: bangkok('2027-01-31T23:59') });
  await listLetter(testApp.pool, { office, ownerUnit: 'strategy', status: 'ended', createdAt: bangkok('2027-01-20T10:00'), endedAt: bangkok('2027-02-01T00:01') });
  await sent(office, { sentAt: inWeek });
  const head = await signIn(testApp, `${office}.office-head`);
  const { body } = await head.get<Weekly>('/supervision/weekly?day=2027-01-31');
  expect(body).toMatchObject({
    from: '2027-01-25', to: '2027-01-31', offices: [{ code: office }], units: [],
    week: { received: 1, sent: 1, ended: 1, reminded: 0 }, now: { open: 2, overdue: 2, atRest: 2 }, others: { unregistered: 1, waiting: 1 },
    otherUnits: null, unregistered: [{ toOffice: { code: 'lopburi' } }],
  });
  expect(body.byUnit.map(({ key }) => key).toSorted()).toEqual([unitId(office, 'ict'), unitId(office, 'strategy')].toSorted());
  expect(body.longest).toHaveLength(2);
  const ofUnit = (await (await signIn(testApp, `${office}.ict.head`)).get<Weekly>('/supervision/weekly')).body;
  expect(ofUnit).toMatchObject({ from: '2027-02-01', to: '2027-02-07', offices: [], units: [{ code: 'ict' }], now: { open: 1 }, week: { received: 0 } });
});

test('the figures of another office and of nobody are refused or empty', async () => {
  expect(await (await signIn(testApp, 'lopburi.strategy.officer')).get('/supervision/weekly')).toMatchObject({ statusCode: 403 });
  const { body } = await (await signIn(testApp, 'phuket.office-head')).get<Weekly>('/supervision/weekly');
  expect(body).toMatchObject({ now: { open: 0 }, others: { unregistered: 0 }, week: { received: 0, sent: 0 }, longest: [], unregistered: [] });
});
