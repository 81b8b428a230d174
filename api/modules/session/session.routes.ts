import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { DomainError } from '#domain/errors';
import { sessionChain } from '#domain/audit/chain';
import type { AuditKind } from '#domain/audit/kinds';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { listDemoAccounts, listDemoOffices } from '#db/repositories/directory-reads';
import { findReader, updatePreferences } from '#db/repositories/readers';
import { deleteSessionsOf } from '#db/repositories/sessions';
import type { ApiDeps } from '../../deps';
import type { LoginLimiter } from '../../plugins/login-limiter';
import { mount } from '../../plugins/mount';
import { clearCookie, closeSession, openSession } from '../../plugins/sessions';
import { authenticate, changePassword, toSession } from './session.service';

export function registerSession(app: FastifyInstance, deps: ApiDeps, limiter: LoginLimiter): void {
  const { pool, config, now } = deps;
  const audit = (chain: string, kind: AuditKind, personId: string): Promise<unknown> =>
    withTransaction(pool, (tx) => recordAudit(tx, { chain, officeId: null, kind, at: now().toISOString(), personId, postId: null, data: {} }));

  mount(app, endpoints.login, async ({ body, request, reply }) => {
    const { personId, mustChangePassword } = await authenticate(deps, limiter, { ...body, address: request.ip });
    const session = await openSession(deps, { personId, mustChangePassword, request, reply });
    const reader = await findReader(pool, { personId, at: now().toISOString() });
    if (reader === null) throw new DomainError('LOGIN_FAILED');
    await audit(sessionChain(session.id), 'session.opened', personId);
    return toSession({ session, reader }, deps);
  });

  mount(app, endpoints.me, async (signedIn) => toSession(signedIn, deps));

  mount(app, endpoints.logout, async ({ session, reply }) => {
    await audit(sessionChain(session.id), 'session.closed', session.personId);
    await closeSession(deps, { session, reply });
    return { ok: true as const };
  });

  mount(app, endpoints.logoutAll, async ({ session, reply }) => {
    await audit(sessionChain(session.id), 'session.allClosed', session.personId);
    await deleteSessionsOf(pool, session.personId);
    clearCookie(deps, reply);
    return { ok: true as const };
  });

  mount(app, endpoints.changePassword, async ({ body, session, reader, request }) => {
    await changePassword(deps, limiter, { ...body, session, reader, address: request.ip });
    return toSession({ session: { ...session, mustChangePassword: false }, reader }, deps);
  });

  mount(app, endpoints.preferences, async ({ body, session, reader }) => {
    await updatePreferences(pool, { personId: reader.personId, changes: body });
    const changed = await findReader(pool, { personId: reader.personId, at: now().toISOString() });
    return toSession({ session, reader: changed ?? reader }, deps);
  });

  mount(app, endpoints.demoAccounts, async ({ query }) => {
    if (!config.isDemo) throw new DomainError('NOT_FOUND');
    const offices = await listDemoOffices(pool);
    return { password: config.demoPassword, offices, accounts: await listDemoAccounts(pool, query.q === undefined ? { office: query.office ?? offices[0]?.code ?? '' } : { words: query.q }) };
  });
}
