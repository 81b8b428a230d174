import { useDeferredValue } from 'react';

/** What a large screen shows of a list before anybody moves it. */
const SCREENFUL = 12;
const NONE: readonly never[] = [];

/**
 * The rows to draw now: at first what fills the screen, then all, drawn between other work so that the browser answers meanwhile. A list that stands
 * is never cut again.
 */
export function useInParts<T>(rows: readonly T[]): readonly T[] {
  const all = useDeferredValue(rows, NONE);
  return all.length === 0 ? rows.slice(0, SCREENFUL) : all;
}
