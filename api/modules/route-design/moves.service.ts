/** Moving running letters to another version: tried on copies, asked for and stopped here, done by the worker one letter after the other. */
import type { z } from 'zod';
import type { MoveCheck, moveLettersQuerySchema, moveLettersSchema, routeMovesSchema } from '#domain/contracts/route-life';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import { canMove, type MoveVerdict } from '#domain/route/can-move';
import type { Route, RouteBook, RouteNode } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import type { Actor } from '#domain/route/state';
import { withTransaction } from '#db/client';
import { loadRoutes } from '#db/repositories/commit/load';
import type { Reader } from '#db/repositories/readers';
import { loadCalled } from '#db/repositories/route-context';
import { listMovable, type MovableFrame } from '#db/repositories/route-life';
import { cancelMove, endMove, findMove, insertMove, listMoveLetters, listMoves } from '#db/repositories/route-moves';
import { loadProposal } from '#db/repositories/route-proposals';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';
import { getReadableVersion } from './designs.service';
import { getDraft } from './drafts.service';
import { assertDesigns, type Deps } from './rights';

type Moves = z.output<typeof routeMovesSchema>;

/** Letters named in an answer at most. */
const LETTERS_MAX = 200;

type Target = { readonly officeId: string; readonly routeId: string | null; readonly to: string; readonly definition: Route; readonly exceptVersionId: string | null };

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function checkMove(deps: Deps, reader: Reader, versionId: string): Promise<MoveCheck> {
  const { route: { id, officeId }, drawing } = await getReadableVersion(deps, reader, versionId);
  return tryAll(deps, reader, { officeId, routeId: id, to: versionId, definition: drawing.definition, exceptVersionId: versionId });
}

/** Id of what is not published yet among the versions. */
const UNPUBLISHED = 'unpublished';

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function checkDraftMove(deps: Deps, reader: Reader, draftId: string): Promise<MoveCheck> {
  const { officeId, routeId, definition } = await getDraft(deps, reader, draftId);
  return tryAll(deps, reader, { officeId, routeId, to: UNPUBLISHED, definition, exceptVersionId: null });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function checkProposalMove(deps: Deps, reader: Reader, proposalId: string): Promise<MoveCheck> {
  const proposal = await loadProposal(deps.pool, proposalId);
  if (proposal === null) throw new DomainError('NOT_FOUND');
  const { officeId, routeId, definition } = proposal;
  return tryAll(deps, reader, { officeId, routeId, to: UNPUBLISHED, definition, exceptVersionId: null });
}

/** Tries the move of every letter of another version on a copy, of those that the reader may know of. */
async function tryAll({ pool, now }: Deps, reader: Reader, { officeId, routeId, to, definition, exceptVersionId }: Target): Promise<MoveCheck> {
  const at = now().toISOString();
  assertDesigns(reader, officeId, at);
  if (routeId === null) return { total: 0, canMove: 0, blocked: [], letters: [] };
  const frames = await listMovable(pool, { reader, routeId, exceptVersionId });
  const target = { [to]: definition };
  const [running, called] = await Promise.all([
    loadRoutes(pool, [...new Set(frames.flatMap(({ state }) => Object.values(state.frames).map((frame) => frame.route)))]), loadCalled(pool, officeId, [...new Set(routesNeeded(target, null))]),
  ]);
  const routes: RouteBook = { ...called, ...running, ...target };
  const tried = frames.map((frame) => ({ frame, why: whyNot(canMove(frame.state, { routes, frame: frame.frameId, to, at }), frame, routes) }));
  return { total: tried.length, canMove: tried.filter(({ why }) => why === null).length, blocked: blockedBy(tried.flatMap(({ why }) => why ?? [])), letters: tried.slice(0, LETTERS_MAX).map(({ frame, why }) => toLetter(frame, why)) };
}

type WhyNot = { readonly code: string; readonly nodeId: string | null; readonly nodeName: { th: string; en: string } | null };

/** With the step's name as the letter has it now, else as the other version has it. */
function whyNot(verdict: MoveVerdict, { state, frameId }: MovableFrame, routes: RouteBook): WhyNot | null {
  if (verdict.can) return null;
  const of = (route: Route | undefined): RouteNode | undefined => route?.nodes.find(({ id }) => id === verdict.nodeId);
  const node = of(routes[state.frames[frameId]?.route ?? '']) ?? Object.values(routes).map(of).find((each) => each !== undefined);
  return { code: verdict.code, nodeId: verdict.nodeId, nodeName: node === undefined ? null : { th: node.name, en: node.nameEn ?? '' } };
}

function blockedBy(reasons: readonly WhyNot[]): MoveCheck['blocked'] {
  const counts = new Map<string, WhyNot & { count: number }>();
  for (const why of reasons) {
    const key = `${why.code} ${why.nodeId ?? ''}`;
    counts.set(key, { ...why, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

const toLetter = ({ letterId, letterNo, receiveNo, subject }: MovableFrame, why: WhyNot | null): MoveCheck['letters'][number] => ({
  letterId, letterNo, receiveNo, subject, state: why === null ? 'canMove' : 'cannot', code: why?.code ?? null, nodeId: why?.nodeId ?? null, nodeName: why?.nodeName ?? null,
});

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readMoves(deps: Deps, reader: Reader, versionId: string): Promise<Moves> {
  const { route } = await getReadableVersion(deps, reader, versionId);
  assertDesigns(reader, route.officeId, deps.now().toISOString());
  return { items: (await listMoves(deps.pool, { reader, versionId })).map((move) => ({ ...move, refused: [...move.refused] })) };
}

type LettersAsked = { readonly id: string; readonly query: z.output<typeof moveLettersQuerySchema>; readonly locale: Locale };

/** What became of each letter. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readMoveLetters({ pool, now }: Deps, reader: Reader, { id, query: { state, limit, cursor }, locale }: LettersAsked): Promise<z.output<typeof moveLettersSchema>> {
  const move = await findMove(pool, id);
  if (move === null) throw new DomainError('NOT_FOUND');
  assertDesigns(reader, move.officeId, now().toISOString());
  return listMoveLetters(pool, { reader, moveId: id, state, limit, after: keyAfter(cursor, ['id', 'text'], locale) });
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

/** Stops a move: letters that have gone over stay there. @throws DomainError NOT_FOUND, FORBIDDEN, MOVE_ENDED */
export async function stopMove(deps: Deps, reader: Reader, { id, reason }: { readonly id: string; readonly reason: string }): Promise<Moves> {
  const at = deps.now().toISOString();
  const versionId = await withTransaction(deps.pool, async (tx) => {
    const move = await findMove(tx, id, { isLocked: true });
    if (move === null) throw new DomainError('NOT_FOUND');
    const by = assertDesigns(reader, move.officeId, at);
    await cancelMove(tx, { move, by, reason });
    await endMove(tx, { move: { ...move, actor: { personId: reader.personId, postId: moverOf(reader, move.officeId).postId } }, at });
    return move.toVersionId;
  });
  return readMoves(deps, reader, versionId);
}

/** In what post and capacity the reader moves letters of this office. @throws DomainError FORBIDDEN */
export function moverOf(reader: Reader, officeId: string): Actor {
  const post = actingPosts(reader).find((each) => decide({ ...reader, posts: [each] }, 'route.design', { officeId }).allow);
  if (post === undefined) throw new DomainError('FORBIDDEN');
  return { personId: reader.personId, postId: post.postId, capacity: post.capacity, ...(post.ownPostId === null ? {} : { ownPostId: post.ownPostId }) };
}
