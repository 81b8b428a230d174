import { hash, verify } from '@node-rs/argon2';
import type { z } from 'zod';
import type { Capability, sessionSchema } from '#domain/contracts/session';
import { decide } from '#domain/access/policy';
import { actingPosts, rolePosts } from '#domain/access/subject';
import { secrecyRank, type Role } from '#domain/letter/vocabulary';
import { DomainError } from '#domain/errors';
import { findAccount, findPasswordHash } from '#db/repositories/sessions';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import type { LoginLimiter } from '../../plugins/login-limiter';

/** A hash of nobody's password: an unknown account takes as long to refuse as a known one. */
let decoy: Promise<string> | undefined;

/**
 * Finds the person of a login name and password. The refusal does not tell which of the two was wrong.
 * @throws DomainError LOGIN_FAILED, RATE_LIMITED
 */
export async function authenticate(
  { pool, now }: Pick<ApiDeps, 'pool' | 'now'>,
  limiter: LoginLimiter,
  { login, password, address }: { readonly login: string; readonly password: string; readonly address: string },
): Promise<string> {
  const moment = { login, address, now: now().getTime() };
  const waitMs = limiter.waitMs(moment);
  if (waitMs > 0) throw new DomainError('RATE_LIMITED', { waitSeconds: Math.ceil(waitMs / 1000) });
  const account = await findAccount(pool, login);
  decoy ??= hash('nobody');
  const isRight = await verify(account?.passwordHash ?? (await decoy), password);
  if (!isRight || account === null || account.passwordHash === null || account.isDisabled) {
    limiter.failed(moment);
    throw new DomainError('LOGIN_FAILED');
  }
  limiter.succeeded({ login });
  return account.personId;
}

/**
 * Confirms a signature by the signer's password.
 * @throws DomainError SIGNATURE_WRONG, RATE_LIMITED
 */
export async function confirmPassword(
  { pool, now }: Pick<ApiDeps, 'pool' | 'now'>,
  limiter: LoginLimiter,
  { reader, password, address }: { readonly reader: Reader; readonly password: string; readonly address: string },
): Promise<void> {
  const moment = { login: `sign:${reader.personId}`, address, now: now().getTime() };
  const waitMs = limiter.waitMs(moment);
  if (waitMs > 0) throw new DomainError('RATE_LIMITED', { waitSeconds: Math.ceil(waitMs / 1000) });
  const stored = await findPasswordHash(pool, reader.personId);
  if (stored === null || !(await verify(stored, password))) {
    limiter.failed(moment);
    throw new DomainError('SIGNATURE_WRONG');
  }
  limiter.succeeded(moment);
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
    can: capabilities(reader),
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
    ['system', decide(reader, 'system.read', { scope: 'installation' }).allow],
    ['desk', holds('clerk', 'secret_registrar')],
  ];
  return list.filter(([, isAllowed]) => isAllowed).map(([capability]) => capability);
}
