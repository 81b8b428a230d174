/** What findings call an office's posts and units. */
import type { LocalName } from '../../contracts/common';
import { role as rolesEn } from '../../letter/words/en';
import { role as rolesTh } from '../../letter/words/th';
import type { AssigneeRule } from '../model';
import { type Lang, sayRule } from '../say';

type Names = { readonly [code: string]: LocalName };
/** Names of posts and of units, each by their codes. */
export type PlaceNames = { readonly posts: Names; readonly units: Names };

const nameOf = (names: Names | undefined, code: string, lang: Lang): string => {
  const { th, en } = names?.[code] ?? { th: code, en: code };
  return lang === 'en' && en !== '' ? en : th;
};

/** Who is asked by a rule, said with the office's own names; without them with codes. */
export const sayRuleIn = (places: PlaceNames | undefined) => (rule: AssigneeRule): LocalName => {
  const say = (lang: Lang): string =>
    sayRule(rule, { lang, post: (code) => nameOf(places?.posts, code, lang), unit: (code) => nameOf(places?.units, code, lang), role: (role) => (lang === 'en' ? rolesEn : rolesTh)[role] });
  return { th: say('th'), en: say('en') };
};
