/** No number before a signature, nothing sent before a number, where the kind needs them (reference §6.3). */
import { isIssuing, isSignedKind } from '../formalities';
import { graphOf } from '../graph';
import type { NodeId, Route, RouteBook, RouteNode } from '../model';
import { finding, type Finding } from './finding';

export function formalityFindings(route: Route, routes: RouteBook): Finding[] {
  const start = route.nodes.find((node) => node.type === 'start');
  if (!start) return [];
  const isSigned = start.directions.some((direction) => direction !== 'incoming') && start.kinds.some(isSignedKind);
  const isNumbering = (node: RouteNode): boolean => node.type === 'register' && (!isSigned || isIssuing(node.book));
  const unnumbered = reachedWithout(route, (node) => isNumbering(node) || calls(node, routes, isNumbering));
  const early = route.nodes.filter((node) => node.type === 'dispatch' && unnumbered.has(node.id)).map((node) => finding('DISPATCH_BEFORE_NUMBER', route, [node.id]));
  if (!isSigned) return early;
  const unsigned = reachedWithout(route, (node) => isSigning(node) || calls(node, routes, isSigning));
  const issuing = route.nodes.filter((node) => node.type === 'register' && isIssuing(node.book) && unsigned.has(node.id));
  return [...early, ...issuing.map((node) => finding('NUMBER_BEFORE_SIGNATURE', route, [node.id]))];
}

const isSigning = (node: RouteNode): boolean => node.type === 'sign';

/** A called route may do it for its caller. */
function calls(node: RouteNode, routes: RouteBook, does: (node: RouteNode) => boolean): boolean {
  return node.type === 'call' && routes[node.routeVersionId]?.nodes.some(does) === true;
}

/** Steps that can be reached without passing one that `stops`. */
function reachedWithout(route: Route, stops: (node: RouteNode) => boolean): ReadonlySet<NodeId> {
  const graph = graphOf(route);
  const seen = new Set<NodeId>();
  const queue: NodeId[] = graph.start === null ? [] : [graph.start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const node = graph.nodes.get(at);
    if (!node || seen.has(at)) continue;
    seen.add(at);
    if (!stops(node)) for (const edge of graph.out.get(at) ?? []) queue.push(edge.to);
  }
  return seen;
}
