/**
 * The Office of the Permanent Secretary for Interior with its bureaus (ministerial regulation of 2553, reference §8.1). Letter
 * codes are those seen in real numbers or commonly known; a bureau without one prints the office's code until its own is entered.
 */
import { bookRulesOf, booksOf } from './books';
import { RECORDS_BEGIN, type OfficeSeed, type PostSeed, type UnitSeed } from './office-seed';

type Bureau = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly shortTh: string;
  readonly letterCode: string | null;
  readonly directorTh: string;
  readonly officerTh: string;
  readonly officerEn: string;
  readonly overseer: 'deputy-ps-1' | 'deputy-ps-2' | 'permanent-secretary';
};

const BUREAUS: readonly Bureau[] = [
  bureau('central', 'กองกลาง', 'Central Administration Division', 'กก.', '0201', 'deputy-ps-1', ['นักจัดการงานทั่วไป', 'General administration officer']),
  bureau('hr', 'กองการเจ้าหน้าที่', 'Personnel Division', 'กจ.', '0202', 'deputy-ps-1', ['นักทรัพยากรบุคคล', 'Human resource officer']),
  bureau('finance', 'กองคลัง', 'Finance Division', 'กค.', '0203', 'deputy-ps-1', ['นักวิชาการเงินและบัญชี', 'Finance and accounting officer']),
  bureau('foreign', 'กองการต่างประเทศ', 'Foreign Affairs Division', 'กต.', null, 'deputy-ps-2', ['นักวิเทศสัมพันธ์', 'Foreign relations officer']),
  bureau('information', 'กองสารนิเทศ', 'Public Relations Division', 'กสน.', null, 'deputy-ps-1', ['นักประชาสัมพันธ์', 'Public relations officer']),
  bureau('institute', 'สถาบันดำรงราชานุภาพ', 'Damrong Rajanupab Institute', 'สดร.', '0207', 'deputy-ps-2', ['นักทรัพยากรบุคคล', 'Training officer']),
  bureau('law', 'สำนักกฎหมาย', 'Law Bureau', 'สกม.', null, 'deputy-ps-1', ['นิติกร', 'Legal officer']),
  bureau('local-standards', 'สำนักงานคณะกรรมการมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น', 'Office of the Local Personnel Standards Commission', 'สน.ก.ถ.', null, 'deputy-ps-2', ['นักทรัพยากรบุคคล', 'Human resource officer']),
  bureau('inspection', 'สำนักตรวจราชการและเรื่องราวร้องทุกข์', 'Inspection and Grievance Bureau', 'สตร.', null, 'permanent-secretary', ['นักวิเคราะห์นโยบายและแผน', 'Policy and plan analyst']),
  bureau('ict', 'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร', 'Information and Communication Technology Centre', 'ศทส.', '0210', 'deputy-ps-2', ['นักวิชาการคอมพิวเตอร์', 'Computer officer']),
  bureau('policy', 'สำนักนโยบายและแผน', 'Policy and Planning Bureau', 'สนผ.', '0211', 'deputy-ps-2', ['นักวิเคราะห์นโยบายและแผน', 'Policy and plan analyst']),
  bureau('provincial-affairs', 'สำนักพัฒนาและส่งเสริมการบริหารราชการจังหวัด', 'Provincial Administration Development Bureau', 'สบจ.', '0212', 'deputy-ps-2', ['นักวิเคราะห์นโยบายและแผน', 'Policy and plan analyst']),
  bureau('internal-audit', 'กลุ่มตรวจสอบภายใน', 'Internal Audit Group', 'กตภ.', null, 'permanent-secretary', ['นักวิชาการตรวจสอบภายใน', 'Internal auditor']),
  bureau('system-development', 'กลุ่มพัฒนาระบบบริหาร', 'Public Sector Development Group', 'กพร.', null, 'permanent-secretary', ['นักวิเคราะห์นโยบายและแผน', 'Policy and plan analyst']),
];

const UNITS: readonly UnitSeed[] = [
  { code: 'executive', parent: null, nameTh: 'สำนักงานปลัดกระทรวงมหาดไทย', nameEn: 'Office of the Permanent Secretary', shortTh: 'สป.มท.', letterCode: null },
  ...BUREAUS.map(({ code, nameTh, nameEn, shortTh, letterCode }): UnitSeed => ({ code, parent: 'executive', nameTh, nameEn, shortTh, letterCode })),
  // The ICT Centre has sections of its own; the two groups under the Permanent Secretary are too small for any.
  ...BUREAUS.filter(hasGeneralSection).map(({ code, nameEn, shortTh, letterCode }): UnitSeed => ({
    code: `${code}-general`, parent: code, nameTh: `ฝ่ายบริหารทั่วไป ${shortTh}`, nameEn: `${nameEn}, general administration`, shortTh: `ฝบท.${shortTh}`,
    letterCode: letterCode === null ? null : `${letterCode}.${code === 'central' ? 2 : 1}`,
  })),
  { code: 'registry', parent: 'central', nameTh: 'กลุ่มงานสารบรรณ กองกลาง', nameEn: 'Central registry', shortTh: 'สารบรรณกลาง', letterCode: '0201.1' },
  { code: 'ict-general', parent: 'ict', nameTh: 'ฝ่ายบริหารทั่วไป ศทส.', nameEn: 'ICT Centre, general administration', shortTh: 'ฝบท.ศทส.', letterCode: '0210.1' },
  { code: 'ict-systems', parent: 'ict', nameTh: 'กลุ่มงานพัฒนาระบบสารสนเทศ ศทส.', nameEn: 'ICT Centre, systems development', shortTh: 'กพส.ศทส.', letterCode: '0210.2' },
  { code: 'ict-network', parent: 'ict', nameTh: 'กลุ่มงานระบบเครือข่ายและการสื่อสาร ศทส.', nameEn: 'ICT Centre, networks and communication', shortTh: 'กคส.ศทส.', letterCode: '0210.3' },
];

const overseenBy = (post: string): readonly string[] => BUREAUS.filter(({ overseer }) => overseer === post).map(({ code }) => code);

const EXECUTIVES: readonly PostSeed[] = [
  {
    code: 'permanent-secretary', unit: 'executive', titleTh: 'ปลัดกระทรวงมหาดไทย', titleEn: 'Permanent Secretary for Interior', superior: null,
    roles: ['head'], isUnitHead: true, oversees: overseenBy('permanent-secretary'), login: 'permanent-secretary',
    personTh: 'ปลัดกระทรวงมหาดไทย', personEn: 'Permanent Secretary for Interior', clearance: 'top_secret',
  },
  ...(['1', '2'] as const).map((no): PostSeed => ({
    code: `deputy-ps-${no}`, unit: 'executive',
    titleTh: `รองปลัดกระทรวงมหาดไทย (คนที่ ${no})`, titleEn: `Deputy Permanent Secretary ${no}`, superior: 'permanent-secretary',
    roles: ['head'], oversees: overseenBy(`deputy-ps-${no}`), login: `deputy-ps-${no}`,
    personTh: `รองปลัดกระทรวงมหาดไทย คนที่ ${no}`, personEn: `Deputy Permanent Secretary ${no}`, clearance: 'secret',
  })),
  {
    code: 'inspector', unit: 'inspection', titleTh: 'ผู้ตรวจราชการกระทรวงมหาดไทย', titleEn: 'Inspector-General', superior: 'permanent-secretary',
    roles: ['inspector'], login: 'inspector', personTh: 'ผู้ตรวจราชการกระทรวงมหาดไทย', personEn: 'Inspector-General', clearance: 'secret',
  },
];

const bureauPosts = (unit: Bureau): readonly PostSeed[] => [
  {
    code: `${unit.code}-director`, unit: unit.code, titleTh: unit.directorTh, titleEn: `Director, ${unit.nameEn}`, superior: unit.overseer,
    // Two owners of the routes: what one has drawn the other approves.
    roles: unit.code === 'central' ? ['head', 'supervisor', 'process_owner'] : unit.code === 'ict' ? ['head', 'process_owner'] : ['head'], isUnitHead: true,
    login: `${unit.code}.director`, personTh: unit.directorTh, personEn: `Director, ${unit.nameEn}`, clearance: 'confidential',
  },
  {
    code: `${unit.code}-clerk`, unit: unit.code, titleTh: `เจ้าพนักงานธุรการ ${unit.shortTh}`, titleEn: `Clerk, ${unit.nameEn}`, superior: `${unit.code}-director`,
    roles: ['clerk'], login: `${unit.code}.clerk`, personTh: `เจ้าหน้าที่ธุรการ ${unit.shortTh}`, personEn: `Clerk, ${unit.nameEn}`,
  },
  ...generalSection(unit),
];

const SECTION_POSTS: readonly PostSeed[] = [
  {
    code: 'registry-head', unit: 'registry', titleTh: 'หัวหน้ากลุ่มงานสารบรรณ', titleEn: 'Head of the central registry', superior: 'central-director',
    roles: ['head', 'supervisor', 'office_admin'], isUnitHead: true, login: 'registry.head',
    personTh: 'หัวหน้ากลุ่มงานสารบรรณ กองกลาง', personEn: 'Head of the central registry',
  },
  {
    code: 'registry-clerk', unit: 'registry', titleTh: 'เจ้าพนักงานธุรการ กลุ่มงานสารบรรณ', titleEn: 'Clerk of the central registry', superior: 'registry-head',
    roles: ['clerk'], login: 'registry.clerk', personTh: 'เจ้าหน้าที่สารบรรณกลาง กองกลาง', personEn: 'Clerk of the central registry',
  },
  {
    code: 'secret-registrar', unit: 'registry', titleTh: 'นายทะเบียนข้อมูลข่าวสารลับ สำนักงานปลัดกระทรวงมหาดไทย', titleEn: 'Secret registrar', superior: 'central-director',
    roles: ['secret_registrar'], login: 'registry.secret', personTh: 'นายทะเบียนข้อมูลข่าวสารลับ สป.มท.', personEn: 'Secret registrar', clearance: 'top_secret',
  },
  sectionHead('ict-systems', 'หัวหน้ากลุ่มงานพัฒนาระบบสารสนเทศ', 'Head of systems development', 'ict.section-head'),
  sectionHead('ict-network', 'หัวหน้ากลุ่มงานระบบเครือข่ายและการสื่อสาร', 'Head of networks and communication', 'ict.network-head'),
  { ...officer('ict', 'ict-systems', 'นักวิชาการคอมพิวเตอร์ ศทส.', 'Computer officer, ICT Centre', 'ict-systems-head'), personTh: 'เจ้าหน้าที่ ศทส.', personEn: 'Officer of the ICT Centre' },
  {
    code: 'ict-network-officer', unit: 'ict-network', titleTh: 'นักวิชาการคอมพิวเตอร์ กลุ่มงานระบบเครือข่ายและการสื่อสาร', titleEn: 'Computer officer, networks', superior: 'ict-network-head',
    roles: ['officer'], login: 'ict.network-officer', personTh: 'เจ้าหน้าที่ระบบเครือข่าย ศทส.', personEn: 'Network officer of the ICT Centre',
  },
  {
    code: 'system-admin', unit: 'ict-network', titleTh: 'ผู้ดูแลระบบสารบรรณอิเล็กทรอนิกส์', titleEn: 'System administrator', superior: 'ict-network-head',
    roles: ['system_admin'], login: 'admin', personTh: 'ผู้ดูแลระบบสารบรรณอิเล็กทรอนิกส์', personEn: 'System administrator',
  },
];

const BOOKS = booksOf({
  officeTh: 'สำนักงานปลัดกระทรวงมหาดไทย',
  officeEn: 'Office of the Permanent Secretary',
  registries: UNITS.filter(({ parent }) => parent === 'executive'),
  orderPosts: [{ code: 'permanent-secretary', titleTh: 'สำนักงานปลัดกระทรวงมหาดไทย', titleEn: 'Permanent Secretary' }],
});

export const OPS: OfficeSeed = {
  code: 'ops',
  kind: 'central',
  parent: null,
  nameTh: 'สำนักงานปลัดกระทรวงมหาดไทย',
  nameEn: 'Office of the Permanent Secretary for Interior',
  shortTh: 'สป.มท.',
  agencyCode: 'มท',
  unitCode: '0201',
  headTitleTh: 'ปลัดกระทรวงมหาดไทย',
  addressTh: 'ถนนอัษฎางค์ เขตพระนคร\nกรุงเทพมหานคร 10200',
  provinceIso: null,
  isLinked: true,
  isTemplate: true,
  pilotWave: null,
  validFrom: RECORDS_BEGIN,
  fallbackPost: 'registry-head',
  secretRegistrarPost: 'secret-registrar',
  processOwnerPost: 'central-director',
  registryUnit: 'registry',
  units: UNITS,
  posts: [...EXECUTIVES, ...BUREAUS.flatMap(bureauPosts), ...SECTION_POSTS],
  successions: [
    { post: 'permanent-secretary', successors: ['deputy-ps-1', 'deputy-ps-2'] },
    { post: 'deputy-ps-1', successors: ['deputy-ps-2'] },
    { post: 'deputy-ps-2', successors: ['deputy-ps-1'] },
    { post: 'ict-director', successors: ['ict-systems-head', 'ict-network-head'] },
    { post: 'central-director', successors: ['registry-head'] },
    { post: 'ict-systems-head', successors: ['ict-network-head'] },
  ],
  books: BOOKS,
  bookRules: bookRulesOf(BOOKS),
};

function hasGeneralSection({ code, nameTh }: Pick<Bureau, 'code' | 'nameTh'>): boolean {
  return code !== 'ict' && !nameTh.startsWith('กลุ่ม');
}

function generalSection(unit: Bureau): readonly PostSeed[] {
  if (unit.code === 'ict') return [];
  const officerTitles = [`${unit.officerTh} ${unit.shortTh}`, `${unit.officerEn}, ${unit.nameEn}`] as const;
  if (!hasGeneralSection(unit)) return [officer(unit.code, unit.code, ...officerTitles, `${unit.code}-director`)];
  const section = `${unit.code}-general`;
  const titleTh = `หัวหน้าฝ่ายบริหารทั่วไป ${unit.shortTh}`;
  const titleEn = `Head of general administration, ${unit.nameEn}`;
  return [
    {
      code: `${section}-head`, unit: section, titleTh, titleEn, superior: `${unit.code}-director`, roles: ['head'], isUnitHead: true,
      login: `${unit.code}.section-head`, personTh: titleTh, personEn: titleEn,
    },
    officer(unit.code, section, ...officerTitles, `${section}-head`),
  ];
}

function bureau(
  code: string, nameTh: string, nameEn: string, shortTh: string, letterCode: string | null, overseer: Bureau['overseer'],
  [officerTh, officerEn]: readonly [string, string],
): Bureau {
  const directorTh = nameTh.startsWith('กลุ่ม') ? `หัวหน้า${nameTh}` : `ผู้อำนวยการ${nameTh}`;
  return { code, nameTh, nameEn, shortTh, letterCode, directorTh, officerTh, officerEn, overseer };
}

function officer(prefix: string, unit: string, titleTh: string, titleEn: string, superior: string): PostSeed {
  return { code: `${prefix}-officer`, unit, titleTh, titleEn, superior, roles: ['officer'], login: `${prefix}.officer`, personTh: titleTh, personEn: titleEn };
}

function sectionHead(unit: string, titleTh: string, titleEn: string, login: string): PostSeed {
  return {
    code: `${unit}-head`, unit, titleTh, titleEn, superior: 'ict-director', roles: ['head'], isUnitHead: true,
    login, personTh: `${titleTh} ศทส.`, personEn: titleEn,
  };
}
