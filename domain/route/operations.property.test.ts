import fc from 'fast-check';
import { DomainError } from '../errors';
import { addNext, addStep, connect, freshId, insertInto } from './edits';
import { beginHistory, edit, redo, undo, type EditHistory } from './edit-history';
import type { NodeType, Route } from './model';
import { applyOperation, type Operation, type RouteDraft } from './operations';
import { copyPart, pastePart } from './route-part';
import { stepForms } from './steps/forms';
import { approval, endNode, post, route, startNode } from './testing/build';
import { ROUTES } from './testing/routes';

const drafts: readonly RouteDraft[] = [
  { route: { schemaVersion: 1, name: 'ว่าง', nodes: [], edges: [] }, layout: {} },
  ...Object.values(ROUTES).map((value): RouteDraft => ({ route: value, layout: Object.fromEntries(value.nodes.map(({ id }, i) => [id, { x: 0, y: i * 120 }])) })),
];
const TYPES = Object.keys(stepForms) as NodeType[];

/** What a designer may do next, by four numbers that were drawn; null where there is nothing to do it to. */
const CHOICES: readonly ((draft: RouteDraft, a: number, b: number) => Operation | null)[] = [
  (draft, a, b) => addStep(draft, TYPES[a % TYPES.length]!, { x: b % 1000, y: a % 1000 }).operation,
  (draft, a, b) => over(draft.route.nodes, a, (node) => attempt(() => addNext(draft, node.id, TYPES[b % TYPES.length]!).operation)),
  (draft, a, b) => over(draft.route.edges, a, (edge) => attempt(() => insertInto(draft, edge.id, TYPES[b % TYPES.length]!).operation)),
  (draft, a, b) => over(draft.route.nodes, a, (from) => over(draft.route.nodes, b, (to) => attempt(() => connect(draft, from.id, to.id)))),
  (draft, a) => over(draft.route.nodes, a, ({ id }) => ({ type: 'remove', nodes: [id], edges: [] })),
  (draft, a) => over(draft.route.edges, a, ({ id }) => ({ type: 'remove', nodes: [], edges: [id] })),
  (draft, a, b) => over(draft.route.nodes, a, (node) => ({ type: 'change', node: { ...node, name: `ขั้น ${b}` } })),
  (draft, a, b) => over(draft.route.edges, a, (edge) => over(draft.route.nodes, b, ({ id }) => ({ type: 'redraw', edge: { ...edge, to: id } }))),
  (draft, a, b) => over(draft.route.nodes, a, ({ id }) => ({ type: 'place', layout: { [id]: { x: b % 500, y: a % 500 } } })),
  (_draft, a) => ({ type: 'describe', name: `เส้นทาง ${a}`, nameEn: `Route ${a}` }),
  (draft, a, b) => pastePart(draft, copyPart(draft, draft.route.nodes.filter((_, i) => (i + a) % 3 === 0).map(({ id }) => id)), { x: b % 50, y: 40 }).operation,
  (_draft, a) => ({ type: 'replace', draft: drafts[a % drafts.length]! }),
];
const over = <T>(all: readonly T[], at: number, make: (one: T) => Operation | null): Operation | null => (all.length === 0 ? null : make(all[at % all.length]!));
function attempt(make: () => Operation): Operation | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const anyDraft = fc.constantFrom(...drafts);
const anyEdits = fc.array(fc.record({ choice: fc.nat({ max: CHOICES.length - 1 }), a: fc.nat(), b: fc.nat(), typed: fc.boolean() }), { maxLength: 40, size: 'max' });

function play(start: RouteDraft, edits: readonly { choice: number; a: number; b: number; typed: boolean }[]): EditHistory {
  return edits.reduce((history, { choice, a, b, typed }) => {
    const operation = CHOICES[choice]!(history.draft, a, b);
    return operation === null ? history : edit(history, operation, typed ? 'typing' : null);
  }, beginHistory(start));
}
const repeat = (history: EditHistory, step: (history: EditHistory) => EditHistory): EditHistory => {
  let now = history;
  for (let next = step(now); next !== now; next = step(now)) now = next;
  return now;
};

describe('any sequence of edits', () => {
  test('undone to its beginning is the draft it began with, and redone the draft it came to', () => {
    fc.assert(
      fc.property(anyDraft, anyEdits, (start, edits) => {
        const before = JSON.stringify(start);
        const edited = play(start, edits);
        const undone = repeat(edited, undo);
        expect(JSON.stringify(undone.draft)).toBe(before);
        expect(repeat(undone, redo).draft).toEqual(edited.draft);
        // What was given is never written into.
        expect(JSON.stringify(start)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps ids unique, lines whole, returns among the steps there are and places only of those', () => {
    fc.assert(
      fc.property(anyDraft, anyEdits, (start, edits) => {
        const { draft } = play(start, edits);
        const ids = draft.route.nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(draft.route.edges.map(({ id }) => id)).size).toBe(draft.route.edges.length);
        for (const { from, to } of draft.route.edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
        for (const node of draft.route.nodes) if ('returnTo' in node) for (const target of node.returnTo ?? []) expect(ids).toContain(target);
        for (const id of Object.keys(draft.layout)) expect(ids).toContain(id);
      }),
      { numRuns: 300 },
    );
  });
});

const empty: RouteDraft = drafts[0]!;
const small: Route = route([startNode, approval('a', 'chief', { canReject: true, returnTo: ['b'] }), { id: 'b', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] }, endNode], ['start b', 'b done a', 'a approve end', 'a reject end']);
const draft: RouteDraft = { route: small, layout: { a: { x: 1, y: 2 } } };
const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.details };
    throw error;
  }
  return null;
};

describe('one edit', () => {
  test('removing a step takes its lines and the returns to it along', () => {
    const { route: left, layout } = applyOperation(draft, { type: 'remove', nodes: ['b'], edges: [] });
    expect(left.edges.map(({ id }) => id)).toEqual(['e2', 'e3']);
    expect(left.nodes.find(({ id }) => id === 'a')).toMatchObject({ returnTo: [] });
    expect(layout).toEqual({ a: { x: 1, y: 2 } });
    expect(applyOperation(draft, { type: 'remove', nodes: ['a'], edges: [] }).layout).toEqual({});
  });

  test('lines follow an outcome that got another code', () => {
    const node = { ...small.nodes[2]!, outcomes: [{ code: 'reported', name: 'รายงานแล้ว' }] };
    const { route: changed } = applyOperation(draft, { type: 'change', node: node as never, renamed: { done: 'reported' } });
    expect(changed.edges.find(({ from }) => from === 'b')?.outcome).toBe('reported');
    expect(changed.edges.filter(({ from }) => from === 'a').map(({ outcome }) => outcome)).toEqual(['approve', 'reject']);
  });

  test('lines of other steps keep an outcome of the same code, and lines of this step every other', () => {
    const code = (id: string, outcome: string) => ({ id, type: 'work', assignee: post('clerk'), outcomes: [{ code: outcome, name: 'เสร็จ' }] }) as const;
    const two = route([startNode, code('b', 'done'), { ...code('c', 'done'), outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'constructor', name: 'ผู้สร้าง' }] }, endNode], ['start b', 'b done c', 'c done end', 'c constructor end']);
    const renaming = { type: 'change', node: { ...two.nodes[2]!, outcomes: [{ code: 'over', name: 'จบ' }, { code: 'constructor', name: 'ผู้สร้าง' }] } as never, renamed: { done: 'over' } } as const;
    const { edges } = applyOperation({ route: two, layout: {} }, renaming).route;
    expect(edges.map(({ from, outcome }) => `${from} ${outcome}`)).toEqual(['start next', 'b done', 'c over', 'c constructor']);
  });

  test('that changes nothing is no step to undo', () => {
    const history = beginHistory(draft);
    expect(edit(history, { type: 'place', layout: { a: { x: 1, y: 2 } } })).toBe(history);
    expect(edit(history, { type: 'describe', name: small.name })).toBe(history);
    for (const a of [{ x: 1, y: 9 }, { x: 9, y: 2 }]) expect(edit(history, { type: 'place', layout: { a } })).not.toBe(history);
  });

  test.each<[string, Operation, object]>([
    ['an id that a step has', { type: 'add', nodes: [small.nodes[1]!], edges: [], layout: {} }, { field: 'id', nodeId: 'a' }],
    ['an id that a line has', { type: 'add', nodes: [], edges: [{ id: 'e0', from: 'a', outcome: 'x', to: 'b' }], layout: {} }, { field: 'id', edgeId: 'e0' }],
    ['a line from nowhere', { type: 'add', nodes: [], edges: [{ id: 'n', from: 'gone', outcome: 'x', to: 'b' }], layout: {} }, { field: 'from', edgeId: 'n' }],
    ['a line to nowhere', { type: 'redraw', edge: { id: 'e0', from: 'start', outcome: 'next', to: 'gone' } }, { field: 'to', edgeId: 'e0' }],
    ['a line that is gone', { type: 'redraw', edge: { id: 'gone', from: 'start', outcome: 'next', to: 'a' } }, { edgeId: 'gone' }],
    ['a step that is gone', { type: 'change', node: { ...small.nodes[1]!, id: 'gone' } }, { nodeId: 'gone' }],
    ['a step of another type', { type: 'change', node: { ...stepForms.work.fresh('a') } }, { field: 'type', nodeId: 'a' }],
    ['removing what is gone', { type: 'remove', nodes: ['gone'], edges: [] }, { nodeId: 'gone' }],
    ['removing a line that is gone', { type: 'remove', nodes: [], edges: ['gone'] }, { edgeId: 'gone' }],
    ['placing what is gone', { type: 'place', layout: { gone: { x: 0, y: 0 } } }, { nodeId: 'gone' }],
    ['a place that is no number', { type: 'place', layout: { a: { x: Number.NaN, y: 0 } } }, { field: 'layout', nodeId: 'a' }],
    ['a place off the canvas', { type: 'place', layout: { a: { x: 0, y: 1e9 } } }, { field: 'layout', nodeId: 'a' }],
    ['a whole draft with a line from nowhere', { type: 'replace', draft: { route: { ...small, nodes: [] }, layout: {} } }, { field: 'from', edgeId: 'e0' }],
  ])('refuses %s and changes nothing', (_name, operation, details) => {
    const before = JSON.stringify(draft);
    expect(refusal(() => applyOperation(draft, operation))).toEqual({ code: 'EDIT_INVALID', ...details });
    // Also in the middle of several.
    expect(refusal(() => edit(beginHistory(draft), { type: 'together', operations: [{ type: 'describe', name: 'อื่น' }, operation] }))).toEqual({ code: 'EDIT_INVALID', ...details });
    expect(JSON.stringify(draft)).toBe(before);
  });
});

describe('a gesture', () => {
  const type = (history: EditHistory, name: string, gesture: string) => edit(history, { type: 'describe', name }, gesture);

  test('of many edits is undone as one, another one is not part of it', () => {
    const typed = ['ห', 'หน', 'หนั'].reduce((history, text) => type(history, text, 'name'), beginHistory(empty));
    const moved = type(typed, 'อื่น', 'other');
    expect(undo(moved).draft.route.name).toBe('หนั');
    expect(undo(undo(moved)).draft).toBe(empty);
  });

  test('does not go on after an undo, and what was undone is gone with the next edit', () => {
    const undone = undo(type(type(beginHistory(empty), 'ก', 'name'), 'ข', 'other'));
    const typed = type(undone, 'ค', 'name');
    expect(undo(typed).draft.route.name).toBe('ก');
    expect(redo(typed)).toBe(typed);
  });
});

describe('what the designer does in one go', () => {
  test('the next step hangs on the first way out that is not drawn, below and beside what is there', () => {
    const start = applyOperation(empty, addStep(empty, 'start', { x: 0, y: 0 }).operation);
    const first = addNext(start, 'start1', 'approve');
    const one = applyOperation(start, first.operation);
    expect(one.route.edges).toEqual([{ id: 'e1', from: 'start1', outcome: 'next', to: 'approve1' }]);
    expect(first.nodeId).toBe('approve1');
    expect(refusal(() => addNext(one, 'start1', 'work'))).toEqual({ code: 'EDIT_INVALID', field: 'outcome', nodeId: 'start1' });
    expect(refusal(() => addNext(one, 'gone', 'work'))).toEqual({ code: 'EDIT_INVALID', nodeId: 'gone' });
    const rejecting = applyOperation(one, { type: 'change', node: { ...one.route.nodes[1]!, canReject: true } as never });
    const two = applyOperation(applyOperation(rejecting, addNext(rejecting, 'approve1', 'end').operation), addNext(applyOperation(rejecting, addNext(rejecting, 'approve1', 'end').operation), 'approve1', 'end').operation);
    expect(two.route.edges.slice(1).map(({ outcome, to }) => [outcome, to])).toEqual([['approve', 'end1'], ['reject', 'end2']]);
    expect(two.layout['end1']).not.toEqual(two.layout['end2']);
  });

  test('a step put into a line takes its place in it', () => {
    const { operation, nodeId } = insertInto(draft, 'e0', 'work');
    const { route: longer } = applyOperation(draft, operation);
    expect(longer.edges.find(({ id }) => id === 'e0')).toMatchObject({ from: 'start', to: nodeId });
    expect(longer.edges.find(({ from }) => from === nodeId)).toMatchObject({ to: 'b' });
    expect(undo(edit(beginHistory(draft), operation)).draft).toBe(draft);
    expect(refusal(() => insertInto(draft, 'gone', 'work'))).toEqual({ code: 'EDIT_INVALID', edgeId: 'gone' });
  });

  test('a fork comes with its join, in a line as well', () => {
    const { route: forked } = applyOperation(draft, insertInto(draft, 'e0', 'fork').operation);
    expect(forked.nodes.find(({ type: kind }) => kind === 'join')).toMatchObject({ fork: 'fork1' });
    expect(forked.edges.find(({ from }) => from === 'join1')).toMatchObject({ to: 'b', outcome: 'next' });
    const branched = applyOperation({ route: forked, layout: {} }, connect({ route: forked, layout: {} }, 'fork1', 'join1'));
    const twice = applyOperation(branched, connect(branched, 'fork1', 'join1'));
    expect(twice.route.edges.filter(({ from }) => from === 'fork1').map(({ outcome }) => outcome)).toEqual(['b1', 'b2']);
  });

  test('an id that is taken by a step or a line is passed over', () => {
    expect(freshId(small, 'e')).toBe('e4');
    expect(freshId(small, 'x')).toBe('x1');
  });
});
