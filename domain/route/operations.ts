/**
 * Editing a route: every edit of the designer is one operation, applied by one pure function. Canvas, outline, keyboard,
 * paste and auto-layout all go through it, so undo (`edit-history.ts`) covers them all. A draft may be unfinished in any way
 * the verifier can name; an operation only refuses what could not be drawn: ids used twice, lines that end nowhere.
 */
import { DomainError } from '../errors';
import type { NodeId, Route, RouteEdge, RouteNode } from './model';

/** Where a step stands on the canvas, in canvas units: its upper left corner. */
export type Place = { readonly x: number; readonly y: number };
export type Layout = { readonly [id: NodeId]: Place };

/** A route being designed. Where its steps stand is no part of its meaning: a step that is moved has not changed. */
export type RouteDraft = { readonly route: Route; readonly layout: Layout };

export type Operation =
  /** Adds steps and lines as they are: from the palette, by pasting, by inserting. */
  | { readonly type: 'add'; readonly nodes: readonly RouteNode[]; readonly edges: readonly RouteEdge[]; readonly layout: Layout }
  /** Removes steps with their lines, and lines by themselves. Steps that returned to a removed one no longer do. */
  | { readonly type: 'remove'; readonly nodes: readonly NodeId[]; readonly edges: readonly string[] }
  /** Gives a step other settings. `renamed` lets its lines follow outcomes that got another code. */
  | { readonly type: 'change'; readonly node: RouteNode; readonly renamed?: { readonly [outcome: string]: string } }
  /** Draws a line anew: from, outcome or to. */
  | { readonly type: 'redraw'; readonly edge: RouteEdge }
  | { readonly type: 'place'; readonly layout: Layout }
  | { readonly type: 'describe'; readonly name: string; readonly nameEn?: string; readonly description?: string }
  /** Several edits that are one to the designer, in this order. */
  | { readonly type: 'together'; readonly operations: readonly Operation[] }
  /** Everything anew: an import, a copy of another route, a version to go back to. */
  | { readonly type: 'replace'; readonly draft: RouteDraft };
type OperationOf<T extends Operation['type']> = Extract<Operation, { type: T }>;

/** Farthest place of a step from the origin, in canvas units. */
export const MAX_PLACE = 100_000;

/**
 * The draft after an edit; the given one is never changed. An edit that changes nothing returns the very same draft.
 * @throws DomainError EDIT_INVALID naming what the edit cannot do; then nothing has happened
 */
export function applyOperation(draft: RouteDraft, operation: Operation): RouteDraft {
  // The key picks the handler of this very operation.
  const apply = APPLY[operation.type] as (draft: RouteDraft, operation: Operation) => RouteDraft;
  const next = apply(draft, operation);
  return isSame(draft, next) ? draft : next;
}

const APPLY: { readonly [T in Operation['type']]: (draft: RouteDraft, operation: OperationOf<T>) => RouteDraft } = {
  add: (draft, { nodes, edges, layout }) => {
    const route = { ...draft.route, nodes: [...draft.route.nodes, ...nodes], edges: [...draft.route.edges, ...edges] };
    assertDrawable(route);
    return { route, layout: withPlaces(draft.layout, route, { ...draft.layout, ...layout }) };
  },
  remove: (draft, { nodes, edges }) => {
    const gone = new Set(nodes);
    const lines = new Set(edges);
    assertKnown(draft.route.nodes, nodes, 'nodeId');
    assertKnown(draft.route.edges, edges, 'edgeId');
    const route = {
      ...draft.route,
      nodes: draft.route.nodes.filter(({ id }) => !gone.has(id)).map((node) => withoutReturns(node, gone)),
      edges: draft.route.edges.filter((edge) => !lines.has(edge.id) && !gone.has(edge.from) && !gone.has(edge.to)),
    };
    return { route, layout: withPlaces(draft.layout, route, draft.layout) };
  },
  change: (draft, { node, renamed = {} }) => {
    const before = draft.route.nodes.find(({ id }) => id === node.id);
    if (before === undefined) throw new DomainError('EDIT_INVALID', { nodeId: node.id });
    // Another type is another step: its settings and outcomes have nothing in common.
    if (before.type !== node.type) throw new DomainError('EDIT_INVALID', { field: 'type', nodeId: node.id });
    const edges = draft.route.edges.map((edge) =>
      edge.from === node.id && Object.hasOwn(renamed, edge.outcome) ? { ...edge, outcome: renamed[edge.outcome] ?? edge.outcome } : edge,
    );
    return { ...draft, route: { ...draft.route, nodes: draft.route.nodes.map((each) => (each.id === node.id ? node : each)), edges } };
  },
  redraw: (draft, { edge }) => {
    assertKnown(draft.route.edges, [edge.id], 'edgeId');
    const route = { ...draft.route, edges: draft.route.edges.map((each) => (each.id === edge.id ? edge : each)) };
    assertDrawable(route);
    return { ...draft, route };
  },
  place: (draft, { layout }) => {
    assertKnown(draft.route.nodes, Object.keys(layout), 'nodeId');
    return { ...draft, layout: withPlaces(draft.layout, draft.route, { ...draft.layout, ...layout }) };
  },
  describe: (draft, { name, nameEn, description }) => {
    const { nodes, edges, schemaVersion } = draft.route;
    return { ...draft, route: { schemaVersion, name, ...(nameEn === undefined ? {} : { nameEn }), ...(description === undefined ? {} : { description }), nodes, edges } };
  },
  together: (draft, { operations }) => operations.reduce(applyOperation, draft),
  replace: (_draft, { draft }) => {
    assertDrawable(draft.route);
    return { route: draft.route, layout: withPlaces({}, draft.route, draft.layout) };
  },
};

/** Ids are unique and every line has both its ends. @throws EDIT_INVALID */
function assertDrawable({ nodes, edges }: Route): void {
  const ids = new Set<string>();
  for (const { id } of nodes) {
    if (ids.has(id)) throw new DomainError('EDIT_INVALID', { field: 'id', nodeId: id });
    ids.add(id);
  }
  const lines = new Set<string>();
  for (const { id, from, to } of edges) {
    if (lines.has(id)) throw new DomainError('EDIT_INVALID', { field: 'id', edgeId: id });
    if (!ids.has(from)) throw new DomainError('EDIT_INVALID', { field: 'from', edgeId: id });
    if (!ids.has(to)) throw new DomainError('EDIT_INVALID', { field: 'to', edgeId: id });
    lines.add(id);
  }
}

/** @throws EDIT_INVALID */
function assertKnown(all: readonly { readonly id: string }[], wanted: readonly string[], field: 'nodeId' | 'edgeId'): void {
  const known = new Set(all.map(({ id }) => id));
  for (const id of wanted) if (!known.has(id)) throw new DomainError('EDIT_INVALID', { [field]: id });
}

/** The places of the steps there are, whole and within the canvas; the very same ones where none has moved. @throws EDIT_INVALID */
function withPlaces(before: Layout, route: Route, wanted: Layout): Layout {
  const places = route.nodes.flatMap(({ id }): [NodeId, Place][] => {
    const place = Object.hasOwn(wanted, id) ? wanted[id] : undefined;
    if (place === undefined) return [];
    if (!isOnCanvas(place)) throw new DomainError('EDIT_INVALID', { field: 'layout', nodeId: id });
    const known = before[id];
    return [[id, known !== undefined && known.x === place.x && known.y === place.y ? known : { x: place.x, y: place.y }]];
  });
  const isUnmoved = places.length === Object.keys(before).length && places.every(([id, place]) => before[id] === place);
  return isUnmoved ? before : Object.fromEntries(places);
}

const isOnCanvas = ({ x, y }: Place): boolean => [x, y].every((at) => Number.isFinite(at) && Math.abs(at) <= MAX_PLACE);

function withoutReturns(node: RouteNode, gone: ReadonlySet<NodeId>): RouteNode {
  if (!('returnTo' in node)) return node;
  const left = (node.returnTo ?? []).filter((id) => !gone.has(id));
  return left.length === (node.returnTo ?? []).length ? node : { ...node, returnTo: left };
}

/** Drafts share what an edit left alone, so looking at what is on top of them is enough where nothing was written. */
function isSame(one: RouteDraft, other: RouteDraft): boolean {
  return one.layout === other.layout && (one.route === other.route || JSON.stringify(one.route) === JSON.stringify(other.route));
}
