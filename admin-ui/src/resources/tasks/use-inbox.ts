import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { type InboxQuery, inboxPage } from './inbox-query';

export function useInbox(query: InboxQuery) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...keys.inbox, 'list', query],
    queryFn: ({ pageParam, signal }) => api.inbox({ query: { ...inboxPage(query), ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
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
