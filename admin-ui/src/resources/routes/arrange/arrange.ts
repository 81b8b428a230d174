import ELK from 'elkjs/lib/elk-api.js';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import { placesOf } from '../../../components/route-places';
import { STEP_HEIGHT, STEP_WIDTH } from '../../../components/StepBox';

const WORKER = new URL('elkjs/lib/elk-worker.min.js', import.meta.url).toString();
const OPTIONS = {
  'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.layered.spacing.nodeNodeBetweenLayers': '64', 'elk.spacing.nodeNode': '56', 'elk.spacing.edgeNode': '32',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES', 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** Places for every step, worked out beside the page. @throws where the worker cannot be had */
export async function arrange(route: Route): Promise<Layout> {
  if (typeof Worker === 'undefined') return placesOf(route).places;
  const worker = new Worker(WORKER);
  const elk = new ELK({ workerFactory: () => worker });
  try {
    const graph = await elk.layout({
      id: 'route',
      layoutOptions: OPTIONS,
      children: route.nodes.map(({ id }) => ({ id, width: STEP_WIDTH, height: STEP_HEIGHT })),
      edges: route.edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
    });
    return Object.fromEntries((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]));
  } finally {
    elk.terminateWorker();
  }
}
