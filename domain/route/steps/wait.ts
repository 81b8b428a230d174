import { assertOutcome, endorse, finishTask } from '../acts';
import { nodeAt, putToken } from '../run';
import { escalationOf, openTask } from '../tasks';
import { dueFrom, restarted, setDueTimers } from '../timers';
import { leave, leaveBy } from '../tokens';
import type { Step } from './step';

/**
 * Stands until a moment, or until somebody says that the event it waits for has happened, at most until that moment. Without
 * an event it passes at once where the fact holds no date.
 */
export const wait: Step<'wait'> = {
  type: 'wait',
  kind: 'waits',
  outcomes: () => ['next'],
  optionalOutcomes: (node) => (node.event === undefined || node.until === undefined ? [] : ['overdue']),
  asks: (node) => (node.assignee === undefined ? [] : [{ rule: node.assignee, skipsDrafter: false }]),
  enter: (run, token, node) => {
    const due = dueFrom(run, token.frame, node.until);
    if (!due && node.event === undefined) {
      leave(run, token, 'next');
      return;
    }
    const placed = putToken(run, { ...token, due });
    setDueTimers(run, { token: token.id, task: null, kind: 'wait', due, escalation: node.escalation });
    // Its limit is the step's: whoever reports what happens is not late because it has not happened.
    if (node.event !== undefined && node.assignee !== undefined) openTask(run, placed, { kind: 'report', rule: node.assignee, due: null });
  },
  act: (run, act) => {
    assertOutcome(act.event, ['happened']);
    if (act.event.hasNote) endorse(run, act, act.event.action ?? 'for_info');
    leave(run, finishTask(run, act), 'next');
  },
  onTimer: (run, token, node) => {
    if (node.event === undefined) leave(run, token, 'next');
    else leaveBy(run, token, 'overdue');
  },
  onResume: (run, token) => {
    const due = restarted(run, token.due);
    putToken(run, { ...token, due });
    setDueTimers(run, { token: token.id, task: null, kind: 'wait', due, escalation: escalationOf(nodeAt(run, token)) });
  },
};
