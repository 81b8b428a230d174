import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import * as setUp from './set-up.service';

export function registerSetUp(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.setUpOffices, async ({ reader }) => setUp.readOffices(deps, reader));
  mount(app, endpoints.setUpOffice, async ({ reader, body }) => setUp.setUpOffice(deps, reader, body));
  mount(app, endpoints.setUpChecklist, async ({ reader, params }) => setUp.readChecklist(deps, reader, params.id));
  mount(app, endpoints.copyTemplate, async ({ reader, params, body }) => setUp.copyMore(deps, reader, { id: params.id, body }));
  mount(app, endpoints.openOffice, async ({ reader, params }) => setUp.openOffice(deps, reader, params.id));
  mount(app, endpoints.officeTemplates, async ({ reader }) => setUp.readTemplates(deps, reader));
  mount(app, endpoints.officeTemplate, async ({ reader, params }) => setUp.readTemplate(deps, reader, params.id));
  mount(app, endpoints.markTemplate, async ({ reader, params, body }) => setUp.setTemplate(deps, reader, { id: params.id, ...body }));
}
