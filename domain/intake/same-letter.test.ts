import { numberMatch, senderKey } from './same-letter';

test.each([
  ['มท ๐๒๑๐.๒/ว ๑๕', { key: 'มท0210.2/ว15', pattern: '%มท%0210.2/%ว%15%', isWhole: true }],
  ['ที่ มท0210.2/15', { key: 'มท0210.2/15', pattern: '%มท%0210.2/%15%', isWhole: true }],
  ['12/2569', { key: '12/2569', pattern: '%12/%2569%', isWhole: false }],
  ['100%_1', { key: '100%_1', pattern: '%100%\\%\\_%1%', isWhole: false }],
])('%p is looked for by %p', (no, match) => {
  expect(numberMatch(no)).toEqual(match);
});

test.each(['', 'ไม่มี', '-'])('%p is no number to look for', (no) => {
  expect(numberMatch(no)).toBeNull();
});

test('a sender is the same in whatever spelling', () => {
  expect(senderKey('สำนักงาน  ก.พ.')).toBe(senderKey('ส\u0e4dานักงาน ก.พ'));
});
