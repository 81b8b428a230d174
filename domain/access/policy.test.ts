import { ROLES, type Role } from '../letter/vocabulary';
import { decide, type Act, type ObjectOf } from './policy';
import type { Subject } from './subject';
import { ACTS, letter, OWN, post, task, who } from './testing/policy';

const WORKING: readonly Role[] = ['clerk', 'secret_registrar', 'officer', 'head', 'supervisor', 'process_owner', 'office_admin'];
const AUTHORS: readonly Role[] = ['clerk', 'secret_registrar', 'officer', 'head'];
/** Which role alone may do what to an object of its own office and unit; for people in the central registry see below. */
const ALLOWED: { readonly [A in Act]: readonly Role[] } = {
  'letter.read': ['clerk', 'head', 'supervisor', 'inspector'],
  'letter.reply': AUTHORS,
  'letter.link': AUTHORS,
  'letter.hold': ['head', 'supervisor'],
  'letter.urge': ['head', 'supervisor'],
  'letter.resume': ['head', 'supervisor'],
  'letter.cancel': ['head', 'supervisor'],
  'letter.recall': ['secret_registrar', 'head', 'supervisor'],
  'letter.cancelNumber': ['clerk'],
  'letter.registerAnew': [],
  'letter.moveStamp': ['clerk'],
  'letter.takeBack': WORKING,
  'letter.reclassify': ['secret_registrar', 'head'],
  'letter.intake': ['clerk'],
  'letter.intakeSealed': ['clerk', 'secret_registrar'],
  'letter.compose': AUTHORS,
  'letter.control': ['secret_registrar'],
  'task.act': WORKING,
  'task.claim': WORKING,
  'task.release': WORKING,
  'task.adhoc': WORKING,
  'task.reassign': ['head', 'supervisor'],
  'task.extend': ['head', 'supervisor'],
  'task.remind': ['head', 'supervisor'],
  'book.read': ['clerk', 'head', 'supervisor', 'inspector'],
  'book.take': ['clerk'],
  'people.appoint': ['head', 'office_admin'],
  'people.absence': ['head', 'office_admin'],
  'people.delegate': ['office_admin'],
  'supervision.read': ['head', 'supervisor'],
  'calendar.declare': ['office_admin'],
  'signing.rule': ['office_admin'],
  'organisation.manage': ['office_admin'],
  'offices.manage': ['system_admin'],
  'command.read': ROLES,
  'people.handOver': ['office_admin'],
  'access.explain': ['office_admin', 'inspector'],
  'audit.read': ['office_admin', 'inspector'],
  'office.setUp': ['office_admin', 'system_admin'],
  'route.read': [...WORKING, 'inspector'],
  'route.design': ['process_owner'],
  'route.approve': ['process_owner'],
  'route.move': ['process_owner'],
  'route.rules': ['office_admin'],
  'system.read': ['system_admin'],
  'system.resume': ['system_admin'],
};
const CASES = ROLES.flatMap((role) => ACTS.map((act) => ({ role, act, isAllowed: ALLOWED[act].includes(role) })));

test.each(CASES)('$role: $act in the own unit → $isAllowed', ({ role, act, isAllowed }) => {
  const decision = decide(who(role), act, OWN[act]);
  expect(decision.allow).toBe(isAllowed);
  expect(decision.rule).toMatch(/^[A-Za-z]+\.[A-Za-z]+$/);
});

/** The same object in another office, in which the subject has no part. */
const elsewhere = letter({ officeId: 'elsewhere', ownerUnitId: 'unit-elsewhere' });
const OTHER: { readonly [A in Act]: ObjectOf[A] } = {
  ...OWN,
  ...(Object.fromEntries(ACTS.filter((act) => act.startsWith('letter.') && 'letter' in OWN[act]).map((act) => [act, { ...OWN[act], letter: elsewhere, unitId: 'unit-elsewhere' }])) as object),
  ...(Object.fromEntries(ACTS.filter((act) => act.startsWith('task.')).map((act) => [act, { letter: elsewhere, task: { ...task, postIds: ['post-elsewhere'], unitIds: ['unit-elsewhere'] } }])) as object),
  'letter.intake': { postId: 'post-elsewhere', secrecy: 'none' },
  'letter.intakeSealed': { postId: 'post-elsewhere', secrecy: 'none' },
  'letter.compose': { postId: 'post-elsewhere', secrecy: 'none' },
  'letter.control': { postId: 'post-elsewhere', secrecy: 'none' },
  'book.read': { officeId: 'elsewhere', unitId: null, kind: 'receive' },
  'book.take': { officeId: 'elsewhere', unitId: null, kind: 'receive' },
  'people.appoint': { officeId: 'elsewhere', unitId: 'unit-elsewhere', personId: 'somebody', postId: 'post-elsewhere', isActing: true },
  'people.absence': { officeId: 'elsewhere', unitId: 'unit-elsewhere', personId: 'somebody', postId: 'post-elsewhere' },
  'people.delegate': { officeId: 'elsewhere', unitId: 'unit-elsewhere', personId: 'somebody', postId: 'post-elsewhere' },
  'supervision.read': { officeId: 'elsewhere', unitId: 'unit-elsewhere' },
  'calendar.declare': { officeId: 'elsewhere' },
  'signing.rule': { officeId: 'elsewhere' },
  'organisation.manage': { officeId: 'elsewhere' },
  'command.read': { personId: 'somebody' },
  'people.handOver': { officeId: 'elsewhere', unitId: 'unit-elsewhere', personId: 'somebody', postId: 'post-elsewhere' },
  'access.explain': { officeId: 'elsewhere' },
  'audit.read': { officeId: 'elsewhere' },
  'office.setUp': { officeId: 'elsewhere', parentId: 'above-elsewhere' },
  'route.read': { officeId: 'elsewhere', isTemplate: false },
  'route.design': { officeId: 'elsewhere' },
  'route.approve': { officeId: 'elsewhere', authorId: 'somebody', needsFourEyes: true },
  'route.move': { letter: { officeId: 'elsewhere' } },
  'route.rules': { officeId: 'elsewhere' },
};

/** The installation is nobody else's. */
const ELSEWHERE_CASES = CASES.filter(({ act, role }) => !act.startsWith('system.') && act !== 'offices.manage' && !(act === 'office.setUp' && role === 'system_admin'));

test.each(ELSEWHERE_CASES)("$role: $act in another office is refused", ({ role, act }) => {
  const decision = decide(who(role, { isRegistry: true }), act, OTHER[act]);
  expect(decision.allow).toBe(false);
  // Of another office's letter one must not even learn that it is there.
  if ('letter' in (OTHER[act] as object) && act !== 'route.move') expect(decision.isKnown).toBe(false);
});

test.each([['while somebody acts for the post', { mayAct: false }], ['by a delegation to sign', { capacity: 'delegated', kinds: [] }]] as const)(
  'nobody looks after the installation %s', (_name, change) => expect(decide(who('system_admin', change), 'system.read', OWN['system.read']).allow).toBe(false),
);

test.each(ROLES.filter((role) => role !== 'clerk'))('a post of %s in the registry has no right that it would not have elsewhere', (role) => {
  for (const act of ACTS) expect([act, decide(who(role, { isRegistry: true }), act, OWN[act]).allow]).toEqual([act, decide(who(role), act, OWN[act]).allow]);
});

test('a post that also looks after the installation opens no letter and does nothing in the office', () => {
  const everything: Subject = { personId: 'me', clearance: 'top_secret', posts: [post('system_admin', { isRegistry: true, roles: ROLES.filter((role) => role !== 'inspector') })] };
  for (const act of ACTS.filter((each) => !ALLOWED[each].includes('system_admin'))) expect([act, decide(everything, act, OWN[act]).allow]).toEqual([act, false]);
  const signs = { kind: 'sign', isOpen: true, postIds: ['post'], personId: null, doneByPersonId: null };
  const delegated: Subject = { ...everything, posts: everything.posts.map((each) => ({ ...each, capacity: 'delegated', kinds: [] })) };
  expect(decide(delegated, 'letter.read', { letter: letter({ tasks: [signs] }) }).allow).toBe(false);
});
