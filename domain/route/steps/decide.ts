import { evaluate } from '../conditions';
import { factsIn } from '../run';
import { leave } from '../tokens';
import type { Step } from './step';

/** Exclusive branch: the first condition that holds, else `otherwise`. */
export const decide: Step<'decide'> = {
  type: 'decide',
  kind: 'passes',
  outcomes: (node) => [...new Set([...node.branches.map((branch) => branch.outcome), node.otherwise])],
  asks: () => [],
  enter: (run, token, node) => {
    const facts = factsIn(run, token.frame);
    const branch = node.branches.find((candidate) => evaluate(candidate.when, facts));
    leave(run, token, branch?.outcome ?? node.otherwise);
  },
};
