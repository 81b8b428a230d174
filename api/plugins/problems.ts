import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { FieldError } from '#domain/contracts/common';
import { DomainError, ERROR_CODES, isDomainError, type ErrorCode, type ErrorDetails } from '#domain/errors';
import { isDeeperThan } from '#domain/json-depth';
import type { ApiLog } from '../deps';
import { fill, labelled, MESSAGES, messageOf, VALIDATION_TEXTS, type Locale, type ValidationText } from '../messages';
import { requestLocale } from './context';

/** Everything refused is answered as `{code, message, details, requestId}`; what is not expected hides its message. */
export function registerProblems(app: FastifyInstance, log: ApiLog): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toDomainError(error, request);
    if (ERROR_CODES[problem.code] >= 500) {
      log.error({ requestId: request.id, code: problem.code, err: error }, 'request failed');
    }
    return sendProblem(request, reply, problem);
  });
}

/** Sends a refusal in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, { code, details }: DomainError): FastifyReply {
  return reply
    .code(ERROR_CODES[code])
    .type('application/json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ code, message: messageOf(requestLocale(request), code, details), details: labelled(requestLocale(request), details), requestId: request.id });
}

/** Fastify's own refusals by code. */
const FASTIFY_CODES: { readonly [code: string]: ErrorCode } = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'FILE_TOO_LARGE',
  FST_REQ_FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FST_ERR_CTP_INVALID_JSON_BODY: 'VALIDATION_FAILED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'VALIDATION_FAILED',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'VALIDATION_FAILED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'VALIDATION_FAILED',
  FST_ERR_BAD_URL: 'NOT_FOUND',
  FST_ERR_NOT_FOUND: 'NOT_FOUND',
  FST_UNDER_PRESSURE: 'UNAVAILABLE',
};
/** The database or the network is away: try again later. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P03', '53300', '08006', '08003', '08001', '57014']);

function toDomainError(error: unknown, request: FastifyRequest): DomainError {
  if (isDomainError(error)) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalidInput(error, requestLocale(request));
  // Whatever else is thrown may be a Fastify, a PostgreSQL or a network error; all carry `code`.
  const { code = '', statusCode, message = '' } = error as Partial<FastifyError>;
  const known = FASTIFY_CODES[code];
  if (known === 'VALIDATION_FAILED') return unreadable(requestLocale(request));
  if (known === 'FILE_TOO_LARGE' && request.routeOptions.config.endpoint?.tag === 'route-design') return new DomainError('ROUTE_TOO_LARGE');
  if (known !== undefined) return new DomainError(known);
  if (AWAY.has(code) || /timeout exceeded when trying to connect|Connection terminated/.test(message)) return new DomainError('UNAVAILABLE');
  if (statusCode === 400 || statusCode === 415) return unreadable(requestLocale(request));
  return new DomainError('INTERNAL');
}

type ZodFailure = { readonly validation: readonly object[]; readonly validationContext?: string | undefined };
type Issue = {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string;
  readonly params: {
    readonly origin?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly format?: string;
    readonly keys?: readonly string[];
    readonly errors?: readonly (readonly NestedIssue[])[];
    readonly input?: unknown;
  };
};
type NestedIssue = { readonly code: string; readonly path: readonly (string | number)[]; readonly message: string };

/** Names every invalid field with its place, its name and what is wrong, in the reader's language. */
function invalidInput({ validation, validationContext = 'body' }: ZodFailure, locale: Locale): DomainError {
  // The validator compiler makes exactly these.
  const issues = validation as readonly Issue[];
  if (validationContext === 'headers') return new DomainError('IDEMPOTENCY_KEY_MISSING');
  const fields = issues.map((issue): FieldError => {
    const path = issue.instancePath.split('/').filter((part) => part !== '');
    return { path: [validationContext === 'querystring' ? 'query' : validationContext, ...path].join('.'), label: labelOf(path, locale), message: textOf(issue, locale) };
  });
  // A malformed id in the address is just an address of nothing.
  if (validationContext === 'params' && fields.every(({ path }) => !path.endsWith('yearBe'))) return new DomainError('NOT_FOUND');
  return new DomainError('VALIDATION_FAILED', { fields });
}

/** The innermost part of a path that has a name: an entry of a list and what people name themselves go by the field that holds them. */
function labelOf(path: readonly string[], locale: Locale): string {
  const { fields } = MESSAGES[locale];
  const known = path.toReversed().find((part) => Object.hasOwn(fields, part)) ?? 'body';
  return fields[known] ?? known;
}
const unreadable = (locale: Locale): DomainError =>
  new DomainError('VALIDATION_FAILED', { fields: [{ path: 'body', label: labelOf(['body'], locale), message: MESSAGES[locale].validation.unreadable }] });

/** Deepest nesting of a body: a form has few levels, a condition of a route some more. */
const MAX_DEPTH = 64;

/** Bodies that nest deeper than anything means are refused before they are looked at: walking them could exhaust the stack. */
export function registerDepthLimit(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (isDeeperThan(request.body, MAX_DEPTH)) throw invalidField('body', requestLocale(request), 'tooDeep');
  });
}

/** A single invalid field that a service found; `path` as in the contract: `body.due`. */
export function invalidField(path: string, locale: Locale, text: ValidationText = 'wrongFormat'): DomainError {
  return new DomainError('VALIDATION_FAILED', { fields: [{ path, label: labelOf(path.split('.'), locale), message: MESSAGES[locale].validation[text] }] } satisfies ErrorDetails);
}

function textOf(issue: Issue, locale: Locale): string {
  return fill(MESSAGES[locale].validation[kindOf(issue)], {
    minimum: issue.params.minimum,
    maximum: issue.params.maximum,
    keys: issue.params.keys?.join(', '),
  });
}

const DATE_FORMATS = new Set(['date', 'datetime', 'time']);

function kindOf({ keyword, params, message = '' }: Issue): ValidationText {
  // A contract may name the text itself.
  const named = VALIDATION_TEXTS.find((text) => text === message);
  if (named !== undefined) return named;
  if (keyword === 'invalid_type') return /undefined/.test(message) ? 'required' : 'wrongType';
  if (keyword === 'too_small') {
    if (params.origin === 'string') return params.minimum === 1 ? 'tooShort' : 'tooShortOf';
    return params.origin === 'array' ? 'tooFew' : 'tooSmall';
  }
  if (keyword === 'too_big') return params.origin === 'string' ? 'tooLong' : params.origin === 'array' ? 'tooMany' : 'tooLarge';
  if (keyword === 'invalid_format') return DATE_FORMATS.has(params.format ?? '') ? 'wrongDate' : 'wrongFormat';
  if (keyword === 'unrecognized_keys') return 'unknownField';
  return keyword === 'invalid_value' || keyword === 'invalid_union' ? 'wrongChoice' : 'wrongFormat';
}
