import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { readLateTasks } from './supervision.service';

export function registerSupervision(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.supervision, async ({ reader, query, locale }) => readLateTasks(deps, reader, { ...query, locale }));
}
