/** Due instants of the engine's timers, on the office's calendar. */
import type { CommitContext } from '#db/repositories/commit/read';
import { GOVERNMENT_HOURS, mergeCalendars, WEEKEND, type CalendarDay, type CalendarLayer, type OfficeCalendar } from '#domain/calendar/calendar';
import { dueAt, instantBefore } from '#domain/calendar/deadline';
import type { EffectOf } from '#domain/route/effects';
import { changeTask, type Work } from './work';

/** The office's calendar from what the commit read. */
export function officeCalendar({ calendarDays, office }: Pick<CommitContext, 'calendarDays' | 'office'>): OfficeCalendar | null {
  if (calendarDays === null) return null;
  const daysOf = (isOffice: boolean): { readonly [date: string]: CalendarDay } =>
    Object.fromEntries(
      calendarDays
        .filter(({ officeId }) => (officeId !== null) === isOffice)
        .map(({ day, kind }) => [day, { kind: kind === 'working' ? 'working' : 'holiday', name: '', scope: isOffice ? 'office' : 'national' }]),
    );
  // Settings are checked where they are written; what is not there is the government's usual hours.
  const settings = (office?.settings ?? {}) as { readonly calendar?: CalendarLayer };
  return mergeCalendars({ hours: GOVERNMENT_HOURS, weekend: WEEKEND, days: daysOf(false) }, null, { ...settings.calendar, days: daysOf(true) });
}

export function setTimer(work: Work, { timerId, taskId, kind, rule, anchor, isFurther }: EffectOf<'setTimer'>): void {
  if (work.calendar === null) throw new Error('a timer without a calendar');
  const at = 'at' in anchor ? dueAt(work.calendar, rule, anchor.at) : fromTimer(work, work.calendar, { rule, ...anchor });
  const nth = work.context.dues.find((due) => due.timerId === timerId)?.nth ?? 0;
  work.dues.set(timerId, {
    letterId: work.letter.id, timerId, officeId: work.letter.officeId, taskId, kind, rule, anchor, nth, at, firedAt: null,
  });
  if (kind === 'due' && taskId !== null) changeTask(work, taskId, { dueAt: isFurther === true ? sooner(at, dueOf(work, taskId)) : at });
}

const sooner = (at: string, other: string | null): string => (other !== null && Date.parse(other) < Date.parse(at) ? other : at);

/** When a task is due as this commit has it so far: opened or changed by it, else as stored. */
function dueOf(work: Work, taskId: string): string | null {
  const changed = (work.newTasks.get(taskId) ?? work.taskChanges.get(taskId))?.dueAt;
  return changed === undefined ? (work.context.tasks.find(({ id }) => id === taskId)?.dueAt ?? null) : changed;
}

export function clearTimer(work: Work, { timerId }: EffectOf<'clearTimer'>): void {
  work.dues.set(timerId, null);
}

type Counted = { readonly rule: EffectOf<'setTimer'>['rule']; readonly timer: string; readonly before: boolean };

/** Counts from another timer: one set by this transition, or a stored one. */
function fromTimer(work: Work, calendar: OfficeCalendar, { rule, timer, before }: Counted): string {
  const base = work.dues.get(timer)?.at ?? work.context.dues.find((due) => due.timerId === timer)?.at;
  if (base === undefined || base === null) throw new Error(`timer ${timer} counts from nothing`);
  const instant = new Date(base).toISOString();
  return before ? instantBefore(calendar, rule, instant) : dueAt(calendar, rule, instant);
}
