/**
 * A route as a graph: lookups that the engine and the verifier share, worked out once per definition (definitions are
 * immutable, so the cache needs no key but the object itself).
 */
import type { NodeId, Route, RouteEdge, RouteNode } from './model';

/** The forks around a node, outermost first, each with the edge by which its branch begins. */
export type Nesting = readonly { readonly fork: NodeId; readonly edge: string }[];

export type Graph = {
  readonly nodes: ReadonlyMap<NodeId, RouteNode>;
  readonly out: ReadonlyMap<NodeId, readonly RouteEdge[]>;
  readonly into: ReadonlyMap<NodeId, readonly RouteEdge[]>;
  /** Nodes reached from the start, by edges and by returns. */
  readonly nesting: ReadonlyMap<NodeId, Nesting>;
  readonly start: NodeId | null;
};

const cache = new WeakMap<Route, Graph>();

export function graphOf(route: Route): Graph {
  const known = cache.get(route);
  if (known) return known;
  const graph = buildGraph(route);
  cache.set(route, graph);
  return graph;
}

/** Nodes to which a step may send the letter back. */
export const returnTargets = (node: RouteNode): readonly NodeId[] => ('returnTo' in node ? (node.returnTo ?? []) : []);

/** Whether refusing at a node leads straight to an end as 'returned': so a unit hands a letter back to whoever directed it there. */
export function handsBack({ nodes, out }: Graph, nodeId: NodeId): boolean {
  const target = nodes.get((out.get(nodeId) ?? []).find(({ outcome }) => outcome === 'reject')?.to ?? '');
  return target?.type === 'end' && target.outcome === 'returned';
}

function buildGraph(route: Route): Graph {
  const nodes = new Map(route.nodes.map((node) => [node.id, node]));
  const out = new Map<NodeId, RouteEdge[]>(route.nodes.map((node) => [node.id, []]));
  const into = new Map<NodeId, RouteEdge[]>(route.nodes.map((node) => [node.id, []]));
  for (const edge of route.edges) {
    out.get(edge.from)?.push(edge);
    into.get(edge.to)?.push(edge);
  }
  const start = route.nodes.find((node) => node.type === 'start')?.id ?? null;
  return { nodes, out, into, nesting: start === null ? new Map() : nestingFrom(start, nodes, out), start };
}

/** First nesting found on a walk from the start; the verifier reports nodes that have more than one. */
function nestingFrom(start: NodeId, nodes: ReadonlyMap<NodeId, RouteNode>, out: ReadonlyMap<NodeId, readonly RouteEdge[]>): Map<NodeId, Nesting> {
  const nesting = new Map<NodeId, Nesting>([[start, []]]);
  const queue: NodeId[] = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const node = nodes.get(at);
    const here = nesting.get(at) ?? [];
    for (const edge of out.get(at) ?? []) {
      if (nesting.has(edge.to)) continue;
      nesting.set(edge.to, nestingAfter(here, node, edge, nodes.get(edge.to)));
      queue.push(edge.to);
    }
  }
  return nesting;
}

/** The forks around the node an edge leads to. A join stands outside its fork. */
export function nestingAfter(here: Nesting, from: RouteNode | undefined, edge: RouteEdge, to: RouteNode | undefined): Nesting {
  const inside = from?.type === 'fork' ? [...here, { fork: from.id, edge: edge.id }] : here;
  return to?.type === 'join' ? inside.slice(0, Math.max(0, inside.length - 1)) : inside;
}

/** Nodes that can be reached from a node by edges (only through those that `isOpen`), itself not among them unless a loop leads back. */
export function reachableFrom(graph: Graph, from: NodeId, isOpen: (id: NodeId) => boolean = () => true): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>();
  const queue: NodeId[] = [from];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const edge of graph.out.get(at) ?? []) {
      if (seen.has(edge.to) || !isOpen(edge.to)) continue;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return seen;
}

/** The nearest node of a kind on the ways onward from a node, breadth first. */
export function nextOnward<T extends RouteNode>(graph: Graph, from: NodeId, is: (node: RouteNode) => node is T): T | null {
  const seen = new Set<NodeId>([from]);
  const queue: NodeId[] = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const edge of graph.out.get(at) ?? []) {
      const node = graph.nodes.get(edge.to);
      if (!node || seen.has(edge.to)) continue;
      if (is(node)) return node;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return null;
}
