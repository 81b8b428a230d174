import { IMPORT_COLUMNS, judgeImport, readLine, type ImportColumn, type ImportKnown, type ImportLine } from './import';

const known: ImportKnown = {
  units: new Map([['ict', { id: 'u1' }], ['hr', { id: 'u2' }]]),
  posts: new Map([
    ['boss', { id: 'p1', unitCode: 'ict', titleTh: 'หัวหน้ากลุ่มงาน', titleEn: '', roles: ['head', 'officer'], isUnitHead: true, superiorCode: '', isOpen: true, holder: 'somchai.j', isOwn: false }],
    ['mine', { id: 'p2', unitCode: 'ict', titleTh: 'ผู้ดูแล', titleEn: '', roles: ['office_admin'], isUnitHead: false, superiorCode: 'boss', isOpen: true, holder: 'admin.a', isOwn: true }],
    ['old', { id: 'p3', unitCode: 'hr', titleTh: 'เดิม', titleEn: '', roles: ['officer'], isUnitHead: false, superiorCode: '', isOpen: false, holder: '', isOwn: false }],
  ]),
  persons: new Map([
    ['somchai.j', { id: 'h1', nameTh: 'สมชาย ใจดี', nameEn: '', email: '', phone: '', isHere: true, isDisabled: false, isCleared: true }],
    ['stranger', { id: 'h2', nameTh: 'ผู้อื่น', nameEn: '', email: '', phone: '', isHere: false, isDisabled: false, isCleared: false }],
    ['gone', { id: 'h3', nameTh: 'ผู้พ้น', nameEn: '', email: '', phone: '', isHere: true, isDisabled: true, isCleared: false }],
  ]),
};
const EMPTY = Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, ''])) as ImportLine['values'];
const line = (values: Partial<ImportLine['values']>, more: Partial<ImportLine> = {}): ImportLine => ({ line: 2, values: { ...EMPTY, unitCode: 'ict', postCode: 'new', titleTh: 'นักวิชาการ', ...values }, formulas: [], ...more });
const judge = (...lines: ImportLine[]) => judgeImport(lines, known);

test('a new post with somebody new is made; what is on record already is left as it is', () => {
  expect(judge(line({ login: 'new.person', nameTh: "O'Brien" }))).toEqual([{ line: 2, status: 'create', problems: [] }]);
  const same = line({ postCode: 'BOSS', titleTh: 'หัวหน้ากลุ่มงาน', roles: 'เจ้าหน้าที่, หัวหน้าหน่วยงาน', isUnitHead: 'ใช่', login: 'Somchai.J', nameTh: 'สมชาย  ใจดี' });
  expect(judge(same)[0]?.status).toBe('same');
  expect(judge(line({ ...same.values, titleTh: 'หัวหน้ากลุ่มงานดิจิทัล' }))[0]?.status).toBe('update');
});

test.each<[string, Partial<ImportLine['values']>, ImportColumn, string]>([
  ['no title', { titleTh: ' ' }, 'titleTh', 'required'], ['a unit that is not there', { unitCode: 'nowhere' }, 'unitCode', 'unitUnknown'], ['a code in Thai', { postCode: 'ตำแหน่ง' }, 'postCode', 'codeFormat'],
  ['a title too long', { titleTh: 'ก'.repeat(201) }, 'titleTh', 'tooLong'], ['a pictograph', { titleTh: 'นักวิชาการ 😀' }, 'titleTh', 'notPrintable'], ['mark-up', { titleTh: '<b>ก</b>' }, 'titleTh', 'notPrintable'],
  ['a role that is none', { roles: 'ผู้วิเศษ' }, 'roles', 'roleUnknown'], ["a role that is not the office's to give", { roles: 'system_admin' }, 'roles', 'roleNotGrantable'], ['neither yes nor no', { isUnitHead: 'อาจจะ' }, 'isUnitHead', 'yesNo'],
  ['a second head', { isUnitHead: 'ใช่' }, 'isUnitHead', 'headTaken'], ['a superior that is not there', { superiorCode: 'nobody' }, 'superiorCode', 'superiorUnknown'], ['a name without user name', { nameTh: 'สมหญิง' }, 'login', 'loginMissing'],
  ['a user name without name', { login: 'somying' }, 'nameTh', 'nameMissing'], ["another office's person", { login: 'stranger', nameTh: 'ผู้อื่น' }, 'login', 'loginElsewhere'], ['a closed account', { login: 'gone', nameTh: 'ผู้พ้น' }, 'login', 'loginDisabled'],
  ["a secret registrar who is new", { login: 'new.registrar', nameTh: 'คนใหม่', roles: 'secret_registrar' }, 'login', 'notCleared'],
  ['a post that somebody holds', { postCode: 'boss', login: 'other.one', nameTh: 'คนอื่น', isUnitHead: 'ใช่', roles: 'head,officer' }, 'login', 'postHeld'], ['a post that is closed', { postCode: 'old', unitCode: 'hr' }, 'postCode', 'postClosed'],
  ['roles of the own post', { postCode: 'mine', roles: 'office_admin,supervisor' }, 'roles', 'ownRoles'], ['an address that is none', { email: 'a b' }, 'email', 'emailFormat'],
])('%s is told with its column', (_what, values, column, problem) => {
  expect(judge(line(values))).toMatchObject([{ status: 'error', problems: expect.arrayContaining([{ column, problem }]) }]);
});

test('who is cleared may become a secret registrar by a table, and a vacant post of one may stand in it', () => {
  expect(judge(line({ login: 'somchai.j', nameTh: 'สมชาย ใจดี', roles: 'secret_registrar' }))[0]?.status).toBe('create');
  expect(judge(line({ roles: 'secret_registrar' }))[0]?.status).toBe('create');
});

test('a formula is never computed', () => {
  expect(judge(line({}, { formulas: ['titleTh'] }))[0]?.problems).toContainEqual({ column: 'titleTh', problem: 'formula' });
});

test('a superior may stand in the same table; where that line falls, so does the one below it', () => {
  const boss = line({ postCode: 'second', unitCode: 'hr' });
  const below = line({ postCode: 'third', unitCode: 'hr', superiorCode: 'second' }, { line: 3 });
  expect(judge(below, boss).map(({ status }) => status)).toEqual(['create', 'create']);
  expect(judge(below, line({ ...boss.values, titleTh: '' })).map(({ status }) => status)).toEqual(['error', 'error']);
});

test('a circle of superiors is refused, also through what is on record', () => {
  const verdicts = judge(line({ postCode: 'a1', superiorCode: 'b1' }), line({ postCode: 'b1', superiorCode: 'a1' }, { line: 3 }));
  expect(verdicts.map(({ status }) => status)).toEqual(['error', 'error']);
  expect(judge(line({ postCode: 'boss', titleTh: 'หัวหน้ากลุ่มงาน', isUnitHead: 'ใช่', superiorCode: 'mine' }))[0]?.problems).toContainEqual({ column: 'superiorCode', problem: 'superiorLoop' });
});

test('the same post on two lines is refused on both', () => {
  expect(judge(line({}), line({ titleTh: 'อื่น' }, { line: 3 })).map(({ problems }) => problems.map(({ problem }) => problem))).toEqual([['twice'], ['twice']]);
});

test('a line without roles makes an officer', () => {
  expect(readLine(line({})).roles).toEqual(['officer']);
});
