/** Whether somebody is likely to be signed in here: by it one chooses what to fetch first. It decides nothing else. */
const KEY = 'saraban.here';

export const wasHere = (): boolean => kept(() => localStorage.getItem(KEY) !== null) ?? false;

/** Notes that somebody has signed in here, or that nobody is any more. */
export function noteHere(isHere: boolean): void {
  kept(() => (isHere ? localStorage.setItem(KEY, '1') : localStorage.removeItem(KEY)));
}

/** A browser may be set to keep nothing. */
function kept<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
