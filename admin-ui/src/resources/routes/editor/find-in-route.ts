import { findFact } from '#domain/route/facts';
import type { AssigneeRule, ConditionGroup, Deadline, Route, RouteNode } from '#domain/route/model';
import { sayCondition, sayDeadline, sayRule, sayValue, type Words } from '#domain/route/say';
import { stepForms } from '#domain/route/steps/forms';

export type Hit = { readonly node: RouteNode; /** What of it has the words, as it is said; empty where it is the name. */ readonly where: string };

/** Steps whose name, kind, people, fields, limits or conditions have these words, in the order of the route. */
export function findInRoute(route: Route, typed: string, words: Words): readonly Hit[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  return route.nodes.flatMap((node) => {
    const said = saidOf(node, words).find((text) => text.toLowerCase().includes(wanted));
    if (`${node.name} ${node.nameEn ?? ''}`.toLowerCase().includes(wanted)) return [{ node, where: '' }];
    return said === undefined ? [] : [{ node, where: said }];
  });
}

/** Everything that a step names, in words. */
function saidOf(node: RouteNode, words: Words): readonly string[] {
  const settings: { readonly [name: string]: unknown } = { ...node };
  const rules = (['assignee', 'judge', 'who', 'onBehalfOf'] as const).flatMap((name) => (settings[name] === undefined ? [] : [settings[name] as AssigneeRule]));
  const many = (['assignees', 'readers'] as const).flatMap((name) => (settings[name] as readonly AssigneeRule[] | undefined) ?? []);
  const limits = (['deadline', 'until'] as const).flatMap((name) => (settings[name] === undefined ? [] : [settings[name] as Deadline]));
  const conditions = node.type === 'decide' ? node.branches.map(({ when }) => when) : node.type === 'followUp' && node.onlyWhen !== undefined ? [node.onlyWhen] : [];
  return [
    stepForms[node.type].label[words.lang], node.description ?? '',
    ...[...rules, ...many].map((rule) => sayRule(rule, words)),
    ...limits.map((limit) => sayDeadline(limit, words)),
    ...conditions.map((condition: ConditionGroup) => sayCondition(condition, words)),
    ...('fields' in node ? (node.fields ?? []).map((name) => findFact(name)?.[words.lang] ?? name) : []),
    ...(node.type === 'classify' ? [...node.table.inputs, ...node.table.outputs].map((name) => findFact(name)?.[words.lang] ?? name) : []),
    ...(node.type === 'classify' ? node.table.rules.flatMap(({ then }) => then.map((value, at) => sayValue(node.table.outputs[at] ?? '', value, words))) : []),
    ...(node.type === 'wait' ? [node.event ?? '', node.eventEn ?? ''] : []),
    ...(node.type === 'work' ? node.outcomes.map(({ name }) => name) : []),
  ];
}
