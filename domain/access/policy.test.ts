import { BOOK_KINDS, ROLES, SECRECIES, type Role, type Secrecy } from '../letter/vocabulary';
import type { LetterFacts } from './read';
import { decide, type Act, type ObjectOf } from './policy';
import type { Subject, SubjectPost } from './subject';

const post = (role: Role, change: Partial<SubjectPost> = {}): SubjectPost => ({
  postId: 'post', capacity: 'own', ownPostId: null, orderNo: '', mayAct: true, kinds: null, until: null, officeId: 'office', unitId: 'unit', roles: [role], isUnitHead: role === 'head',
  isRegistry: false, unitIds: ['unit', 'below'], officeIds: role === 'inspector' ? ['office', 'province'] : ['office'], ...change,
});
const who = (role: Role, change: Partial<SubjectPost> = {}, clearance: Secrecy = 'top_secret'): Subject => ({ personId: 'me', clearance, posts: [post(role, change)] });
const letter = (change: Partial<LetterFacts & { drafterPostId: string | null }> = {}): LetterFacts & { drafterPostId: string | null } => ({
  officeId: 'office', ownerUnitId: 'unit', kind: 'external_letter', secrecy: 'none', isSealed: false, isNew: false, readers: [], assignmentUnitIds: [], tasks: [],
  drafterPostId: null, ...change,
});
const task = { kind: 'approve', isOpen: true, postIds: ['post'], personId: null, unitIds: ['unit'] };

/** An object of every act, in the subject's own office and unit, with the subject's post having a part in the letter. */
const mine = letter({ readers: [{ postId: 'post', why: 'task' }], drafterPostId: 'other-post' });
const OWN: { readonly [A in Act]: ObjectOf[A] } = {
  'letter.read': { letter: letter() },
  'letter.reply': { letter: mine },
  'letter.link': { letter: mine },
  'letter.hold': { letter: mine },
  'letter.urge': { letter: mine },
  'letter.resume': { letter: mine },
  'letter.cancel': { letter: mine },
  'letter.recall': { letter: mine },
  'letter.cancelNumber': { letter: mine, unitId: 'unit' },
  'letter.registerAnew': { letter: mine },
  'letter.moveStamp': { letter: mine, unitId: 'unit' },
  'letter.takeBack': { letter: mine },
  'letter.reclassify': { letter: mine, to: 'secret' },
  'letter.intake': { postId: 'post', secrecy: 'none' },
  'letter.intakeSealed': { postId: 'post', secrecy: 'none' },
  'letter.compose': { postId: 'post', secrecy: 'none' },
  'letter.control': { postId: 'post', secrecy: 'none' },
  'task.act': { letter: mine, task },
  'task.claim': { letter: mine, task },
  'task.release': { letter: mine, task },
  'task.adhoc': { letter: mine, task },
  'task.reassign': { letter: mine, task },
  'task.extend': { letter: mine, task },
  'task.remind': { letter: mine, task },
  'book.read': { officeId: 'office', unitId: 'unit', kind: 'receive' },
  'book.take': { officeId: 'office', unitId: 'unit', kind: 'receive' },
  'people.appoint': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post', isActing: true },
  'people.absence': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post' },
  'people.delegate': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post' },
  'supervision.read': { officeId: 'office', unitId: 'unit' },
  'calendar.declare': { officeId: 'office' },
  'signing.rule': { officeId: 'office' },
  'organisation.manage': { officeId: 'office' },
  'offices.manage': {},
  'command.read': { personId: 'me' },
  'people.handOver': { officeId: 'office', unitId: 'unit', personId: 'somebody', postId: 'other-post' },
  'access.explain': { officeId: 'office' },
  'audit.read': { officeId: 'office' },
  'office.setUp': { officeId: 'office', parentId: 'above' },
  'route.read': { officeId: 'office', isTemplate: false },
  'route.design': { officeId: 'office' },
  'route.approve': { officeId: 'office', authorId: 'somebody', needsFourEyes: true },
  'route.move': { letter: { officeId: 'office' } },
  'route.rules': { officeId: 'office' },
  'system.read': { scope: 'installation' },
  'system.resume': { scope: 'installation' },
};

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
const ACTS = Object.keys(ALLOWED) as Act[];
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

describe('need to know', () => {
  const read = (subject: Subject, change: Partial<LetterFacts>) => decide(subject, 'letter.read', { letter: letter({ ownerUnitId: null, ...change }) });

  test('a part in a letter shows it to any role but the system administrator', () => {
    for (const role of ROLES) expect(read(who(role), { readers: [{ postId: 'post', why: 'task' }] }).allow).toBe(role !== 'system_admin');
  });

  test('the central registry sees the ordinary letters of the office, a unit registry those of the unit', () => {
    expect(read(who('clerk', { isRegistry: true }), {})).toMatchObject({ allow: true, rule: 'read.office', reveal: true });
    expect(read(who('clerk'), {}).allow).toBe(false);
    expect(read(who('clerk'), { assignmentUnitIds: ['below'] })).toMatchObject({ allow: true, rule: 'read.unit' });
    expect(read(who('officer'), { assignmentUnitIds: ['unit'] }).allow).toBe(false);
  });

  test('a post kept by an acting person still shows its holder the letters, and lets the holder do nothing', () => {
    const holder = who('head', { mayAct: false });
    expect(decide(holder, 'letter.read', OWN['letter.read']).allow).toBe(true);
    for (const act of ACTS.filter((each) => !['letter.read', 'book.read', 'supervision.read', 'command.read', 'route.read'].includes(each))) {
      expect([act, decide(holder, act, OWN[act]).allow]).toEqual([act, false]);
    }
  });

  test('a delegation shows and signs the letters that wait for that signature, of its kinds, and nothing else', () => {
    const deputy: Subject = { personId: 'me', clearance: 'none', posts: [post('head', { postId: 'chief', capacity: 'delegated', ownPostId: 'post', kinds: ['external_letter'] })] };
    const waiting = { kind: 'sign', isOpen: true, postIds: ['chief'], personId: null, doneByPersonId: null };
    expect(read(deputy, { tasks: [waiting] })).toMatchObject({ allow: true, rule: 'read.delegated' });
    expect(read(deputy, { tasks: [waiting], kind: 'order' }).allow).toBe(false);
    expect(read(deputy, { tasks: [{ ...waiting, kind: 'approve' }] }).allow).toBe(false);
    expect(read(deputy, { tasks: [{ ...waiting, isOpen: false }] }).allow).toBe(false);
    expect(read(deputy, { tasks: [{ ...waiting, isOpen: false, doneByPersonId: 'me' }] }).allow).toBe(true);
    expect(read(deputy, { readers: [{ postId: 'chief', why: 'task' }] }).allow).toBe(false);
    const object = { letter: letter({ ownerUnitId: null, tasks: [waiting] }), task: { ...waiting, unitIds: [] } };
    expect(decide(deputy, 'task.act', object).allow).toBe(true);
  });

  test('a task put to a person by name shows the letter while it is open, to that person', () => {
    const named = { kind: 'work', isOpen: true, postIds: ['other-post'], personId: 'me', doneByPersonId: null };
    expect(read(who('officer'), { tasks: [named] })).toMatchObject({ allow: true, rule: 'read.personal' });
    expect(read(who('officer'), { tasks: [{ ...named, isOpen: false }] }).allow).toBe(false);
    expect(read(who('officer'), { tasks: [{ ...named, personId: 'somebody' }] }).allow).toBe(false);
  });

  test('a signature that waits for another post than the one that delegated shows nothing, and none to a post by its own', () => {
    const waiting = { kind: 'sign', isOpen: true, postIds: ['chief'], personId: null, doneByPersonId: null };
    expect(read(who('head', { postId: 'deputy', capacity: 'delegated', ownPostId: 'post', kinds: [] }), { tasks: [waiting] }).allow).toBe(false);
    expect(read(who('officer', { postId: 'chief' }), { tasks: [waiting] }).allow).toBe(false);
  });

  test('a letter that has not started is nobody’s yet', () => {
    expect(read(who('clerk', { isRegistry: true }), { isNew: true }).allow).toBe(false);
  });
});

describe('secrecy', () => {
  const part = [{ postId: 'post', why: 'task' }];
  const read = (subject: Subject, change: Partial<LetterFacts>) => decide(subject, 'letter.read', { letter: letter(change) });

  test.each(ROLES)('%s sees a secret letter only with a part in it or as its registrar', (role) => {
    const cleared = who(role, { isRegistry: true });
    expect(read(cleared, { secrecy: 'secret' }).allow).toBe(role === 'secret_registrar');
    expect(read(cleared, { secrecy: 'secret', readers: part }).allow).toBe(role !== 'system_admin');
    expect(read(who(role, { isRegistry: true }, 'confidential'), { secrecy: 'secret', readers: part })).toMatchObject({ allow: false, isKnown: false });
  });

  test.each(SECRECIES)('clearance %s reaches its own class and those below', (clearance) => {
    for (const secrecy of SECRECIES) {
      expect(read(who('officer', {}, clearance), { secrecy, readers: part }).allow).toBe(SECRECIES.indexOf(secrecy) <= SECRECIES.indexOf(clearance));
    }
  });

  test('a sealed item is an envelope to the registry, also to whoever took it in with clearance, and open to the secret registrar', () => {
    const sealed = { isSealed: true, secrecy: 'confidential' as const, readers: [{ postId: 'post', why: 'owner' }] };
    expect(read(who('clerk', { isRegistry: true }), sealed)).toMatchObject({ allow: true, reveal: false, rule: 'read.envelope' });
    expect(read(who('clerk', { isRegistry: true }, 'none'), sealed)).toMatchObject({ allow: true, reveal: false });
    expect(read(who('clerk'), sealed).allow).toBe(false);
    expect(read(who('secret_registrar'), sealed)).toMatchObject({ allow: true, reveal: true });
    expect(read(who('secret_registrar', {}, 'none'), sealed).allow).toBe(false);
    expect(read(who('inspector'), sealed).allow).toBe(false);
  });

  test('a sealed item is open to a cleared post that it was put before', () => {
    const sealed = { isSealed: true, secrecy: 'confidential' as const, readers: [{ postId: 'post', why: 'task' }] };
    expect(read(who('officer'), sealed)).toMatchObject({ allow: true, rule: 'read.part', reveal: true });
    expect(read(who('officer', {}, 'none'), sealed).allow).toBe(false);
  });

  test('a sealed item is no ordinary letter even where no class is known', () => {
    expect(read(who('head', {}, 'none'), { isSealed: true }).allow).toBe(false);
    expect(read(who('supervisor', {}, 'none'), { isSealed: true, readers: part }).allow).toBe(false);
  });

  test('what may be started depends on the class and on the person’s own clearance', () => {
    const start = (subject: Subject, act: 'letter.intake' | 'letter.compose' | 'letter.control', secrecy: Secrecy) => decide(subject, act, { postId: 'post', secrecy }).allow;
    expect(start(who('clerk'), 'letter.intake', 'confidential')).toBe(false);
    expect(start(who('secret_registrar'), 'letter.intake', 'confidential')).toBe(true);
    expect(start(who('secret_registrar'), 'letter.intake', 'none')).toBe(false);
    expect(start(who('secret_registrar', {}, 'none'), 'letter.intake', 'confidential')).toBe(false);
    expect(start(who('officer', {}, 'confidential'), 'letter.compose', 'secret')).toBe(false);
    expect(start(who('officer', {}, 'secret'), 'letter.compose', 'secret')).toBe(true);
    expect(start(who('officer'), 'letter.compose', 'top_secret')).toBe(false);
    expect(start(who('secret_registrar', {}, 'secret'), 'letter.control', 'none')).toBe(false);
  });

  test('nobody raises a letter beyond the own clearance, nor to top secret', () => {
    const object = (to: Secrecy) => ({ letter: letter({ readers: part }), to });
    expect(decide(who('head', {}, 'confidential'), 'letter.reclassify', object('secret')).allow).toBe(false);
    expect(decide(who('head'), 'letter.reclassify', object('top_secret')).allow).toBe(false);
    expect(decide(who('head'), 'letter.reclassify', object('secret')).allow).toBe(true);
  });

  test.each(BOOK_KINDS)('book %s', (kind) => {
    const isSecret = kind.startsWith('secret');
    const readers = ROLES.filter((role) => decide(who(role, { isRegistry: true }), 'book.read', { officeId: 'office', unitId: null, kind }).allow);
    expect(readers).toEqual(isSecret ? ['secret_registrar', 'inspector'] : ['clerk', 'head', 'supervisor', 'inspector']);
    if (isSecret) {
      expect(decide(who('secret_registrar', {}, 'none'), 'book.read', { officeId: 'office', unitId: null, kind }).allow).toBe(false);
      expect(decide(who('clerk', { isRegistry: true }), 'book.read', { officeId: 'office', unitId: null, kind }).isKnown).toBe(false);
    }
  });
});

describe('tasks', () => {
  const object = (change: Partial<Omit<typeof task, 'personId'>> & { personId?: string | null }) => ({ letter: letter({ readers: [{ postId: 'post', why: 'task' }] }), task: { ...task, ...change } as ObjectOf['task.act']['task'] });

  test('a task of another post, one that is closed and one that somebody else has taken are not acted on', () => {
    expect(decide(who('officer'), 'task.act', object({ postIds: ['other'] })).allow).toBe(false);
    expect(decide(who('officer'), 'task.act', object({ isOpen: false })).allow).toBe(false);
    expect(decide(who('officer'), 'task.act', object({ personId: 'somebody' })).allow).toBe(false);
    expect(decide(who('officer'), 'task.act', object({ personId: 'me' })).allow).toBe(true);
  });

  test('a closed task is neither reassigned nor extended, by nobody', () => {
    for (const act of ['task.reassign', 'task.extend'] as const) {
      for (const role of ['head', 'supervisor'] as const) expect(decide(who(role), act, object({ isOpen: false })).allow).toBe(false);
    }
  });

  test('a head steers the tasks of the own unit only', () => {
    expect(decide(who('head'), 'task.reassign', object({ unitIds: ['below'] })).allow).toBe(true);
    expect(decide(who('head'), 'task.reassign', object({ unitIds: ['elsewhere'] })).allow).toBe(false);
  });

  test('the drafter may cancel and recall', () => {
    const drafted = { letter: letter({ readers: [{ postId: 'post', why: 'owner' }], drafterPostId: 'post' }) };
    expect(decide(who('officer'), 'letter.cancel', drafted)).toMatchObject({ allow: true, rule: 'cancel.drafter' });
    expect(decide(who('officer'), 'letter.recall', drafted)).toMatchObject({ allow: true, rule: 'recall.drafter' });
    expect(decide(who('officer'), 'letter.hold', drafted).allow).toBe(false);
  });
});

test('the number of a classified letter is cancelled by the secret registrar alone, that of an ordinary one by the registry', () => {
  const object = (secrecy: Secrecy) => ({ letter: letter({ secrecy, readers: [{ postId: 'post', why: 'task' }] }), unitId: 'unit-elsewhere' });
  expect(decide(who('clerk', { isRegistry: true }), 'letter.cancelNumber', object('none'))).toMatchObject({ allow: true, rule: 'cancelNumber.registry' });
  expect(decide(who('clerk', { isRegistry: true }), 'letter.cancelNumber', object('secret')).allow).toBe(false);
  expect(decide(who('clerk', { isRegistry: true }), 'letter.registerAnew', object('none'))).toMatchObject({ allow: true, rule: 'registerAnew.registry' });
  expect(decide(who('clerk', { isRegistry: true }), 'letter.registerAnew', object('secret')).allow).toBe(false);
  expect(decide(who('clerk', { unitIds: ['unit-elsewhere'] }), 'letter.registerAnew', object('none')).allow).toBe(false);
  expect(decide(who('secret_registrar'), 'letter.registerAnew', object('secret'))).toMatchObject({ allow: true, rule: 'registerAnew.secretRegistrar' });
  expect(decide(who('clerk', { unitIds: ['unit-elsewhere'] }), 'letter.cancelNumber', object('secret')).allow).toBe(false);
  expect(decide(who('secret_registrar'), 'letter.cancelNumber', object('secret'))).toMatchObject({ allow: true, rule: 'cancelNumber.secretRegistrar' });
  expect(decide(who('secret_registrar'), 'letter.cancelNumber', object('none')).allow).toBe(false);
});

test('the central registry recalls, and an envelope that one may not open is not answered', () => {
  expect(decide(who('clerk', { isRegistry: true }), 'letter.recall', OWN['letter.recall'])).toMatchObject({ allow: true, rule: 'recall.registry' });
  const sealed = letter({ isSealed: true, secrecy: 'confidential' });
  expect(decide(who('clerk', { isRegistry: true }), 'letter.read', { letter: sealed })).toMatchObject({ allow: true, reveal: false });
  expect(decide(who('clerk', { isRegistry: true }), 'letter.reply', { letter: sealed })).toMatchObject({ allow: false, isKnown: true });
});

test.each([['while somebody acts for the post', { mayAct: false }], ['by a delegation to sign', { capacity: 'delegated', kinds: [] }]] as const)(
  'nobody looks after the installation %s', (_name, change) => expect(decide(who('system_admin', change), 'system.read', OWN['system.read']).allow).toBe(false),
);

test.each(ROLES.filter((role) => role !== 'clerk'))('a post of %s in the registry has no right that it would not have elsewhere', (role) => {
  for (const act of ACTS) expect([act, decide(who(role, { isRegistry: true }), act, OWN[act]).allow]).toEqual([act, decide(who(role), act, OWN[act]).allow]);
});

test('a delegation to sign makes nobody the drafter of what the post has drafted, and starts nothing in its name', () => {
  const signing = who('officer', { postId: 'chief', capacity: 'delegated', ownPostId: 'post', kinds: [] });
  const subject = { ...signing, posts: [...signing.posts, post('officer')] };
  const drafted = { letter: letter({ readers: [{ postId: 'post', why: 'task' }], drafterPostId: 'chief' }) };
  expect(decide(subject, 'letter.cancel', drafted)).toMatchObject({ allow: false, isKnown: true });
  expect(decide(subject, 'letter.recall', drafted).allow).toBe(false);
  expect(decide(subject, 'letter.compose', { postId: 'chief', secrecy: 'none' }).allow).toBe(false);
  expect(decide(subject, 'letter.compose', { postId: 'post', secrecy: 'none' }).allow).toBe(true);
});

test('an inspector reads the routes of the offices below, and of no others', () => {
  expect(decide(who('inspector'), 'route.read', { officeId: 'province', isTemplate: false })).toMatchObject({ allow: true, rule: 'routeRead.inspector' });
  expect(decide(who('inspector'), 'route.read', { officeId: 'elsewhere', isTemplate: false })).toMatchObject({ allow: false, isKnown: false });
});

test('an inspector reads the offices below and does nothing there', () => {
  const below = letter({ officeId: 'province', ownerUnitId: 'x' });
  expect(decide(who('inspector'), 'letter.read', { letter: below })).toMatchObject({ allow: true, rule: 'read.office' });
  expect(decide(who('inspector'), 'letter.hold', { letter: below })).toMatchObject({ allow: false, isKnown: true });
});

test('a post that also looks after the installation opens no letter and does nothing in the office', () => {
  const everything: Subject = { personId: 'me', clearance: 'top_secret', posts: [post('system_admin', { isRegistry: true, roles: ROLES.filter((role) => role !== 'inspector') })] };
  for (const act of ACTS.filter((each) => !ALLOWED[each].includes('system_admin'))) expect([act, decide(everything, act, OWN[act]).allow]).toEqual([act, false]);
  const signs = { kind: 'sign', isOpen: true, postIds: ['post'], personId: null, doneByPersonId: null };
  const delegated: Subject = { ...everything, posts: everything.posts.map((each) => ({ ...each, capacity: 'delegated', kinds: [] })) };
  expect(decide(delegated, 'letter.read', { letter: letter({ tasks: [signs] }) }).allow).toBe(false);
});

test('the registry records absences and delegations of the whole office, and reads the books of all its units', () => {
  const clerk = who('clerk', { isRegistry: true });
  const inOtherUnit = { officeId: 'office', unitId: 'unit-elsewhere', personId: 'somebody', postId: 'other-post' };
  expect(decide(clerk, 'people.absence', inOtherUnit)).toMatchObject({ allow: true, rule: 'absence.registry' });
  expect(decide(clerk, 'people.delegate', inOtherUnit)).toMatchObject({ allow: true, rule: 'delegate.registry' });
  const book = { officeId: 'office', unitId: 'unit-elsewhere', kind: 'receive' } as const;
  expect(decide(clerk, 'book.read', book)).toMatchObject({ allow: true, rule: 'book.registry' });
  expect(decide(who('clerk'), 'book.read', book)).toMatchObject({ allow: false, isKnown: false });
  expect(decide(who('head', { isRegistry: true }), 'book.read', book).allow).toBe(false);
});

test('numbers are taken by hand in the registry whose book it is, of secret books by the secret registrar alone', () => {
  const office = { officeId: 'office', unitId: null, kind: 'send' } as const;
  expect(decide(who('clerk', { isRegistry: true }), 'book.take', office)).toMatchObject({ allow: true, rule: 'take.registry' });
  expect(decide(who('clerk'), 'book.take', office).allow).toBe(false);
  expect(decide(who('head', { isRegistry: true }), 'book.take', office).allow).toBe(false);
  expect(decide(who('clerk', { isRegistry: true }), 'book.take', { ...office, unitId: 'unit-elsewhere' }).allow).toBe(false);
  expect(decide(who('clerk'), 'book.take', { ...office, unitId: 'unit' })).toMatchObject({ allow: true, rule: 'take.unitRegistry' });
  for (const kind of ['secret_send', 'secret_receive', 'secret_control'] as const) {
    expect(decide(who('clerk', { isRegistry: true }), 'book.take', { ...office, kind }).allow).toBe(false);
    expect(decide(who('secret_registrar'), 'book.take', { ...office, kind })).toMatchObject({ allow: true, rule: 'take.secretRegistrar' });
    expect(decide(who('secret_registrar', {}, 'none'), 'book.take', { ...office, kind }).allow).toBe(false);
  }
});

test('who acts for a post does not hand on its power to sign', () => {
  const object = { ...OWN['people.delegate'], postId: 'post' };
  expect(decide(who('officer', { capacity: 'acting_for', ownPostId: 'own' }), 'people.delegate', object).allow).toBe(false);
});

test('people manage only what is theirs to manage', () => {
  const object = OWN['people.appoint'];
  expect(decide(who('clerk', { isRegistry: true }), 'people.appoint', object).allow).toBe(true);
  expect(decide(who('clerk', { isRegistry: true }), 'people.appoint', { ...object, isActing: false }).allow).toBe(false);
  expect(decide(who('office_admin'), 'people.appoint', { ...object, isActing: false }).allow).toBe(true);
  expect(decide(who('officer'), 'people.absence', { ...object, personId: 'me' })).toMatchObject({ allow: true, rule: 'absence.self' });
  expect(decide(who('officer'), 'people.delegate', { ...object, postId: 'post' })).toMatchObject({ allow: true, rule: 'delegate.self' });
});

test('an office that is not there yet is set up by the system’s administrator or the one of the office above it', () => {
  const setUp = (role: Role, parentId: string): boolean => decide(who(role), 'office.setUp', { officeId: null, parentId }).allow;
  expect([setUp('system_admin', 'elsewhere'), setUp('office_admin', 'office'), setUp('office_admin', 'elsewhere'), setUp('head', 'office')]).toEqual([true, true, false, false]);
});

test('the tree of offices is kept by a post in force of one own or acted for, never by delegation', () => {
  expect(decide(who('system_admin', { capacity: 'delegated' }), 'offices.manage', {}).allow).toBe(false);
  expect(decide(who('system_admin', { mayAct: false }), 'offices.manage', {}).allow).toBe(false);
  expect(decide(who('system_admin', { capacity: 'acting_for' }), 'offices.manage', {}).allow).toBe(true);
});

test('nobody approves what they have proposed, except where the office asks for no second person', () => {
  const owner = who('process_owner');
  const mineOf = (needsFourEyes: boolean) => ({ officeId: 'office', authorId: owner.personId, needsFourEyes });
  expect(decide(owner, 'route.approve', mineOf(true))).toMatchObject({ allow: false, rule: 'approveRoute.none' });
  expect(decide(owner, 'route.approve', mineOf(false))).toMatchObject({ allow: true });
});

test('routes offered as templates are read by process owners of other offices, and by nobody else there', () => {
  const template = { officeId: 'elsewhere', isTemplate: true };
  expect(decide(who('process_owner'), 'route.read', template)).toMatchObject({ allow: true, rule: 'routeRead.template' });
  expect(decide(who('clerk'), 'route.read', template)).toMatchObject({ allow: false, isKnown: false });
  expect(decide(who('process_owner'), 'route.read', { ...template, isTemplate: false })).toMatchObject({ allow: false, isKnown: false });
});
