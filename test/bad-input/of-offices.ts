import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import { officeId, postId, unitId } from '#db/seeds/insert-offices';
import type { Rows } from './table';
import { LONG, NO_CODE, NO_DAY, NO_EMAIL, NO_ID, NO_LINE, NO_LIST, NO_LOGIN, NO_NAME, NO_PHONE, NO_REV, NO_SWITCH, NO_TEXT, NO_WORD_OF_LIST } from './values';

const OFFICE = officeId('lopburi');
const OPS = officeId('ops');
const UNIT = unitId('lopburi', 'ict');
const NO_NUMBER = ['หนึ่ง', -1, 1.5, 100_000] as const;
const UNIT_FIELDS = { nameTh: "กลุ่มงาน O'Brien", nameEn: '', shortTh: '', letterCode: null, phone: '', parentId: null, sortOrder: 0 } as const;
const POST_FIELDS = { titleTh: "ตำแหน่ง O'Brien", titleEn: '', unitId: UNIT, superiorId: null, roles: ['officer' as const], isUnitHead: false, oversees: [] };
const OFFICE_FIELDS = { nameTh: "สำนักงาน O'Brien", nameEn: '', shortTh: 'สนง.', agencyCode: 'ลบ', unitCode: '0017', headTitleTh: 'หัวหน้า', parentId: null } as const;
const WRONG_UNIT = { nameTh: NO_NAME, nameEn: NO_LINE, shortTh: NO_LINE, letterCode: NO_LINE, phone: NO_PHONE, parentId: NO_ID, sortOrder: NO_NUMBER } as const;
const WRONG_POST = { titleTh: NO_NAME, titleEn: NO_LINE, unitId: NO_ID, superiorId: NO_ID, roles: ['officer', ['wizard'], ['officer', 'officer']], isUnitHead: NO_SWITCH, oversees: ['x', [42]] } as const;
const WRONG_OFFICE = { nameTh: NO_NAME, nameEn: NO_LINE, shortTh: NO_NAME, agencyCode: NO_NAME, unitCode: NO_NAME, headTitleTh: NO_NAME, parentId: NO_ID } as const;
const WRONG_MEMBERS = ['x', [], [{ officeId: 'x', role: 'lead' }], [{ officeId: OPS, role: 'boss' }], [{ officeId: OPS, role: 'lead' }, { officeId: OPS, role: 'secondary' }]] as const;
const WRONG_PARTS = ['books', ['everything'], [42]] as const;
const WRONG_CLOSING = { rev: NO_REV, on: NO_DAY } as const;
const NO_LIMIT = ['1 วัน', { unit: 'fortnights', amount: 1 }, { unit: 'workingDays', amount: -1 }, { unit: 'workingDays', amount: 1.5 }, { unit: 'workingDays', amount: 100_000 }] as const;

const DAY = { body: { officeId: OFFICE, day: '2027-02-03', kind: 'holiday', nameTh: "วัน O'Brien", nameEn: '' }, wrong: { officeId: NO_ID, day: NO_DAY, kind: NO_WORD_OF_LIST, nameTh: ['', ' ', ...NO_TEXT], nameEn: NO_TEXT } } as const;

/** What an office is made of. */
export const OFFICE_FORMS: Rows<
  | 'createUnit' | 'updateUnit' | 'closeUnit' | 'createPost' | 'updatePost' | 'closePost' | 'updateContact' | 'createOffice' | 'updateOffice' | 'closeOffice' | 'setUpOffice' | 'copyTemplate' | 'markTemplate' | 'createList'
  | 'updateList' | 'previewDay' | 'declareDay' | 'setRegisterTimes' | 'editCorrespondent' | 'mergeCorrespondent' | 'separateCorrespondent'
> = {
  createUnit: { body: { officeId: OFFICE, code: null, validFrom: null, ...UNIT_FIELDS }, wrong: { officeId: NO_ID, ...WRONG_UNIT, code: NO_CODE, validFrom: NO_DAY } },
  updateUnit: { body: { rev: 0, ...UNIT_FIELDS }, wrong: { ...WRONG_UNIT, rev: NO_REV } },
  closeUnit: { body: { rev: 0, on: '2027-01-01' }, wrong: WRONG_CLOSING },
  createPost: { body: { officeId: OFFICE, code: null, validFrom: null, ...POST_FIELDS }, wrong: { officeId: NO_ID, ...WRONG_POST, code: NO_CODE, validFrom: NO_DAY } },
  updatePost: { body: { rev: 0, ...POST_FIELDS }, wrong: { ...WRONG_POST, rev: NO_REV } },
  closePost: { body: { rev: 0, on: '2027-01-01' }, wrong: WRONG_CLOSING },
  updateContact: {
    body: { rev: 0, addressTh: '', phone: '', email: '', registryUnitId: null, fallbackPostId: postId('lopburi', 'office-head'), secretRegistrarPostId: null, processOwnerPostId: null },
    wrong: { rev: NO_REV, addressTh: NO_LINE, phone: NO_PHONE, email: NO_EMAIL, registryUnitId: NO_ID, fallbackPostId: NO_ID, secretRegistrarPostId: NO_ID, processOwnerPostId: NO_ID },
  },
  createOffice: { body: { code: 'new-office', kind: 'province', isLinked: true, adminLogin: 'new.admin', adminNameTh: "O'Brien", ...OFFICE_FIELDS }, wrong: { ...WRONG_OFFICE, code: NO_CODE, kind: NO_WORD_OF_LIST, isLinked: NO_SWITCH, adminLogin: NO_LOGIN, adminNameTh: NO_NAME } },
  updateOffice: { body: { rev: 0, isLinked: true, ...OFFICE_FIELDS }, wrong: { ...WRONG_OFFICE, rev: NO_REV, isLinked: NO_SWITCH } },
  closeOffice: { body: { rev: 0, on: '2027-01-01' }, wrong: WRONG_CLOSING },
  setUpOffice: {
    body: { officeId: null, office: { code: 'new-office', kind: 'province', ...OFFICE_FIELDS }, sourceId: null, parts: [], adminLogin: 'new.admin', adminNameTh: "O'Brien" },
    wrong: {
      officeId: NO_ID, office: ['x', { code: 'รหัส', kind: 'province', ...OFFICE_FIELDS }, { code: 'new-office', kind: 'province', ...OFFICE_FIELDS, nameTh: '<b>' }, { code: 'new-office', kind: 'shop', ...OFFICE_FIELDS }],
      sourceId: NO_ID, parts: WRONG_PARTS, unitIds: [...NO_LIST, ['x']], adminLogin: NO_LOGIN, adminNameTh: NO_NAME,
    },
  },
  copyTemplate: { body: { sourceId: OPS, parts: [] }, wrong: { sourceId: NO_ID, parts: WRONG_PARTS, unitIds: [...NO_LIST, ['x']] } },
  markTemplate: { body: { isTemplate: true }, wrong: { isTemplate: NO_SWITCH } },
  createList: { body: { officeId: OFFICE, code: null, nameTh: "รายชื่อ O'Brien", nameEn: '', members: [{ officeId: OPS, role: 'lead' }] }, wrong: { officeId: NO_ID, nameTh: NO_NAME, nameEn: NO_LINE, code: NO_CODE, members: WRONG_MEMBERS } },
  updateList: { body: { rev: 0, nameTh: "รายชื่อ O'Brien", nameEn: '', members: [{ officeId: OPS, role: 'lead' }] }, wrong: { rev: NO_REV, nameTh: NO_NAME, nameEn: NO_LINE, members: WRONG_MEMBERS } },
  editCorrespondent: { body: { rev: 0, name: "ร้าน O'Brien", letterCode: '', phone: '', address: '' }, wrong: { rev: NO_REV, name: NO_NAME, letterCode: NO_LINE, phone: NO_PHONE, address: NO_LINE } },
  mergeCorrespondent: { body: { rev: 0, intoId: OFFICE }, wrong: { rev: NO_REV, intoId: NO_ID } },
  separateCorrespondent: { body: { rev: 0 }, wrong: { rev: NO_REV } },
  previewDay: DAY,
  declareDay: DAY,
  setRegisterTimes: { body: REGISTER_WITHIN, wrong: { normal: NO_LIMIT, urgent: NO_LIMIT, very_urgent: NO_LIMIT, most_urgent: NO_LIMIT, urgent_by: [...NO_LIMIT, LONG] } },
};
