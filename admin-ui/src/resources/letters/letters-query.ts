import type { PracticeKind } from '#domain/contracts/letters';
import type { endpoints, QueryOf } from '#domain/contracts/endpoints';
import { DIRECTIONS, LETTER_KINDS, URGENCIES } from '#domain/letter/vocabulary';
import { oneOf } from '../../hooks/one-of';
import type { AddressFilters } from '../../hooks/use-address-filters';

type Query = QueryOf<(typeof endpoints)['listLetters']>;
export const STATUSES = ['running', 'held', 'ended'] as const;

/** The filters of an address as the API takes them; what the API would refuse is left out. */
export function lettersQuery(filters: AddressFilters): NonNullable<Query> {
  const given = {
    direction: oneOf(DIRECTIONS, filters['direction']),
    status: oneOf(STATUSES, filters['status']),
    kind: oneOf(LETTER_KINDS, filters['kind']),
    urgency: oneOf(URGENCIES, filters['urgency']),
    overdue: oneOf(['true'], filters['overdue']),
    mine: oneOf(['true'], filters['mine']),
    q: filters['q'],
    ...ofRoute(filters),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const PRACTICE: readonly PracticeKind[] = ['tasks', 'fallbacks', 'adhoc', 'returns'];

/** What a route's drawing asks for: where letters stand, or what has happened there. */
function ofRoute(filters: AddressFilters) {
  const routeVersionId = filters['routeVersionId'];
  if (routeVersionId === undefined) return {};
  return { routeVersionId, nodeId: filters['nodeId'], practice: oneOf(PRACTICE, filters['practice']), from: filters['from'], to: filters['to'] };
}

/** The first sight of the list. */
export const lettersPage = (query: NonNullable<Query>) => ({ ...query, limit: 25 });
