/** Ids, edges and outcomes. */
import { returnTargets } from '../graph';
import type { NodeOf, NodeType, Route, RouteNode } from '../model';
import { outcomeLabel } from '../outcome-label';
import { steps } from '../steps';
import type { Step } from '../steps/step';
import { finding, type Finding } from './finding';

export function structureFindings(route: Route): Finding[] {
  return [...ends(route), ...ids(route), ...edges(route), ...route.nodes.flatMap((node) => [...outcomes(route, node), ...returns(route, node)]), ...forks(route)];
}

/** Behaviour of a node of any type. */
export function behaviourOf(node: RouteNode): Step<NodeType> {
  // The registry holds for each type the step of that very type.
  return steps[node.type] as unknown as Step<NodeType>;
}

/** Ways out that must be drawn, and those that may be. A fork has as many as are drawn. */
export function outcomesOf(node: RouteNode): { readonly needed: readonly string[]; readonly optional: readonly string[] } {
  const step = behaviourOf(node);
  // `node` belongs to the step that was looked up by its type.
  const own = node as NodeOf<NodeType>;
  return { needed: step.outcomes(own), optional: step.optionalOutcomes?.(own) ?? [] };
}

function ends(route: Route): Finding[] {
  const starts = route.nodes.filter((node) => node.type === 'start').map((node) => node.id);
  return [
    ...(starts.length === 0 ? [finding('NO_START', route, [])] : []),
    ...(starts.length > 1 ? [finding('MANY_STARTS', route, starts)] : []),
    ...(route.nodes.some((node) => node.type === 'end') ? [] : [finding('NO_END', route, [])]),
  ];
}

const repeated = (all: readonly string[]): string[] => [...new Set(all.filter((id, i) => all.indexOf(id) !== i))];

function ids(route: Route): Finding[] {
  return [
    ...repeated(route.nodes.map((node) => node.id)).map((id) => finding('DUPLICATE_NODE', route, [id], id)),
    ...repeated(route.edges.map((edge) => edge.id)).map((id) => finding('DUPLICATE_EDGE', route, [], id)),
  ];
}

function edges(route: Route): Finding[] {
  const nodes = new Map(route.nodes.map((node) => [node.id, node]));
  return route.edges.flatMap((edge) => {
    const to = nodes.get(edge.to);
    if (!nodes.has(edge.from) || !to) return [finding('EDGE_DANGLING', route, [], edge.id)];
    return to.type === 'start' ? [finding('EDGE_INTO_START', route, [edge.to])] : [];
  });
}

function outcomes(route: Route, node: RouteNode): Finding[] {
  const { needed, optional } = outcomesOf(node);
  const drawn = route.edges.filter((edge) => edge.from === node.id).map((edge) => edge.outcome);
  const known = [...needed, ...optional];
  const doubled = repeated(drawn);
  return [
    ...needed.filter((outcome) => !drawn.includes(outcome)).map((outcome) => finding('OUTCOME_UNWIRED', route, [node.id], outcome, outcomeLabel(node, outcome, route))),
    ...doubled.map((outcome) => finding('OUTCOME_DOUBLED', route, [node.id], outcome, outcomeLabel(node, outcome, route))),
    ...(node.type === 'fork' ? [] : [...new Set(drawn)].filter((outcome) => !known.includes(outcome)).map((outcome) => finding('OUTCOME_UNKNOWN', route, [node.id], outcome, outcomeLabel(node, outcome, route)))),
  ];
}

function returns(route: Route, node: RouteNode): Finding[] {
  return returnTargets(node).flatMap((target) => {
    const there = route.nodes.find((one) => one.id === target);
    return there && behaviourOf(there).kind === 'people' ? [] : [finding('RETURN_UNKNOWN', route, [node.id], target, there && { th: there.name, en: there.nameEn ?? there.name })];
  });
}

function forks(route: Route): Finding[] {
  const forkIds = route.nodes.filter((node) => node.type === 'fork').map((node) => node.id);
  const joins = route.nodes.filter((node) => node.type === 'join');
  return [
    ...forkIds.filter((id) => route.edges.filter((edge) => edge.from === id).length < 2).map((id) => finding('FORK_NARROW', route, [id])),
    ...forkIds.filter((id) => joins.filter((join) => join.fork === id).length !== 1).map((id) => finding('FORK_WITHOUT_JOIN', route, [id])),
    ...joins.filter((join) => !forkIds.includes(join.fork)).map((join) => finding('JOIN_FORK_UNKNOWN', route, [join.id])),
  ];
}
