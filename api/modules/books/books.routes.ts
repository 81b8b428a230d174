import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { type ExportDeps, sendBook } from './book-export';
import { cancelNumbers, keepForLetter, readBlocks, reserve } from './blocks.service';
import { checkYear, readBooks, readEntries } from './books.service';

export function registerBooks(app: FastifyInstance, deps: ExportDeps): void {
  mount(app, endpoints.listBooks, async ({ reader }) => readBooks(deps, reader));
  mount(app, endpoints.bookEntries, async ({ reader, params, query, locale }) => readEntries(deps, reader, { ...params, ...query, locale }));
  mount(app, endpoints.listBlocks, async ({ reader, params, query, locale }) => readBlocks(deps, reader, { ...params, ...query, locale }));
  mount(app, endpoints.reserveNumbers, async ({ reader, params, body, locale }) => reserve(deps, reader, { ...params, body, locale }));
  mount(app, endpoints.cancelNumbers, async ({ reader, params, body }) => cancelNumbers(deps, reader, { ...params, body }));
  mount(app, endpoints.keepNumber, async ({ reader, params, body }) => keepForLetter(deps, reader, { ...params, body }));
  mount(app, endpoints.checkBook, async ({ reader, params }) => checkYear(deps, reader, params));
  mount(app, endpoints.bookExport, async ({ reader, params, query, locale, reply }) => sendBook(deps, reader, { ...params, query, locale, reply }));
}
