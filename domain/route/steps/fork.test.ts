import { approval, endNode, post, route, startNode, walk } from '../testing/build';
import { faultsOf } from '../testing/invariants';
import { forks, nested, outgoing, unitRoute } from '../testing/routes';

const work = (id: string, postCode: string, more: object = {}) => ({ id, type: 'work', assignee: post(postCode), outcomes: [{ code: 'done', name: 'เสร็จ' }], ...more }) as const;
const parallel = (mode: 'all' | { atLeast: number }, more: object = {}) =>
  route(
    [startNode, approval('first', 'chief'), { id: 'f', type: 'fork' }, work('a', 'ict-head', more), work('b', 'finance-head'), work('c', 'clerk'), { id: 'j', type: 'join', fork: 'f', mode }, work('after', 'chief'), endNode],
    ['start first', 'first approve f', 'f a a', 'f b b', 'f c c', 'a done j', 'b done j', 'c done j', 'j after', 'after done end'],
  );

test('all branches are worked on at once and the join waits for all', () => {
  const run = walk({ routes: { r: parallel('all') }, route: 'r' });
  run.act('first', 'approve');
  expect(run.tasks().map((task) => task.node).toSorted()).toEqual(['a', 'b', 'c']);
  run.act('b', 'done');
  run.act('a', 'done');
  expect(run.tasks().map((task) => task.node)).toEqual(['c']);
  run.act('c', 'done');
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  expect(run.state().scopes).toEqual({});
});

test('a join of some goes on with enough; the rest is withdrawn and the holders told', () => {
  const run = walk({ routes: { r: parallel({ atLeast: 2 }) }, route: 'r' });
  run.act('first', 'approve');
  run.act('c', 'done');
  run.act('a', 'done');
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['done', 'withdrawn']);
  expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'taskWithdrawn', to: { postIds: ['P-finance-head'] } })]);
});

test('a join fires once even where its branches arrive in one step', () => {
  const straight = route(
    [startNode, { id: 'f', type: 'fork' }, { id: 'n', type: 'notify', who: post('clerk'), template: 't' }, { id: 'j', type: 'join', fork: 'f', mode: { atLeast: 1 } }, work('after', 'chief'), endNode],
    ['start f', 'f a j', 'f b n', 'n j', 'j after', 'after done end'],
  );
  const run = walk({ routes: { r: straight }, route: 'r' });
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  expect(run.effects('notify')).toEqual([]);
});

test('a task opened and withdrawn by one event never reaches an inbox', () => {
  const quick = route(
    [startNode, { id: 'f', type: 'fork' }, work('slow', 'clerk', { deadline: { rule: { unit: 'workingDays', amount: 1 } } }), { id: 'j', type: 'join', fork: 'f', mode: { atLeast: 1 } }, work('after', 'chief'), endNode],
    ['start f', 'f a slow', 'f b j', 'slow done j', 'j after', 'after done end'],
  );
  const run = walk({ routes: { r: quick }, route: 'r' });
  expect(run.last().effects.map((effect) => effect.type)).toEqual(['openTask']);
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  expect(run.state().timers).toEqual({});
});

test('a return out of nested forks ends every other branch, whose holders are told', () => {
  const run = walk({ routes: { r: forks }, route: 'r' });
  run.act('first', 'approve');
  run.act('c0', 'approve');
  expect(run.tasks().map((task) => task.node).toSorted()).toEqual(['a', 'b', 'c', 'direct']);
  run.act('c', 'return', { returnTo: 'first' });
  expect(run.tasks().map((task) => task.node)).toEqual(['first']);
  expect(run.state().scopes).toEqual({});
  expect(Object.keys(run.state().tokens)).toHaveLength(1);
  expect(run.effects('notify').filter((effect) => effect['template'] === 'taskWithdrawn')).toHaveLength(3);
});

test('a return out of a fork withdraws what was assigned inside it, and cannot be taken back', () => {
  const run = walk({ routes: { r: forks, unitRoute }, route: 'r' });
  run.act('first', 'approve');
  run.act('direct', 'assign', { action: 'assigned', picks: [{ unitId: 'U-ict', role: 'main', routeVersionId: 'unitRoute' }, { unitId: 'U-finance', role: 'info', routeVersionId: 'unitRoute' }] });
  run.act('a', 'return', { returnTo: 'first' });
  expect(run.tasks().map((task) => task.node)).toEqual(['first']);
  expect(run.effects('closeAssignment').map((effect) => effect['outcome'])).toEqual(['withdrawn', 'withdrawn']);
  const [token] = Object.keys(run.state().tokens);
  expect(run.refusal(() => run.supervise({ type: 'takeBack', token, actor: { personId: 'H-ict-head', postId: 'P-ict-head', capacity: 'own' } }))).toBe('TAKE_BACK_REFUSED');
});

test('the end of the letter stops the clocks of other branches, and readers there keep a read mark', () => {
  const early = route(
    [
      startNode, { id: 'f', type: 'fork' }, work('a', 'clerk'), { id: 'w', type: 'wait', until: { rule: { unit: 'workingDays', amount: 3 } } },
      { id: 'read', type: 'acknowledge', readers: [post('owner')], wait: 'all' }, { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode,
    ],
    ['start f', 'f a a', 'f b w', 'f c read', 'a done end', 'w j', 'read j', 'j end'],
  );
  const run = walk({ routes: { r: early }, route: 'r' });
  run.act('a', 'done');
  expect(run.effects('clearTimer')).toHaveLength(1);
  expect(run.state().timers).toEqual({});
  expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['done', 'readMark']);
});

test('a branch withdrawn by its join leaves those whom it told with their task', () => {
  const telling = route(
    [startNode, { id: 'f', type: 'fork' }, work('a', 'clerk'), { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['assigned'] }, { id: 'j', type: 'join', fork: 'f', mode: { atLeast: 1 } }, work('after', 'chief'), endNode],
    ['start f', 'f a a', 'f b direct', 'a done j', 'direct j', 'j after', 'after done end'],
  );
  const run = walk({ routes: { r: telling, nested }, route: 'r' });
  run.act('direct', 'assign', { action: 'assigned', picks: [{ unitId: 'U-ict', role: 'main', routeVersionId: 'nested' }] });
  run.act('a', 'done');
  expect(run.tasks().map((task) => task.node)).toEqual(['tell', 'tell', 'after']);
  expect(faultsOf({ r: telling, nested }, run.state())).toEqual([]);
});

test('a return within a branch leaves the other branches alone', () => {
  const run = walk({ routes: { r: forks }, route: 'r' });
  run.act('first', 'approve');
  run.act('c0', 'approve');
  run.act('c', 'return', { returnTo: 'c0' });
  expect(run.tasks().map((task) => task.node).toSorted()).toEqual(['a', 'b', 'c0', 'direct']);
});

test('a return into another branch is refused', () => {
  const run = walk({ routes: { r: parallel('all', { returnTo: ['b'] }) }, route: 'r' });
  run.act('first', 'approve');
  expect(run.refusal(() => run.act('a', 'return', { returnTo: 'b' }))).toBe('RETURN_TARGET_INVALID');
});

test('a return out of a fork that the token never went into is refused', () => {
  const around = route(
    [
      startNode, { ...work('d', 'chief'), outcomes: [{ code: 'fork', name: 'x' }, { code: 'past', name: 'y' }] }, { id: 'f', type: 'fork' },
      { id: 'n', type: 'notify', who: post('clerk'), template: 't' }, { id: 'm', type: 'notify', who: post('clerk'), template: 't' },
      work('a', 'clerk', { returnTo: ['d'] }), work('b', 'chief'), { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode,
    ],
    ['start d', 'd fork f', 'd past n', 'n m', 'm a', 'f a a', 'f b b', 'a done j', 'b done j', 'j end'],
  );
  const run = walk({ routes: { r: around }, route: 'r' });
  run.act('d', 'past');
  expect(run.refusal(() => run.act('a', 'return', { returnTo: 'd' }))).toBe('RETURN_TARGET_INVALID');
});

test('a fork without branches is refused instead of losing the letter', () => {
  const empty = route([startNode, approval('first', 'chief'), { id: 'f', type: 'fork' }, endNode], ['start first', 'first approve f']);
  const run = walk({ routes: { r: empty }, route: 'r' });
  expect(run.refusal(() => run.act('first', 'approve'))).toBe('ROUTE_INVALID');
});

test('a token that comes to a join of another fork is refused, not counted', () => {
  const crossed = route(
    [startNode, approval('first', 'chief'), { id: 'f', type: 'fork' }, { id: 'g', type: 'fork' }, work('a', 'clerk'), work('b', 'chief'), { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode],
    ['start first', 'first approve f', 'f a g', 'f b j', 'g a a', 'g b b', 'a done j', 'b done j', 'j end'],
  );
  const run = walk({ routes: { r: crossed }, route: 'r' });
  run.act('first', 'approve');
  expect(run.refusal(() => run.act('a', 'done'))).toBe('ROUTE_INVALID');
});

test('reaching an end inside a branch ends the letter', () => {
  const early = route(
    [startNode, { id: 'f', type: 'fork' }, work('a', 'clerk'), work('b', 'chief'), { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode],
    ['start f', 'f a a', 'f b b', 'a done end', 'b done j', 'j end'],
  );
  const run = walk({ routes: { r: early }, route: 'r' });
  run.act('a', 'done');
  expect(run.state()).toMatchObject({ status: 'ended', outcome: 'closed', tokens: {}, tasks: {}, scopes: {} });
  expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['done', 'withdrawn']);
});

test('opinions in parallel with a quorum among them come together before the signature', () => {
  const run = walk({ routes: { outgoing }, route: 'outgoing', facts: { direction: 'outgoing', kind: 'external_letter' }, actor: { personId: 'H-ict-officer', postId: 'P-ict-officer', capacity: 'own' } });
  run.act('draft', 'submit', { recipients: [{ deliveryId: 'D1', officeId: 'O2', addressId: null, role: 'lead' }] });
  run.act('section', 'approve');
  run.act('opinionB', 'approve', { index: 0 });
  run.act('opinionB', 'approve', { index: 2 });
  run.act('opinionC', 'done');
  expect(run.tasks().map((task) => task.node)).toEqual(['sign']);
});
