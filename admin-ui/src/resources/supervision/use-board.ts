import { useInfiniteQuery } from '@tanstack/react-query';
import type { SupervisionItem } from '#domain/contracts/supervision';
import { REST_DAYS, REST_DAYS_MAX, SUPERVISION_GROUPS, SUPERVISION_STATES } from '#domain/letter/supervised';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { URGENCIES } from '#domain/letter/vocabulary';
import { type AddressFilters, oneOf } from '../../hooks/use-address-filters';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

export type Board = ResponseOf<(typeof endpoints)['supervision']>;
export type GroupBy = (typeof SUPERVISION_GROUPS)[number];
export type BoardView = ReturnType<typeof boardView>;

/** Filter of each kind of group. */
export const GROUP_FILTER: { readonly [G in GroupBy]: 'unitId' | 'personId' | 'step' | 'correspondent' } = { unit: 'unitId', person: 'personId', step: 'step', correspondent: 'correspondent' };

/** What the address asks for; what it has that is no filter is left aside. */
export function boardView(filters: AddressFilters) {
  const days = Number(filters['restDays']);
  const restDays = Number.isInteger(days) && days >= 1 && days <= REST_DAYS_MAX ? days : REST_DAYS;
  const urgency = oneOf(URGENCIES, filters['urgency']);
  const texts = Object.fromEntries([...Object.values(GROUP_FILTER), 'q'].flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])));
  return {
    filter: { state: oneOf(SUPERVISION_STATES, filters['state']) ?? 'both', restDays, ...texts, ...(urgency === undefined ? {} : { urgency }) },
    groupBy: oneOf(SUPERVISION_GROUPS, filters['groupBy']) ?? 'unit',
  };
}

/** A time limit passes without anybody's act, so that nothing tells of it: what is late is on the board this soon. */
const LATE_MS = 20_000;

export function useBoard({ filter, groupBy }: BoardView) {
  const api = useApi();
  const list = useInfiniteQuery({
    queryKey: [...keys.supervision, 'board', filter, groupBy],
    queryFn: ({ pageParam, signal }) => api.supervision({ query: { ...filter, groupBy, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // Another filter keeps what is shown until its answer is there.
    placeholderData: (before) => before,
    refetchInterval: LATE_MS,
  });
  return { list, board: list.data?.pages[0], items: list.data?.pages.flatMap((page): SupervisionItem[] => page.items) };
}

export const idOf = ({ letterId, taskId }: SupervisionItem): string => `${letterId}/${taskId}`;
