/**
 * What people write: it lives in PostgreSQL only and never passes through Temporal. `LetterContent` is one version of a
 * letter's text (`letter_version.content`), `CommandContent` what came with one act (`command.content`).
 */
import type { SignatureConfirmation } from '../people/signing';
import type { RegisteredAnew } from './new-letter';
import type { AgencyRole } from './vocabulary';

/** A letter that this one refers to (อ้างถึง). */
export type LetterReference = { readonly letterNo: string; readonly date: string | null; readonly letterId: string | null };

/** An addressee chosen in the draft (`letter.addressees`); its delivery id is made when it is chosen. */
export type Addressee = {
  readonly deliveryId: string;
  /** An office of this installation, or null for an outside address. */
  readonly officeId: string | null;
  /** Id of an outside address within this letter, or null. */
  readonly addressId: string | null;
  readonly role: AgencyRole;
  /** As printed: the office's head, or the outside correspondent. */
  readonly name: string;
  /** E-mail or postal address of an outside correspondent. */
  readonly address: string;
};

/** The text of a letter as a whole, as one version keeps it. */
export type LetterContent = {
  readonly subject: string | null;
  readonly toText: string;
  readonly body: string | null;
  readonly enclosureList: readonly string[];
  readonly references: readonly LetterReference[];
  readonly addressees: readonly Addressee[];
  /** Civil date by which an answer is asked for, `YYYY-MM-DD`. */
  readonly dateAsked: string | null;
  /** The uploaded PDF that is the letter, where the text is not written in the system. */
  readonly mainDocumentId: string | null;
};

/** Texts and files that came with an act. The commit writes them with the transition that the act caused. */
export type CommandContent = {
  /** Endorsement note (เกษียน), answer, remark. */
  readonly note?: string;
  /** Why a letter is held, cancelled, recalled, reclassified, why a task is given to somebody else or extended. */
  readonly reason?: string;
  /** Parts of the text that this act changes; parts not named stay. */
  readonly text?: Partial<LetterContent>;
  /** Uploaded documents to attach to the letter, in this order. */
  readonly documents?: readonly { readonly documentId: string; readonly role: 'main' | 'enclosure' | 'evidence' }[];
  /** Of a signature: how it was confirmed. */
  readonly confirmedBy?: SignatureConfirmation;
  /** Of a registration that is cancelled: the one in its place. */
  readonly anew?: RegisteredAnew;
};
