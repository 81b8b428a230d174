import type { z } from 'zod';
import type { holderSchema, LetterPage, MyTask } from '#domain/contracts/letter-page';
import { decide } from '#domain/access/policy';
import { CAPACITY_PRINTED } from '#domain/letter/vocabulary';
import { actingPosts } from '#domain/access/subject';
import type { PageTask } from '#db/repositories/letter-page';
import { personOf, postOf } from '#db/repositories/names';
import { findTaskPost } from '../access';
import { taskForm } from '../task-form';
import { nextOf } from './next';
import { localName, toActorView, type PageSources } from './sources';

/** The reader's own open tasks on this letter, with what may be done and what the forms ask for. */
export function myTasks(sources: PageSources): MyTask[] {
  return sources.record.tasks.flatMap((task) => {
    const myTask = toMyTask(sources, task);
    return myTask === null ? [] : [myTask];
  });
}

function toMyTask(sources: PageSources, task: PageTask): MyTask | null {
  const { reader, access, record, names, at } = sources;
  const asked = access.tasks.find(({ id }) => id === task.id);
  if (asked === undefined || (task.personId !== null && task.personId !== reader.personId)) return null;
  const post = findTaskPost(reader, access, asked);
  if (post === null || !decide(reader, 'task.act', { letter: access, task: asked }).allow) return null;
  const opening = record.transitions.find(({ seq }) => seq === task.openedSeq);
  return {
    taskId: task.id,
    rev: task.rev,
    kind: task.kind,
    nodeId: task.nodeId,
    nodeName: localName(task.nodeName, task.nodeNameEn),
    openedAt: task.openedAt,
    dueAt: task.dueAt,
    isOverdue: isOverdue(task, at),
    post: postOf(names, post.postId),
    capacity: post.capacity,
    printedCapacity: CAPACITY_PRINTED[post.capacity],
    claimedBy: claimedBy(sources, task),
    isWaiting: task.waitsFor !== null,
    askedBy: opening === undefined || opening.personId === null || opening.postId === null
      ? null
      : toActorView(names, { personId: opening.personId, postId: opening.postId, capacity: opening.capacity ?? 'own' }),
    askedNote: record.notes.find(({ seq }) => seq === task.openedSeq)?.text ?? null,
    can: actsOn(sources, task),
    form: formOf(sources, task),
    deliveryId: task.kind === 'judge' ? task.about : null,
  };
}

const isOverdue = ({ dueAt }: PageTask, at: string): boolean => dueAt !== null && Date.parse(dueAt) < Date.parse(at);
const isClaimed = ({ record }: PageSources, { id }: PageTask): boolean => record.letter.state?.tasks[id]?.claimed === true;
const claimedBy = (sources: PageSources, task: PageTask) => (task.personId === null ? null : personOf(sources.names, task.personId));

function actsOn(sources: PageSources, task: PageTask): MyTask['can'] {
  const isRunning = sources.record.letter.status === 'running';
  if (!isRunning) return [];
  const isWaiting = task.waitsFor !== null;
  const list: readonly (readonly [MyTask['can'][number], boolean])[] = [
    ['act', !isWaiting],
    ['claim', !isWaiting && task.personId === null && task.postIds.length > 1],
    ['release', isWaiting || isClaimed(sources, task)],
    ['adhoc', !isWaiting && task.kind !== 'adhoc' && task.kind !== 'acknowledge'],
    ...steering(sources, task).map((act) => [act, true] as const),
  ];
  return list.filter(([, isAllowed]) => isAllowed).map(([act]) => act);
}

function steering({ reader, access, record }: PageSources, task: PageTask): ('reassign' | 'extend')[] {
  const asked = access.tasks.find(({ id }) => id === task.id);
  if (asked === undefined || record.letter.status !== 'running') return [];
  return (['reassign', 'extend'] as const).filter((act) => decide(reader, `task.${act}`, { letter: access, task: asked }).allow);
}

/** As {@link steering}; what somebody else has claimed may also be given back to its group. */
function steeringOthers(sources: PageSources, task: PageTask): ('reassign' | 'extend' | 'release')[] {
  const acts = steering(sources, task);
  const isAnothers = isClaimed(sources, task) && task.personId !== sources.reader.personId;
  return isAnothers && acts.includes('reassign') ? [...acts, 'release'] : acts;
}

function formOf(sources: PageSources, task: PageTask): MyTask['form'] {
  const { record, routes, versionOf, units, access } = sources;
  const version = versionOf(task.frameId);
  const route = version === null ? null : (routes.get(version) ?? null);
  const delivery = record.deliveries.find(({ id }) => id === task.about);
  return taskForm({
    kind: task.kind,
    route,
    node: route?.nodes.find(({ id }) => id === task.nodeId) ?? null,
    facts: { ...access.facts, ...record.letter.state?.frames[task.frameId]?.facts },
    units,
    isSigned: access.isSigned,
    isIncoming: access.direction === 'incoming',
    asksPassword: sources.asksPassword,
    question: task.kind !== 'judge' ? null : task.about === null ? 'overdue' : delivery?.status === 'returned' ? 'returned' : 'reply',
  });
}

/** Where the letter is now, and with whom at this moment. */
export function holders(sources: PageSources): z.infer<typeof holderSchema>[] {
  const { record, names, actors, at } = sources;
  return record.tasks.map((task) => ({
    taskId: task.id,
    rev: task.rev,
    kind: task.kind,
    nodeName: localName(task.nodeName, task.nodeNameEn),
    posts: task.postIds.map((postId) => postOf(names, postId)),
    persons: task.postIds.flatMap((postId) =>
      (actors.get(postId) ?? []).map(({ personId, capacity }) => ({ ...personOf(names, personId), capacity }))),
    claimedBy: claimedBy(sources, task),
    since: task.openedAt,
    dueAt: task.dueAt,
    isOverdue: isOverdue(task, at),
    firstReadAt: task.firstReadAt,
    via: task.via,
    can: steeringOthers(sources, task),
    // An answer asked for out of turn goes back to whoever asked.
    next: task.kind === 'adhoc' ? [] : nextOf(sources, record.letter.state?.tasks[task.id]?.token),
  }));
}

/** Acts on the whole letter that the reader may do now; the engine decides again. */
export function letterActs(sources: PageSources): { readonly can: LetterPage['can']; readonly takeBackToken: string | null } {
  const { reader, access, record } = sources;
  const { status, state } = record.letter;
  const object = { letter: access, unitId: null, to: access.secrecy };
  const allowed = (act: 'hold' | 'resume' | 'cancel' | 'recall' | 'cancelNumber' | 'registerAnew' | 'reclassify' | 'urge' | 'reply'): boolean => decide(reader, `letter.${act}`, object).allow;
  const isDispatched = record.deliveries.some((delivery) => delivery.status !== 'recalled');
  const isNumbered = record.entries.some((entry) => entry.status === 'issued');
  const isOurs = access.direction === 'incoming' && !access.isSealed && access.deliveryId === null;
  const takeBackToken = status === 'running' ? findTakeBack(sources) : null;
  const list: readonly (readonly [LetterPage['can'][number], boolean])[] = [
    ['hold', status === 'running' && allowed('hold')],
    ['resume', status === 'held' && allowed('resume')],
    ['cancel', isOpen(status) && !isDispatched && !isNumbered && allowed('cancel')],
    ['recall', status !== 'new' && record.deliveries.some((delivery) => delivery.status === 'sent') && allowed('recall')],
    ['cancelNumber', isOpen(status) && !isDispatched && isNumbered && allowed('cancelNumber')],
    ['registerAnew', isOpen(status) && !isDispatched && isNumbered && isOurs && allowed('registerAnew')],
    ['reclassify', isOpen(status) && access.secrecy !== 'top_secret' && state !== null && allowed('reclassify')],
    ['urge', isOpen(status) && state !== null && !state.signed && allowed('urge')],
    ['reply', access.direction === 'incoming' && allowed('reply')],
    ['takeBack', takeBackToken !== null],
  ];
  return { can: list.filter(([, isAllowed]) => isAllowed).map(([act]) => act), takeBackToken };
}

const isOpen = (status: string): boolean => status === 'running' || status === 'held';

/** The branch that the reader has just passed on and nobody has acted on since. */
function findTakeBack({ reader, record }: PageSources): string | null {
  const posts = actingPosts(reader).map(({ postId }) => postId);
  const token = Object.values(record.letter.state?.tokens ?? {}).find(
    ({ passedOn }) => passedOn !== null && passedOn.personId === reader.personId && posts.includes(passedOn.postId),
  );
  return token?.id ?? null;
}
