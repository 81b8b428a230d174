import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import type { LoginLimiter } from '../../plugins/login-limiter';
import { mount } from '../../plugins/mount';
import { changeMySigning, changeOfficeSigning, readSigning } from './signing.service';

export function registerSigning(app: FastifyInstance, deps: ApiDeps & { readonly limiter: LoginLimiter }): void {
  mount(app, endpoints.signing, async ({ reader }) => readSigning(deps, reader));
  mount(app, endpoints.setMySigning, async ({ reader, session, body, request }) => changeMySigning(deps, { reader, session, body, address: request.ip }));
  mount(app, endpoints.setOfficeSigning, async ({ reader, params, body }) => changeOfficeSigning(deps, reader, { officeId: params.id, rule: body.rule }));
}
