import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { dropSearch, keepSearch, readSavedSearches } from './saved-searches.service';
import { sendFound } from './search-export';
import { search, type SearchDeps } from './search.service';

export function registerSearch(app: FastifyInstance, deps: SearchDeps): void {
  mount(app, endpoints.searchLetters, ({ query, reader, locale }) => search(deps, { query, reader, locale }));
  mount(app, endpoints.searchExport, ({ query, reader, session, locale, reply }) => sendFound(deps, { query, reader, session, locale, reply }));
  mount(app, endpoints.savedSearches, ({ reader }) => readSavedSearches(deps, reader));
  mount(app, endpoints.saveSearch, ({ body, reader }) => keepSearch(deps, reader, body));
  mount(app, endpoints.deleteSavedSearch, ({ params, reader }) => dropSearch(deps, reader, params.id));
}
