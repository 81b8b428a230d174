import { matchParts } from './match-parts';

const marked = (text: string, q: string): string => matchParts(text, q).map(({ part, isMatch }) => (isMatch ? `[${part}]` : part)).join('');

test.each([
  ['ขอให้รายงานผล', 'รายงาน', 'ขอให้[รายงาน]ผล'],
  ['มท 0210.2/๑๒๓', '123', 'มท 0210.2/[๑๒๓]'],
  ['Report of reports', 'REPORT', '[Report] of [report]s'],
  ['รายงาน', 'รายงาน', '[รายงาน]'],
  ['รายงาน', 'อื่น', 'รายงาน'],
  ['รายงาน', '  ', 'รายงาน'],
  ['a.b*c', '.b*', 'a[.b*]c'],
  ['', 'ก', ''],
])('in %s the words %s are marked', (text, q, expected) => {
  expect(marked(text, q)).toBe(expected);
});

test('several words are marked each', () => {
  expect(matchParts('ขอให้รายงานผลงบประมาณ', ['งบ', 'รายงาน', '']).map(({ part, isMatch }) => (isMatch ? `[${part}]` : part)).join('')).toBe('ขอให้[รายงาน]ผล[งบ]ประมาณ');
});
