import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps';

/** `/metrics` for Prometheus, to be kept from the public by the proxy in front; and the time of each request by route. */
export function registerMetrics(app: FastifyInstance, { metrics }: Pick<ApiDeps, 'metrics'>): void {
  app.addHook('onResponse', async (request, reply) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined || endpoint.answers === 'events') return;
    metrics.requests.observe({ method: request.method, route: endpoint.path, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
}
