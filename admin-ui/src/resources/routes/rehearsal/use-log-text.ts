import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Broken } from '#domain/route/rehearsal';
import type { LogWords } from '#domain/route/rehearsal/say-log';
import { useFormat } from '../../../providers/i18n/use-format';
import type { SettingsContext } from '../panel/types';

/** What a rehearsal is told with: the office's names, and dates and figures as the reader writes them. */
export function useLogWords({ words, people }: Pick<SettingsContext, 'words' | 'people'>): LogWords {
  const { dateTime, number } = useFormat();
  return useMemo(
    () => ({ ...words, dateTime, count: number, postById: (id) => people?.postName(id) ?? id, person: (id) => people?.personName(id) ?? id }),
    [words, people, dateTime, number],
  );
}

/** Why a move was refused, in the reader's language. */
export function useRefusalText(): (broken: Pick<Broken, 'code' | 'details'>) => string {
  const translate = useTranslate();
  return ({ code, details }) => translate(`errors.${code}`, { label: '', signs: '', ...details, _: code });
}
