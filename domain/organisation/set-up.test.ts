import { letterCodeFor, parentAmong, renamer } from './set-up';

const lopburi = { nameTh: 'สำนักงานจังหวัดลพบุรี', nameEn: 'Lopburi Provincial Office', shortTh: 'สนจ.ลพบุรี', headTitleTh: 'ผู้ว่าราชการจังหวัดลพบุรี' };
const trang = { nameTh: 'สำนักงานจังหวัดตรัง', nameEn: 'Trang Provincial Office', shortTh: 'สนจ.ตรัง', headTitleTh: 'ผู้ว่าราชการจังหวัดตรัง' };

test.each([
  ['รองผู้ว่าราชการจังหวัดลพบุรี (คนที่ 1)', 'รองผู้ว่าราชการจังหวัดตรัง (คนที่ 1)'],
  ['งานสารบรรณ สำนักงานจังหวัดลพบุรี', 'งานสารบรรณ สำนักงานจังหวัดตรัง'],
  ['จ.ลพบุรี', 'จ.ตรัง'],
  ['Governor of Lopburi', 'Governor of Trang'],
  ['กลุ่มงานอำนวยการ', 'กลุ่มงานอำนวยการ'],
])('words of one province become those of another: %s', (before, after) => {
  expect(renamer(lopburi, trang)(before)).toBe(after);
});

test('what was put in is not exchanged again, and signs of patterns are plain signs', () => {
  const rename = renamer({ nameTh: 'ก.(ข)', nameEn: '', shortTh: 'ข', headTitleTh: '' }, { nameTh: 'ข ใหม่', nameEn: 'New', shortTh: 'ค', headTitleTh: 'หัวหน้า' });
  expect(rename('ก.(ข) และ ข')).toBe('ข ใหม่ และ ค');
  expect(rename('กx(ข)')).toBe('กx(ค)');
});

test('a word for which the new office has none stays', () => {
  expect(renamer(lopburi, { ...trang, nameEn: '' })('Lopburi Provincial Office')).toBe('Lopburi Provincial Office');
  expect(renamer({ nameTh: '', nameEn: '', shortTh: '', headTitleTh: '' }, trang)('ลพบุรี')).toBe('ลพบุรี');
});

test.each([
  ['0201.2', '0017', '0017.2'], ['0201', '0017', '0017'], ['0210.1', '0017', null], ['0210', '0201', '0210'], [null, '0017', null],
])("a unit's code %s under %s becomes %s", (code, to, expected) => {
  expect(letterCodeFor(code, { from: '0201', to })).toBe(expected);
});

test('what was left out between two units is skipped, and a circle ends', () => {
  const nodes = [{ id: 'a', parentId: null }, { id: 'b', parentId: 'a' }, { id: 'c', parentId: 'b' }, { id: 'x', parentId: 'y' }, { id: 'y', parentId: 'x' }];
  expect(parentAmong(nodes, new Set(['a', 'c']), 'c')).toBe('a');
  expect(parentAmong(nodes, new Set(['c']), 'c')).toBeNull();
  expect(parentAmong(nodes, new Set(['x']), 'x')).toBeNull();
});
