/** Parts of a route on the clipboard: copied in one route, pasted into the same or another one, as JSON. */
import { z } from 'zod';
import { freshId } from './edits';
import type { NodeId, RouteEdge, RouteNode } from './model';
import type { Layout, Operation, Place, RouteDraft } from './operations';
import { codeSchema, idSchema } from './steps/form-parts';
import { MAX_NODES, nodeSchema } from './verify-schema';

export type RoutePart = {
  /** What tells a part from other JSON that a clipboard may hold. */
  readonly format: 'saraban.route-part';
  readonly version: 1;
  readonly nodes: readonly RouteNode[];
  /** Lines between these steps. */
  readonly edges: readonly RouteEdge[];
  readonly layout: Layout;
};

const partSchema: z.ZodType<RoutePart> = z.strictObject({
  format: z.literal('saraban.route-part'),
  version: z.literal(1),
  nodes: z.array(nodeSchema).min(1).max(MAX_NODES),
  edges: z.array(z.strictObject({ id: idSchema, from: idSchema, outcome: codeSchema, to: idSchema })).max(MAX_NODES * 10),
  layout: z.record(idSchema, z.strictObject({ x: z.number(), y: z.number() })),
});

/** The steps of these ids with the lines among them. The start stays: a route has only one. */
export function copyPart({ route, layout }: RouteDraft, ids: readonly NodeId[]): RoutePart {
  const nodes = route.nodes.filter(({ id, type }) => ids.includes(id) && type !== 'start');
  const inside = new Set(nodes.map(({ id }) => id));
  return {
    format: 'saraban.route-part',
    version: 1,
    nodes,
    edges: route.edges.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    layout: Object.fromEntries(nodes.flatMap(({ id }) => (layout[id] === undefined ? [] : [[id, layout[id]]]))),
  };
}

/** A part from the text of a clipboard; null where it holds something else. */
export function readPart(text: string): RoutePart | null {
  try {
    const parsed = partSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Adds a part under ids of its own. References among its steps go with them; those to steps outside of the part are dropped
 * (a return) or left for the verifier to name (the fork of a join).
 */
export function pastePart(draft: RouteDraft, part: RoutePart, offset: Place): { readonly operation: Operation; readonly nodeIds: readonly NodeId[] } {
  const ids = renamed(draft, part);
  const idOf = (id: string): string => ids.get(id) ?? id;
  const nodes = part.nodes.map((node) => withReferences({ ...node, id: idOf(node.id) }, ids));
  const edges = part.edges.map((edge) => ({ ...edge, id: idOf(edge.id), from: idOf(edge.from), to: idOf(edge.to) }));
  const layout = Object.fromEntries(Object.entries(part.layout).map(([id, { x, y }]) => [idOf(id), { x: x + offset.x, y: y + offset.y }]));
  return { operation: { type: 'add', nodes, edges, layout }, nodeIds: nodes.map(({ id }) => id) };
}

/** New ids by the old ones, each free in the draft and among themselves. */
function renamed({ route }: RouteDraft, { nodes, edges }: RoutePart): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  let all = route;
  for (const node of nodes) {
    const id = freshId(all, node.type);
    all = { ...all, nodes: [...all.nodes, { ...node, id }] };
    ids.set(node.id, id);
  }
  for (const edge of edges) {
    const id = freshId(all, 'e');
    all = { ...all, edges: [...all.edges, { ...edge, id }] };
    ids.set(edge.id, id);
  }
  return ids;
}

function withReferences(node: RouteNode, ids: ReadonlyMap<string, string>): RouteNode {
  if (node.type === 'join') return { ...node, fork: ids.get(node.fork) ?? node.fork };
  if (!('returnTo' in node) || node.returnTo === undefined) return node;
  return { ...node, returnTo: node.returnTo.flatMap((id) => ids.get(id) ?? []) };
}
