import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import type { OfficeRef } from './types';

/** Offices that the reader administers. */
export function useManagedOffices(): readonly OfficeRef[] {
  const session = useSession();
  const posts = (session?.posts ?? []).filter(({ roles, capacity }) => roles.includes('office_admin') && capacity !== 'delegated');
  return [...new Map(posts.map(({ office }) => [office.id, office])).values()];
}

export function useOrganisation(officeId: string) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.people, 'organisation', officeId], queryFn: ({ signal }) => api.organisation({ query: { officeId }, signal }) });
}

/** A change of the office, after which whatever shows people or places is asked for again. */
export function useOfficeChange<V, R>({ change, told, onDone }: { readonly change: (values: V) => Promise<R>; readonly told?: string; readonly onDone?: (result: R) => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const queryClient = useQueryClient();
  const refresh = (): Promise<unknown> => Promise.all([keys.people, keys.directory, keys.inbox, keys.books].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: change,
    onSuccess: async (result: R) => {
      if (told !== undefined) tell(translate(told), 'success');
      await refresh();
      onDone?.(result);
    },
    // What somebody else has changed meanwhile is to be seen beside the refusal.
    onError: () => void refresh(),
  });
}
