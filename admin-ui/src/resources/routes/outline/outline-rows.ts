import { graphOf, returnTargets } from '#domain/route/graph';
import type { NodeId, Route, RouteEdge, RouteNode } from '#domain/route/model';
import { outcomesOf } from '#domain/route/verify/structure';

export type OutlineRow = {
  readonly node: RouteNode;
  /** How many lines from the start; null where none leads there. */
  readonly depth: number | null;
  readonly ways: readonly { readonly edge: RouteEdge; readonly to: RouteNode | undefined; /** Leads to a step that stands further up. */ readonly isBack: boolean }[];
  /** Ways out that must be drawn and are not yet. */
  readonly open: readonly string[];
  readonly returnsTo: readonly NodeId[];
};

/** Steps as one reads a route: from the start along its lines, each once, branch after branch; then what nothing leads to. */
export function outlineRows(route: Route): readonly OutlineRow[] {
  const { nodes, out, start } = graphOf(route);
  const depths = new Map<NodeId, number>();
  const order: NodeId[] = [];
  const walk = (id: NodeId, depth: number): void => {
    if (depths.has(id) || !nodes.has(id)) return;
    depths.set(id, depth);
    order.push(id);
    for (const { to } of out.get(id) ?? []) if (!waitsFor(route, depths, to)) walk(to, depth + 1);
  };
  if (start !== null) walk(start, 0);
  const places = new Map([...order, ...route.nodes.filter(({ id }) => !depths.has(id)).map(({ id }) => id)].map((id, at) => [id, at]));
  return [...places.keys()].flatMap((id): OutlineRow[] => {
    const node = nodes.get(id);
    if (node === undefined) return [];
    const lines = out.get(id) ?? [];
    const drawn = new Set(lines.map(({ outcome }) => outcome));
    return [{
      node,
      depth: depths.get(id) ?? null,
      ways: lines.map((edge) => ({ edge, to: nodes.get(edge.to), isBack: (places.get(edge.to) ?? 0) <= (places.get(id) ?? 0) })),
      open: outcomesOf(node).needed.filter((outcome) => !drawn.has(outcome)),
      returnsTo: returnTargets(node),
    }];
  });
}

/** Whether a join or a common step still has a line from a step that the walk has not come to: it reads better after it. */
function waitsFor(route: Route, seen: ReadonlyMap<NodeId, number>, id: NodeId): boolean {
  const { nodes, into, nesting } = graphOf(route);
  if (nodes.get(id)?.type !== 'join') return false;
  return (into.get(id) ?? []).some(({ from }) => !seen.has(from) && nesting.has(from));
}
