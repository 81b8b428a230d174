/** The offices' own chains over their audit events, and the signed roots (domain/audit/ledger). */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { ChainedEvent } from '#domain/audit/chain';
import { INSTALLATION_LEDGER, linkHash, type SignedRoot } from '#domain/audit/ledger';
import type { ExportedEvent } from '#domain/audit/verify';
import { withTransaction } from '../client';
import type { Tx } from '../tx';
import { findOfficeByCode } from './directory-reads';

const LOCK = 'saraban/audit-ledger';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Unlinked = { readonly id: number; readonly ledger: string; readonly hash: string };
type LedgerEnd = { readonly ledger: string; readonly seq: number; readonly hash: string };

/**
 * Links events that no link covers yet, the oldest first, at most `limit`; `above` leaves out events that are known to be linked.
 * Answers how many it linked and the id of the last event that is linked now; null where another process is at it.
 */
export function linkEvents(pool: Pool, { above, limit }: { readonly above: number; readonly limit: number }): Promise<{ readonly linked: number; readonly last: number } | null> {
  return withTransaction(pool, async (tx) => {
    const { rows: held } = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held', [LOCK]);
    if (held[0]?.held !== true) return null;
    const { rows: events } = await tx.query<Unlinked>(
      `select e.id, coalesce(e.office_id::text, $3) as ledger, e.hash from audit_event e
       where e.id > $1 and not exists (select 1 from audit_link k where k.event_id = e.id and k.event_id > $1) order by e.id limit $2`,
      [above, limit, INSTALLATION_LEDGER],
    );
    await insertLinks(tx, events);
    return { linked: events.length, last: events.at(-1)?.id ?? (await findLastLinked(tx)) };
  });
}

async function findLastLinked(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ last: number }>('select coalesce(max(event_id), 0) as last from audit_link');
  return rows[0]?.last ?? 0;
}

async function insertLinks(tx: Tx, events: readonly Unlinked[]): Promise<void> {
  if (events.length === 0) return;
  const ends = new Map((await findEnds(tx, [...new Set(events.map(({ ledger }) => ledger))])).map((end) => [end.ledger, end]));
  const links = events.map(({ id, ledger, hash: eventHash }) => {
    const { seq, hash: prevHash } = ends.get(ledger) ?? { seq: 0, hash: '' };
    const end = { ledger, seq: seq + 1, hash: linkHash({ ledger, seq: seq + 1, eventHash, prevHash }, sha256) };
    ends.set(ledger, end);
    return { id, ...end };
  });
  await tx.query('insert into audit_link (event_id, ledger, seq, hash) select * from unnest($1::bigint[], $2::text[], $3::int[], $4::text[])', [
    links.map(({ id }) => id), links.map(({ ledger }) => ledger), links.map(({ seq }) => seq), links.map(({ hash }) => hash),
  ]);
}

async function findEnds(tx: Tx, ledgers: readonly string[]): Promise<readonly LedgerEnd[]> {
  const { rows } = await tx.query<LedgerEnd>(
    `select k.ledger, k.seq, k.hash from unnest($1::text[]) as name
     cross join lateral (select ledger, seq, hash from audit_link where ledger = name order by seq desc limit 1) k`,
    [ledgers],
  );
  return rows;
}

/** Ends of ledgers that have grown since their last root, where that root is not younger than `notSince`. */
export async function findUnsigned(tx: Tx, notSince: string): Promise<readonly LedgerEnd[]> {
  const { rows } = await tx.query<LedgerEnd>(
    `select k.ledger, k.seq, k.hash from (select id::text as name from office union all select $2) o
     cross join lateral (select ledger, seq, hash from audit_link where ledger = o.name order by seq desc limit 1) k
     left join lateral (select seq, at from audit_root where ledger = o.name order by seq desc limit 1) r on true
     where r.seq is null or (r.seq < k.seq and r.at <= $1)`,
    [notSince, INSTALLATION_LEDGER],
  );
  return rows;
}

/** Keeps roots; one that another process has signed meanwhile stays. */
export async function insertRoots(tx: Tx, roots: readonly SignedRoot[]): Promise<void> {
  for (const { ledger, seq, hash, at, keyId, signature } of roots) {
    await tx.query('insert into audit_root (ledger, seq, hash, at, key_id, signature) values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [ledger, seq, hash, at, keyId, signature]);
  }
}

/** The ledger of an office by its code, or the installation's by its name; null where there is no such office. */
export async function findLedger(tx: Tx, code: string): Promise<string | null> {
  return code === INSTALLATION_LEDGER ? INSTALLATION_LEDGER : findOfficeByCode(tx, code);
}

/** Roots of a ledger in order. */
export async function listRoots(tx: Tx, ledger: string): Promise<readonly SignedRoot[]> {
  const { rows } = await tx.query<SignedRoot>('select ledger, seq, hash, at, key_id as "keyId", signature from audit_root where ledger = $1 order by seq', [ledger]);
  return rows;
}

type LedgerRow = ChainedEvent & { readonly id: number; readonly linkSeq: number | null; readonly linkHash: string | null };
const EVENT = `e.id, e.chain, e.seq, e.at, e.office_id as "officeId", e.person_id as "personId", e.post_id as "postId", e.kind, e.data, e.prev_hash as "prevHash", e.hash`;

/** Linked events of a ledger in order, after a link. */
export async function listLinked(tx: Tx, { ledger, after, limit }: { readonly ledger: string; readonly after: number; readonly limit: number }): Promise<readonly ExportedEvent[]> {
  const { rows } = await tx.query<LedgerRow>(
    `select ${EVENT}, k.seq as "linkSeq", k.hash as "linkHash" from audit_link k join audit_event e on e.id = k.event_id where k.ledger = $1 and k.seq > $2 order by k.seq limit $3`,
    [ledger, after, limit],
  );
  return rows.map(toExported);
}

/** The tail: events of a ledger that the sealer has not come to yet. */
export async function listUnlinked(tx: Tx, ledger: string): Promise<readonly ExportedEvent[]> {
  const { rows } = await tx.query<LedgerRow>(
    `select ${EVENT}, null as "linkSeq", null as "linkHash" from audit_event e
     where coalesce(e.office_id::text, $2) = $1 and not exists (select 1 from audit_link k where k.event_id = e.id) order by e.id`,
    [ledger, INSTALLATION_LEDGER],
  );
  return rows.map(toExported);
}

const toExported = ({ linkSeq, linkHash: hash, id: _id, ...event }: LedgerRow): ExportedEvent => ({
  type: 'event', link: linkSeq === null || hash === null ? null : { seq: linkSeq, hash }, event,
});
