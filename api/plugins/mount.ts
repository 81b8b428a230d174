import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import { problemSchema } from '#domain/contracts/common';
import { type Endpoint, type ParsedBody, type ParsedParams, type ParsedQuery, type PendingOf, type ResponseOf } from '#domain/contracts/endpoints';
import { DomainError } from '#domain/errors';
import { requestLocale, getSignedIn, type SignedInNow } from './context';
import type { Locale } from '../messages';

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

/** What a handler gets: the validated parts of the request, and who sent it. */
export type Call<E extends Endpoint> = {
  readonly params: ParsedParams<E>;
  readonly query: ParsedQuery<E>;
  readonly body: ParsedBody<E>;
  readonly locale: Locale;
  /** Of acts; the empty text elsewhere. */
  readonly idempotencyKey: string;
  /** Revision named by `If-Match`; 0 where an endpoint does not ask for one. */
  readonly rev: number;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
} & (E['access'] extends 'session' ? SignedInNow : unknown);

/** `pending` is answered with 202. A handler that has answered by `reply` itself gives `reply`. */
export type Answer<E extends Endpoint> = ResponseOf<E> | FastifyReply | (PendingOf<E> extends object ? { readonly pending: PendingOf<E> } : never);
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>;

const isPending = (answer: unknown): answer is { readonly pending: unknown } =>
  typeof answer === 'object' && answer !== null && 'pending' in answer && Object.keys(answer).length === 1;

/** Registers one endpoint of the table with its contract for params, query, body and every answer. */
export function mount<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    schema: schemaOf(endpoint),
    ...(endpoint.bodyLimit === undefined ? {} : { bodyLimit: endpoint.bodyLimit }),
    handler: async (request, reply) => {
      // Fastify has validated these parts against the endpoint's own schemas.
      const call = {
        params: request.params,
        query: request.query,
        body: request.body,
        locale: requestLocale(request),
        idempotencyKey: endpoint.isAct === true ? idempotencyKey(request) : '',
        rev: endpoint.ifMatch === true ? revisionOf(request) : 0,
        request,
        reply,
        ...(endpoint.access === 'session' ? getSignedIn(request) : {}),
      } as unknown as Call<E>;
      const answer = await handler(call);
      if (isPending(answer)) {
        reply.code(202);
        return answer.pending;
      }
      return answer;
    },
  });
}

const idempotencyHeader = z.looseObject({ 'idempotency-key': z.string().regex(/^[\x21-\x7e]{8,100}$/) });

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') throw new DomainError('IDEMPOTENCY_KEY_MISSING');
  return key;
}

const IF_MATCH = /^"?(\d{1,9})"?$/;
const ifMatchHeader = z.looseObject({ 'if-match': z.string().meta({ description: 'The revision as it was read, with or without quotes' }).optional() });

/** @throws DomainError IF_MATCH_MISSING: a change that names no revision could overwrite another's */
function revisionOf(request: FastifyRequest): number {
  const rev = IF_MATCH.exec(request.headers['if-match'] ?? '')?.[1];
  if (rev === undefined) throw new DomainError('IF_MATCH_MISSING');
  return Number(rev);
}

const PROBLEM = { description: 'Refused', content: { 'application/json': { schema: problemSchema } } };

function schemaOf(endpoint: Endpoint): FastifySchema {
  const answers = endpoint.answers;
  const ok = answers === undefined ? { 200: endpoint.response } : {};
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { querystring: endpoint.query }),
    ...(endpoint.body === undefined ? {} : { body: endpoint.body }),
    response: {
      ...ok,
      ...(endpoint.pending === undefined ? {} : { 202: endpoint.pending }),
      '4xx': PROBLEM,
      '5xx': PROBLEM,
    },
    ...(endpoint.access === 'session' ? { security: endpoint.method === 'GET' ? [{ session: [] }] : [{ session: [], csrf: [] }] } : { security: [] }),
    ...(endpoint.isAct === true ? { headers: idempotencyHeader } : {}),
    ...(endpoint.ifMatch === true ? { headers: ifMatchHeader } : {}),
  } as FastifySchema;
}
