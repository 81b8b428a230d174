/** Failed sign-ins that still count, shared by all processes. A window begins with its first failure. */
import type { Tx } from '../tx';

export type LoginFailures = { readonly key: string; readonly since: string; readonly failures: number };

/** Swept with every failure, so that guessing at many names fills nothing for long. */
const SWEPT_AT_ONCE = 50;

/** What counts for these keys: windows that began after `since`. */
export async function findLoginFailures(tx: Tx, { keys, since }: { readonly keys: readonly string[]; readonly since: string }): Promise<readonly LoginFailures[]> {
  const { rows } = await tx.query<LoginFailures>('select key, since, failures from login_failure where key = any($1) and since > $2', [keys, since]);
  return rows;
}

/** One failure more for each key. A window that began at `since` or before is over and begins anew at `at`. */
export async function addLoginFailure(tx: Tx, { keys, since, at }: { readonly keys: readonly string[]; readonly since: string; readonly at: string }): Promise<void> {
  await tx.query(
    `insert into login_failure as f (key, since, failures) select key, $2::timestamptz, 1 from unnest($1::text[]) as key order by key
     on conflict (key) do update set
       failures = case when f.since <= $3 then 1 else f.failures + 1 end, since = case when f.since <= $3 then excluded.since else f.since end`,
    [keys, at, since],
  );
  await tx.query(`delete from login_failure where key in (select key from login_failure where since <= $1 limit ${SWEPT_AT_ONCE} for update skip locked)`, [since]);
}

/** Failures of a key count no more. */
export async function forgetLoginFailures(tx: Tx, key: string): Promise<void> {
  await tx.query('delete from login_failure where key = $1', [key]);
}
