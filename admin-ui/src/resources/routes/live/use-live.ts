import { useQuery } from '@tanstack/react-query';
import type { endpoints, QueryOf } from '#domain/contracts/endpoints';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';

/** A time limit passes without anybody's act: what is late shows this soon, as on the supervisor's board. */
const LATE_MS = 20_000;

/** Where letters stand on a version now. Whatever changes a letter asks for it again. */
export function useLive(routeId: string, versionId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.letters, 'live', routeId, versionId],
    queryFn: ({ signal }) => api.routeLive({ params: { id: routeId }, query: versionId === undefined ? {} : { versionId }, signal }),
    refetchInterval: LATE_MS,
    placeholderData: (before) => before,
  });
}

export type PracticeQuery = NonNullable<QueryOf<(typeof endpoints)['routePractice']>>;

/** What did not go as drawn in a span of days. */
export function usePractice(routeId: string, query: PracticeQuery, isOff: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.letters, 'practice', routeId, query],
    queryFn: ({ signal }) => api.routePractice({ params: { id: routeId }, query, signal }),
    enabled: !isOff,
    placeholderData: (before) => before,
  });
}

type Wanted = { readonly versionId: string; readonly nodeId: string; readonly step: string; readonly more?: { readonly [name: string]: string } };

/** Address of the letters behind a count. */
export const lettersAt = ({ versionId, nodeId, step, more = {} }: Wanted): string => `/letters?${new URLSearchParams({ routeVersionId: versionId, nodeId, step, ...more }).toString()}`;
