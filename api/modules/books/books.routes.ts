import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { readBooks, readEntries } from './books.service';

export function registerBooks(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.listBooks, async ({ reader }) => readBooks(deps, reader));
  mount(app, endpoints.bookEntries, async ({ reader, params, query, locale }) => readEntries(deps, reader, { ...params, ...query, locale }));
}
