/** Notices shown in the app, and mails for those who want them. */
import { randomUUID } from 'node:crypto';
import { secrecyRank, type NoticeReason, type Secrecy } from '#domain/letter/vocabulary';
import { indexOf } from '#domain/route/directory';
import type { EffectOf } from '#domain/route/effects';
import type { ResolvedAssignee } from '#domain/route/assignee';
import { directoryOf, resolveAssignee, superiorsOf } from './people';
import { addReaders, changeTask, knownTask, type Work } from './work';

const REMINDERS: readonly string[] = ['taskReminder', 'taskOverdue'];

export function notify(work: Work, effect: EffectOf<'notify'>): void {
  const { postIds, personId } = recipients(work, effect);
  if (effect.taskId !== null && REMINDERS.includes(effect.template) && knownTask(work, effect.taskId) !== null) {
    changeTask(work, effect.taskId, { remindedAt: work.at });
  }
  tell(work, { effectId: effect.effectId, taskId: effect.taskId, template: effect.template, why: reasonFor(effect), postIds, personId });
}

/** The route named nobody who can have this task: whoever owns the office's routes must hear of it. */
export function flagLastResort(work: Work, taskId: string, { via, postIds, secrecy }: Pick<ResolvedAssignee, 'via' | 'postIds'> & { readonly secrecy: Secrecy }): void {
  if (via === 'rule') return;
  // Who has the task itself sees in it how it came.
  const owners = processOwner(work, secrecy).filter((id) => !postIds.includes(id));
  tell(work, { effectId: `lastResort:${taskId}:${work.input.seq}`, taskId, template: 'routeFlag', why: 'processOwner', postIds: owners, personId: null });
}

type Notice = Pick<EffectOf<'notify'>, 'effectId' | 'taskId' | 'template'> & Recipients & { readonly why: NoticeReason };
type Recipients = { readonly postIds: readonly string[]; readonly personId: string | null };

function tell(work: Work, { postIds, personId, ...notice }: Notice): void {
  if (postIds.length === 0 && personId === null) return;
  work.batch.insert('notice', { id: randomUUID(), letterId: work.letter.id, ...notice, postIds, personId, createdAt: work.now });
  for (const postId of postIds) work.hints.posts.add(postId);
  if (personId !== null) work.hints.persons.add(personId);
  work.hints.notices = true;
}

/** In what part the notice reaches whoever gets it, by how the engine named them. */
export function reasonFor({ to, taskId }: Pick<EffectOf<'notify'>, 'to' | 'taskId'>): NoticeReason {
  if ('processOwner' in to) return 'processOwner';
  if ('superiorOfTask' in to) return 'superior';
  if ('rule' in to) return to.rule.by === 'superior' ? 'superior' : to.rule.by === 'drafter' ? 'drafter' : 'route';
  // A holder is told of a task; only the drafter is told by name of the letter as a whole.
  return 'personId' in to && taskId === null ? 'drafter' : 'holder';
}

function recipients(work: Work, { to, context }: Pick<EffectOf<'notify'>, 'to' | 'context'>): Recipients {
  if ('rule' in to) return resolveAssignee(work, { rule: to.rule, context, exclude: { personIds: [], postIds: [] } });
  if ('postIds' in to) return { postIds: to.postIds, personId: null };
  if ('personId' in to) return { postIds: [], personId: to.personId };
  if ('superiorOfTask' in to) return { postIds: superiors(work, to.superiorOfTask, context.secrecy), personId: null };
  return { postIds: processOwner(work, context.secrecy), personId: null };
}

const superiors = (work: Work, taskId: string, secrecy: Secrecy): readonly string[] =>
  letIn(work, superiorsOf(work, knownTask(work, taskId)?.postIds ?? []), secrecy);

function processOwner(work: Work, secrecy: Secrecy): readonly string[] {
  const owner = directoryOf(work).processOwnerPostId;
  return owner === null ? [] : letIn(work, [owner], secrecy);
}

/**
 * Those who are asked to see to a letter have a part in it from now on: a notice of a letter that one may not open would not
 * even be shown. Posts without clearance are left out.
 */
function letIn(work: Work, postIds: readonly string[], secrecy: Secrecy): readonly string[] {
  const { posts } = indexOf(directoryOf(work));
  const cleared = postIds.filter((id) => secrecyRank(posts.get(id)?.clearance ?? 'none') >= secrecyRank(secrecy));
  addReaders(work, cleared, 'task');
  return cleared;
}
