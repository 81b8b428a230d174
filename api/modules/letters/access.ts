import { decide, type Act, type ObjectOf } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import { findEntitlement } from '#domain/people/posts-in-force';
import type { Actor } from '#domain/route/state';
import { findLetterAccess, type AccessTask, type LetterAccess } from '#db/repositories/letter-access';
import type { Reader, ReaderPost } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import { recordRead } from './read-audit';
import { toActor } from './start.service';

/** Decides an act on a letter. @throws DomainError NOT_FOUND where the letter must not be known, FORBIDDEN */
export function assertAllowed<A extends Act>(reader: Reader, act: A, object: ObjectOf[A]): void {
  const decision = decide(reader, act, object);
  if (!decision.isKnown) throw new DomainError('NOT_FOUND');
  if (!decision.allow) throw new DomainError('FORBIDDEN');
}

export type KnownLetter = { readonly letter: LetterAccess; readonly reveal: boolean };

/** A letter that the reader may know of. @throws DomainError NOT_FOUND */
export async function getKnownLetter(tx: Tx, reader: Reader, letterId: string): Promise<KnownLetter> {
  const letter = await findLetterAccess(tx, letterId);
  const decision = letter === null ? null : decide(reader, 'letter.read', { letter });
  if (letter === null || decision === null || !decision.allow) throw new DomainError('NOT_FOUND');
  return { letter, reveal: decision.reveal };
}

/** As {@link getKnownLetter}; that a classified letter was read or refused is recorded. @throws DomainError NOT_FOUND */
export async function openLetter(deps: Pick<ApiDeps, 'pool' | 'now'>, { reader, session }: SignedIn, letterId: string): Promise<KnownLetter> {
  const letter = await findLetterAccess(deps.pool, letterId);
  if (letter === null) throw new DomainError('NOT_FOUND');
  const { allow, reveal } = decide(reader, 'letter.read', { letter });
  await recordRead(deps, { letter, reader, session, kind: allow ? 'letter.read' : 'letter.refused' });
  if (!allow) throw new DomainError('NOT_FOUND');
  return { letter, reveal };
}

/** An open task of a known letter. @throws DomainError TASK_NOT_OPEN */
export function getOpenTask({ tasks }: LetterAccess, taskId: string): AccessTask {
  const task = tasks.find(({ id }) => id === taskId);
  if (task === undefined || !task.isOpen) throw new DomainError('TASK_NOT_OPEN', { taskId });
  return task;
}

/** The post in which the reader may act on a task, or null. */
export function findTaskPost(reader: Reader, letter: LetterAccess, task: AccessTask): ReaderPost | null {
  const entitlement = findEntitlement(actingPosts(reader), { postIds: task.postIds, taskKind: task.kind, letterKind: letter.kind });
  // The entitlement is one of the reader's own posts.
  return entitlement as ReaderPost | null;
}

/** The post in which somebody steers a letter as a whole: the most telling one of the office. */
export function findOfficePost(reader: Reader, officeId: string, prefers: (post: ReaderPost) => boolean): ReaderPost | null {
  const posts = (actingPosts(reader) as readonly ReaderPost[]).filter((post) => post.officeId === officeId && post.capacity !== 'delegated');
  return posts.find(prefers) ?? posts[0] ?? null;
}

/** As {@link toActor}, for an act on the whole letter. @throws DomainError FORBIDDEN */
export function officeActor(reader: Reader, officeId: string, prefers: (post: ReaderPost) => boolean): Actor {
  const post = findOfficePost(reader, officeId, prefers);
  if (post === null) throw new DomainError('FORBIDDEN');
  return toActor(reader, post);
}
