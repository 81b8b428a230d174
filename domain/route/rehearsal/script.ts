/**
 * A rehearsal as plain data: what a letter is, and what is done with it, in words that outlive an edit of the route (places and
 * outcomes, never ids that the engine gives out). Played again it gives the same.
 */
import type { DeadlineRule } from '../../calendar/deadline';
import type { ActionWord, Secrecy } from '../../letter/vocabulary';
import type { Facts, NodeId } from '../model';

/** An open task, named by where it stands. */
export type TaskPlace = {
  readonly node: NodeId;
  /** Which of the persons asked at the step. */
  readonly index: number;
  /** Steps through which the unit's or called route was opened, each with the unit or post; empty in the route itself. */
  readonly within: string;
  /** With a follow-up: the delivery that is judged. */
  readonly about: string | null;
};

export type Move =
  | {
      readonly kind: 'act';
      readonly at: TaskPlace;
      readonly outcome: string;
      readonly returnTo?: NodeId;
      readonly action?: ActionWord;
      /** A unit, or a post with the unit in which it is. */
      readonly picks?: readonly { readonly unitId: string; readonly postId?: string; readonly role: 'main' | 'info' }[];
      readonly forwardTo?: string;
      readonly facts?: Facts;
      readonly due?: DeadlineRule;
    }
  /** The clock goes on; whatever falls due until then happens at its own instant. */
  | { readonly kind: 'clock'; readonly to: string }
  | { readonly kind: 'delivery'; readonly deliveryId: string; readonly change: 'registered' | 'returned' | 'answered' | 'acknowledged' }
  /** A letter of this office that answers this one goes out. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'letter'; readonly act: 'hold' | 'resume' | 'cancel' };

export type Script = {
  readonly schemaVersion: 1;
  /** When the letter begins, by the virtual clock. */
  readonly at: string;
  readonly facts: Facts;
  readonly secrecy: Secrecy;
  /** Unit that has the letter; null for the office as a whole. */
  readonly unitId: string | null;
  /** Code of the post in which the letter is made; null for one from elsewhere. */
  readonly drafterPost: string | null;
  readonly moves: readonly Move[];
};

/** Moves of one rehearsal. */
export const MAX_MOVES = 400;

/** A rehearsal that is kept: played at every verification, it must take the same way. */
export type TestCase = {
  readonly id: string;
  readonly name: string;
  readonly script: Script;
  /** Steps of the route in the order in which the letter comes to them. */
  readonly expected: readonly NodeId[];
};
