import { BOOK_KINDS, ROLES, SECRECIES, type Secrecy } from '../letter/vocabulary';
import { decide } from './policy';
import type { LetterFacts } from './read';
import type { Subject } from './subject';
import { letter, who } from './testing/policy';

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
