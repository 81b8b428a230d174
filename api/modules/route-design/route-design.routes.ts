import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import type { Verifier } from '../../verifier/verifier';
import { mount } from '../../plugins/mount';
import { readContext } from './context.service';
import * as designs from './designs.service';
import * as drafts from './drafts.service';
import { readRehearsalContext } from './rehearsal-context.service';
import { putTable, readTables } from './tables.service';
import * as files from './route-files.service';
import * as proposals from './proposals.service';
import * as publishing from './publishing.service';

export function registerRouteDesign(app: FastifyInstance, deps: ApiDeps & { readonly verifier: Verifier }): void {
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
  mount(app, endpoints.checkRouteDraft, async ({ reader, params }) => publishing.checkDraft(deps, reader, params.id));
  mount(app, endpoints.proposeRoute, async ({ reader, params, body }) => publishing.proposeDraft(deps, reader, { id: params.id, body }));
  mount(app, endpoints.routeProposal, async ({ reader, params }) => proposals.readProposal(deps, reader, params.id));
  mount(app, endpoints.approveRoute, async ({ reader, params }) => publishing.approve(deps, reader, params.id));
  mount(app, endpoints.returnRoute, async ({ reader, params, body }) => publishing.returnProposal(deps, reader, { id: params.id, reason: body.reason }));
  mount(app, endpoints.withdrawRoute, async ({ reader, params }) => publishing.withdrawProposal(deps, reader, params.id));
  mount(app, endpoints.rollBackRoute, async ({ reader, params, body }) => publishing.rollBack(deps, reader, { routeId: params.id, body }));
  mount(app, endpoints.callOffVersion, async ({ reader, params, body }) => proposals.callOff(deps, reader, { id: params.id, reason: body.reason }));
  mount(app, endpoints.setRouteRules, async ({ reader, params, body }) => proposals.changeRules(deps, reader, { officeId: params.id, rules: body }));
}
