/**
 * What the engine knows of one letter between two events: plain JSON, small (target ≤ 32 KB), never a text.
 * The last committed state is the truth (design §1.3); it is stored with its hash by the commit.
 */
import type { DeadlineRule } from '#domain/calendar/deadline';
import type { AgencyRole, BookKind, Capacity, Secrecy } from '#domain/letter/vocabulary';
import type { Recipient } from './events';
import type { AssigneeRule, EndOutcome, Facts, NodeId, RouteVersionId } from './model';

export type TokenId = string;
export type FrameId = string;
export type ScopeId = string;
export type TaskId = string;
export type TimerId = string;
export type EffectId = string;

/** Version of the meaning of `advance` (`ENGINES` has them all); rises only where an execution begins a new run. */
export type EngineVersion = number;

/** Who did something, in what post and capacity; stored with every act. */
export type Actor = {
  readonly personId: string;
  /** The post acted for: the one the task belongs to. */
  readonly postId: string;
  readonly capacity: Capacity;
  /** The person's own post where the capacity is not `own`. */
  readonly ownPostId?: string;
  /** Number of the order or appointment that gives the capacity. */
  readonly orderNo?: string;
};

/** A time limit in force and the ISO instant it counts from. */
export type Due = { readonly rule: DeadlineRule; readonly anchor: string };

/** One run of one route for this letter: the main frame, or one opened by `assign` or `call`. */
export type Frame = {
  readonly id: FrameId;
  readonly route: RouteVersionId;
  /** The scope this frame belongs to; null for the main frame, and once only for-information branches are left in it. */
  readonly scope: ScopeId | null;
  /** Unit that holds the letter in this frame. */
  readonly unitId: string | null;
  readonly depth: number;
  /** Facts that hold only in this frame and those called from it: `assignmentRole`, … (`scope: 'frame'` in the catalogue). */
  readonly facts: Facts;
  /** By when whoever directed the letter here wants it done. */
  readonly due: Due | null;
  readonly openedAt: string;
};

/**
 * Branches opened together: by a fork, by an assignment (the main branch), by a call. An `info` scope holds one branch
 * for information, which nobody waits for and which outlives the scopes around it. At any time `opened - arrived` is the
 * number of tokens in this very scope plus the number of scopes, other than `info`, opened directly inside it.
 */
export type Scope = {
  readonly id: ScopeId;
  readonly kind: 'fork' | 'assign' | 'call' | 'info';
  readonly frame: FrameId;
  readonly node: NodeId;
  /** The scope around this one; null at the top of the main frame. */
  readonly parent: ScopeId | null;
  /** Branches opened, and those that have arrived at the join. */
  readonly opened: number;
  readonly arrived: number;
};

/** A holder's place in the route. */
export type Token = {
  readonly id: TokenId;
  readonly frame: FrameId;
  readonly node: NodeId;
  /** Innermost scope; the stack follows by `Scope.parent`. */
  readonly scope: ScopeId | null;
  /** Who acted last on this branch: the 'superior of whoever acted last' and the endorsement chain need it. */
  readonly lastActor: Actor | null;
  /** Indices of the rules of this node that have approved or read, and how far a sequence has come. */
  readonly progress: { readonly done: readonly number[]; readonly sequence: number };
  /** Time limit in force of a wait or follow-up at which this token stands. */
  readonly due: Due | null;
  /** From where it came by one person's act; null once it cannot be taken back. */
  readonly passedOn: PassedOn | null;
};

/** What taking back needs to know: who passed the token on, and from which step. */
export type PassedOn = {
  readonly personId: string;
  readonly postId: string;
  readonly node: NodeId;
  readonly lastActor: Actor | null;
};

export type TaskKind = 'approve' | 'assign' | 'work' | 'acknowledge' | 'draft' | 'sign' | 'judge' | 'report' | 'adhoc';

/** An open task. Closed ones live in PostgreSQL only. */
export type Task = {
  readonly id: TaskId;
  readonly token: TokenId;
  readonly frame: FrameId;
  readonly node: NodeId;
  readonly kind: TaskKind;
  readonly rule: AssigneeRule;
  /** Posts that may act, filled in by `settle`; one, or several where one of a group claims it. */
  readonly postIds: readonly string[];
  /** Where a rule names a person, or somebody of a group has claimed it. */
  readonly personId: string | null;
  /** `personId` came by a claim, not by the rule. */
  readonly claimed: boolean;
  /** Rises with every change of this task; an act must name it. */
  readonly rev: number;
  readonly openedAt: string;
  /** Place among the rules of an approve step or the readers of an acknowledge step. */
  readonly index: number;
  /** For `adhoc`: the task that waits for it. For `judge`: the delivery to be judged. */
  readonly about: string | null;
  /** Time limit in force; null without one. */
  readonly due: Due | null;
  /** Waits for an ad-hoc step to end; cannot be acted on until then. */
  readonly waitsFor: TaskId | null;
  /** A supervisor has set its time limit since the letter was made more urgent: that does not shorten it again. */
  readonly isExtended?: true;
};

/**
 * A timer the engine has asked for, kept until its task or token leaves. Set anew (extension, resume) it gets a new id.
 * Its instant lives in PostgreSQL (design §2, deadlines). */
export type Timer = {
  readonly id: TimerId;
  readonly task: TaskId | null;
  readonly token: TokenId;
  readonly kind: 'due' | 'rung' | 'wait' | 'followUp';
  /** Rung id where `kind` is `rung`. */
  readonly rung: string | null;
  /** How many times it has fired; part of its event key. */
  readonly fired: number;
};

/** A number taken by a register step; kept when the step is reached again. */
export type TakenNumber = {
  readonly key: string;
  readonly frame: FrameId;
  readonly node: NodeId;
  readonly book: BookKind;
  /** Filled in by `settle`. */
  readonly entryId: string | null;
  readonly cancelled: boolean;
};

/** One addressee that was sent to. `status` follows the delivery row, which is the referee. */
export type DeliveryView = {
  readonly id: string;
  readonly token: TokenId;
  /** `info` is a copy: nobody waits for it. */
  readonly role: AgencyRole;
  readonly status: 'sent' | 'registered' | 'returned' | 'recalled' | 'answered' | 'acknowledged' | 'judged';
};

/** What happened at a node so far: how often it sent the letter back. */
export type NodeMemory = { readonly returns: number };

export type LetterState = {
  readonly schema: 1;
  readonly engine: EngineVersion;
  readonly letterId: string;
  readonly officeId: string;
  readonly status: 'running' | 'held' | 'ended';
  readonly outcome: EndOutcome | null;
  /** Number of committed transitions; the next commit writes `seq + 1`. */
  readonly seq: number;
  /** Source of ids within this letter: `t1`, `k2`, … */
  readonly nextId: number;
  readonly facts: Facts;
  readonly secrecy: Secrecy;
  readonly drafter: Actor | null;
  readonly frames: { readonly [id: FrameId]: Frame };
  readonly scopes: { readonly [id: ScopeId]: Scope };
  readonly tokens: { readonly [id: TokenId]: Token };
  readonly tasks: { readonly [id: TaskId]: Task };
  readonly timers: { readonly [id: TimerId]: Timer };
  readonly numbers: { readonly [key: string]: TakenNumber };
  readonly deliveries: { readonly [id: string]: DeliveryView };
  /** `frame/node` → memory. */
  readonly memory: { readonly [key: string]: NodeMemory };
  /** Whom to send to, as the last submit or sign named them; ids only. */
  readonly recipients: readonly Recipient[];
  /** Effects that somebody outside still works on. */
  readonly pendingEffects: readonly EffectId[];
  /** Set by signing; the text is locked from then on. */
  readonly signed: boolean;
  /** Within what time each step is done since the letter was made more urgent. */
  readonly urged?: DeadlineRule;
};
