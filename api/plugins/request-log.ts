import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps';

/**
 * One line per request: route, status, time, who. Never a body, a query or an address with ids filled in: what people look for
 * and at stays out of the log.
 */
export function registerRequestLog(app: FastifyInstance, { log }: Pick<ApiDeps, 'log'>): void {
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-request-id', request.id);
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined || endpoint.tag === 'health') return;
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        personId: request.signedIn?.reader.personId ?? null,
      },
      'request',
    );
  });
}
