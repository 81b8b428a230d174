/** Counts failed sign-ins in this process; a window that has passed is forgotten. */
export type LoginLimiter = {
  /** Milliseconds to wait before the next try, or 0. */
  waitMs(args: { readonly login: string; readonly address: string; readonly now: number }): number;
  failed(args: { readonly login: string; readonly address: string; readonly now: number }): void;
  succeeded(args: { readonly login: string }): void;
};
type Count = { readonly since: number; readonly failures: number };

const MAX_ENTRIES = 10_000;

/** Limits failures per account and per address, so that neither one account nor many can be tried by guessing. */
export function createLoginLimiter(limit: { readonly perAccount: number; readonly perAddress: number; readonly windowMs: number }): LoginLimiter {
  const counts = new Map<string, Count>();
  const accountKey = (login: string): string => `account:${login.toLowerCase()}`;
  const live = (key: string, now: number): Count | null => {
    const count = counts.get(key);
    if (count === undefined || now - count.since >= limit.windowMs) return null;
    return count;
  };
  const add = (key: string, now: number): void => {
    const count = live(key, now);
    counts.delete(key);
    counts.set(key, { since: count?.since ?? now, failures: (count?.failures ?? 0) + 1 });
    if (counts.size > MAX_ENTRIES) {
      const oldest = counts.keys().next();
      if (!oldest.done) counts.delete(oldest.value);
    }
  };
  return {
    waitMs({ login, address, now }) {
      const waits = [
        { count: live(accountKey(login), now), max: limit.perAccount },
        { count: live(`address:${address}`, now), max: limit.perAddress },
      ].map(({ count, max }) => (count !== null && count.failures >= max ? count.since + limit.windowMs - now : 0));
      return Math.max(...waits);
    },
    failed({ login, address, now }) {
      add(accountKey(login), now);
      add(`address:${address}`, now);
    },
    succeeded({ login }) {
      counts.delete(accountKey(login));
    },
  };
}
