/**
 * Questions that were sent to the API before the screens were there to ask them (`ahead.ts`). Each answer is handed out once, to whoever asks the same
 * first; a refusal is not handed out, so that it is met where it can be told.
 */
type Begun = { readonly at: number; readonly answer: Promise<Response | null> };

/** Nobody has asked for so long: the answer is not news any more. */
const FRESH_MS = 10_000;
const begun = new Map<string, Begun>();

/** Sends a GET to this address, for somebody who reads this language. */
export function begin(address: string, language: 'th' | 'en'): void {
  const answer = fetch(address, { credentials: 'same-origin', headers: { accept: 'application/json', 'accept-language': language } }).then((response) => (response.ok ? response : null), () => null);
  begun.set(address, { at: performance.now(), answer });
}

/** The answer to what was begun; null where there is none that may be used. */
export async function takeBegun(address: string): Promise<Response | null> {
  const found = begun.get(address);
  begun.delete(address);
  return found === undefined || performance.now() - found.at > FRESH_MS ? null : found.answer;
}

/** Whoever sits here changes: what was asked for one is nothing for the next. */
export const forgetBegun = (): void => begun.clear();
