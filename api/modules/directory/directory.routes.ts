import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { readDistributionLists, readOffices, readPersons, readPosts, readUnits } from './directory.service';

export function registerDirectory(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.listOffices, async ({ query }) => readOffices(deps, query));
  mount(app, endpoints.listUnits, async ({ reader, query }) => readUnits(deps, reader, query));
  mount(app, endpoints.listPosts, async ({ reader, query }) => readPosts(deps, reader, query));
  mount(app, endpoints.listPersons, async ({ reader, query }) => readPersons(deps, reader, query));
  mount(app, endpoints.distributionLists, async ({ reader }) => readDistributionLists(deps, reader));
}
