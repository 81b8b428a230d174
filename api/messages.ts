import { CONTRACT_TEXTS } from '#domain/contracts/common';
import type { ErrorCode } from '#domain/errors';
import { en } from './messages.en';
import { th } from './messages.th';

export type Locale = 'th' | 'en';
export const VALIDATION_TEXTS = [
  'required', 'tooShort', 'tooShortOf', 'tooLong', 'tooFew', 'tooMany', 'tooSmall', 'tooLarge', 'wrongType', 'wrongFormat', 'wrongDate', 'wrongChoice',
  'unknownField', 'unreadable', 'tooDeep', ...CONTRACT_TEXTS,
] as const;
export type ValidationText = (typeof VALIDATION_TEXTS)[number];

/** Texts of one language: each code, each kind of invalid input, and the names of the fields. */
export type Messages = {
  readonly errors: { readonly [C in ErrorCode]: string };
  readonly validation: { readonly [V in ValidationText]: string };
  readonly fields: { readonly [field: string]: string };
};

export const MESSAGES: { readonly [L in Locale]: Messages } = { th, en };

/** Puts values into `{name}` places; a place without a value is left out with the brackets around it. */
export function fill(text: string, values: { readonly [name: string]: unknown }): string {
  const filled = text.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
  return filled.replace(/\s*(\(\s*(MB)?\s*\)|“”)/g, '');
}

/** The text of a code in the reader's language; a field that the details name stands in it under its name. */
export const messageOf = (locale: Locale, code: ErrorCode, details: { readonly [name: string]: unknown } = {}): string =>
  fill(MESSAGES[locale].errors[code], labelled(locale, details));

/** Details with the name of the field they speak of, in the reader's language. */
export function labelled(locale: Locale, details: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  const { field } = details;
  const label = typeof field === 'string' ? MESSAGES[locale].fields[field] : undefined;
  return label === undefined ? details : { ...details, label };
}

/** Thai unless the reader prefers English to Thai. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const preferences = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((found) => found !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'th' || language === 'en') && weight > 0);
  const best = preferences.toSorted((a, b) => b.weight - a.weight)[0];
  return best?.language === 'en' ? 'en' : 'th';
}
