import * as fc from 'fast-check';
import { diffRoutes } from './diff';
import type { Route, RouteNode } from './model';
import { applyOperation, type RouteDraft } from './operations';
import { takeOver } from './take-over';
import { approval, endNode, post, refusedNode, route, startNode } from './testing/build';
import { anyDraft } from './testing/any-draft';

const human = (id: string, name: string): RouteNode => ({ id, type: 'work', name, assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] });
const base = route([startNode, human('a', 'เสนอ'), approval('b', 'chief', { canReject: true, returnTo: ['a'] }), endNode, refusedNode], ['start a', 'a done b', 'b approve end', 'b reject refused']);
const draftOf = (value: Route): RouteDraft => ({ route: value, layout: Object.fromEntries(value.nodes.map(({ id }, at) => [id, { x: 0, y: at * 100 }])) });
const withNode = (value: Route, id: string, change: object): Route => ({ ...value, nodes: value.nodes.map((node) => (node.id === id ? ({ ...node, ...change } as RouteNode) : node)) });
const insert = (value: Route, node: RouteNode): Route => ({
  ...value, nodes: [...value.nodes, node],
  edges: [...value.edges.map((edge) => (edge.from === 'a' ? { ...edge, to: node.id } : edge)), { id: `after-${node.id}`, from: node.id, outcome: 'done', to: 'b' }],
});
const merged = (mine: Route, theirs: Route) => takeOver({ base, mine: draftOf(mine), theirs: draftOf(theirs) });
const named = (value: Route, id: string): RouteNode | undefined => value.nodes.find((node) => node.id === id);

test('what each side has changed comes together, setting by setting of the same step as well', () => {
  const { draft, clashes } = merged(withNode(base, 'a', { name: 'ร่าง' }), withNode(withNode(base, 'a', { assignee: post('deputy') }), 'b', { canReject: true, assignees: [post('governor')] }));
  expect(named(draft.route, 'a')).toMatchObject({ name: 'ร่าง', assignee: post('deputy') });
  expect(named(draft.route, 'b')).toMatchObject({ assignees: [post('governor')] });
  expect(clashes).toEqual([]);
});

test('where both have changed the same thing the draft keeps its own, and it is named', () => {
  const { draft, clashes } = merged(withNode(base, 'a', { name: 'ร่าง' }), withNode(base, 'a', { name: 'เสนอเรื่อง' }));
  expect(named(draft.route, 'a')?.name).toBe('ร่าง');
  expect(clashes).toEqual([{ nodeId: 'a', setting: 'name' }]);
  // The same change by both is none to choose between.
  expect(merged(withNode(base, 'a', { name: 'ร่าง' }), withNode(base, 'a', { name: 'ร่าง' })).clashes).toEqual([]);
});

test('a step that they put into a line comes with its lines and its place', () => {
  const { draft, clashes } = merged(withNode(base, 'b', { name: 'อนุมัติ' }), insert(base, human('work1', 'ตรวจ')));
  expect(draft.route.edges.filter(({ from }) => from === 'a' || from === 'work1').map(({ from, to }) => [from, to])).toEqual([['a', 'work1'], ['work1', 'b']]);
  expect(draft.layout['work1']).toEqual({ x: 0, y: 500 });
  expect([named(draft.route, 'b')?.name, clashes]).toEqual(['อนุมัติ', []]);
});

test('two new steps of one id stay two: mine goes on under another, with its lines and returns', () => {
  const mine = withNode(insert(base, human('work1', 'ของข้าพเจ้า')), 'b', { returnTo: ['work1'] });
  const { draft, clashes } = merged(mine, insert(base, human('work1', 'ของเขา')));
  const [own, other] = ['ของข้าพเจ้า', 'ของเขา'].map((name) => draft.route.nodes.find((node) => node.name === name));
  expect(other?.id).toBe('work1');
  expect(own?.id).not.toBe('work1');
  expect(named(draft.route, 'b')).toMatchObject({ returnTo: [own?.id] });
  expect(draft.route.edges.find(({ from }) => from === own?.id)?.to).toBe('b');
  expect(clashes).toEqual([{ nodeId: 'a', outcome: 'done' }]);
  expect(draft.layout[own?.id ?? '']).toEqual({ x: 0, y: 500 });
});

test('a step that they took out goes, with its lines and the returns to it, unless the draft has changed it', () => {
  const without = applyOperation(draftOf(base), { type: 'remove', nodes: ['a'], edges: [] }).route;
  const theirs: Route = { ...without, edges: [...without.edges, { id: 'n', from: 'start', outcome: 'next', to: 'b' }] };
  const { draft } = merged(withNode(base, 'b', { name: 'อนุมัติ' }), theirs);
  expect(named(draft.route, 'a')).toBeUndefined();
  expect(named(draft.route, 'b')).toMatchObject({ name: 'อนุมัติ', returnTo: [] });
  const kept = merged(withNode(base, 'a', { name: 'ร่าง' }), theirs);
  expect(named(kept.draft.route, 'a')?.name).toBe('ร่าง');
  expect(kept.clashes).toContainEqual({ nodeId: 'a' });
});

test('a step that the draft took out stays out', () => {
  const mine = applyOperation(draftOf(base), { type: 'remove', nodes: ['refused'], edges: [] }).route;
  const { draft, clashes } = merged(mine, withNode(base, 'refused', { name: 'ไม่รับ' }));
  expect(named(draft.route, 'refused')).toBeUndefined();
  expect(clashes).toEqual([{ nodeId: 'refused' }]);
});

describe('for any two drawings', () => {
  test('without changes of my own it is theirs, without theirs it is mine', () => {
    fc.assert(fc.property(anyDraft, anyDraft, (one, other) => {
      // `replace` is what the designer does with the outcome: it refuses what cannot be drawn.
      const { draft: took } = takeOver({ base: one.route, mine: one, theirs: other });
      expect(diffRoutes(other.route, applyOperation(one, { type: 'replace', draft: took }).route)).toEqual([]);
      const { draft: kept, clashes } = takeOver({ base: other.route, mine: one, theirs: other });
      expect([diffRoutes(one.route, kept.route), clashes]).toEqual([[], []]);
    }), { numRuns: 200 });
  });

  test('what comes out can be drawn, whatever both have done', () => {
    fc.assert(fc.property(anyDraft, anyDraft, anyDraft, (start, mine, theirs) => {
      const { draft } = takeOver({ base: start.route, mine, theirs });
      expect(() => applyOperation(mine, { type: 'replace', draft })).not.toThrow();
    }), { numRuns: 200 });
  });
});
