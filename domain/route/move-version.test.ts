import type { Route } from './model';
import { approval, endNode, INCOMING, post, route, startNode, walk, type Walk } from './testing/build';
import { forks } from './testing/routes';

const limit = { rule: { unit: 'workingDays', amount: 2 } } as const;
const old = route([startNode, approval('a', 'ict-head', { deadline: limit }), endNode], ['start a', 'a approve end']);
const renamed = route([startNode, { ...approval('a2', 'finance-head', { deadline: limit }), name: 'พิจารณาใหม่' }, approval('extra', 'chief'), endNode], ['start a2', 'a2 approve extra', 'extra approve end']);
const otherType = route([startNode, { id: 'a', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'x' }] }, endNode], ['start a', 'a done end']);
const parallel = route(
  [startNode, { id: 'f', type: 'fork' }, approval('a', 'ict-head'), approval('b', 'chief'), { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode],
  ['start f', 'f x a', 'f y b', 'a approve j', 'b approve j', 'j end'],
);

const begin = (routes: { readonly [id: string]: Route } = {}): Walk => walk({ routes: { old, renamed, otherType, parallel, ...routes }, route: 'old', facts: INCOMING });
const move = (run: Walk, routeVersionId: string, nodes: object = {}, frame = 'f1') => run.supervise({ type: 'moveVersion', frame, routeVersionId, nodes });

test('an open task keeps its id, holder, revision and clock at the step it is mapped to', () => {
  const run = begin();
  const before = run.task('a');
  const timers = run.state().timers;
  move(run, 'renamed', { a: 'a2' });
  expect(run.task('a2')).toEqual({ ...before, node: 'a2' });
  expect(run.state().timers).toEqual(timers);
  expect(run.effects('moveVersion')).toEqual([expect.objectContaining({ frame: 'f1', isMain: true, routeVersionId: 'renamed' })]);
  expect(run.effects('changeTask')).toEqual([expect.objectContaining({ why: 'move', nodeName: 'พิจารณาใหม่' })]);
  run.act('a2', 'approve');
  expect(run.tasks().map((task) => task.node)).toEqual(['extra']);
});

test('steps that keep their id need no mapping', () => {
  const run = begin({ renamed: route([startNode, approval('a', 'ict-head'), approval('extra', 'chief'), endNode], ['start a', 'a approve extra', 'extra approve end']) });
  move(run, 'renamed');
  run.act('a', 'approve');
  expect(run.tasks().map((task) => task.node)).toEqual(['extra']);
});

test('a number stays with its step, so that it is not taken twice', () => {
  const numbered = (reg: string, more: readonly string[]) =>
    route(
      [startNode, { id: 'fix', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'x' }] }, { id: reg, type: 'register', book: 'receive', owner: 'office' }, approval('a', 'chief', { returnTo: ['fix'] }), endNode],
      more,
    );
  const run = walk({
    routes: { old: numbered('reg', ['start fix', 'fix done reg', 'reg a', 'a approve end']), renamed: numbered('reg2', ['start fix', 'fix done reg2', 'reg2 a', 'a approve end']) },
    route: 'old',
  });
  run.act('fix', 'done');
  move(run, 'renamed', { reg: 'reg2' });
  run.act('a', 'return', { returnTo: 'fix' });
  run.act('fix', 'done');
  expect(run.effects('takeNumber')).toEqual([]);
});

test('the returns of a step are remembered under its new id', () => {
  const looping = (id: string) =>
    route([startNode, { id: 'fix', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'x' }] }, approval(id, 'ict-head', { returnTo: ['fix'], maxReturns: 1 }), endNode], ['start fix', `fix done ${id}`, `${id} approve end`]);
  const run = walk({ routes: { old: looping('a'), renamed: looping('a2') }, route: 'old' });
  run.act('fix', 'done');
  run.act('a', 'return', { returnTo: 'fix' });
  move(run, 'renamed', { a: 'a2' });
  run.act('fix', 'done');
  run.act('a2', 'return', { returnTo: 'fix' });
  expect(run.tasks()).toEqual([expect.objectContaining({ node: 'a2', postIds: ['P-deputy'] })]);
});

test('parallel branches move together with their fork', () => {
  const run = walk({ routes: { forks, again: { ...forks, name: 'อีกรุ่น' } }, route: 'forks' });
  run.act('first', 'approve');
  move(run, 'again');
  run.act('c0', 'approve');
  expect(run.tasks().map((task) => task.node).toSorted()).toEqual(['a', 'b', 'c', 'direct']);
});

describe('is refused', () => {
  test.each<[string, string, object, string, string]>([
    ['a step that the new version does not have', 'renamed', {}, 'f1', 'MOVE_INVALID'],
    ['a step of another type', 'otherType', {}, 'f1', 'MOVE_INVALID'],
    ['a step that stands in a fork there', 'parallel', {}, 'f1', 'MOVE_INVALID'],
    ['a frame that is not there', 'renamed', { a: 'a2' }, 'f9', 'MOVE_INVALID'],
    ['a frame by the name of something else', 'renamed', { a: 'a2' }, 'constructor', 'MOVE_INVALID'],
    ['a version that was not loaded', 'none', {}, 'f1', 'ROUTE_MISSING'],
  ])('%s', (_name, version, nodes, frame, code) => {
    const run = begin();
    expect(run.refusal(() => move(run, version, nodes, frame))).toBe(code);
  });

  test('a fork that the new version does not have', () => {
    const run = walk({ routes: { forks, flat: old }, route: 'forks' });
    run.act('first', 'approve');
    expect(run.refusal(() => move(run, 'flat'))).toBe('MOVE_INVALID');
  });
});
