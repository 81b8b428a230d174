/** Moving running letters to the version in force: asked for here, done by the worker one letter after the other. */
import type { z } from 'zod';
import type { routeMovesSchema } from '#domain/contracts/route-life';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { Actor } from '#domain/route/state';
import { withTransaction } from '#db/client';
import type { Reader } from '#db/repositories/readers';
import { insertMove, listMoves } from '#db/repositories/route-moves';
import { getReadableVersion } from './designs.service';
import { assertDesigns, type Deps } from './rights';

type Moves = z.output<typeof routeMovesSchema>;

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readMoves(deps: Deps, reader: Reader, versionId: string): Promise<Moves> {
  const { route } = await getReadableVersion(deps, reader, versionId);
  assertDesigns(reader, route.officeId, deps.now().toISOString());
  return { items: (await listMoves(deps.pool, versionId)).map((move) => ({ ...move, refused: [...move.refused] })) };
}

/** @throws DomainError NOT_FOUND, FORBIDDEN; VERSION_NOT_IN_FORCE: letters go only where new ones begin */
export async function startMove(deps: Deps, reader: Reader, { versionId, reason }: { readonly versionId: string; readonly reason: string }): Promise<Moves> {
  const at = deps.now().toISOString();
  const { route: { officeId }, version } = await getReadableVersion(deps, reader, versionId);
  const by = assertDesigns(reader, officeId, at);
  if (version.state !== 'inForce') throw new DomainError('VERSION_NOT_IN_FORCE', { version: version.version });
  await withTransaction(deps.pool, (tx) => insertMove(tx, { officeId, toVersionId: versionId, actor: moverOf(reader, officeId), reason, startsAt: at, by }));
  return readMoves(deps, reader, versionId);
}

/** In what post and capacity the reader moves letters of this office. @throws DomainError FORBIDDEN */
export function moverOf(reader: Reader, officeId: string): Actor {
  const post = actingPosts(reader).find((each) => decide({ ...reader, posts: [each] }, 'route.design', { officeId }).allow);
  if (post === undefined) throw new DomainError('FORBIDDEN');
  return { personId: reader.personId, postId: post.postId, capacity: post.capacity, ...(post.ownPostId === null ? {} : { ownPostId: post.ownPostId }) };
}
