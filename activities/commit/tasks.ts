/** Tasks: whose turn it is, and the inbox rows that say so. */
import { URGENCIES } from '#domain/letter/vocabulary';
import { isHolderCleared } from '#domain/route/assignee';
import type { EffectOf } from '#domain/route/effects';
import type { Task } from '#domain/route/state';
import { assertChosenCleared } from './chosen';
import { flagLastResort } from './notices';
import { directoryOf, resolveAssignee } from './people';
import { addReaders, changeTask, knownTask, type Work } from './work';

export function openTask(work: Work, { task, nodeName, nodeNameEn, exclude, context }: EffectOf<'openTask'>): void {
  assertChosenCleared(work, { task, context, exclude });
  const found = resolveAssignee(work, { rule: task.rule, context, exclude });
  work.outcome.tasks[task.id] = found;
  work.newTasks.set(task.id, {
    letterId: work.letter.id,
    id: task.id,
    officeId: work.letter.officeId,
    frameId: task.frame,
    nodeId: task.node,
    nodeName,
    nodeNameEn,
    kind: task.kind,
    postIds: found.postIds,
    personId: found.personId,
    via: found.via,
    passedOver: found.passedOver,
    rev: task.rev,
    status: 'open',
    about: task.about,
    waitsFor: task.waitsFor,
    urgencyRank: URGENCIES.indexOf(work.patch.urgency === undefined ? work.letter.urgency : urgencyOf(work)),
    openedAt: task.openedAt,
    openedSeq: work.input.seq,
    dueAt: null,
    closedAt: null,
    outcome: null,
    doneByPersonId: null,
    doneByPostId: null,
    doneCapacity: null,
  });
  tellHolders(work, found.postIds, found.personId);
  flagLastResort(work, task.id, { ...found, secrecy: context.secrecy });
  work.summary.opened = [
    ...work.summary.opened,
    { taskId: task.id, kind: task.kind, name: nodeName, nameEn: nodeNameEn, postIds: found.postIds, passedOver: found.passedOver, via: found.via },
  ];
}

const urgencyOf = (work: Work): (typeof URGENCIES)[number] => URGENCIES.find((urgency) => urgency === work.patch.urgency) ?? work.letter.urgency;

export function closeTask(work: Work, { taskId, end, outcome, actor }: EffectOf<'closeTask'>): void {
  const task = knownTask(work, taskId);
  changeTask(work, taskId, {
    status: end,
    outcome,
    closedAt: work.at,
    doneByPersonId: actor?.personId ?? null,
    doneByPostId: actor?.postId ?? null,
    doneCapacity: actor?.capacity ?? null,
  });
  if (task !== null) tellHolders(work, task.postIds, task.personId);
}

export function changeOpenTask(work: Work, effect: EffectOf<'changeTask'>): void {
  const { task, resolve, nodeName, nodeNameEn } = effect;
  const before = knownTask(work, task.id);
  if (before !== null) tellHolders(work, before.postIds, before.personId);
  const holders = resolve === undefined ? { postIds: task.postIds, personId: task.personId } : findAnew(work, task, resolve);
  changeTask(work, task.id, {
    ...holders,
    rev: task.rev,
    waitsFor: task.waitsFor,
    nodeId: task.node,
    frameId: task.frame,
    kind: task.kind,
    ...(nodeName === undefined ? {} : { nodeName, nodeNameEn: nodeNameEn ?? '' }),
  });
  tellHolders(work, holders.postIds, holders.personId);
}

function findAnew(work: Work, task: Task, { exclude, context }: NonNullable<EffectOf<'changeTask'>['resolve']>) {
  assertChosenCleared(work, { task, context, exclude });
  const found = resolveAssignee(work, { rule: task.rule, context, exclude });
  // Who has claimed it keeps it where their post does, unless they themselves may not know of it any more.
  const isKept = task.personId !== null && found.via === 'rule' && isHolderCleared(directoryOf(work), { postIds: found.postIds, personId: task.personId, secrecy: context.secrecy });
  const personId = isKept ? task.personId : found.personId;
  work.outcome.tasks[task.id] = { ...found, personId };
  flagLastResort(work, task.id, { ...found, secrecy: context.secrecy });
  return { postIds: found.postIds, personId, via: found.via, passedOver: found.passedOver };
}

/** Their inbox shows something else now, and they have a part in the letter. */
function tellHolders(work: Work, postIds: readonly string[], personId: string | null): void {
  addReaders(work, postIds, 'task');
  for (const postId of postIds) work.hints.posts.add(postId);
  if (personId !== null) work.hints.persons.add(personId);
}
