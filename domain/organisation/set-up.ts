/**
 * Setting up an office from another one's: what is taken over, and how its words become those of the new office. Shared by the
 * screens, which show it beforehand, and by the database, which does it.
 */

export const SET_UP_PARTS = ['structure', 'books', 'routes', 'lists', 'calendar', 'settings'] as const;
/** What may be taken over. Units and posts go together; books follow the units and posts that were taken. */
export type SetUpPart = (typeof SET_UP_PARTS)[number];

/** By what an office is called; these words are exchanged in everything that is taken over. */
export type OfficeWords = { readonly nameTh: string; readonly nameEn: string; readonly shortTh: string; readonly headTitleTh: string };

const PROVINCE_OFFICE_TH = 'สำนักงานจังหวัด';
const PROVINCE_OFFICE_EN = ' Provincial Office';
const provinceTh = ({ nameTh }: OfficeWords): string => (nameTh.startsWith(PROVINCE_OFFICE_TH) ? nameTh.slice(PROVINCE_OFFICE_TH.length) : '');
const provinceEn = ({ nameEn }: OfficeWords): string => (nameEn.endsWith(PROVINCE_OFFICE_EN) ? nameEn.slice(0, -PROVINCE_OFFICE_EN.length) : '');

/** Gives texts of one office the words of another: names, the head's title and, between provinces, the province. */
export function renamer(from: OfficeWords, to: OfficeWords): (text: string) => string {
  const all: readonly (readonly [string, string])[] = [
    [from.headTitleTh, to.headTitleTh], [from.nameTh, to.nameTh], [from.shortTh, to.shortTh], [from.nameEn, to.nameEn], [provinceTh(from), provinceTh(to)], [provinceEn(from), provinceEn(to)],
  ];
  // A word for which the other office has none stays as it is, to be seen and changed.
  const words = new Map(all.filter(([old, next]) => old !== '' && next !== ''));
  if (words.size === 0) return (text) => text;
  // Longest first and in one pass, so that what has been put in is not exchanged again.
  const pattern = new RegExp([...words.keys()].toSorted((one, other) => other.length - one.length).map(escaped).join('|'), 'g');
  return (text) => text.replace(pattern, (word) => words.get(word) ?? word);
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The code that a unit prints in letter numbers: its place below the office's own code stays (0201.2 → 0017.2). A code of its own
 * that is not below it belongs to the other office alone; the unit then prints its office's until one is entered.
 */
export function letterCodeFor(code: string | null, { from, to }: { readonly from: string; readonly to: string }): string | null {
  if (code === null || from === to) return code;
  return code === from || code.startsWith(`${from}.`) ? `${to}${code.slice(from.length)}` : null;
}

type Node = { readonly id: string; readonly parentId: string | null };

/** The nearest node above (or nothing) that is taken over as well: what was left out in between is skipped. */
export function parentAmong(nodes: readonly Node[], taken: ReadonlySet<string>, id: string): string | null {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const seen = new Set<string>([id]);
  for (let at = parents.get(id) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (taken.has(at)) return at;
    seen.add(at);
  }
  return null;
}
