import { DomainError } from '../../errors';
import { assertOutcome, endorse, finishTask, sendBack, setActFacts } from '../acts';
import type { Run } from '../run';
import { inOrder, nodeAt, putToken } from '../run';
import { closeTask, openTask } from '../tasks';
import { dueFrom, DUE_FACT } from '../timers';
import { isForInformation, leave } from '../tokens';
import type { Step } from './step';

/** Somebody acts and reports back with an outcome of the designer's own. */
export const work: Step<'work'> = {
  type: 'work',
  kind: 'people',
  outcomes: (node) => [
    ...new Set([...node.outcomes.map((outcome) => outcome.code), ...(node.answeredOutcome === undefined ? [] : [node.answeredOutcome])]),
  ],
  asks: (node) => [{ rule: node.assignee, skipsDrafter: false }],
  canTakeBack: () => true,
  enter: (run, token, node) => {
    // Without a limit of its own the work is due when whoever directed it here asked for it.
    const due = dueFrom(run, token.frame, node.deadline ?? { fact: DUE_FACT });
    openTask(run, token, { kind: 'work', rule: node.assignee, due });
  },
  act: (run, act) => {
    const { node, event } = act;
    if (event.outcome === 'return' && node.returnTo?.length) {
      sendBack(run, act, { maxReturns: undefined, skipsDrafter: false });
      return;
    }
    assertOutcome(event, node.outcomes.map((outcome) => outcome.code));
    const chosen = node.outcomes.find((outcome) => outcome.code === event.outcome);
    if (chosen?.noteRequired === true && !event.hasNote) throw new DomainError('NOTE_REQUIRED', { outcome: event.outcome });
    setActFacts(run, act, node.fields);
    if (event.hasNote || event.action !== undefined) endorse(run, act, event.action ?? 'proceed');
    leave(run, finishTask(run, act), event.outcome);
  },
};

/** A letter of this office has answered this one: work that waited for nothing else is done. */
export function closeAnswered(run: Run): void {
  for (const task of inOrder(run.state.tasks)) {
    const open = run.state.tasks[task.id];
    const token = run.state.tokens[task.token];
    if (!open || !token || open.kind !== 'work' || isForInformation(run, open)) continue;
    const node = nodeAt(run, open);
    if (node.type !== 'work' || node.answeredOutcome === undefined) continue;
    closeTask(run, open, { end: 'done', outcome: node.answeredOutcome, actor: null });
    leave(run, putToken(run, token), node.answeredOutcome);
  }
}
