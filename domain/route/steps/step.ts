/**
 * What every step type says about itself. Types only: no zod, no values, so that the workflow bundle stays small.
 *
 * `enter`, `act` and the others write into the run they are given and into nothing else; a step that people act at opens
 * its tasks in `enter`; a step that passes calls `leave` in it.
 */
import type { Actor, DeliveryView, Task, Timer, Token } from '../state';
import type { ActEvent } from '../events';
import type { AssigneeRule, NodeOf, NodeType } from '../model';
import type { Run } from '../run';

/** One act on one open task, already checked for revision, claim and hold. */
export type ActOnTask = { readonly token: Token; readonly task: Task; readonly event: ActEvent; readonly actor: Actor };
export type Act<T extends NodeType> = ActOnTask & { readonly node: NodeOf<T> };

/** A rule by which the step asks somebody, as the verifier needs to know it. */
export type Asked = {
  readonly rule: AssigneeRule;
  /** The drafter is passed over to the next superior. */
  readonly skipsDrafter: boolean;
};

export type Step<T extends NodeType> = {
  readonly type: T;
  /** `people`: opens tasks. `waits`: stands until something happens. `passes`: never stands. */
  readonly kind: 'people' | 'waits' | 'passes';
  /** Ways out that must be drawn. */
  readonly outcomes: (node: NodeOf<T>) => readonly string[];
  /** Ways out that may be drawn; without an edge `next` is taken. */
  readonly optionalOutcomes?: (node: NodeOf<T>) => readonly string[];
  readonly asks: (node: NodeOf<T>) => readonly Asked[];
  readonly enter: (run: Run, token: Token, node: NodeOf<T>) => void;
  /** An act on a task of this node. Steps without people have none. */
  readonly act?: (run: Run, act: Act<T>) => void;
  /** Whether one act here may be taken back while nobody acted on what followed. */
  readonly canTakeBack?: (node: NodeOf<T>) => boolean;
  /** A timer of a step that waits. */
  readonly onTimer?: (run: Run, token: Token, node: NodeOf<T>, timer: Timer) => void;
  /** A delivery changed while a token stands here. */
  readonly onDelivery?: (run: Run, token: Token, node: NodeOf<T>, delivery: DeliveryView) => void;
  /** Set the timers of a waiting token anew after a hold. */
  readonly onResume?: (run: Run, token: Token, node: NodeOf<T>) => void;
};

/** Every step type by its name; a missing one does not compile. */
export type Steps = { readonly [T in NodeType]: Step<T> };
