import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain/errors';
import type { SessionRow } from '#db/repositories/sessions';
import type { Reader } from '#db/repositories/readers';
import { localeOf, type Locale } from '../messages';

/** Who sends a request: the session and the person with the posts in force at this moment. */
export type SignedIn = { readonly session: SessionRow; readonly reader: Reader };
/** With the version that people and offices had when the request came in, for a `PeopleMemory`. */
export type SignedInNow = SignedIn & { readonly peopleVersion: number };

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public endpoints. */
    signedIn: SignedInNow | null;
  }
}

/** Language of the answer. */
export const requestLocale = (request: FastifyRequest): Locale => localeOf(request.headers['accept-language']);

/** The reader of a request to an endpoint that needs a session. @throws DomainError UNAUTHENTICATED */
export function getSignedIn(request: FastifyRequest): SignedInNow {
  if (request.signedIn === null) throw new DomainError('UNAUTHENTICATED');
  return request.signedIn;
}

export type Http = { readonly request: FastifyRequest; readonly reply: FastifyReply };
