/** Words that sentences about an office's routes use in place of codes. */
import { role as rolesEn } from '#domain/letter/words/en';
import { role as rolesTh } from '#domain/letter/words/th';
import { valueWord } from '#domain/letter/words/value-words';
import { directoryAt } from '#domain/route/directory-at';
import type { Directory } from '#domain/route/directory';
import type { Lang, Words } from '#domain/route/say';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { listPlaceNames } from '#db/repositories/office-settings';
import type { Tx } from '#db/tx';

type SaidNames = { readonly [L in Lang]: Omit<Words, 'lang'> };

/** The office's directory at that moment, and its posts, units and roles by their names. */
export async function loadNames(tx: Tx, { officeId, at }: { readonly officeId: string; readonly at: string }): Promise<{ readonly directory: Directory; readonly names: SaidNames }> {
  const facts = await loadDirectoryFacts(tx, officeId);
  const places = await listPlaceNames(tx, officeId);
  const named = (lang: Lang, key: string): string | null => {
    const name = places[key];
    return name === undefined ? null : name[lang] === '' ? name.th : name[lang];
  };
  const said = (lang: Lang): SaidNames[Lang] => {
    const place = (code: string): string => named(lang, code) ?? code;
    return { post: place, unit: place, role: (role) => (lang === 'en' ? rolesEn : rolesTh)[role], value: (fact, value) => named(lang, value) ?? valueWord(fact, value)[lang] };
  };
  return { directory: directoryAt(facts, at), names: { th: said('th'), en: said('en') } };
}
