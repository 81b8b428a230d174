import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { exportTrail, readTrail } from './audit.service';

export function registerAudit(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.auditTrail, async ({ reader, query, locale }) => readTrail(deps, reader, { ...query, locale }));
  mount(app, endpoints.auditExport, async ({ reader, query, locale, reply }) => exportTrail(deps, { reader, reply, query, locale }));
}
