import { useCallback, useEffect, useRef, useState } from 'react';
import type { RouteDraft } from '#domain/route/operations';
import { ApiError, isNoAnswer } from '../../../providers/data/api-error';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline' | 'refused' | 'changed';
export type Autosave = {
  readonly state: SaveState;
  /** Why it was refused. */
  readonly error: unknown;
  /** The revision that the next save builds on. */
  readonly rev: number;
  /** Saves now; whether everything is saved afterwards. */
  readonly flush: () => Promise<boolean>;
  /** The same where nothing was drawn either: something beside the drawing is to be kept. */
  readonly saveAgain: () => Promise<boolean>;
  /** Goes on from a revision saved elsewhere: what stands here is saved over it, or is what was saved. */
  readonly rebase: (rev: number, saved: RouteDraft | null) => void;
};

const QUIET_MS = 1_200;
const AGAIN_MS = 5_000;

/**
 * Saves a draft a moment after each edit, one save at a time, each over the revision of the one before. Nothing is ever
 * overwritten unseen: a draft that was saved elsewhere stops it until the reader has chosen.
 *
 * @param save answers the new revision
 */
export function useAutosave({ draft, rev: opened, isOff, save }: {
  readonly draft: RouteDraft;
  readonly rev: number;
  readonly isOff: boolean;
  readonly save: (draft: RouteDraft, rev: number) => Promise<number>;
}): Autosave {
  const [saved, setSaved] = useState(draft);
  const [rev, setRev] = useState(opened);
  const [failure, setFailure] = useState<{ readonly error: unknown; readonly draft: RouteDraft } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const latest = useRef({ draft, saved, rev, save });
  useEffect(() => {
    latest.current = { draft, saved, rev, save };
  });
  const running = useRef<Promise<boolean> | null>(null);

  const run = useCallback((isAgain: boolean): Promise<boolean> => {
    const once = async (isForced: boolean): Promise<boolean> => {
      const now = latest.current;
      if (now.draft === now.saved && !isForced) return true;
      setSaving(true);
      try {
        const next = await now.save(now.draft, now.rev);
        latest.current = { ...latest.current, saved: now.draft, rev: next };
        setSaved(now.draft);
        setRev(next);
        setFailure(null);
        return latest.current.draft === now.draft ? true : await once(false);
      } catch (error) {
        setFailure({ error, draft: now.draft });
        return false;
      } finally {
        setSaving(false);
      }
    };
    const before = running.current;
    if (before !== null && !isAgain) return before;
    const mine = (before ?? Promise.resolve(true)).then(() => once(isAgain)).finally(() => {
      if (running.current === mine) running.current = null;
    });
    running.current = mine;
    return mine;
  }, []);
  const flush = useCallback(() => run(false), [run]);
  const saveAgain = useCallback(() => run(true), [run]);

  const isDirty = !isOff && draft !== saved;
  const isChanged = failure !== null && isConflict(failure.error);
  const isOffline = failure !== null && isNoAnswer(failure.error);
  // Refused as it is: the same again would be refused again.
  const isRefused = failure !== null && !isChanged && !isOffline && failure.draft === draft;
  const delay = !isDirty || isSaving || isChanged || isRefused ? null : isOffline && failure.draft === draft ? AGAIN_MS : QUIET_MS;
  useEffect(() => {
    if (delay === null) return undefined;
    const timer = setTimeout(() => void flush(), delay);
    return () => clearTimeout(timer);
  }, [delay, draft, flush, failure]);

  const rebase = useCallback((next: number, kept: RouteDraft | null) => {
    setRev(next);
    if (kept !== null) setSaved(kept);
    latest.current = { ...latest.current, rev: next, saved: kept ?? latest.current.saved };
    setFailure(null);
  }, []);

  const state: SaveState = isChanged ? 'changed' : isSaving ? 'saving' : !isDirty ? 'saved' : isOffline ? 'offline' : isRefused ? 'refused' : 'unsaved';
  return { state, error: failure?.error ?? null, rev, flush, saveAgain, rebase };
}

/** Somebody, perhaps the same person in another window, has saved this draft meanwhile. */
const isConflict = (error: unknown): boolean => error instanceof ApiError && (error.status === 412 || error.code === 'EDIT_CONFLICT');
