import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { exportDelegations } from './delegation-export';
import { appoint, delegate, endAbsence, endAppointment, endDelegation, readAbsences, readAppointments, readDelegations, recordAbsence } from './people.service';

export function registerPeople(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.listAppointments, async ({ reader, query }) => readAppointments(deps, reader, query));
  mount(app, endpoints.createAppointment, async ({ reader, body }) => appoint(deps, reader, body));
  mount(app, endpoints.endAppointment, async ({ reader, params, body }) => endAppointment(deps, reader, { id: params.id, at: body.at }));
  mount(app, endpoints.listAbsences, async ({ reader, query }) => readAbsences(deps, reader, query));
  mount(app, endpoints.createAbsence, async ({ reader, body }) => recordAbsence(deps, reader, body));
  mount(app, endpoints.endAbsence, async ({ reader, params, body }) => endAbsence(deps, reader, { id: params.id, at: body.at }));
  mount(app, endpoints.listDelegations, async ({ reader, query }) => readDelegations(deps, reader, query));
  mount(app, endpoints.createDelegation, async ({ reader, body }) => delegate(deps, reader, body));
  mount(app, endpoints.endDelegation, async ({ reader, params, body }) => endDelegation(deps, reader, { id: params.id, at: body.at }));
  mount(app, endpoints.delegationExport, async ({ reader, reply, query, locale }) => exportDelegations(deps, { reader, reply, query, locale }));
}
