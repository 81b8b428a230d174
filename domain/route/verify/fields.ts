/** Facts that a step uses are known by then: from the start, or written by a step before it. */
import { factLabel, findFact } from '../facts';
import { graphOf, reachableFrom } from '../graph';
import type { ConditionGroup, NodeId, NodeOf, NodeType, Route, RouteNode } from '../model';
import { DUE_FACT } from '../timers';
import { finding, type Finding } from './finding';
import { behaviourOf } from './structure';

/**
 * Settable facts that a letter may have from its start, since the forms for taking in and drafting ask for them. Time limits
 * by a date that is not known are none, which is what an optional date means.
 */
const AT_START: ReadonlySet<string> = new Set(['urgency', 'subjectClass', 'ownerUnitId', 'proposedUnit', 'dateAsked', 'isCircular', DUE_FACT]);

/** For routes without structural faults. */
export function fieldFindings(route: Route): Finding[] {
  const graph = graphOf(route);
  const writers = new Map(route.nodes.map((node) => [node.id, writtenBy(node)]));
  const before = (id: NodeId): readonly string[] => route.nodes.filter((node) => reachableFrom(graph, node.id).has(id)).flatMap((node) => writers.get(node.id) ?? []);
  return route.nodes.flatMap((node) => {
    const unknown = usedBy(node).filter((name) => findFact(name)?.isSettable === true && !AT_START.has(name));
    if (unknown.length === 0) return [];
    const known = new Set(before(node.id));
    return [...new Set(unknown)].filter((name) => !known.has(name)).map((name) => finding('FIELD_UNFILLED', route, [node.id], name, factLabel(name)));
  });
}

function writtenBy(node: RouteNode): readonly string[] {
  if (node.type === 'start') return node.requiredFacts ?? [];
  if (node.type === 'classify') return node.table.outputs;
  return 'fields' in node ? (node.fields ?? []) : [];
}

function usedBy(node: RouteNode): readonly string[] {
  // `node` belongs to the step that was looked up by its type.
  const named = behaviourOf(node).asks(node as NodeOf<NodeType>).flatMap(({ rule }) => (rule.by === 'field' ? [rule.fact] : []));
  if (node.type === 'decide') return [...named, ...node.branches.flatMap(({ when }) => fieldsOf(when))];
  if (node.type === 'classify') return [...named, ...node.table.inputs];
  if (node.type === 'followUp' && node.onlyWhen) return [...named, ...fieldsOf(node.onlyWhen)];
  return named;
}

const fieldsOf = (group: ConditionGroup): readonly string[] => group.rules.flatMap((rule) => ('combinator' in rule ? fieldsOf(rule) : [rule.field]));
