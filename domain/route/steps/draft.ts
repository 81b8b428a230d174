import { DomainError } from '../../errors';
import { assertOutcome, endorse, finishTask, setActFacts } from '../acts';
import { setRecipients } from '../recipients';
import { openTask } from '../tasks';
import { dueFrom } from '../timers';
import { leave } from '../tokens';
import type { Step } from './step';

/** Somebody writes the letter; submitting keeps the text as a version and makes them the drafter. */
export const draft: Step<'draft'> = {
  type: 'draft',
  kind: 'people',
  outcomes: () => ['next'],
  asks: (node) => [{ rule: node.assignee, skipsDrafter: false }],
  canTakeBack: () => true,
  enter: (run, token, node) => {
    openTask(run, token, { kind: 'draft', rule: node.assignee, due: dueFrom(run, token.frame, node.deadline) });
  },
  act: (run, act) => {
    assertOutcome(act.event, ['submit']);
    if (run.state.signed) throw new DomainError('LETTER_SIGNED');
    setActFacts(run, act, act.node.fields);
    setRecipients(run, act.event.recipients);
    run.state.drafter = act.actor;
    run.effects.push({ type: 'keepVersion', actor: act.actor, why: 'submitted', node: act.node.id });
    endorse(run, act, act.event.action ?? 'for_decision');
    leave(run, finishTask(run, act), 'next');
  },
};
