/** Whether somebody is likely to be signed in here, and in what language: by it one chooses what to fetch first. It decides nothing else. */
const KEY = 'saraban.here';

export const wasHere = (): boolean => kept(() => localStorage.getItem(KEY) !== null) ?? false;

export const languageHere = (): 'th' | 'en' => (kept(() => localStorage.getItem(KEY)) === 'en' ? 'en' : 'th');

/** Notes in what language somebody reads who has signed in here, or that nobody has any more. */
export function noteHere(language: 'th' | 'en' | null): void {
  kept(() => (language === null ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, language)));
}

/** A browser may be set to keep nothing. */
function kept<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
