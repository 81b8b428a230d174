import { directoryAt } from '#domain/route/directory-at';
import { FACTS } from '#domain/route/facts';
import type { ConditionGroup, Facts, Route, RouteBook, RouteNode } from '#domain/route/model';
import { booksFrom } from '#domain/route/rehearsal/books';
import type { Script } from '#domain/route/rehearsal/script';
import type { RehearsalSetting } from '#domain/route/rehearsal/session';
import type { RehearsalContext } from '../use-designs';

/** Id of the drawing among the published routes. */
const DRAFT = 'draft';

/** The drawing in the office as it is on record. `called` are published routes that it calls. */
export function settingOf(context: RehearsalContext, route: Route, called: RouteBook): RehearsalSetting {
  const { people, calendar, books, unitRoutes, postRoute, routes, officeId } = context;
  return {
    routes: { ...called, ...routes, [DRAFT]: route }, route: DRAFT, officeId, calendar,
    directoryAt: (at) => directoryAt(people, at), books: booksFrom(books), routeOfUnit: (unitId) => unitRoutes[unitId] ?? null, postRoute,
  };
}

/** A letter that the route takes, coming now. */
export function beginOf(context: RehearsalContext, { nodes }: Route): Script {
  const start = nodes.find((node) => node.type === 'start');
  const direction = start?.directions[0] ?? 'incoming';
  const isIncoming = direction === 'incoming';
  const { posts, office } = context.people;
  const drafter = posts.find(({ roles, superiorId }) => roles.includes('officer') && superiorId !== null) ?? posts.find(({ superiorId }) => superiorId !== null);
  return {
    schemaVersion: 1, at: context.at, secrecy: 'none', moves: [],
    facts: { direction, kind: start?.kinds[0] ?? 'external_letter', urgency: 'normal', ...(isIncoming ? { channel: 'counter' } : {}) },
    unitId: isIncoming ? office.registryUnitId : (drafter?.unitId ?? null), drafterPost: isIncoming ? null : (drafter?.code ?? null),
  };
}

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
