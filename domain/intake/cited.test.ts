import { parseCited, printCited } from './cited';

test.each([
  ['มท ๐๒๑๐.๒/๑๕ ลงวันที่ ๑ ต.ค. ๒๕๖๙', { letterNo: 'มท 0210.2/15', date: '2026-10-01' }],
  ['มท0210.2/ว15 ลว. 1/10/69', { letterNo: 'มท 0210.2/ว 15', date: '2026-10-01' }],
  ['ที่ ลบ 0017.2/9', { letterNo: 'ลบ 0017.2/9', date: null }],
  ['มท 0210/1 ลงวันที่ 30 ก.พ. 2569', { letterNo: 'มท 0210/1 ลงวันที่ 30 ก.พ. 2569', date: null }],
  ['หนังสือลับของกรม', { letterNo: 'หนังสือลับของกรม', date: null }],
])('%p', (line, cited) => {
  expect(parseCited(line)).toEqual(cited);
});

test('what is printed is read again as the same', () => {
  const cited = { letterNo: 'มท 0210.2/ว 15', date: '2026-10-01' };
  expect(parseCited(printCited(cited))).toEqual(cited);
});
