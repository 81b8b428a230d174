import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { linkLetter, type MatterDeps, readMatter, unlinkLetter } from './matters.service';

export function registerMatters(app: FastifyInstance, deps: MatterDeps): void {
  mount(app, endpoints.matter, ({ params, query, reader, session }) => readMatter(deps, { ...params, ...query, reader, session }));
  mount(app, endpoints.linkLetter, ({ params, body, reader, session }) => linkLetter(deps, { ...params, body, reader, session }));
  mount(app, endpoints.unlinkLetter, ({ params, body, reader, session }) => unlinkLetter(deps, { ...params, body, reader, session }));
}
