/** Events on the whole letter: taking back, hold and resume, cancel, numbers, recall, reclassify. */
import type { DeadlineRule } from '#domain/calendar/deadline';
import { ACT_WITHIN } from '#domain/calendar/register-limit';
import { secrecyRank, SECRECIES, URGENCIES } from '#domain/letter/vocabulary';
import { DomainError } from '../errors';
import type { EventOf } from './events';
import { isIssuing } from './formalities';
import { assertReason } from './on-task';
import { isDispatched } from './recipients';
import { contextOf, inOrder, nextId, nodeAt, NOBODY_EXCLUDED, stepOf, type Run } from './run';
import { changeTask, hurry, notifyDrafter, setTaskTimers, tasksAt } from './tasks';
import { assertDueAhead, clearTimers, restarted } from './timers';
import { endLetter, enter, notifyHolders } from './tokens';

type OnLetter = { readonly seq: number; readonly hasReason: boolean };

/** @throws LETTER_STALE, REASON_REQUIRED */
export function assertCurrent(run: Run, event: OnLetter): void {
  if (event.seq !== run.state.seq) throw new DomainError('LETTER_STALE', { seq: run.state.seq });
  assertReason(event);
}

/** Take back what one has passed on in error, while nobody has acted on what followed. */
export function takeBack(run: Run, event: EventOf<'takeBack'>): void {
  if (event.seq !== run.state.seq) throw new DomainError('LETTER_STALE', { seq: run.state.seq });
  if (run.state.status === 'held') throw new DomainError('LETTER_HELD');
  const token = Object.hasOwn(run.state.tokens, event.token) ? run.state.tokens[event.token] : undefined;
  const from = token?.passedOn;
  if (!token || !from || from.personId !== event.actor.personId) throw new DomainError('TAKE_BACK_REFUSED', { token: event.token });
  // Enter the earlier step as if arriving, then put its question to the post that had it instead of asking by rule.
  enter(run, { ...token, lastActor: from.lastActor }, from.node);
  const back = run.state.tokens[token.id];
  if (!back) throw new DomainError('TAKE_BACK_REFUSED', { token: event.token });
  for (const task of tasksAt(run, back.id)) {
    const effect = run.effects.find((one) => one.type === 'openTask' && one.task.id === task.id);
    if (effect?.type !== 'openTask') continue;
    const given = { ...task, rule: { by: 'given', postIds: [from.postId] } } as const;
    run.state.tasks[task.id] = given;
    run.effects.splice(run.effects.indexOf(effect), 1, { ...effect, task: given, exclude: NOBODY_EXCLUDED });
  }
}

/** Stop the clocks; nobody can act until the letter is resumed. */
export function hold(run: Run, event: EventOf<'hold'>): void {
  assertCurrent(run, event);
  if (run.state.status === 'held') throw new DomainError('LETTER_HELD');
  run.state.status = 'held';
  clearTimers(run, () => true);
  run.effects.push({ type: 'setStatus', status: 'held' });
  notifyHolders(run, 'letterHeld');
}

/** Go on after a hold: spans count anew from now, fixed moments stay. */
export function resume(run: Run, event: EventOf<'resume'>): void {
  assertCurrent(run, event);
  if (run.state.status !== 'held') throw new DomainError('LETTER_NOT_HELD');
  run.state.status = 'running';
  run.effects.push({ type: 'setStatus', status: 'running' });
  for (const task of inOrder(run.state.tasks)) {
    const resumed = { ...task, due: restarted(run, task.due) };
    run.state.tasks[task.id] = resumed;
    setTaskTimers(run, resumed);
  }
  for (const token of inOrder(run.state.tokens)) {
    const node = nodeAt(run, token);
    stepOf(run, node).onResume?.(run, token, node);
  }
  notifyHolders(run, 'letterResumed');
}

/** End the letter before it has a number. @throws LETTER_DISPATCHED, LETTER_NUMBERED */
export function cancel(run: Run, event: EventOf<'cancel'>): void {
  assertCurrent(run, event);
  if (isDispatched(run.state)) throw new DomainError('LETTER_DISPATCHED');
  if (inOrder(run.state.numbers).some((taken) => !taken.cancelled)) throw new DomainError('LETTER_NUMBERED');
  notifyHolders(run, 'letterCancelled');
  notifyDrafter(run, 'letterCancelled');
  endLetter(run, 'cancelled', null, true);
}

/** Cancel a number; it stays in its book as cancelled. @throws LETTER_NOT_NUMBERED, NUMBER_ALREADY_CANCELLED, LETTER_DISPATCHED */
export function cancelNumber(run: Run, event: EventOf<'cancelNumber'>): void {
  assertCurrent(run, event);
  const taken = Object.hasOwn(run.state.numbers, event.key) ? run.state.numbers[event.key] : undefined;
  if (!taken) throw new DomainError('LETTER_NOT_NUMBERED', { key: event.key });
  if (taken.cancelled) throw new DomainError('NUMBER_ALREADY_CANCELLED', { key: event.key });
  if (isDispatched(run.state)) throw new DomainError('LETTER_DISPATCHED');
  run.state.numbers[event.key] = { ...taken, cancelled: true };
  run.effects.push({ type: 'cancelNumber', key: event.key, actor: event.actor });
  // Paper that shows the number is made anew without it.
  const effectId = nextId(run, 'e');
  run.state.pendingEffects = [...run.state.pendingEffects, effectId];
  run.effects.push({ type: 'render', effectId, what: isIssuing(taken.book) ? 'final' : 'stamps' });
}

/**
 * A wrong registration: every number it took is cancelled and the letter ends. The one registered in its place is for the commit to write.
 * @throws REGISTRATION_NOT_OURS for what we did not register from paper ourselves, LETTER_NOT_NUMBERED, LETTER_DISPATCHED
 */
export function registerAnew(run: Run, event: EventOf<'registerAnew'>): void {
  assertCurrent(run, event);
  const { direction, channel } = run.state.facts;
  if (direction !== 'incoming' || channel === 'exchange') throw new DomainError('REGISTRATION_NOT_OURS');
  if (isDispatched(run.state)) throw new DomainError('LETTER_DISPATCHED');
  const standing = inOrder(run.state.numbers).filter(({ cancelled }) => !cancelled);
  if (standing.length === 0) throw new DomainError('LETTER_NOT_NUMBERED');
  for (const taken of standing) {
    run.state.numbers[taken.key] = { ...taken, cancelled: true };
    run.effects.push({ type: 'cancelNumber', key: taken.key, actor: event.actor });
  }
  notifyHolders(run, 'letterCancelled');
  endLetter(run, 'cancelled', null, true);
}

/** Recall from one addressee who has not registered it. Whether they have is for the delivery row to say. */
export function recall(run: Run, event: EventOf<'recall'>): void {
  assertCurrent(run, event);
  const delivery = Object.hasOwn(run.state.deliveries, event.deliveryId) ? run.state.deliveries[event.deliveryId] : undefined;
  if (!delivery) throw new DomainError('LETTER_NOT_DISPATCHED', { deliveryId: event.deliveryId });
  if (delivery.status === 'recalled') throw new DomainError('DELIVERY_RECALLED', { deliveryId: delivery.id });
  if (delivery.status !== 'sent') throw new DomainError('DELIVERY_ALREADY_REGISTERED', { deliveryId: delivery.id });
  const recalled = { ...delivery, status: 'recalled' } as const;
  run.state.deliveries[delivery.id] = recalled;
  run.effects.push({ type: 'recallDelivery', effectId: nextId(run, 'e'), deliveryId: delivery.id, actor: event.actor });
  for (const token of inOrder(run.state.tokens)) {
    const node = nodeAt(run, token);
    if (run.state.tokens[token.id]) stepOf(run, node).onDelivery?.(run, token, node, recalled);
  }
}

/**
 * Make the letter more urgent: every open task must be done within the time of its new class, or sooner where it had less. It is
 * never made less urgent, and what is signed is not changed. @throws URGENCY_NOT_RAISED, LETTER_SIGNED, DUE_INVALID
 */
export function urge(run: Run, event: EventOf<'urge'>): void {
  assertCurrent(run, event);
  if (run.state.signed) throw new DomainError('LETTER_SIGNED');
  const rule = limitOf(run, event);
  run.state.urged = rule;
  const facts = { urgency: event.urgency, urgentBy: event.urgency === 'urgent_by' ? (event.urgentBy ?? null) : null };
  run.state.facts = { ...run.state.facts, ...facts };
  run.effects.push({ type: 'setFacts', facts }, { type: 'urge', urgency: event.urgency, taskIds: inOrder(run.state.tasks).map(({ id }) => id) });
  for (const task of inOrder(run.state.tasks)) hurry(run, task);
  notifyHolders(run, 'letterUrged');
}

/** The limit of the new class. A stated moment may be brought forward. */
function limitOf(run: Run, { urgency, urgentBy }: EventOf<'urge'>): DeadlineRule {
  const { urgency: before, urgentBy: beforeBy } = run.state.facts;
  const rank = (of: unknown): number => URGENCIES.findIndex((each) => each === of);
  const isSooner = urgency === 'urgent_by' && before === urgency && typeof beforeBy === 'string' && Date.parse(urgentBy ?? '') < Date.parse(beforeBy);
  if (rank(urgency) <= rank(before) && !isSooner) throw new DomainError('URGENCY_NOT_RAISED', { urgency });
  if (urgency !== 'urgent_by') return ACT_WITHIN[urgency];
  const rule = { at: urgentBy ?? '' };
  assertDueAhead(rule, run.at);
  return rule;
}

/** Another class: every task is put again to those of its posts who may know it, else to the last resort. */
export function reclassify(run: Run, event: EventOf<'reclassify'>): void {
  assertCurrent(run, event);
  if (secrecyRank(event.secrecy) < 0 || event.secrecy === run.state.secrecy) throw new DomainError('EVENT_INVALID', { field: 'secrecy' });
  // A control entry never had a subject or a file, and a letter that has them cannot become one.
  const top = SECRECIES[SECRECIES.length - 1];
  if (event.secrecy === top || run.state.secrecy === top) throw new DomainError('EVENT_INVALID', { field: 'secrecy' });
  run.state.secrecy = event.secrecy;
  run.effects.push({ type: 'reclassify', secrecy: event.secrecy, actor: event.actor });
  for (const task of inOrder(run.state.tasks)) {
    const token = run.state.tokens[task.token];
    if (!token) continue;
    const rule = { by: 'given', postIds: task.postIds } as const;
    changeTask(run, task, task.postIds.length > 0 ? { rule } : {}, 'reclassify', { exclude: NOBODY_EXCLUDED, context: contextOf(run, token) });
  }
}
