/** The lines of a process as lines of a route, and the outcomes by which they leave. */
import { freshId, openOutcomes } from '../edits';
import type { NodeId, NodeOf, Route, RouteEdge, RouteNode } from '../model';
import { outcomesOf } from '../verify/structure';
import { ownLineSchema, type DiagramFlow } from './bpmn-diagram';
import type { Meaning } from './foreign';
import type { ReportCode, ReportLine } from './report';

type Reading = {
  readonly flows: readonly DiagramFlow[];
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly note: (code: ReportCode, element: ReportLine['element'], nodeId?: NodeId) => void;
};
/** A flow between two steps, what lies between them left out. */
type Line = { readonly flow: DiagramFlow; readonly from: NodeId; readonly to: NodeId };

/** The route with its lines; steps that others drew get the outcomes that their lines name. */
export function readLines(route: Route, reading: Reading): Route {
  const lines = linesOf(reading);
  const foreign = new Set([...reading.meanings.values()].flatMap((meaning) => (meaning.as === 'step' && meaning.isForeign ? [meaning.node.id] : [])));
  const outOf = (id: NodeId): readonly Line[] => lines.filter(({ from }) => from === id);
  const named: Route = { ...route, nodes: route.nodes.map((node) => (foreign.has(node.id) ? withOutcomes(node, outOf(node.id), { route, reading }) : node)) };
  const drawn = lines.reduce<Route>((soFar, line) => withLine(soFar, line, { codes: codesOf(outOf(line.from)), isForeign: foreign.has(line.from), note: reading.note }), named);
  return { ...drawn, nodes: drawn.nodes.map((node) => (node.type === 'join' && foreign.has(node.id) ? { ...node, fork: forkOf(drawn, node.id) ?? node.fork } : node)) };
}

function linesOf({ flows, meanings, note }: Reading): readonly Line[] {
  /** The steps to which an element leads, past what is no step; nothing where it leads round in a circle or out of the route. */
  const stepsAt = (id: string, seen: ReadonlySet<string>): readonly NodeId[] => {
    const meaning = meanings.get(id);
    if (meaning?.as === 'step') return [meaning.node.id];
    if (meaning?.as !== 'pass' || seen.has(id)) return [];
    return flows.filter(({ from }) => from === id).flatMap(({ to }) => stepsAt(to, new Set([...seen, id])));
  };
  const stepBefore = (id: string): NodeId | null => {
    const meaning = meanings.get(id);
    if (meaning?.as === 'step') return meaning.node.id;
    return meaning?.as === 'ways' ? stepBefore(meaning.of) : null;
  };
  return flows.flatMap((flow): Line[] => {
    // What leaves a point that is passed is told where it is entered; the way to a step's gateway is no line of its own.
    if (meanings.get(flow.from)?.as === 'pass' || meanings.get(flow.to)?.as === 'ways') return [];
    const from = stepBefore(flow.from);
    const ends = stepsAt(flow.to, new Set());
    if (from === null || ends.length === 0) note('LINE_DROPPED', { ...flow, kind: 'sequenceFlow' });
    return from === null ? [] : ends.map((to) => ({ flow, from, to }));
  });
}

/** Codes for the lines of a step that another modeller drew, in their order. */
const codesOf = (lines: readonly Line[]): ReadonlyMap<Line['flow'], string> => new Map(lines.map(({ flow }, no) => [flow, `w${no + 1}`]));

type Context = { readonly route: Route; readonly reading: Reading };

function withOutcomes(node: RouteNode, lines: readonly Line[], { route, reading: { note, meanings } }: Context): RouteNode {
  const codes = codesOf(lines);
  const nameOf = ({ flow, to }: Line): string => (flow.name.trim() || route.nodes.find(({ id }) => id === to)?.name || flow.id).slice(0, 200);
  for (const { flow } of lines) if (flow.condition !== null) note('CONDITION_DROPPED', { ...flow, kind: 'sequenceFlow' }, node.id);
  if (node.type === 'work' && lines.length > 1) {
    const isGated = lines.every(({ flow }) => meanings.get(flow.from)?.as === 'ways');
    if (!isGated) note('WAYS_AS_OUTCOMES', { id: lines[0]!.flow.from, kind: 'task', name: node.name }, node.id);
    return { ...node, outcomes: lines.map((line) => ({ code: codes.get(line.flow)!, name: nameOf(line) })) };
  }
  return node.type === 'decide' ? decisionOf(node, lines) : node;
}

/** Ways without conditions yet: the verifier asks for them. The last one is the default. */
function decisionOf(node: NodeOf<'decide'>, lines: readonly Line[]): NodeOf<'decide'> {
  const ways = [...codesOf(lines)].map(([{ name }, outcome]) => ({ outcome, name: name.trim().slice(0, 200) }));
  return {
    ...node,
    branches: ways.slice(0, -1).map(({ outcome, name }) => ({ outcome, when: { combinator: 'and', rules: [] }, ...(name === '' ? {} : { name }) })),
    otherwise: ways.at(-1)?.outcome ?? node.otherwise,
  };
}

function withLine(route: Route, { flow, from, to }: Line, { codes, isForeign, note }: { readonly codes: ReadonlyMap<DiagramFlow, string>; readonly isForeign: boolean; readonly note: Reading['note'] }): Route {
  const node = route.nodes.find(({ id }) => id === from)!;
  const own = ownLine(flow);
  const known = outcomesOf(node);
  const isKnown = (code: string): boolean => node.type === 'fork' || known.needed.includes(code) || known.optional.includes(code);
  const ofForeign = isForeign && isKnown(codes.get(flow)!) ? codes.get(flow) : undefined;
  const outcome = own !== null && !isForeign ? own.outcome : (ofForeign ?? openOutcomes(route, node)[0]);
  if (outcome === undefined) {
    note('LINE_DROPPED', { ...flow, kind: 'sequenceFlow' }, from);
    return route;
  }
  const isFree = own !== null && !route.edges.some(({ id }) => id === own.id);
  const edge: RouteEdge = { id: isFree ? own.id : freshId(route, 'e'), from, outcome, to };
  return { ...route, edges: [...route.edges, edge] };
}

function ownLine({ own }: DiagramFlow): { readonly id: string; readonly outcome: string } | null {
  try {
    const read = ownLineSchema.safeParse(own === null ? null : JSON.parse(own));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The fork that a join ends: the nearest before it that no other join of the same depth has ended. */
function forkOf({ nodes, edges }: Route, join: NodeId): NodeId | null {
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const seen = new Set([join]);
  let level: readonly { readonly id: NodeId; readonly depth: number }[] = [{ id: join, depth: 1 }];
  while (level.length > 0) {
    const next: { id: NodeId; depth: number }[] = [];
    for (const { id, depth } of level) {
      for (const { from } of edges.filter(({ to }) => to === id)) {
        if (seen.has(from)) continue;
        seen.add(from);
        const type = types.get(from);
        const here = depth + (type === 'join' ? 1 : 0) - (type === 'fork' ? 1 : 0);
        if (type === 'fork' && here === 0) return from;
        next.push({ id: from, depth: here });
      }
    }
    level = next;
  }
  return null;
}
