/**
 * Provincial offices (สำนักงานจังหวัด): each province has a row; only the 18 of wave 1 are linked and have units, posts and
 * books. The others are known, so that letters to them can be addressed, on paper or by e-mail.
 */
import { PROVINCES, type Province } from '#domain/reference/provinces';
import { bookRulesOf, booksOf } from './books';
import { RECORDS_BEGIN, type OfficeSeed, type PostSeed, type UnitSeed } from './office-seed';

/** Working groups of a provincial office, with the sub-code that their letters print. */
const GROUPS = [
  { code: 'general', sub: 1, nameTh: 'กลุ่มงานอำนวยการ', nameEn: 'General administration group', officerTh: 'นักจัดการงานทั่วไป', officerEn: 'General administration officer' },
  { code: 'strategy', sub: 2, nameTh: 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด', nameEn: 'Provincial development strategy group', officerTh: 'นักวิเคราะห์นโยบายและแผน', officerEn: 'Policy and plan analyst' },
  { code: 'ict', sub: 3, nameTh: 'กลุ่มงานข้อมูลสารสนเทศและการสื่อสาร', nameEn: 'Information and communication group', officerTh: 'นักวิชาการคอมพิวเตอร์', officerEn: 'Computer officer' },
  { code: 'hr', sub: 4, nameTh: 'กลุ่มงานบริหารทรัพยากรบุคคล', nameEn: 'Human resource group', officerTh: 'นักทรัพยากรบุคคล', officerEn: 'Human resource officer' },
] as const;

/** Capital districts that are not called 'เมือง' and the name of the province. */
const CAPITAL_DISTRICTS: { readonly [iso: string]: string } = { 'TH-14': 'พระนครศรีอยุธยา' };

/** Code of a province's office: 'lopburi'. */
export const provinceCode = ({ nameEn }: Province): string => nameEn.toLowerCase().replaceAll(/[^a-z]/g, '');

/** The province as which OPS lets the others begin. */
const TEMPLATE = 'lopburi';

function provinceOffice(province: Province): OfficeSeed {
  const isLinked = province.pilot !== null;
  const district = CAPITAL_DISTRICTS[province.iso] ?? `เมือง${province.nameTh}`;
  const head: OfficeSeed = {
    code: provinceCode(province),
    kind: 'province',
    parent: 'ops',
    nameTh: `สำนักงานจังหวัด${province.nameTh}`,
    nameEn: `${province.nameEn} Provincial Office`,
    shortTh: `สนจ.${province.nameTh}`,
    agencyCode: province.letterCode,
    unitCode: '0017',
    headTitleTh: `ผู้ว่าราชการจังหวัด${province.nameTh}`,
    addressTh: `ศาลากลางจังหวัด${province.nameTh}\nอำเภอ${district} จังหวัด${province.nameTh}`,
    provinceIso: province.iso,
    isLinked,
    isTemplate: provinceCode(province) === TEMPLATE,
    pilotWave: isLinked ? 1 : null,
    validFrom: province.effectiveFrom ?? RECORDS_BEGIN,
    fallbackPost: null,
    secretRegistrarPost: null,
    processOwnerPost: null,
    registryUnit: null,
    units: [],
    posts: [],
    successions: [],
    books: [],
    bookRules: [],
  };
  return isLinked ? withPeople(head, province) : head;
}

function withPeople(office: OfficeSeed, province: Province): OfficeSeed {
  const units = unitsOf(province);
  const books = booksOf({
    officeTh: office.nameTh,
    officeEn: office.nameEn,
    registries: units.filter(({ parent }) => parent === 'office'),
    orderPosts: [{ code: 'governor', titleTh: `จังหวัด${province.nameTh}`, titleEn: `Governor of ${province.nameEn}` }],
  });
  return {
    ...office,
    fallbackPost: 'general-head',
    secretRegistrarPost: 'secret-registrar',
    processOwnerPost: 'office-head',
    registryUnit: 'registry',
    units,
    posts: [...leaders(province), ...registryPosts(province), ...GROUPS.flatMap((group) => groupPosts(group, province))],
    successions: [
      { post: 'governor', successors: ['deputy-governor-1', 'deputy-governor-2'] },
      { post: 'office-head', successors: ['general-head', 'strategy-head'] },
      ...GROUPS.map(({ code }) => ({ post: `${code}-head`, successors: [`${code}-officer`] })),
    ],
    books,
    bookRules: bookRulesOf(books),
  };
}

const unitsOf = (province: Province): readonly UnitSeed[] => [
  { code: 'executive', parent: null, nameTh: `จังหวัด${province.nameTh}`, nameEn: `${province.nameEn} Province`, shortTh: `จ.${province.nameTh}`, letterCode: null },
  { code: 'office', parent: 'executive', nameTh: `สำนักงานจังหวัด${province.nameTh}`, nameEn: `${province.nameEn} Provincial Office`, shortTh: 'สนจ.', letterCode: '0017' },
  ...GROUPS.map(({ code, sub, nameTh, nameEn }): UnitSeed => ({ code, parent: 'office', nameTh, nameEn, shortTh: nameTh, letterCode: `0017.${sub}` })),
  { code: 'registry', parent: 'general', nameTh: `งานสารบรรณ สำนักงานจังหวัด${province.nameTh}`, nameEn: 'Registry', shortTh: 'งานสารบรรณ', letterCode: '0017.1' },
];

const leaders = (province: Province): readonly PostSeed[] => [
  {
    code: 'governor', unit: 'executive', titleTh: `ผู้ว่าราชการจังหวัด${province.nameTh}`, titleEn: `Governor of ${province.nameEn}`, superior: null,
    roles: ['head'], isUnitHead: true, login: 'governor', personTh: `ผู้ว่าราชการจังหวัด${province.nameTh}`, personEn: `Governor of ${province.nameEn}`, clearance: 'secret',
  },
  ...(['1', '2'] as const).map((no): PostSeed => ({
    code: `deputy-governor-${no}`, unit: 'executive',
    titleTh: `รองผู้ว่าราชการจังหวัด${province.nameTh} (คนที่ ${no})`, titleEn: `Deputy Governor ${no} of ${province.nameEn}`,
    superior: 'governor', roles: ['head'], oversees: no === '1' ? ['office', 'general', 'strategy'] : ['ict', 'hr'], login: `deputy-governor-${no}`,
    personTh: `รองผู้ว่าราชการจังหวัด${province.nameTh} คนที่ ${no}`, personEn: `Deputy Governor ${no} of ${province.nameEn}`, clearance: 'secret',
  })),
  {
    code: 'office-head', unit: 'office', titleTh: `หัวหน้าสำนักงานจังหวัด${province.nameTh}`, titleEn: `Head of the ${province.nameEn} Provincial Office`,
    superior: 'governor', roles: ['head', 'supervisor', 'process_owner'], isUnitHead: true, login: 'office-head',
    personTh: `หัวหน้าสำนักงานจังหวัด${province.nameTh}`, personEn: `Head of the ${province.nameEn} Provincial Office`, clearance: 'secret',
  },
];

const registryPosts = (province: Province): readonly PostSeed[] => [
  {
    code: 'registry-clerk', unit: 'registry', titleTh: `เจ้าพนักงานธุรการ สำนักงานจังหวัด${province.nameTh}`, titleEn: 'Clerk of the registry', superior: 'general-head',
    roles: ['clerk'], login: 'registry.clerk', personTh: `เจ้าหน้าที่สารบรรณ สนจ.${province.nameTh}`, personEn: `Registry clerk, ${province.nameEn}`,
  },
  {
    code: 'secret-registrar', unit: 'registry', titleTh: `นายทะเบียนข้อมูลข่าวสารลับ จังหวัด${province.nameTh}`, titleEn: 'Secret registrar', superior: 'office-head',
    roles: ['secret_registrar'], login: 'registry.secret', personTh: `นายทะเบียนข้อมูลข่าวสารลับ จังหวัด${province.nameTh}`, personEn: `Secret registrar, ${province.nameEn}`, clearance: 'top_secret',
  },
];

const groupPosts = (group: (typeof GROUPS)[number], province: Province): readonly PostSeed[] => [
  {
    code: `${group.code}-head`, unit: group.code, titleTh: `หัวหน้า${group.nameTh}`, titleEn: `Head, ${group.nameEn}`, superior: 'office-head',
    // A second owner of the routes: what one has drawn the other approves.
    roles: group.code === 'strategy' ? ['head', 'process_owner'] : ['head'], isUnitHead: true, login: `${group.code}.head`,
    personTh: `หัวหน้า${group.nameTh} สนจ.${province.nameTh}`, personEn: `Head, ${group.nameEn}, ${province.nameEn}`,
  },
  {
    code: `${group.code}-officer`, unit: group.code, titleTh: `${group.officerTh} ${group.nameTh}`, titleEn: `${group.officerEn}, ${group.nameEn}`, superior: `${group.code}-head`,
    roles: group.code === 'ict' ? ['officer', 'office_admin'] : ['officer'], login: `${group.code}.officer`,
    personTh: `${group.officerTh} สนจ.${province.nameTh}`, personEn: `${group.officerEn}, ${province.nameEn}`,
  },
  {
    code: `${group.code}-clerk`, unit: group.code, titleTh: `เจ้าพนักงานธุรการ ${group.nameTh}`, titleEn: `Clerk, ${group.nameEn}`, superior: `${group.code}-head`,
    roles: ['clerk'], login: `${group.code}.clerk`,
    personTh: `เจ้าหน้าที่ธุรการ ${group.nameTh} สนจ.${province.nameTh}`, personEn: `Clerk, ${group.nameEn}, ${province.nameEn}`,
  },
];

export const PROVINCE_OFFICES: readonly OfficeSeed[] = PROVINCES.filter(({ hasProvinceOffice }) => hasProvinceOffice).map(provinceOffice);
