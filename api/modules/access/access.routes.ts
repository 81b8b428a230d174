import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { explainLetterAccess, readPerson } from './access.service';

export function registerAccess(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.accessPerson, async ({ reader, params }) => readPerson(deps, reader, params.id));
  mount(app, endpoints.accessWhy, async ({ reader, session, query }) => explainLetterAccess(deps, { reader, session }, query));
}
