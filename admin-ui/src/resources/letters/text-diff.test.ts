import { diffWords } from './text-diff';

const marked = (before: string, after: string): string => diffWords(before, after).map(({ text, change }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[change]).join('');

test('a changed Thai word is marked alone', () => {
  expect(marked('ขอให้จังหวัดรายงานผล', 'ขอให้อำเภอรายงานผล')).toBe('ขอให้[-จังหวัด][+อำเภอ]รายงานผล');
});

test('equal texts have no marks, an empty one is wholly added', () => {
  expect([marked('เรื่องเดิม', 'เรื่องเดิม'), marked('', 'ใหม่'), marked('', '')]).toEqual(['เรื่องเดิม', '[+ใหม่]', '']);
});

test('both texts can be read back from the marks, also when they are very long', () => {
  const before = Array.from({ length: 5_000 }, (_, at) => `บรรทัดที่ ${at}\n`).join('');
  const after = before.replace('บรรทัดที่ 4000\n', 'บรรทัดใหม่\n');
  const parts = diffWords(before, after);
  expect(parts.filter(({ change }) => change !== 'added').map(({ text }) => text).join('')).toBe(before);
  expect(parts.filter(({ change }) => change !== 'removed').map(({ text }) => text).join('')).toBe(after);
});
