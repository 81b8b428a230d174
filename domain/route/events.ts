/**
 * Everything that can happen to a letter. Every event carries its own time (`at`: the command row's time or the due
 * instant, never a worker's clock), so `advance` reads no clock. Texts (notes, reasons, drafts) stay in the command row;
 * the event says only that there is one.
 */
import type { DeadlineRule } from '#domain/calendar/deadline';
import type { ActionWord, AgencyRole, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { Facts, NodeId, RouteVersionId } from './model';
import type { Actor, TaskId, TimerId } from './state';

type At = { readonly at: string };
type ByPerson = At & { readonly actor: Actor };
type OnTask = ByPerson & { readonly taskId: TaskId; readonly rev: number };
/** An act on the whole letter names the letter's `seq` that the actor saw. */
type OnLetter = ByPerson & { readonly seq: number; readonly hasReason: boolean };

/** A unit or post picked by whoever directs a letter downward; runs the unit's incoming route or the one for posts, pinned now. */
export type Pick = {
  /** For a post, the unit in which it is. */
  readonly unitId: string;
  /** The post that is given the letter; absent where the unit is. */
  readonly postId?: string;
  readonly role: 'main' | 'info';
  readonly routeVersionId: RouteVersionId;
};
/** An addressee of a dispatch: an office of this installation or an outside address. */
export type Recipient = {
  /** Delivery id, made by the API so that a retry cannot send twice. */
  readonly deliveryId: string;
  readonly officeId: string | null;
  readonly addressId: string | null;
  readonly role: AgencyRole;
};

export type StartEvent = At & {
  readonly type: 'start';
  /** Who made the letter; null where it came from another office. */
  readonly actor: Actor | null;
  readonly letterId: string;
  readonly officeId: string;
  readonly routeVersionId: RouteVersionId;
  readonly unitId: string | null;
  readonly secrecy: Secrecy;
  readonly facts: Facts;
};
export type ActEvent = OnTask & {
  readonly type: 'act';
  /** approve, amend, return, reject, forward, sign, assign, submit, acknowledge, a work outcome, full, partial, moreTime, … */
  readonly outcome: string;
  readonly hasNote: boolean;
  readonly signature?: boolean;
  readonly returnTo?: NodeId;
  readonly forwardTo?: { readonly postId: string };
  readonly action?: ActionWord;
  readonly picks?: readonly Pick[];
  readonly due?: DeadlineRule;
  readonly facts?: Facts;
  readonly recipients?: readonly Recipient[];
};
export type LetterEvent =
  | StartEvent
  | ActEvent
  | (OnTask & { readonly type: 'claim' })
  /** `byOrder`: not by whoever has claimed it, but by a supervisor, who says why. */
  | (OnTask & { readonly type: 'release'; readonly byOrder?: true; readonly hasReason?: boolean })
  /** Ask somebody out of turn; the asking task waits for the answer. */
  | (OnTask & { readonly type: 'adhoc'; readonly postId: string; readonly hasNote: boolean; readonly due?: DeadlineRule })
  | (OnTask & { readonly type: 'reassign'; readonly postId: string; readonly hasReason: boolean })
  | (OnTask & { readonly type: 'extend'; readonly due: DeadlineRule; readonly hasReason: boolean })
  /** A supervisor reminds whoever has the task. */
  | (OnTask & { readonly type: 'remind'; readonly hasReason: boolean })
  /** Take back what one has just passed on, while nobody has acted on it. */
  | (OnLetter & { readonly type: 'takeBack'; readonly token: string })
  | (OnLetter & { readonly type: 'hold' })
  | (OnLetter & { readonly type: 'resume' })
  | (OnLetter & { readonly type: 'cancel' })
  | (OnLetter & { readonly type: 'cancelNumber'; readonly key: string })
  /** A wrong registration ends and its numbers are cancelled; the letter registered in its place begins with the same commit. */
  | (OnLetter & { readonly type: 'registerAnew'; readonly anewLetterId: string })
  /** Recall a dispatched letter from one addressee; the delivery row decides who wins against a registration. */
  | (OnLetter & { readonly type: 'recall'; readonly deliveryId: string })
  | (OnLetter & { readonly type: 'reclassify'; readonly secrecy: Secrecy })
  /** The letter is more urgent than it was; `urgentBy` goes with the class that states a moment. */
  | (OnLetter & { readonly type: 'urge'; readonly urgency: Urgency; readonly urgentBy?: string })
  | (OnLetter & {
      readonly type: 'moveVersion';
      readonly frame: string;
      readonly routeVersionId: RouteVersionId;
      readonly nodes: { readonly [from: NodeId]: NodeId };
    })
  | (At & { readonly type: 'timer'; readonly timerId: TimerId; readonly nth: number })
  | (At & { readonly type: 'effectReported'; readonly effectId: string; readonly ok: boolean })
  | (At & {
      readonly type: 'delivery';
      readonly deliveryId: string;
      readonly change: 'registered' | 'returned' | 'answered' | 'acknowledged';
    })
  /** The sender took back this letter, which came by delivery and is not registered. */
  | (At & { readonly type: 'recalled' })
  /** A letter that answers this one was dispatched by this office. */
  | (At & { readonly type: 'answered'; readonly answerLetterId: string });
export type EventType = LetterEvent['type'];
export type EventOf<T extends EventType> = Extract<LetterEvent, { type: T }>;

/** An event with the key that makes it unique for its letter: a command's, timer's, delivery's or effect's. */
export type KeyedEvent = { readonly id: string; readonly event: LetterEvent };
