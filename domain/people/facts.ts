/**
 * What is on record about who holds and who acts for posts. Every question of "who may act now" (inbox, commit, policy)
 * is answered from these facts by the pure rules beside this file, so that no two parts of the product answer differently.
 * Instants are ISO strings; periods include their start and exclude their end.
 */
import type { Capacity, LetterKind, Role, Secrecy } from '#domain/letter/vocabulary';

/** Capacity given by an appointment; `delegated` comes from a delegation. */
export type AppointmentCapacity = Exclude<Capacity, 'delegated'>;

/** An appointment. `to` is the earlier of its planned and its actual end; null means until further notice. */
export type AppointmentFact = {
  readonly id: string;
  readonly personId: string;
  readonly postId: string;
  readonly capacity: AppointmentCapacity;
  /** Post from which somebody acts; null for `own`. */
  readonly ownPostId: string | null;
  readonly orderNo: string;
  readonly from: string;
  readonly to: string | null;
};

/** A recorded absence (leave, mission). The person signs nothing in that time. */
export type AbsenceFact = { readonly personId: string; readonly from: string; readonly to: string };

/** One rung of a post's standing succession, tried in rising `order`. */
export type SuccessionFact = {
  readonly postId: string;
  readonly order: number;
  readonly successorPostId: string;
  readonly orderNo: string;
};

/** Power to sign given in writing by a post to another. `kinds` empty means every kind of document. */
export type DelegationFact = {
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly kinds: readonly LetterKind[];
  readonly orderNo: string;
  readonly from: string;
  readonly to: string | null;
};

export type PeopleFacts = {
  readonly appointments: readonly AppointmentFact[];
  readonly absences: readonly AbsenceFact[];
  readonly successions: readonly SuccessionFact[];
  readonly delegations: readonly DelegationFact[];
};

/** Somebody who acts for a post at a moment. */
export type PostActor = {
  readonly personId: string;
  readonly capacity: AppointmentCapacity;
  /** The actor's own post where the capacity is not `own`; null where the order names none. */
  readonly ownPostId: string | null;
  readonly orderNo: string;
  readonly via: 'own' | 'appointment' | 'succession';
  /** Planned end; null where none is set, and for a succession, which ends when the holder is back. */
  readonly until: string | null;
};

/** A post that concerns a person at a moment. */
export type PostInForce = {
  readonly postId: string;
  readonly capacity: Capacity;
  readonly ownPostId: string | null;
  readonly orderNo: string;
  /**
   * False for the holder of a post for which somebody else acts at present: the holder still sees the post's letters,
   * but its tasks lie with the acting person.
   */
  readonly mayAct: boolean;
  /** For `delegated`: kinds of document that may be signed, empty for all; null in every other capacity. */
  readonly kinds: readonly LetterKind[] | null;
  /** Planned end of the capacity; null where none is set. */
  readonly until: string | null;
};

/** A post as appointments are checked against it. */
export type PostRequirement = { readonly id: string; readonly roles: readonly Role[] };
export type PersonClearance = { readonly id: string; readonly clearance: Secrecy };
