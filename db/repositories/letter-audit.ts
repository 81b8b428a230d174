/** Events of a letter's chain that no transition writes: what is done beside its route. */
import { createHash } from 'node:crypto';
import { chainEvent, letterChain } from '#domain/audit/chain';
import type { AuditKind } from '#domain/audit/kinds';
import type { Tx } from '../tx';

export type LetterAuditEvent = {
  readonly letterId: string;
  readonly kind: AuditKind;
  readonly at: string;
  readonly by: { readonly personId: string; readonly postId: string | null };
  /** Ids and codes; never a subject, a note or a secret. */
  readonly data: object;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes an event at the end of the letter's chain, whose end stands in the letter's row; locks that until the transaction ends. */
export async function recordLetterAudit(tx: Tx, { letterId, kind, at, by, data }: LetterAuditEvent): Promise<void> {
  const { rows } = await tx.query<{ officeId: string; seq: number; hash: string }>('select office_id as "officeId", audit_seq as seq, audit_hash as hash from letter where id = $1 for update', [letterId]);
  const [letter] = rows;
  if (letter === undefined) throw new Error(`no letter ${letterId} to record ${kind} of`);
  const { seq, hash, ...event } = chainEvent({ chain: letterChain(letterId), seq: letter.seq + 1, at, officeId: letter.officeId, ...by, kind, data, prevHash: letter.hash }, sha256);
  await tx.query(
    `insert into audit_event (office_id, chain, seq, at, person_id, post_id, kind, data, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [event.officeId, event.chain, seq, event.at, event.personId, event.postId, event.kind, JSON.stringify(event.data), event.prevHash, hash],
  );
  await tx.query('update letter set audit_seq = $2, audit_hash = $3 where id = $1', [letterId, seq, hash]);
}
