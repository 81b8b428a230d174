import { useCallback } from 'react';
import type { Finding } from '#domain/route/verify';
import { useFormat } from '../../../providers/i18n/use-format';
import { useLang } from '../../../providers/i18n/use-lang';

/** What was found, in the reader's language and digits. */
export function useFindingText(): (finding: Pick<Finding, 'textTh' | 'textEn'>) => string {
  const lang = useLang();
  const { digits } = useFormat();
  return useCallback(({ textTh, textEn }) => digits(lang === 'en' ? textEn : textTh), [lang, digits]);
}
