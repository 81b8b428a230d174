import { IMPORT_COLUMNS } from '#domain/organisation/import';
import { personId } from '#db/seeds/demo';
import { officeId, postId } from '#db/seeds/insert-offices';
import type { Rows } from './table';
import { LONG, NO_EMAIL, NO_ID, NO_LINE, NO_LIST, NO_LOGIN, NO_NAME, NO_PHONE, NO_REV, NO_SWITCH, NO_TEXT, NO_TIME, NO_WORD_OF_LIST, NO_WORDS } from './values';

const OFFICE = officeId('lopburi');
const [POST, OTHER_POST, PERSON] = [postId('lopburi', 'governor'), postId('lopburi', 'office-head'), personId('lopburi', 'deputy-governor-1')];
const FROM = '2027-01-04T02:00:00.000Z';
const PERSON_FIELDS = { nameTh: "O'Brien", nameEn: '', email: '', phone: '', clearance: 'none', clearanceOrderNo: '' } as const;
const WRONG_PERSON = { nameTh: NO_NAME, nameEn: NO_LINE, email: NO_EMAIL, phone: NO_PHONE, clearance: NO_WORD_OF_LIST, clearanceOrderNo: NO_LINE } as const;
const LINE = Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, 'ก'])) as { readonly [K in (typeof IMPORT_COLUMNS)[number]]: string };
const AT_WRONG_TIME = { body: {}, wrong: { at: NO_TIME } } as const;

/** People, what they hold, and who stands in for them. */
export const PEOPLE_FORMS: Rows<
  | 'createPerson' | 'updatePerson' | 'createAppointment' | 'endAppointment' | 'createAbsence' | 'endAbsence' | 'createDelegation' | 'endDelegation' | 'setSuccession' | 'checkImport' | 'applyImport' | 'handOver'
> = {
  createPerson: { body: { officeId: OFFICE, login: 'new.person', ...PERSON_FIELDS }, wrong: { officeId: NO_ID, login: NO_LOGIN, ...WRONG_PERSON } },
  updatePerson: { body: { rev: 0, ...PERSON_FIELDS }, wrong: { rev: NO_REV, ...WRONG_PERSON } },
  createAppointment: {
    body: { personId: PERSON, postId: POST, capacity: 'acting_for', ownPostId: null, orderNo: '1/2569', reason: '', validFrom: FROM, validTo: null },
    wrong: { personId: NO_ID, postId: NO_ID, capacity: ['delegated', 'รักษาการ', 1], ownPostId: NO_ID, orderNo: NO_WORDS, reason: NO_TEXT, validFrom: NO_TIME, validTo: NO_TIME },
  },
  endAppointment: AT_WRONG_TIME,
  createAbsence: { body: { personId: PERSON, kind: 'leave', note: '', fromAt: FROM, toAt: '2027-01-05T02:00:00.000Z' }, wrong: { personId: NO_ID, kind: NO_WORD_OF_LIST, note: NO_TEXT, fromAt: NO_TIME, toAt: NO_TIME } },
  endAbsence: AT_WRONG_TIME,
  createDelegation: {
    body: { fromPostId: POST, toPostId: OTHER_POST, kinds: [], orderNo: '1/2569', validFrom: FROM, validTo: null },
    wrong: { fromPostId: NO_ID, toPostId: NO_ID, kinds: ['order', ['letter']], orderNo: NO_WORDS, validFrom: NO_TIME, validTo: NO_TIME },
  },
  endDelegation: AT_WRONG_TIME,
  setSuccession: { body: { rev: 0, items: [] }, wrong: { rev: NO_REV, items: [...NO_LIST, [{ postId: 'x', orderNo: '' }], [{ postId: OTHER_POST, orderNo: LONG }], Array.from({ length: 2 }, () => ({ postId: OTHER_POST, orderNo: '' }))] } },
  checkImport: { body: { officeId: OFFICE, content: 'YQ==' }, wrong: { officeId: NO_ID, content: ['', 'not base64!', 42] } },
  applyImport: { body: { officeId: OFFICE, lines: [{ line: 2, values: LINE }] }, wrong: { officeId: NO_ID, lines: [...NO_LIST, [], [{ line: 0, values: LINE }], [{ line: 2, values: { ...LINE, nameTh: 42 } }], [{ line: 2, values: {} }]] } },
  handOver: {
    body: { posts: [], disable: false, reason: 'ย้าย' },
    wrong: { posts: ['x', [{ appointmentId: 'x', successorId: null, orderNo: '' }], [{ appointmentId: PERSON, successorId: 'x', orderNo: '' }], [{ appointmentId: PERSON, successorId: null, orderNo: LONG }]], disable: NO_SWITCH, reason: NO_WORDS },
  },
};
