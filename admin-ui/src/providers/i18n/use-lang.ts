import { useLocaleState } from 'react-admin';
import type { Lang } from '#domain/route/say';

/** The reader's language, for what is said in both by the domain itself. */
export function useLang(): Lang {
  const [locale] = useLocaleState();
  return locale === 'en' ? 'en' : 'th';
}
