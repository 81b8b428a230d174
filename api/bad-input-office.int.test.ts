/**
 * What an office's administrator may not enter, form by form: each wrong field is named in the reader's language and nothing is changed.
 * (What the screens make of it: admin-ui/src/resources/office/bad-input.test.tsx.)
 */
import { personId } from '#db/seeds/demo';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import { openTestApp, signIn, type Answer, type Person, type TestApp } from '#test/support/test-app';

jest.setTimeout(180_000);

type Problem = { readonly code: string; readonly message: string; readonly details: { readonly fields?: readonly { readonly path: string; readonly label: string; readonly message: string }[] } };
type Form = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body: object; /** Each field with what it does not take. */ readonly wrong: { readonly [field: string]: readonly unknown[] } };

const LONG = 'ก'.repeat(5_001);
/** What no name of a unit, a post or a person takes. */
const NO_NAME = ['', '   ', LONG, 42, { th: 'ก' }, '<script>alert(1)</script>', 'กลุ่มงาน 😀'];
const NO_LINE = [LONG, 42, '<b>ก</b>'];
const NO_TEXT = [LONG, 42];
const NO_ID = ['', 'lopburi', 42, ['x']];
const NO_TIME = ['', 'พรุ่งนี้', '31/02/2569', 42];
const OFFICE = officeId('lopburi');
const [UNIT, POST, OTHER_POST, PERSON] = [unitId('lopburi', 'ict'), postId('lopburi', 'governor'), postId('lopburi', 'office-head'), personId('lopburi', 'deputy-governor-1')];
const FROM = '2027-01-04T02:00:00.000Z';
const UNIT_FIELDS = { nameTh: "กลุ่มงาน O'Brien", nameEn: '', shortTh: '', letterCode: null, phone: '', parentId: null, sortOrder: 0 };
const POST_FIELDS = { titleTh: "ตำแหน่ง O'Brien", titleEn: '', unitId: UNIT, superiorId: null, roles: ['officer'], isUnitHead: false, oversees: [] };
const WRONG_UNIT = { nameTh: NO_NAME, nameEn: NO_LINE, shortTh: NO_LINE, letterCode: NO_LINE, phone: ['โทร<b>', LONG, 42], parentId: NO_ID, sortOrder: [-1, 'หนึ่ง', 1.5, 100_000] };
const WRONG_POST = { titleTh: NO_NAME, titleEn: NO_LINE, unitId: NO_ID, superiorId: NO_ID, roles: ['officer', ['wizard'], ['officer', 'officer']], isUnitHead: ['ใช่', 1], oversees: ['x', [42]] };

const FORMS: { readonly [form: string]: Form } = {
  'a new unit': { method: 'POST', path: '/units', body: { officeId: OFFICE, code: null, validFrom: null, ...UNIT_FIELDS }, wrong: { ...WRONG_UNIT, code: ['รหัส', 'a b', 42], validFrom: NO_TIME } },
  'a unit': { method: 'PUT', path: `/units/${UNIT}`, body: { rev: 0, ...UNIT_FIELDS }, wrong: { ...WRONG_UNIT, rev: [-1, 'x'] } },
  'a new post': { method: 'POST', path: '/posts', body: { officeId: OFFICE, code: null, validFrom: null, ...POST_FIELDS }, wrong: { ...WRONG_POST, code: ["o'brien", LONG], validFrom: NO_TIME } },
  'a post': { method: 'PUT', path: `/posts/${POST}`, body: { rev: 0, ...POST_FIELDS }, wrong: WRONG_POST },
  'a new person': {
    method: 'POST', path: '/persons', body: { officeId: OFFICE, login: 'new.person', nameTh: "O'Brien", nameEn: '', email: '', phone: '', clearance: 'none', clearanceOrderNo: '' },
    wrong: { nameTh: NO_NAME, nameEn: NO_LINE, login: ['', 'ab', "o'brien", 'มาลี', LONG], email: ['a b', 'x@y', '<a@b.c>'], phone: ['<b>1</b>'], clearance: ['ลับ', 1], clearanceOrderNo: NO_LINE },
  },
  'an appointment': {
    method: 'POST', path: '/appointments', body: { personId: PERSON, postId: POST, capacity: 'acting_for', ownPostId: null, orderNo: '1/2569', reason: '', validFrom: FROM, validTo: null },
    wrong: { personId: NO_ID, postId: NO_ID, capacity: ['delegated', 'รักษาการ'], orderNo: ['', '  ', ...NO_TEXT], reason: NO_TEXT, validFrom: NO_TIME, validTo: NO_TIME },
  },
  'an absence': { method: 'POST', path: '/absences', body: { personId: PERSON, kind: 'leave', note: '', fromAt: FROM, toAt: '2027-01-05T02:00:00.000Z' }, wrong: { personId: NO_ID, kind: ['ลา', 1], note: NO_TEXT, fromAt: NO_TIME, toAt: NO_TIME } },
  'a delegation': {
    method: 'POST', path: '/delegations', body: { fromPostId: POST, toPostId: OTHER_POST, kinds: [], orderNo: '1/2569', validFrom: FROM, validTo: null },
    wrong: { fromPostId: NO_ID, toPostId: NO_ID, kinds: ['order', ['letter']], orderNo: ['', ' ', ...NO_TEXT], validFrom: NO_TIME, validTo: NO_TIME },
  },
  'a standing succession': { method: 'PUT', path: `/posts/${POST}/succession`, body: { rev: 0, items: [] }, wrong: { items: ['x', Array.from({ length: 2 }, () => ({ postId: OTHER_POST, orderNo: '' }))] } },
  'a day': { method: 'POST', path: '/calendar/days', body: { officeId: OFFICE, day: '2027-02-03', kind: 'holiday', nameTh: 'วันหยุด', nameEn: '' }, wrong: { day: NO_TIME, kind: ['วันหยุด', 1], nameTh: ['', ' ', ...NO_TEXT], nameEn: NO_TEXT } },
  'a list of receivers': {
    method: 'POST', path: '/distribution-lists', body: { officeId: OFFICE, code: null, nameTh: "รายชื่อ O'Brien", nameEn: '', members: [{ officeId: officeId('ops'), role: 'lead' }] },
    wrong: { nameTh: NO_NAME, nameEn: NO_LINE, code: ['รายชื่อ'], members: ['x', [], [{ officeId: officeId('ops'), role: 'lead' }, { officeId: officeId('ops'), role: 'secondary' }]] },
  },
  'a table of people': { method: 'POST', path: '/people-import/check', body: { officeId: OFFICE, content: 'YQ==' }, wrong: { content: ['', 'not base64!', 42], officeId: NO_ID } },
  "an office's contact": {
    method: 'PUT', path: `/offices/${OFFICE}/contact`, body: { rev: 0, addressTh: '', phone: '', email: '', registryUnitId: null, fallbackPostId: null, secretRegistrarPostId: null, processOwnerPostId: null },
    wrong: { addressTh: NO_LINE, phone: ['<1>'], email: ['x'], registryUnitId: NO_ID, fallbackPostId: NO_ID, secretRegistrarPostId: NO_ID, processOwnerPostId: NO_ID },
  },
  "a leaver's work": { method: 'POST', path: `/persons/${PERSON}/hand-over`, body: { posts: [], disable: false, reason: 'ย้าย' }, wrong: { posts: ['x', [{ appointmentId: 'x', successorId: null, orderNo: '' }], [{ appointmentId: PERSON, successorId: 'x', orderNo: '' }]], disable: ['ใช่'], reason: ['', '  ', ...NO_TEXT] } },
};
const CASES = Object.entries(FORMS).flatMap(([name, { wrong }]) => Object.entries(wrong).map(([field, values]) => [name, field, values] as const));

let testApp: TestApp;
let admin: Person;
beforeAll(async () => {
  testApp = await openTestApp();
  admin = await signIn(testApp, 'lopburi.ict.officer');
});
afterAll(() => testApp?.close());

/** All that a refused attempt could have left behind. */
async function fingerprint(): Promise<unknown> {
  const { rows } = await testApp.pool.query(
    `select (select count(*) || '/' || sum(rev) from unit) as units, (select count(*) || '/' || sum(rev) from post) as posts, (select count(*) || '/' || sum(rev) from person) as persons,
       (select count(*) from appointment) as appointments, (select count(*) from absence) as absences, (select count(*) from delegation) as delegations, (select count(*) from succession) as successions,
       (select count(*) from calendar_day) as days, (select count(*) from distribution_list) as lists, (select sum(rev) from office) as offices, (select count(*) from audit_event) as events`,
  );
  return rows[0];
}
const send = ({ method, path, body }: Form, change: object, language: 'th' | 'en'): Promise<Answer<Problem>> => admin.send<Problem>(method, path, { ...body, ...change }, { 'accept-language': language });
const THAI = /[\u0e00-\u0e7f]/;
const ENGLISH = /^[^\u0e00-\u0e7f]*[A-Za-z][^\u0e00-\u0e7f]*$/;

test.each(CASES)('%s: a wrong %s is named in Thai and in English, and nothing is changed', async (name, field, values) => {
  const form = FORMS[name]!;
  const before = await fingerprint();
  for (const value of values) {
    for (const [language, looks] of [['th', THAI], ['en', ENGLISH]] as const) {
      const { statusCode, body } = await send(form, { [field]: value }, language);
      expect({ value, statusCode, code: body.code }).toEqual({ value, statusCode: 400, code: 'VALIDATION_FAILED' });
      const named = body.details.fields?.find(({ path }) => path === `body.${field}` || path.startsWith(`body.${field}.`));
      expect({ value, label: named?.label, message: named?.message }).toEqual({ value, label: expect.stringMatching(looks), message: expect.stringMatching(looks) });
    }
  }
  expect(await fingerprint()).toEqual(before);
});

test.each(Object.keys(FORMS))('%s: what is not part of the form is refused, and so is a form with nothing in it', async (name) => {
  const before = await fingerprint();
  for (const body of [{ ...FORMS[name]!.body, isAdmin: true }, {}, [], 'x']) expect((await admin.send<Problem>(FORMS[name]!.method, FORMS[name]!.path, body as object)).body.code).toBe('VALIDATION_FAILED');
  expect(await fingerprint()).toEqual(before);
});
