import * as fc from 'fast-check';
import { toThaiDigits } from '../thai/digits';
import { isSeq, letterNoKey, NUMBER_MARKS, parseLetterNo, printCodes, printLetterNo } from './letter-number';

const letter = (fields: object) => ({
  form: 'letter', urgency: null, committeeCode: null, sub: '', circular: false, mark: null, inserted: null, date: null, ...fields,
});

const consonants = (min: number, max: number) => fc.string({ unit: fc.constantFrom(...'กขคงจชดตทธนบปผพภมยรลวศสหอ'), minLength: min, maxLength: max });
const digits = (min: number, max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });

describe('parseLetterNo', () => {
  test.each([
    ['มท ๐๒๐๑.๒/ว ๑๕๙๐', letter({ agencyCode: 'มท', unitCode: '0201', sub: '.2', circular: true, mark: 'ว', seq: 1590 })],
    ['มท ๐๒๐๓.๕/ว๘๙๓', letter({ agencyCode: 'มท', unitCode: '0203', sub: '.5', circular: true, mark: 'ว', seq: 893 })],
    ['พง0017.2/ว1423', letter({ agencyCode: 'พง', unitCode: '0017', sub: '.2', circular: true, mark: 'ว', seq: 1423 })],
    ['นร (กปร) 0101/5', letter({ agencyCode: 'นร', committeeCode: 'กปร', unitCode: '0101', seq: 5 })],
    ['ด่วนที่สุด ที่ นร 0205/ว 83', letter({ urgency: 'most_urgent', agencyCode: 'นร', unitCode: '0205', circular: true, mark: 'ว', seq: 83 })],
    ['นร ๐๕๐๔/ว ๓๘', letter({ agencyCode: 'นร', unitCode: '0504', circular: true, mark: 'ว', seq: 38 })],
    ['ว 10 ลว. 15 ก.ย. 48', { form: 'shortCircular', urgency: null, seq: 10, date: '2005-09-15' }],
    ['คำสั่ง ที่ ๘๑/๒๕๖๑', { form: 'yearly', kind: 'order', seq: 81, yearBe: 2561, strayAgencyCode: null, date: null }],
    ['คำสั่ง ที่ มท ๖๑๙/๒๕๖๑', { form: 'yearly', kind: 'order', seq: 619, yearBe: 2561, strayAgencyCode: 'มท', date: null }],
  ])('%s', (text, expected) => {
    expect(parseLetterNo(text)).toEqual(expected);
  });

  test.each([
    ['an ordinary letter with a date', 'ที่ มท 0210.2/123 ลงวันที่ 21 พฤศจิกายน 2569', letter({ agencyCode: 'มท', unitCode: '0210', sub: '.2', seq: 123, date: '2026-11-21' })],
    ['ด่วนมาก', 'ด่วนมาก ที่ มท 0210/7', letter({ urgency: 'very_urgent', agencyCode: 'มท', unitCode: '0210', seq: 7 })],
    ['ด่วน', 'ด่วน มท 0210/7', letter({ urgency: 'urgent', agencyCode: 'มท', unitCode: '0210', seq: 7 })],
    ['a local body with five digits', 'ลบ 51001/44', letter({ agencyCode: 'ลบ', unitCode: '51001', seq: 44 })],
    ['a sub-unit of a sub-unit', 'มท 0808.2.10/ว 5', letter({ agencyCode: 'มท', unitCode: '0808', sub: '.2.10', circular: true, mark: 'ว', seq: 5 })],
    ['a secrecy mark', 'มท 0210/ลม 9', letter({ agencyCode: 'มท', unitCode: '0210', mark: 'ลม', seq: 9 })],
    ['a number squeezed in with a point', 'มท 0210/123.1', letter({ agencyCode: 'มท', unitCode: '0210', seq: 123, inserted: '.1' })],
    ['a number squeezed in with a letter', 'มท ๐๒๑๐/๑๒๓ก', letter({ agencyCode: 'มท', unitCode: '0210', seq: 123, inserted: 'ก' })],
    ['a letter whose running number looks like a year', 'มท 0619/2561', letter({ agencyCode: 'มท', unitCode: '0619', seq: 2561 })],
    ['a certificate in the letter series', 'หนังสือรับรอง ที่ มท 0201/5', letter({ agencyCode: 'มท', unitCode: '0201', seq: 5 })],
    ['spaces of any kind', ' มท\u00a0\u00a00210.2 /  5 ', letter({ agencyCode: 'มท', unitCode: '0210', sub: '.2', seq: 5 })],
    ['a squeezed-in letter before a date', 'มท 0210/5ก ลว 1 ม.ค. 69', letter({ agencyCode: 'มท', unitCode: '0210', seq: 5, inserted: 'ก', date: '2026-01-01' })],
    ['an order with the office that issued it', 'คำสั่งกรมที่ดิน ที่ 12/2569', { form: 'yearly', kind: 'order', seq: 12, yearBe: 2569, strayAgencyCode: null, date: null }],
    ['an order with its date', 'คำสั่งที่ 81/2561 ลว. 17 ม.ค. 61', { form: 'yearly', kind: 'order', seq: 81, yearBe: 2561, strayAgencyCode: null, date: '2018-01-17' }],
    ['an announcement', 'ประกาศ ที่ 3/2569', { form: 'yearly', kind: 'announcement', seq: 3, yearBe: 2569, strayAgencyCode: null, date: null }],
    ['a bare number of a year', '81/2561', { form: 'yearly', kind: null, seq: 81, yearBe: 2561, strayAgencyCode: null, date: null }],
  ])('%s', (_name, text, expected) => {
    expect(parseLetterNo(text)).toEqual(expected);
  });

  test.each(['', 'มท', '0210/5', 'มท 0210/', 'มท 0210/0', 'มท 021/5', 'มท 0210/1234567', 'MT 0210/5', 'ว 0', '81/1961', 'ว 10 ลว. 32 ก.ย. 48', 'ขอให้รายงานผล'])(
    'is no letter number: "%s"',
    (text) => {
      expect(parseLetterNo(text)).toBeNull();
    },
  );
});

describe('printLetterNo', () => {
  const codes = { agencyCode: 'มท', unitCode: '0210', sub: '.2' };

  test('ordinary, circular, with a committee, with a secrecy mark', () => {
    expect(printLetterNo({ ...codes, circular: false, seq: 123 })).toBe('มท 0210.2/123');
    expect(printLetterNo({ ...codes, circular: true, seq: 123 })).toBe('มท 0210.2/ว 123');
    expect(printLetterNo({ agencyCode: 'นร', committeeCode: 'กปร', unitCode: '0101', seq: 5 })).toBe('นร (กปร) 0101/5');
    expect(printLetterNo({ ...codes, circular: true, mark: 'ล', seq: 5 })).toBe('มท 0210.2/ล 5');
  });

  test('a sub-unit may come without its point or as part of the unit code', () => {
    expect(printCodes({ agencyCode: 'ลบ', unitCode: '0017', sub: '2' })).toBe('ลบ 0017.2');
    expect(printCodes({ agencyCode: 'ลบ', unitCode: '0017.2' })).toBe('ลบ 0017.2');
  });

  test('digits stay Arabic and become Thai when the document is rendered', () => {
    expect(toThaiDigits(printLetterNo({ ...codes, seq: 123, circular: true }))).toBe('มท ๐๒๑๐.๒/ว ๑๒๓');
  });

  test.each([
    ['a number of nothing', { ...codes, seq: 0 }],
    ['half a number', { ...codes, seq: 1.5 }],
    ['no agency', { ...codes, agencyCode: '', seq: 1 }],
    ['a Latin agency', { ...codes, agencyCode: 'MT', seq: 1 }],
    ['three digits', { ...codes, unitCode: '021', seq: 1 }],
    ['a sub-unit in letters', { ...codes, sub: '.ก', seq: 1 }],
    ['an empty committee', { ...codes, committeeCode: '', seq: 1 }],
  ])('%s is never printed', (_name, args) => {
    expect(() => printLetterNo(args)).toThrow('LETTER_NO_INVALID');
  });
});

describe('letterNoKey', () => {
  test('the ways of writing one number have one key', () => {
    const keys = ['มท ๐๒๑๐.๒/ว ๑๒๓', 'มท0210.2/ว123', 'ที่ มท 0210.2/ว 123', 'ด่วนที่สุด ที่ มท 0210.2 / ว 123'].map(letterNoKey);
    expect(new Set(keys)).toEqual(new Set(['มท0210.2/ว123']));
  });
});

test('property: what is printed is read again, in either digits, with a date or without', () => {
  const numbers = fc.record({
    agencyCode: consonants(2, 2),
    committeeCode: fc.option(consonants(2, 6)),
    unitCode: digits(4, 5),
    sub: fc.array(digits(1, 3), { maxLength: 2 }).map((parts) => parts.map((part) => `.${part}`).join('')),
    mark: fc.option(fc.constantFrom(...NUMBER_MARKS)),
    seq: fc.integer({ min: 1, max: 999_999 }),
  });
  fc.assert(fc.property(numbers, fc.boolean(), fc.boolean(), (number, isThai, isDated) => {
    const printed = `${printLetterNo(number)}${isDated ? ' ลงวันที่ 21 พฤศจิกายน 2569' : ''}`;
    const expected = letter({ ...number, circular: number.mark === 'ว', date: isDated ? '2026-11-21' : null });
    expect(parseLetterNo(isThai ? toThaiDigits(printed) : printed)).toEqual(expected);
  }));
});

test('property: no text makes the parser fail', () => {
  const pieces = fc.constantFrom('มท', ' ', '0210', '.2', '/', 'ว', '123', 'ที่', 'คำสั่ง', 'ลว.', '15 ก.ย. 48', '(กปร)', 'ด่วน', '2561');
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(pieces).map((parts) => parts.join(''))), (text) => {
    const parsed = parseLetterNo(text);
    expect(parsed === null || parsed.seq >= 1).toBe(true);
  }));
});

test('a running number has at most six digits, in whatever form it is read', () => {
  expect([1, 999_999, 0, 1_000_000, 1.5].map(isSeq)).toEqual([true, true, false, false, false]);
  for (const text of ['คำสั่ง ที่ 0/2569', 'ว 0', 'มท 0210/0']) expect(parseLetterNo(text)).toBeNull();
});
