/** Corrections of what a register says of an entry: visible, with who, when and why; what stood there is never overwritten. */
import type { z } from 'zod';
import type { amendedSchema, amendParamsSchema, amendSchema } from '#domain/contracts/books';
import { DomainError } from '#domain/errors';
import { amendable } from '#domain/numbering/amendment';
import { isCivilDate } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import { addAmendment, lockEntry } from '#db/repositories/amendments';
import { auditOffice } from '#db/repositories/edits';
import type { Reader } from '#db/repositories/readers';
import { listEntries } from '#db/repositories/registers';
import { type Deps, openBook } from './books.service';
import { assertTakes } from './take.rights';

type Asked = z.output<typeof amendParamsSchema> & z.output<typeof amendSchema>;

/**
 * @throws DomainError NOT_FOUND for what is not to be known, FORBIDDEN, BOOK_YEAR_UNKNOWN; ENTRY_NOT_AMENDABLE for what the register itself gives, AMENDMENT_DATE,
 * AMENDMENT_SAME where nothing would change
 */
export async function amendEntry(deps: Deps, reader: Reader, { bookId, yearBe, entryId, field, newValue, reason }: Asked): Promise<z.output<typeof amendedSchema>> {
  const book = await openBook(deps, reader, { bookId, yearBe });
  const by = assertTakes(deps, reader, book);
  if (!amendable(book.kind).includes(field)) throw new DomainError('ENTRY_NOT_AMENDABLE', { field });
  if (field === 'letterDate' && newValue !== '' && !isCivilDate(newValue)) throw new DomainError('AMENDMENT_DATE', { field: 'newValue' });
  return withTransaction(deps.pool, async (tx) => {
    const found = await lockEntry(tx, { entryId, bookId, yearBe });
    if (found === null) throw new DomainError('NOT_FOUND', { entryId });
    const read = async () => (await listEntries(tx, { book, yearBe, reader, order: 'asc', limit: 1, after: null, at: found.no })).items[0]!;
    const entry = await read();
    // Of a letter that the reader may not know, nothing can be corrected; what is reserved says nothing yet.
    if (entry.isHidden) throw new DomainError('NOT_FOUND', { entryId });
    if (entry.status === 'reserved' || (entry.isSealed && field === 'subject')) throw new DomainError('ENTRY_NOT_AMENDABLE', { field });
    const oldValue = entry[field] ?? '';
    if (oldValue === newValue) throw new DomainError('AMENDMENT_SAME', { field: 'newValue' });
    await addAmendment(tx, { entryId, field, oldValue, newValue, reason, by });
    await auditOffice(tx, { officeId: book.office.id, by, kind: 'register.amended', data: { bookId, yearBe, no: found.no, field } });
    return { amendments: (await read()).amendments };
  });
}
