/** How long people have taken, in working minutes: by kind of task and post, by kind, and over all. */
import { workingMinutesBetween, type OfficeCalendar } from '../../calendar/calendar';
import { minutesOfDay } from '../../calendar/working-span';
import type { TaskKind } from '../state';
import type { AskedTask } from './record';

/** Where a duration comes from: this very step of this letter, what the post or anybody takes for such a task, or nothing but an assumption. */
export type Source = 'recorded' | 'post' | 'kind' | 'assumed';
export type Duration = { readonly minutes: number; readonly source: Source };

export type Durations = {
  readonly add: (task: AskedTask) => void;
  /** What is to be expected of a task for which the letter's own record has nothing. */
  readonly expected: (kind: TaskKind, postIds: readonly string[]) => Duration;
};

export function createDurations(calendar: OfficeCalendar): Durations {
  const taken = new Map<string, number[]>();
  const known = new Map<string, number>();
  const add = (key: string, minutes: number): void => {
    const list = taken.get(key);
    if (list === undefined) taken.set(key, [minutes]);
    else list.push(minutes);
    known.delete(key);
  };
  const median = (key: string): number | null => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = medianOf(taken.get(key) ?? []);
    if (found !== null) known.set(key, found);
    return found;
  };
  return {
    add: ({ kind, end, openedAt, closedAt, doneBy }) => {
      if (end !== 'done' || closedAt === null) return;
      const minutes = workingMinutesBetween(calendar, openedAt, closedAt);
      add(kind, minutes);
      add('', minutes);
      if (doneBy !== null) add(`${kind}/${doneBy}`, minutes);
    },
    expected: (kind, postIds) => {
      const own = postIds.map((post) => median(`${kind}/${post}`)).find((minutes) => minutes !== null);
      if (own !== undefined) return { minutes: own, source: 'post' };
      const usual = median(kind);
      return usual === null ? { minutes: median('') ?? minutesOfDay(calendar), source: 'assumed' } : { minutes: usual, source: 'kind' };
    },
  };
}

/** The middle one; of an even number the lower of the two. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? null;
}
