import { DomainError } from '../../errors';
import { assertNote, assertOutcome, endorse, finishTask, forward, sendBack, setActFacts } from '../acts';
import { handsBack } from '../graph';
import type { NodeOf } from '../model';
import { graphOfFrame, putToken, type Run } from '../run';
import type { Token } from '../state';
import { notifyDrafter, openTask, tasksAt } from '../tasks';
import { dueFrom } from '../timers';
import { leave } from '../tokens';
import type { Act, Step } from './step';

type Approve = NodeOf<'approve'>;

/** A decision by people: one, in sequence, all, a quorum, or whoever is first. */
export const approve: Step<'approve'> = {
  type: 'approve',
  kind: 'people',
  outcomes: (node) => (node.canReject === true ? ['approve', 'reject'] : ['approve']),
  asks: (node) => node.assignees.map((rule) => ({ rule, skipsDrafter: skipsDrafter(node) })),
  canTakeBack: (node) => node.assignees.length === 1,
  enter: (run, token, node) => {
    if (node.assignees.length === 0) throw new DomainError('ROUTE_INVALID', { nodeId: node.id });
    const isTogether = node.mode === 'all' || node.mode === 'quorum' || node.mode === 'first';
    const count = isTogether ? node.assignees.length : 1;
    for (let index = 0; index < count; index += 1) ask(run, token, node, index);
  },
  act: (run, act) => {
    const { node, event, actor } = act;
    assertOutcome(event, allowedOutcomes(node));
    if (skipsDrafter(node) && event.outcome !== 'return' && run.state.drafter?.personId === actor.personId) {
      throw new DomainError('NOT_ENTITLED', { reason: 'drafter' });
    }
    assertNote(event, node.noteRequiredFor);
    // assertOutcome has just found it among the allowed ones.
    ON_OUTCOME[event.outcome as Outcome](run, act);
  },
};

type Outcome = 'approve' | 'amend' | 'return' | 'reject' | 'forward';

const ON_OUTCOME: { readonly [K in Outcome]: (run: Run, act: Act<'approve'>) => void } = {
  approve: pass,
  amend: (run, act) => {
    run.effects.push({ type: 'keepVersion', actor: act.actor, why: 'amended', node: act.node.id });
    notifyDrafter(run, 'draftAmended');
    pass(run, act);
  },
  return: (run, act) => sendBack(run, act, { maxReturns: act.node.maxReturns, skipsDrafter: skipsDrafter(act.node) }),
  reject,
  forward: (run, act) => forward(run, act, skipsDrafter(act.node)),
};

function allowedOutcomes(node: Approve): Outcome[] {
  return [
    'approve',
    ...(node.canAmend === true ? (['amend'] as const) : []),
    ...(node.returnTo.length > 0 ? (['return'] as const) : []),
    ...(node.canReject === true ? (['reject'] as const) : []),
    ...(node.canForward === true ? (['forward'] as const) : []),
  ];
}

const skipsDrafter = (node: Approve): boolean => node.allowDrafter !== true;

function ask(run: Run, token: Token, node: Approve, index: number): void {
  const rule = node.assignees[index];
  if (!rule) throw new DomainError('ROUTE_INVALID', { nodeId: node.id });
  openTask(run, token, { kind: 'approve', rule, index, due: dueFrom(run, token.frame, node.deadline), skipsDrafter: skipsDrafter(node) });
}

function pass(run: Run, act: Act<'approve'>): void {
  const { node, event, task } = act;
  if (node.signature === true && event.signature !== true) throw new DomainError('SIGNATURE_REQUIRED', { nodeId: node.id });
  if (event.outcome === 'amend' && run.state.signed) throw new DomainError('LETTER_SIGNED');
  setActFacts(run, act, node.fields);
  endorse(run, act, event.action ?? node.action ?? 'approved');
  const done = [...act.token.progress.done, task.index];
  const token = putToken(run, { ...finishTask(run, act), progress: { done, sequence: act.token.progress.sequence + 1 } });
  if (node.mode === 'sequence' && token.progress.sequence < node.assignees.length) ask(run, token, node, token.progress.sequence);
  else if (done.length >= needed(node)) leave(run, token, 'approve');
}

/** How many must approve. */
function needed(node: Approve): number {
  if (node.mode === 'all' || node.mode === 'sequence') return node.assignees.length;
  return node.mode === 'quorum' ? (node.quorum ?? node.assignees.length) : 1;
}

/** One refusal decides, except where a quorum can still be reached by the others. */
function reject(run: Run, act: Act<'approve'>): void {
  endorse(run, act, handsBack(graphOfFrame(run, act.token.frame), act.node.id) ? 'returned' : 'refused');
  const token = finishTask(run, act);
  if (act.node.mode === 'quorum' && token.progress.done.length + tasksAt(run, token.id).filter((task) => task.kind === 'approve').length >= needed(act.node)) return;
  leave(run, token, 'reject');
}
