import { putToken } from '../run';
import { dueFrom, restarted, setDueTimers } from '../timers';
import { leave } from '../tokens';
import type { Step } from './step';

/** Stands until a moment; passes at once where the fact holds no date. */
export const wait: Step<'wait'> = {
  type: 'wait',
  kind: 'waits',
  outcomes: () => ['next'],
  asks: () => [],
  enter: (run, token, node) => {
    const due = dueFrom(run, token.frame, node.until);
    if (!due) {
      leave(run, token, 'next');
      return;
    }
    putToken(run, { ...token, due });
    setDueTimers(run, { token: token.id, task: null, kind: 'wait', due, escalation: undefined });
  },
  onTimer: (run, token) => leave(run, token, 'next'),
  onResume: (run, token) => {
    const due = restarted(run, token.due);
    putToken(run, { ...token, due });
    setDueTimers(run, { token: token.id, task: null, kind: 'wait', due, escalation: undefined });
  },
};
