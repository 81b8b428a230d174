/** Reserved numbers: who may reserves them, keeps them for letters, and cancels what was not used. */
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import type { entryParamsSchema } from '#domain/contracts/books';
import type * as contract from '#domain/contracts/number-blocks';
import { DomainError } from '#domain/errors';
import { bangkokDate, yearBe as yearOf } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import * as blocks from '#db/repositories/number-blocks';
import type { Reader } from '#db/repositories/readers';
import type { BookRow } from '#db/repositories/registers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { getKnownLetter } from '../letters/access';
import { keyAfter } from '../paging';
import { bookFacts, openBook } from './books.service';
import { assertTakes } from './take.rights';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type In<K extends keyof typeof contract> = (typeof contract)[K] extends z.ZodType ? z.output<(typeof contract)[K]> : never;
type Year = z.output<typeof entryParamsSchema>;
type Block = In<'blockParamsSchema'>;

type Asked = Year & In<'blockQuerySchema'> & { readonly locale: Locale };

/** @throws DomainError NOT_FOUND for a book that is not to be known, BOOK_YEAR_UNKNOWN */
export async function readBlocks(deps: Deps, reader: Reader, { bookId, yearBe, limit, cursor, openOnly = false, locale }: Asked): Promise<In<'blockPageSchema'>> {
  const book = await openBook(deps, reader, { bookId, yearBe });
  const [after = null] = keyAfter(cursor, ['number'], locale) ?? [];
  const at = deps.now().toISOString();
  const page = await blocks.listBlocks(deps.pool, { book, yearBe, reader, day: bangkokDate(at), openOnly, limit, after: after === null ? null : Number(after) });
  return { ...page, book, mayTake: decide(reader, 'book.take', bookFacts(book)).allow, isOpen: yearBe === yearOf(at) };
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, BOOK_HELD, BOOK_YEAR_CLOSED, RESERVED_UNTIL_INVALID */
export async function reserve(deps: Deps, reader: Reader, { bookId, yearBe, body, locale }: Year & { readonly body: In<'blockReserveSchema'>; readonly locale: Locale }): Promise<In<'blockPageSchema'>> {
  const book = await openBookOfAnyYear(deps, reader, { bookId, yearBe });
  const by = assertTakes(deps, reader, book);
  await withTransaction(deps.pool, (tx) => blocks.reserveBlock(tx, { ...body, book, yearBe, by }));
  return readBlocks(deps, reader, { bookId, yearBe, limit: 20, locale });
}

/** A year that the book does not have is refused as one that is not running. */
async function openBookOfAnyYear(deps: Deps, reader: Reader, { bookId, yearBe }: Year): Promise<BookRow> {
  const current = yearOf(deps.now().toISOString());
  const book = await openBook(deps, reader, { bookId, yearBe: current });
  if (yearBe !== current) throw new DomainError('BOOK_YEAR_CLOSED', { yearBe, current });
  return book;
}

async function changeBlock(deps: Deps, reader: Reader, { bookId, yearBe, blockId }: Block, work: (tx: Tx, of: { readonly book: BookRow; readonly by: blocks.By }) => Promise<void>): Promise<In<'numberBlockSchema'>> {
  const book = await openBook(deps, reader, { bookId, yearBe });
  const by = assertTakes(deps, reader, book);
  await withTransaction(deps.pool, (tx) => work(tx, { book, by }));
  const { items } = await blocks.listBlocks(deps.pool, { book, yearBe, reader, day: bangkokDate(by.at), openOnly: false, limit: 1, after: null, blockId });
  return items[0]!;
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, NUMBER_NOT_RESERVED */
export const cancelNumbers = (deps: Deps, reader: Reader, { body, ...block }: Block & { readonly body: In<'blockCancelSchema'> }): Promise<In<'numberBlockSchema'>> =>
  changeBlock(deps, reader, block, (tx, { book, by }) => blocks.cancelBlockNumbers(tx, { book, by, yearBe: block.yearBe, blockId: block.blockId, ...body }));

/** @throws DomainError NOT_FOUND, FORBIDDEN, BOOK_YEAR_CLOSED, NUMBER_NOT_RESERVED, NUMBER_GIVEN, LETTER_NUMBERED_THERE, LETTER_ENDED */
export const keepForLetter = (deps: Deps, reader: Reader, { body, ...number }: In<'blockNumberParamsSchema'> & { readonly body: In<'numberKeepSchema'> }): Promise<In<'numberBlockSchema'>> =>
  changeBlock(deps, reader, number, async (tx, { book, by }) => {
    if (body.letterId !== null) await getKnownLetter(tx, reader, body.letterId);
    const { yearBe, blockId, entryId } = number;
    await blocks.keepNumber(tx, { book, by, yearBe, blockId, entryId, ...body });
  });
