/** Events on one open task: acting, claiming, asking out of turn, reassigning, extending, reminding. */
import { DomainError } from '../errors';
import { assertOutcome } from './acts';
import type { ActEvent, EventOf } from './events';
import { contextOf, inOrder, nextId, nodeAt, NOBODY_EXCLUDED, putToken, stepOf, type Run } from './run';
import type { Task, Token } from './state';
import { changeTask, closeTask, notify, openTask, setTaskTimers, tasksAt, withdrawTask } from './tasks';
import { assertDueAhead, clearTimers } from './timers';

type OnTask = EventOf<'act' | 'claim' | 'release' | 'adhoc' | 'reassign' | 'extend' | 'remind'>;

/** A person acts: approves, returns, signs, assigns, reports, reads, answers, judges. */
export function act(run: Run, event: ActEvent): void {
  const { task, token } = getTask(run, event);
  assertMine(task, event);
  if (task.waitsFor !== null) throw new DomainError('TASK_WAITING', { waitsFor: task.waitsFor });
  const touched = touch(run, token);
  if (task.kind === 'adhoc') {
    answer(run, touched, task, event);
    return;
  }
  const node = nodeAt(run, task);
  const step = stepOf(run, node);
  if (!step.act) throw new Error(`a task at ${node.id}, where nobody acts`);
  const canTakeBack = step.canTakeBack?.(node) === true;
  step.act(run, { token: touched, task, node, event, actor: event.actor });
  if (canTakeBack) rememberPassedOn(run, token, event);
}

export function claim(run: Run, event: EventOf<'claim'>): void {
  const { task, token } = getTask(run, event);
  assertMine(task, event);
  touch(run, token);
  changeTask(run, task, { personId: event.actor.personId, claimed: task.claimed || task.personId === null }, 'claim');
}

/** Give back what one has claimed, or withdraw the question one waits for; a supervisor gives back what somebody else has claimed. */
export function release(run: Run, event: EventOf<'release'>): void {
  const { task } = getTask(run, event);
  if (event.byOrder === true) {
    releaseByOrder(run, task, event);
    return;
  }
  assertMine(task, event);
  if (task.waitsFor !== null) {
    const asked = run.state.tasks[task.waitsFor];
    changeTask(run, task, { waitsFor: null }, 'wake');
    if (asked) withdrawTask(run, asked);
    return;
  }
  if (!task.claimed) throw new DomainError('TASK_NOT_OPEN', { taskId: task.id, reason: 'notClaimed' });
  changeTask(run, task, { personId: null, claimed: false }, 'release');
}

/** Whoever had claimed it hears that it is no longer theirs; a question they have asked goes on being waited for. */
function releaseByOrder(run: Run, task: Task, event: EventOf<'release'>): void {
  assertReason({ hasReason: event.hasReason === true });
  if (!task.claimed || task.personId === null) throw new DomainError('TASK_NOT_OPEN', { taskId: task.id, reason: 'notClaimed' });
  notify(run, 'taskWithdrawn', { personId: task.personId }, { taskId: task.id });
  changeTask(run, task, { personId: null, claimed: false }, 'release');
}

/** Ask another post out of turn; the asking task waits for the answer. */
export function askAdhoc(run: Run, event: EventOf<'adhoc'>): void {
  const { task, token } = getTask(run, event);
  assertMine(task, event);
  if (task.waitsFor !== null) throw new DomainError('TASK_WAITING', { waitsFor: task.waitsFor });
  if (!event.hasNote) throw new DomainError('NOTE_REQUIRED', { outcome: 'adhoc' });
  if (event.postId === '' || event.postId === event.actor.postId) throw new DomainError('EVENT_INVALID', { field: 'postId' });
  if (event.due) assertDueAhead(event.due, run.at);
  touch(run, token);
  const asked = openTask(run, { ...token, lastActor: event.actor }, {
    kind: 'adhoc',
    rule: { by: 'given', postIds: [event.postId] },
    about: task.id,
    due: event.due ? { rule: event.due, anchor: run.at } : null,
  });
  changeTask(run, task, { waitsFor: asked.id }, 'wait');
}

/** A supervisor gives the task to another post. */
export function reassign(run: Run, event: EventOf<'reassign'>): void {
  const { task, token } = getTask(run, event);
  assertReason(event);
  if (event.postId === '') throw new DomainError('EVENT_INVALID', { field: 'postId' });
  touch(run, token);
  const change = { rule: { by: 'given', postIds: [event.postId] }, postIds: [event.postId], personId: null, claimed: false } as const;
  changeTask(run, task, change, 'reassign', { exclude: NOBODY_EXCLUDED, context: contextOf(run, token) });
}

/** A supervisor sets another time limit; its timers are set anew. */
export function extend(run: Run, event: EventOf<'extend'>): void {
  const { task } = getTask(run, event);
  assertReason(event);
  assertDueAhead(event.due, run.at);
  clearTimers(run, (timer) => timer.task === task.id);
  const extended: Task = { ...task, due: { rule: event.due, anchor: run.at }, ...(run.state.urged === undefined ? {} : { isExtended: true }) };
  run.state.tasks[task.id] = extended;
  setTaskTimers(run, extended);
}

/** A supervisor reminds whoever has the task; the task stays as it is. */
export function remind(run: Run, event: EventOf<'remind'>): void {
  const { task } = getTask(run, event);
  assertReason(event);
  run.effects.push({ type: 'remind', effectId: nextId(run, 'e'), taskId: task.id, actor: event.actor });
}

/** @throws REASON_REQUIRED */
export function assertReason(event: { readonly hasReason: boolean }): void {
  if (!event.hasReason) throw new DomainError('REASON_REQUIRED');
}

/** @throws LETTER_HELD, TASK_NOT_OPEN, TASK_STALE */
function getTask(run: Run, event: OnTask): { readonly task: Task; readonly token: Token } {
  if (run.state.status === 'held') throw new DomainError('LETTER_HELD');
  const task = Object.hasOwn(run.state.tasks, event.taskId) ? run.state.tasks[event.taskId] : undefined;
  const token = task && run.state.tokens[task.token];
  if (!task || !token) throw new DomainError('TASK_NOT_OPEN', { taskId: event.taskId });
  // Whoever comes second hears that another was first, not that a revision has changed.
  if (event.type === 'claim' && task.claimed) assertNotTaken(task, event);
  if (event.rev !== task.rev) throw new DomainError('TASK_STALE', { taskId: task.id, rev: task.rev });
  return { task, token };
}

/** The act is done for a post that has the task, and nobody else has claimed it. @throws NOT_ENTITLED, TASK_CLAIMED */
function assertMine(task: Task, event: OnTask): void {
  if (task.postIds.length > 0 && !task.postIds.includes(event.actor.postId)) throw new DomainError('NOT_ENTITLED', { taskId: task.id });
  assertNotTaken(task, event);
}

/** @throws TASK_CLAIMED */
function assertNotTaken(task: Task, event: OnTask): void {
  if (task.personId !== null && task.personId !== event.actor.personId) throw new DomainError('TASK_CLAIMED', { taskId: task.id });
}

/** Somebody has acted where the token stands: it cannot be taken back any more. */
function touch(run: Run, token: Token): Token {
  return token.passedOn === null ? token : putToken(run, { ...token, passedOn: null });
}

/** The answer to a question asked out of turn wakes the task that waits for it. */
function answer(run: Run, token: Token, task: Task, event: ActEvent): void {
  assertOutcome(event, ['answer']);
  if (!event.hasNote) throw new DomainError('NOTE_REQUIRED', { outcome: event.outcome });
  closeTask(run, task, { end: 'done', outcome: event.outcome, actor: event.actor });
  const asking = inOrder(run.state.tasks).find((one) => one.waitsFor === task.id && one.token === token.id);
  if (asking) changeTask(run, asking, { waitsFor: null }, 'wake');
}

/** After a plain step from one person to the next the first may take it back, while the second has not acted. */
function rememberPassedOn(run: Run, before: Token, event: ActEvent): void {
  const token = run.state.tokens[before.id];
  if (!token || run.isFinal || tasksAt(run, token.id).length === 0) return;
  const { personId, postId } = event.actor;
  putToken(run, { ...token, passedOn: { personId, postId, node: before.node, lastActor: before.lastActor } });
}
