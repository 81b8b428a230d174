/**
 * Finding letters: the reader's rights stand in the query itself, so that counts, facets and what is offered while typing know of nothing else. What
 * may be seen as an envelope only is found by what stands on the envelope.
 */
import { compileFilter, type LetterFilter } from '#domain/access/filter';
import type { Direction, LetterKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { NumberTerm, SearchQuery, WordTerm } from '#domain/search/query';
import { addDays, firstDayOfYearBe } from '#domain/thai/dates';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern } from './cursors';
import { createParams, type Params } from './params';
import type { Reader } from './readers';

export type SearchFacets = {
  readonly bookId?: string | undefined;
  readonly year?: number | undefined;
  readonly direction?: Direction | undefined;
  readonly kind?: LetterKind | undefined;
  readonly urgency?: Urgency | undefined;
  readonly status?: 'running' | 'held' | 'ended' | undefined;
  readonly officeId?: string | undefined;
  readonly secrecy?: Secrecy | undefined;
};
/** A term with the words that it consists of. */
export type WordedTerm = NumberTerm | (WordTerm & { readonly words: readonly string[] });
export type Search = {
  readonly query: Omit<SearchQuery, 'terms'> & { readonly terms: readonly WordedTerm[] };
  readonly facets: SearchFacets;
  /** The last term may be the beginning of a longer one. */
  readonly isTyping?: boolean | undefined;
};

/** So many of the newest are ranked and counted; beyond, the number of those found is only known to be larger. */
export const FOUND_MAX = 2_000;

export type FoundKey = { readonly id: string; readonly score: number; readonly sortedAt: string };
export type FacetCount = { readonly facet: keyof SearchFacets; readonly value: string; readonly n: number };
export type Found = { readonly keys: readonly FoundKey[]; readonly total: number; readonly facets: readonly FacetCount[] };
type Args = { readonly reader: Reader; /** Books whose earlier registers the reader may open. */ readonly earlierBookIds: readonly string[]; readonly search: Search; readonly limit: number; readonly after: readonly (string | number)[] | null; readonly withFacets: boolean };

/** A page of what is found, best first, with counts over all of it. `total` is at most {@link FOUND_MAX} + 1. */
export async function findLetters(tx: Tx, { reader, earlierBookIds, search, limit, after, withFacets }: Args): Promise<Found> {
  const params = createParams();
  const access = accessOf(params, reader, earlierBookIds);
  const where = whereOf(search, access, params);
  const score = scoreOf(search, params);
  const start = after === null ? '' : `where (f.score, f.sorted_at, f.id) < (${params.add(after[0], 'int')}, ${params.add(after[1], 'timestamptz')}, ${params.add(after[2], 'uuid')})`;
  const { rows } = await tx.query<{ keys: FoundKey[]; total: number; facets: FacetCount[] }>(
    `with found as materialized (
       select s.id, s.sorted_at, ${score} as score, extract(year from s.entry_day)::int + 543 as year, s.direction, s.kind, s.urgency, s.status, s.office_id,
         case when ${access.reveal} then s.secrecy end as secrecy, case when ${access.reveal} then s.book_ids else '{}' end as book_ids
       from letter_search s where ${where} order by s.sorted_at desc, s.id desc limit ${FOUND_MAX + 1}),
     page as (select f.id, f.score, f.sorted_at from found f ${start} order by f.score desc, f.sorted_at desc, f.id desc limit ${params.add(limit, 'int')})
     select (select count(*)::int from found) as total,
       (select coalesce(json_agg(json_build_object('id', p.id, 'score', p.score, 'sortedAt', to_char(p.sorted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by p.score desc, p.sorted_at desc, p.id desc), '[]') from page p) as keys,
       ${withFacets ? FACETS_SQL : "'[]'::json"} as facets`,
    params.values,
  );
  return rows[0]!;
}

/** Ids of everything that is found, newest first, a batch at a time. */
export async function listFoundIds(tx: Tx, { reader, earlierBookIds, search, limit, after }: Omit<Args, 'withFacets'>): Promise<readonly FoundKey[]> {
  const params = createParams();
  const access = accessOf(params, reader, earlierBookIds);
  const start = after === null ? '' : ` and (s.sorted_at, s.id) < (${params.add(after[0], 'timestamptz')}, ${params.add(after[1], 'uuid')})`;
  const { rows } = await tx.query<FoundKey>(
    `select s.id, 0 as score, s.sorted_at as "sortedAt" from letter_search s where ${whereOf(search, access, params)}${start} order by s.sorted_at desc, s.id desc limit ${params.add(limit, 'int')}`,
    params.values,
  );
  return rows;
}

const FACETS_SQL = `(select coalesce(json_agg(json_build_object('facet', c.facet, 'value', c.value, 'n', c.n) order by c.facet, c.n desc, c.value), '[]') from (
    select case when grouping(year) = 0 then 'year' when grouping(direction) = 0 then 'direction' when grouping(kind) = 0 then 'kind' when grouping(urgency) = 0 then 'urgency'
        when grouping(status) = 0 then 'status' when grouping(office_id) = 0 then 'officeId' else 'secrecy' end as facet,
      coalesce(year::text, direction, kind, urgency, status, office_id::text, secrecy) as value, count(*)::int as n
    from found group by grouping sets ((year), (direction), (kind), (urgency), (status), (office_id), (secrecy))
    union all select 'bookId', b::text, count(*)::int from found, unnest(book_ids) b group by b) c where c.value is not null)`;

/** Letters by the reader's part in them, entries of earlier registers by their book. */
function accessOf(params: Params, reader: Reader, earlierBookIds: readonly string[]): LetterFilter {
  const { sql, reveal, ...rest } = params.filter((firstParam) => compileFilter(reader, { alias: 's', firstParam }));
  const isLetter = 's.imported_book_id is null';
  const isEarlier = `s.imported_book_id = any(${params.add(earlierBookIds, 'uuid[]')})`;
  return { ...rest, sql: `((${isLetter} and ${sql}) or ${isEarlier})`, reveal: `((${isLetter} and ${reveal}) or ${isEarlier})` };
}

function whereOf({ query, facets, isTyping = false }: Search, access: LetterFilter, params: Params): string {
  const terms = query.terms.map((term, index) => termSql(term, { params, isPrefix: isTyping && index === query.terms.length - 1 }));
  const onEnvelope = terms.map(({ envelope }) => envelope);
  return [
    access.sql,
    ...terms.map(({ all }) => all),
    // Who sees the envelope finds by it alone.
    ...(terms.length === 0 ? [] : [`(${access.reveal} or (${onEnvelope.join(' and ')}))`]),
    ...daysSql(query, params),
    ...(query.urgency === null ? [] : [`s.urgency = ${params.add(query.urgency, 'text')}`]),
    ...facetsSql(facets, access.reveal, params),
  ].join(' and ');
}

type TermSql = { readonly all: string; readonly envelope: string };
type TermArgs = { readonly params: Params; readonly isPrefix: boolean };

/** Shortest fragment that the index of fragments can look for. */
const FRAGMENT_MIN = 3;

function termSql(term: WordedTerm, { params, isPrefix }: TermArgs): TermSql {
  if (term.kind === 'number') return numberSql(term, { params, isPrefix });
  const fragment = params.add(likePattern(term.key), 'text');
  const words = params.add(toTsQuery(term.words.length === 0 ? [term.key] : term.words, isPrefix), 'tsquery');
  const inside = term.isPhrase ? `(s.inside_words @@ ${words} and lower(s.inside) like ${params.add(likePattern(norm(term.text)), 'text')})` : `s.inside_words @@ ${words}`;
  // A figure is a whole one: 12 is not to be found in 2512.
  const isWord = term.key.length < FRAGMENT_MIN || /^\d+$/.test(term.key);
  const head = isWord ? `s.head_words @@ ${words}` : `s.head like ${fragment}`;
  return { all: `(${head} or ${inside})`, envelope: `s.envelope like ${fragment}` };
}

function numberSql({ keys }: NumberTerm, { params, isPrefix }: TermArgs): TermSql {
  const whole = `s.numbers && ${params.add(keys, 'text[]')}`;
  const spelled = params.add(keys.map((key) => likePattern(` ${key}${isPrefix ? '' : ' '}`)), 'text[]');
  return { all: isPrefix ? `(${whole} or s.head like any(${spelled}))` : whole, envelope: `s.envelope like any(${spelled})` };
}

const toTsQuery = (words: readonly string[], isPrefix: boolean): string =>
  words.map((word, index) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isPrefix && index === words.length - 1 ? ':*' : ''}`).join(' & ');

function daysSql({ days }: Pick<SearchQuery, 'days'>, params: Params): readonly string[] {
  if (days === null) return [];
  const from = params.add(days.from ?? '-infinity', 'date');
  const to = params.add(days.to ?? 'infinity', 'date');
  return [`(s.letter_day between ${from} and ${to} or s.entry_day between ${from} and ${to})`];
}

function facetsSql({ bookId, year, officeId, secrecy, ...plain }: SearchFacets, reveal: string, params: Params): readonly string[] {
  const equal = Object.entries(plain).flatMap(([name, value]) => (value === undefined ? [] : [`s.${name} = ${params.add(value, 'text')}`]));
  return [
    ...equal,
    ...(bookId === undefined ? [] : [`${reveal} and ${params.add(bookId, 'uuid')} = any(s.book_ids)`]),
    ...(year === undefined ? [] : [`s.entry_day between ${params.add(firstDayOfYearBe(year), 'date')} and ${params.add(addDays(firstDayOfYearBe(year + 1), -1), 'date')}`]),
    ...(officeId === undefined ? [] : [`s.office_id = ${params.add(officeId, 'uuid')}`]),
    ...(secrecy === undefined ? [] : [`${reveal} and s.secrecy = ${params.add(secrecy, 'text')}`]),
  ];
}

/** Score of what is found by its inside alone. */
export const INSIDE_ONLY = 1;

/** 3: all that was typed stands together in the heading; 2: each part stands in the heading, or it is the number; 1: some only inside. */
function scoreOf({ query: { terms } }: Search, params: Params): string {
  const words = terms.flatMap((term) => (term.kind === 'words' ? [term.key] : []));
  if (words.length === 0) return '2';
  const each = `s.head like all(${params.add(words.map(likePattern), 'text[]')})`;
  return `(case when s.head like ${params.add(likePattern(words.join('')), 'text')} then 3 when ${each} then 2 else ${INSIDE_ONLY} end)`;
}
