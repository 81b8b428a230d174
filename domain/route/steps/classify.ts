import { decideByTable } from '../decision-table';
import { factsIn, putFacts } from '../run';
import { leave } from '../tokens';
import type { Step } from './step';

/** A decision table: facts in, facts out. */
export const classify: Step<'classify'> = {
  type: 'classify',
  kind: 'passes',
  outcomes: () => ['next'],
  asks: () => [],
  enter: (run, token, node) => {
    const { values } = decideByTable(node.table, factsIn(run, token.frame));
    putFacts(run, token.frame, values);
    leave(run, token, 'next');
  },
};
