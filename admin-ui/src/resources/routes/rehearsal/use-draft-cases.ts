import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';

export const draftCasesKey = (draftId: string) => [...keys.routeChoice, 'cases', draftId];

/** The test cases that are kept with a draft. */
export function useDraftCases(draftId: string) {
  const api = useApi();
  return useQuery({ queryKey: draftCasesKey(draftId), queryFn: ({ signal }) => api.routeDraftCases({ params: { id: draftId }, signal }), refetchOnWindowFocus: false });
}
