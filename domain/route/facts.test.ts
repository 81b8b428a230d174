import { advance } from './engine';
import type { Pick } from './events';
import { FACTS, findFact, fitsFact } from './facts';
import { approval, AT, endNode, post, route, startNode, walk, type Walk } from './testing/build';
import { unitId } from './testing/office';

/** A unit's own route: its head names who works, else the head does it. */
const naming = [
  { id: 'appoint', type: 'approve', mode: 'one', assignees: [{ by: 'unitHead', unit: 'holder' }], returnTo: [], fields: ['actingPerson', 'subjectClass'] },
  {
    id: 'named', type: 'decide', otherwise: 'head',
    branches: [{ outcome: 'person', when: { combinator: 'and', rules: [{ field: 'actingPerson', operator: 'notNull', value: null }] } }],
  },
  { id: 'theirs', type: 'work', assignee: { by: 'field', fact: 'actingPerson' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
  { id: 'heads', type: 'work', assignee: { by: 'unitHead', unit: 'holder' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
] as const;
const NAMING_EDGES = ['named person theirs', 'named head heads', 'theirs done end', 'heads done end'];
const unitRoute = route([{ ...startNode, kinds: ['external_letter'] }, ...naming, endNode], ['start appoint', 'appoint approve named', ...NAMING_EDGES]);
const direct = { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['assigned'] } as const;
const pick = (unit: string, role: Pick['role']): Pick => ({ unitId: unitId(unit), role, routeVersionId: 'unitRoute' });

const workers = (run: Walk): readonly (readonly [string, string | null])[] => run.tasks().map((task) => [task.node, task.personId]);

describe('a person named in a unit', () => {
  const main = route([startNode, direct, approval('after', 'chief'), endNode], ['start direct', 'direct after', 'after approve end']);
  const begin = (): Walk => {
    const run = walk({ routes: { main, unitRoute }, route: 'main' });
    run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main'), pick('finance', 'info')] });
    const [ict] = run.tasks('appoint').filter((task) => task.postIds.includes('P-ict-head'));
    run.feed({
      type: 'act', at: AT, actor: { personId: 'H-ict-head', postId: 'P-ict-head', capacity: 'own' }, taskId: ict?.id ?? '', rev: ict?.rev ?? 0, outcome: 'approve',
      hasNote: false, facts: { actingPerson: 'H-ict-officer', subjectClass: 'budget' },
    });
    return run;
  };

  test('is nobody to another unit that has the letter at the same time', () => {
    const run = begin();
    expect(workers(run)).toContainEqual(['theirs', 'H-ict-officer']);
    run.act('appoint', 'approve');
    expect(workers(run)).toContainEqual(['heads', null]);
    expect(run.tasks('theirs')).toHaveLength(1);
  });

  test('is kept with the unit, while what is said of the letter is kept with the letter', () => {
    const run = begin();
    expect(run.state().facts).toMatchObject({ subjectClass: 'budget' });
    expect(run.state().facts).not.toHaveProperty('actingPerson');
    expect(run.effects('setFacts')).toEqual([expect.objectContaining({ facts: { subjectClass: 'budget' } })]);
  });
});

test('whom the office named for itself is nobody to the unit it then directs the letter to', () => {
  const main = route([startNode, { ...naming[0], assignees: [post('clerk')] }, direct, endNode], ['start appoint', 'appoint approve direct', 'direct end']);
  const run = walk({ routes: { main, unitRoute }, route: 'main' });
  run.act('appoint', 'approve', { facts: { actingPerson: 'H-clerk' } });
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main')] });
  run.act('appoint', 'approve');
  expect(workers(run)).toEqual([['heads', null]]);
});

test('what is set in a called route is known after it', () => {
  const called = route([startNode, { ...naming[0], assignees: [post('clerk')] }, endNode], ['start appoint', 'appoint approve end']);
  const main = route(
    [startNode, { id: 'ask', type: 'call', routeVersionId: 'called' }, ...naming.slice(1), endNode],
    ['start ask', 'ask named', ...NAMING_EDGES],
  );
  const run = walk({ routes: { main, called }, route: 'main' });
  run.act('appoint', 'approve', { facts: { actingPerson: 'H-ict-second' } });
  expect(workers(run)).toEqual([['theirs', 'H-ict-second']]);
});

test('what a decision table says of the unit stays with the unit', () => {
  const table = { hitPolicy: 'first', inputs: ['kind'], outputs: ['actingPerson', 'amount'], rules: [{ id: 'r', when: [null], then: ['H-ict-second', 5] }] } as const;
  const main = route([startNode, { id: 'table', type: 'classify', table }, ...naming.slice(1), endNode], ['start table', 'table named', ...NAMING_EDGES]);
  const run = walk({ routes: { main }, route: 'main' });
  expect(workers(run)).toEqual([['theirs', 'H-ict-second']]);
  expect(run.state().facts).toMatchObject({ amount: 5 });
  expect(run.state().facts).not.toHaveProperty('actingPerson');
});

test('a letter that begins with a proposal has it in its main frame', () => {
  const run = walk({ routes: { main: route([startNode, direct, endNode], ['start direct', 'direct end']) }, route: 'main', facts: { direction: 'incoming', kind: 'external_letter', proposedUnit: 'U-ict' } });
  expect(Object.values(run.state().frames).map((frame) => frame.facts)).toEqual([{ proposedUnit: 'U-ict' }]);
  expect(run.state().facts).not.toHaveProperty('proposedUnit');
});

test('a fact that the step does not list, or that does not fit, is refused', () => {
  const main = route([startNode, naming[0], endNode], ['start appoint', 'appoint approve end']);
  const run = walk({ routes: { main }, route: 'main', start: { unitId: unitId('ict') } });
  expect(run.refusal(() => run.act('appoint', 'approve', { facts: { amount: 5 } }))).toBe('EVENT_INVALID');
  expect(run.refusal(() => run.act('appoint', 'approve', { facts: { actingPerson: ['H-clerk'] } }))).toBe('EVENT_INVALID');
  expect(() => advance({ main }, run.state(), { type: 'act', at: AT, actor: { personId: 'H-ict-head', postId: 'P-ict-head', capacity: 'own' }, taskId: run.task('appoint').id, rev: 0, outcome: 'approve', hasNote: false, facts: { actingPerson: null } })).not.toThrow();
});

test('the catalogue knows its names only, and what each may hold', () => {
  expect(Object.keys(FACTS)).toHaveLength(new Set(Object.keys(FACTS)).size);
  expect(findFact('toString')).toBeNull();
  expect(fitsFact('urgency', 'slow')).toBe(false);
  expect(fitsFact('dateAsked', '2025-06-31T99:00:00Z')).toBe(false);
  expect(fitsFact('proposedInfoUnits', ['U-ict'])).toBe(true);
  expect(fitsFact('proposedInfoUnits', null)).toBe(true);
});
