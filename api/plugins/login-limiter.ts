/** Counts failed sign-ins, in PostgreSQL: whoever guesses gets no more tries from several processes than from one. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { addLoginFailure, findLoginFailures, forgetLoginFailures } from '#db/repositories/login-failures';

export type LoginLimit = { readonly perAccount: number; readonly perAddress: number; readonly windowMs: number };
type Try = { readonly login: string; readonly address: string; readonly now: number };
export type LoginLimiter = {
  /** Milliseconds to wait before the next try, or 0. */
  waitMs(args: Try): Promise<number>;
  failed(args: Try): Promise<void>;
  succeeded(args: { readonly login: string }): Promise<void>;
};

/** Hashed: people also type their password where their name belongs. */
const keyOf = (kind: 'account' | 'address', of: string): string => createHash('sha256').update(`${kind}:${of.toLowerCase()}`).digest('hex');

/** Limits failures per account and per address, so that neither one account nor many can be tried by guessing. */
export function createLoginLimiter(pool: Pool, limit: LoginLimit): LoginLimiter {
  const windowBefore = (now: number): string => new Date(now - limit.windowMs).toISOString();
  return {
    async waitMs({ login, address, now }) {
      const most = new Map([[keyOf('account', login), limit.perAccount], [keyOf('address', address), limit.perAddress]]);
      const counts = await findLoginFailures(pool, { keys: [...most.keys()], since: windowBefore(now) });
      return Math.max(0, ...counts.map(({ key, since, failures }) => (failures >= (most.get(key) ?? 0) ? Date.parse(since) + limit.windowMs - now : 0)));
    },
    failed: ({ login, address, now }) =>
      addLoginFailure(pool, { keys: [keyOf('account', login), keyOf('address', address)], since: windowBefore(now), at: new Date(now).toISOString() }),
    succeeded: ({ login }) => forgetLoginFailures(pool, keyOf('account', login)),
  };
}
