import type { endpoints, QueryOf } from '#domain/contracts/endpoints';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { inboxQuery, type ViewFilters } from './inbox-query';

/** A view of the inbox in one line, the same whatever order its filters came in; empty for the whole inbox. */
export function viewText(filters: ViewFilters): string {
  const query = Object.entries(inboxQuery(filters) ?? {}).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(query.toSorted(([one = ''], [other = '']) => one.localeCompare(other))).toString();
}

/** The filters of a view that a letter's address carries; undefined where the letter was not opened from the inbox. */
export function viewFilters(address: AddressFilters): AddressFilters | undefined {
  const view = address['view'];
  return view === undefined ? undefined : Object.fromEntries(new URLSearchParams(view));
}

/** Address of a letter as a place in a view. */
export const letterPath = (view: string, { letterId, taskId }: { readonly letterId: string; readonly taskId: string }): string =>
  `/letters/${letterId}?${new URLSearchParams({ task: taskId, view }).toString()}`;

export const inboxPath = (view: string): string => (view === '' ? '/' : `/?${view}`);

/** What is beside a task in a view. */
export const neighboursQuery = (filters: ViewFilters, { letterId, taskId }: { readonly letterId: string; readonly taskId: string }) =>
  // The address was cut to what both endpoints take.
  ({ ...inboxQuery(filters), letterId, taskId }) as NonNullable<QueryOf<(typeof endpoints)['neighbours']>>;
