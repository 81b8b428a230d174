/** The checks of the published lists that the data here was taken from. */
import { isWorkingDay } from '../calendar/calendar';
import { addDays, isCivilDate, weekdayOf } from '../thai/dates';
import { NATIONAL_HOLIDAYS } from './holidays';
import { INTERIOR_CODE, MINISTRIES, OPS_UNITS, PROVINCE_OFFICE_UNIT, PROVINCE_UNITS, readCodes } from './letter-codes';
import { holidaysKnown, nationalCalendar } from './national-calendar';
import { PROVINCES } from './provinces';

const count = (region: string) => PROVINCES.filter((row) => row.region === region).length;

describe('provinces', () => {
  test('there are 77 areas, each with its own ISO code, names and letter code of two consonants', () => {
    expect(PROVINCES).toHaveLength(77);
    for (const key of ['iso', 'nameTh', 'nameEn', 'letterCode'] as const) expect(new Set(PROVINCES.map((row) => row[key])).size).toBe(77);
    for (const { letterCode, iso } of PROVINCES) {
      expect(letterCode).toMatch(/^[ก-ฮ]{2}$/);
      expect(iso).toMatch(/^TH-\d\d$/);
    }
  });

  test('26 are central, 20 north-eastern, 17 northern and 14 southern, as the first ISO digit says', () => {
    const regions = { '1': 'central', '2': 'central', '7': 'central', '3': 'northeast', '4': 'northeast', '5': 'north', '6': 'north', '8': 'south', '9': 'south' };
    expect(['central', 'northeast', 'north', 'south'].map(count)).toEqual([26, 20, 17, 14]);
    for (const { iso, region } of PROVINCES) expect(regions).toHaveProperty(iso.charAt(3), region);
  });

  test('the pilots are numbered 1 to 18, and neither Bangkok nor Nan is one', () => {
    const pilots = PROVINCES.flatMap(({ pilot }) => (pilot === null ? [] : [pilot]));
    expect(pilots.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(PROVINCES.filter(({ nameTh }) => ['กรุงเทพมหานคร', 'น่าน'].includes(nameTh)).map(({ pilot }) => pilot)).toEqual([null, null]);
  });

  test('only Bangkok has no provincial office, and only Bueng Kan is young', () => {
    expect(PROVINCES.filter(({ hasProvinceOffice }) => !hasProvinceOffice).map(({ iso }) => iso)).toEqual(['TH-10']);
    expect(PROVINCES.flatMap(({ nameTh, effectiveFrom }) => (effectiveFrom ? [[nameTh, effectiveFrom]] : []))).toEqual([['บึงกาฬ', '2011-03-23']]);
  });
});

describe('letter codes', () => {
  test('the 20 ministries have 20 different codes, none of them a province', () => {
    const codes = MINISTRIES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(20);
    expect(PROVINCES.filter(({ letterCode }) => codes.includes(letterCode))).toEqual([]);
    expect(codes).toContain(INTERIOR_CODE);
  });

  test('unit codes have four digits; those of OPS begin with 02, those of a province with 00', () => {
    for (const code of Object.keys(OPS_UNITS)) expect(code).toMatch(/^02\d\d$/);
    for (const code of Object.keys(PROVINCE_UNITS)) expect(code).toMatch(/^00\d\d$/);
    expect(PROVINCE_UNITS).toHaveProperty(PROVINCE_OFFICE_UNIT, 'สำนักงานจังหวัด');
  });

  test.each([
    ['มท', '0210', { level: 'central', agencyTh: 'กระทรวงมหาดไทย', unitTh: 'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร' }],
    ['มท', '0808', { level: 'central', agencyTh: 'กระทรวงมหาดไทย', unitTh: 'กรมส่งเสริมการปกครองท้องถิ่น' }],
    ['นร', '0504', { level: 'central', agencyTh: 'สำนักนายกรัฐมนตรี', unitTh: null }],
    ['ลบ', '0017', { level: 'province', agencyTh: 'จังหวัดลพบุรี', unitTh: 'สำนักงานจังหวัด' }],
    ['ลบ', '0099', { level: 'province', agencyTh: 'จังหวัดลพบุรี', unitTh: null }],
    ['ลบ', '0118', { level: 'district', agencyTh: 'จังหวัดลพบุรี', unitTh: null }],
    ['ลบ', '51001', { level: 'local', agencyTh: 'จังหวัดลพบุรี', unitTh: 'องค์การบริหารส่วนจังหวัด' }],
    ['ลบ', '52102', { level: 'local', agencyTh: 'จังหวัดลพบุรี', unitTh: 'เทศบาล' }],
    ['ลบ', '71501', { level: 'local', agencyTh: 'จังหวัดลพบุรี', unitTh: 'องค์การบริหารส่วนตำบล' }],
    ['กท', '0017', { level: 'province', agencyTh: 'กรุงเทพมหานคร', unitTh: null }],
    ['ฮฮ', '0017', { level: 'unknown', agencyTh: null, unitTh: null }],
  ])('%s %s is read', (agency, unit, expected) => {
    expect(readCodes(agency, unit)).toEqual(expected);
  });
});

describe('holidays', () => {
  const substitutes = NATIONAL_HOLIDAYS.filter(({ kind }) => kind === 'substitute');

  test('every day is a real date, stands once, and the list is in order', () => {
    const days = NATIONAL_HOLIDAYS.map(({ day }) => day);
    expect(days.every((day) => isCivilDate(day))).toBe(true);
    expect(days).toEqual([...new Set(days)].toSorted());
  });

  test('each annual holiday on a weekend has one day in lieu on the next day that is neither weekend nor holiday', () => {
    const weekends = NATIONAL_HOLIDAYS.filter(({ kind, day }) => kind === 'annual' && [0, 6].includes(weekdayOf(day)));
    const otherHolidays = new Set(NATIONAL_HOLIDAYS.filter(({ kind }) => kind !== 'substitute').map(({ day }) => day));
    const expected = weekends.map(({ day }) => {
      let next = addDays(day, 1);
      while ([0, 6].includes(weekdayOf(next)) || otherHolidays.has(next)) next = addDays(next, 1);
      return next;
    });
    expect(substitutes.map(({ day }) => day)).toEqual(expected);
  });

  test('neither 1 May nor Children’s Day is in the list of government offices', () => {
    expect(NATIONAL_HOLIDAYS.filter(({ day }) => day.endsWith('-05-01') || ['2026-01-10', '2027-01-09'].includes(day))).toEqual([]);
  });

  test('2569 is confirmed, 2570 predicted, and of 2571 nothing is known', () => {
    expect([2569, 2570, 2571].map((year) => holidaysKnown(year))).toEqual(['confirmed', 'predicted', 'unknown']);
  });

  test('the calendar of offices has every holiday and says which are only predicted', () => {
    const calendar = nationalCalendar();
    expect(Object.keys(calendar.days)).toHaveLength(NATIONAL_HOLIDAYS.length);
    expect(calendar.days['2026-01-02']).toEqual({ kind: 'holiday', name: 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ', scope: 'national', isPredicted: false });
    expect(calendar.days['2027-02-22']).toMatchObject({ isPredicted: true });
    expect(isWorkingDay(calendar, '2026-07-30')).toBe(false);
    expect(isWorkingDay(calendar, '2026-07-31')).toBe(true);
  });
});
