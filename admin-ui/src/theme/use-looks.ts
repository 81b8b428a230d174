import { useMediaQuery } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useLocaleState, useStore } from 'react-admin';
import type { Preferences } from '#domain/contracts/session';
import { TEXT_SIZES, type TextSize, type ThemeChoice, THEMES } from '#domain/people/looks';
import { oneOf } from '../hooks/one-of';
import { useTell } from '../hooks/use-tell';
import { SESSION_KEY } from '../providers/auth/auth-provider';
import { noteHere } from '../providers/auth/was-here';
import { useSession } from '../providers/auth/use-session';
import { useApi } from '../providers/data/data-provider';
import { useErrorText } from '../providers/i18n/use-error-text';

/** What this browser remembers of how the screens look: it is needed before anybody has signed in. */
export const KEPT_LOOKS = ['theme', 'textSize', 'locale'] as const;

export type Looks = { readonly theme: ThemeChoice; readonly textSize: TextSize; readonly mode: 'light' | 'dark' };

/** How the screens look in this browser now; `mode` is what the choice comes to on this device. */
export function useLooks(): Looks {
  const isDarkDevice = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [keptTheme] = useStore<string>('theme', 'system');
  const [keptSize] = useStore<string>('textSize', 'normal');
  const theme = oneOf(THEMES, keptTheme) ?? 'system';
  return { theme, textSize: oneOf(TEXT_SIZES, keptSize) ?? 'normal', mode: theme === 'system' ? (isDarkDevice ? 'dark' : 'light') : theme };
}

/** Takes over what the person has chosen in another browser, once the session tells it. */
export function useLooksOfSession(): void {
  const session = useSession();
  const [locale, setLocale] = useLocaleState();
  const [, setTheme] = useStore<string>('theme', 'system');
  const [, setTextSize] = useStore<string>('textSize', 'normal');
  const chosen = { locale: session?.locale, theme: session?.theme, textSize: session?.textSize };
  // Only when the session's language changes, not when the reader has just switched here.
  const speak = useEffectEvent((wanted: string | undefined) => {
    if (wanted !== undefined && wanted !== locale) void setLocale(wanted);
  });
  useEffect(() => speak(chosen.locale), [chosen.locale]);
  const dress = useEffectEvent(({ theme, textSize }: { readonly theme: string | undefined; readonly textSize: string | undefined }) => {
    if (theme !== undefined) setTheme(theme);
    if (textSize !== undefined) setTextSize(textSize);
  });
  useEffect(() => dress({ theme: chosen.theme, textSize: chosen.textSize }), [chosen.theme, chosen.textSize]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}

/** Changes the reader's own choices: shown at once in this browser, kept on the server for all others. */
export function useChoose(): (changes: Preferences) => void {
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const errorText = useErrorText();
  const [, setLocale] = useLocaleState();
  const [, setTheme] = useStore<string>('theme', 'system');
  const [, setTextSize] = useStore<string>('textSize', 'normal');
  const save = useMutation({
    mutationFn: (body: Preferences) => api.preferences({ body }),
    onSuccess: (saved) => {
      noteHere(saved.locale);
      queryClient.setQueryData(SESSION_KEY, saved);
    },
    onError: (error) => tell(errorText(error), 'error'),
  });
  return (changes) => {
    if (changes.locale !== undefined) void setLocale(changes.locale);
    if (changes.theme !== undefined) setTheme(changes.theme);
    if (changes.textSize !== undefined) setTextSize(changes.textSize);
    save.mutate(changes);
  };
}
