import type { z } from 'zod';
import type * as contract from '#domain/contracts/supervision';
import { DomainError } from '#domain/errors';
import { addDays, bangkokDate } from '#domain/thai/dates';
import { listPosts } from '#db/repositories/directory-lists';
import type { Reader } from '#db/repositories/readers';
import { listAbsencesOf, listLoads } from '#db/repositories/supervision-figures';
import type { ApiDeps } from '../../deps';
import { getScope } from './scope';

/** How far ahead a planned absence matters to whoever hands out work. */
const AHEAD_DAYS = 30;

/**
 * The posts of an office with what each has to do, as far as the reader may know, and who is away when.
 * @throws DomainError FORBIDDEN where the reader supervises nothing in that office
 */
export async function readCandidates(
  { pool, now }: Pick<ApiDeps, 'pool' | 'now'>,
  reader: Reader,
  { officeId }: z.output<typeof contract.candidateQuerySchema>,
): Promise<z.output<typeof contract.candidateListSchema>> {
  if (!getScope(reader).allOfficeIds.includes(officeId)) throw new DomainError('FORBIDDEN');
  const at = now().toISOString();
  const day = bangkokDate(at);
  const posts = await listPosts(pool, { officeIds: [officeId], at, day });
  const loads = new Map((await listLoads(pool, { reader, officeId, at })).map((load) => [load.postId, load]));
  const personIds = [...new Set(posts.flatMap(({ holders }) => holders.map(({ id }) => id)))];
  const absences = await listAbsencesOf(pool, { personIds, from: at, to: `${addDays(day, AHEAD_DAYS)}T17:00:00.000Z` });
  return {
    items: posts.filter(({ holders }) => holders.length > 0).map(({ id, code, title, unit, officeId: office, holders }) => ({
      id, code, title, unit, officeId: office, open: loads.get(id)?.open ?? 0, overdue: loads.get(id)?.overdue ?? 0,
      holders: holders.map((holder) => ({
        ...holder, absences: absences.filter(({ personId }) => personId === holder.id).map(({ personId: _personId, ...absence }) => absence),
      })),
    })),
  };
}
