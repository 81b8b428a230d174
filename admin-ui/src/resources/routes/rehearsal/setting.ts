import { FACTS } from '#domain/route/facts';
import type { ConditionGroup, Facts, Route, RouteNode } from '#domain/route/model';

const ALWAYS = ['direction', 'kind', 'urgency'];
/** Set by the letter's own fields in this form. */
const ELSEWHERE = new Set(['secrecy', 'assignmentRole', 'assignmentAction', 'assignedPost', 'assignedBy', 'isAnswered']);

/** Facts that decide anything on this route: those are worth asking for. */
export function factsOf(route: Route): readonly string[] {
  const used = route.nodes.flatMap(factsOfNode);
  return [...new Set([...ALWAYS, ...used])].filter((name) => Object.hasOwn(FACTS, name) && !ELSEWHERE.has(name));
}

function factsOfNode(node: RouteNode): readonly string[] {
  const limits = [...('deadline' in node && node.deadline ? [node.deadline] : []), ...('until' in node && node.until ? [node.until] : [])].flatMap((limit) => ('fact' in limit ? [limit.fact] : []));
  const rules = 'assignee' in node ? [node.assignee] : 'assignees' in node ? node.assignees : [];
  const named = rules.flatMap((rule) => (rule.by === 'field' ? [rule.fact] : 'unit' in rule && rule.unit === 'owner' ? ['ownerUnitId'] : []));
  if (node.type === 'decide') return node.branches.flatMap(({ when }) => factsOfCondition(when));
  if (node.type === 'classify') return node.table.inputs;
  if (node.type === 'followUp') return [...limits, ...(node.onlyWhen ? factsOfCondition(node.onlyWhen) : [])];
  return [...limits, ...named];
}

const factsOfCondition = ({ rules }: ConditionGroup): readonly string[] => rules.flatMap((rule) => ('combinator' in rule ? factsOfCondition(rule) : [rule.field]));

/** Another value, or none. */
export function withFact(facts: Facts, name: string, value: Facts[string]): Facts {
  const { [name]: _before, ...rest } = facts;
  return value === null ? rest : { ...rest, [name]: value };
}
