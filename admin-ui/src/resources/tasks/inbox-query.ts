import type { QueryOf, endpoints } from '#domain/contracts/endpoints';
import { DIRECTIONS, URGENCIES } from '#domain/letter/vocabulary';
import { oneOf } from '../../hooks/one-of';

export const TASK_KINDS = ['approve', 'assign', 'work', 'acknowledge', 'draft', 'sign', 'judge', 'report', 'adhoc'] as const;
/** A view as an address or a saved filter holds it. */
export type ViewFilters = { readonly [name: string]: string | undefined };
export type InboxQuery = QueryOf<(typeof endpoints)['inbox']>;

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

/** The first sight of a view. */
export const inboxPage = (query: InboxQuery) => ({ ...query, limit: 25 });
