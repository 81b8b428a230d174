import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { moveStamp, readStamps, type StampDeps } from './stamps.service';

export function registerStamps(app: FastifyInstance, deps: StampDeps): void {
  mount(app, endpoints.stamps, ({ params, reader, session }) => readStamps(deps, { ...params, reader, session }));
  mount(app, endpoints.moveStamp, ({ params, body, reader, session }) => moveStamp(deps, { ...params, body, reader, session }));
}
