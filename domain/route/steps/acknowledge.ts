import { assertOutcome, endorse, finishTask } from '../acts';
import type { NodeOf } from '../model';
import { inOrder, putToken, type Run } from '../run';
import type { Token } from '../state';
import { openTask, tasksAt } from '../tasks';
import { dueFrom } from '../timers';
import { abandonScope, createToken, leave, openScope, removeToken } from '../tokens';
import type { Act, Step } from './step';

/**
 * For information, to many readers. Those who are not waited for read on a branch of their own, which holds up nobody
 * and ends with the letter at the latest.
 */
export const acknowledge: Step<'acknowledge'> = {
  type: 'acknowledge',
  kind: 'people',
  outcomes: () => ['next'],
  asks: (node) => node.readers.map((rule) => ({ rule, skipsDrafter: false })),
  enter: (run, token, node) => {
    dropEarlierReaders(run, token);
    if (node.readers.length === 0) {
      leave(run, token, 'next');
      return;
    }
    const isWaiting = needed(node) > 0;
    const reading = isWaiting ? token : openReaders(run, token);
    node.readers.forEach((rule, index) => {
      openTask(run, reading, { kind: 'acknowledge', rule, index, due: dueFrom(run, token.frame, node.deadline) });
    });
    if (!isWaiting) leave(run, token, 'next');
  },
  act: (run, act) => {
    assertOutcome(act.event, ['acknowledge']);
    if (act.event.hasNote) endorse(run, act, 'noted');
    const { lastActor } = act.token;
    const done = [...act.token.progress.done, act.task.index];
    const token = putToken(run, { ...finishTask(run, act), lastActor, progress: { ...act.token.progress, done } });
    if (isApart(run, token)) endWhenRead(run, token);
    else if (done.length >= needed(act.node)) goOn(run, act, token);
  },
};

function needed(node: NodeOf<'acknowledge'>): number {
  if (node.wait === 'none') return 0;
  return node.wait === 'all' ? node.readers.length : Math.min(node.readers.length, Math.ceil((node.readers.length * (node.share ?? 100)) / 100));
}

/** A branch for readers alone: its scope was opened by this very step. */
function isApart(run: Run, token: Token): boolean {
  const scope = token.scope === null ? undefined : run.state.scopes[token.scope];
  return scope?.kind === 'info' && scope.frame === token.frame && scope.node === token.node;
}

function openReaders(run: Run, token: Token): Token {
  const scope = openScope(run, { kind: 'info', frame: token.frame, node: token.node, parent: token.scope, opened: 1 });
  return createToken(run, { frame: token.frame, node: token.node, scope: scope.id, lastActor: token.lastActor });
}

function endWhenRead(run: Run, token: Token): void {
  if (tasksAt(run, token.id).length > 0) return;
  removeToken(run, token);
  if (token.scope !== null) delete run.state.scopes[token.scope];
}

/** Enough have read; the others keep their tasks on a branch of their own. */
function goOn(run: Run, act: Act<'acknowledge'>, token: Token): void {
  const unread = tasksAt(run, token.id);
  if (unread.length > 0) {
    const readers = openReaders(run, token);
    for (const task of unread) run.state.tasks[task.id] = { ...task, token: readers.id };
    for (const timer of inOrder(run.state.timers)) if (timer.token === token.id) run.state.timers[timer.id] = { ...timer, token: readers.id };
  }
  leave(run, token, 'next');
}

/** Reached again, the step asks everybody anew instead of twice. */
function dropEarlierReaders(run: Run, token: Token): void {
  for (const scope of inOrder(run.state.scopes)) {
    if (scope.kind !== 'info' || scope.frame !== token.frame || scope.node !== token.node || scope.id === token.scope) continue;
    abandonScope(run, scope);
  }
}
