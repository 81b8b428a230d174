import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { readPresence, readStandIns } from './presence.service';

export function registerPresence(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.presence, async ({ reader, query }) => readPresence(deps, reader, query));
  mount(app, endpoints.standIns, async ({ reader, query }) => readStandIns(deps, reader, query));
}
