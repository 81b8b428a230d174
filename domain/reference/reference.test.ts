import { NATIONAL_HOLIDAYS } from './holidays';
import { provinceGroupsOn } from './province-groups';
import { PROVINCES } from './provinces';

test('77 areas have 77 different letter codes, and 76 of them a provincial office', () => {
  expect(new Set(PROVINCES.map(({ letterCode }) => letterCode)).size).toBe(77);
  expect(PROVINCES.filter(({ hasProvinceOffice }) => hasProvinceOffice)).toHaveLength(76);
});

test('wave 1 is exactly the 18 lead provinces of the cabinet resolution', () => {
  expect(provinceGroupsOn('2008-01-15').map(({ lead }) => lead.nameTh)).toEqual([
    'พระนครศรีอยุธยา', 'ลพบุรี', 'ฉะเชิงเทรา', 'นครปฐม', 'เพชรบุรี', 'สุราษฎร์ธานี', 'ภูเก็ต', 'สงขลา', 'ชลบุรี', 'อุดรธานี', 'สกลนคร',
    'อุบลราชธานี', 'ขอนแก่น', 'นครราชสีมา', 'เชียงใหม่', 'เชียงราย', 'พิษณุโลก', 'นครสวรรค์',
  ]);
});

test('before the resolution there are no groups', () => {
  expect(provinceGroupsOn('2008-01-14')).toEqual([]);
});

test('no holiday stands twice, and each day in lieu is a working weekday', () => {
  const days = NATIONAL_HOLIDAYS.map(({ day }) => day);
  expect(new Set(days).size).toBe(days.length);
  for (const { day } of NATIONAL_HOLIDAYS.filter(({ kind }) => kind === 'substitute')) {
    expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  }
});
