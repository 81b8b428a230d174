/** Fifty kinds of broken rows, each told by row and column; and what offices really write, which is taken. */
import { findHeadings, guessMapping, isMappingUsable, type RegisterImportColumn } from './columns';
import { type EarlierEntry, isSameEntry, judgeRegister, type RegisterKnown, type RowVerdict } from './judge';
import { readRegisterNo } from './number';
import { isNote, type RowProblemKind, sayRowProblem } from './problems';

const HEADINGS = ['เลขทะเบียนรับ', 'วันที่รับ', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'การปฏิบัติ', 'หมายเหตุ'];
const MAPPING = guessMapping(HEADINGS);
const KNOWN: RegisterKnown = { yearBe: 2561, today: '2026-11-22', isIssuing: false, firstLiveNo: null, earlier: new Map() };
const GOOD: { readonly [C in RegisterImportColumn]: string } = {
  no: '123', entryDate: '15 ก.ย. 61', letterNo: 'มท 0307/5', letterDate: '12 ก.ย. 61', from: 'กรมการปกครอง', to: 'ผู้ว่าราชการจังหวัด', subject: 'ขอให้รายงานผล', action: 'กลุ่มงานยุทธศาสตร์', remark: '',
};
type Part = Partial<typeof GOOD> & { readonly extra?: string; readonly formulas?: readonly number[] };
const cellsOf = ({ extra, formulas: _, ...part }: Part): string[] => [...Object.values({ ...GOOD, ...part }), ...(extra === undefined ? [] : [extra])];
const judge = (parts: readonly Part[], known: Partial<RegisterKnown> = {}): readonly RowVerdict[] =>
  judgeRegister({ headings: HEADINGS, lines: parts.map((part, index) => ({ line: index + 2, cells: cellsOf(part), formulas: part.formulas ?? [] })) }, MAPPING, { ...KNOWN, ...known });
const sayAll = ({ line, problems }: RowVerdict): readonly string[] =>
  problems.filter(({ problem }) => !isNote(problem)).map((problem) => sayRowProblem({ line, heading: HEADINGS[MAPPING[problem.column]!]!, lang: 'th', problem }));

const BROKEN: readonly (readonly [why: string, part: Part, column: RegisterImportColumn, problem: RowProblemKind])[] = [
  ['no number', { no: '' }, 'no', 'required'],
  ['a word for a number', { no: 'ไม่ทราบ' }, 'no', 'notNumber'],
  ['a sign for a number', { no: '-' }, 'no', 'notNumber'],
  ['a run of numbers', { no: '12-15' }, 'no', 'range'],
  ['a run in words', { no: '๑๒ ถึง ๑๕' }, 'no', 'range'],
  ['two numbers', { no: '12, 13' }, 'no', 'severalNumbers'],
  ['number zero', { no: '0' }, 'no', 'zero'],
  ['a number below zero', { no: '-5' }, 'no', 'negative'],
  ['too many digits', { no: '1234567' }, 'no', 'numberTooLarge'],
  ['a fraction', { no: '12.345' }, 'no', 'fraction'],
  ['a version', { no: '1.2.3' }, 'no', 'fraction'],
  ['a number that the spreadsheet shortened', { no: '1.23E+05' }, 'no', 'fraction'],
  ['a date for a number', { no: '15/9/2561' }, 'no', 'isDate'],
  ['a date that the spreadsheet made of a number', { no: '2018-12-01' }, 'no', 'isDate'],
  ['a number of another year', { no: '123/2560' }, 'no', 'otherYear'],
  ['a number that cannot be told', { no: '12/ก/4' }, 'no', 'numberUnclear'],
  ['a formula for a number', { formulas: [0] }, 'no', 'formula'],
  ['an error for a number', { no: '#REF!' }, 'no', 'errorValue'],
  ['the sign "as above" for a number', { no: '"' }, 'no', 'noWords'],
  ['30 February', { entryDate: '30 ก.พ. 61' }, 'entryDate', 'noSuchDay'],
  ['30 February in figures, of the letter', { letterDate: '30/2/2561' }, 'letterDate', 'noSuchDay'],
  ['31 April', { entryDate: '31 เม.ย. 2561' }, 'entryDate', 'noSuchDay'],
  ['29 February of no leap year', { entryDate: '29 กุมภาพันธ์ 2561' }, 'entryDate', 'noSuchDay'],
  ['day nought', { letterDate: '0/9/2561' }, 'letterDate', 'noSuchDay'],
  ['month 13', { entryDate: '9/13/2561' }, 'entryDate', 'noSuchMonth'],
  ['a month that is none', { letterDate: '5 กพพ. 61' }, 'letterDate', 'noSuchMonth'],
  ['year 2469', { letterDate: '12 ก.ย. 2469' }, 'letterDate', 'yearUnlikely'],
  ['year 2469 of the entry', { entryDate: '15/9/2469' }, 'entryDate', 'notInYear'],
  ['a year far ahead', { letterDate: '12 ก.ย. 2651' }, 'letterDate', 'yearUnlikely'],
  ['a year of three digits', { letterDate: '12/9/256' }, 'letterDate', 'dateUnreadable'],
  ['an entry of the year before', { entryDate: '15 ก.ย. 60' }, 'entryDate', 'notInYear'],
  ['no year on the letter', { letterDate: '12 ก.ย.' }, 'letterDate', 'noYear'],
  ['words for a date', { entryDate: 'ปลายปี' }, 'entryDate', 'dateUnreadable'],
  ['two dates', { letterDate: '12/9/2561 และ 13/9/2561' }, 'letterDate', 'twoDates'],
  ['a formula for a date', { formulas: [3] }, 'letterDate', 'formula'],
  ['an error for a date', { entryDate: '#VALUE!' }, 'entryDate', 'errorValue'],
  ['no subject', { subject: '' }, 'subject', 'required'],
  ['nothing but a line for a subject', { subject: '----' }, 'subject', 'noWords'],
  ['nothing but figures for a subject', { subject: '12345' }, 'subject', 'noWords'],
  ['the sign "as above" for a subject', { subject: '〃' }, 'subject', 'noWords'],
  ['a subject in a wrong code page', { subject: 'à¸‚à¸­' }, 'subject', 'garbled'],
  ['letters that are lost', { from: '?????' }, 'from', 'garbled'],
  ['a picture in the subject', { subject: 'ขอเชิญ 😀' }, 'subject', 'notPrintable'],
  ['a subject of a thousand letters and more', { subject: 'ก'.repeat(1_001) }, 'subject', 'tooLong'],
  ['a sender of a page', { from: 'ก'.repeat(301) }, 'from', 'tooLong'],
  ['a letter number of a page', { letterNo: 'ก'.repeat(121) }, 'letterNo', 'tooLong'],
  ['an error for a sender', { from: '#N/A' }, 'from', 'errorValue'],
  ['a formula for a subject', { formulas: [6] }, 'subject', 'formula'],
  ['the sign "as above" with nothing above', { from: '"' }, 'from', 'nothingAbove'],
  ['a row that has shifted', { extra: 'เกินมา' }, 'remark', 'extraCells'],
  ['the headings once more', Object.fromEntries(Object.keys(GOOD).map((column, place) => [column, HEADINGS[place]!])), 'no', 'headingAgain'],
  ['a sum', { no: 'รวม 50 ฉบับ', subject: '' }, 'no', 'sumLine'],
];

test('there are fifty kinds of broken rows', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(50);
});

test.each(BROKEN)('%s is not taken, and is told by row and column', (_why, part, column, problem) => {
  const [verdict] = judge([part]);
  expect(verdict).toMatchObject({ status: 'error', entry: null });
  expect(verdict!.problems.filter((each) => !isNote(each.problem)).map((each) => [each.column, each.problem])).toEqual([[column, problem]]);
  const [said] = sayAll(verdict!);
  expect(said).toContain(`แถวที่ 2 คอลัมน์ “${HEADINGS[MAPPING[column]!]}”: `);
  expect(said).not.toMatch(/[{}]|undefined/);
});

test('the words say what stood there', () => {
  expect(sayAll(judge([{ letterDate: '30 ก.พ. ๖๑' }])[0]!)).toEqual(['แถวที่ 2 คอลัมน์ “ลงวันที่”: ไม่มีวันที่ “30 ก.พ. ๖๑” ในปฏิทิน']);
  expect(sayAll(judge([{ letterDate: '12 ก.ย. 2469' }])[0]!)).toEqual(['แถวที่ 2 คอลัมน์ “ลงวันที่”: ปี พ.ศ. 2469 ห่างจากปีของทะเบียน (2561) เกินไป “12 ก.ย. 2469”']);
});

test('a number in two rows, one that was imported with other words, one of the system, and a day to come are told', () => {
  expect(judge([{ no: '7' }, { no: '๗' }, { no: '8' }]).map(({ status, problems }) => [status, problems[0]?.problem ?? null])).toEqual([['error', 'twice'], ['error', 'twice'], ['take', null]]);
  const there = judge([{}])[0]!.entry!;
  const earlier = new Map([['123', there]]);
  expect(judge([{}], { earlier })[0]).toMatchObject({ status: 'same', entry: null });
  expect(judge([{ subject: 'อื่น' }], { earlier })[0]).toMatchObject({ status: 'error', problems: [{ problem: 'taken' }] });
  expect(judge([{ no: '500' }, { no: '501' }], { firstLiveNo: 501 }).map(({ status }) => status)).toEqual(['take', 'error']);
  expect(judge([{ entryDate: '15 ก.ย. 61' }], { today: '2018-09-14' })[0]!.problems).toMatchObject([{ column: 'entryDate', problem: 'future' }]);
  expect(judge([{ no: '5', letterNo: 'มท 0307/6' }], { isIssuing: true })[0]!.problems).toMatchObject([{ column: 'letterNo', problem: 'numbersDiffer' }]);
});

const asTaken = (part: Part, known: Partial<RegisterKnown> = {}): EarlierEntry => {
  const [verdict] = judge([part], known);
  expect(verdict).toMatchObject({ status: 'take' });
  return verdict!.entry!;
};

test.each([
  ['15 ก.ย. 61'], ['๑๕ ก.ย. ๖๑'], ['15ก.ย.61'], ['15 กย 2561'], ['15 กันยา 61'], ['วันที่ 15 กันยายน พ.ศ. 2561'], ['15 เดือน กันยายน พ.ศ.2561'], ['15/9/61'], ['15/09/2561'], ['15-9-61'], ['15.9.2561'], ['15 / 9 / 61'],
  ['15/9/2018'], ['2018-09-15'], ['2561-09-15'], ['2018-09-15T00:00:00.000Z'], ['15 Sep 2018'], ['15-Sep-2018'], ['15 September 2018'], ['43358'], ['ลว. 15 ก.ย. 61'], ['15 ก.ย.'], ['15/9'],
])('%s is the fifteenth of September 2561', (said) => {
  expect(asTaken({ entryDate: said, letterDate: '' }).entryDate).toBe('2018-09-15');
});

test.each([['123', 123, ''], ['๑๒๓', 123, ''], ['0123', 123, ''], ['123.0', 123, ''], ['1,234', 1234, ''], ['123.1', 123, '.1'], ['๑๒๓ก', 123, 'ก'], ['123 ก', 123, 'ก'], ['รับที่ 123', 123, ''], ['เลขรับ ๑๒๓', 123, ''], ['123/2561', 123, ''], ['มท ๖๑๙/๒๕๖๑', 619, ''], ['มท 0201.2/ว 1590', 1590, ''], ['ว ๑๐', 10, '']])(
  '%s is number %d%s', (said, no, suffix) => {
    expect(readRegisterNo(said, 2561)).toMatchObject({ no, suffix });
  },
);

test('signs for "as above" say what stands above, also over several rows', () => {
  const rows = judge([{ no: '1' }, { no: '2', from: '"', entryDate: '〃' }, { no: '3', from: '"' }]);
  expect(rows.map(({ entry }) => [entry?.from, entry?.entryDate])).toEqual([['กรมการปกครอง', '2018-09-15'], ['กรมการปกครอง', '2018-09-15'], ['กรมการปกครอง', '2018-09-15']]);
});

test('a cancelled number needs no subject; a number squeezed in, and an order with a code, are taken with a note', () => {
  expect(asTaken({ subject: '', remark: 'ยกเลิก' })).toMatchObject({ isCancelled: true, subject: '' });
  expect(judge([{ no: '123.1' }])[0]).toMatchObject({ status: 'take', problems: [{ problem: 'inserted' }] });
  expect(judge([{ no: '', letterNo: 'มท ๖๑๙/๒๕๖๑' }], { isIssuing: true })[0]).toMatchObject({ status: 'take', entry: { no: 619, letterNo: 'มท ๖๑๙/๒๕๖๑' }, problems: [{ problem: 'stray' }] });
});

test('every field of an entry counts for whether it is the same', () => {
  const entry = asTaken({});
  for (const field of Object.keys(entry) as (keyof EarlierEntry)[]) expect(isSameEntry(entry, { ...entry, [field]: field === 'isCancelled' ? true : 'x' })).toBe(false);
});

test('headings are found below a title, in either language, and each is used once', () => {
  const table = [['ทะเบียนหนังสือรับ ปี 2561'], ['No.', 'Received date', 'Ref. No.', 'Dated', 'From', 'To', 'Subject'], ['1', '15/9/61', 'x', '', 'a', 'b', 'c']].map((cells, index) => ({ line: index + 1, cells, formulas: [] }));
  const { headings, lines } = findHeadings(table);
  expect(lines.map(({ line }) => line)).toEqual([3]);
  expect(guessMapping(headings)).toEqual({ no: 0, entryDate: 1, letterNo: 2, letterDate: 3, from: 4, to: 5, subject: 6, action: null, remark: null });
  expect(guessMapping(['ลำดับ', 'เลขทะเบียนรับ', 'วันที่ ', 'เลขที่หนังสือ', 'ลงวันที่', 'จาก (หน่วยงาน)', 'ชื่อเรื่อง', 'ผู้ปฏิบัติ'])).toEqual({ no: 1, entryDate: 2, letterNo: 3, letterDate: 4, from: 5, to: null, subject: 6, action: 7, remark: null });
});

test('a table without headings keeps every line, with letters above its columns', () => {
  expect(findHeadings([{ line: 1, cells: ['1', 'ก'], formulas: [] }])).toEqual({ headings: ['A', 'B'], lines: [{ line: 1, cells: ['1', 'ก'], formulas: [] }] });
  expect(isMappingUsable(guessMapping(['A', 'B']))).toBe(false);
});
