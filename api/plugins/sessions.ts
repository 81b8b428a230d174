import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PeopleMemory } from '#db/repositories/people-memory';
import { createSession, deleteExpiredSessions, deleteSession, findSession, prolongSession, type FoundSession, type SessionRow } from '#db/repositories/sessions';
import { DomainError } from '#domain/errors';
import type { ApiDeps } from '../deps';

/** A session in use is prolonged at most this often. */
const PROLONG_EVERY_MS = 60_000;

type SessionDeps = Pick<ApiDeps, 'pool' | 'config' | 'now'>;

/** `__Host-` binds the cookie to this host and to https; browsers refuse that name over plain http. */
export const cookieName = (isHttps: boolean): string => (isHttps ? '__Host-saraban' : 'saraban');
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
const random = (): string => randomBytes(32).toString('base64url');

/**
 * Puts the signed-in reader on every request to an endpoint that needs one, and refuses changes that do not carry the
 * session's CSRF token or come from another site.
 */
export function registerSessions(app: FastifyInstance, deps: SessionDeps & { readonly people: PeopleMemory }): void {
  app.decorateRequest('signedIn', null);
  app.addHook('onRequest', async (request) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined) return;
    const isChange = endpoint.method !== 'GET';
    if (isChange) assertSameSite(request);
    if (endpoint.access === 'public') return;
    const { peopleVersion, ...session } = await readSession(request, deps);
    if (isChange) assertCsrf(request, session);
    if (session.mustChangePassword && endpoint.isBeforePassword !== true) throw new DomainError('PASSWORD_CHANGE_REQUIRED');
    const reader = await deps.people.readers.load(deps.pool, { personId: session.personId, at: deps.now().toISOString(), version: peopleVersion });
    if (reader === null) throw new DomainError('SESSION_EXPIRED');
    request.signedIn = { session, reader, peopleVersion };
  });
}

/** Starts a session and sets its cookie. */
export async function openSession(deps: SessionDeps, { personId, mustChangePassword, request, reply }: { personId: string; mustChangePassword: boolean; request: FastifyRequest; reply: FastifyReply }): Promise<SessionRow> {
  const { pool, config, now } = deps;
  const token = random();
  const at = now();
  const session = {
    id: hash(token),
    personId,
    csrfToken: random(),
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + config.sessionIdleMs).toISOString(),
    mustChangePassword,
  };
  await deleteExpiredSessions(pool, at.toISOString());
  await createSession(pool, { ...session, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) });
  reply.setCookie(cookieName(config.isHttps), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isHttps });
  return session;
}

/** Ends this browser's session. */
export async function closeSession(deps: SessionDeps, { session, reply }: { session: SessionRow; reply: FastifyReply }): Promise<void> {
  await deleteSession(deps.pool, session.id);
  clearCookie(deps, reply);
}

export function clearCookie({ config }: Pick<SessionDeps, 'config'>, reply: FastifyReply): void {
  reply.clearCookie(cookieName(config.isHttps), { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isHttps });
}

async function readSession(request: FastifyRequest, { pool, config, now }: SessionDeps): Promise<FoundSession> {
  const token = request.cookies[cookieName(config.isHttps)];
  if (token === undefined || token === '') throw new DomainError('UNAUTHENTICATED');
  const session = await findSession(pool, hash(token));
  if (session === null) throw new DomainError('SESSION_EXPIRED');
  const at = now().getTime();
  const lastInstant = Date.parse(session.createdAt) + config.sessionMaxMs;
  if (Date.parse(session.expiresAt) <= at || lastInstant <= at) throw new DomainError('SESSION_EXPIRED');
  const end = Math.min(at + config.sessionIdleMs, lastInstant);
  if (end - Date.parse(session.expiresAt) < PROLONG_EVERY_MS) return session;
  const expiresAt = new Date(end).toISOString();
  await prolongSession(pool, { id: session.id, expiresAt });
  return { ...session, expiresAt };
}

function assertCsrf(request: FastifyRequest, { csrfToken }: SessionRow): void {
  const sent = request.headers['x-csrf-token'];
  if (typeof sent !== 'string' || !equal(sent, csrfToken)) throw new DomainError('CSRF_FAILED');
}

/** Browsers say where a request comes from; also guards signing in, where there is no token yet. */
function assertSameSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site') throw new DomainError('CSRF_FAILED');
}

const equal = (a: string, b: string): boolean => timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
