/** What runs but should not be: steps of one name, deciding on one's own text, circles without a bound, ladders to nobody. */
import { indexOf, type Directory } from '../directory';
import { graphOf, reachableFrom } from '../graph';
import type { AssigneeRule, NodeId, Route, RouteNode } from '../model';
import { type PlaceNames, sayRuleIn } from '../place-words';
import { finding, type Finding } from './finding';
import { behaviourOf } from './structure';

/** For any route, drawn well or not. */
export function practiceFindings(route: Route, directory?: Directory, places?: PlaceNames): Finding[] {
  return route.nodes.flatMap((node) => [...selfApproval(route, node), ...(directory === undefined ? [] : ladderFindings(route, node, directory, sayRuleIn(places)))]);
}

/**
 * Steps that one letter can come to, at which people act, are told apart by their name: in inboxes and on the letter.
 * Alternatives may share one. For routes without structural faults.
 */
export function nameFindings(route: Route): Finding[] {
  const graph = graphOf(route);
  const asked = route.nodes.filter((node) => behaviourOf(node).kind === 'people');
  const reaches = new Map(asked.map(({ id }) => [id, reachableFrom(graph, id)]));
  const isBeside = (one: NodeId, other: NodeId): boolean => {
    const there = graph.nesting.get(other) ?? [];
    return (graph.nesting.get(one) ?? []).some(({ fork, edge }, level) => there[level]?.fork === fork && there[level].edge !== edge);
  };
  const canMeet = (one: NodeId, other: NodeId): boolean =>
    reaches.get(one)?.has(other) === true || reaches.get(other)?.has(one) === true || isBeside(one, other);
  return asked.flatMap((one, i) =>
    asked.slice(i + 1).flatMap((other) => (one.name === other.name && canMeet(one.id, other.id) ? [finding('LABEL_REPEATED', route, [one.id, other.id])] : [])),
  );
}

/** Nobody decides on what they have drafted themselves (the engine passes them over unless the step allows it). */
function selfApproval(route: Route, node: RouteNode): Finding[] {
  if (node.type !== 'approve') return [];
  return node.assignees.some(({ by }) => by === 'drafter') ? [finding('SELF_APPROVAL', route, [node.id])] : [];
}

/** A ladder that hands over to a superior whom a post does not have. */
function ladderFindings(route: Route, node: RouteNode, directory: Directory, sayIn: ReturnType<typeof sayRuleIn>): Finding[] {
  if (!('escalation' in node) || !(node.escalation ?? []).some(({ act }) => act === 'handOver')) return [];
  const { postsByCode } = indexOf(directory);
  const rules: readonly AssigneeRule[] = 'assignees' in node ? node.assignees : 'assignee' in node && node.assignee !== undefined ? [node.assignee] : [];
  const highest = rules.flatMap((rule) => (rule.by === 'post' && postsByCode.get(rule.postCode)?.superiorId === null ? [rule] : []));
  return highest.map((rule) => finding('LADDER_TO_NOBODY', route, [node.id], rule.postCode, sayIn(rule)));
}

/** Circles that lines draw: unlike returns they may be gone round for ever. For routes without structural faults. */
export function circleFindings(route: Route): Finding[] {
  const graph = graphOf(route);
  const circles = new Map<string, NodeId[]>();
  for (const { id } of route.nodes) {
    const onward = reachableFrom(graph, id);
    if (!onward.has(id)) continue;
    const circle = [...onward].filter((each) => reachableFrom(graph, each).has(id)).toSorted();
    circles.set(circle.join('\n'), circle);
  }
  const isAsked = (ids: readonly NodeId[]): boolean => ids.some((id) => behaviourOf(graph.nodes.get(id)!).kind !== 'passes');
  // One that cannot be left is named as such.
  const canLeave = ([id = '']: readonly NodeId[]): boolean => [...reachableFrom(graph, id)].some((each) => graph.nodes.get(each)?.type === 'end');
  return [...circles.values()].filter((ids) => isAsked(ids) && canLeave(ids)).map((ids) => finding('CIRCLE_UNBOUNDED', route, ids));
}
