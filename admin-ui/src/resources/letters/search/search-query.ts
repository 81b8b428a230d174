import type { endpoints, QueryOf } from '#domain/contracts/endpoints';
import { FACETS, type Facet } from '#domain/search/facets';
import { DIRECTIONS, LETTER_KINDS, SECRECIES, URGENCIES } from '#domain/letter/vocabulary';
import { oneOf } from '../../../hooks/one-of';
import type { AddressFilters } from '../../../hooks/use-address-filters';
import { STATUSES } from '../letters-query';

export type SearchQuery = Omit<NonNullable<QueryOf<(typeof endpoints)['searchLetters']>>, 'limit' | 'cursor' | 'typing' | 'year'> & { readonly year?: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const matching = (pattern: RegExp, text: string | undefined): string | undefined => (text !== undefined && pattern.test(text) ? text : undefined);

/** What an address asks for, as the API takes it; what the API would refuse is left out. */
export function searchQuery(filters: AddressFilters): SearchQuery {
  const given = {
    q: filters['q'],
    status: oneOf(STATUSES, filters['status']), direction: oneOf(DIRECTIONS, filters['direction']), kind: oneOf(LETTER_KINDS, filters['kind']),
    urgency: oneOf(URGENCIES, filters['urgency']), secrecy: oneOf(SECRECIES, filters['secrecy']),
    year: matching(/^2[4-6]\d\d$/, filters['year']), bookId: matching(UUID, filters['bookId']), officeId: matching(UUID, filters['officeId']),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The first sight of what is found. */
export const searchPage = (query: SearchQuery) => ({ ...query, limit: 25 });

export const chosenFacets = (query: SearchQuery): readonly Facet[] => FACETS.filter((facet) => query[facet] !== undefined);
/** Takes every filter out of the address; what was typed stays. */
export const NO_FACETS: { readonly [F in Facet]: undefined } = {
  status: undefined, year: undefined, bookId: undefined, direction: undefined, kind: undefined, urgency: undefined, secrecy: undefined, officeId: undefined,
};
