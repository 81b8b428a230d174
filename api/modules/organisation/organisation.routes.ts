import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { createPerson, issuePassword, readAccounts, setDisabled, signOutPerson, updatePerson } from './accounts.service';
import { applyImport, checkImport } from './import.service';
import { sendTemplate } from './import-template';
import { closeBook, createBook, readOfficeBooks, setBookPattern, updateBook } from './books.service';
import { readOfficeRoutes } from './overview.service';
import { changeSuccession, createList, readActing, updateList } from './standing.service';
import * as structure from './structure.service';

export function registerOrganisation(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.organisation, async ({ reader, query }) => structure.readOrganisation(deps, reader, query.officeId));
  mount(app, endpoints.createUnit, async ({ reader, body }) => structure.createUnit(deps, reader, body));
  mount(app, endpoints.updateUnit, async ({ reader, params, body }) => structure.updateUnit(deps, reader, { id: params.id, body }));
  mount(app, endpoints.closeUnit, async ({ reader, params, body }) => structure.closeUnit(deps, reader, { id: params.id, body }));
  mount(app, endpoints.createPost, async ({ reader, body }) => structure.createPost(deps, reader, body));
  mount(app, endpoints.updatePost, async ({ reader, params, body }) => structure.updatePost(deps, reader, { id: params.id, body }));
  mount(app, endpoints.closePost, async ({ reader, params, body }) => structure.closePost(deps, reader, { id: params.id, body }));
  mount(app, endpoints.updateContact, async ({ reader, params, body }) => structure.updateContact(deps, reader, { id: params.id, body }));
  mount(app, endpoints.officeTree, async ({ reader }) => structure.readOfficeTree(deps, reader));
  mount(app, endpoints.createOffice, async ({ reader, body }) => structure.createOffice(deps, reader, body));
  mount(app, endpoints.updateOffice, async ({ reader, params, body }) => structure.updateOffice(deps, reader, { id: params.id, body }));
  mount(app, endpoints.closeOffice, async ({ reader, params, body }) => structure.closeOffice(deps, reader, { id: params.id, body }));

  mount(app, endpoints.listAccounts, async ({ reader, query }) => readAccounts(deps, reader, query));
  mount(app, endpoints.createPerson, async ({ reader, body }) => createPerson(deps, reader, body));
  mount(app, endpoints.updatePerson, async ({ reader, params, body }) => updatePerson(deps, reader, { id: params.id, body }));
  mount(app, endpoints.issuePassword, async ({ reader, params }) => issuePassword(deps, reader, params.id));
  mount(app, endpoints.disableAccount, async ({ reader, params }) => setDisabled(deps, reader, { id: params.id, isDisabled: true }));
  mount(app, endpoints.enableAccount, async ({ reader, params }) => setDisabled(deps, reader, { id: params.id, isDisabled: false }));
  mount(app, endpoints.signOutPerson, async ({ reader, params }) => signOutPerson(deps, reader, params.id));

  mount(app, endpoints.acting, async ({ reader, query }) => readActing(deps, reader, query));
  mount(app, endpoints.setSuccession, async ({ reader, params, body }) => changeSuccession(deps, reader, { id: params.id, body }));
  mount(app, endpoints.createList, async ({ reader, body }) => createList(deps, reader, body));
  mount(app, endpoints.updateList, async ({ reader, params, body }) => updateList(deps, reader, { id: params.id, body }));
  mount(app, endpoints.importTemplate, async ({ reader, query, locale, reply }) => sendTemplate(deps, reader, { ...query, locale, reply }));
  mount(app, endpoints.checkImport, async ({ reader, body, locale }) => checkImport(deps, reader, { ...body, locale }));
  mount(app, endpoints.applyImport, async ({ reader, body }) => applyImport(deps, reader, body));
  mount(app, endpoints.officeBooks, async ({ reader, query }) => readOfficeBooks(deps, reader, query.officeId));
  mount(app, endpoints.createBook, async ({ reader, body }) => createBook(deps, reader, body));
  mount(app, endpoints.updateBook, async ({ reader, params, body }) => updateBook(deps, reader, { id: params.id, body }));
  mount(app, endpoints.setBookPattern, async ({ reader, params, body }) => setBookPattern(deps, reader, { id: params.id, body }));
  mount(app, endpoints.closeBook, async ({ reader, params, body }) => closeBook(deps, reader, { id: params.id, body }));
  mount(app, endpoints.officeRoutes, async ({ reader, query }) => readOfficeRoutes(deps, reader, query.officeId));
}
