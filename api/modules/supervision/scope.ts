import { decide } from '#domain/access/policy';
import { rolePosts } from '#domain/access/subject';
import { inWorkingDays, workingDaysAgo } from '#domain/calendar/working-span';
import type { OfficeCalendar } from '#domain/calendar/calendar';
import { DomainError } from '#domain/errors';
import { findActors } from '#db/repositories/directory-lists';
import type { Reader } from '#db/repositories/readers';
import { listPostIds } from '#db/repositories/supervision-figures';
import type { OfficeLimits, Supervised, SupervisionScope } from '#db/repositories/supervision';
import type { Tx } from '#db/tx';

/** Whole offices and units for which the policy lets the reader look. @throws DomainError FORBIDDEN for nobody's supervisor */
export function getScope(reader: Reader): SupervisionScope {
  const posts = rolePosts(reader);
  const may = (officeId: string, unitId: string | null): boolean => decide(reader, 'supervision.read', { officeId, unitId }).allow;
  const officeIds = [...new Set(posts.map(({ officeId }) => officeId))].filter((officeId) => may(officeId, null));
  const unitIds = [...new Set(posts.flatMap((post) => post.unitIds))].filter((unitId) => may('', unitId));
  const ofUnits = posts.filter((post) => post.unitIds.some((unitId) => unitIds.includes(unitId))).map(({ officeId }) => officeId);
  const scope = { officeIds, unitIds, allOfficeIds: [...new Set([...officeIds, ...ofUnits])] };
  if (scope.allOfficeIds.length === 0) throw new DomainError('FORBIDDEN');
  return scope;
}

/** By each office's calendar: until when is soon (a day of working time), and since when is at rest. */
export function limitsOf(calendars: ReadonlyMap<string, OfficeCalendar>, { restDays, at }: { readonly restDays: number; readonly at: string }): readonly OfficeLimits[] {
  return [...calendars].map(([officeId, calendar]) => ({ officeId, soonAt: inWorkingDays(calendar, 1, at), restAt: workingDaysAgo(calendar, restDays, at) }));
}

/** Who may act now for each post of these offices. */
export async function listActors(tx: Tx, { allOfficeIds }: SupervisionScope, at: string): Promise<Supervised['actors']> {
  const postIds = await listPostIds(tx, allOfficeIds);
  const actors = await findActors(tx, { postIds, at });
  return [...actors].flatMap(([postId, persons]) => persons.map(({ id }) => ({ postId, personId: id })));
}
