/**
 * An office's own chain over all its audit events: each link covers an event and the link before it, in the order in which the
 * sealer found them. A root is the end of the chain at some moment, signed: who holds the public key can tell later that nothing
 * up to there was changed, dropped or added.
 */
import { canonicalJson } from '../canonical-json';
import type { Sha256 } from './chain';

/** Ledger of events that belong to no office, such as signing in. */
export const INSTALLATION_LEDGER = 'installation';
/** Name of the ledger that an event belongs to: its office's id, or that of the installation. */
export const ledgerOf = (officeId: string | null): string => officeId ?? INSTALLATION_LEDGER;

export type Link = {
  readonly ledger: string;
  /** 1 for the first link of a ledger, then without gaps. */
  readonly seq: number;
  /** Hash of the event that it covers. */
  readonly eventHash: string;
  /** Hash of the link before it; empty for the first. */
  readonly prevHash: string;
};
export type Root = {
  readonly ledger: string;
  /** The last link that it covers, and that link's hash. */
  readonly seq: number;
  readonly hash: string;
  /** ISO instant of the signature. */
  readonly at: string;
  readonly keyId: string;
};
/** `signature` in base64, over {@link rootText}. */
export type SignedRoot = Root & { readonly signature: string };

export const linkHash = ({ ledger, seq, eventHash, prevHash }: Link, sha256: Sha256): string => sha256(canonicalJson({ ledger, seq, eventHash, prevHash }));
/** What is signed. */
export const rootText = ({ ledger, seq, hash, at, keyId }: Root): string => canonicalJson({ ledger, seq, hash, at, keyId });
