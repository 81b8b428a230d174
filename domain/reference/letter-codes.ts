/**
 * Codes at the head of a letter number (R26, annex 1): two consonants for the ministry or the province, then four digits for
 * the unit that owns the matter (five for a local body). Codes change by law: letters keep the number they were given, and
 * the units of an installation carry codes of their own with dates; this list helps to read what comes from outside.
 */
import { PROVINCES } from './provinces';

export type Ministry = { readonly code: string; readonly nameTh: string };

export const MINISTRIES: readonly Ministry[] = [
  { code: 'นร', nameTh: 'สำนักนายกรัฐมนตรี' },
  { code: 'กห', nameTh: 'กระทรวงกลาโหม' },
  { code: 'กค', nameTh: 'กระทรวงการคลัง' },
  { code: 'กต', nameTh: 'กระทรวงการต่างประเทศ' },
  { code: 'กก', nameTh: 'กระทรวงการท่องเที่ยวและกีฬา' },
  { code: 'พม', nameTh: 'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์' },
  { code: 'อว', nameTh: 'กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม' },
  { code: 'กษ', nameTh: 'กระทรวงเกษตรและสหกรณ์' },
  { code: 'คค', nameTh: 'กระทรวงคมนาคม' },
  { code: 'ดศ', nameTh: 'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม' },
  { code: 'ทส', nameTh: 'กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม' },
  { code: 'พน', nameTh: 'กระทรวงพลังงาน' },
  { code: 'พณ', nameTh: 'กระทรวงพาณิชย์' },
  { code: 'มท', nameTh: 'กระทรวงมหาดไทย' },
  { code: 'ยธ', nameTh: 'กระทรวงยุติธรรม' },
  { code: 'รง', nameTh: 'กระทรวงแรงงาน' },
  { code: 'วธ', nameTh: 'กระทรวงวัฒนธรรม' },
  { code: 'ศธ', nameTh: 'กระทรวงศึกษาธิการ' },
  { code: 'สธ', nameTh: 'กระทรวงสาธารณสุข' },
  { code: 'อก', nameTh: 'กระทรวงอุตสาหกรรม' },
];

/** Consonants of the Ministry of Interior. */
export const INTERIOR_CODE = 'มท';

/** Departments of the Ministry of Interior: the first two digits of its unit codes. */
export const INTERIOR_DEPARTMENTS: { readonly [firstTwo: string]: string } = {
  '01': 'สำนักงานรัฐมนตรี',
  '02': 'สำนักงานปลัดกระทรวงมหาดไทย',
  '03': 'กรมการปกครอง',
  '04': 'กรมการพัฒนาชุมชน',
  '05': 'กรมที่ดิน',
  '06': 'กรมป้องกันและบรรเทาสาธารณภัย',
  '07': 'กรมโยธาธิการและผังเมือง',
  '08': 'กรมส่งเสริมการปกครองท้องถิ่น',
};

/** Units of the Office of the Permanent Secretary for Interior; 0201 and 0203 were seen in print, the rest is practice. */
export const OPS_UNITS: { readonly [unitCode: string]: string } = {
  '0201': 'กองกลาง',
  '0202': 'กองการเจ้าหน้าที่',
  '0203': 'กองคลัง',
  '0207': 'สถาบันดำรงราชานุภาพ',
  '0210': 'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร',
  '0211': 'สำนักนโยบายและแผน',
  '0212': 'สำนักพัฒนาและส่งเสริมการบริหารราชการจังหวัด',
};

/** Unit code of a provincial office (สำนักงานจังหวัด). */
export const PROVINCE_OFFICE_UNIT = '0017';

/** Offices of a province whose code begins with 00. */
export const PROVINCE_UNITS: { readonly [unitCode: string]: string } = {
  [PROVINCE_OFFICE_UNIT]: 'สำนักงานจังหวัด',
  '0018': 'ที่ทำการปกครองจังหวัด',
  '0019': 'สำนักงานพัฒนาชุมชนจังหวัด',
  '0020': 'สำนักงานที่ดินจังหวัด',
  '0021': 'สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด',
  '0022': 'สำนักงานโยธาธิการและผังเมืองจังหวัด',
  '0023': 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด',
};

export type CodeLevel = 'central' | 'province' | 'district' | 'local' | 'unknown';

/** What the codes of a letter number tell about where it comes from; a name is null where the lists do not have it. */
export type CodeReading = {
  readonly level: CodeLevel;
  /** Ministry or province. */
  readonly agencyTh: string | null;
  readonly unitTh: string | null;
};

/** Reads the codes of a letter number. Never refuses: unknown codes are read as `unknown` without names. */
export function readCodes(agencyCode: string, unitCode: string): CodeReading {
  const ministry = MINISTRIES.find(({ code }) => code === agencyCode);
  if (ministry) return { level: 'central', agencyTh: ministry.nameTh, unitTh: centralUnit(agencyCode, unitCode) };
  const province = PROVINCES.find(({ letterCode }) => letterCode === agencyCode);
  if (!province) return { level: 'unknown', agencyTh: null, unitTh: null };
  const agencyTh = province.hasProvinceOffice ? `จังหวัด${province.nameTh}` : province.nameTh;
  if (unitCode.length === 5) return { level: 'local', agencyTh, unitTh: localBody(unitCode) };
  if (unitCode.startsWith('00')) return { level: 'province', agencyTh, unitTh: province.hasProvinceOffice ? (PROVINCE_UNITS[unitCode] ?? null) : null };
  return { level: 'district', agencyTh, unitTh: null };
}

function centralUnit(agencyCode: string, unitCode: string): string | null {
  if (agencyCode !== INTERIOR_CODE) return null;
  return OPS_UNITS[unitCode] ?? INTERIOR_DEPARTMENTS[unitCode.slice(0, 2)] ?? null;
}

function localBody(unitCode: string): string | null {
  if (unitCode.startsWith('51')) return 'องค์การบริหารส่วนจังหวัด';
  if (unitCode.startsWith('7')) return 'องค์การบริหารส่วนตำบล';
  return unitCode.startsWith('5') ? 'เทศบาล' : null;
}
