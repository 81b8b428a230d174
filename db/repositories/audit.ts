import { createHash } from 'node:crypto';
import { chainEvent, type AuditEvent } from '#domain/audit/chain';
import type { AuditKind } from '#domain/audit/kinds';
import type { Tx } from '../tx';

/** An event before it has its place in a chain. `data` holds ids and codes; never a subject, a note or a secret. */
export type NewAuditEvent = Omit<AuditEvent, 'seq' | 'prevHash' | 'kind'> & { readonly kind: AuditKind };

/** End of a chain: number and hash of its last event. */
export type ChainEnd = { readonly seq: number; readonly hash: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Writes an event at the end of its chain, in the caller's transaction. Serialises on the chain until the transaction ends.
 * Not for letters: their commit holds the letter's row, which carries the chain's end.
 */
export async function recordAudit(tx: Tx, event: NewAuditEvent): Promise<ChainEnd> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [event.chain]);
  const { rows } = await tx.query<ChainEnd>('select seq, hash from audit_event where chain = $1 order by seq desc limit 1', [event.chain]);
  const end = rows[0] ?? { seq: 0, hash: '' };
  const chained = chainEvent({ ...event, seq: end.seq + 1, prevHash: end.hash }, sha256);
  await tx.query(
    `insert into audit_event (office_id, chain, seq, at, person_id, post_id, kind, data, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      chained.officeId, chained.chain, chained.seq, chained.at, chained.personId, chained.postId, chained.kind, JSON.stringify(chained.data),
      chained.prevHash, chained.hash,
    ],
  );
  return { seq: chained.seq, hash: chained.hash };
}
