/** Events that no person causes: timers, reports of effects, changes of deliveries, answers. */
import { DomainError } from '../errors';
import type { EventOf } from './events';
import type { EscalationRung } from './model';
import { contextOf, inOrder, nodeAt, NOBODY_EXCLUDED, stepOf, type Run } from './run';
import type { DeliveryView, Task, Timer, Token } from './state';
import { closeAnswered } from './steps/work';
import { endLetter, notifyHolders } from './tokens';
import { changeTask, escalationOf, holdersOf, notify, notifyDrafter, tasksAt } from './tasks';

/** A timer has come due. @throws EVENT_OUTDATED when it was cleared, set anew or has fired before */
export function timerFired(run: Run, event: EventOf<'timer'>): void {
  const timer = Object.hasOwn(run.state.timers, event.timerId) ? run.state.timers[event.timerId] : undefined;
  const token = timer && run.state.tokens[timer.token];
  if (!timer || !token || event.nth !== timer.fired || timer.fired > 0) throw new DomainError('EVENT_OUTDATED', { timerId: event.timerId });
  run.state.timers[timer.id] = { ...timer, fired: timer.fired + 1 };
  ON_TIMER[timer.kind](run, token, timer);
}

const onStep = (run: Run, token: Token, timer: Timer): void => {
  const node = nodeAt(run, token);
  stepOf(run, node).onTimer?.(run, token, node, timer);
};

const ON_TIMER: { readonly [K in Timer['kind']]: (run: Run, token: Token, timer: Timer) => void } = {
  wait: onStep,
  followUp: onStep,
  due: (run, _token, timer) => {
    const task = taskOf(run, timer);
    if (task) notify(run, 'taskOverdue', holdersOf(task), { taskId: task.id });
  },
  rung: (run, token, timer) => {
    // A route that the letter was moved to may no longer have the rung.
    const rung = escalationOf(nodeAt(run, token))?.find((one) => one.id === timer.rung);
    if (rung) CLIMB[rung.act](run, token, taskOf(run, timer) ?? reportAt(run, token));
  },
};

const taskOf = (run: Run, timer: Timer): Task | null => (timer.task === null ? null : (run.state.tasks[timer.task] ?? null));

/** What is waited for at a step is reported by a task that has no limit of its own: the step's ladder is for whoever has it. */
const reportAt = (run: Run, token: Token): Task | null => tasksAt(run, token.id).find(({ kind }) => kind === 'report') ?? null;

const flag = (run: Run, token: Token, task: Task | null): void =>
  notify(run, 'routeFlag', { processOwner: true }, { context: contextOf(run, token), ...(task ? { taskId: task.id } : {}) });

/** What each rung does. A follow-up has no task of its own: its reminders go to who will judge the answer. */
const CLIMB: { readonly [A in EscalationRung['act']]: (run: Run, token: Token, task: Task | null) => void } = {
  remind: (run, token, task) => {
    const node = nodeAt(run, token);
    if (task) notify(run, 'taskReminder', holdersOf(task), { taskId: task.id });
    else if (node.type === 'followUp') notify(run, 'taskReminder', { rule: node.judge }, { context: contextOf(run, token) });
  },
  remindSuperior: (run, token, task) => {
    if (task) notify(run, 'taskReminder', { superiorOfTask: task.id }, { taskId: task.id });
    else notify(run, 'taskReminder', { rule: { by: 'superior', of: 'drafter' } }, { context: contextOf(run, token) });
  },
  handOver: (run, token, task) => {
    if (!task) {
      flag(run, token, null);
      return;
    }
    notify(run, 'taskWithdrawn', holdersOf(task), { taskId: task.id });
    const change = { rule: { by: 'superiorOf', postIds: task.postIds }, postIds: [], personId: null, claimed: false } as const;
    changeTask(run, task, change, 'handOver', { exclude: NOBODY_EXCLUDED, context: contextOf(run, token) });
  },
  flag,
};

/** Work outside the database has ended; a failure is flagged. @throws EVENT_OUTDATED */
export function effectReported(run: Run, event: EventOf<'effectReported'>): void {
  if (!run.state.pendingEffects.includes(event.effectId)) throw new DomainError('EVENT_OUTDATED', { effectId: event.effectId });
  run.state.pendingEffects = run.state.pendingEffects.filter((id) => id !== event.effectId);
  if (!event.ok) notify(run, 'routeFlag', { processOwner: true });
}

const RANK: { readonly [S in DeliveryView['status']]: number } = {
  sent: 0, registered: 1, acknowledged: 2, answered: 3, returned: 4, judged: 5, recalled: 6,
};

/** An addressee registered, acknowledged, answered or sent back. @throws EVENT_OUTDATED, DELIVERY_RECALLED */
export function deliveryChanged(run: Run, event: EventOf<'delivery'>): void {
  const delivery = Object.hasOwn(run.state.deliveries, event.deliveryId) ? run.state.deliveries[event.deliveryId] : undefined;
  if (!delivery) throw new DomainError('EVENT_OUTDATED', { deliveryId: event.deliveryId });
  if (delivery.status === 'recalled') throw new DomainError('DELIVERY_RECALLED', { deliveryId: delivery.id });
  // Signals may overtake one another: a later stage includes the earlier ones.
  if (RANK[event.change] <= RANK[delivery.status]) return;
  const changed = { ...delivery, status: event.change };
  run.state.deliveries[delivery.id] = changed;
  if (event.change === 'returned') notifyDrafter(run, 'deliveryReturned');
  for (const token of inOrder(run.state.tokens)) {
    const current = run.state.tokens[token.id];
    if (!current) continue;
    const node = nodeAt(run, current);
    stepOf(run, node).onDelivery?.(run, current, node, changed);
  }
}

/** The sender took the letter back before it was registered: nobody here has to do with it any more. @throws EVENT_OUTDATED */
export function recalled(run: Run, _event: EventOf<'recalled'>): void {
  if (inOrder(run.state.numbers).some((taken) => !taken.cancelled)) throw new DomainError('EVENT_OUTDATED');
  notifyHolders(run, 'letterCancelled');
  endLetter(run, 'cancelled', null, true);
}

/** This office has dispatched an answer to the letter. */
export function answered(run: Run, _event: EventOf<'answered'>): void {
  run.state.facts = { ...run.state.facts, isAnswered: true };
  run.effects.push({ type: 'setFacts', facts: { isAnswered: true } });
  closeAnswered(run);
}
