import { hash, verify } from '@node-rs/argon2';
import type { z } from 'zod';
import type { Capability, sessionSchema } from '#domain/contracts/session';
import { decide } from '#domain/access/policy';
import { actingPosts, rolePosts } from '#domain/access/subject';
import { secrecyRank, type Role } from '#domain/letter/vocabulary';
import { sessionChain } from '#domain/audit/chain';
import { DomainError } from '#domain/errors';
import { withTransaction } from '#db/client';
import { setOwnPassword } from '#db/repositories/accounts';
import { recordAudit } from '#db/repositories/audit';
import { findAccount, findPasswordHash, type SessionRow } from '#db/repositories/sessions';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import type { LoginLimiter } from '../../plugins/login-limiter';

/** A password of fewer different characters is a pattern, not a secret. */
const MIN_DIFFERENT = 5;

/** A hash of nobody's password: an unknown account takes as long to refuse as a known one. */
let decoy: Promise<string> | undefined;

/** Who has signed in, and whether by a one-time password. */
export type Authenticated = { readonly personId: string; readonly mustChangePassword: boolean };

/**
 * Finds the person of a login name and password. The refusal does not tell which of the two was wrong; only who has the right
 * one-time password learns that it has run out.
 * @throws DomainError LOGIN_FAILED, RATE_LIMITED, PASSWORD_EXPIRED
 */
export async function authenticate(
  { pool, now }: Pick<ApiDeps, 'pool' | 'now'>,
  limiter: LoginLimiter,
  { login, password, address }: { readonly login: string; readonly password: string; readonly address: string },
): Promise<Authenticated> {
  const moment = { login, address, now: now().getTime() };
  await assertNotLimited(limiter, moment);
  const account = await findAccount(pool, login);
  decoy ??= hash('nobody');
  const isRight = await verify(account?.passwordHash ?? (await decoy), password);
  if (!isRight || account === null || account.passwordHash === null || account.isDisabled) {
    await limiter.failed(moment);
    throw new DomainError('LOGIN_FAILED');
  }
  // Of many tries at the same moment none counts that ends after the last one allowed.
  await assertNotLimited(limiter, moment);
  await limiter.succeeded({ login });
  const { personId, passwordExpiresAt } = account;
  if (passwordExpiresAt !== null && Date.parse(passwordExpiresAt) <= now().getTime()) throw new DomainError('PASSWORD_EXPIRED');
  return { personId, mustChangePassword: passwordExpiresAt !== null };
}

type NewPassword = { readonly reader: Reader; readonly session: SessionRow; readonly current: string; readonly next: string; readonly address: string };

/**
 * Sets the password that a person has chosen, in place of a one-time one or of an older one of theirs; signs their other
 * browsers out.
 * @throws DomainError PASSWORD_WRONG, PASSWORD_WEAK, RATE_LIMITED
 */
export async function changePassword({ pool, now }: Pick<ApiDeps, 'pool' | 'now'>, limiter: LoginLimiter, { reader, session, current, next, address }: NewPassword): Promise<void> {
  await confirmPassword({ pool, now }, limiter, { reader, password: current, address }, 'PASSWORD_WRONG');
  const isWeak = next === current || next.toLowerCase().includes(reader.login.toLowerCase()) || new Set(next).size < MIN_DIFFERENT;
  if (isWeak) throw new DomainError('PASSWORD_WEAK', { field: 'next' });
  const passwordHash = await hash(next);
  await withTransaction(pool, async (tx) => {
    await setOwnPassword(tx, { personId: reader.personId, passwordHash, keepSession: session.id });
    await recordAudit(tx, { chain: sessionChain(session.id), officeId: null, kind: 'account.passwordChanged', at: now().toISOString(), personId: reader.personId, postId: null, data: {} });
  });
}

/**
 * Confirms a signature, or a new password, by the person's password.
 * @throws DomainError SIGNATURE_WRONG or PASSWORD_WRONG, RATE_LIMITED
 */
export async function confirmPassword(
  { pool, now }: Pick<ApiDeps, 'pool' | 'now'>,
  limiter: LoginLimiter,
  { reader, password, address }: { readonly reader: Reader; readonly password: string; readonly address: string },
  refusal: 'SIGNATURE_WRONG' | 'PASSWORD_WRONG' = 'SIGNATURE_WRONG',
): Promise<void> {
  const moment = { login: `sign:${reader.personId}`, address, now: now().getTime() };
  await assertNotLimited(limiter, moment);
  const stored = await findPasswordHash(pool, reader.personId);
  if (stored === null || !(await verify(stored, password))) {
    await limiter.failed(moment);
    throw new DomainError(refusal, refusal === 'PASSWORD_WRONG' ? { field: 'current' } : {});
  }
  await assertNotLimited(limiter, moment);
  await limiter.succeeded(moment);
}

/** @throws DomainError RATE_LIMITED */
async function assertNotLimited(limiter: LoginLimiter, moment: Parameters<LoginLimiter['waitMs']>[0]): Promise<void> {
  const waitMs = await limiter.waitMs(moment);
  if (waitMs > 0) throw new DomainError('RATE_LIMITED', { waitSeconds: Math.ceil(waitMs / 1000) });
}

/** What the browser may know of the reader. */
export function toSession({ session, reader }: SignedIn, { config, now }: Pick<ApiDeps, 'config' | 'now'>): z.infer<typeof sessionSchema> {
  return {
    person: { id: reader.personId, login: reader.login, name: reader.name, email: reader.email, clearance: reader.clearance },
    posts: reader.posts.map((post) => ({
      id: post.postId,
      code: post.code,
      title: post.title,
      office: post.office,
      unit: post.unit,
      capacity: post.capacity,
      ownPostId: post.ownPostId,
      orderNo: post.orderNo,
      roles: [...post.roles],
      isUnitHead: post.isUnitHead,
      isRegistry: post.isRegistry,
      validTo: post.validTo,
    })),
    can: session.mustChangePassword ? [] : capabilities(reader),
    mustChangePassword: session.mustChangePassword,
    locale: reader.locale,
    digits: reader.digits,
    theme: reader.theme,
    textSize: reader.textSize,
    csrfToken: session.csrfToken,
    expiresAt: session.expiresAt,
    isDemo: config.isDemo,
    serverTime: now().toISOString(),
  };
}

function capabilities(reader: Reader): Capability[] {
  const acting = actingPosts(reader).filter(({ capacity }) => capacity !== 'delegated');
  const holds = (...roles: readonly Role[]): boolean => rolePosts(reader).some((post) => roles.some((role) => post.roles.includes(role)));
  const starts = (act: 'letter.intake' | 'letter.intakeSealed' | 'letter.compose'): boolean =>
    acting.some(({ postId }) => decide(reader, act, { postId, secrecy: 'none' }).allow);
  const list: readonly (readonly [Capability, boolean])[] = [
    ['intake', starts('letter.intake')],
    ['intakeSealed', starts('letter.intakeSealed')],
    ['compose', starts('letter.compose')],
    ['books', holds('clerk', 'head', 'supervisor', 'inspector', 'secret_registrar')],
    ['secretBooks', holds('secret_registrar', 'inspector') && secrecyRank(reader.clearance) > 0],
    ['people', holds('clerk', 'head', 'office_admin')],
    ['supervision', holds('supervisor', 'head')],
    ['calendar', holds('office_admin')],
    ['letters', rolePosts(reader).length > 0],
    ['access', holds('office_admin', 'inspector')],
    ['handOver', holds('office_admin')],
    ['audit', holds('office_admin', 'inspector')],
    ['folder', holds('head')],
    ['system', decide(reader, 'system.read', { scope: 'installation' }).allow],
    ['desk', holds('clerk', 'secret_registrar')],
    ['organisation', actingPosts(reader).some(({ officeId }) => decide(reader, 'organisation.manage', { officeId }).allow)],
    ['setUp', reader.posts.some(({ officeId }) => decide(reader, 'office.setUp', { officeId, parentId: null }).allow)],
    ['routes', actingPosts(reader).some(({ officeId }) => decide(reader, 'route.design', { officeId }).allow)],
    ['offices', decide(reader, 'offices.manage', {}).allow],
  ];
  return list.filter(([, isAllowed]) => isAllowed).map(([capability]) => capability);
}
