/** An office's own words for what its routes speak of. */
import { role as rolesEn } from '#domain/letter/words/en';
import { role as rolesTh } from '#domain/letter/words/th';
import { valueWord } from '#domain/letter/words/value-words';
import type { Lang, Words } from '#domain/route/say';
import { bangkokDate } from '#domain/thai/dates';
import { listPosts, listUnits } from '#db/repositories/directory-lists';
import type { Tx } from '#db/tx';

/** Words to say settings of an office's routes with, as it is called at that moment. Codes of other offices are said as they are. */
export async function loadRouteWords(tx: Tx, { officeId, at, lang }: { readonly officeId: string; readonly at: string; readonly lang: Lang }): Promise<Words> {
  const day = bangkokDate(at);
  const [posts, units] = await Promise.all([listPosts(tx, { officeIds: [officeId], at, day }), listUnits(tx, { officeIds: [officeId], day })]);
  const said = ({ th, en }: { readonly th: string; readonly en: string }): string => (lang === 'en' && en !== '' ? en : th);
  const names = new Map([...posts.map(({ id, code, title }) => [[code, said(title)], [id, said(title)]] as const), ...units.map(({ id, code, name }) => [[code, said(name)], [id, said(name)]] as const)].flat());
  const nameOf = (code: string): string => names.get(code) ?? code;
  return {
    lang, post: nameOf, unit: nameOf, role: (role) => (lang === 'en' ? rolesEn : rolesTh)[role],
    value: (fact, value) => names.get(value) ?? valueWord(fact, value)[lang],
  };
}
