import type { Route, RouteEdge, RouteNode } from '#domain/route/model';
import { diffRoutes } from '#domain/route/diff';
import { outcomeLabel } from '#domain/route/outcome-label';
import type { DrawnRoute } from '../../../components/RouteDrawing';

type DrawnNode = DrawnRoute['nodes'][number];
type DrawnEdge = DrawnRoute['edges'][number];
export type ChangeKind = 'added' | 'changed' | 'removed';

const toNode = ({ id, type, name, nameEn }: RouteNode): DrawnNode => ({ id, type, name: { th: name, en: nameEn ?? '' } });

/** The one way of a step that has no other needs no word. */
const toEdge = (edge: RouteEdge, route: Route): DrawnEdge => ({
  ...edge,
  label: edge.outcome === 'next' ? { th: edge.outcome, en: edge.outcome } : outcomeLabel(route.nodes.find(({ id }) => id === edge.from) ?? null, edge.outcome, route),
});

/** A route as its drawing. */
export const toDrawn = (route: Route): DrawnRoute => ({ nodes: route.nodes.map(toNode), edges: route.edges.map((edge) => toEdge(edge, route)) });

/** The drawing with the step marked that somebody looked for. */
export const withFound = (drawn: DrawnRoute, step: string | undefined, text: string): DrawnRoute => ({
  ...drawn, nodes: drawn.nodes.map((node) => (node.id === step ? { ...node, mark: { tone: 'hot', sign: '◎', text } } : node)),
});

/**
 * Both routes in one drawing: the newer with what is new and changed in it marked, and what was taken out where it was. Where
 * steps stand on the canvas is no change.
 */
export function drawChanges(before: Route, after: Route): { readonly route: DrawnRoute; readonly steps: ReadonlyMap<string, ChangeKind>; readonly lines: ReadonlyMap<string, ChangeKind> } {
  const changes = diffRoutes(before, after);
  const steps = new Map<string, ChangeKind>();
  const lines = new Map<string, ChangeKind>();
  // A step that became another kind of step stands there twice.
  const gone = changes.flatMap((change) => (change.kind === 'stepRemoved' ? [change.node] : []));
  const goneId = (id: string): string => (gone.some((node) => node.id === id) ? `before:${id}` : id);
  const goneLines = changes.flatMap((change) => (change.kind === 'lineRemoved' ? [change.edge] : []));
  for (const change of changes) {
    if (change.kind === 'stepAdded') steps.set(change.node.id, 'added');
    else if (change.kind === 'stepRemoved') steps.set(goneId(change.node.id), 'removed');
    else if (change.kind === 'lineAdded') lines.set(change.edge.id, 'added');
    else if (change.kind === 'lineRemoved') lines.set(`before:${change.edge.id}`, 'removed');
    else if (change.kind === 'stepRenamed' || change.kind === 'settingChanged') steps.set(change.node.id, 'changed');
  }
  const drawn = toDrawn(after);
  return {
    route: {
      nodes: [...drawn.nodes, ...gone.map((node) => ({ ...toNode(node), id: goneId(node.id) }))],
      edges: [...drawn.edges, ...goneLines.map((edge) => ({ ...toEdge(edge, before), id: `before:${edge.id}`, from: goneId(edge.from), to: goneId(edge.to) }))],
    },
    steps,
    lines,
  };
}
