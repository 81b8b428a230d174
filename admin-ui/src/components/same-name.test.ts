import { isSameName } from './same-name';

test('names that differ in spaces and brackets alone read the same; others do not', () => {
  expect(isSameName('รองปลัดกระทรวง (คนที่ 2)', 'รองปลัดกระทรวง คนที่ 2')).toBe(true);
  expect(isSameName('รองปลัดกระทรวง (คนที่ 2)', 'รองปลัดกระทรวง (คนที่ 1)')).toBe(false);
});
