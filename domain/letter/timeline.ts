/**
 * What the commit keeps of each transition for the letter's timeline (`transition.summary`): names, codes and numbers,
 * never a text that somebody wrote. Notes stand in the endorsement chain under the same `seq`.
 */
import type { TaskKind } from '../route/state';
import type { BookKind } from './vocabulary';

export type TransitionSummary = {
  /** Step at which somebody acted; null for events on the whole letter. */
  readonly node: { readonly id: string; readonly name: string; readonly nameEn: string } | null;
  readonly task: { readonly id: string; readonly kind: TaskKind } | null;
  /** Outcome of the act, or how the letter ended. */
  readonly outcome: string | null;
  /** Numbers taken or cancelled. */
  readonly numbers: readonly {
    readonly key: string;
    readonly bookKind: BookKind;
    readonly printed: string;
    readonly date: string;
    readonly unitId: string | null;
    readonly isCancelled: boolean;
  }[];
  /** Tasks opened by it: whose turn it became. */
  readonly opened: readonly {
    readonly taskId: string;
    readonly kind: TaskKind;
    readonly name: string;
    readonly nameEn: string;
    readonly postIds: readonly string[];
    /** The posts passed over because they had drafted it. */
    readonly passedOver: readonly string[];
    readonly via: 'rule' | 'fallback' | 'secretRegistrar';
  }[];
  /** Units that it was directed to, and posts with the unit in which they are. */
  readonly units: readonly { readonly unitId: string; readonly postId?: string; readonly role: 'main' | 'info' }[];
  readonly deliveries: readonly { readonly id: string; readonly change: 'sent' | 'recalled' | 'returned' | 'judged' }[];
  /** New status of the letter, where it changed. */
  readonly status: 'running' | 'held' | 'ended' | null;
};
