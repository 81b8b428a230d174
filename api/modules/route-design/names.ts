/** Names that sentences about an office's routes use in place of codes. */
import { directoryAt } from '#domain/route/directory-at';
import type { Directory } from '#domain/route/directory';
import type { Words } from '#domain/route/say';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { listPlaceNames } from '#db/repositories/office-settings';
import type { Tx } from '#db/tx';

type SaidNames = { readonly [L in 'th' | 'en']: Omit<Words, 'lang'> };

/** The office's directory at that moment, and its posts and units by their names. */
export async function loadNames(tx: Tx, { officeId, at }: { readonly officeId: string; readonly at: string }): Promise<{ readonly directory: Directory; readonly names: SaidNames }> {
  const facts = await loadDirectoryFacts(tx, officeId);
  const places = await listPlaceNames(tx, officeId);
  const said = (lang: 'th' | 'en') => (code: string): string => {
    const name = places[code];
    return name === undefined ? code : name[lang] === '' ? name.th : name[lang];
  };
  return { directory: directoryAt(facts, at), names: { th: { post: said('th'), unit: said('th') }, en: { post: said('en'), unit: said('en') } } };
}
