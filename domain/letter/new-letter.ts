/** A letter before its first transition. */
import type { LetterEvent } from '../route/events';
import type { Addressee, CommandContent, LetterReference } from './content';
import type { Channel, Direction, LetterKind, Secrecy, Urgency } from './vocabulary';

/** The row that the start event finds. */
export type NewLetter = {
  readonly id: string;
  readonly officeId: string;
  readonly routeVersionId: string;
  readonly direction: Direction;
  readonly kind: LetterKind;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: Secrecy;
  readonly isSealed: boolean;
  readonly channel: Channel;
  readonly subject: string | null;
  readonly fromText: string;
  readonly toText: string;
  readonly theirNo: string;
  readonly theirDate: string | null;
  readonly body: string | null;
  readonly enclosureList: readonly string[];
  readonly references: readonly LetterReference[];
  readonly addressees: readonly Addressee[];
  readonly dateAsked: string | null;
  readonly ownerUnitId: string | null;
  readonly drafterPersonId: string | null;
  readonly drafterPostId: string | null;
  readonly correlationId: string;
  readonly publicCode: string;
  readonly createdAt: string;
  readonly createdBy: string;
};

export type NewLink = { readonly toLetterId: string; readonly kind: 'answers' | 'refers' | 'replaces' };

/**
 * A letter registered in place of a wrong registration, ready to be written by the commit that cancels the wrong one: there is never one
 * without the other. Its own first commit, which takes its number, follows from the command.
 */
export type RegisteredAnew = {
  readonly letter: NewLetter;
  readonly links: readonly NewLink[];
  /** Files carried over: the stored file of one document under a new id. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly command: { readonly id: string; readonly personId: string; readonly bodyDigest: string; readonly event: LetterEvent; readonly eventDigest: string; readonly content: CommandContent };
};
