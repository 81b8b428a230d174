import type { LetterPage } from '#domain/contracts/letter-page';
import type { Route, RouteEdge, RouteNode } from '#domain/route/model';
import type { LetterRecord, PageStep } from '#db/repositories/letter-page';
import { postOf, unitOf } from '#db/repositories/names';
import { outcomeLabel } from '#domain/route/outcome-label';
import { frameIds, localName, type PageSources } from './sources';

type Drawing = LetterPage['routes'][number];

/** Each route that the letter runs or ran, with the places visited and the present ones marked. */
export function drawings(sources: PageSources): Drawing[] {
  const { record, names, routes, routeNames, versionOf } = sources;
  return frameIds(record).flatMap((frameId): Drawing[] => {
    const version = versionOf(frameId);
    const route = version === null ? undefined : routes.get(version);
    const named = version === null ? undefined : routeNames.get(version);
    if (version === null || route === undefined) return [];
    const assignment = record.assignments.find((each) => each.frameId === frameId) ?? null;
    return [{
      routeVersionId: version,
      name: named?.name ?? localName(route.name, route.nameEn),
      version: named?.version ?? 1,
      frameId,
      unit: assignment === null ? null : unitOf(names, assignment.unitId),
      post: assignment === null || assignment.postId === null ? null : postOf(names, assignment.postId),
      role: assignment?.role ?? null,
      isClosed: record.letter.state?.frames[frameId] === undefined || record.letter.status === 'ended',
      ...traceRoute({ route, ...placesOf(record, frameId, assignment?.closedAt !== null && assignment !== null) }),
    }];
  });
}

type Places = { readonly steps: readonly PageStep[]; readonly current: ReadonlySet<string>; readonly openTasks: ReadonlyMap<string, readonly string[]>; readonly hasEnded: boolean };

function placesOf({ letter, steps, tasks }: LetterRecord, frameId: string, isClosed: boolean): Places {
  const own = steps.filter((step) => step.frameId === frameId);
  const tokens = letter.status === 'ended' ? [] : Object.values(letter.state?.tokens ?? {}).filter((token) => token.frame === frameId);
  const openTasks = new Map<string, string[]>();
  for (const task of tasks) if (task.frameId === frameId) openTasks.set(task.nodeId, [...(openTasks.get(task.nodeId) ?? []), task.id]);
  return { steps: own, current: new Set([...tokens.map(({ node }) => node), ...openTasks.keys()]), openTasks, hasEnded: isClosed || letter.status === 'ended' };
}

/**
 * Follows the route from its start through what is known: steps put to people, with their outcomes, and where it stands now.
 * Steps that pass by themselves leave no trace of their own; they are taken as passed where a way through them leads to a known
 * place.
 */
export function traceRoute({ route, steps, current, openTasks, hasEnded }: { readonly route: Route } & Places): Pick<Drawing, 'nodes' | 'edges'> {
  const nodes = new Map(route.nodes.map((node) => [node.id, node]));
  const known = new Set([...steps.map(({ nodeId }) => nodeId), ...current]);
  const outcomes = outcomesOf(steps, nodes);
  const leads = reachesKnown(route, nodes, known, hasEnded);
  const visited = new Set<string>();
  const taken = new Set<string>();
  const queue = route.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (visited.has(id)) continue;
    visited.add(id);
    const node = nodes.get(id);
    if (node === undefined) continue;
    for (const edge of route.edges.filter(({ from }) => from === id)) {
      if (!isTaken(edge, node, outcomes.get(id), leads)) continue;
      taken.add(edge.id);
      queue.push(edge.to);
    }
  }
  for (const id of known) visited.add(id);
  return {
    nodes: route.nodes.map((node) => ({
      id: node.id, type: node.type, name: localName(node.name, node.nameEn),
      state: current.has(node.id) ? 'current' : visited.has(node.id) ? 'visited' : 'ahead',
      taskIds: [...(openTasks.get(node.id) ?? [])],
    })),
    edges: route.edges.map((edge) => ({
      id: edge.id, from: edge.from, to: edge.to, outcome: edge.outcome, isTaken: taken.has(edge.id),
      label: edge.outcome === 'next' || edge.outcome === 'otherwise' ? { th: '', en: '' } : outcomeLabel(nodes.get(edge.from) ?? null, edge.outcome, route),
    })),
  };
}

/** Steps at which people decide: they are left by what was decided there. */
const DECIDED: ReadonlySet<RouteNode['type']> = new Set(['approve', 'work', 'sign']);
/** Acts that leave by another way's name, or by none. */
const LEAVES_BY: { readonly [outcome: string]: string | null } = { amend: 'approve', return: null, forward: null };

function outcomesOf(steps: readonly PageStep[], nodes: ReadonlyMap<string, RouteNode>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { nodeId, outcome, status } of steps) {
    if (status !== 'done' || outcome === null || !DECIDED.has(nodes.get(nodeId)?.type ?? 'start')) continue;
    const way = outcome in LEAVES_BY ? LEAVES_BY[outcome] : outcome;
    const set = found.get(nodeId) ?? new Set<string>();
    if (way !== null && way !== undefined) set.add(way);
    found.set(nodeId, set);
  }
  return found;
}

function isTaken(edge: RouteEdge, node: RouteNode, outcomes: ReadonlySet<string> | undefined, leads: (id: string) => boolean): boolean {
  if (DECIDED.has(node.type)) return outcomes?.has(edge.outcome) === true && leads(edge.to);
  return leads(edge.to);
}

/** Whether a place is known, or leads to one through steps that pass by themselves. */
function reachesKnown(route: Route, nodes: ReadonlyMap<string, RouteNode>, known: ReadonlySet<string>, hasEnded: boolean): (id: string) => boolean {
  const answers = new Map<string, boolean>();
  const ask = (id: string): boolean => {
    const before = answers.get(id);
    if (before !== undefined) return before;
    answers.set(id, false);
    const node = nodes.get(id);
    const isKnown = known.has(id) || (hasEnded && node?.type === 'end');
    const passes = node !== undefined && !DECIDED.has(node.type) && !['assign', 'draft', 'acknowledge'].includes(node.type);
    const answer = isKnown || (passes && route.edges.some((edge) => edge.from === id && ask(edge.to)));
    answers.set(id, answer);
    return answer;
  };
  return ask;
}
