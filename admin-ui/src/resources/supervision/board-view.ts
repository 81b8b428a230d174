import { REST_DAYS, REST_DAYS_MAX, SUPERVISION_GROUPS, SUPERVISION_STATES } from '#domain/letter/supervised';
import { URGENCIES } from '#domain/letter/vocabulary';
import { oneOf } from '../../hooks/one-of';
import type { AddressFilters } from '../../hooks/use-address-filters';

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

/** The first sight of the board. */
export const boardPage = ({ filter, groupBy }: BoardView) => ({ ...filter, groupBy, limit: 25 });
