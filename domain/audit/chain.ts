/**
 * The audit chain: each event's hash covers its content and the hash of the event before it in the same chain (a letter,
 * a session, an office), so that a changed, dropped, swapped or inserted event shows. SHA-256 is passed in: Node, a
 * browser and a stand-alone verifier each bring their own.
 */
import { canonicalJson } from '../canonical-json';

export type AuditEvent = {
  readonly chain: string;
  /** 1 for the first event of a chain, then without gaps. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly officeId: string | null;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly kind: string;
  readonly data: unknown;
  /** Hash of the event before it; empty for the first. */
  readonly prevHash: string;
};
export type ChainedEvent = AuditEvent & { readonly hash: string };
/** Hex SHA-256 of a UTF-8 text. */
export type Sha256 = (text: string) => string;

export const letterChain = (letterId: string): string => `letter/${letterId}`;
export const sessionChain = (sessionId: string): string => `session/${sessionId}`;
export const officeChain = (officeId: string): string => `office/${officeId}`;

/** The event with its hash. */
export function chainEvent(event: AuditEvent, sha256: Sha256): ChainedEvent {
  const { chain, seq, at, officeId, personId, postId, kind, data, prevHash } = event;
  return { ...event, hash: sha256(canonicalJson({ chain, seq, at, officeId, personId, postId, kind, data, prevHash })) };
}

/** The first event of a chain that does not fit, and why; null where the chain is whole. Events in order of `seq`. */
export function findBreak(
  events: readonly ChainedEvent[],
  sha256: Sha256,
): { readonly seq: number; readonly why: 'gap' | 'link' | 'content' } | null {
  let prevHash = '';
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, why: 'gap' };
    if (event.prevHash !== prevHash) return { seq: event.seq, why: 'link' };
    if (chainEvent(event, sha256).hash !== event.hash) return { seq: event.seq, why: 'content' };
    prevHash = event.hash;
  }
  return null;
}
