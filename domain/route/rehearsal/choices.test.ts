import { approval, AT, endNode, OUTGOING, post, route, startNode, walk, type Walk } from '../testing/build';
import { buildDirectory, holder, holderOf, unitId } from '../testing/office';
import { circular, postRoute, unitRoute } from '../testing/routes';
import { choicesOf, type ChoiceContext } from './choices';
import { placeOf, taskAt } from './places';

const directed = route(
  [startNode, { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['assigned'], returnTo: [] }, approval('after', 'chief'), endNode],
  ['start direct', 'direct after', 'after approve end'],
);
const ROUTES = { directed, unitRoute, postRoute, circular };
const context = (more: Partial<ChoiceContext> = {}): ChoiceContext => ({ routes: ROUTES, directory: buildDirectory(), routeOfUnit: () => 'unitRoute', postRoute: null, nextAt: null, ...more });
const choices = (run: Walk, more?: Partial<ChoiceContext>) => choicesOf(run.state(), context(more));
const outcomes = (run: Walk, more?: Partial<ChoiceContext>): readonly string[] => choices(run, more).filter(({ isRare }) => !isRare).map(({ outcome }) => outcome);
const units = (run: Walk, more?: Partial<ChoiceContext>): readonly string[] =>
  choices(run, more).flatMap(({ move }) => (move.kind === 'act' ? (move.picks ?? []).map((pick) => pick.unitId ?? '') : []));

const sent = (): Walk => {
  const run = walk({ routes: ROUTES, route: 'circular', actor: holder('ict-officer'), facts: OUTGOING, driver: { list: () => [{ deliveryId: 'D1' }, { deliveryId: 'D2' }] } });
  run.act('sign', 'sign', { signature: true });
  run.act('check', 'done');
  return run;
};

test('a letter that has ended offers nothing', () => {
  const run = walk({ routes: { r: route([startNode, approval('a', 'clerk'), endNode], ['start a', 'a approve end']) }, route: 'r' });
  run.act('a', 'approve');
  expect(choices(run)).toEqual([]);
});

test('of a step whose route is not at hand nothing is offered but what is done to the letter as a whole', () => {
  const run = walk({ routes: ROUTES, route: 'directed' });
  expect(choices(run, { routes: {} }).map(({ outcome }) => outcome)).toEqual(['hold', 'cancel']);
});

test('a task that waits for an answer offers nothing', () => {
  const run = walk({ routes: ROUTES, route: 'directed' });
  const waiting = run.task('direct');
  run.feed({ type: 'adhoc', at: AT, actor: holderOf(waiting.postIds[0] ?? ''), taskId: waiting.id, rev: waiting.rev, postId: 'P-clerk', hasNote: true });
  expect(choices(run).map(({ taskId }) => taskId)).not.toContain(waiting.id);
});

test('what is signed is not amended', () => {
  const signed = route(
    [{ ...startNode, directions: ['outgoing'] }, approval('before', 'clerk', { canAmend: true }), { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] }, approval('look', 'clerk', { canAmend: true }), endNode],
    ['start before', 'before approve sign', 'sign sign look', 'look approve end'],
  );
  const run = walk({ routes: { signed }, route: 'signed', actor: holder('ict-officer'), facts: OUTGOING });
  expect(outcomes(run, { routes: { signed } })).toEqual(['approve', 'amend']);
  run.act('before', 'approve');
  run.act('sign', 'sign', { signature: true });
  expect(outcomes(run, { routes: { signed } })).toEqual(['approve']);
});

describe('directing', () => {
  test('goes to every unit with a route, never to the one that has the letter', () => {
    const run = walk({ routes: ROUTES, route: 'directed' });
    expect(units(run)).toEqual(['office', 'ict', 'finance'].map(unitId));
    expect(units(run, { routeOfUnit: (id) => (id === unitId('ict') ? 'unitRoute' : null) })).toEqual([unitId('ict')]);
  });

  test('goes to the proposed unit alone, unless that has no route', () => {
    const run = walk({ routes: ROUTES, route: 'directed', facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal', proposedUnit: unitId('finance') } });
    expect(units(run)).toEqual([unitId('finance')]);
    expect(units(run, { routeOfUnit: (id) => (id === unitId('ict') ? 'unitRoute' : null) })).toEqual([unitId('ict')]);
  });
});

describe('what was sent', () => {
  test('may be acknowledged or come back while somebody waits for it; what came back is only taken note of', () => {
    const run = sent();
    expect(outcomes(run)).toEqual(['delivery.registered', 'delivery.returned', 'delivery.registered', 'delivery.returned']);
    run.feed({ type: 'delivery', at: AT, deliveryId: 'D1', change: 'returned' });
    expect(outcomes(run)).toEqual(['accept', 'delivery.registered', 'delivery.returned']);
  });

  test('is judged as a whole when the time is over', () => {
    const run = sent();
    run.driver.runUntil('2025-07-01T00:00:00.000Z');
    expect(run.task('follow').about).toBeNull();
    expect(outcomes(run).slice(0, 2)).toEqual(['moreTime', 'close']);
  });

  test('offers nothing where nobody waits for it', () => {
    const unawaited = route([...circular.nodes.filter(({ id }) => id !== 'follow'), approval('after', 'chief')], ['start sign', 'sign sign number', 'number check', 'check done send', 'send after', 'after approve end']);
    const run = walk({ routes: { unawaited }, route: 'unawaited', actor: holder('ict-officer'), facts: OUTGOING, driver: { list: () => [{ deliveryId: 'D1' }] } });
    run.act('sign', 'sign', { signature: true });
    run.act('check', 'done');
    expect(Object.keys(run.state().deliveries)).toEqual(['D1']);
    expect(outcomes(run, { routes: { unawaited } })).toEqual(['approve']);
  });
});

test('a branch for information that outlives whoever opened it keeps a place of its own', () => {
  const passing = route([startNode, { id: 'give', type: 'assign', assignee: { by: 'unitHead', unit: 'holder' }, actions: ['circulate'], returnTo: [] }, endNode], ['start give', 'give end']);
  const run = walk({ routes: { ...ROUTES, passing }, route: 'directed' });
  run.act('direct', 'assign', { action: 'assigned', picks: [{ unitId: unitId('ict'), role: 'main', routeVersionId: 'passing' }] });
  run.act('give', 'assign', { action: 'circulate', picks: [{ unitId: unitId('finance'), role: 'info', routeVersionId: 'unitRoute' }] });
  expect(run.task('after')).toBeDefined();
  expect(placeOf(run.state(), run.task('read')).within).toBe(`/info:${unitId('ict')}/give:${unitId('finance')}`);
});

describe('every open task is found again at its place', () => {
  const all = route([startNode, { ...approval('all', 'ict-head'), mode: 'all', assignees: [post('ict-head'), post('finance-head')] }, endNode], ['start all', 'all approve end']);
  const answered = (): Walk => {
    const run = sent();
    for (const deliveryId of ['D1', 'D2']) run.feed({ type: 'delivery', at: AT, deliveryId, change: 'returned' });
    return run;
  };
  const read = (): Walk => {
    const run = walk({ routes: ROUTES, route: 'directed' });
    const info = (unit: string) => ({ unitId: unitId(unit), role: 'info', routeVersionId: 'unitRoute' }) as const;
    run.act('direct', 'assign', { action: 'assigned', picks: [{ ...info('ict'), role: 'main' }, info('finance'), info('office')] });
    return run;
  };
  test.each<[string, string, () => Walk]>([
    ['of two who must all agree', 'all', () => walk({ routes: { all }, route: 'all' })],
    ['about each of two deliveries', 'follow', answered],
    ['of each of two units', 'read', read],
  ])('%s', (_what, node, begun) => {
    const run = begun();
    expect(run.tasks(node)).toHaveLength(2);
    for (const task of run.tasks(node)) expect(taskAt(run.state(), placeOf(run.state(), task))?.id).toBe(task.id);
  });
});
