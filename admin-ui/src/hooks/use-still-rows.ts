import { useMemo, useState } from 'react';

export type StillRow<T> = { readonly item: T; readonly isGone: boolean };
export type StillRows<T> = {
  readonly rows: readonly StillRow<T>[];
  /** How many new ones wait above the list. */
  readonly waiting: number;
  /** Shows these now: because the reader asked for what is new, or for more. */
  readonly show: (items: readonly T[]) => void;
};

const NONE: readonly never[] = [];

/**
 * Rows that do not move under the reader's hand. While the list is in use, what is new waits outside ("n new"), what has
 * gone stays in its place and says so; at rest the list simply follows.
 *
 * @param view changes when the reader asks for something else (filters): then everything is shown anew
 */
export function useStillRows<T>(args: {
  readonly items: readonly T[] | undefined;
  readonly idOf: (item: T) => string;
  readonly isInUse: boolean;
  readonly view: string;
}): StillRows<T> {
  const { items, idOf, isInUse, view } = args;
  const [shown, setShown] = useState<{ readonly view: string; readonly rows: readonly T[] } | null>(null);
  const latest = useMemo(() => new Map((items ?? []).map((item) => [idOf(item), item])), [items, idOf]);
  const current = shown !== null && shown.view === view ? shown.rows : null;
  const isSame = current !== null && items !== undefined && current.length === items.length && current.every((row, at) => row === items[at]);

  if (items !== undefined && !isSame && (current === null || current.length === 0 || !isInUse)) setShown({ view, rows: items });

  const base = current ?? items ?? NONE;
  const known = new Set(base.map(idOf));
  const isKnown = items !== undefined;
  // The same array for the same rows: whoever draws them later tells by it what has changed.
  const rows = useMemo(() => base.map((row) => ({ item: latest.get(idOf(row)) ?? row, isGone: isKnown && !latest.has(idOf(row)) })), [base, latest, isKnown, idOf]);
  return {
    rows,
    waiting: [...latest.keys()].filter((id) => !known.has(id)).length,
    show: (next) => setShown({ view, rows: next }),
  };
}
