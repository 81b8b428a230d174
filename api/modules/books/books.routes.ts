import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { amendEntry } from './amendments.service';
import { type ExportDeps, sendBook } from './book-export';
import { cancelNumbers, keepForLetter, readBlocks, reserve } from './blocks.service';
import { sendOutageSheet } from './outage-sheet';
import { checkYear, readBooks, readEntries } from './books.service';
import * as imports from './register-imports.service';

export function registerBooks(app: FastifyInstance, deps: ExportDeps): void {
  mount(app, endpoints.listBooks, async ({ reader }) => readBooks(deps, reader));
  mount(app, endpoints.bookEntries, async ({ reader, params, query, locale }) => readEntries(deps, reader, { ...params, ...query, locale }));
  mount(app, endpoints.listBlocks, async ({ reader, params, query, locale }) => readBlocks(deps, reader, { ...params, ...query, locale }));
  mount(app, endpoints.reserveNumbers, async ({ reader, params, body, locale }) => reserve(deps, reader, { ...params, body, locale }));
  mount(app, endpoints.outageSheet, async ({ reader, params, reply }) => sendOutageSheet(deps, reader, { ...params, reply }));
  mount(app, endpoints.cancelNumbers, async ({ reader, params, body }) => cancelNumbers(deps, reader, { ...params, body }));
  mount(app, endpoints.keepNumber, async ({ reader, params, body }) => keepForLetter(deps, reader, { ...params, body }));
  mount(app, endpoints.checkBook, async ({ reader, params }) => checkYear(deps, reader, params));
  mount(app, endpoints.bookExport, async ({ reader, params, query, locale, reply }) => sendBook(deps, reader, { ...params, query, locale, reply }));
  mount(app, endpoints.amendEntry, async ({ reader, params, body }) => amendEntry(deps, reader, { ...params, ...body }));
  mount(app, endpoints.bookImports, async ({ reader, params }) => imports.readImports(deps, reader, params));
  mount(app, endpoints.startRegisterImport, async ({ reader, params, body }) => imports.startImport(deps, reader, { ...params, ...body }));
  mount(app, endpoints.registerImport, async ({ reader, params }) => imports.readImport(deps, reader, params));
  mount(app, endpoints.mapRegisterImport, async ({ reader, params, body }) => imports.mapImport(deps, reader, { ...params, ...body }));
  mount(app, endpoints.registerImportRows, async ({ reader, params, query, locale }) => imports.readRows(deps, reader, { ...params, ...query, locale }));
  mount(app, endpoints.registerImportFaults, async ({ reader, params, query, locale, reply }) => imports.sendFaults(deps, reader, { ...params, ...query, locale, reply }));
  mount(app, endpoints.takeRegisterRows, async ({ reader, params }) => imports.takeRows(deps, reader, params));
  mount(app, endpoints.undoRegisterImport, async ({ reader, params, body }) => imports.undoImport(deps, reader, { ...params, ...body }));
  mount(app, endpoints.dropRegisterImport, async ({ reader, params }) => imports.dropImport(deps, reader, params));
  mount(app, endpoints.originalRow, async ({ reader, params }) => imports.readOriginalRow(deps, reader, params));
}
