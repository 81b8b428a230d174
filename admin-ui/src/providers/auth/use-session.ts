import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import type { Capability, Session } from '#domain/contracts/session';
import { sayIn } from '#domain/thai/say-in';
import { useApi } from '../data/data-provider';
import { SESSION_KEY } from './auth-provider';

/** The reader's session; undefined where nobody is signed in, or as long as the server does not answer. */
export function useSession(): Session | undefined {
  const api = useApi();
  // The frame is drawn for whoever is signed in; the first question is asked by `checkAuth`, and not again by each part of the screen.
  const { data } = useQuery({ queryKey: SESSION_KEY, queryFn: () => api.me({}), staleTime: 5 * 60_000, enabled: (query) => query.state.data !== undefined });
  return data;
}

/** Whether a part of the screens is of use to the reader. The API decides again at every call. */
export function useCan(capability: Capability): boolean {
  return useSession()?.can.includes(capability) ?? false;
}

/** A name in the reader's language; Thai where there is no English one. */
export function useLocalName(): (name: LocalName | null | undefined) => string {
  const [locale] = useLocaleState();
  return useMemo(() => sayIn(locale === 'en' ? 'en' : 'th'), [locale]);
}

/** What an office is called where room is scarce: its abbreviation, which there is in Thai alone. */
export function useOfficeShort(): (office: { readonly name: LocalName; readonly short: string }) => string {
  const [locale] = useLocaleState();
  return ({ name, short }) => (locale === 'en' && name.en !== '' ? name.en : short);
}
