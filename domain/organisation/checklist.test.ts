import type { Finding } from '../route/verify';
import { checklistOf, isReady, SET_UP_STEPS, type OfficeFacts, type SetUpStep } from './checklist';

const name = (th: string) => ({ th, en: '' });
const post = (id: string, change: Partial<OfficeFacts['posts'][number]> = {}): OfficeFacts['posts'][number] => ({ id, title: name(id), unitId: 'registry', isUnitHead: false, roles: ['officer'], isHeld: true, ...change });
const book = (kind: OfficeFacts['books'][number]['kind'], change: Partial<OfficeFacts['books'][number]> = {}): OfficeFacts['books'][number] => ({ kind, name: name(kind), isHeld: false, isUsed: true, hasTaker: true, ...change });
const definition = (kind: 'secret_receive' | 'receive') => ({ schemaVersion: 1 as const, name: 'ก', nodes: [{ id: 'n', type: 'register' as const, name: 'เลข', book: kind, owner: 'office' as const }], edges: [] });
const finding = (severity: Finding['severity'], change: Partial<Finding> = {}): Finding => ({ id: 'x', code: 'SETTING', severity, nodes: [], detail: '', textTh: 'ไม่พบผู้ปฏิบัติ', textEn: 'Nobody', ...change });

/** An office that has all it needs. */
const whole: OfficeFacts = {
  office: { address: 'ศาลากลาง', phone: '0 7521 0000', registryUnitId: 'registry', fallbackPostId: 'clerk', secretRegistrarPostId: 'registrar', processOwnerPostId: 'head' },
  units: [{ id: 'top', parentId: null, name: name('จังหวัด') }, { id: 'registry', parentId: 'top', name: name('งานสารบรรณ') }],
  posts: [post('head', { unitId: 'top', isUnitHead: true, roles: ['head'] }), post('deputy', { unitId: 'top' }), post('clerk', { roles: ['clerk'] }), post('registrar', { roles: ['secret_registrar'] })],
  accounts: [{ name: name('ผู้ว่า'), isInvited: true }],
  successions: [{ postId: 'head', isHeld: true }],
  registrarClearance: 'top_secret',
  books: [book('receive'), book('send')],
  routes: [{ code: 'in', name: name('หนังสือรับ'), definition: definition('receive'), findings: [] }],
  tables: [{ scope: 'letter', routeCodes: ['in'] }, { scope: 'unit', routeCodes: ['in'] }],
  daysOfYear: 19,
  lists: [{ name: name('นำร่อง'), leads: 1 }],
};
const stepOf = (change: Partial<OfficeFacts>, step: SetUpStep) => checklistOf({ ...whole, ...change }).find((each) => each.step === step)!;
const vacant = (id: string): readonly OfficeFacts['posts'][number][] => whole.posts.map((each) => (each.id === id ? { ...each, isHeld: false } : each));
const without = (id: string): readonly OfficeFacts['posts'][number][] => whole.posts.filter((each) => each.id !== id);

test('an office that has all it needs is ready, each step done', () => {
  const steps = checklistOf(whole);
  expect(steps.map(({ step, state }) => [step, state])).toEqual(SET_UP_STEPS.map((step) => [step, 'done']));
  expect(isReady(steps)).toBe(true);
});

test.each<[string, SetUpStep, Partial<OfficeFacts>, string]>([
  ['no address', 'contact', { office: { ...whole.office, address: '' } }, 'noAddress'],
  ['no units', 'units', { units: [] }, 'noUnits'],
  ['only its administrator', 'posts', { posts: [post('admin', { roles: ['office_admin'] })] }, 'noPosts'],
  ['nobody in any post', 'posts', { posts: whole.posts.map((each) => ({ ...each, isHeld: false })) }, 'nobody'],
  ['no head of office', 'head', { posts: without('head') }, 'noHead'],
  ['a head without the role', 'head', { posts: whole.posts.map((each) => (each.id === 'head' ? { ...each, roles: ['officer'] } : each)) }, 'noHead'],
  ['a head below another unit', 'head', { posts: whole.posts.map((each) => (each.id === 'head' ? { ...each, unitId: 'registry' } : each)) }, 'noHead'],
  ['a vacant head', 'head', { posts: vacant('head') }, 'headVacant'],
  ['no succession', 'head', { successions: [{ postId: 'deputy', isHeld: true }] }, 'noSuccession'],
  ['no registry', 'registry', { office: { ...whole.office, registryUnitId: null } }, 'noRegistry'],
  ['a registry without a clerk', 'registry', { posts: without('clerk') }, 'noClerk'],
  ['a vacant clerk', 'registry', { posts: vacant('clerk') }, 'clerkVacant'],
  ['no post of last resort', 'lastResort', { office: { ...whole.office, fallbackPostId: null } }, 'noFallback'],
  ['a vacant post of last resort', 'lastResort', { posts: vacant('clerk') }, 'fallbackVacant'],
  ['no secret registrar', 'clearance', { office: { ...whole.office, secretRegistrarPostId: null } }, 'noSecretRegistrar'],
  ['a vacant secret registrar', 'clearance', { posts: vacant('registrar') }, 'secretRegistrarVacant'],
  ['a secret registrar who is not cleared', 'clearance', { registrarClearance: 'none' }, 'notCleared'],
  ['no send book', 'books', { books: [book('receive')] }, 'noBook'],
  ['a book that no letter goes to', 'books', { books: [book('receive', { isUsed: false }), book('send')] }, 'noBook'],
  ['a book that a route asks for', 'books', { routes: [{ ...whole.routes[0]!, definition: definition('secret_receive') }] }, 'noBook'],
  ['a book on hold', 'books', { books: [book('receive', { isHeld: true }), book('send')] }, 'bookHeld'],
  ['no table for letters', 'routes', { tables: [whole.tables[1]!] }, 'noTable'],
  ['no table for units', 'routes', { tables: [whole.tables[0]!] }, 'noTable'],
  ['a table that names a route that is not in force', 'routes', { routes: [] }, 'routeMissing'],
  ['a route with a fault', 'routes', { routes: [{ ...whole.routes[0]!, findings: [finding('error')] }] }, 'routeFault'],
  ['a route with nobody in it', 'routes', { routes: [{ ...whole.routes[0]!, findings: [finding('error', { code: 'NOBODY', nodes: ['n'] })] }] }, 'routeNobody'],
  ['a year without holidays', 'calendar', { daysOfYear: 0 }, 'noDays'],
  ['a list that nobody leads', 'lists', { lists: [{ name: name('นำร่อง'), leads: 0 }] }, 'noLead'],
])('%s stands in the way', (_, step, change, problem) => {
  const found = stepOf(change, step);
  expect(found.state).toBe('missing');
  expect(found.problems.map((each) => each.problem)).toContain(problem);
  expect(isReady(checklistOf({ ...whole, ...change }))).toBe(false);
});

test.each<[string, SetUpStep, Partial<OfficeFacts>, string]>([
  ['no telephone', 'contact', { office: { ...whole.office, phone: '' } }, 'noPhone'],
  ['a unit without posts', 'units', { units: [...whole.units, { id: 'new', parentId: 'top', name: name('ใหม่') }] }, 'unitsWithoutPost'],
  ['a vacant post', 'posts', { posts: vacant('deputy') }, 'vacant'],
  ['somebody who was not invited', 'accounts', { accounts: [{ name: name('ก'), isInvited: false }] }, 'notInvited'],
  ['successors who are not there', 'head', { successions: [{ postId: 'head', isHeld: false }] }, 'successorsVacant'],
  ['no owner of the routes', 'lastResort', { office: { ...whole.office, processOwnerPostId: null } }, 'noProcessOwner'],
  ['a vacant owner of the routes', 'lastResort', { posts: vacant('head') }, 'processOwnerVacant'],
  ['a book that nobody numbers in', 'books', { books: [book('receive'), book('send', { hasTaker: false })] }, 'noTaker'],
  ['a route with a warning', 'routes', { routes: [{ ...whole.routes[0]!, findings: [finding('warning')] }] }, 'routeAdvice'],
  ['a route with nobody in it today', 'routes', { routes: [{ ...whole.routes[0]!, findings: [finding('warning', { code: 'NOBODY_TODAY', nodes: ['n'] })] }] }, 'routeNobodyToday'],
  ['no lists', 'lists', { lists: [] }, 'noLists'],
])('%s is worth knowing and stands in no way', (_, step, change, problem) => {
  const found = stepOf(change, step);
  expect(found).toMatchObject({ state: 'advice', problems: [{ problem }] });
});

test('steps that only wait for people make one line for each route, with their number', () => {
  const waiting = (node: string): Finding => finding('error', { code: node === 'seal' ? 'UNCLEARED' : 'NOBODY', nodes: [node] });
  const routes = ['รับ', 'ส่ง'].map((each) => ({ ...whole.routes[0]!, name: { th: each, en: each === 'ส่ง' ? 'Out' : '' }, findings: [waiting('a'), waiting('b'), waiting('seal'), waiting('a')] }));
  expect(stepOf({ routes }, 'routes').problems).toEqual([{ problem: 'routeNobody', names: [{ th: 'รับ (3 ขั้นตอน)', en: 'รับ (3 steps)' }, { th: 'ส่ง (3 ขั้นตอน)', en: 'Out (3 steps)' }] }]);
});
