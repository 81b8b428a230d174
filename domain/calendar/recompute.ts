/**
 * What a change of the calendar does to open deadlines. Declaring a day shows this sum before it is done, and doing it
 * writes exactly this (reference §9: a change recomputes open due instants and logs both).
 */
import { instantMs, type Instant } from '../thai/dates';
import type { OfficeCalendar } from './calendar';
import { dueAt, instantBefore, type DeadlineRule } from './deadline';

/** Where a deadline counts from: a moment, or another deadline of the same letter. */
export type DeadlineAnchor = { readonly at: Instant } | { readonly timer: string; readonly before: boolean };

/** A stored deadline. Ids are unique within their letter. */
export type StoredDeadline = {
  readonly letterId: string;
  readonly id: string;
  readonly rule: DeadlineRule;
  readonly anchor: DeadlineAnchor;
  /** The instant as stored. */
  readonly at: Instant;
  /** Reached and reported already: it stays where it was, and others may count from it. */
  readonly isFired: boolean;
};

export type MovedDeadline = { readonly letterId: string; readonly id: string; readonly from: Instant; readonly to: Instant };
export type RecomputeSummary = {
  /** Deadlines that were open. */
  readonly open: number;
  readonly moved: number;
  readonly earlier: number;
  readonly later: number;
  readonly unchanged: number;
  /** Letters with at least one deadline that moved. */
  readonly letters: number;
};
export type Recomputed = {
  readonly moved: readonly MovedDeadline[];
  readonly summary: RecomputeSummary;
  /** Letters whose earliest open instant came forward: their sleeping workflow must be woken. */
  readonly wake: readonly string[];
};

/**
 * The deadlines that a changed calendar moves. Only what means another instant under `after` than under `before` moves, so
 * a deadline is left alone by days that do not concern it. Throws RangeError where a deadline counts from one that is not
 * in the list, or in a circle.
 */
export function recomputeDue(before: OfficeCalendar, after: OfficeCalendar, deadlines: readonly StoredDeadline[]): Recomputed {
  const was = reckoner(before, deadlines);
  const will = reckoner(after, deadlines);
  const open = deadlines.filter(({ isFired }) => !isFired);
  const moved = open.flatMap((deadline): readonly MovedDeadline[] => {
    const to = will(deadline);
    const { letterId, id, at } = deadline;
    return to === was(deadline) || instantMs(to) === instantMs(at) ? [] : [{ letterId, id, from: at, to }];
  });
  const earlier = moved.filter(({ from, to }) => instantMs(to) < instantMs(from)).length;
  return {
    moved,
    summary: {
      open: open.length,
      moved: moved.length,
      earlier,
      later: moved.length - earlier,
      unchanged: open.length - moved.length,
      letters: new Set(moved.map(({ letterId }) => letterId)).size,
    },
    wake: lettersToWake(open, moved),
  };
}

function reckoner(calendar: OfficeCalendar, deadlines: readonly StoredDeadline[]): (deadline: StoredDeadline) => Instant {
  const stored = new Map(deadlines.map((deadline) => [keyOf(deadline), deadline]));
  const known = new Map<string, Instant | null>();
  const reckon = (deadline: StoredDeadline): Instant => {
    const key = keyOf(deadline);
    const found = known.get(key);
    if (found === null) throw new RangeError(`deadline ${key} counts from itself`);
    if (found !== undefined) return found;
    known.set(key, null);
    const at = deadline.isFired ? deadline.at : instantOf(deadline);
    known.set(key, at);
    return at;
  };
  const instantOf = ({ letterId, rule, anchor }: StoredDeadline): Instant => {
    if ('at' in anchor) return dueAt(calendar, rule, anchor.at);
    const base = stored.get(keyOf({ letterId, id: anchor.timer }));
    if (!base) throw new RangeError(`no deadline ${anchor.timer} of letter ${letterId} to count from`);
    return anchor.before ? instantBefore(calendar, rule, reckon(base)) : dueAt(calendar, rule, reckon(base));
  };
  return reckon;
}

function lettersToWake(open: readonly StoredDeadline[], moved: readonly MovedDeadline[]): readonly string[] {
  const target = new Map(moved.map((move) => [keyOf(move), instantMs(move.to)]));
  const earliest = new Map<string, { was: number; will: number }>();
  for (const deadline of open) {
    const at = instantMs(deadline.at);
    const first = earliest.get(deadline.letterId) ?? { was: Infinity, will: Infinity };
    earliest.set(deadline.letterId, { was: Math.min(first.was, at), will: Math.min(first.will, target.get(keyOf(deadline)) ?? at) });
  }
  return [...earliest].filter(([, { was, will }]) => will < was).map(([letterId]) => letterId);
}

function keyOf({ letterId, id }: { readonly letterId: string; readonly id: string }): string {
  return `${letterId}/${id}`;
}
