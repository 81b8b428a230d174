import type { z } from 'zod';
import { SAVED_SEARCHES_MAX } from '#domain/contracts/limits';
import type { savedSearchesSchema, savedSearchInputSchema } from '#domain/contracts/search';
import { DomainError } from '#domain/errors';
import { withTransaction } from '#db/client';
import type { Reader } from '#db/repositories/readers';
import { countSavedSearches, deleteSavedSearch, insertSavedSearch, listSavedSearches } from '#db/repositories/saved-searches';
import type { SearchDeps } from './search.service';

const officesOf = ({ posts }: Reader): readonly string[] => [...new Set(posts.map(({ officeId }) => officeId))];

/** The reader's own searches and those shared with the reader's offices. */
export const readSavedSearches = async ({ pool }: SearchDeps, reader: Reader): Promise<z.infer<typeof savedSearchesSchema>> => ({
  items: await listSavedSearches(pool, { personId: reader.personId, officeIds: officesOf(reader) }),
});

/** @throws DomainError FORBIDDEN for an office that is not the reader's, SAVED_SEARCHES_FULL */
export async function keepSearch(deps: SearchDeps, reader: Reader, { name, query, officeId }: z.output<typeof savedSearchInputSchema>): Promise<z.infer<typeof savedSearchesSchema>> {
  if (officeId !== null && !officesOf(reader).includes(officeId)) throw new DomainError('FORBIDDEN');
  await withTransaction(deps.pool, async (tx) => {
    if ((await countSavedSearches(tx, reader.personId)) >= SAVED_SEARCHES_MAX) throw new DomainError('SAVED_SEARCHES_FULL', { maximum: SAVED_SEARCHES_MAX });
    await insertSavedSearch(tx, { personId: reader.personId, officeId, name, query, at: deps.now().toISOString() });
  });
  return readSavedSearches(deps, reader);
}

/** @throws DomainError NOT_FOUND for a search that is somebody else's, or none */
export async function dropSearch(deps: SearchDeps, reader: Reader, id: string): Promise<z.infer<typeof savedSearchesSchema>> {
  if (!(await deleteSavedSearch(deps.pool, { id, personId: reader.personId }))) throw new DomainError('NOT_FOUND', { id });
  return readSavedSearches(deps, reader);
}
