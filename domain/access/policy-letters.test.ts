import { ROLES, type Secrecy } from '../letter/vocabulary';
import { decide, type ObjectOf } from './policy';
import type { LetterFacts } from './read';
import type { Subject } from './subject';
import { ACTS, letter, OWN, post, task, who } from './testing/policy';

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

test('a delegation to sign makes nobody the drafter of what the post has drafted, and starts nothing in its name', () => {
  const signing = who('officer', { postId: 'chief', capacity: 'delegated', ownPostId: 'post', kinds: [] });
  const subject = { ...signing, posts: [...signing.posts, post('officer')] };
  const drafted = { letter: letter({ readers: [{ postId: 'post', why: 'task' }], drafterPostId: 'chief' }) };
  expect(decide(subject, 'letter.cancel', drafted)).toMatchObject({ allow: false, isKnown: true });
  expect(decide(subject, 'letter.recall', drafted).allow).toBe(false);
  expect(decide(subject, 'letter.compose', { postId: 'chief', secrecy: 'none' }).allow).toBe(false);
  expect(decide(subject, 'letter.compose', { postId: 'post', secrecy: 'none' }).allow).toBe(true);
});
