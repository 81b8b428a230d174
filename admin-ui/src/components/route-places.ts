import { Graph, layout } from '@dagrejs/dagre';
import type { Layout } from '#domain/route/operations';
import { STEP_HEIGHT, STEP_WIDTH } from './StepBox';

type Drawn = { readonly nodes: readonly { readonly id: string }[]; readonly edges: readonly { readonly from: string; readonly to: string }[] };

/** Places for the steps of a route that nobody has placed, from top to bottom, and how tall the drawing becomes. */
export function placesOf(route: Drawn): { readonly places: Layout; readonly height: number } {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 46, ranksep: 56, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of route.nodes) graph.setNode(id, { width: STEP_WIDTH, height: STEP_HEIGHT });
  for (const { from, to } of route.edges) graph.setEdge(from, to);
  layout(graph);
  const places = Object.fromEntries(route.nodes.map(({ id }) => {
    const { x, y } = graph.node(id);
    return [id, { x: Math.round(x - STEP_WIDTH / 2), y: Math.round(y - STEP_HEIGHT / 2) }];
  }));
  return { places, height: graph.graph().height ?? 0 };
}
