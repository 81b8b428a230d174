import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { changeRegisterTimes, declare, preview, readCalendar, withdraw } from './calendar.service';

export function registerCalendar(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.calendar, async ({ reader, query }) => readCalendar(deps, reader, query));
  mount(app, endpoints.previewDay, async ({ reader, body }) => preview(deps, reader, body));
  mount(app, endpoints.declareDay, async ({ reader, body }) => declare(deps, reader, body));
  mount(app, endpoints.setRegisterTimes, async ({ reader, params, body }) => changeRegisterTimes(deps, reader, { officeId: params.id, times: body }));
  mount(app, endpoints.withdrawDay, async ({ reader, params }) => withdraw(deps, reader, params.id));
}
