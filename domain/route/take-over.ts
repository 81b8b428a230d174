/** Bringing what changed in the version in force into a draft that was begun from the version before it. */
import { canonicalJson } from '../canonical-json';
import { freshId } from './edits';
import { returnTargets } from './graph';
import type { NodeId, Route, RouteEdge, RouteNode } from './model';
import type { RouteDraft } from './operations';

/** Something that both have changed; the draft's own way of it stays. */
export type Clash = { readonly nodeId: NodeId; /** Absent: the step itself, which one of them took out. */ readonly setting?: string; /** Absent: not about a way out. */ readonly outcome?: string };
export type TakenOver = { readonly draft: RouteDraft; readonly clashes: readonly Clash[] };

/**
 * The draft with everything that changed from `base` to `theirs`. What only one side has changed is taken as that side has it;
 * where both have changed the same setting, step or way out, the draft's stays and is named, so that nothing drawn is lost.
 */
export function takeOver({ base, mine, theirs }: { readonly base: Route; readonly mine: RouteDraft; readonly theirs: RouteDraft }): TakenOver {
  const own = apart(base, mine.route, theirs.route);
  const renamedLayout = Object.fromEntries(Object.entries(mine.layout).map(([id, place]) => [own.ids.get(id) ?? id, place]));
  const clashes: Clash[] = [];
  const nodes = mergeNodes({ base, mine: own.route, theirs: theirs.route, clashes });
  const known = new Set(nodes.map(({ id }) => id));
  const edges = mergeEdges({ base, mine: own.route, theirs: theirs.route, clashes }).filter(({ from, to }) => known.has(from) && known.has(to));
  const naming = (['name', 'nameEn', 'description'] as const).flatMap((key) => {
    const value = pick(base[key], own.route[key], theirs.route[key]).value;
    return value === undefined ? [] : [[key, value] as const];
  });
  const route: Route = { ...(Object.fromEntries(naming) as Pick<Route, 'name'>), schemaVersion: 1, nodes: nodes.map((node) => withReturnsAmong(node, known)), edges };
  const layout = { ...theirs.layout, ...renamedLayout };
  return { draft: { route, layout: Object.fromEntries(nodes.flatMap(({ id }) => (layout[id] === undefined ? [] : [[id, layout[id]]]))) }, clashes };
}

type Sides = { readonly base: Route; readonly mine: Route; readonly theirs: Route; readonly clashes: Clash[] };

const isEqual = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** Of three the one that differs from the first; where both do, mine. */
function pick<T>(base: T, mine: T, theirs: T): { readonly value: T; readonly isClash: boolean } {
  if (isEqual(mine, base)) return { value: theirs, isClash: false };
  return { value: mine, isClash: !isEqual(theirs, base) && !isEqual(theirs, mine) };
}

function mergeNodes({ base, mine, theirs, clashes }: Sides): readonly RouteNode[] {
  const [was, own, other] = [base, mine, theirs].map(({ nodes }) => new Map(nodes.map((node) => [node.id, node]))) as [Map<string, RouteNode>, Map<string, RouteNode>, Map<string, RouteNode>];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((id): readonly RouteNode[] => {
    const [before, here, there] = [was.get(id), own.get(id), other.get(id)];
    if (here !== undefined && there !== undefined && here.type === there.type) return [mergeSettings({ before, here, there }, clashes)];
    const { value, isClash } = pick(before, here, there);
    if (isClash) clashes.push({ nodeId: id });
    return value === undefined ? [] : [value];
  });
}

type Settings = { readonly [name: string]: unknown };
function mergeSettings({ before, here, there }: { readonly before: RouteNode | undefined; readonly here: RouteNode; readonly there: RouteNode }, clashes: Clash[]): RouteNode {
  const [was, own, other]: readonly Settings[] = [before?.type === here.type ? before : {}, here, there].map((node) => ({ ...node }));
  const names = [...new Set([...Object.keys(own ?? {}), ...Object.keys(other ?? {})])];
  const merged = names.flatMap((name) => {
    const { value, isClash } = pick(was?.[name], own?.[name], other?.[name]);
    if (isClash) clashes.push({ nodeId: here.id, setting: name });
    return value === undefined ? [] : [[name, value] as const];
  });
  // Each setting is that of one of two steps of this type.
  return Object.fromEntries(merged) as unknown as RouteNode;
}

/** Lines by the way out that they are for: where a way out leads is one thing, whatever the ids of its lines. */
function mergeEdges({ base, mine, theirs, clashes }: Sides): readonly RouteEdge[] {
  const [was, own, other] = [base, mine, theirs].map(byWay) as [Ways, Ways, Ways];
  const kept = new Map(mine.edges.map((edge) => [meaning(edge), edge]));
  const ids = new Set(mine.edges.map(({ id }) => id));
  const merged: RouteEdge[] = [];
  for (const way of new Set([...own.keys(), ...other.keys()])) {
    const [before, here, there] = [was, own, other].map((ways) => ways.get(way) ?? []) as [readonly RouteEdge[], readonly RouteEdge[], readonly RouteEdge[]];
    const { value, isClash } = pick(before.map(meaning), here.map(meaning), there.map(meaning));
    const [first] = [...here, ...there];
    if (isClash && first !== undefined) clashes.push({ nodeId: first.from, outcome: first.outcome });
    const lines = [...here, ...there];
    for (const wanted of new Set(value)) {
      const edge = kept.get(wanted) ?? lines.find((each) => meaning(each) === wanted);
      if (edge === undefined) continue;
      const line = kept.has(wanted) || !ids.has(edge.id) ? edge : { ...edge, id: freshId({ ...mine, edges: [...mine.edges, ...merged] }, 'e') };
      merged.push(line);
      ids.add(line.id);
    }
  }
  const places = new Map(mine.edges.map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: RouteEdge): number => places.get(id) ?? mine.edges.length;
  return merged.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type Ways = ReadonlyMap<string, readonly RouteEdge[]>;
const meaning = ({ from, outcome, to }: RouteEdge): string => JSON.stringify([from, outcome, to]);
function byWay({ edges }: Route): Ways {
  const ways = new Map<string, RouteEdge[]>();
  for (const edge of edges.toSorted((a, b) => (meaning(a) < meaning(b) ? -1 : 1))) {
    const way = JSON.stringify([edge.from, edge.outcome]);
    ways.set(way, [...(ways.get(way) ?? []), edge]);
  }
  return ways;
}

/** My own new steps under other ids where theirs have the same: they are two steps, whatever they were called. */
function apart(base: Route, mine: Route, theirs: Route): { readonly route: Route; readonly ids: ReadonlyMap<NodeId, NodeId> } {
  const known = new Set(base.nodes.map(({ id }) => id));
  const taken = new Map(theirs.nodes.map((node) => [node.id, node]));
  const ids = new Map<NodeId, NodeId>();
  let all: Route = { ...mine, nodes: [...mine.nodes, ...theirs.nodes] };
  for (const node of mine.nodes) {
    const other = taken.get(node.id);
    if (known.has(node.id) || other === undefined || isEqual(node, other) || node.type === 'start') continue;
    const id = freshId(all, node.type);
    all = { ...all, nodes: [...all.nodes, { ...node, id }] };
    ids.set(node.id, id);
  }
  const idOf = (id: NodeId): NodeId => ids.get(id) ?? id;
  const nodes = mine.nodes.map((node) => withIds({ ...node, id: idOf(node.id) }, idOf));
  return { ids, route: { ...mine, nodes, edges: mine.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })) } };
}

function withIds(node: RouteNode, idOf: (id: NodeId) => NodeId): RouteNode {
  if (node.type === 'join') return { ...node, fork: idOf(node.fork) };
  return 'returnTo' in node && node.returnTo !== undefined ? { ...node, returnTo: node.returnTo.map(idOf) } : node;
}

function withReturnsAmong(node: RouteNode, known: ReadonlySet<NodeId>): RouteNode {
  if (returnTargets(node).every((id) => known.has(id)) || !('returnTo' in node)) return node;
  return { ...node, returnTo: (node.returnTo ?? []).filter((id) => known.has(id)) };
}
