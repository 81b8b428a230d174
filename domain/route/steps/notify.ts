import { contextOf } from '../run';
import { notify as tell } from '../tasks';
import { leave } from '../tokens';
import type { Step } from './step';

/** Tells somebody and goes on. */
export const notify: Step<'notify'> = {
  type: 'notify',
  kind: 'passes',
  outcomes: () => ['next'],
  asks: (node) => [{ rule: node.who, skipsDrafter: false }],
  enter: (run, token, node) => {
    tell(run, 'custom', { rule: node.who }, { context: contextOf(run, token), custom: node.template });
    leave(run, token, 'next');
  },
};
