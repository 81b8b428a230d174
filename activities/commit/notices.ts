/** Notices shown in the app, and mails for those who want them. */
import { randomUUID } from 'node:crypto';
import type { EffectOf, NoticeTarget } from '#domain/route/effects';
import { resolveAssignee, superiorsOf } from './people';
import { changeTask, knownTask, type Work } from './work';

const REMINDERS: readonly string[] = ['taskReminder', 'taskOverdue'];

export function notify(work: Work, effect: EffectOf<'notify'>): void {
  const { postIds, personId } = recipients(work, effect);
  if (effect.taskId !== null && REMINDERS.includes(effect.template) && knownTask(work, effect.taskId) !== null) {
    changeTask(work, effect.taskId, { remindedAt: work.at });
  }
  if (postIds.length === 0 && personId === null) return;
  work.batch.insert('notice', {
    id: randomUUID(),
    effectId: effect.effectId,
    letterId: work.letter.id,
    taskId: effect.taskId,
    template: effect.template,
    postIds,
    personId,
    createdAt: work.now,
  });
  for (const postId of postIds) work.hints.posts.add(postId);
  if (personId !== null) work.hints.persons.add(personId);
  work.hints.notices = true;
}

type Recipients = { readonly postIds: readonly string[]; readonly personId: string | null };

function recipients(work: Work, { to, context }: { readonly to: NoticeTarget; readonly context: EffectOf<'notify'>['context'] }): Recipients {
  if ('rule' in to) return resolveAssignee(work, { rule: to.rule, context, exclude: { personIds: [], postIds: [] } });
  if ('postIds' in to) return { postIds: to.postIds, personId: null };
  if ('personId' in to) return { postIds: [], personId: to.personId };
  if ('superiorOfTask' in to) return { postIds: superiorsOf(work, knownTask(work, to.superiorOfTask)?.postIds ?? []), personId: null };
  const owner = work.people?.directory.processOwnerPostId ?? null;
  return { postIds: owner === null ? [] : [owner], personId: null };
}
