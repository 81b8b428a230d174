import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { readCandidates } from './candidates.service';
import { readDeliveries } from './deliveries.service';
import { exportDeliveries, exportTasks } from './export.service';
import { readBoard } from './supervision.service';
import { readWeekly } from './weekly.service';

export function registerSupervision(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.supervision, async ({ reader, query, locale }) => readBoard(deps, reader, { ...query, locale }));
  mount(app, endpoints.supervisionExport, async ({ query, ...who }) => exportTasks(deps, who, query));
  mount(app, endpoints.supervisedDeliveries, async ({ reader, query, locale }) => readDeliveries(deps, reader, { ...query, locale }));
  mount(app, endpoints.deliveryExport, async ({ query, ...who }) => exportDeliveries(deps, who, query));
  mount(app, endpoints.candidates, async ({ reader, query }) => readCandidates(deps, reader, query));
  mount(app, endpoints.weekly, async ({ reader, query }) => readWeekly(deps, reader, query));
}
