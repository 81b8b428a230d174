/**
 * A route as the process owner designs it: nodes, edges and settings, plain JSON, immutable once published.
 * Types only (no zod): this file is part of the workflow bundle. The schemas are in `steps/*.form.ts`.
 */
import type { DeadlineRule } from '#domain/calendar/deadline';
import type { ActionWord, AgencyRole, BookKind, Direction, LetterKind, Role } from '#domain/letter/vocabulary';

export type NodeId = string;
/** Version of a published route: a UUID naming exactly one immutable definition. */
export type RouteVersionId = string;

/** A value the engine may know of a letter. Never the subject, never a text somebody wrote. */
export type FactValue = string | number | boolean | null | readonly string[];
/** Facts by name; the catalogue of names and types is `facts.ts`. */
export type Facts = { readonly [name: string]: FactValue };

/** Condition tree as react-querybuilder stores it. */
export type ConditionGroup = {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly (ConditionGroup | ConditionRule)[];
};
export type ConditionRule = { readonly field: string; readonly operator: ConditionOperator; readonly value: FactValue };
export type ConditionOperator =
  | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'notIn' | 'contains' | 'null' | 'notNull';

/** Decision table of a `classify` node and of the office's which-route table. */
export type DecisionTable = {
  readonly hitPolicy: 'first' | 'unique' | 'collect';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rules: readonly {
    readonly id: string;
    /** One cell per input; `null` means any value. The last rule may have only `null`: 'otherwise'. */
    readonly when: readonly (DecisionCell | null)[];
    readonly then: readonly FactValue[];
  }[];
};
export type DecisionCell = { readonly operator: ConditionOperator; readonly value: FactValue };

/** A unit that a rule points at: one of the office by its code, or one that the letter knows. */
export type UnitRef = { readonly unitCode: string } | 'holder' | 'owner' | 'proposed' | 'registry';

/**
 * Who is asked. Rules name posts and relations, never persons (except `field` holding a person). Routes may not hold
 * the last two: the engine makes them for a post that an act named (forward, ad-hoc, reassign, take back) and for
 * handing a task up.
 */
export type AssigneeRule =
  | { readonly by: 'post'; readonly postCode: string }
  | { readonly by: 'unitHead'; readonly unit: UnitRef }
  | { readonly by: 'superior'; readonly of: 'lastActor' | 'drafter' }
  | { readonly by: 'oversees'; readonly unit: UnitRef }
  | { readonly by: 'role'; readonly role: Role; readonly unit?: UnitRef }
  | { readonly by: 'group'; readonly postCodes: readonly string[] }
  | { readonly by: 'field'; readonly fact: string }
  | { readonly by: 'drafter' }
  | { readonly by: 'given'; readonly postIds: readonly string[] }
  | { readonly by: 'superiorOf'; readonly postIds: readonly string[] };

/** One rung of the ladder climbed while a task is open. `after` counts from the task's due instant; negative is before. */
export type EscalationRung = {
  readonly id: string;
  readonly when: 'beforeDue' | 'afterDue';
  readonly offset: Extract<DeadlineRule, { readonly unit: unknown }>;
  readonly act: 'remind' | 'remindSuperior' | 'handOver' | 'flag';
};

export type Deadline = { readonly rule: DeadlineRule } | { readonly fact: string };

type Base = {
  readonly id: NodeId;
  /** Thai label on the step. */
  readonly name: string;
  readonly nameEn?: string;
  readonly description?: string;
};
/** What every node has at which people act. */
export type HumanSettings = {
  readonly assignee: AssigneeRule;
  readonly deadline?: Deadline;
  readonly escalation?: readonly EscalationRung[];
};

export type StartNode = Base & {
  readonly type: 'start';
  readonly kinds: readonly LetterKind[];
  readonly directions: readonly Direction[];
  readonly requiredFacts?: readonly string[];
};
export type RegisterNode = Base & {
  readonly type: 'register';
  readonly book: BookKind;
  /** Whose book: the office's own table decides for `office`; `holder` is the unit of the present frame. */
  readonly owner: 'office' | 'holder';
};
export type ClassifyNode = Base & { readonly type: 'classify'; readonly table: DecisionTable };
export type ApproveMode = 'one' | 'sequence' | 'all' | 'quorum' | 'first';
export type ApproveNode = Base & {
  readonly type: 'approve';
  readonly mode: ApproveMode;
  /** One task per rule; with `sequence` one after another. */
  readonly assignees: readonly AssigneeRule[];
  /** With `quorum`: how many must approve. */
  readonly quorum?: number;
  /** May change the text in passing (แก้ไขแล้วส่งต่อ). */
  readonly canAmend?: boolean;
  /** Steps to which it may be sent back. */
  readonly returnTo: readonly NodeId[];
  readonly canReject?: boolean;
  readonly canForward?: boolean;
  /** Outcomes that need a note. */
  readonly noteRequiredFor?: readonly ('approve' | 'amend' | 'return' | 'reject' | 'forward')[];
  readonly signature?: boolean;
  /** Endorsement word written in the chain when approved. */
  readonly action?: ActionWord;
  readonly allowDrafter?: boolean;
  /** Facts the actor may set when approving, e.g. `proposedUnit`. */
  readonly fields?: readonly string[];
  readonly deadline?: Deadline;
  readonly escalation?: readonly EscalationRung[];
  /** Returns to the same step before the next one goes to the superior instead; default 3. */
  readonly maxReturns?: number;
};
export type AssignNode = Base & HumanSettings & {
  readonly type: 'assign';
  readonly actions: readonly ActionWord[];
  /** Facts pre-filling the main unit: usually `proposedUnit`. */
  readonly proposalFact?: string;
  readonly requireDue?: boolean;
  readonly returnTo?: readonly NodeId[];
};
export type WorkNode = Base & HumanSettings & {
  readonly type: 'work';
  readonly outcomes: readonly { readonly code: string; readonly name: string; readonly nameEn?: string; readonly noteRequired?: boolean }[];
  readonly fields?: readonly string[];
  /** Closed by itself with this outcome when a letter answering this one is dispatched. */
  readonly answeredOutcome?: string;
  readonly returnTo?: readonly NodeId[];
};
export type AcknowledgeNode = Base & {
  readonly type: 'acknowledge';
  readonly readers: readonly AssigneeRule[];
  readonly wait: 'all' | 'share' | 'none';
  /** With `share`: percent of readers, 1–100. */
  readonly share?: number;
  readonly deadline?: Deadline;
  readonly escalation?: readonly EscalationRung[];
};
export type DecideNode = Base & {
  readonly type: 'decide';
  /** Lines hang on `outcome`; a way without a name of its own is called by its condition. */
  readonly branches: readonly { readonly outcome: string; readonly when: ConditionGroup; readonly name?: string; readonly nameEn?: string }[];
  readonly otherwise: string;
};
export type ForkNode = Base & { readonly type: 'fork' };
export type JoinNode = Base & { readonly type: 'join'; readonly fork: NodeId; readonly mode: 'all' | { readonly atLeast: number } };
export type DraftNode = Base & HumanSettings & {
  readonly type: 'draft';
  readonly template: 'external_letter' | 'internal_memo' | 'order';
  readonly fields?: readonly string[];
};
export type SignNode = Base & {
  readonly type: 'sign';
  readonly assignee: AssigneeRule;
  /** Post in whose name it is signed where the signer is not its holder (ปฏิบัติราชการแทน). */
  readonly onBehalfOf?: AssigneeRule;
  readonly returnTo: readonly NodeId[];
  readonly canReject?: boolean;
  readonly noteRequiredFor?: readonly ('sign' | 'return' | 'reject')[];
  readonly deadline?: Deadline;
  readonly escalation?: readonly EscalationRung[];
};
export type DispatchNode = Base & {
  readonly type: 'dispatch';
  /** `addressees`: those chosen in the draft; else a distribution list of the office by code. */
  readonly recipients: 'addressees' | { readonly listCode: string; readonly role: AgencyRole };
};
export type FollowUpNode = Base & {
  readonly type: 'followUp';
  readonly expect: 'reply' | 'acknowledgement';
  readonly until?: Deadline;
  /** Who judges an answer: full, partial, more time. */
  readonly judge: AssigneeRule;
  readonly escalation?: readonly EscalationRung[];
  /** With nothing expected (no date asked for), the step passes at once. */
  readonly onlyWhen?: ConditionGroup;
};
/** Until a moment, for a span, or until somebody says that something has happened; the verifier asks for one of them. */
export type WaitNode = Base & {
  readonly type: 'wait';
  /** Beside an event: how long it is waited for at most. */
  readonly until?: Deadline;
  /** What is waited for, as people say it: `ที่ประชุมมีมติ`. */
  readonly event?: string;
  readonly eventEn?: string;
  /** Who says that the event has happened. */
  readonly assignee?: AssigneeRule;
  /** Reminds whoever is to say so, before the limit: at the limit the step is left. */
  readonly escalation?: readonly EscalationRung[];
};
export type NotifyNode = Base & { readonly type: 'notify'; readonly who: AssigneeRule; readonly template: string };
export type CallNode = Base & { readonly type: 'call'; readonly routeVersionId: RouteVersionId };
export type EndOutcome = 'closed' | 'rejected' | 'cancelled' | 'forwarded' | 'returned';
export type EndNode = Base & { readonly type: 'end'; readonly outcome: EndOutcome; readonly retention?: string };

export type RouteNode =
  | StartNode | RegisterNode | ClassifyNode | ApproveNode | AssignNode | WorkNode | AcknowledgeNode | DecideNode | ForkNode
  | JoinNode | DraftNode | SignNode | DispatchNode | FollowUpNode | WaitNode | NotifyNode | CallNode | EndNode;
export type NodeType = RouteNode['type'];
export type NodeOf<T extends NodeType> = Extract<RouteNode, { type: T }>;

/**
 * A way out of a node. `outcome` is `next` where a node has only one; else: approve `approve` (amending leaves by it too)
 * and, where allowed, `reject`; sign `sign` and `reject`; work its own codes; decide its branches' outcomes and
 * `otherwise`; fork one edge per branch, each with an outcome of its own; assign and call `next` and, where drawn, the
 * outcome with which the branch ended (`rejected`, `returned`, …), assign also the action word that sent it nowhere
 * (`noted`, `file`); wait `next` and, where drawn, `overdue` when its event did not come in time. Returning goes to the named node without an edge.
 */
export type RouteEdge = { readonly id: string; readonly from: NodeId; readonly outcome: string; readonly to: NodeId };

export type Route = {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly nameEn?: string;
  readonly description?: string;
  readonly nodes: readonly RouteNode[];
  readonly edges: readonly RouteEdge[];
};

/** The definitions that a letter's frames are pinned to. */
export type RouteBook = { readonly [id: RouteVersionId]: Route };
