import { assertClosing, assertNoCycle, assertRoles, GRANTABLE_ROLES, validityState } from './rules';

const tree = [{ id: 'a', parentId: null }, { id: 'b', parentId: 'a' }, { id: 'c', parentId: 'b' }];

test.each([['itself', 'a', 'a'], ['its child', 'a', 'b'], ['what lies deep below', 'a', 'c']])('nothing is moved below %s', (_what, id, parentId) => {
  expect(() => assertNoCycle(tree, { id, parentId })).toThrow('TREE_CYCLE');
});

test('a branch is moved to another place, and to the top', () => {
  expect(() => assertNoCycle(tree, { id: 'c', parentId: 'a' })).not.toThrow();
  expect(() => assertNoCycle(tree, { id: 'b', parentId: null })).not.toThrow();
});

test('a tree that is broken already does not hang the check', () => {
  expect(() => assertNoCycle([{ id: 'x', parentId: 'y' }, { id: 'y', parentId: 'x' }], { id: 'z', parentId: 'x' })).not.toThrow();
});

test('roles that reach beyond the office are neither given nor taken by it', () => {
  expect(() => assertRoles({ before: [], after: ['system_admin'], isOwn: false })).toThrow('ROLE_NOT_GRANTABLE');
  expect(() => assertRoles({ before: ['inspector', 'officer'], after: ['officer'], isOwn: false })).toThrow('ROLE_NOT_GRANTABLE');
  expect(() => assertRoles({ before: ['inspector'], after: ['inspector', 'head'], isOwn: false })).not.toThrow();
  expect(GRANTABLE_ROLES).toContain('office_admin');
});

test('nobody widens the powers of their own post', () => {
  expect(() => assertRoles({ before: ['office_admin'], after: ['office_admin', 'supervisor'], isOwn: true })).toThrow('OWN_ACCOUNT');
  expect(() => assertRoles({ before: ['office_admin', 'officer'], after: ['officer', 'office_admin'], isOwn: true })).not.toThrow();
});

test('what begins later is to come; the last day is the first without it', () => {
  expect(validityState({ validFrom: '2026-12-01', validTo: null }, '2026-11-30')).toBe('future');
  expect(validityState({ validFrom: '2026-12-01', validTo: '2027-01-01' }, '2026-12-31')).toBe('inForce');
  expect(validityState({ validFrom: '2026-12-01', validTo: '2027-01-01' }, '2027-01-01')).toBe('ended');
  expect(validityState({ validFrom: '2026-12-01', validTo: '2026-12-01' }, '2026-11-01')).toBe('ended');
});

test('nothing is closed in the past or before it began', () => {
  const today = '2026-11-21';
  expect(() => assertClosing({ validFrom: '2026-01-01' }, { on: '2026-11-20', today })).toThrow('PERIOD_INVALID');
  expect(() => assertClosing({ validFrom: '2027-01-01' }, { on: '2026-12-01', today })).toThrow('PERIOD_INVALID');
  expect(() => assertClosing({ validFrom: '2026-01-01' }, { on: today, today })).not.toThrow();
});
