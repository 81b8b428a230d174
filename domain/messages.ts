/**
 * Names and payloads of everything that passes through Temporal. Plain JSON only; no texts written by people.
 */
import type { ErrorCode, ErrorDetails } from './errors';
import type { Effect, Outcome } from './route/effects';
import type { KeyedEvent, LetterEvent } from './route/events';
import type { Route, RouteBook, RouteVersionId } from './route/model';
import type { EngineVersion, LetterState } from './route/state';

export const TASK_QUEUES = { letters: 'letters', io: 'io', documents: 'documents' } as const;
export const LETTER_LIFE = 'letterLife';
/** Update by which people's commands reach a letter; its id is the command's id. */
export const COMMAND_UPDATE = 'command';
/** Signal without content: look into the inbox and at the clock again. */
export const NUDGE_SIGNAL = 'nudge';
/** Signal: continue as new at the next quiet point. */
export const CHECKPOINT_SIGNAL = 'checkpoint';
/** Query: seq, status and open tasks as the execution knows them. */
export const LIFE_STATE_QUERY = 'lifeState';
/** Short workflow that carries one slow effect out, so that its retries are Temporal's. */
export const CARRY_OUT = 'carryOut';
export const DEPLOYMENT_NAME = 'saraban-letters';

/** Payload of the first start, of a resume and of continue-as-new. */
export type LetterLifeInput = {
  readonly letterId: string;
  /** Absent at the first start: the execution then reads what PostgreSQL has. */
  readonly state?: LetterState;
  /** Version of the engine that this run raises the letter to; absent in runs begun before there was a second one. */
  readonly engine?: EngineVersion;
};
/** Argument of {@link COMMAND_UPDATE}; `id` is the command row's id. */
export type CommandUpdate = { readonly id: string; readonly event: LetterEvent };
/** Answer of {@link COMMAND_UPDATE}. */
export type CommandAnswer = { readonly seq: number; readonly outcome: Outcome };

/** Answer of {@link LIFE_STATE_QUERY}: what the execution believes, to be compared with PostgreSQL. */
export type LifeStateView = {
  readonly seq: number;
  readonly status: 'new' | LetterState['status'];
  readonly stateHash: string | null;
  /** Ids, sorted. */
  readonly openTasks: readonly string[];
};

export type LoadedLetter = {
  readonly state: LetterState | null;
  readonly stateHash: string | null;
  readonly routes: RouteBook;
  readonly inbox: Inbox;
};
/** Machine events that wait, oldest first, and the next instant at which a timer falls due. */
export type Inbox = { readonly events: readonly KeyedEvent[]; readonly nextAt: string | null };

export type CommitInput = {
  readonly letterId: string;
  /** The seq this transition writes: stored seq + 1. */
  readonly seq: number;
  readonly eventId: string;
  readonly event: LetterEvent;
  /** State after `advance`, before `settle`; carries `seq` of the transition. */
  readonly state: LetterState;
  readonly effects: readonly Effect[];
};
export type CommitResult =
  | { readonly kind: 'applied'; readonly outcome: Outcome; readonly stateHash: string; readonly inbox: Inbox }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | {
      readonly kind: 'ahead';
      /** Null where PostgreSQL knows of no transition yet: it was restored to a point before the letter began. */
      readonly state: LetterState | null;
      readonly stateHash: string | null;
      /** Stored outcome where this very event is among the committed ones. */
      readonly own: { readonly seq: number; readonly outcome: Outcome } | null;
      readonly inbox: Inbox;
    };

export type RejectResult =
  | { readonly kind: 'ended' }
  | ({ readonly kind: 'own' } & CommandAnswer)
  | { readonly kind: 'ahead'; readonly state: LetterState | null; readonly stateHash: string | null; readonly inbox: Inbox };

/** Local activities of `letterLife`. */
export type LetterActivities = {
  loadLetter(args: { letterId: string }): Promise<LoadedLetter>;
  loadRoutes(args: { ids: readonly RouteVersionId[] }): Promise<{ readonly [id: RouteVersionId]: Route }>;
  readInbox(args: { letterId: string }): Promise<Inbox>;
  commitTransition(input: CommitInput): Promise<CommitResult>;
  /**
   * End an event that the engine refused at `seq`: a command only where it is still pending, a machine event by taking it
   * out of the inbox. Nothing is ended where this very event was committed before (it was refused for being a repetition), or
   * where PostgreSQL has another seq (it was refused by a state that is not the letter's).
   */
  rejectCommand(args: { letterId: string; commandId: string; seq: number; code: ErrorCode; details: ErrorDetails }): Promise<RejectResult>;
  /** The execution is ahead of PostgreSQL (database restored): flag it and stop. */
  flagAhead(args: { letterId: string; seq: number; storedSeq: number }): Promise<void>;
};

/** Payload of {@link CARRY_OUT}. */
export type CarryOutInput = { readonly letterId: string; readonly kind: 'render'; readonly effectId: string; readonly what: 'final' | 'stamps' };

/** Activities of the queue `documents`. */
export type DocumentActivities = {
  /** Makes a PDF of the letter, keeps it, and puts the report into the letter's inbox. */
  render(args: { letterId: string; effectId: string; what: 'final' | 'stamps' }): Promise<{ readonly ok: boolean }>;
};
