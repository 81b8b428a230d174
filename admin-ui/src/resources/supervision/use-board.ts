import { useInfiniteQuery } from '@tanstack/react-query';
import type { SupervisionItem } from '#domain/contracts/supervision';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { boardPage, type BoardView } from './board-view';

export type Board = ResponseOf<(typeof endpoints)['supervision']>;

/** A time limit passes without anybody's act, so that nothing tells of it: what is late is on the board this soon. */
const LATE_MS = 20_000;

export function useBoard({ filter, groupBy }: BoardView) {
  const api = useApi();
  const list = useInfiniteQuery({
    queryKey: [...keys.supervision, 'board', filter, groupBy],
    queryFn: ({ pageParam, signal }) => api.supervision({ query: { ...boardPage({ filter, groupBy }), ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // Another filter keeps what is shown until its answer is there.
    placeholderData: (before) => before,
    refetchInterval: LATE_MS,
  });
  return { list, board: list.data?.pages[0], items: list.data?.pages.flatMap((page): SupervisionItem[] => page.items) };
}

export const idOf = ({ letterId, taskId }: SupervisionItem): string => `${letterId}/${taskId}`;
