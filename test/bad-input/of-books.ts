import { officeId, unitId } from '#db/seeds/insert-offices';
import type { Rows } from './table';
import { NO_DAY, NO_ID, NO_LINE, NO_LIST, NO_NAME, NO_REV, NO_TEXT, NO_TIME, NO_WORD_OF_LIST, NO_WORDS } from './values';

const NO_PATTERN = ['{code}/{year}', '{n}/{n}', '{n}/{month}', '{n', 42] as const;
const FIELDS = { nameTh: "ทะเบียน O'Brien", nameEn: '', rules: [{ letterKind: null, signerPostId: null, ownerUnitId: unitId('lopburi', 'ict') }] };
const WRONG = { nameTh: NO_NAME, nameEn: NO_LINE, rules: [...NO_LIST, [{ letterKind: 'diary' }], [{ signerPostId: 'x' }]] } as const;

const NO_SUCH = '3f0f6c1e-4c0e-4f0e-9d3b-2d8a6b1c7e55';

/** Number books. */
const NO_COUNT = [0, -1, 1.5, 101, 'x', null] as const;
export const BOOK_FORMS: Rows<'createBook' | 'updateBook' | 'setBookPattern' | 'closeBook' | 'reserveNumbers' | 'cancelNumbers' | 'keepNumber' | 'amendEntry' | 'startRegisterImport' | 'mapRegisterImport' | 'undoRegisterImport'> = {
  reserveNumbers: {
    body: { id: NO_SUCH, kind: 'reserved', count: 5, reason: "รอลงนาม O'Brien", forWhom: '', until: null },
    wrong: { id: NO_ID, kind: NO_WORD_OF_LIST, count: NO_COUNT, reason: NO_WORDS, forWhom: NO_LINE, until: NO_DAY },
  },
  cancelNumbers: { body: { numbers: [1], reason: 'ไม่ได้ใช้' }, wrong: { numbers: [[], 'ก', 42, [0], ['หนึ่ง']], reason: NO_WORDS } },
  keepNumber: { body: { letterId: NO_SUCH, reason: 'รอลงนาม', usedAt: null }, wrong: { letterId: NO_ID, reason: NO_WORDS, usedAt: NO_TIME } },
  createBook: {
    body: { officeId: officeId('lopburi'), kind: 'send', ...FIELDS, unitId: null, postId: null, issuerName: "คณะกรรมการ O'Brien", committeeCode: 'กปร', pattern: '', validFrom: null },
    wrong: { officeId: NO_ID, kind: NO_WORD_OF_LIST, ...WRONG, unitId: NO_ID, postId: NO_ID, issuerName: NO_LINE, committeeCode: NO_LINE, pattern: NO_PATTERN, validFrom: NO_DAY },
  },
  updateBook: { body: { rev: 0, ...FIELDS }, wrong: { rev: NO_REV, ...WRONG } },
  setBookPattern: { body: { rev: 0, fromDay: '2199-01-01', pattern: '{n}' }, wrong: { rev: NO_REV, fromDay: NO_DAY, pattern: ['', ...NO_PATTERN] } },
  amendEntry: { body: { field: 'subject', newValue: "ขอเชิญ O'Brien", reason: 'เขียนผิด' }, wrong: { field: NO_WORD_OF_LIST, newValue: NO_TEXT, reason: NO_WORDS } },
  startRegisterImport: { body: { yearBe: 2561, fileName: "ทะเบียน O'Brien.xlsx", content: 'YQ==' }, wrong: { yearBe: [0, 99999, 'x', null], fileName: NO_WORDS, content: ['', 'not base64!', 42] } },
  mapRegisterImport: { body: { mapping: { no: 0, entryDate: null, letterNo: 1, letterDate: null, from: null, to: null, subject: 2, action: null, remark: null } }, wrong: { mapping: [{}, { no: -1 }, { no: 'A' }, 42] } },
  undoRegisterImport: { body: { reason: "นำเข้าผิดเล่ม O'Brien" }, wrong: { reason: NO_WORDS } },
  closeBook: { body: { rev: 0, on: '2199-01-01' }, wrong: { rev: NO_REV, on: NO_DAY } },
};
