/** What the designer does in one go, said as operations: add the next step, put one into a line, draw a line to. */
import { DomainError } from '../errors';
import { graphOf } from './graph';
import type { NodeId, NodeType, Route, RouteEdge, RouteNode } from './model';
import type { Operation, Place, RouteDraft } from './operations';
import { stepForms } from './steps/forms';
import { outcomesOf } from './verify/structure';

/** How far the next step stands below the one before, and branches beside each other, in canvas units. */
export const STEP_DOWN = 120;
const STEP_ASIDE = 240;
const ORIGIN: Place = { x: 0, y: 0 };

type Added = { readonly operation: Operation; /** The step that is meant: to be selected. */ readonly nodeId: NodeId };

/** A fresh step of a type. A fork comes with its join, since neither works alone. */
export function addStep({ route }: RouteDraft, type: NodeType, at: Place): Added {
  const nodes = freshNodes(route, type);
  return { nodeId: nodes[0]!.id, operation: { type: 'add', nodes, edges: [], layout: placesFrom(nodes, at) } };
}

/** A fresh step below another one, which leads to it by its first way out that is not drawn yet. @throws EDIT_INVALID */
export function addNext(draft: RouteDraft, from: NodeId, type: NodeType): Added {
  const nodes = freshNodes(draft.route, type);
  const nodeId = nodes[0]!.id;
  const edge = lineTo(draft.route, from, nodeId);
  return { nodeId, operation: { type: 'add', nodes, edges: [edge], layout: placesFrom(nodes, placeBelow(draft, from)) } };
}

/** A fresh step in the middle of a line: the line leads to it, and it goes on to where the line led. @throws EDIT_INVALID */
export function insertInto(draft: RouteDraft, edgeId: string, type: NodeType): Added {
  const line = draft.route.edges.find(({ id }) => id === edgeId);
  if (line === undefined) throw new DomainError('EDIT_INVALID', { edgeId });
  const nodes = freshNodes(draft.route, type);
  const [first, join] = [nodes[0]!, nodes[1]];
  const onward = { from: (join ?? first).id, outcome: firstOutcome(join ?? first), to: line.to };
  const [before, after] = [draft.layout[line.from] ?? ORIGIN, draft.layout[line.to] ?? ORIGIN];
  const between = { x: (before.x + after.x) / 2, y: (before.y + after.y) / 2 };
  return {
    nodeId: first.id,
    operation: {
      type: 'together',
      operations: [
        { type: 'add', nodes, edges: onward.outcome === null ? [] : [{ id: freshId(draft.route, 'e'), ...onward, outcome: onward.outcome }], layout: placesFrom(nodes, between) },
        { type: 'redraw', edge: { ...line, to: first.id } },
      ],
    },
  };
}

/** A line to another step, by the first way out that is not drawn yet or the one that is named. @throws EDIT_INVALID */
export function connect({ route }: RouteDraft, from: NodeId, to: NodeId, outcome: string | null = null): Operation {
  return { type: 'add', nodes: [], edges: [lineTo(route, from, to, outcome)], layout: {} };
}

/** Ways out of a step that are not drawn yet, those that must be first. A fork always has one more. */
export function openOutcomes(route: Route, node: RouteNode): readonly string[] {
  const drawn = new Set((graphOf(route).out.get(node.id) ?? []).map(({ outcome }) => outcome));
  if (node.type === 'fork') return [freshCode(drawn)];
  const { needed, optional } = outcomesOf(node);
  return [...needed, ...optional].filter((outcome) => !drawn.has(outcome));
}

function lineTo(route: Route, from: NodeId, to: NodeId, outcome: string | null = null): RouteEdge {
  const node = route.nodes.find(({ id }) => id === from);
  if (node === undefined) throw new DomainError('EDIT_INVALID', { nodeId: from });
  const by = outcome ?? openOutcomes(route, node)[0];
  if (by === undefined) throw new DomainError('EDIT_INVALID', { field: 'outcome', nodeId: from });
  return { id: freshId(route, 'e'), from, outcome: by, to };
}

const firstOutcome = (node: RouteNode): string | null => (node.type === 'fork' ? 'b1' : (outcomesOf(node).needed[0] ?? null));

function freshNodes(route: Route, type: NodeType): RouteNode[] {
  const id = freshId(route, type);
  const node = stepForms[type].fresh(id);
  return type === 'fork' ? [node, { ...stepForms.join.fresh(freshId(route, 'join')), fork: id }] : [node];
}

/** An id that neither a step nor a line has: the word with the next free number. */
export function freshId(route: Route, word: string): string {
  const taken = new Set([...route.nodes, ...route.edges].map(({ id }) => id));
  for (let no = 1; ; no += 1) if (!taken.has(`${word}${no}`)) return `${word}${no}`;
}

function freshCode(taken: ReadonlySet<string>): string {
  for (let no = 1; ; no += 1) if (!taken.has(`b${no}`)) return `b${no}`;
}

const placesFrom = (nodes: readonly RouteNode[], at: Place): RouteDraft['layout'] =>
  Object.fromEntries(nodes.map(({ id }, row) => [id, { x: at.x, y: at.y + row * 2 * STEP_DOWN }]));

/** Below a step, beside what stands there already. */
function placeBelow({ route, layout }: RouteDraft, from: NodeId): Place {
  const above = layout[from] ?? ORIGIN;
  const at = { x: above.x, y: above.y + STEP_DOWN };
  const taken = route.nodes.flatMap(({ id }) => layout[id] ?? []);
  while (taken.some((place) => Math.abs(place.x - at.x) < STEP_ASIDE / 2 && Math.abs(place.y - at.y) < STEP_DOWN / 2)) at.x += STEP_ASIDE;
  return at;
}
