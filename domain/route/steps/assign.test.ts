import type { Pick } from '../events';
import { approval, endNode, post, route, startNode, walk, type Walk } from '../testing/build';
import { postId, unitId } from '../testing/office';
import { nested, postRoute, unitRoute } from '../testing/routes';

const direct = { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['assigned', 'noted', 'file'] } as const;
const plain = route([startNode, direct, approval('after', 'chief'), endNode], ['start direct', 'direct after', 'after approve end']);
const ROUTES = { plain, unitRoute, postRoute, nested };
const pick = (unit: string, role: Pick['role'], routeVersionId = 'unitRoute'): Pick => ({ unitId: unitId(unit), role, routeVersionId });
const toPost = (code: string, unit: string, role: Pick['role']): Pick => ({ ...pick(unit, role, 'postRoute'), postId: postId(code) });
const DUE = { at: '2025-06-10' };

const begin = (routes: object = {}): Walk => walk({ routes: { ...ROUTES, ...routes }, route: 'plain' });

test('the main unit and those for information each run their own route at once', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('finance', 'info'), pick('ict', 'main')], due: DUE, hasNote: true });
  expect(run.tasks().map((task) => [task.node, task.postIds])).toEqual([
    ['work', ['P-ict-officer', 'P-ict-second']],
    ['read', ['P-finance-head']],
  ]);
  expect(run.effects('openAssignment')).toEqual([
    expect.objectContaining({ unitId: 'U-ict', role: 'main', action: 'assigned', due: DUE }),
    expect.objectContaining({ unitId: 'U-finance', role: 'info' }),
  ]);
  expect(run.effects('endorse')).toEqual([expect.objectContaining({ action: 'assigned', toUnitIds: ['U-finance', 'U-ict'] })]);
  expect(run.effects('takeNumber').map((effect) => effect['unitId'])).toEqual(['U-ict', 'U-finance']);
});

test('work that has no limit of its own is due when the one who directed wants it', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main')], due: DUE });
  expect(run.task('work').due).toEqual({ rule: DUE, anchor: '2025-06-02T02:00:00.000Z' });
  expect(run.effects('setTimer')[0]).toMatchObject({ kind: 'due', rule: DUE });
});

test('only the main branch is waited for; tasks for information become read marks at the end', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main'), pick('finance', 'info')] });
  run.act('work', 'done');
  expect(run.effects('closeAssignment')).toEqual([expect.objectContaining({ outcome: 'closed' })]);
  expect(run.tasks().map((task) => task.node)).toEqual(['read', 'after']);
  run.act('after', 'approve');
  expect(run.state().status).toBe('ended');
  expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['done', 'readMark']);
  expect(run.effects('notify')).toEqual([]);
});

test('a branch for information ends by itself and nobody goes on because of it', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main'), pick('finance', 'info')] });
  run.act('read', 'acknowledge');
  expect(run.tasks().map((task) => task.node)).toEqual(['work']);
  expect(Object.values(run.state().frames)).toHaveLength(2);
});

test('a unit that hands the letter back sends it to whoever directed it there', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main')] });
  run.act('work', 'back', { hasNote: true });
  expect(run.tasks().map((task) => [task.node, task.postIds])).toEqual([['direct', ['P-deputy']]]);
  expect(run.effects('closeAssignment')).toEqual([expect.objectContaining({ outcome: 'returned' })]);
});

describe('given to a post', () => {
  const given = (...picks: readonly Pick[]): Walk => {
    const run = begin();
    run.act('direct', 'assign', { action: 'assigned', picks, due: DUE });
    return run;
  };

  test('its holder is asked, by when the one who gave it wants it, and reports to them before the letter goes on', () => {
    const run = given(toPost('ict-officer', 'ict', 'main'));
    expect(run.task('handle')).toMatchObject({ postIds: ['P-ict-officer'], due: { rule: DUE } });
    run.act('handle', 'done');
    expect(run.tasks().map((task) => [task.node, task.postIds])).toEqual([['report', ['P-deputy']]]);
    run.act('report', 'approve');
    expect(run.effects('closeAssignment')).toEqual([expect.objectContaining({ outcome: 'closed' })]);
    expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  });

  test('the endorsement names the posts apart from the units, and each has its own assignment', () => {
    const run = given(toPost('ict-second', 'ict', 'info'), toPost('ict-officer', 'ict', 'main'), pick('ict', 'info'));
    expect(run.effects('endorse')).toEqual([expect.objectContaining({ toUnitIds: ['U-ict'], toPostIds: ['P-ict-second', 'P-ict-officer'] })]);
    expect(run.effects('openAssignment').map(({ unitId: unit, postId: to, role }) => [unit, to, role])).toEqual([
      ['U-ict', 'P-ict-officer', 'main'], ['U-ict', 'P-ict-second', 'info'], ['U-ict', undefined, 'info'],
    ]);
    expect(run.tasks().map((task) => [task.node, task.postIds])).toEqual([['handle', ['P-ict-officer']], ['note', ['P-ict-second']], ['read', ['P-ict-head']]]);
  });

  test('units alone leave no trace of posts, neither in the endorsement nor in what the frame knows', () => {
    const run = begin();
    run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main')] });
    expect(run.effects('endorse')[0]).not.toHaveProperty('toPostIds');
    expect(run.effects('openAssignment')[0]).not.toHaveProperty('postId');
    expect(Object.values(run.state().frames).find(({ depth }) => depth === 1)?.facts).toEqual({ assignmentRole: 'main', assignmentAction: 'assigned' });
  });

  test('a post that hands the letter back sends it to whoever gave it, who directs anew', () => {
    const run = given(toPost('ict-officer', 'ict', 'main'));
    run.act('handle', 'back', { hasNote: true });
    expect(run.tasks().map((task) => [task.node, task.postIds])).toEqual([['direct', ['P-deputy']]]);
  });

  test('a post may give it on, and the report then goes back step by step', () => {
    const run = given(toPost('ict-head', 'ict', 'main'));
    run.act('handle', 'on');
    run.act('onward', 'assign', { action: 'assigned', picks: [toPost('ict-officer', 'ict', 'main')] });
    expect(run.tasks().map((task) => [task.node, task.postIds])).toEqual([['handle', ['P-ict-officer']]]);
    run.act('handle', 'done');
    expect(run.task('report').postIds).toEqual(['P-ict-head']);
    run.act('report', 'approve');
    expect(run.task('report').postIds).toEqual(['P-deputy']);
  });

  test.each<[string, readonly Pick[]]>([
    ['twice', [toPost('ict-officer', 'ict', 'main'), toPost('ict-officer', 'ict', 'info')]],
    ['to act, beside a unit to act', [toPost('ict-officer', 'ict', 'main'), pick('finance', 'main')]],
    ['by itself', [toPost('deputy', 'office', 'main')]],
    ['without a name', [{ ...toPost('ict-officer', 'ict', 'main'), postId: '' }]],
    ['in a unit without a name', [{ ...toPost('ict-officer', 'ict', 'main'), unitId: '' }]],
  ])('%s, it is refused', (_name, picks) => {
    const run = begin();
    expect(run.refusal(() => run.act('direct', 'assign', { action: 'assigned', picks }))).toBe('ASSIGN_PICK_INVALID');
  });
});

test('assignments nest, and branches for information outlive the one they were opened in', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main', 'nested')] });
  expect(run.tasks('tell')).toHaveLength(2);
  const inner = run.tasks('direct')[0];
  expect(inner?.postIds).toEqual(['P-ict-head']);
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('finance', 'main'), pick('registry', 'info')] });
  run.act('work', 'done');
  run.act('check', 'approve');
  expect(run.tasks().map((task) => task.node).toSorted()).toEqual(['after', 'read', 'tell', 'tell']);
  run.act('tell', 'acknowledge', { index: 0 });
  run.act('tell', 'acknowledge', { index: 1 });
  run.act('after', 'approve');
  expect(run.state()).toMatchObject({ status: 'ended', tasks: {}, tokens: {} });
});

test('the end of the letter closes every assignment that is still open', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main'), pick('finance', 'info')] });
  const opened = run.effects('openAssignment').map((effect) => effect['frame']);
  for (const key of Object.keys(run.state().numbers)) run.supervise({ type: 'cancelNumber', key });
  run.supervise({ type: 'cancel' });
  expect(run.effects('closeAssignment')).toEqual(opened.map((frame) => ({ type: 'closeAssignment', frame, outcome: 'cancelled' })));
  expect(Object.keys(run.state().frames)).toEqual(['f1']);
});

test('noted or filed sends it to nobody and goes on', () => {
  const run = begin();
  run.act('direct', 'assign', { action: 'noted' });
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
});

test('noted or filed goes its own way where one is drawn', () => {
  const filed = { ...route([startNode, direct, approval('after', 'chief'), endNode], ['start direct', 'direct after', 'direct file end', 'after approve end']) };
  const run = begin({ plain: filed });
  run.act('direct', 'assign', { action: 'file' });
  expect(run.state().outcome).toBe('closed');
});

test('a unit may be named by the fact that holds the proposal: agreed in one act', () => {
  const proposed = route(
    [startNode, { id: 'work', type: 'work', assignee: { by: 'unitHead', unit: 'proposed' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] }, endNode],
    ['start work', 'work done end'],
  );
  const run = walk({ routes: { proposed }, route: 'proposed', facts: { direction: 'incoming', proposedUnit: 'U-ict' } });
  expect(run.task('work').postIds).toEqual(['P-ict-head']);
});

describe('is refused', () => {
  test.each<[string, object, string]>([
    ['an action word the step does not have', { action: 'proceed', picks: [pick('ict', 'main')] }, 'OUTCOME_UNKNOWN'],
    ['no action word', { picks: [pick('ict', 'main')] }, 'OUTCOME_UNKNOWN'],
    ['nobody to act', { action: 'assigned', picks: [pick('ict', 'info')] }, 'ASSIGN_MAIN_REQUIRED'],
    ['two units to act', { action: 'assigned', picks: [pick('ict', 'main'), pick('finance', 'main')] }, 'ASSIGN_PICK_INVALID'],
    ['one unit twice', { action: 'assigned', picks: [pick('ict', 'main'), pick('ict', 'info')] }, 'ASSIGN_PICK_INVALID'],
    ['more units than one direction may name', { action: 'assigned', picks: [pick('ict', 'main'), ...Array.from({ length: 100 }, (_, n) => pick(`unit-${n}`, 'info'))] }, 'ASSIGN_PICK_INVALID'],
    ['a route that is not there', { action: 'assigned', picks: [pick('ict', 'main', 'none')] }, 'ROUTE_MISSING'],
    ['a due date that has passed', { action: 'assigned', picks: [pick('ict', 'main')], due: { at: '2025-06-01' } }, 'DUE_INVALID'],
    ['a span of no time', { action: 'assigned', picks: [pick('ict', 'main')], due: { unit: 'workingDays', amount: 0 } }, 'DUE_INVALID'],
  ])('%s', (_name, more, code) => {
    const run = begin();
    expect(run.refusal(() => run.act('direct', 'assign', more))).toBe(code);
  });

  test('no due date where the step demands one', () => {
    const run = begin({ plain: route([startNode, { ...direct, requireDue: true }, endNode], ['start direct', 'direct end']) });
    expect(run.refusal(() => run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main')] }))).toBe('DUE_INVALID');
    // Where nobody acts nothing falls due.
    run.act('direct', 'assign', { action: 'noted' });
    expect(run.state().status).toBe('ended');
  });

  test('directing deeper than eight frames', () => {
    const run = begin({ plain });
    for (let depth = 0; depth < 8; depth += 1) run.act('direct', 'assign', { action: 'assigned', picks: [pick(depth % 2 === 0 ? 'ict' : 'finance', 'main', 'plain')] });
    expect(run.refusal(() => run.act('direct', 'assign', { action: 'assigned', picks: [pick('ict', 'main', 'plain')] }))).toBe('DEPTH_EXCEEDED');
    // What goes to nobody goes no deeper.
    run.act('direct', 'assign', { action: 'noted' });
    expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  });
});
