/** Open tasks: opening, closing, withdrawing, changing hands, and the notices that go with it. */
import type { AssigneeContext, Effect, Exclusion, NoticeTarget, NoticeTemplate, TaskEnd } from './effects';
import type { AssigneeRule, EscalationRung, RouteNode } from './model';
import { contextOf, drafterExcluded, inOrder, letterContext, nextId, nodeAt, NOBODY_EXCLUDED, type Run } from './run';
import type { Actor, Due, Task, TaskId, TaskKind, Token, TokenId } from './state';
import { clearTimers, setDueTimers } from './timers';

export type NewTask = {
  readonly kind: TaskKind;
  readonly rule: AssigneeRule;
  readonly index?: number;
  readonly about?: string;
  readonly due: Due | null;
  readonly skipsDrafter?: boolean;
};

/** Open a task at a token's place. Its posts are found by the commit and filled in by `settle`. */
export function openTask(run: Run, token: Token, args: NewTask): Task {
  const node = nodeAt(run, token);
  const task: Task = {
    id: nextId(run, 'k'),
    token: token.id,
    frame: token.frame,
    node: token.node,
    kind: args.kind,
    rule: args.rule,
    postIds: [],
    personId: null,
    claimed: false,
    rev: 0,
    openedAt: run.at,
    index: args.index ?? 0,
    about: args.about ?? null,
    due: args.due,
    waitsFor: null,
  };
  run.state.tasks[task.id] = task;
  run.effects.push({
    type: 'openTask',
    task,
    nodeName: node.name,
    nodeNameEn: node.nameEn ?? '',
    exclude: args.skipsDrafter === true ? drafterExcluded(run) : NOBODY_EXCLUDED,
    context: contextOf(run, token),
  });
  setTaskTimers(run, task);
  return task;
}

/** Timers of a task by its time limit and its step's ladder. */
export function setTaskTimers(run: Run, task: Task): void {
  const escalation = task.kind === 'adhoc' ? undefined : escalationOf(nodeAt(run, task));
  setDueTimers(run, { token: task.token, task: task.id, kind: 'due', due: task.due, escalation });
  hurry(run, task);
}

/** Steps that somebody is waited for at. */
const HURRIED: ReadonlySet<TaskKind> = new Set<TaskKind>(['approve', 'assign', 'work', 'draft', 'sign', 'adhoc']);

/** The limit of a letter that was made more urgent, beside the step's own; escalation counts from the step's. */
export function hurry(run: Run, task: Task): void {
  const { urged } = run.state;
  if (urged === undefined || task.isExtended === true || !HURRIED.has(task.kind)) return;
  setDueTimers(run, { token: task.token, task: task.id, kind: 'due', due: { rule: urged, anchor: run.at }, escalation: undefined, isFurther: true });
}

export const escalationOf = (node: RouteNode): readonly EscalationRung[] | undefined => ('escalation' in node ? node.escalation : undefined);

/** Take a task out of the inbox. A question it waits for stands at the same token and is withdrawn with the place. */
export function closeTask(run: Run, task: Task, close: { readonly end: TaskEnd; readonly outcome: string | null; readonly actor: Actor | null }): void {
  delete run.state.tasks[task.id];
  // A letter that ends in the same moment has still been put before its readers.
  if (close.end !== 'readMark' && forgetNew(run, task.id)) return;
  clearTimers(run, (timer) => timer.task === task.id);
  run.effects.push({ type: 'closeTask', taskId: task.id, ...close });
}

/** Close a task that is no longer wanted and tell its holders, unless they have just been told why. */
export function withdrawTask(run: Run, task: Task, isTold = false): void {
  const isNew = isOpenedNow(run, task.id);
  closeTask(run, task, { end: 'withdrawn', outcome: null, actor: run.actor });
  if (!isNew && !isTold) notify(run, 'taskWithdrawn', holdersOf(task), { taskId: task.id });
}

export const tasksAt = (run: Run, token: TokenId): Task[] => inOrder(run.state.tasks).filter((task) => task.token === token);

/** Put the new form of an open task; whoever had it on the screen must look again. */
export function changeTask(
  run: Run,
  task: Task,
  change: Partial<Task>,
  why: Extract<Effect, { type: 'changeTask' }>['why'],
  resolve?: { readonly exclude: Exclusion; readonly context: AssigneeContext },
): Task {
  const changed: Task = { ...task, ...change, rev: task.rev + 1 };
  run.state.tasks[task.id] = changed;
  run.effects.push(resolve ? { type: 'changeTask', task: changed, why, resolve } : { type: 'changeTask', task: changed, why });
  return changed;
}

export const holdersOf = (task: Task): NoticeTarget => (task.personId === null ? { postIds: task.postIds } : { personId: task.personId });

export function notify(
  run: Run,
  template: NoticeTemplate,
  to: NoticeTarget,
  about: { readonly taskId?: TaskId; readonly context?: AssigneeContext; readonly custom?: string } = {},
): void {
  if ('postIds' in to && to.postIds.length === 0) return;
  run.effects.push({
    type: 'notify',
    effectId: nextId(run, 'e'),
    template,
    to,
    taskId: about.taskId ?? null,
    context: about.context ?? letterContext(run),
    ...(about.custom === undefined ? {} : { custom: about.custom }),
  });
}

/** Tell the drafter, unless the drafter is who acts. */
export function notifyDrafter(run: Run, template: NoticeTemplate): void {
  const drafter = run.state.drafter;
  if (!drafter || drafter.personId === run.actor?.personId) return;
  notify(run, template, { personId: drafter.personId });
}

const isOpenedNow = (run: Run, id: TaskId): boolean => run.effects.some((effect) => effect.type === 'openTask' && effect.task.id === id);

/** A task opened and withdrawn by the same event never reaches an inbox: its effects are taken back. */
function forgetNew(run: Run, id: TaskId): boolean {
  if (!isOpenedNow(run, id)) return false;
  for (const timer of inOrder(run.state.timers)) if (timer.task === id) delete run.state.timers[timer.id];
  const kept = run.effects.filter(
    (effect) =>
      !((effect.type === 'openTask' || effect.type === 'changeTask') && effect.task.id === id) && !(effect.type === 'setTimer' && effect.taskId === id),
  );
  run.effects.splice(0, run.effects.length, ...kept);
  return true;
}
