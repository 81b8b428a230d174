import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { type ExportDeps, sendBook } from './book-export';
import { checkYear, readBooks, readEntries } from './books.service';

export function registerBooks(app: FastifyInstance, deps: ExportDeps): void {
  mount(app, endpoints.listBooks, async ({ reader }) => readBooks(deps, reader));
  mount(app, endpoints.bookEntries, async ({ reader, params, query, locale }) => readEntries(deps, reader, { ...params, ...query, locale }));
  mount(app, endpoints.checkBook, async ({ reader, params }) => checkYear(deps, reader, params));
  mount(app, endpoints.bookExport, async ({ reader, params, query, locale, reply }) => sendBook(deps, reader, { ...params, query, locale, reply }));
}
