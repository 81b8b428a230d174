/** Where tokens can get to: reachability, ends, forks and joins, circles of automatic steps. */
import { graphOf, nestingAfter, reachableFrom, returnTargets, type Graph, type Nesting } from '../graph';
import type { NodeId, NodeOf, Route } from '../model';
import { finding, type Finding } from './finding';
import { behaviourOf } from './structure';

/** For routes without structural faults. */
export function flowFindings(route: Route): Finding[] {
  const graph = graphOf(route);
  const reached = reachedNodes(graph);
  const unreachable = route.nodes.filter((node) => !reached.has(node.id)).map((node) => finding('UNREACHABLE', route, [node.id]));
  const stuck = route.nodes.filter((node) => reached.has(node.id) && !canEnd(graph, node.id)).map((node) => finding('DEAD_END', route, [node.id]));
  return [...unreachable, ...stuck, ...nestingFindings(route, graph), ...returnFindings(route, graph), ...loopFindings(route, graph)];
}

function reachedNodes(graph: Graph): ReadonlySet<NodeId> {
  const start = graph.start ?? '';
  return new Set([start, ...reachableFrom(graph, start)]);
}

function canEnd(graph: Graph, from: NodeId): boolean {
  return [from, ...reachableFrom(graph, from)].some((id) => graph.nodes.get(id)?.type === 'end');
}

const key = (nesting: Nesting): string => nesting.map((level) => level.edge).join('/');

/** Every way to a node must lead through the same forks, and a join must close the innermost one. */
function nestingFindings(route: Route, graph: Graph): Finding[] {
  const bad = new Set<NodeId>();
  const starved = new Map<NodeId, string>();
  for (const node of route.nodes) {
    const here = graph.nesting.get(node.id);
    if (!here) continue;
    for (const edge of graph.out.get(node.id) ?? []) {
      const to = graph.nodes.get(edge.to);
      const inside = node.type === 'fork' ? [...here, { fork: node.id, edge: edge.id }] : here;
      const isOwnJoin = to?.type !== 'join' || inside.at(-1)?.fork === to.fork;
      const there = graph.nesting.get(edge.to);
      if (!isOwnJoin || !there || key(nestingAfter(here, node, edge, to)) !== key(there)) bad.add(edge.to);
    }
  }
  for (const node of route.nodes) if (node.type === 'join') checkArrivals(graph, node, starved);
  return [
    ...[...bad].map((id) => finding('JOIN_MISMATCH', route, [id])),
    ...[...starved].map(([id, detail]) => finding('JOIN_STARVES', route, [id], detail)),
    ...route.nodes.filter((node) => node.type === 'end' && (graph.nesting.get(node.id)?.length ?? 0) > 0).map((node) => finding('END_IN_BRANCH', route, [node.id])),
  ];
}

/** As many branches as the join waits for must be able to arrive. */
function checkArrivals(graph: Graph, join: NodeOf<'join'>, starved: Map<NodeId, string>): void {
  const branches = graph.out.get(join.fork) ?? [];
  const arriving = branches.filter((edge) => edge.to === join.id || reachableFrom(graph, edge.to).has(join.id)).length;
  const needed = join.mode === 'all' ? branches.length : join.mode.atLeast;
  if (needed > arriving || needed < 1) starved.set(join.id, String(needed));
}

function returnFindings(route: Route, graph: Graph): Finding[] {
  return route.nodes.flatMap((node) => {
    const here = graph.nesting.get(node.id) ?? [];
    return returnTargets(node).flatMap((target) => {
      const there = graph.nesting.get(target) ?? [];
      return there.every((level, i) => here[i]?.edge === level.edge) ? [] : [finding('RETURN_INTO_BRANCH', route, [node.id, target])];
    });
  });
}

/** A circle in which nobody acts and nothing is waited for would go round until the engine refuses. */
function loopFindings(route: Route, graph: Graph): Finding[] {
  const passes = (id: NodeId): boolean => {
    const node = graph.nodes.get(id);
    return node !== undefined && node.type !== 'call' && behaviourOf(node).kind === 'passes';
  };
  const circles = new Set<string>();
  for (const node of route.nodes) {
    if (!passes(node.id)) continue;
    const seen = reachableFrom(graph, node.id, passes);
    if (seen.has(node.id)) circles.add([...seen].filter((id) => reachableFrom(graph, id, passes).has(node.id)).toSorted().join('\n'));
  }
  return [...circles].map((ids) => finding('AUTOMATIC_LOOP', route, ids.split('\n')));
}
