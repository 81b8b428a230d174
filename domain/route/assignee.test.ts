import { lacksClearance, meansAnybody, resolveAssignee } from './assignee';
import type { AssigneeContext, Exclusion } from './effects';
import type { AssigneeRule } from './model';
import { buildDirectory, holder } from './testing/office';

const CONTEXT: AssigneeContext = { holderUnitId: 'U-ict', lastActor: holder('ict-officer'), drafter: holder('finance-officer'), facts: { ownerUnitId: 'U-finance', proposedUnit: 'U-ict' }, secrecy: 'none' };
const NOBODY: Exclusion = { personIds: [], postIds: [] };
const DIRECTORY = buildDirectory();
const resolve = (rule: AssigneeRule, directory = DIRECTORY, context: Partial<AssigneeContext> = {}, exclude = NOBODY) =>
  resolveAssignee(rule, directory, { ...CONTEXT, ...context }, exclude);

describe('a rule means', () => {
  test.each<[string, AssigneeRule, readonly string[]]>([
    ['a post of the office', { by: 'post', postCode: 'chief' }, ['P-chief']],
    ['the head of a named unit', { by: 'unitHead', unit: { unitCode: 'finance' } }, ['P-finance-head']],
    ['the head of the unit that holds the letter', { by: 'unitHead', unit: 'holder' }, ['P-ict-head']],
    ['the head of the owner unit', { by: 'unitHead', unit: 'owner' }, ['P-finance-head']],
    ['the head of the proposed unit', { by: 'unitHead', unit: 'proposed' }, ['P-ict-head']],
    ['the head of the registry', { by: 'unitHead', unit: 'registry' }, ['P-chief']],
    ['the superior of whoever acted last', { by: 'superior', of: 'lastActor' }, ['P-ict-head']],
    ['the superior of the drafter', { by: 'superior', of: 'drafter' }, ['P-finance-head']],
    ['the deputy who oversees the owner unit', { by: 'oversees', unit: 'owner' }, ['P-deputy']],
    ['everybody with a role', { by: 'role', role: 'officer' }, []],
    ['everybody with a role in a unit', { by: 'role', role: 'officer', unit: 'holder' }, ['P-ict-officer', 'P-ict-second']],
    ['one of a group', { by: 'group', postCodes: ['clerk', 'owner'] }, ['P-clerk', 'P-owner']],
    ['a post named by a fact', { by: 'field', fact: 'post' }, ['P-chief']],
    ['a post whose code a fact holds', { by: 'field', fact: 'code' }, ['P-chief']],
    ['the head of a unit named by a fact', { by: 'field', fact: 'unit' }, ['P-ict-head']],
    ['a given post', { by: 'given', postIds: ['P-clerk'] }, ['P-clerk']],
    ['the superiors of the holders', { by: 'superiorOf', postIds: ['P-ict-officer', 'P-ict-second', 'P-clerk'] }, ['P-ict-head', 'P-chief']],
  ])('%s', (_name, rule, posts) => {
    const facts = { ...CONTEXT.facts, post: 'P-chief', code: 'chief', unit: 'U-ict' };
    const found = resolve(rule, DIRECTORY, { facts });
    expect(found.postIds).toEqual(rule.by === 'role' && !rule.unit ? ['P-ict-officer', 'P-ict-second', 'P-finance-officer'] : posts);
    expect(found).toMatchObject({ via: 'rule', personId: null, passedOver: [] });
  });

  test('the person named in a field, by the posts that person has', () => {
    expect(resolve({ by: 'field', fact: 'who' }, DIRECTORY, { facts: { who: 'H-clerk' } })).toEqual({ postIds: ['P-clerk'], personId: 'H-clerk', via: 'rule', passedOver: [] });
  });

  test('the post of the drafter, so that whoever acts for it finds the task', () => {
    const acting = buildDirectory({ 'finance-officer': { holders: ['H-acting'] } });
    expect(resolve({ by: 'drafter' }, acting)).toEqual({ postIds: ['P-finance-officer'], personId: null, via: 'rule', passedOver: [] });
  });

  test('the deputy who oversees the unit above where nobody oversees the unit itself', () => {
    const directory = buildDirectory({ deputy: { oversees: ['U-office'] } });
    expect(resolve({ by: 'oversees', unit: 'owner' }, directory).postIds).toEqual(['P-deputy']);
  });

  test('the head that the unit names before one that is only marked as head', () => {
    const units = DIRECTORY.units.map((unit) => (unit.id === 'U-ict' ? { ...unit, headPostId: 'P-ict-second' } : unit));
    expect(resolve({ by: 'unitHead', unit: 'holder' }, buildDirectory({}, { units })).postIds).toEqual(['P-ict-second']);
  });
});

describe('passed over', () => {
  const exclude = { personIds: ['H-ict-head'], postIds: ['P-ict-head'] };

  test('is the drafter, to the next superior, and it says so', () => {
    expect(resolve({ by: 'post', postCode: 'ict-head' }, DIRECTORY, {}, exclude)).toEqual({ postIds: ['P-deputy'], personId: null, via: 'rule', passedOver: ['P-ict-head'] });
  });

  test('is a post that only the drafter holds at the moment', () => {
    const acting = buildDirectory({ deputy: { holders: ['H-ict-head'] } });
    expect(resolve({ by: 'post', postCode: 'deputy' }, acting, {}, exclude)).toMatchObject({ postIds: ['P-governor'], passedOver: ['P-deputy'] });
  });

  test('is not a post that somebody else holds as well', () => {
    const shared = buildDirectory({ deputy: { holders: ['H-deputy', 'H-ict-head'] } });
    expect(resolve({ by: 'post', postCode: 'deputy' }, shared, {}, exclude).postIds).toEqual(['P-deputy']);
  });

  test('up to the top leaves nobody: the fallback holds', () => {
    expect(resolve({ by: 'post', postCode: 'governor' }, DIRECTORY, {}, { personIds: [], postIds: ['P-governor'] })).toEqual({ postIds: ['P-chief'], personId: null, via: 'fallback', passedOver: ['P-governor'] });
  });

  test('in a circle of superiors ends', () => {
    const circle = buildDirectory({ governor: { superiorId: 'P-ict-head' } });
    expect(resolve({ by: 'post', postCode: 'ict-head' }, circle, {}, { personIds: [], postIds: ['P-ict-head', 'P-deputy', 'P-governor'] }).via).toBe('fallback');
  });
});

describe('nobody found', () => {
  test.each<[string, AssigneeRule, Partial<AssigneeContext>]>([
    ['a post that does not exist', { by: 'post', postCode: 'none' }, {}],
    ['nobody acted yet', { by: 'superior', of: 'lastActor' }, { lastActor: null }],
    ['nobody drafted it', { by: 'drafter' }, { drafter: null }],
    ['no unit holds it', { by: 'unitHead', unit: 'holder' }, { holderUnitId: null }],
    ['a unit that does not exist', { by: 'unitHead', unit: { unitCode: 'none' } }, {}],
    ['a fact that is not known', { by: 'field', fact: 'actingPerson' }, {}],
    ['the top has no superior', { by: 'superiorOf', postIds: ['P-governor'] }, {}],
    ['nobody oversees it', { by: 'oversees', unit: 'registry' }, {}],
  ])('%s: the fallback post, flagged', (_name, rule, context) => {
    expect(resolve(rule, DIRECTORY, context)).toEqual({ postIds: ['P-chief'], personId: null, via: 'fallback', passedOver: [] });
    expect(meansAnybody(rule, DIRECTORY, { ...CONTEXT, ...context })).toBe(false);
  });

  test('a vacant post with nobody acting goes to the fallback; one of a group that is vacant is left out', () => {
    const vacant = buildDirectory({ clerk: { holders: [] } });
    expect(resolve({ by: 'post', postCode: 'clerk' }, vacant).via).toBe('fallback');
    expect(resolve({ by: 'group', postCodes: ['clerk', 'owner'] }, vacant)).toMatchObject({ postIds: ['P-owner'], via: 'rule' });
  });

  test('a fallback that is the drafter gives way to its superior, a vacant one to the process owner', () => {
    const rule = { by: 'post', postCode: 'none' } as const;
    expect(resolve(rule, DIRECTORY, {}, { personIds: [], postIds: ['P-chief'] }).postIds).toEqual(['P-deputy']);
    expect(resolve(rule, buildDirectory({ chief: { holders: [] } })).postIds).toEqual(['P-owner']);
  });

  test('in an office without either nobody is left', () => {
    const rule = { by: 'post', postCode: 'none' } as const;
    expect(resolve(rule, buildDirectory({}, { fallbackPostId: null, processOwnerPostId: null })).postIds).toEqual([]);
    expect(resolve(rule, buildDirectory({ chief: { holders: [] } }, { processOwnerPostId: null })).postIds).toEqual(['P-chief']);
  });
});

describe('a classified letter', () => {
  test('drops posts without clearance', () => {
    const directory = buildDirectory({ owner: { clearance: 'secret' } });
    expect(resolve({ by: 'group', postCodes: ['clerk', 'owner'] }, directory, { secrecy: 'secret' })).toMatchObject({ postIds: ['P-owner'], via: 'rule' });
  });

  test('goes to the fallback only where it is cleared, else to the secret registrar', () => {
    const rule = { by: 'post', postCode: 'clerk' } as const;
    expect(resolve(rule, DIRECTORY, { secrecy: 'confidential' })).toMatchObject({ postIds: ['P-chief'], via: 'fallback' });
    expect(resolve(rule, DIRECTORY, { secrecy: 'secret' })).toMatchObject({ postIds: ['P-registrar'], via: 'secretRegistrar' });
  });

  test('goes to the parent office’s secret registrar where the own one cannot have it', () => {
    const rule = { by: 'post', postCode: 'clerk' } as const;
    expect(resolve(rule, buildDirectory({ registrar: { holders: [] } }), { secrecy: 'secret' })).toMatchObject({ postIds: ['P-parent-registrar'], via: 'secretRegistrar' });
    expect(resolve(rule, buildDirectory({ registrar: { clearance: 'none' } }), { secrecy: 'secret' }).postIds).toEqual(['P-parent-registrar']);
  });
});

test('the person named in a field is not asked in a post that was passed over', () => {
  const exclude = { personIds: [], postIds: ['P-ict-officer'] };
  expect(resolve({ by: 'field', fact: 'who' }, DIRECTORY, { facts: { who: 'H-ict-officer' } }, exclude)).toEqual({ postIds: ['P-ict-head'], personId: null, via: 'rule', passedOver: ['P-ict-officer'] });
});

test('the class of a letter lacks whoever is cleared only where the rule means somebody without it', () => {
  const lacks = (postCode: string, secrecy: 'none' | 'secret') => lacksClearance({ by: 'post', postCode }, DIRECTORY, { ...CONTEXT, secrecy }, NOBODY);
  expect(lacks('ict-head', 'secret')).toBe(true);
  expect(lacks('deputy', 'secret')).toBe(false);
  expect(lacks('ict-head', 'none')).toBe(false);
  expect(lacks('nobody', 'secret')).toBe(false);
});

test('a unit without a head is nobody’s: its other posts are not its head', () => {
  const headless = buildDirectory({ 'ict-head': { isUnitHead: false } });
  expect(resolve({ by: 'unitHead', unit: 'holder' }, headless)).toMatchObject({ postIds: ['P-chief'], via: 'fallback' });
});

test('in a circle of units the search for who oversees them ends', () => {
  const units = DIRECTORY.units.map((unit) => (unit.id === 'U-office' ? { ...unit, parentId: 'U-ict' } : unit));
  expect(resolve({ by: 'oversees', unit: 'holder' }, buildDirectory({ deputy: { oversees: [] } }, { units })).via).toBe('fallback');
});

describe('at the end of the line', () => {
  const absent: AssigneeRule = { by: 'post', postCode: 'nobody' };

  test('a superior in the place of a named person is judged by their own clearance', () => {
    const exclude = { personIds: [], postIds: ['P-deputy'] };
    expect(resolve({ by: 'field', fact: 'who' }, DIRECTORY, { facts: { who: 'H-deputy' }, secrecy: 'secret' }, exclude)).toMatchObject({ postIds: ['P-governor'], personId: null, via: 'rule' });
  });

  test('whoever is excluded is not the last resort in the place of another who is', () => {
    const exclude = { personIds: [], postIds: ['P-chief', 'P-deputy', 'P-governor', 'P-owner'] };
    expect(resolve(absent, DIRECTORY, {}, exclude)).toMatchObject({ postIds: ['P-chief'], via: 'fallback' });
  });

  test('an office without a secret registrar hands a secret letter to the parent’s', () => {
    expect(resolve(absent, buildDirectory({}, { secretRegistrarPostId: null }), { secrecy: 'secret' })).toMatchObject({ postIds: ['P-parent-registrar'], via: 'secretRegistrar' });
  });
});
