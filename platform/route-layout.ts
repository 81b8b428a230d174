/** Places for the steps of a route that nobody has arranged. */
import { Graph, layout } from '@dagrejs/dagre';
import { BOX, type Arranged } from '#domain/route/drawing';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';

/** The places a route has, where every step has one; else new ones for all, from top to bottom, with ways of lines between them. */
export function arrange(route: Route, places: Layout): Arranged {
  if (route.nodes.every(({ id }) => Object.hasOwn(places, id))) return { layout: places, ways: new Map() };
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: 56 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of route.nodes) graph.setNode(id, { ...BOX });
  for (const { id, from, to } of route.edges) graph.setEdge(from, to, {}, id);
  layout(graph);
  return {
    layout: Object.fromEntries(route.nodes.map(({ id }) => {
      const { x, y } = graph.node(id);
      return [id, { x: x - BOX.width / 2, y: y - BOX.height / 2 }];
    })),
    ways: new Map(route.edges.map(({ id, from, to }) => [id, (graph.edge(from, to, id).points ?? []).map(({ x, y }: { x: number; y: number }) => [x, y] as const)])),
  };
}
