import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { changeDesk, getDesk } from './desk.service';

export function registerDesk(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.getDesk, ({ reader }) => getDesk(deps, reader));
  mount(app, endpoints.changeDesk, ({ reader, body }) => changeDesk(deps, reader, body));
}
