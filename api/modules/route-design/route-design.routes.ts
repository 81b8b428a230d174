import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { readContext } from './context.service';
import * as designs from './designs.service';
import * as drafts from './drafts.service';
import { readRehearsalContext } from './rehearsal-context.service';
import { putTable, readTables } from './tables.service';
import * as files from './route-files.service';

export function registerRouteDesign(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.routeDesigns, async ({ reader, query }) => designs.readDesigns(deps, reader, query.officeId));
  mount(app, endpoints.routeVersions, async ({ reader, params }) => designs.readVersions(deps, reader, params.id));
  mount(app, endpoints.routeVersion, async ({ reader, params }) => designs.readVersion(deps, reader, params.id));
  mount(app, endpoints.routeDesignContext, async ({ reader, query }) => readContext(deps, reader, query));
  mount(app, endpoints.startRouteDraft, async ({ reader, body }) => drafts.startDraft(deps, reader, body));
  mount(app, endpoints.routeDraft, async ({ reader, params }) => drafts.readDraft(deps, reader, params.id));
  mount(app, endpoints.saveRouteDraft, async ({ reader, params, body, rev }) => drafts.saveOwnDraft(deps, reader, { ...body, id: params.id, rev }));
  mount(app, endpoints.discardRouteDraft, async ({ reader, params }) => {
    await drafts.discardDraft(deps, reader, params.id);
    return { ok: true as const };
  });
  mount(app, endpoints.rehearsalContext, async ({ reader, query }) => readRehearsalContext(deps, reader, query.officeId));
  mount(app, endpoints.routeTables, async ({ reader, query }) => readTables(deps, reader, query.officeId));
  mount(app, endpoints.saveRouteTable, async ({ reader, params, body, rev }) => putTable(deps, reader, { ...params, ...body, rev }));
  mount(app, endpoints.routeVersionFile, async ({ reader, params, query, locale, reply }) => files.sendVersionFile(deps, reader, { id: params.id, format: query.format, locale, reply }));
  mount(app, endpoints.routeDraftFile, async ({ reader, params, query, locale, reply }) => files.sendDraftFile(deps, reader, { id: params.id, format: query.format, locale, reply }));
  mount(app, endpoints.readRouteBpmn, async ({ body, locale }) => files.readBpmnFile(body, locale));
}
