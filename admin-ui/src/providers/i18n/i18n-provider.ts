import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { th } from '../../i18n/th';

export const LOCALES = [
  { locale: 'th', name: 'ไทย' },
  { locale: 'en', name: 'English' },
] as const;

/** Thai at once, English when asked for. A key without a text shows itself; a test keeps both catalogues complete. */
export function createI18nProvider(): I18nProvider {
  return polyglotI18nProvider(
    (locale: string) => (locale === 'en' ? import('../../i18n/en').then(({ en }) => en) : th),
    'th',
    [...LOCALES],
  );
}
