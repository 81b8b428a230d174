import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { explain, readStuck, readSystem, resume } from './system.service';

export function registerSystem(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.system, async ({ reader }) => readSystem(deps, reader));
  mount(app, endpoints.stuckLetters, async ({ reader, query }) => readStuck(deps, reader, query));
  mount(app, endpoints.explainLetter, async ({ reader, params }) => explain(deps, reader, params.letterId));
  mount(app, endpoints.resumeLetter, async ({ reader, params }) => resume(deps, reader, params.letterId));
}
