/** Time limits: what a setting means at this moment, and the timers that go with it. */
import type { DeadlineRule } from '#domain/calendar/deadline';
import { DomainError } from '../errors';
import type { Deadline, EscalationRung } from './model';
import { factsIn, inOrder, nextId, type Run } from './run';
import type { Due, FrameId, TaskId, Timer, TokenId } from './state';

/** The fact that stands for the date which whoever directed the letter here has set. */
export const DUE_FACT = 'dueOn';

/** A node's time limit at this moment; null without one, or where its fact holds no date. */
export function dueFrom(run: Run, frameId: FrameId, deadline: Deadline | undefined): Due | null {
  if (!deadline) return null;
  if ('rule' in deadline) return { rule: deadline.rule, anchor: run.at };
  const assigned = run.state.frames[frameId]?.due ?? null;
  if (deadline.fact === DUE_FACT && assigned) return assigned;
  const value = factsIn(run, frameId)[deadline.fact];
  return typeof value === 'string' && value !== '' ? { rule: { at: value }, anchor: run.at } : null;
}

/** Ask for the timer of a time limit and for the rungs that count from it. Nothing is set while the letter is held. */
export function setDueTimers(
  run: Run,
  args: {
    readonly token: TokenId;
    readonly task: TaskId | null;
    readonly kind: 'due' | 'wait' | 'followUp';
    readonly due: Due | null;
    readonly escalation: readonly EscalationRung[] | undefined;
    readonly isFurther?: true;
  },
): void {
  if (!args.due || run.state.status === 'held') return;
  const dueTimer = addTimer(run, { task: args.task, token: args.token, kind: args.kind, rung: null });
  run.effects.push({
    type: 'setTimer', timerId: dueTimer, taskId: args.task, kind: args.kind, rule: args.due.rule, anchor: { at: args.due.anchor }, ...(args.isFurther === true ? { isFurther: true } : {}),
  });
  for (const rung of args.escalation ?? []) {
    const timerId = addTimer(run, { task: args.task, token: args.token, kind: 'rung', rung: rung.id });
    run.effects.push({
      type: 'setTimer', timerId, taskId: args.task, kind: 'rung', rule: rung.offset,
      anchor: { timer: dueTimer, before: rung.when === 'beforeDue' },
    });
  }
}

function addTimer(run: Run, timer: Omit<Timer, 'id' | 'fired'>): string {
  const id = nextId(run, 'm');
  run.state.timers[id] = { id, ...timer, fired: 0 };
  return id;
}

/** Clear the timers that `which` picks. */
export function clearTimers(run: Run, which: (timer: Timer) => boolean): void {
  for (const timer of inOrder(run.state.timers)) {
    if (!which(timer)) continue;
    delete run.state.timers[timer.id];
    run.effects.push({ type: 'clearTimer', timerId: timer.id });
  }
}

/** A limit counted anew from now: a span starts again, a fixed moment stays. */
export const restarted = (run: Run, due: Due | null): Due | null => (due === null || 'at' in due.rule ? due : { ...due, anchor: run.at });

const UNITS: ReadonlySet<string> = new Set<Extract<DeadlineRule, { unit: string }>['unit']>([
  'workingDays', 'workingHours', 'workingMinutes', 'calendarDays', 'clockHours', 'clockMinutes',
]);
const MAX_AMOUNT = 100_000;

/** A limit that a person sets must lie ahead. @throws DUE_INVALID */
export function assertDueAhead(rule: DeadlineRule, at: string): void {
  if ('at' in rule) {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(rule.at);
    // A civil date counts until the end of that day in Bangkok (UTC+7).
    const moment = Date.parse(isDate ? `${rule.at}T16:59:59Z` : rule.at);
    if (!(moment > Date.parse(at))) throw new DomainError('DUE_INVALID', { due: rule.at });
    return;
  }
  if (!UNITS.has(rule.unit) || !Number.isInteger(rule.amount) || rule.amount < 1 || rule.amount > MAX_AMOUNT) {
    throw new DomainError('DUE_INVALID', { amount: rule.amount });
  }
}
