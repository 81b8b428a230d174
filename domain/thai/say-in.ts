/** A name or a word of the product in the two languages of the screens. */
export type Said = { readonly th: string; readonly en: string };

/** What something is called in a language: in Thai where it has no English name, and nothing where there is none. */
export const sayIn = (lang: 'th' | 'en') => (name: Said | null | undefined): string => (name === null || name === undefined ? '' : lang === 'en' && name.en !== '' ? name.en : name.th);
