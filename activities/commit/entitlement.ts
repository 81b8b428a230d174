/** Whether this event may be applied now: the command row vouches for it, and its actor may still act. */
import { findSubject } from '#db/repositories/people';
import type { PersonCache } from '#db/repositories/people-cache';
import { findLetterFacts } from '#db/repositories/commit/access';
import type { Tx } from '#db/tx';
import { decide, type Act, type ObjectOf } from '#domain/access/policy';
import { actingPosts, type Subject, type SubjectPost } from '#domain/access/subject';
import { canonicalJson } from '#domain/canonical-json';
import { DomainError } from '#domain/errors';
import { secrecyRank } from '#domain/letter/vocabulary';
import type { EventType, LetterEvent } from '#domain/route/events';
import type { Actor } from '#domain/route/state';
import { sha256 } from './audit';
import { isPersons } from './needs';
import type { Work } from './work';

/**
 * A machine event must still wait in the letter's inbox; a timer must still be due, for a changed calendar may have moved it.
 * @throws EVENT_OUTDATED
 */
export function assertMachineEvent({ event, input, context, now }: Work): void {
  if (isPersons(event)) return;
  if (event.type !== 'timer') {
    if (!context.isWaiting) throw new DomainError('EVENT_OUTDATED', { key: input.eventId });
    return;
  }
  const due = context.dues.find(({ timerId }) => timerId === event.timerId);
  const isDue = due !== undefined && due.firedAt === null && due.nth === event.nth && Date.parse(due.at) <= Date.parse(now);
  if (!isDue) throw new DomainError('EVENT_OUTDATED', { timerId: event.timerId });
}

/**
 * Nobody acts through Temporal's own tools: there must be a pending row with this very event, by this very person.
 * @throws COMMAND_MISSING, COMMAND_DIGEST_MISMATCH
 */
export function assertCommand({ event, actor, letter, context: { command } }: Work): void {
  if (!isPersons(event)) return;
  if (command === null || command.status !== 'pending' || command.letterId !== letter.id) throw new DomainError('COMMAND_MISSING');
  const isSame = command.eventDigest === sha256(canonicalJson(event)) && command.personId === actor?.personId;
  if (!isSame) throw new DomainError('COMMAND_DIGEST_MISMATCH');
}

/**
 * The actor's person may act for that post, in that capacity, at this moment, and the task is as they saw it.
 * @throws NOT_ENTITLED, CLEARANCE_TOO_LOW, TASK_NOT_OPEN, TASK_STALE
 */
export async function assertEntitled(tx: Tx, work: Work, subjects?: PersonCache<Subject>): Promise<void> {
  const { event, actor, letter, context, now } = work;
  if (actor === null) return;
  const asked = { personId: actor.personId, at: now };
  const subject = subjects === undefined ? await findSubject(tx, asked) : await subjects.load(tx, { ...asked, version: context.peopleVersion });
  const post = subject === null ? undefined : actingPosts(subject).find((each) => isPostOf(each, actor));
  if (subject === null || post === undefined) throw new DomainError('NOT_ENTITLED', { postId: actor.postId, capacity: actor.capacity });
  // Whoever takes in a sealed item or a letter for the secret registrar needs no clearance for its contents.
  if (event.type !== 'start' && secrecyRank(subject.clearance) < secrecyRank(letter.secrecy)) throw new DomainError('CLEARANCE_TOO_LOW', { needed: letter.secrecy });
  if (isHolders(event)) assertHolder(work, event, post);
  else await assertAllowed(tx, work, subject);
}

/** The post and capacity in which the event says that it was done. */
const isPostOf = (post: SubjectPost, actor: Actor): boolean =>
  post.postId === actor.postId && post.capacity === actor.capacity && (post.ownPostId ?? undefined) === actor.ownPostId;

/** Acts of whoever holds the task. */
const HOLDERS: ReadonlySet<EventType> = new Set<EventType>(['act', 'claim', 'release', 'adhoc']);
const isHolders = (event: LetterEvent): boolean => HOLDERS.has(event.type) && !(event.type === 'release' && event.byOrder === true);

function assertHolder(work: Work, event: LetterEvent, post: SubjectPost): void {
  const task = assertTask(work, event);
  const isHolder = task.postIds.includes(post.postId) && (task.personId === null || task.personId === work.actor?.personId);
  const isCovered = post.kinds === null || (task.kind === 'sign' && (post.kinds.length === 0 || post.kinds.includes(work.letter.kind)));
  if (!isHolder || !isCovered) throw new DomainError('NOT_ENTITLED', { taskId: task.id, postId: post.postId });
}

/** @throws TASK_NOT_OPEN, TASK_STALE */
function assertTask({ context }: Work, event: LetterEvent): Work['context']['tasks'][number] {
  const task = 'taskId' in event ? context.tasks.find(({ id }) => id === event.taskId) : undefined;
  if (task === undefined || task.status !== 'open') throw new DomainError('TASK_NOT_OPEN', {});
  if ('rev' in event && task.rev !== event.rev) throw new DomainError('TASK_STALE', { taskId: task.id, rev: task.rev });
  return task;
}

/** Which rule of the policy decides acts on the whole letter and a supervisor's acts on a task. */
const POLICY_ACT: { readonly [T in EventType]?: Act } = {
  reassign: 'task.reassign',
  // Of a supervisor: who may give a task to somebody else may also give it back to its group.
  release: 'task.reassign',
  extend: 'task.extend',
  remind: 'task.remind',
  hold: 'letter.hold',
  urge: 'letter.urge',
  resume: 'letter.resume',
  cancel: 'letter.cancel',
  cancelNumber: 'letter.cancelNumber',
  registerAnew: 'letter.registerAnew',
  recall: 'letter.recall',
  reclassify: 'letter.reclassify',
  takeBack: 'letter.takeBack',
  moveVersion: 'route.move',
};

async function assertAllowed(tx: Tx, work: Work, subject: Subject): Promise<void> {
  const { event, letter } = work;
  const act = POLICY_ACT[event.type];
  // A start was decided when its letter row was written, by the same person in the same post.
  if (act === undefined) return;
  const task = 'taskId' in event ? assertTask(work, event) : null;
  const facts = await findLetterFacts(tx, { letterId: letter.id, taskId: task?.id ?? null, numberKey: event.type === 'cancelNumber' ? event.key : null });
  const object = {
    letter: facts.letter,
    task: task === null ? null : { kind: task.kind, isOpen: true, postIds: task.postIds, personId: task.personId, unitIds: facts.taskUnitIds },
    unitId: facts.numberUnitId,
    to: event.type === 'reclassify' ? event.secrecy : letter.secrecy,
  };
  // The object carries what any of these acts asks for.
  const decision = decide(subject, act, object as unknown as ObjectOf[typeof act]);
  if (!decision.allow) throw new DomainError('NOT_ENTITLED', { rule: decision.rule });
}
