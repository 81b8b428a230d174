/**
 * What `advance` asks the commit to write, and what the commit answers.
 *
 * An effect names by key what only the database knows (a number, a task's posts, a due instant). The commit resolves
 * the keys in one transaction and gives the `Outcome`, which the pure `settle` folds into the state, in the workflow, in
 * the commit itself and in the simulator alike.
 */
import type { DeadlineRule } from '#domain/calendar/deadline';
import type { ActionWord, BookKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { AssigneeRule, EndOutcome, Facts, NodeId, RouteVersionId } from './model';
import type { Actor, EffectId, FrameId, LetterState, Task, TaskId, TimerId, TokenId } from './state';
import type { Recipient } from './events';

/** How a task left the inbox. */
export type TaskEnd = 'done' | 'withdrawn' | 'forwarded' | 'readMark';

export type Effect =
  | {
      readonly type: 'openTask';
      readonly task: Task;
      readonly nodeName: string;
      readonly nodeNameEn: string;
      /** Persons and posts to be passed over: the drafter of what is to be approved. */
      readonly exclude: Exclusion;
      /** Context of relations in the rule. */
      readonly context: AssigneeContext;
    }
  | { readonly type: 'closeTask'; readonly taskId: TaskId; readonly end: TaskEnd; readonly outcome: string | null; readonly actor: Actor | null }
  /**
   * The open task changed hands, was claimed, released or waits; `task` is its new form. With `resolve` its posts are to
   * be found anew from `task.rule`, as for openTask, and named in the outcome.
   */
  | {
      readonly type: 'changeTask';
      readonly task: Task;
      readonly why: 'claim' | 'release' | 'reassign' | 'wait' | 'wake' | 'handOver' | 'reclassify' | 'move';
      readonly resolve?: { readonly exclude: Exclusion; readonly context: AssigneeContext };
      /** With `move`: what the step is called now. */
      readonly nodeName?: string;
      readonly nodeNameEn?: string;
    }
  | {
      readonly type: 'setTimer';
      readonly timerId: TimerId;
      readonly taskId: TaskId | null;
      readonly kind: 'due' | 'rung' | 'wait' | 'followUp';
      readonly rule: DeadlineRule;
      /** ISO instant the rule counts from, or the timer whose instant it counts from. */
      readonly anchor: { readonly at: string } | { readonly timer: TimerId; readonly before: boolean };
      /** One more limit of the same task: the sooner of them shows. */
      readonly isFurther?: true;
    }
  | { readonly type: 'clearTimer'; readonly timerId: TimerId }
  | {
      readonly type: 'takeNumber';
      readonly key: string;
      readonly book: BookKind;
      readonly owner: 'office' | 'holder';
      readonly unitId: string | null;
      readonly node: NodeId;
      /** The main registration of a letter that came by delivery: the delivery row must still be open. */
      readonly acceptsDelivery: boolean;
    }
  | { readonly type: 'cancelNumber'; readonly key: string; readonly actor: Actor }
  /** A line of the endorsement chain; its text is the command's note. */
  | {
      readonly type: 'endorse';
      readonly action: ActionWord;
      readonly actor: Actor;
      readonly taskId: TaskId | null;
      readonly node: NodeId | null;
      readonly toUnitIds: readonly string[];
      readonly toPostId: string | null;
      /** Posts to which it directs the letter, beside units; absent where there are none. */
      readonly toPostIds?: readonly string[];
    }
  /** The text as it stands becomes the next version, by this person: at submit and at amend. */
  | { readonly type: 'keepVersion'; readonly actor: Actor; readonly why: 'submitted' | 'amended'; readonly node: NodeId }
  | { readonly type: 'seal'; readonly actor: Actor; readonly onBehalfOf: AssigneeRule | null; readonly context: AssigneeContext }
  | { readonly type: 'openAssignment'; readonly frame: FrameId; readonly unitId: string; readonly postId?: string; readonly role: 'main' | 'info'; readonly action: ActionWord; readonly due: DeadlineRule | null; readonly by: Actor }
  | { readonly type: 'closeAssignment'; readonly frame: FrameId; readonly outcome: string }
  | { readonly type: 'setFacts'; readonly facts: Facts }
  | { readonly type: 'reclassify'; readonly secrecy: Secrecy; readonly actor: Actor }
  /** Open tasks take the place of the letter's new urgency in their inboxes. */
  | { readonly type: 'urge'; readonly urgency: Urgency; readonly taskIds: readonly TaskId[] }
  | { readonly type: 'dispatch'; readonly effectId: EffectId; readonly token: TokenId; readonly recipients: readonly Recipient[] | { readonly listCode: string; readonly role: Recipient['role'] }; readonly expect: 'reply' | 'acknowledgement' | 'nothing' }
  | { readonly type: 'recallDelivery'; readonly effectId: EffectId; readonly deliveryId: string; readonly actor: Actor }
  /** This office refuses the letter that came by delivery: back to the sender. */
  | { readonly type: 'returnDelivery' }
  | { readonly type: 'judgeDelivery'; readonly deliveryId: string; readonly verdict: 'full' | 'partial' | 'moreTime'; readonly actor: Actor }
  /** PDF with number, date and signature in place; stamps; both hashes kept. */
  | { readonly type: 'render'; readonly effectId: EffectId; readonly what: 'final' | 'stamps' }
  | {
      readonly type: 'notify';
      readonly effectId: EffectId;
      readonly template: NoticeTemplate;
      readonly to: NoticeTarget;
      readonly taskId: TaskId | null;
      readonly context: AssigneeContext;
      /** With `custom`: the route's own name of the notice. */
      readonly custom?: string;
    }
  /** Whoever may act on the task now is reminded by a supervisor: at most one notice a day for each, with all letters in it. */
  | { readonly type: 'remind'; readonly effectId: EffectId; readonly taskId: TaskId; readonly actor: Actor }
  /** A frame goes on by another version of its route. */
  | { readonly type: 'moveVersion'; readonly frame: FrameId; readonly isMain: boolean; readonly routeVersionId: RouteVersionId; readonly actor: Actor }
  | { readonly type: 'setStatus'; readonly status: LetterState['status'] }
  | { readonly type: 'endLetter'; readonly outcome: EndOutcome; readonly retention: string | null };
export type EffectType = Effect['type'];
export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>;

export type NoticeTemplate =
  | 'taskWithdrawn' | 'taskReminder' | 'taskOverdue' | 'draftAmended' | 'draftReturned' | 'deliveryReturned' | 'letterHeld'
  | 'letterResumed' | 'letterCancelled' | 'letterUrged' | 'routeFlag' | 'custom';
export type NoticeTarget =
  | { readonly rule: AssigneeRule }
  | { readonly postIds: readonly string[] }
  | { readonly personId: string }
  /** Superior of the posts that hold the task. */
  | { readonly superiorOfTask: TaskId }
  | { readonly processOwner: true };

export type Exclusion = { readonly personIds: readonly string[]; readonly postIds: readonly string[] };

/** What relations in an assignee rule refer to at the moment it is resolved. */
export type AssigneeContext = {
  readonly holderUnitId: string | null;
  readonly lastActor: Actor | null;
  readonly drafter: Actor | null;
  readonly facts: Facts;
  readonly secrecy: Secrecy;
};

/** What the commit found for the keys of one transition. Stored with the transition; plain JSON. */
export type Outcome = {
  readonly tasks: {
    readonly [id: TaskId]: {
      readonly postIds: readonly string[];
      readonly personId: string | null;
      /** `rule`, or what held where nobody was found. */
      readonly via: 'rule' | 'fallback' | 'secretRegistrar';
      readonly passedOver: readonly string[];
    };
  };
  readonly numbers: { readonly [key: string]: { readonly entryId: string; readonly no: number; readonly printed: string; readonly date: string } };
  /** Deliveries opened for a distribution list, or by office. */
  readonly deliveries: readonly { readonly id: string; readonly token: TokenId; readonly role: Recipient['role'] }[];
  /** Effects that had nothing to do and are over with this commit; nobody will report them. Absent where there are none. */
  readonly carriedOut?: readonly EffectId[];
};

export const EMPTY_OUTCOME: Outcome = { tasks: {}, numbers: {}, deliveries: [] };
