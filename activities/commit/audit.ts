/** The audit event of a transition, chained to the one before it of its letter, and the line of the timeline. */
import { createHash } from 'node:crypto';
import { chainEvent, letterChain } from '#domain/audit/chain';
import { canonicalJson } from '#domain/canonical-json';
import type { Work } from './work';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes the transition's row and its audit event; the chain's end stands in the letter's row, which the commit has locked. */
export function recordTransition(work: Work, { stateHash }: { readonly stateHash: string }): void {
  const { letter, input, event, actor, summary, outcome, batch } = work;
  batch.insert('transition', {
    letterId: letter.id,
    seq: input.seq,
    eventId: input.eventId,
    eventType: event.type,
    at: work.at,
    committedAt: work.now,
    personId: actor?.personId ?? null,
    postId: actor?.postId ?? null,
    capacity: actor?.capacity ?? null,
    summary,
    outcome,
    stateHash,
  });
  const audit = chainEvent(
    {
      chain: letterChain(letter.id),
      seq: letter.auditSeq + 1,
      at: work.now,
      officeId: letter.officeId,
      personId: actor?.personId ?? null,
      postId: actor?.postId ?? null,
      kind: `letter.${event.type}`,
      data: {
        seq: input.seq,
        eventId: input.eventId,
        eventDigest: sha256(canonicalJson(event)),
        contentDigest: sha256(canonicalJson(work.content)),
        capacity: actor?.capacity ?? null,
        orderNo: actor?.orderNo ?? null,
        task: summary.task,
        outcome: summary.outcome,
        numbers: summary.numbers.map(({ key, printed, isCancelled }) => ({ key, printed, isCancelled })),
        stateHash,
      },
      prevHash: letter.auditHash,
    },
    sha256,
  );
  const { seq, hash, ...rest } = audit;
  batch.insert('auditEvent', { ...rest, seq, hash });
  work.patch.auditSeq = seq;
  work.patch.auditHash = hash;
}
