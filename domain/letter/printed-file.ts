/** What the printed file of a letter is made of: the letter as it stands, what came with it, and in which form of each. */

type Doc = {
  readonly id: string;
  readonly role: 'main' | 'enclosure' | 'rendition' | 'stamped' | 'evidence';
  readonly sourceId: string | null;
  readonly isSuperseded: boolean;
  readonly uploadedAt: string;
};

/** Pages and bytes of one printed file: more is printed document by document. */
export const PRINTED_PAGES_MAX = 600;
export const PRINTED_BYTES_MAX = 100 * 1024 * 1024;

/** The newest rendition of an original (stamped, numbered, signed), or the original itself. */
export function shownForm<D extends Doc>(original: D, documents: readonly D[]): D {
  const made = documents.filter(({ sourceId, isSuperseded }) => sourceId === original.id && !isSuperseded);
  return newest(made) ?? original;
}

/** The documents of a file in the order in which they lie: the letter, then its enclosures. */
export function documentsToPrint<D extends Doc>(documents: readonly D[]): { readonly letter: D | null; readonly enclosures: readonly D[] } {
  const live = documents.filter(({ isSuperseded }) => !isSuperseded);
  const main = live.find(({ role }) => role === 'main');
  const own = newest(live.filter(({ role, sourceId }) => (role === 'rendition' || role === 'stamped') && sourceId === null));
  const letter = own ?? (main === undefined ? null : shownForm(main, live));
  return { letter, enclosures: live.filter(({ role }) => role === 'enclosure').map((each) => shownForm(each, live)) };
}

const newest = <D extends Doc>(documents: readonly D[]): D | undefined => documents.toSorted((one, other) => other.uploadedAt.localeCompare(one.uploadedAt))[0];
