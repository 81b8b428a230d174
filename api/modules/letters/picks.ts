/** To whom a letter is directed: units and posts of its office, each with the route that it runs. */
import type { TaskAct } from '#domain/contracts/acts';
import { DomainError } from '#domain/errors';
import { secrecyRank } from '#domain/letter/vocabulary';
import type { Pick as Directed } from '#domain/route/events';
import { loadDirectory } from '#db/repositories/directory';
import type { LetterAccess } from '#db/repositories/letter-access';
import { isUnitOf } from '#db/repositories/letter-start';
import type { Tx } from '#db/tx';
import { choosePostRoute, chooseUnitRoute } from './route-choice';

type Asked = NonNullable<TaskAct['picks']>[number];
type OfPost = Extract<Asked, { postId: string }>;
type OfUnit = Exclude<Asked, OfPost>;
type Direction = { readonly letter: LetterAccess; readonly at: string };

/** In the order in which they were picked. @throws DomainError UNIT_UNKNOWN, POST_UNKNOWN, POST_NOT_CLEARED, POST_ROUTE_MISSING, ROUTE_MISSING */
export async function toPicks(tx: Tx, { letter, at }: Direction, picks: readonly Asked[]): Promise<Directed[]> {
  const posts = picks.filter((pick): pick is OfPost => 'postId' in pick);
  const units = picks.filter((pick): pick is OfUnit => !('postId' in pick));
  const [ofUnits, unitOf] = [await unitRoutes(tx, { letter, at }, units), await unitsOfPosts(tx, { letter, at }, posts)];
  const ofPosts = await routesByRole(posts, (facts) => choosePostRoute(tx, { officeId: letter.officeId, at, facts: { ...letter.facts, ...facts } }));
  return picks.map((pick) => ('postId' in pick
    ? { unitId: present(unitOf.get(pick.postId)), postId: pick.postId, role: pick.role, routeVersionId: present(ofPosts.get(pick.role)) }
    : { unitId: pick.unitId, role: pick.role, routeVersionId: present(ofUnits.get(pick.role)) }));
}

async function unitRoutes(tx: Tx, { letter, at }: Direction, units: readonly OfUnit[]): Promise<ReadonlyMap<string, string>> {
  const unitIds = units.map(({ unitId }) => unitId);
  if (unitIds.length > 0 && !(await isUnitOf(tx, { unitIds, officeId: letter.officeId }))) throw new DomainError('UNIT_UNKNOWN', { field: 'picks' });
  return routesByRole(units, (facts) => chooseUnitRoute(tx, { officeId: letter.officeId, at, facts: { ...letter.facts, ...facts } }));
}

/** The unit of each post; it must be of the office at this moment, and cleared for the letter. */
async function unitsOfPosts(tx: Tx, { letter, at }: Direction, picks: readonly OfPost[]): Promise<ReadonlyMap<string, string>> {
  if (picks.length === 0) return new Map();
  const { posts } = await loadDirectory(tx, { officeId: letter.officeId, at });
  return new Map(picks.map(({ postId }) => {
    const post = posts.find(({ id }) => id === postId);
    if (post === undefined) throw new DomainError('POST_UNKNOWN', { postId, field: 'picks' });
    if (secrecyRank(post.clearance) < secrecyRank(letter.secrecy)) throw new DomainError('POST_NOT_CLEARED', { postId, field: 'picks' });
    return [postId, post.unitId];
  }));
}

async function routesByRole(picks: readonly Asked[], choose: (facts: { readonly assignmentRole: 'main' | 'info' }) => Promise<string>): Promise<ReadonlyMap<string, string>> {
  const roles = [...new Set(picks.map(({ role }) => role))];
  return new Map(await Promise.all(roles.map(async (role) => [role, await choose({ assignmentRole: role })] as const)));
}

function present(value: string | undefined): string {
  if (value === undefined) throw new Error('a pick that was not looked up');
  return value;
}
