import { ROLES, type Role, type Secrecy } from '../letter/vocabulary';
import { abilitiesOf } from './abilities';
import { explainDecision } from './explain';
import { decide } from './policy';
import type { LetterFacts } from './read';
import type { Subject, SubjectPost } from './subject';

const post = (postId: string, role: Role, change: Partial<SubjectPost> = {}): SubjectPost => ({
  postId, capacity: 'own', ownPostId: null, orderNo: '', mayAct: true, kinds: null, until: null, officeId: 'office', unitId: 'unit', roles: [role], isUnitHead: role === 'head',
  isRegistry: false, unitIds: ['unit'], officeIds: ['office'], ...change,
});
const who = (clearance: Secrecy, ...posts: readonly SubjectPost[]): Subject => ({ personId: 'me', clearance, posts });
const letter = (change: Partial<LetterFacts> = {}): LetterFacts => ({
  officeId: 'office', ownerUnitId: null, kind: 'external_letter', secrecy: 'none', isSealed: false, isNew: false, readers: [], assignmentUnitIds: [], tasks: [], ...change,
});
const read = (subject: Subject, change: Partial<LetterFacts>) => explainDecision(subject, 'letter.read', { letter: letter(change) });
const kinds = (subject: Subject, change: Partial<LetterFacts>) => read(subject, change).reasons.map((reason) => ('post' in reason ? `${reason.kind} ${reason.post.postId}` : reason.kind));

const part = (postId: string) => [{ postId, why: 'task' }];

test('of several posts, the one that has the part is named', () => {
  expect(kinds(who('none', post('a', 'officer'), post('b', 'officer')), { readers: part('b') })).toEqual(['post b']);
});

test('an acting post is named with its order', () => {
  const acting = post('chief', 'head', { capacity: 'acting_for', ownPostId: 'a', orderNo: '81/2569' });
  expect(read(who('none', post('a', 'officer'), acting), { readers: part('chief') }).reasons).toEqual([{ kind: 'post', post: acting }]);
});

test('a task given in person rests on the person', () => {
  const tasks = [{ kind: 'work', isOpen: true, postIds: ['x'], personId: 'me', doneByPersonId: null }];
  expect(kinds(who('none', post('a', 'officer')), { tasks })).toEqual(['person']);
});

test('too little clearance is named only where clearance is what is missing', () => {
  expect(kinds(who('none', post('a', 'officer')), { secrecy: 'secret', readers: part('a') })).toEqual(['clearance']);
  expect(kinds(who('none', post('a', 'officer')), { secrecy: 'secret' })).toEqual([]);
});

test('a holder for whom somebody acts is told so', () => {
  const holder = who('none', post('a', 'officer', { mayAct: false }));
  const task = { kind: 'work', isOpen: true, postIds: ['a'], personId: null, unitIds: ['unit'] };
  const { allow, reasons } = explainDecision(holder, 'task.act', { letter: letter({ readers: part('a') }), task });
  expect([allow, reasons.map(({ kind }) => kind)]).toEqual([false, ['actedFor']]);
});

test('nobody without a post may anything, and that is why', () => {
  expect(kinds(who('top_secret'), {})).toEqual(['noPost']);
});

test.each(ROLES)('the explanation never says anything but the policy: %s', (role) => {
  const subject = who('secret', post('a', role, { isRegistry: true }));
  for (const change of [{}, { readers: part('a') }, { secrecy: 'secret' as const }, { ownerUnitId: 'unit' }, { isSealed: true }]) {
    const { reasons: _reasons, ...decision } = read(subject, change);
    expect(decision).toEqual(decide(subject, 'letter.read', { letter: letter(change) }));
  }
});

test.each(ROLES)('what %s may do is named by rules, each with the post it rests on', (role) => {
  const abilities = abilitiesOf(who('secret', post('a', role, { isRegistry: true })));
  expect(abilities.length).toBeGreaterThan(0);
  expect(abilities.every(({ rule, postIds }) => !rule.endsWith('.none') && postIds.join() === 'a')).toBe(true);
});

test('an office administrator looks after people and the calendar and does not see the office’s letters by it', () => {
  const rules = abilitiesOf(who('none', post('a', 'office_admin'))).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['appoint.officeAdmin', 'calendar.officeAdmin', 'audit.officeAdmin', 'handOver.officeAdmin']));
  expect(rules).not.toContain('read.office');
});

test('somebody to whom a signature is delegated signs, and heads nothing by it', () => {
  const rules = abilitiesOf(who('none', post('chief', 'head', { capacity: 'delegated', ownPostId: 'a', kinds: [] }))).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['read.delegated', 'act.holder']));
  expect(rules).not.toContain('read.unit');
});
