/** What findings call an office's posts and units. */
import type { LocalName } from '../../contracts/common';
import { role as rolesEn } from '../../letter/words/en';
import { role as rolesTh } from '../../letter/words/th';
import type { AssigneeRule } from '../model';
import { type Lang, sayRule } from '../say';

/** Names of posts and units, by their code. */
export type PlaceNames = { readonly [code: string]: LocalName };

const placeName = (places: PlaceNames | undefined, code: string): LocalName => {
  const { th, en } = places?.[code] ?? { th: code, en: code };
  return { th, en: en === '' ? th : en };
};

/** Who is asked by a rule, said with the office's own names; without them with codes. */
export const sayRuleIn = (places: PlaceNames | undefined) => (rule: AssigneeRule): LocalName => {
  const say = (lang: Lang): string => {
    const place = (code: string): string => placeName(places, code)[lang];
    return sayRule(rule, { lang, post: place, unit: place, role: (role) => (lang === 'en' ? rolesEn : rolesTh)[role] });
  };
  return { th: say('th'), en: say('en') };
};
