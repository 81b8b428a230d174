import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../providers/auth/use-session';

const PREFIX = 'saraban.kept.';
const PAUSE_MS = 400;
/** Older than this, what was typed is of no use any more. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** What somebody was typing is forgotten on this screen: at signing out. */
export function forgetKept(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function read(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    // Written by `keep` under the same key.
    const stored = text === null ? null : (JSON.parse(text) as { readonly at: number; readonly value: unknown });
    return stored === null || Date.now() - stored.at > KEPT_MS ? null : stored.value;
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, `{"at":${Date.now()},"value":${text}}`);
  } catch {
    // No room, or storage is shut off: what is typed stays on the page.
  }
}

export type Kept<T> = {
  /** What was being typed when the tab or the session was lost; null where there is nothing. */
  readonly found: T | null;
  /** It has been sent, or is not wanted any more: nothing of it stays, until something else is typed. */
  readonly forget: () => void;
  /** Keeps this; null while there is nothing worth keeping, or nothing that may be kept. At most one write in a while. */
  readonly keep: (value: T | null) => void;
};

/**
 * What this person types into the form of this name stays on this computer until it is sent, so that a lost tab or session
 * loses nothing. To be asked for once the session is known. One for all forms: `useKeptForm` and `useKeptState` build on it.
 */
export function useKept<T>(name: string): Kept<T> {
  const key = `${PREFIX}${useSession()?.person.id ?? ''}.${name}`;
  // Whoever reads under a name writes the same shape under it.
  const [found, setFound] = useState(() => read(key) as T | null);
  const [first] = useState(() => (found === null ? null : JSON.stringify(found)));
  // What stands in storage, and what stands on the page.
  const written = useRef(first);
  const latest = useRef(first);
  const waiting = useRef<{ readonly text: string | null; readonly timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback(() => {
    if (waiting.current === null) return;
    const { text, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    written.current = text;
    write(key, text);
  }, [key]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const keep = useCallback((value: T | null) => {
    const text = value === null ? null : JSON.stringify(value);
    latest.current = text;
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = text === written.current ? null : { text, timer: setTimeout(flush, PAUSE_MS) };
  }, [flush]);
  const forget = useCallback(() => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    written.current = latest.current;
    setFound(null);
    localStorage.removeItem(key);
  }, [key]);
  return useMemo(() => ({ found, forget, keep }), [found, forget, keep]);
}

/**
 * State of a dialog that stays until it is sent.
 *
 * @param name null where nothing may be left lying on a computer: letters of a class
 * @param mayKeep what of it may be kept: never a password
 */
export function useKeptState<T extends object>(name: string | null, start: () => T, mayKeep: (value: T) => Partial<T> = (value) => value): {
  readonly value: T;
  readonly set: (part: Partial<T>) => void;
  readonly forget: () => void;
} {
  const { found, forget, keep } = useKept<Partial<T>>(name ?? 'nothing');
  const [first] = useState(() => JSON.stringify(mayKeep(start())));
  const [value, setValue] = useState<T>(() => ({ ...start(), ...(name === null ? {} : found) }));
  const kept = JSON.stringify(mayKeep(value));
  useEffect(() => {
    // Only what differs from the beginning is somebody's work.
    keep(name === null || kept === first ? null : (JSON.parse(kept) as Partial<T>));
  }, [keep, name, kept, first]);
  const set = useCallback((part: Partial<T>) => setValue((all) => ({ ...all, ...part })), []);
  return { value, set, forget };
}
