import { officeId, unitId } from '#db/seeds/insert-offices';
import type { Rows } from './table';
import { NO_DAY, NO_ID, NO_LINE, NO_LIST, NO_NAME, NO_REV, NO_WORD_OF_LIST } from './values';

const NO_PATTERN = ['{code}/{year}', '{n}/{n}', '{n}/{month}', '{n', 42] as const;
const FIELDS = { nameTh: "ทะเบียน O'Brien", nameEn: '', rules: [{ letterKind: null, signerPostId: null, ownerUnitId: unitId('lopburi', 'ict') }] };
const WRONG = { nameTh: NO_NAME, nameEn: NO_LINE, rules: [...NO_LIST, [{ letterKind: 'diary' }], [{ signerPostId: 'x' }]] } as const;

/** Number books. */
export const BOOK_FORMS: Rows<'createBook' | 'updateBook' | 'setBookPattern' | 'closeBook'> = {
  createBook: {
    body: { officeId: officeId('lopburi'), kind: 'send', ...FIELDS, unitId: null, postId: null, issuerName: "คณะกรรมการ O'Brien", committeeCode: 'กปร', pattern: '', validFrom: null },
    wrong: { officeId: NO_ID, kind: NO_WORD_OF_LIST, ...WRONG, unitId: NO_ID, postId: NO_ID, issuerName: NO_LINE, committeeCode: NO_LINE, pattern: NO_PATTERN, validFrom: NO_DAY },
  },
  updateBook: { body: { rev: 0, ...FIELDS }, wrong: { rev: NO_REV, ...WRONG } },
  setBookPattern: { body: { rev: 0, fromDay: '2199-01-01', pattern: '{n}' }, wrong: { rev: NO_REV, fromDay: NO_DAY, pattern: ['', ...NO_PATTERN] } },
  closeBook: { body: { rev: 0, on: '2199-01-01' }, wrong: { rev: NO_REV, on: NO_DAY } },
};
