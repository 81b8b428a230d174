import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { findAnswerable, findCorrespondents, readReceived, readReturned, readSent, readWaiting } from './clerk.service';

export function registerClerk(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.answerableLetters, ({ reader, query }) => findAnswerable(deps, reader, query));
  mount(app, endpoints.correspondents, ({ reader, query }) => findCorrespondents(deps, reader, query));
  mount(app, endpoints.received, ({ reader, query, locale }) => readReceived(deps, reader, { ...query, locale }));
  mount(app, endpoints.sent, ({ reader, query, locale }) => readSent(deps, reader, { ...query, locale }));
  mount(app, endpoints.waiting, ({ reader, query, locale }) => readWaiting(deps, reader, { ...query, locale }));
  mount(app, endpoints.returned, ({ reader, query, locale }) => readReturned(deps, reader, { ...query, locale }));
}
