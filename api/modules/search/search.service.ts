/** The one box: what was typed is understood, what is found is counted, ranked and shown as its reader may see it. */
import type { z } from 'zod';
import type { FoundLetter, SearchPage, searchQuerySchema } from '#domain/contracts/search';
import type { LocalName } from '#domain/contracts/common';
import { FACETS } from '#domain/search/facets';
import { createWordReader } from '#domain/search/keys';
import { parseQuery, type SearchQuery } from '#domain/search/query';
import { snippetOf } from '#domain/search/snippet';
import { bangkokDate } from '#domain/thai/dates';
import { toCursor } from '#db/repositories/cursors';
import { listEarlierBooks } from '#db/repositories/earlier-entries';
import { type FoundRow, listFoundRows } from '#db/repositories/found-letters';
import { type FacetCount, findLetters, FOUND_MAX, INSIDE_ONLY, type Search, type SearchFacets } from '#db/repositories/letter-search';
import type { Reader } from '#db/repositories/readers';
import { listFacetNames } from '#db/repositories/search-names';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';

export type SearchDeps = Pick<ApiDeps, 'pool' | 'now'>;
type Asked = Omit<z.output<typeof searchQuerySchema>, 'cursor' | 'limit' | 'typing'>;

const wordsOf = createWordReader();

/** What is asked for, with the words of each term. `today` is the day on which เมื่อวาน is said. */
export function toSearch({ q = '', ...facets }: Asked, { at, isTyping = false }: { readonly at: string; readonly isTyping?: boolean }): Search {
  const query = parseQuery(q, bangkokDate(at));
  const terms = query.terms.map((term) => (term.kind === 'number' ? term : { ...term, words: wordsOf(term.text) }));
  return { query: { ...query, terms }, facets, isTyping: isTyping && !/\s$/.test(q) };
}

/** Whether anything is asked for at all: nothing typed and no facet chosen finds nothing. */
export const isAsked = ({ query, facets }: Search): boolean =>
  query.terms.length > 0 || query.days !== null || query.urgency !== null || Object.values(facets).some((value) => value !== undefined);

type Args = { readonly query: z.output<typeof searchQuerySchema>; readonly reader: Reader; readonly locale: Locale };

/** @throws DomainError VALIDATION_FAILED for a cursor that is none of ours */
export async function search({ pool, now }: SearchDeps, { query: { cursor, limit, typing, ...asked }, reader, locale }: Args): Promise<SearchPage> {
  const at = now().toISOString();
  const wanted = toSearch(asked, { at, isTyping: typing === true });
  const after = keyAfter(cursor, ['number', 'instant', 'id'], locale);
  const understood = say(wanted.query);
  if (!isAsked(wanted)) return { items: [], total: 0, isMore: false, nextCursor: null, facets: [], understood };
  const earlierBookIds = await listEarlierBooks(pool, reader);
  const { keys, total, facets } = await findLetters(pool, { reader, earlierBookIds, search: wanted, limit: limit + 1, after, withFacets: typing !== true });
  const shown = keys.slice(0, limit);
  const rows = await listFoundRows(pool, { reader, earlierBookIds, ids: shown.map(({ id }) => id), at });
  const last = shown.at(-1);
  const insideOnly = new Set(shown.filter(({ score }) => score === INSIDE_ONLY).map(({ id }) => id));
  return {
    items: rows.map((row) => toItem(row, insideOnly.has(row.id) ? wanted.query : null)),
    total: Math.min(total, FOUND_MAX),
    isMore: total > FOUND_MAX,
    nextCursor: keys.length > limit && last !== undefined ? toCursor([last.score, last.sortedAt, last.id]) : null,
    facets: await named(pool, facets),
    understood,
  };
}

const say = ({ terms, days, urgency }: SearchQuery): SearchPage['understood'] => ({
  numbers: terms.flatMap((term) => (term.kind === 'number' ? [term.text] : [])),
  words: terms.flatMap((term) => (term.kind === 'words' ? [term.text] : [])),
  days: days === null ? null : { text: days.text, from: days.from, to: days.to },
  urgency,
});

/** With a piece of what is inside where `query` was found there only. */
export function toItem({ isRevealed: _, inside, ...row }: FoundRow, query: Search['query'] | null): FoundLetter {
  const terms = query?.terms ?? [];
  const phrases = terms.flatMap((term) => (term.kind === 'words' ? [term.text] : []));
  const words = terms.flatMap((term) => (term.kind === 'words' ? term.words : []));
  return { ...row, snippet: inside === '' ? null : (snippetOf(inside, phrases) ?? snippetOf(inside, words)) };
}

/** In the order of the contract; offices and books with their names. */
async function named(pool: SearchDeps['pool'], counts: readonly FacetCount[]): Promise<SearchPage['facets']> {
  if (counts.length === 0) return [];
  const idsOf = (facet: keyof SearchFacets): readonly string[] => counts.filter((count) => count.facet === facet).map(({ value }) => value);
  const names: ReadonlyMap<string, LocalName> = await listFacetNames(pool, { officeIds: idsOf('officeId'), bookIds: idsOf('bookId') });
  const order = (one: FacetCount, other: FacetCount): number => (one.facet === 'year' ? Number(other.value) - Number(one.value) : 0);
  return FACETS.map((facet) => ({
    facet,
    values: counts.filter((count) => count.facet === facet).toSorted(order).map(({ value, n }) => ({ value, name: names.get(value) ?? null, n })),
  })).filter(({ values }) => values.length > 0);
}
