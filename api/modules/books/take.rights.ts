/** Who takes numbers of a book by hand. */
import type { reservedNumberSchema } from '#domain/contracts/number-blocks';
import { DomainError, isDomainError } from '#domain/errors';
import { findReservedPlace, keepNumber, type By } from '#db/repositories/number-blocks';
import type { Reader } from '#db/repositories/readers';
import type { BookRow } from '#db/repositories/registers';
import type { Tx } from '#db/tx';
import type { z } from 'zod';
import type { ApiDeps } from '../../deps';
import { assertMay } from '../people/people.rights';
import { bookFacts, openBook } from './books.service';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;

/** Who records an act on a book's numbers. @throws DomainError FORBIDDEN */
export function assertTakes({ now }: Deps, reader: Reader, book: BookRow): By {
  return { ...assertMay(reader, 'book.take', [bookFacts(book)], now().toISOString()), personId: reader.personId };
}

/**
 * Whoever starts a letter may ask for a number that was reserved: it is kept for the letter in the transaction that writes the letter down.
 * @throws DomainError NUMBER_NOT_RESERVED for one that is not the reader's to know, FORBIDDEN
 */
export async function planNumber(deps: Deps, reader: Reader, { entryId, reason, usedAt }: z.output<typeof reservedNumberSchema>): Promise<(tx: Tx, letterId: string) => Promise<void>> {
  const place = await findReservedPlace(deps.pool, entryId);
  if (place === null) throw new DomainError('NUMBER_NOT_RESERVED', { field: 'reserved' });
  const book = await openBook(deps, reader, place).catch((refusal: unknown) => {
    // Whose it is must not be learnt by trying.
    throw isDomainError(refusal) && refusal.code === 'NOT_FOUND' ? new DomainError('NUMBER_NOT_RESERVED', { field: 'reserved' }) : refusal;
  });
  const by = assertTakes(deps, reader, book);
  return (tx, letterId) => keepNumber(tx, { ...place, book, by, entryId, letterId, reason: reason ?? '', usedAt });
}
