import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { findKnown } from './intake.service';

export function registerIntake(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.knownLetters, ({ reader, query }) => findKnown(deps, reader, query));
}
