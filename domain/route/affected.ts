/** Whom a new version of a route concerns, and what it changes for each, in sentences. */
import { diffRoutes, sayChange, type RouteChange } from './diff';
import type { Directory, DirectoryPost } from './directory';
import { indexOf } from './directory';
import type { AssigneeRule, NodeOf, NodeType, Route, RouteNode, UnitRef } from './model';
import type { Words } from './say';
import { behaviourOf } from './verify/structure';

export type AffectedPost = { readonly postId: string; readonly th: readonly string[]; readonly en: readonly string[] };
type Names = { readonly th: Omit<Words, 'lang'>; readonly en: Omit<Words, 'lang'> };

/** Every change in sentences. */
export function sayChanges(before: Route | null, after: Route, names: Names): { readonly th: readonly string[]; readonly en: readonly string[] } {
  const changes = before === null ? [] : diffRoutes(before, after);
  return { th: changes.map((change) => sayChange(change, { lang: 'th', ...names.th })), en: changes.map((change) => sayChange(change, { lang: 'en', ...names.en })) };
}

/**
 * Posts that a changed step asks, before or after, each with the changes of those steps only. A line concerns whom the step asks
 * that it leads from. A route that is new concerns everybody it asks.
 */
export function affectedPosts(before: Route | null, after: Route, { directory, names }: { readonly directory: Directory; readonly names: Names }): readonly AffectedPost[] {
  const changes: readonly RouteChange[] = before === null ? after.nodes.map((node) => ({ kind: 'stepAdded', node })) : diffRoutes(before, after);
  const lines = new Map<string, RouteChange[]>();
  for (const change of changes) {
    for (const postId of new Set(nodesOf(change, before).flatMap((node) => postsAsked(node, directory)))) lines.set(postId, [...(lines.get(postId) ?? []), change]);
  }
  return [...lines].map(([postId, mine]) => ({
    postId, th: mine.map((change) => sayChange(change, { lang: 'th', ...names.th })), en: mine.map((change) => sayChange(change, { lang: 'en', ...names.en })),
  })).toSorted((a, b) => (a.postId < b.postId ? -1 : 1));
}

/** Steps whose people a change concerns. */
function nodesOf(change: RouteChange, before: Route | null): readonly RouteNode[] {
  if (change.kind === 'described') return [];
  if ('edge' in change) return change.from === null ? [] : [change.from];
  const earlier = before?.nodes.find(({ id, type }) => id === change.node.id && type === change.node.type);
  return [change.node, ...(earlier === undefined ? [] : [earlier])];
}

function postsAsked(node: RouteNode, directory: Directory): readonly string[] {
  // `node` belongs to the step that was looked up by its type.
  return behaviourOf(node).asks(node as NodeOf<NodeType>).flatMap(({ rule }) => postsOf(rule, directory).map(({ id }) => id));
}

/** Posts that a rule can mean: where it depends on the letter, all of that kind. Who drafts or is named in a field is not known. */
function postsOf(rule: AssigneeRule, directory: Directory): readonly DirectoryPost[] {
  const { posts } = directory;
  const codes = rule.by === 'post' ? [rule.postCode] : rule.by === 'group' ? rule.postCodes : [];
  if (codes.length > 0) return posts.filter(({ code }) => codes.includes(code));
  if (rule.by === 'role') return posts.filter(({ roles, unitId }) => roles.includes(rule.role) && isIn(unitId, rule.unit, directory));
  if (rule.by === 'unitHead') return posts.filter(({ isUnitHead, unitId }) => isUnitHead && isIn(unitId, rule.unit, directory));
  if (rule.by === 'oversees') return posts.filter(({ oversees }) => oversees.some((unitId) => isIn(unitId, rule.unit, directory)));
  if (rule.by === 'superior') return posts.filter(({ id }) => posts.some(({ superiorId }) => superiorId === id));
  return [];
}

function isIn(unitId: string, unit: UnitRef | undefined, directory: Directory): boolean {
  if (unit === undefined) return true;
  if (unit === 'registry') return unitId === directory.registryUnitId;
  return typeof unit === 'string' || unitId === indexOf(directory).unitsByCode.get(unit.unitCode)?.id;
}
