import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../providers/auth/use-session';

const PREFIX = 'saraban.kept.';
const PAUSE_MS = 400;
/** Older than this, what was typed is of no use any more. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** What somebody was typing is forgotten on this screen: at signing out. */
export function forgetKept(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    // Written by `useKeeping` under the same key.
    const stored = text === null ? null : (JSON.parse(text) as { readonly at: number; readonly value: T });
    return stored === null || Date.now() - stored.at > KEPT_MS ? null : stored.value;
  } catch {
    return null;
  }
}

export type Kept<T> = {
  /** What was being typed when the tab or the session was lost; null where there is nothing. */
  readonly found: T | null;
  readonly forget: () => void;
  readonly key: string;
};

/** What this person typed into the form of this name on this computer and did not send. To be asked for once the session is known. */
export function useKept<T>(name: string): Kept<T> {
  const key = `${PREFIX}${useSession()?.person.id ?? ''}.${name}`;
  const [found, setFound] = useState(() => read<T>(key));
  const forget = useCallback(() => {
    setFound(null);
    localStorage.removeItem(key);
  }, [key]);
  return { found, forget, key };
}

/**
 * Keeps what is being typed on this computer until it is sent, so that a lost tab or session loses nothing.
 *
 * @param value what stands in the form; null while there is nothing worth keeping, or nothing that may be kept
 */
export function useKeeping<T>({ key }: Kept<T>, value: T | null): void {
  const text = value === null ? null : JSON.stringify(value);
  const last = useRef(text);
  useEffect(() => {
    if (text === last.current) return undefined;
    const write = (): void => {
      last.current = text;
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, `{"at":${Date.now()},"value":${text}}`);
    };
    const timer = setTimeout(write, PAUSE_MS);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [key, text]);
}
