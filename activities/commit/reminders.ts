/** Reminders by a supervisor: one notice a day for each person, with all letters in it. */
import { findReminded } from '#db/repositories/commit/reminders';
import type { Tx } from '#db/tx';
import { DomainError } from '#domain/errors';
import { indexOf } from '#domain/route/directory';
import type { Effect, EffectOf } from '#domain/route/effects';
import { bangkokDate } from '#domain/thai/dates';
import { uuidV5 } from '../uuid-v5';
import { changeTask, knownTask, type Work } from './work';

/** Persons who have been reminded today of the task that is to be reminded of. */
export async function readReminded(tx: Tx, { effects, letterId, now }: { readonly effects: readonly Effect[]; readonly letterId: string; readonly now: string }): Promise<ReadonlySet<string>> {
  const effect = effects.find(({ type }) => type === 'remind');
  return effect?.type === 'remind' ? findReminded(tx, { letterId, taskId: effect.taskId, day: bangkokDate(now) }) : new Set();
}

/** The notice of a person's reminders of a day: its id is made from both, so there cannot be two. */
const noticeId = (personId: string, day: string): string => uuidV5(`reminder:${personId}:${day}`);

/**
 * Reminds everybody who may act on the task now and has not been reminded of it today. The notice of the day takes the letter in
 * and is unread again; the letter named on it is the latest.
 * @throws NOBODY_TO_REMIND, REMINDED_TODAY
 */
export function remind(work: Work, { effectId, taskId, actor }: EffectOf<'remind'>): void {
  const day = bangkokDate(work.now);
  const persons = holdersOf(work, taskId);
  if (persons.length === 0) throw new DomainError('NOBODY_TO_REMIND', { taskId });
  const left = persons.filter((personId) => !work.reminded.has(personId));
  if (left.length === 0) throw new DomainError('REMINDED_TODAY', { taskId });
  for (const personId of left) {
    const id = noticeId(personId, day);
    work.batch.upsert('notice', ['id'], {
      id, effectId, letterId: work.letter.id, taskId, template: 'supervisorReminder', postIds: [], personId, why: 'holder', createdAt: work.now, readAt: null,
    });
    work.batch.insert('reminder', {
      personId, day, letterId: work.letter.id, taskId, noticeId: id, byPersonId: actor.personId, byPostId: actor.postId, reason: work.content.reason ?? '', at: work.now,
    });
    work.hints.persons.add(personId);
  }
  changeTask(work, taskId, { remindedAt: work.now });
  work.hints.notices = true;
}

/** Whoever has taken it, else all who may act for its posts now; by the directory of this moment. */
function holdersOf(work: Work, taskId: string): readonly string[] {
  const task = knownTask(work, taskId);
  if (task === null || work.people === null) return [];
  if (task.personId !== null) return [task.personId];
  const { posts } = indexOf(work.people.directory);
  return [...new Set(task.postIds.flatMap((postId) => posts.get(postId)?.holders ?? []))].toSorted();
}
