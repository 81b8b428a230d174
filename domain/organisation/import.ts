/**
 * People and posts from a table, one post with its holder to a line. Pure: what is on record comes in, a verdict per line goes out.
 * Lines are known by the codes of their post and the user name of its holder, so that the same table twice changes nothing twice.
 */
import { ROLES, type Role } from '../letter/vocabulary';
import { role as roleWords } from '../letter/words/th';
import { tidy } from '../thai/normalise';
import { CODE, EMAIL, LOGIN, PHONE, PRINTABLE } from './formats';
import { GRANTABLE_ROLES } from './rules';

export const IMPORT_COLUMNS = ['unitCode', 'postCode', 'titleTh', 'titleEn', 'roles', 'isUnitHead', 'superiorCode', 'login', 'nameTh', 'nameEn', 'email', 'phone'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];
/** Without these a table is not one of ours. */
export const REQUIRED_COLUMNS: readonly ImportColumn[] = ['unitCode', 'postCode', 'titleTh'];
export const IMPORT_HEADINGS: { readonly [C in ImportColumn]: { readonly th: string; readonly en: string } } = {
  unitCode: { th: 'รหัสหน่วยงาน', en: 'Unit code' }, postCode: { th: 'รหัสตำแหน่ง', en: 'Post code' }, titleTh: { th: 'ชื่อตำแหน่ง', en: 'Title' }, titleEn: { th: 'ชื่อตำแหน่ง (อังกฤษ)', en: 'Title (English)' },
  roles: { th: 'หน้าที่ในระบบ', en: 'Roles' }, isUnitHead: { th: 'หัวหน้าหน่วยงาน', en: 'Head of the unit' }, superiorCode: { th: 'รหัสตำแหน่งผู้บังคับบัญชา', en: 'Superior post code' },
  login: { th: 'ชื่อผู้ใช้', en: 'User name' }, nameTh: { th: 'ชื่อและสกุล', en: 'Name' }, nameEn: { th: 'ชื่อและสกุล (อังกฤษ)', en: 'Name (English)' }, email: { th: 'อีเมล', en: 'E-mail' }, phone: { th: 'โทรศัพท์', en: 'Telephone' },
};
/** Lines of one table at most. */
export const IMPORT_MAX_LINES = 2_000;

export type ImportLine = { readonly line: number; readonly values: { readonly [C in ImportColumn]: string }; /** Cells that hold a formula: they are not computed. */ readonly formulas: readonly ImportColumn[] };
export const IMPORT_PROBLEMS = [
  'required', 'tooLong', 'notPrintable', 'codeFormat', 'loginFormat', 'emailFormat', 'phoneFormat', 'formula', 'unitUnknown', 'roleUnknown', 'roleNotGrantable', 'yesNo', 'superiorUnknown', 'superiorLoop', 'twice', 'headTaken',
  'loginElsewhere', 'loginDisabled', 'notCleared', 'postHeld', 'postClosed', 'ownRoles', 'nameMissing', 'loginMissing',
] as const;
export type ImportProblem = { readonly column: ImportColumn; readonly problem: (typeof IMPORT_PROBLEMS)[number] };
export type ImportVerdict = { readonly line: number; readonly status: 'create' | 'update' | 'same' | 'error'; readonly problems: readonly ImportProblem[] };

/** What is on record of the office, by code and user name. */
export type ImportKnown = {
  readonly units: ReadonlyMap<string, { readonly id: string }>;
  readonly posts: ReadonlyMap<string, {
    readonly id: string; readonly unitCode: string; readonly titleTh: string; readonly titleEn: string; readonly roles: readonly Role[]; readonly isUnitHead: boolean; readonly superiorCode: string; readonly isOpen: boolean;
    /** Own holder's user name; empty where it is vacant. */
    readonly holder: string; readonly isOwn: boolean;
  }>;
  readonly persons: ReadonlyMap<string, {
    readonly id: string; readonly nameTh: string; readonly nameEn: string; readonly email: string; readonly phone: string; readonly isHere: boolean; readonly isDisabled: boolean;
    /** May be given a secret registrar's post. */
    readonly isCleared: boolean;
  }>;
};

export type ImportPlanned = {
  readonly unitCode: string; readonly postCode: string; readonly titleTh: string; readonly titleEn: string; readonly roles: readonly Role[]; readonly isUnitHead: boolean; readonly superiorCode: string;
  readonly login: string; readonly nameTh: string; readonly nameEn: string; readonly email: string; readonly phone: string;
};

const YES = ['ใช่', 'yes', 'y', '1', 'true', 'x', '/'];
const NO = ['', 'ไม่', 'ไม่ใช่', 'no', 'n', '0', 'false', '-'];
const MAX: { readonly [C in ImportColumn]: number } = { unitCode: 40, postCode: 40, titleTh: 200, titleEn: 200, roles: 300, isUnitHead: 10, superiorCode: 40, login: 60, nameTh: 200, nameEn: 200, email: 200, phone: 60 };
const CODES: readonly ImportColumn[] = ['unitCode', 'postCode', 'superiorCode', 'login'];

/** Roles as codes; null for a word that is none. */
function rolesOf(text: string): readonly Role[] | null {
  const words = text.split(/[,;،、\n]/).map(tidy).filter((word) => word !== '');
  const roles = words.map((word) => ROLES.find((role) => role === word.toLowerCase() || roleWords[role] === word));
  return roles.every((role) => role !== undefined) ? [...new Set(roles)] : null;
}

/** A line as it would be written down. Roles left empty mean an officer. */
export function readLine({ values }: ImportLine): ImportPlanned {
  const text = (column: ImportColumn): string => (CODES.includes(column) ? tidy(values[column]).toLowerCase() : tidy(values[column]));
  const roles = rolesOf(values.roles);
  return {
    unitCode: text('unitCode'), postCode: text('postCode'), titleTh: text('titleTh'), titleEn: text('titleEn'), roles: roles === null || roles.length === 0 ? ['officer'] : roles,
    isUnitHead: YES.includes(text('isUnitHead').toLowerCase()), superiorCode: text('superiorCode'), login: text('login'), nameTh: text('nameTh'), nameEn: text('nameEn'), email: text('email'), phone: text('phone'),
  };
}

/** A verdict for each line, as if all lines without a fault were taken together. */
export function judgeImport(lines: readonly ImportLine[], known: ImportKnown): readonly ImportVerdict[] {
  const rows = lines.map((line) => ({ line, planned: readLine(line), problems: [...formProblems(line)] }));
  const soundPosts = (): Set<string> => new Set(rows.filter(({ problems }) => problems.length === 0).map(({ planned }) => planned.postCode));
  for (const row of rows) row.problems.push(...recordProblems(row.planned, known), ...doubles(row.planned, rows.map(({ planned }) => planned)));
  // A line may name as superior a post of another line; where that one falls, so does this, until nothing changes.
  for (let before = -1; before !== soundPosts().size;) {
    const sound = soundPosts();
    before = sound.size;
    for (const { planned, problems } of rows) {
      const isThere = planned.superiorCode === '' || sound.has(planned.superiorCode) || known.posts.get(planned.superiorCode)?.isOpen === true;
      if (problems.length === 0 && !isThere) problems.push({ column: 'superiorCode', problem: 'superiorUnknown' });
      else if (problems.length === 0 && loops(planned.postCode, superiorsOf(rows, known))) problems.push({ column: 'superiorCode', problem: 'superiorLoop' });
    }
  }
  return rows.map(({ line, planned, problems }) => ({ line: line.line, status: problems.length > 0 ? 'error' : statusOf(planned, known), problems }));
}

function formProblems({ values, formulas }: ImportLine): readonly ImportProblem[] {
  const problem = (column: ImportColumn): ImportProblem['problem'] | null => {
    const text = tidy(values[column]);
    const code = text.toLowerCase();
    if (formulas.includes(column)) return 'formula';
    if (text === '') return REQUIRED_COLUMNS.includes(column) ? 'required' : null;
    if (text.length > MAX[column]) return 'tooLong';
    if (column === 'login') return LOGIN.test(code) ? null : 'loginFormat';
    if (CODES.includes(column)) return CODE.test(code) ? null : 'codeFormat';
    if (column === 'email') return EMAIL.test(text) ? null : 'emailFormat';
    if (column === 'phone') return PHONE.test(text) ? null : 'phoneFormat';
    if (column === 'roles') return rolesOf(values.roles) === null ? 'roleUnknown' : null;
    if (column === 'isUnitHead') return YES.includes(code) || NO.includes(code) ? null : 'yesNo';
    return PRINTABLE.test(text) ? null : 'notPrintable';
  };
  const found = IMPORT_COLUMNS.flatMap((column): ImportProblem[] => {
    const what = problem(column);
    return what === null ? [] : [{ column, problem: what }];
  });
  const hasLogin = tidy(values.login) !== '';
  const hasName = tidy(values.nameTh) !== '';
  if (hasLogin && !hasName) return [...found, { column: 'nameTh', problem: 'nameMissing' }];
  return hasName && !hasLogin ? [...found, { column: 'login', problem: 'loginMissing' }] : found;
}

function recordProblems(planned: ImportPlanned, known: ImportKnown): readonly ImportProblem[] {
  const post = known.posts.get(planned.postCode);
  const person = known.persons.get(planned.login);
  const changed = [...planned.roles.filter((role) => post?.roles.includes(role) !== true), ...(post?.roles ?? []).filter((role) => !planned.roles.includes(role))];
  const checks: readonly (readonly [boolean, ImportProblem])[] = [
    [planned.unitCode !== '' && !known.units.has(planned.unitCode), { column: 'unitCode', problem: 'unitUnknown' }],
    [changed.some((role) => !GRANTABLE_ROLES.includes(role)), { column: 'roles', problem: 'roleNotGrantable' }],
    [post?.isOwn === true && changed.length > 0, { column: 'roles', problem: 'ownRoles' }],
    [post?.isOpen === false, { column: 'postCode', problem: 'postClosed' }],
    [planned.login !== '' && post !== undefined && post.holder !== '' && post.holder !== planned.login, { column: 'login', problem: 'postHeld' }],
    [person?.isHere === false, { column: 'login', problem: 'loginElsewhere' }],
    [person?.isDisabled === true, { column: 'login', problem: 'loginDisabled' }],
    // A clearance comes by a written order and never from a table, so that nobody new can be a secret registrar by one.
    [planned.login !== '' && post?.holder !== planned.login && planned.roles.includes('secret_registrar') && person?.isCleared !== true, { column: 'login', problem: 'notCleared' }],
    [planned.isUnitHead && [...known.posts].some(([code, other]) => code !== planned.postCode && other.isOpen && other.isUnitHead && other.unitCode === planned.unitCode), { column: 'isUnitHead', problem: 'headTaken' }],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
}

/** The same post on two lines, or two heads of one unit: both are told, since none of them is known to be right. */
function doubles(planned: ImportPlanned, all: readonly ImportPlanned[]): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (planned.postCode !== '' && all.filter(({ postCode }) => postCode === planned.postCode).length > 1) problems.push({ column: 'postCode', problem: 'twice' });
  if (planned.isUnitHead && all.filter(({ isUnitHead, unitCode }) => isUnitHead && unitCode === planned.unitCode).length > 1) problems.push({ column: 'isUnitHead', problem: 'headTaken' });
  return problems;
}

type Row = { readonly planned: ImportPlanned; readonly problems: readonly ImportProblem[] };
function superiorsOf(rows: readonly Row[], known: ImportKnown): ReadonlyMap<string, string> {
  const sound = rows.filter(({ problems }) => problems.length === 0).map(({ planned }) => [planned.postCode, planned.superiorCode] as const);
  return new Map([...[...known.posts].map(([code, { superiorCode }]) => [code, superiorCode] as const), ...sound]);
}
function loops(start: string, superiors: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = superiors.get(start) ?? ''; at !== '' && !seen.has(at); at = superiors.get(at) ?? '') {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}

function statusOf(planned: ImportPlanned, known: ImportKnown): 'create' | 'update' | 'same' {
  const post = known.posts.get(planned.postCode);
  const person = known.persons.get(planned.login);
  if (post === undefined || (planned.login !== '' && person === undefined)) return 'create';
  return isSamePost(planned, post) && isSamePerson(planned, person) && (planned.login === '' || post.holder === planned.login) ? 'same' : 'update';
}

type KnownPost = NonNullable<ReturnType<ImportKnown['posts']['get']>>;
type KnownPerson = ReturnType<ImportKnown['persons']['get']>;

/** Whether the post stands on record as the line has it. */
export const isSamePost = (planned: ImportPlanned, post: KnownPost): boolean =>
  post.unitCode === planned.unitCode && post.titleTh === planned.titleTh && post.titleEn === planned.titleEn && post.isUnitHead === planned.isUnitHead && post.superiorCode === planned.superiorCode
  && post.roles.length === planned.roles.length && planned.roles.every((role) => post.roles.includes(role));

/** Whether the person stands on record as the line has it; no person named is the same too. */
export const isSamePerson = (planned: ImportPlanned, person: KnownPerson): boolean =>
  planned.login === '' || (person !== undefined && person.nameTh === planned.nameTh && person.nameEn === planned.nameEn && person.email === planned.email && person.phone === planned.phone);
