import type { I18nProvider } from 'react-admin';
import { baseTexts } from '../../i18n/th/base';

export const LOCALES = [
  { locale: 'th', name: 'ไทย' },
  { locale: 'en', name: 'English' },
] as const;

type Tree = { readonly [key: string]: string | Tree };
type Options = { readonly [name: string]: unknown };

/** Singular and plural stand in one text with this between them; Thai has one form for both. */
const FORMS = ' |||| ';

/** Thai texts of pages that come later, by their whole key. */
const later = new Map<string, string>();

/** Adds what only some pages show; called while their script comes, before they are drawn. */
export function addThai(catalogue: object): void {
  for (const [key, text] of toTexts(catalogue)) later.set(key, text);
}

/** Thai at once, English when asked for. A key without a text shows itself; a test keeps both catalogues complete. */
export function createI18nProvider(): I18nProvider {
  let locale = 'th';
  let texts = toTexts(baseTexts);
  return {
    getLocale: () => locale,
    getLocales: () => [...LOCALES],
    async changeLocale(wanted: string) {
      texts = toTexts(wanted === 'en' ? (await import('../../i18n/en')).en : baseTexts);
      locale = wanted === 'en' ? 'en' : 'th';
    },
    translate: (key: string, options: Options = {}) => fill(texts.get(key) ?? later.get(key) ?? (typeof options['_'] === 'string' ? options['_'] : key), options),
  };
}

/** All texts by their whole key. */
function toTexts(catalogue: object): ReadonlyMap<string, string> {
  const walk = (tree: Tree, before: string): readonly (readonly [string, string])[] =>
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${before}${key}`, value] as const] : walk(value, `${before}${key}.`)));
  // A catalogue is texts within texts, nothing else (`Texts`).
  return new Map(walk(catalogue as Tree, ''));
}

/** Chooses singular or plural by `smart_count` and puts the values into their `%{name}` places. */
function fill(text: string, options: Options): string {
  const forms = text.split(FORMS);
  const form = forms.length > 1 && options['smart_count'] !== 1 ? (forms[1] ?? text) : (forms[0] ?? text);
  return form.replace(/%\{(\w+)\}/g, (place, name: string) => {
    const value = options[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : place;
  });
}
