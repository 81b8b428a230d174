import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import type { ActDeps } from '../letters/acts.service';
import { handOver, readHoldings } from './hand-over.service';

export function registerHandOver(app: FastifyInstance, deps: ActDeps): void {
  mount(app, endpoints.holdings, async ({ reader, params }) => readHoldings(deps, { reader, personId: params.id }));
  mount(app, endpoints.handOver, async ({ reader, params, body, request }) => handOver(deps, { reader, personId: params.id, body, address: request.ip }));
}
