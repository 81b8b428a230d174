import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

/** Routes of an office: in force, drafts, proposals. */
export function useDesigns(officeId: string | undefined) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.routeDesigns, 'list', officeId], queryFn: ({ signal }) => api.routeDesigns({ query: officeId === undefined ? {} : { officeId }, signal }) });
}

/** What verifier, pickers and previews need of an office; the same for as long as a route is being drawn. */
export function useDesignContext(officeId: string | undefined) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.routeDesigns, 'context', officeId], queryFn: ({ signal }) => api.routeDesignContext({ query: officeId === undefined ? {} : { officeId }, signal }), staleTime: 5 * 60_000, refetchOnWindowFocus: false });
}
