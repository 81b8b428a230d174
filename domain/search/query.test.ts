import { findDays } from './date-words';
import { createWordReader, fragmentKey, numberKeys } from './keys';
import { parseQuery } from './query';

const TODAY = '2026-11-22';
const keysOf = (text: string): readonly (readonly string[])[] => parseQuery(text, TODAY).terms.flatMap((term) => (term.kind === 'number' ? [term.keys] : []));
const wordsIn = (text: string): readonly string[] => parseQuery(text, TODAY).terms.flatMap((term) => (term.kind === 'words' ? [term.key] : []));

test.each([
  ['มท 0210.2/ว 123', 'มท0210.2/ว123'],
  ['มท0210.2/ว123', 'มท0210.2/ว123'],
  ['มท ๐๒๑๐.๒/ว ๑๒๓', 'มท0210.2/ว123'],
  ['ที่ มท 0210.2 / ว 123', 'มท0210.2/ว123'],
  ['ด่วนที่สุด ที่ มท 0210.2/ว 123', 'มท0210.2/ว123'],
  ['0210.2/123', '0210.2/123'],
  ['ว 123', 'ว123'],
  ['/ว123', 'ว123'],
  ['เลขรับ 0123', 'รับ123'],
  ['รับที่ ๑๒๓/๒๕๖๙', 'รับ123/2569'],
  ['รับที่ 1081/2567', 'รับ1081/2567'],
  ['เลขที่ 123', '123'],
  ['๑๒๓', '123'],
  ['ลบ 0017.2/9', 'ลบ0017.2/9'],
  ['นร (กปร) 0101/5', 'นร(กปร)0101/5'],
  ['81/2569', '81/2569'],
  ['คำสั่ง ที่ ๘๑/๒๕๖๑', '81/2561'],
])('%s is asked for as the number %s, and a letter with that number has the key', (typed, key) => {
  expect(keysOf(typed)).toEqual([expect.arrayContaining([key])]);
});

test.each([
  ['มท 0210.2/ว 123', 2569, ['มท0210.2/ว123', '0210.2/ว123', 'ว123', 'ว123/2569', '123', '123/2569']],
  ['123', 2569, ['123', '123/2569']],
  ['81/2569', null, ['81/2569', '81']],
  ['นร (กปร) 0101/5', null, ['นร(กปร)0101/5', 'นร0101/5', '0101/5', '5']],
  ['ABC-77/88', null, ['abc-77/88', '88']],
  ['', null, []],
])('the printed number %s is found by each of its ways', (printed, year, keys) => {
  expect(numberKeys(printed, year)).toEqual(keys);
});

test.each([
  ['วันนี้', '2026-11-22', '2026-11-22'],
  ['เมื่อวาน', '2026-11-21', '2026-11-21'],
  ['เมื่อวานซืน', '2026-11-20', '2026-11-20'],
  ['สัปดาห์ที่แล้ว', '2026-11-09', '2026-11-15'],
  ['สัปดาห์นี้', '2026-11-16', '2026-11-22'],
  ['เดือนที่แล้ว', '2026-10-01', '2026-10-31'],
  ['เดือนก่อน', '2026-10-01', '2026-10-31'],
  ['ปีที่แล้ว', '2025-01-01', '2025-12-31'],
  ['ปี 2568', '2025-01-01', '2025-12-31'],
  ['ปี ๖๘', '2025-01-01', '2025-12-31'],
  ['พ.ศ. 2568', '2025-01-01', '2025-12-31'],
  ['ปีงบประมาณ 2569', '2025-10-01', '2026-09-30'],
  ['7 วันที่ผ่านมา', '2026-11-16', '2026-11-22'],
  ['3 เดือนที่ผ่านมา', '2026-08-22', '2026-11-22'],
  ['ต.ค. 68', '2025-10-01', '2025-10-31'],
  ['เดือนตุลาคม 2568', '2025-10-01', '2025-10-31'],
  ['เดือนธันวาคม', '2025-12-01', '2025-12-31'],
  ['30 ก.พ. 68', '2025-02-01', '2025-02-28'],
  ['15 ก.ย. 48', '2005-09-15', '2005-09-15'],
  ['ลว. 15 ก.ย. 48', '2005-09-15', '2005-09-15'],
  ['21/11/2569', '2026-11-21', '2026-11-21'],
  ['ตั้งแต่ 1 ม.ค. 68 ถึง 31 มี.ค. 68', '2025-01-01', '2025-03-31'],
  ['ตั้งแต่ 1 ม.ค. 68', '2025-01-01', null],
  ['ก่อน 1 มกราคม 2568', null, '2025-01-01'],
])('%s are the days from %s to %s', (text, from, to) => {
  expect(parseQuery(text, TODAY)).toMatchObject({ days: { from, to } });
});

test.each(['แผนปฏิบัติราชการประจำปี', 'ประชุมวันนี้แหละ', 'ประจำปี2568'])('%s names no days', (text) => {
  expect(findDays(text, TODAY)).toBeNull();
});

test('number, days, urgency, phrase and words are told apart in one text', () => {
  const query = parseQuery('ด่วนที่สุด ขออนุมัติ "แผนงาน น้ำท่วม" เดือนที่แล้ว เลขที่ 12', TODAY);
  expect(query).toMatchObject({ urgency: 'most_urgent', days: { text: 'เดือนที่แล้ว' } });
  expect(query.terms).toEqual([
    { kind: 'words', text: 'แผนงาน น้ำท่วม', key: 'แผนงานน้ำท่วม', isPhrase: true },
    { kind: 'number', text: 'เลขที่ 12', keys: ['12'] },
    { kind: 'words', text: 'ขออนุมัติ', key: 'ขออนุมัติ', isPhrase: false },
  ]);
});

test('both spellings of น้ำ, เเ and Thai digits become one', () => {
  expect(wordsIn('น\u0e4d\u0e49า เเผน ๒๕')).toEqual(['น้ำ', 'แผน', '25']);
  expect(fragmentKey('โครงการ (ระยะที่ ๒)')).toBe('โครงการระยะที่2');
});

test('words that only lead to others count where nothing else was typed', () => {
  expect(wordsIn('เรื่อง งบประมาณ')).toEqual(['งบประมาณ']);
  expect(wordsIn('หนังสือ')).toEqual(['หนังสือ']);
});

test('a text and a number at its end are looked for apart, so that ครั้งที่1 is not ครั้งที่10', () => {
  expect(wordsIn('ประชุมครั้งที่1')).toEqual(['ประชุมครั้งที่', '1']);
  expect(createWordReader()('ประชุมครั้งที่10')).toContain('10');
});

test('an empty text, and one of signs only, asks for nothing', () => {
  expect(parseQuery(' \u200b ', TODAY)).toEqual({ terms: [], days: null, urgency: null });
  expect(parseQuery('-- / ??', TODAY).terms).toEqual([]);
});
