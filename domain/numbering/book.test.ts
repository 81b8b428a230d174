import { BOOK_KINDS, LETTER_KINDS } from '../letter/vocabulary';
import { BOOK_TRAITS, countingKind, DEFAULT_SETTINGS, inForceOn, isBookPattern, patternFor, printNumber, sendBookFor, type BookKind } from './book';
import { parseLetterNo } from './letter-number';

const codes = { agencyCode: 'มท', unitCode: '0210', sub: '.2' };
const print = (kind: BookKind, more: Partial<Parameters<typeof printNumber>[0]> = {}) => printNumber({ kind, seq: 81, yearBe: 2561, codes, ...more });

const book = (kind: (typeof LETTER_KINDS)[number], more: { isCircular?: boolean; secrecy?: 'none' | 'secret' } = {}) => sendBookFor({ kind, isCircular: false, secrecy: 'none', ...more });

describe('printNumber', () => {
  test.each<[BookKind, string]>([
    ['send', 'มท 0210.2/81'],
    ['circular', 'มท 0210.2/ว 81'],
    ['receive', '81'],
    ['order', '81/2561'],
    ['announcement', '81/2561'],
    ['certificate', '81/2561'],
    ['minutes', '81/2561'],
    ['secret_send', 'มท 0210.2/81'],
    ['secret_receive', '81'],
    ['secret_control', '81'],
  ])('%s', (kind, expected) => {
    expect(print(kind)).toBe(expected);
  });

  test('N7: an order carries the year of issue behind the stroke, and no agency code', () => {
    expect(parseLetterNo(`คำสั่ง ที่ ${print('order')}`)).toMatchObject({ kind: 'order', seq: 81, yearBe: 2561, strayAgencyCode: null });
  });

  test('a secret letter carries the mark of its class', () => {
    expect(print('secret_send', { secrecy: 'confidential' })).toBe('มท 0210.2/ล 81');
    expect(print('secret_send', { secrecy: 'secret' })).toBe('มท 0210.2/ลม 81');
    expect(print('secret_send', { secrecy: 'top_secret' })).toBe('มท 0210.2/ลส 81');
  });

  test('an office may leave the marks of secrecy out', () => {
    const pattern = patternFor('secret_send', { secretMarks: false });
    expect(print('secret_send', { pattern, secrecy: 'secret' })).toBe('มท 0210.2/81');
    expect(patternFor('secret_send')).toBe(BOOK_TRAITS.secret_send.pattern);
    expect(patternFor('order', { secretMarks: false })).toBe(BOOK_TRAITS.order.pattern);
  });

  test('a book may have a pattern of its own', () => {
    expect(print('receive', { pattern: '{n}/{year}' })).toBe('81/2561');
    expect(print('send', { pattern: '' })).toBe('มท 0210.2/81');
    expect(print('order', { pattern: '{n} / {year}' })).toBe('81 / 2561');
  });

  test.each([
    ['a pattern without the number', { pattern: '{code}/{year}' }],
    ['the number twice', { pattern: '{n}/{n}' }],
    ['an unknown placeholder', { pattern: '{n}/{month}' }],
    ['a brace left open', { pattern: '{n}/{year' }],
    ['number nought', { seq: 0 }],
    ['no codes where the number begins with them', { codes: null }],
  ])('%s is refused', (_name, more) => {
    expect(() => print('send', more)).toThrow('LETTER_NO_INVALID');
  });

  test('every kind of book has a pattern that can be printed', () => {
    for (const kind of BOOK_KINDS) expect(isBookPattern(BOOK_TRAITS[kind].pattern)).toBe(true);
  });

  test('the secret books are those of the secret registrar', () => {
    expect(BOOK_KINDS.filter((kind) => BOOK_TRAITS[kind].isSecret)).toEqual(['secret_send', 'secret_receive', 'secret_control']);
  });
});

describe('circular series', () => {
  test('a circular counts in its own series, or with the ordinary letters, and carries ว either way', () => {
    expect(countingKind('circular', { circularSeries: 'own' })).toBe('circular');
    expect(countingKind('circular', { circularSeries: 'shared' })).toBe('send');
    expect(countingKind('order', { circularSeries: 'shared' })).toBe('order');
    expect(print('circular')).toContain('/ว ');
  });
});

describe('sendBookFor', () => {
  test('external letters, memos and stamped letters share the send book', () => {
    expect(LETTER_KINDS.filter((kind) => book(kind) === 'send')).toEqual(['external_letter', 'internal_memo', 'stamped_letter']);
  });

  test('circulars go to the circular book, secret letters to the secret one, circular or not', () => {
    expect(book('external_letter', { isCircular: true })).toBe('circular');
    expect(book('external_letter', { secrecy: 'secret' })).toBe('secret_send');
    expect(book('external_letter', { secrecy: 'secret', isCircular: true })).toBe('secret_send');
  });

  test('announcements are numbered only where the office does so', () => {
    expect(book('announcement')).toBeNull();
    expect(sendBookFor({ kind: 'announcement', isCircular: false, secrecy: 'none' }, { ...DEFAULT_SETTINGS, numbersAnnouncements: true })).toBe('announcement');
  });

  test('orders, certificates and minutes have books of their own; regulations have none', () => {
    expect((['order', 'certificate', 'minutes', 'regulation', 'rule'] as const).map((kind) => book(kind))).toEqual(['order', 'certificate', 'minutes', null, null]);
  });
});

describe('N9: codes and books that follow one another', () => {
  const before = { code: '0206', validFrom: '2015-01-01', validTo: '2026-10-01' };
  const after = { code: '0210', validFrom: '2026-10-01', validTo: null };

  test('a reorganised unit is numbered under its new code from the day on, under the old one until then', () => {
    expect(inForceOn([before, after], '2026-09-30')).toBe(before);
    expect(inForceOn([after, before], '2026-10-01')).toBe(after);
    expect(inForceOn([before, after], '2014-12-31')).toBeNull();
  });

  test('what has ended holds no more, also where nothing follows it', () => {
    expect(inForceOn([before], '2026-09-30')).toBe(before);
    expect(inForceOn([before], '2026-10-01')).toBeNull();
  });

  test('where the old one was left open, the later one goes before it', () => {
    expect(inForceOn([{ ...before, validTo: null }, after], '2026-10-01')).toBe(after);
  });

  test('a number once printed does not change with the codes', () => {
    const printed = printNumber({ kind: 'send', seq: 5, yearBe: 2569, codes: { agencyCode: 'มท', unitCode: before.code } });
    const next = printNumber({ kind: 'send', seq: 6, yearBe: 2569, codes: { agencyCode: 'มท', unitCode: after.code } });
    expect([printed, next]).toEqual(['มท 0206/5', 'มท 0210/6']);
  });
});

test('only letters go to the secret and the circular book: an order or a certificate keeps its own', () => {
  for (const kind of ['order', 'certificate', 'minutes'] as const) {
    expect(book(kind, { secrecy: 'secret' })).toBe(kind);
    expect(book(kind, { isCircular: true })).toBe(kind);
  }
  expect(book('regulation', { secrecy: 'secret', isCircular: true })).toBeNull();
});
