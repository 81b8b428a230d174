import type { Route } from './model';
import { nextSteps } from './next-steps';
import { approval, endNode, OUTGOING, post, refusedNode, route, startNode, walk, type Walk } from './testing/build';
import { unitId } from './testing/office';
import { caller, council, incoming, outgoing, unitRoute } from './testing/routes';

const routes = { incoming, unitRoute, outgoing, council, caller };
/** Ids of the steps that follow the only open task at a node, or what else follows. */
const after = (letter: Walk, node: string, index?: number, book: Record<string, Route> = routes): readonly string[] =>
  nextSteps(letter.state(), book, letter.task(node, index).token).map((step) => (step.kind === 'step' ? step.nodeId : step.kind === 'end' ? `end ${step.outcome}` : step.kind));

test('steps that pass by themselves are passed over', () => {
  const letter = walk({ routes, route: 'incoming' });
  expect(after(letter, 'propose')).toEqual(['endorse']);
  letter.act('propose', 'proposed');
  expect(after(letter, 'endorse')).toEqual(['direct']);
});

test('a step is named as the route names it', () => {
  const letter = walk({ routes, route: 'incoming' });
  expect(nextSteps(letter.state(), routes, letter.task('propose').token)).toEqual([{ kind: 'step', nodeId: 'endorse', type: 'approve', name: 'ขั้น endorse', nameEn: null }]);
});

test('after directing downward the unit that is chosen works on it', () => {
  const letter = walk({ routes, route: 'incoming' });
  letter.act('propose', 'proposed');
  letter.act('endorse', 'approve');
  expect(after(letter, 'direct')).toEqual(['unit']);
});

test('the end of a unit’s route leads back to the route that gave it the letter', () => {
  const letter = walk({ routes, route: 'incoming' });
  letter.act('propose', 'proposed');
  letter.act('endorse', 'approve');
  letter.act('direct', 'assign', { action: 'assigned', picks: [{ unitId: unitId('ict'), role: 'main', routeVersionId: 'unitRoute' }, { unitId: unitId('finance'), role: 'info', routeVersionId: 'unitRoute' }] });
  expect(after(letter, 'work')).toEqual(['end closed']);
  const back = { ...routes, incoming: { ...incoming, nodes: [...incoming.nodes, approval('look', 'deputy')], edges: [...incoming.edges.filter(({ from }) => from !== 'direct'), { id: 'x', from: 'direct', outcome: 'next', to: 'look' }] } as Route };
  expect(after(letter, 'work', undefined, back)).toEqual(['look']);
});

test('nothing follows on what a unit reads for information', () => {
  const letter = walk({ routes, route: 'incoming' });
  letter.act('propose', 'proposed');
  letter.act('endorse', 'approve');
  letter.act('direct', 'assign', { action: 'assigned', picks: [{ unitId: unitId('ict'), role: 'main', routeVersionId: 'unitRoute' }, { unitId: unitId('finance'), role: 'info', routeVersionId: 'unitRoute' }] });
  expect(after(letter, 'read')).toEqual([]);
});

test('a fork names what begins on each of its branches', () => {
  const letter = walk({ routes, route: 'outgoing', facts: OUTGOING, actor: { personId: 'H-ict-officer', postId: 'P-ict-officer', capacity: 'own' } });
  expect(after(letter, 'draft')).toEqual(['section']);
  letter.act('draft', 'submit', { recipients: [{ deliveryId: 'd1', officeId: 'O2', addressId: null, role: 'lead' }] });
  expect(after(letter, 'section')).toEqual(['opinionA', 'opinionB', 'opinionC']);
  letter.act('section', 'approve');
  for (const node of ['opinionA', 'opinionC']) letter.act(node, node === 'opinionA' ? 'approve' : 'done');
  expect(after(letter, 'sign')).toEqual(['send']);
});

test('a line of approvals stays at the step until the last of the line', () => {
  const letter = walk({ routes, route: 'council' });
  expect(after(letter, 'line')).toEqual(['line']);
  letter.act('line', 'approve');
  letter.act('line', 'approve');
  expect(after(letter, 'line')).toEqual(['all']);
});

test('a called route leads back to the step after the call', () => {
  const letter = walk({ routes, route: 'caller' });
  for (const node of ['line', 'line', 'line', 'all', 'all']) letter.act(node, 'approve', node === 'all' ? { index: letter.tasks('all')[0]!.index } : {});
  expect(after(letter, 'first', letter.tasks('first')[0]!.index)).toEqual(['pause']);
});

const branching = (more: object = {}): Route => route(
  [
    startNode,
    approval('look', 'chief', more),
    { id: 'fast', type: 'decide', otherwise: 'slow', branches: [{ outcome: 'quick', when: { combinator: 'and', rules: [{ combinator: 'or', rules: [{ field: 'urgency', operator: '!=', value: 'normal' }] }] } }] },
    approval('short', 'deputy'),
    { id: 'long', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'back', name: 'คืน', noteRequired: true }] },
    { id: 'tell', type: 'acknowledge', readers: [post('ict-second')], wait: 'none' },
    endNode,
    refusedNode,
  ],
  ['start look', 'look approve fast', 'fast quick short', 'fast slow long', 'short approve end', 'long done tell', 'long back refused', 'tell end'],
);

test('a branch is chosen by what is known, and left open where the step may still change it', () => {
  const book = { known: branching(), open: branching({ fields: ['urgency'] }) };
  expect(after(walk({ routes: book, route: 'known' }), 'look', undefined, book)).toEqual(['long']);
  expect(after(walk({ routes: book, route: 'open' }), 'look', undefined, book)).toEqual(['short', 'long']);
});

test('outcomes that object are not what usually comes next, and readers nobody waits for are passed', () => {
  const book = { known: branching() };
  const letter = walk({ routes: book, route: 'known' });
  letter.act('look', 'approve');
  expect(after(letter, 'long', undefined, book)).toEqual(['end closed']);
});

test('the first outcome is usual even where a report must go with it', () => {
  const book = { reporting: route(
    [startNode, { id: 'handle', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'รายงาน', noteRequired: true }, { code: 'on', name: 'ต่อ' }, { code: 'back', name: 'คืน', noteRequired: true }] }, approval('report', 'chief'), approval('onward', 'deputy'), endNode, refusedNode],
    ['start handle', 'handle done report', 'handle on onward', 'handle back refused', 'report approve end', 'onward approve end'],
  ) };
  expect(after(walk({ routes: book, route: 'reporting' }), 'handle', undefined, book)).toEqual(['report', 'onward']);
});

test('a loop ends, and a route that is not at hand says nothing', () => {
  const circle = { circle: route([startNode, approval('one', 'chief', { canReject: true }), { id: 'sort', type: 'decide', otherwise: 'again', branches: [] }, endNode], ['start one', 'one approve sort', 'one reject end', 'sort again one']) };
  const letter = walk({ routes: circle, route: 'circle' });
  expect(after(letter, 'one', undefined, circle)).toEqual([]);
  expect(nextSteps(letter.state(), {}, letter.task('one').token)).toEqual([]);
  expect(nextSteps(letter.state(), circle, 'nobody')).toEqual([]);
});
