import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { QueryOf, endpoints } from '#domain/contracts/endpoints';
import { DIRECTIONS, URGENCIES } from '#domain/letter/vocabulary';
import { oneOf } from '../../hooks/use-address-filters';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

export const TASK_KINDS = ['approve', 'assign', 'work', 'acknowledge', 'draft', 'sign', 'judge', 'report', 'adhoc'] as const;
/** A view as an address or a saved filter holds it. */
export type ViewFilters = { readonly [name: string]: string | undefined };
type InboxQuery = QueryOf<(typeof endpoints)['inbox']>;

/** The filters of an address as the API takes them; what the API would refuse is left out. */
export function inboxQuery(filters: ViewFilters): InboxQuery {
  const flag = (value: string | undefined) => (value === 'true' ? ('true' as const) : undefined);
  const given = {
    postId: filters['postId'],
    urgency: oneOf(URGENCIES, filters['urgency']),
    kind: oneOf(TASK_KINDS, filters['kind']),
    direction: oneOf(DIRECTIONS, filters['direction']),
    overdue: flag(filters['overdue']),
    unread: flag(filters['unread']),
    sort: oneOf(['due', 'opened'], filters['sort']),
    q: filters['q'],
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export function useInbox(query: InboxQuery) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...keys.inbox, 'list', query],
    queryFn: ({ pageParam, signal }) => api.inbox({ query: { ...query, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Figures over the whole inbox, by post and by saved filter; undefined until known. */
export function useInboxCounts() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...keys.inbox, 'counts'],
    queryFn: ({ signal }) => api.inboxCounts({ signal }),
    staleTime: 30_000,
  });
  return data;
}
