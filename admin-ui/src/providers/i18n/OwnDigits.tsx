import { type ReactNode, useMemo } from 'react';
import { I18nContext, useI18nProvider, useLocaleState } from 'react-admin';
import { toThaiDigits } from '#domain/thai/digits';
import { useSession } from '../auth/use-session';

/** Texts whose figures one copies or gives to somebody who helps. */
const COPIED = new Set(['state.requestId', 'routeVersions.digest']);

/**
 * Writes the figures of every text as the reader has chosen: those that stand in it and those that are filled in, on pages, in dialogs, in what is told
 * for a moment and in what the API refuses. So no page has to think of it; what is shown without a text goes through `useFormat`.
 */
export function OwnDigits({ children }: { readonly children: ReactNode }) {
  const provider = useI18nProvider();
  const [locale] = useLocaleState();
  const isThai = useSession()?.digits === 'thai' && locale !== 'en';
  const own = useMemo(() => {
    if (!isThai) return provider;
    const translate: typeof provider.translate = (key, options) => {
      const text: string = provider.translate(key, options);
      return COPIED.has(key) ? text : toThaiDigits(text);
    };
    return { ...provider, translate };
  }, [provider, isThai]);
  return <I18nContext.Provider value={own}>{children}</I18nContext.Provider>;
}
