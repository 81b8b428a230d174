/** Mends of what the verifier found, where one is safe: it takes away what means nothing, or adds what everybody would. */
import { freshId } from './edits';
import { graphOf } from './graph';
import type { NodeOf, NodeType, Route, RouteNode } from './model';
import type { Operation } from './operations';
import { stepForms } from './steps/forms';
import type { Finding, FindingCode } from './verify';

/** The operation that mends a finding and nothing else; null where only the designer can know. */
export function fixOf(route: Route, found: Finding): Operation | null {
  return FIXES[found.code]?.(route, found) ?? null;
}

type Fix = (route: Route, found: Finding) => Operation | null;

const FIXES: { readonly [C in FindingCode]?: Fix } = {
  EDGE_INTO_START: (route, { nodes }) => removeEdges(route, ({ to }) => to === nodes[0]),
  OUTCOME_UNKNOWN: (route, { nodes, detail }) => removeEdges(route, ({ from, outcome }) => from === nodes[0] && outcome === detail),
  OUTCOME_DOUBLED: (route, { nodes, detail }) => {
    const [first] = route.edges.filter(({ from, outcome }) => from === nodes[0] && outcome === detail);
    return removeEdges(route, ({ id, from, outcome }) => from === nodes[0] && outcome === detail && id !== first?.id);
  },
  UNREACHABLE: (_route, { nodes }) => ({ type: 'remove', nodes, edges: [] }),
  RETURN_UNKNOWN: (route, { nodes, detail }) => withoutReturn(route, nodes[0], detail),
  RETURN_INTO_BRANCH: (route, { nodes }) => withoutReturn(route, nodes[0], nodes[1]),
  FORK_WITHOUT_JOIN: (route, { nodes: [fork = ''] }) => {
    // With two of them somebody has to choose.
    if (route.nodes.some((node) => node.type === 'join' && node.fork === fork)) return null;
    return { type: 'add', nodes: [{ ...stepForms.join.fresh(freshId(route, 'join')), fork }], edges: [], layout: {} };
  },
  JOIN_FORK_UNKNOWN: (route, { nodes: [id = ''] }) => {
    const free = route.nodes.filter((node) => node.type === 'fork' && !route.nodes.some((other) => other.type === 'join' && other.fork === node.id));
    const join = nodeOf(route, id, 'join');
    return join === null || free.length !== 1 ? null : { type: 'change', node: { ...join, fork: free[0]!.id } };
  },
  LADDER_WITHOUT_LIMIT: (route, { nodes: [id = ''] }) => {
    const node = graphOf(route).nodes.get(id);
    if (node === undefined || !('escalation' in node)) return null;
    const { escalation: _ladder, ...rest } = node;
    // What is left is the same step without a setting that it need not have.
    return { type: 'change', node: rest as RouteNode };
  },
  TABLE_OPEN: (route, { nodes: [id = ''] }) => {
    const node = nodeOf(route, id, 'classify');
    if (node === null) return null;
    const { table } = node;
    const otherwise = { id: freshRow(table.rules.map((rule) => rule.id)), when: table.inputs.map(() => null), then: table.outputs.map(() => null) };
    // Where only one row may decide, a row for everything would fit beside each of the others.
    return table.hitPolicy === 'unique' ? null : { type: 'change', node: { ...node, table: { ...table, rules: [...table.rules, otherwise] } } };
  },
  TABLE_ROW_DEAD: (route, { nodes: [id = ''], detail }) => {
    const node = nodeOf(route, id, 'classify');
    return node === null ? null : { type: 'change', node: { ...node, table: { ...node.table, rules: node.table.rules.filter((rule) => rule.id !== detail) } } };
  },
  LABEL_REPEATED: (route, { nodes: [, id = ''] }) => {
    const node = graphOf(route).nodes.get(id);
    return node === undefined ? null : { type: 'change', node: { ...node, name: freshName(route, node.name) } };
  },
};

function removeEdges(route: Route, isGone: (edge: Route['edges'][number]) => boolean): Operation {
  return { type: 'remove', nodes: [], edges: route.edges.filter(isGone).map(({ id }) => id) };
}

function withoutReturn(route: Route, id = '', target = ''): Operation | null {
  const node = graphOf(route).nodes.get(id);
  if (node === undefined || !('returnTo' in node)) return null;
  return { type: 'change', node: { ...node, returnTo: (node.returnTo ?? []).filter((each) => each !== target) } };
}

function nodeOf<T extends NodeType>(route: Route, id: string, type: T): NodeOf<T> | null {
  const node = graphOf(route).nodes.get(id);
  // The type is the one that was asked for.
  return node?.type === type ? (node as NodeOf<T>) : null;
}

function freshRow(taken: readonly string[]): string {
  for (let no = taken.length + 1; ; no += 1) if (!taken.includes(`r${no}`)) return `r${no}`;
}

function freshName(route: Route, name: string): string {
  const taken = new Set(route.nodes.map((node) => node.name));
  for (let no = 2; ; no += 1) if (!taken.has(`${name} (${no})`)) return `${name} (${no})`;
}
