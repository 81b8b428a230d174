/** How the system stands, in numbers: what waits to be applied, what waits to leave, which versions run. Nothing of any letter. */
import type { Tx } from '../tx';

export type SystemNumbers = {
  readonly commands: { readonly pending: number; readonly oldestSeconds: number; readonly refusedToday: number };
  readonly outbox: { readonly waiting: number; readonly failing: number; readonly oldestSeconds: number; readonly kinds: { readonly kind: string; readonly waiting: number }[] };
  readonly letters: { readonly open: number; readonly held: number };
  readonly database: string;
  /** Name of the newest migration that was applied. */
  readonly migration: string;
};

/** `since`: the instant from which refused commands are counted. */
export async function readSystemNumbers(tx: Tx, { since }: { readonly since: string }): Promise<SystemNumbers> {
  const { rows } = await tx.query<SystemNumbers>(
    `select
       (select json_build_object('pending', count(*) filter (where status = 'pending'),
          'oldestSeconds', coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where status = 'pending')), 0),
          'refusedToday', count(*) filter (where status = 'rejected')) from command where status = 'pending' or (status = 'rejected' and ended_at >= $1)) as commands,
       (select json_build_object('waiting', coalesce(sum(n), 0), 'failing', coalesce(sum(failing), 0), 'oldestSeconds', coalesce(max(age), 0),
          'kinds', coalesce(json_agg(json_build_object('kind', kind, 'waiting', n) order by kind), '[]'))
          from (select kind, count(*) as n, count(*) filter (where last_error is not null) as failing, extract(epoch from clock_timestamp() - min(created_at)) as age
                  from outbox where sent_at is null group by kind) o) as outbox,
       (select json_build_object('open', count(*), 'held', count(*) filter (where status = 'held')) from letter where status in ('running', 'held')) as letters,
       current_setting('server_version') as database,
       (select max(migration_name) from _prisma_migrations where finished_at is not null) as migration`,
    [since],
  );
  // A statement without FROM answers one row.
  return rows[0] as SystemNumbers;
}
