/** Words that sentences about an office's routes use in place of codes. */
import { directoryAt } from '#domain/route/directory-at';
import type { Directory } from '#domain/route/directory';
import { placeWords } from '#domain/route/place-words';
import type { Lang, Words } from '#domain/route/say';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { listNamesByCode, listPlaceNames } from '#db/repositories/office-settings';
import type { Tx } from '#db/tx';

/** The office's directory at that moment, and its posts, units and roles by their names. */
export async function loadNames(tx: Tx, { officeId, at }: { readonly officeId: string; readonly at: string }): Promise<{ readonly directory: Directory; readonly names: { readonly [L in Lang]: Words } }> {
  const [facts, places, byId] = await Promise.all([loadDirectoryFacts(tx, officeId), listNamesByCode(tx, officeId), listPlaceNames(tx, officeId)]);
  return { directory: directoryAt(facts, at), names: { th: placeWords(places, 'th', byId), en: placeWords(places, 'en', byId) } };
}
