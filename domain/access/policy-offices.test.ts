import type { Role } from '../letter/vocabulary';
import { decide } from './policy';
import { letter, OWN, who } from './testing/policy';

test('an inspector reads the routes of the offices below, and of no others', () => {
  expect(decide(who('inspector'), 'route.read', { officeId: 'province', isTemplate: false })).toMatchObject({ allow: true, rule: 'routeRead.inspector' });
  expect(decide(who('inspector'), 'route.read', { officeId: 'elsewhere', isTemplate: false })).toMatchObject({ allow: false, isKnown: false });
});

test('an inspector reads the offices below and does nothing there', () => {
  const below = letter({ officeId: 'province', ownerUnitId: 'x' });
  expect(decide(who('inspector'), 'letter.read', { letter: below })).toMatchObject({ allow: true, rule: 'read.office' });
  expect(decide(who('inspector'), 'letter.hold', { letter: below })).toMatchObject({ allow: false, isKnown: true });
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
