import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

type Paged<Item> = { readonly items: readonly Item[]; readonly total: number; readonly nextCursor: string | null };

/** One of the desk's lists, page by page. `view` says which. */
export function useDeskList<Item, P extends Paged<Item>>(view: readonly unknown[], ask: (paging: { readonly limit: number; readonly cursor?: string }, signal: AbortSignal) => Promise<P>) {
  const list = useInfiniteQuery({
    queryKey: [...keys.desk, 'list', ...view],
    queryFn: ({ pageParam, signal }) => ask({ limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last: P) => last.nextCursor,
  });
  return { list, items: list.data?.pages.flatMap((page) => page.items as Item[]), total: list.data?.pages[0]?.total ?? 0 };
}

/** How much stands in each list, for the tabs. */
export function useDeskCounts(day: string): { readonly [T in 'received' | 'sent' | 'waiting' | 'returned']: number | undefined } {
  const api = useApi();
  const isOpen = useSession()?.can.includes('desk') === true;
  const counts = <T>(view: readonly unknown[], queryFn: (args: { signal: AbortSignal }) => Promise<T>) => ({ queryKey: [...keys.desk, 'count', ...view], queryFn, enabled: isOpen });
  const ofDay = useQuery(counts(['day', day], ({ signal }) => api.received({ query: { day, limit: 1 }, signal })));
  const waiting = useQuery(counts(['waiting'], ({ signal }) => api.waiting({ query: { limit: 1 }, signal })));
  const returned = useQuery(counts(['returned'], ({ signal }) => api.returned({ query: { limit: 1 }, signal })));
  return { received: ofDay.data?.counts.received, sent: ofDay.data?.counts.sent, waiting: waiting.data?.total, returned: returned.data?.total };
}
