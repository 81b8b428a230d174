import { useQuery } from '@tanstack/react-query';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';

export type Versions = ResponseOf<(typeof endpoints)['routeVersions']>;
export type VersionInfo = Versions['versions'][number];

/** Every version of a route, the newest first. */
export function useVersions(routeId: string) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.routeDesigns, 'versions', routeId], queryFn: ({ signal }) => api.routeVersions({ params: { id: routeId }, signal }) });
}

/** A version as it was drawn: it never changes, only whether it is in force. */
export function useVersion(versionId: string | undefined) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.routeDesigns, 'version', versionId], queryFn: ({ signal }) => api.routeVersion({ params: { id: versionId ?? '' }, signal }), enabled: versionId !== undefined });
}
