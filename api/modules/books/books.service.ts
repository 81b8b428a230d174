/** Receive and send registers as their readers may see them. */
import type * as checks from '#domain/contracts/book-check';
import type * as contract from '#domain/contracts/books';
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { rolePosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import type { Reader } from '#db/repositories/readers';
import { checkBookYear } from '#db/repositories/book-check';
import { findBook, listBooks, listEntries, type BookRow } from '#db/repositories/registers';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';

export type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;

/** What the policy asks of a book. */
export const bookFacts = ({ office, unit, kind }: BookRow) => ({ officeId: office.id, unitId: unit?.id ?? null, kind });
const mayRead = (reader: Reader, book: BookRow): boolean => decide(reader, 'book.read', bookFacts(book)).allow;
const currentYear = ({ now }: Deps): number => yearBe(now().toISOString());

/** Books that the reader may open. */
export async function readBooks(deps: Deps, reader: Reader): Promise<In<'bookListSchema'>> {
  const officeIds = [...new Set(rolePosts(reader).flatMap((post) => [post.officeId, ...post.officeIds]))];
  const books = await listBooks(deps.pool, { officeIds, yearBe: currentYear(deps) });
  return { items: books.filter((book) => mayRead(reader, book)).map((book) => withRights(reader, book)) };
}

type Asked = In<'entryParamsSchema'> & In<'entryQuerySchema'> & { readonly locale: Locale };

/** A book with what its reader may do with it. */
export type KnownBook = BookRow & { readonly canKeep: boolean };
const withRights = (reader: Reader, book: BookRow): KnownBook => ({ ...book, canKeep: decide(reader, 'book.take', bookFacts(book)).allow });

/** A book that the reader may open. @throws DomainError NOT_FOUND for one that is not to be known */
export async function knownBook(deps: Deps, reader: Reader, bookId: string): Promise<KnownBook> {
  const book = await findBook(deps.pool, { bookId, yearBe: currentYear(deps) });
  if (book === null || !mayRead(reader, book)) throw new DomainError('NOT_FOUND', { bookId });
  return withRights(reader, book);
}

/** A book of which the reader may open this year. @throws DomainError NOT_FOUND for a book that is not to be known, BOOK_YEAR_UNKNOWN */
export async function openBook(deps: Deps, reader: Reader, { bookId, yearBe: year }: In<'entryParamsSchema'>): Promise<KnownBook> {
  const book = await knownBook(deps, reader, bookId);
  if (!book.years.some((each) => each.yearBe === year)) throw new DomainError('BOOK_YEAR_UNKNOWN', { bookId, yearBe: year });
  return book;
}

/** A page of a year of a book. @throws DomainError NOT_FOUND for a book that is not to be known, BOOK_YEAR_UNKNOWN */
export async function readEntries(deps: Deps, reader: Reader, { bookId, yearBe: year, cursor, locale, ...query }: Asked): Promise<In<'entryPageSchema'>> {
  const book = await openBook(deps, reader, { bookId, yearBe: year });
  const [no, suffix] = keyAfter(cursor, ['number', 'text'], locale) ?? [];
  const page = await listEntries(deps.pool, { ...query, book, yearBe: year, reader, after: no === undefined ? null : { no: Number(no), suffix: String(suffix) } });
  return { ...page, book };
}

/** What a registrar has to explain of a year. @throws DomainError NOT_FOUND for a book that is not to be known, BOOK_YEAR_UNKNOWN */
export async function checkYear(deps: Deps, reader: Reader, params: In<'entryParamsSchema'>): Promise<z.output<typeof checks.bookCheckSchema>> {
  const book = await openBook(deps, reader, params);
  const checkedAt = deps.now().toISOString();
  return { book, yearBe: params.yearBe, checkedAt, ...(await checkBookYear(deps.pool, { book, yearBe: params.yearBe, reader, day: bangkokDate(checkedAt) })) };
}
