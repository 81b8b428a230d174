/** Words that sentences about an office's routes use in place of codes and ids. */
import type { LocalName } from '../contracts/common';
import { role as rolesEn } from '../letter/words/en';
import { role as rolesTh } from '../letter/words/th';
import { valueWord } from '../letter/words/value-words';
import type { AssigneeRule } from './model';
import { type Lang, sayRule, type Words } from './say';

type Names = { readonly [key: string]: LocalName };
/** Names of posts and of units, each by their codes. */
export type PlaceNames = { readonly posts: Names; readonly units: Names };

const NO_NAMES: PlaceNames = { posts: {}, units: {} };

/** The office's posts and units by its own names for them, and everything else by the words that all offices use. @param byId names of posts, units and whatever else facts name by an id */
export function placeWords({ posts, units }: PlaceNames, lang: Lang, byId: Names = {}): Words {
  const named = (names: Names, key: string): string | null => {
    const name = names[key];
    return name === undefined ? null : name[lang] === '' ? name.th : name[lang];
  };
  return {
    lang,
    post: (code) => named(posts, code) ?? code,
    postById: (id) => named(byId, id) ?? id,
    unit: (code) => named(units, code) ?? code,
    role: (role) => (lang === 'en' ? rolesEn : rolesTh)[role],
    value: (fact, value) => named(byId, value) ?? valueWord(fact, value)[lang],
  };
}

/** Who is asked by a rule, said with the office's own names; without them with codes. */
export const sayRuleIn = (places: PlaceNames = NO_NAMES) => (rule: AssigneeRule): LocalName => ({ th: sayRule(rule, placeWords(places, 'th')), en: sayRule(rule, placeWords(places, 'en')) });
