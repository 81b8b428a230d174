/** What acts on tasks have in common: notes, facts, endorsement lines, sending back, rejecting, forwarding. */
import type { ActionWord } from '#domain/letter/vocabulary';
import { DomainError } from '../errors';
import { assertSettable } from './facts';
import type { ActEvent } from './events';
import { returnTargets } from './graph';
import { nodeAt, putFacts, putToken, type Run } from './run';
import type { Actor, Task, Token } from './state';
import type { ActOnTask } from './steps/step';
import { closeTask, notifyDrafter, openTask, type NewTask } from './tasks';
import { goBack } from './tokens';

/** Returns of one step before the next one goes to the superior instead. */
export const DEFAULT_MAX_RETURNS = 3;

/** @throws NOTE_REQUIRED */
export function assertNote(event: ActEvent, outcomes: readonly string[] | undefined): void {
  if (!event.hasNote && outcomes?.includes(event.outcome) === true) throw new DomainError('NOTE_REQUIRED', { outcome: event.outcome });
}

/** @throws OUTCOME_UNKNOWN */
export function assertOutcome(event: ActEvent, allowed: readonly string[]): void {
  if (!allowed.includes(event.outcome)) throw new DomainError('OUTCOME_UNKNOWN', { outcome: event.outcome });
}

/** Set the facts that an act carries; only those the step lists. @throws EVENT_INVALID */
export function setActFacts(run: Run, { event, token }: ActOnTask, fields: readonly string[] | undefined): void {
  if (!event.facts || Object.keys(event.facts).length === 0) return;
  assertSettable(event.facts, fields ?? []);
  putFacts(run, token.frame, event.facts);
}

/** A line in the endorsement chain. */
export function endorse(
  run: Run,
  act: { readonly actor: Actor; readonly task: Task },
  action: ActionWord,
  to: { readonly unitIds?: readonly string[]; readonly postId?: string; readonly postIds?: readonly string[] } = {},
): void {
  run.effects.push({
    type: 'endorse', action, actor: act.actor, taskId: act.task.id, node: act.task.node, toUnitIds: to.unitIds ?? [], toPostId: to.postId ?? null,
    ...(to.postIds === undefined || to.postIds.length === 0 ? {} : { toPostIds: to.postIds }),
  });
}

/** Close the acted task as done and let the branch remember who acted. Returns the token in its new form. */
export function finishTask(run: Run, act: ActOnTask): Token {
  closeTask(run, act.task, { end: 'done', outcome: act.event.outcome, actor: act.actor });
  return putToken(run, { ...act.token, lastActor: act.actor });
}

/** Whom a task opened at the same place and for the same reason as another would ask. */
type Again = Pick<NewTask, 'rule'> & { readonly skipsDrafter: boolean };

/** The same decision is put to somebody else; the earlier task leaves the inbox as forwarded. */
function handOn(run: Run, act: ActOnTask, next: Again): void {
  closeTask(run, act.task, { end: 'forwarded', outcome: act.event.outcome, actor: act.actor });
  const token = putToken(run, { ...act.token, lastActor: act.actor });
  openTask(run, token, { kind: act.task.kind, index: act.task.index, due: act.task.due, rule: next.rule, skipsDrafter: next.skipsDrafter });
}

/** Forward to another post, which then decides instead. @throws EVENT_INVALID */
export function forward(run: Run, act: ActOnTask, skipsDrafter: boolean): void {
  const postId = act.event.forwardTo?.postId;
  if (postId === undefined || postId === '' || postId === act.actor.postId) throw new DomainError('EVENT_INVALID', { field: 'forwardTo' });
  endorse(run, act, act.event.action ?? 'for_decision', { postId });
  handOn(run, act, { rule: { by: 'given', postIds: [postId] }, skipsDrafter });
}

/**
 * Send back to an earlier step. Once the step has done so `maxReturns` times the next one goes to the actor's superior
 * instead, who decides. @throws LETTER_SIGNED, RETURN_TARGET_INVALID
 */
export function sendBack(run: Run, act: ActOnTask, options: { readonly maxReturns: number | undefined; readonly skipsDrafter: boolean }): void {
  if (run.state.signed) throw new DomainError('LETTER_SIGNED');
  const target = act.event.returnTo;
  if (target === undefined || !returnTargets(nodeAt(run, act.token)).includes(target)) throw new DomainError('RETURN_TARGET_INVALID', { nodeId: target ?? null });
  const key = `${act.token.frame}/${act.token.node}`;
  const returns = run.state.memory[key]?.returns ?? 0;
  endorse(run, act, 'returned');
  if (returns >= (options.maxReturns ?? DEFAULT_MAX_RETURNS)) {
    handOn(run, act, { rule: { by: 'superiorOf', postIds: [act.actor.postId] }, skipsDrafter: options.skipsDrafter });
    return;
  }
  run.state.memory[key] = { returns: returns + 1 };
  notifyDrafter(run, 'draftReturned');
  goBack(run, finishTask(run, act), target);
}
