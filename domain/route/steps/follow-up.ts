import { DomainError } from '../../errors';
import { assertOutcome, finishTask } from '../acts';
import { evaluate } from '../conditions';
import type { NodeOf } from '../model';
import { assertRecipients } from '../recipients';
import { contextOf, factsIn, inOrder, nextId, putToken, type Run } from '../run';
import type { DeliveryView, Token } from '../state';
import { escalationOf, notify, openTask, tasksAt } from '../tasks';
import { assertDueAhead, clearTimers, dueFrom, restarted, setDueTimers } from '../timers';
import { leave } from '../tokens';
import type { Act, Step } from './step';

type FollowUp = NodeOf<'followUp'>;

/**
 * Waits for the addressees. A reply is judged by the owner: full ends it for that addressee, partial and more time wait
 * on. Passes when every addressee, copies apart, is done with.
 */
export const followUp: Step<'followUp'> = {
  type: 'followUp',
  kind: 'waits',
  outcomes: () => ['next'],
  asks: (node) => [{ rule: node.judge, skipsDrafter: false }],
  enter: (run, token, node) => {
    const due = dueFrom(run, token.frame, node.until);
    const isWanted = !node.onlyWhen || evaluate(node.onlyWhen, factsIn(run, token.frame));
    if (!isWanted || (!sendsToList(run) && awaited(run, token, node).length === 0)) {
      leave(run, token, 'next');
      return;
    }
    const placed = putToken(run, { ...token, due });
    setDueTimers(run, { token: token.id, task: null, kind: 'followUp', due, escalation: escalationOf(node) });
    for (const delivery of awaited(run, placed, node)) react(run, placed, node, delivery);
    if (!sendsToList(run)) settleUp(run, placed, node);
  },
  act: (run, act) => JUDGED[kindOfQuestion(run, act)](run, act),
  onTimer: (run, token, node, timer) => {
    if (timer.kind !== 'followUp') return;
    notify(run, 'taskOverdue', { rule: node.judge }, { context: contextOf(run, token) });
    if (!hasQuestion(run, token, null)) openTask(run, token, { kind: 'judge', rule: node.judge, due: null });
  },
  onDelivery: (run, token, node, delivery) => {
    react(run, token, node, delivery);
    settleUp(run, token, node);
  },
  onResume: (run, token, node) => {
    const due = restarted(run, token.due);
    putToken(run, { ...token, due });
    setDueTimers(run, { token: token.id, task: null, kind: 'followUp', due, escalation: escalationOf(node) });
  },
};

/** The list's deliveries become known only when this event is settled. */
const sendsToList = (run: Run): boolean => run.effects.some((effect) => effect.type === 'dispatch' && 'listCode' in effect.recipients);

/**
 * The addressees this step waits for: those its own branch sent to, else everybody's. Copies for information count only
 * where the letter went out as nothing else (a circular) and only its reading is to be confirmed.
 */
function awaited(run: Run, token: Token, node: FollowUp): DeliveryView[] {
  const all = inOrder(run.state.deliveries);
  const own = all.filter((delivery) => delivery.token === token.id);
  const asked = own.length > 0 ? own : all;
  const acting = asked.filter((delivery) => delivery.role !== 'info');
  return acting.length === 0 && node.expect === 'acknowledgement' ? asked : acting;
}

function isDone(node: FollowUp, delivery: DeliveryView): boolean {
  if (delivery.status === 'judged' || delivery.status === 'recalled') return true;
  return node.expect === 'acknowledgement' && ['registered', 'acknowledged', 'answered'].includes(delivery.status);
}

/** Put to the owner what needs a judgement. */
function react(run: Run, token: Token, node: FollowUp, delivery: DeliveryView): void {
  if (!awaited(run, token, node).some((one) => one.id === delivery.id)) return;
  const isReply = delivery.status === 'answered' && node.expect === 'reply';
  if ((!isReply && delivery.status !== 'returned') || hasQuestion(run, token, delivery.id)) return;
  openTask(run, token, { kind: 'judge', rule: node.judge, about: delivery.id, due: null });
}

const hasQuestion = (run: Run, token: Token, about: string | null): boolean =>
  tasksAt(run, token.id).some((task) => task.kind === 'judge' && task.about === about);

/** Go on when nobody is waited for any more. Recalled from everybody, the owner decides what becomes of it. */
function settleUp(run: Run, token: Token, node: FollowUp): void {
  const waitedFor = awaited(run, token, node);
  if (waitedFor.some((delivery) => !isDone(node, delivery))) return;
  const current = run.state.tokens[token.id] ?? token;
  if (waitedFor.length === 0 || waitedFor.some((delivery) => delivery.status !== 'recalled')) leave(run, current, 'next');
  else if (!hasQuestion(run, current, null)) openTask(run, current, { kind: 'judge', rule: node.judge, due: null });
}

type Question = 'reply' | 'returned' | 'overdue';

function kindOfQuestion(run: Run, act: Act<'followUp'>): Question {
  if (act.task.about === null) return 'overdue';
  return run.state.deliveries[act.task.about]?.status === 'returned' ? 'returned' : 'reply';
}

const JUDGED: { readonly [Q in Question]: (run: Run, act: Act<'followUp'>) => void } = {
  reply: (run, act) => {
    assertOutcome(act.event, ['full', 'partial', 'moreTime']);
    const delivery = getDelivery(run, act);
    // assertOutcome has just found it among these.
    const verdict = act.event.outcome as 'full' | 'partial' | 'moreTime';
    const due = newDue(run, act, verdict === 'moreTime');
    run.effects.push({ type: 'judgeDelivery', deliveryId: delivery.id, verdict, actor: act.actor });
    run.state.deliveries[delivery.id] = { ...delivery, status: verdict === 'full' ? 'judged' : 'registered' };
    goOn(run, act, due);
  },
  returned: (run, act) => {
    assertOutcome(act.event, ['accept', 'resend']);
    const delivery = getDelivery(run, act);
    if (act.event.outcome === 'resend') resend(run, act);
    run.state.deliveries[delivery.id] = { ...delivery, status: 'judged' };
    goOn(run, act, null);
  },
  overdue: (run, act) => {
    assertOutcome(act.event, ['moreTime', 'close']);
    if (act.event.outcome === 'moreTime') goOn(run, act, newDue(run, act, true));
    else leave(run, finishTask(run, act), 'next');
  },
};

/** What came back goes out once more, to a corrected addressee or to the same; the step waits for the new delivery. */
function resend(run: Run, act: Act<'followUp'>): void {
  const { recipients = [] } = act.event;
  if (recipients.length === 0) throw new DomainError('RECIPIENTS_REQUIRED', { field: 'recipients' });
  assertRecipients(recipients);
  if (recipients.some(({ deliveryId }) => Object.hasOwn(run.state.deliveries, deliveryId))) throw new DomainError('EVENT_INVALID', { field: 'recipients' });
  const token = act.token.id;
  for (const { deliveryId, role } of recipients) run.state.deliveries[deliveryId] = { id: deliveryId, token, role, status: 'sent' };
  run.state.recipients = [...run.state.recipients, ...recipients];
  run.effects.push({ type: 'dispatch', effectId: nextId(run, 'e'), token, recipients, expect: act.node.expect });
}

function getDelivery(run: Run, act: Act<'followUp'>): DeliveryView {
  const delivery = act.task.about === null ? undefined : run.state.deliveries[act.task.about];
  if (!delivery) throw new Error(`task ${act.task.id} is about no delivery`);
  return delivery;
}

/** The new limit that comes with the judgement. @throws DUE_INVALID */
function newDue(run: Run, act: Act<'followUp'>, isRequired: boolean): Token['due'] {
  if (!act.event.due) {
    if (isRequired) throw new DomainError('DUE_INVALID', { due: null });
    return null;
  }
  assertDueAhead(act.event.due, run.at);
  return { rule: act.event.due, anchor: run.at };
}

function goOn(run: Run, act: Act<'followUp'>, due: Token['due']): void {
  const finished = finishTask(run, act);
  const token = due ? putToken(run, { ...finished, due }) : finished;
  if (due) {
    clearTimers(run, (timer) => timer.token === token.id && timer.task === null);
    setDueTimers(run, { token: token.id, task: null, kind: 'followUp', due, escalation: escalationOf(act.node) });
  }
  settleUp(run, token, act.node);
}
