/** Units and posts that a letter was directed to, one row per frame opened by an assignment. */
import { dueAt } from '#domain/calendar/deadline';
import type { EffectOf } from '#domain/route/effects';
import { changeDelivery, type Work } from './work';

export function openAssignment(work: Work, { frame, unitId, postId, role, action, due, by }: EffectOf<'openAssignment'>): void {
  work.assignments.set(frame, {
    letterId: work.letter.id,
    frameId: frame,
    unitId,
    postId: postId ?? null,
    role,
    action,
    dueAt: due === null ? null : work.calendar === null ? null : dueAt(work.calendar, due, work.at),
    byPersonId: by.personId,
    byPostId: by.postId,
    receiveNo: null,
    openedAt: work.at,
    closedAt: null,
    outcome: null,
  });
  work.summary.units = [...work.summary.units, { unitId, role, ...(postId === undefined ? {} : { postId }) }];
  if (role === 'main' && work.letter.deliveryId !== null) {
    changeDelivery(work, work.letter.deliveryId, { unitInCharge: work.people?.names.units.get(unitId)?.nameTh ?? null });
  }
}

export function closeAssignment(work: Work, { frame, outcome }: EffectOf<'closeAssignment'>): void {
  changeAssignment(work, frame, { closedAt: work.at, outcome });
}

/** Change columns of an assignment, wherever its row is at present. */
export function changeAssignment(work: Work, frame: string, change: { receiveNo?: string; closedAt?: string; outcome?: string }): void {
  const opened = work.assignments.get(frame);
  if (opened !== undefined) {
    Object.assign(opened, change);
    return;
  }
  const stored = work.assignmentChanges.get(frame) ?? { letterId: work.letter.id, frameId: frame };
  work.assignmentChanges.set(frame, Object.assign(stored, change));
}
