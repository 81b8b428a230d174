import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { editCorrespondent, mergeCorrespondent, readDirectory, separateCorrespondent } from './correspondents.service';

export function registerCorrespondents(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.correspondentDirectory, ({ reader, query, locale }) => readDirectory(deps, reader, { ...query, locale }));
  mount(app, endpoints.editCorrespondent, ({ reader, params, body }) => editCorrespondent(deps, reader, { ...params, body }));
  mount(app, endpoints.mergeCorrespondent, ({ reader, params, body }) => mergeCorrespondent(deps, reader, { ...params, body }));
  mount(app, endpoints.separateCorrespondent, ({ reader, params, body }) => separateCorrespondent(deps, reader, { ...params, body }));
}
