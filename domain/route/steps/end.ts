import { getFrame } from '../run';
import { endFrame, endLetter } from '../tokens';
import type { Step } from './step';

/** The end of a route: of the letter in the main frame, else of the branch that runs this route. */
export const end: Step<'end'> = {
  type: 'end',
  kind: 'passes',
  outcomes: () => [],
  asks: () => [],
  enter: (run, token, node) => {
    if (getFrame(run, token.frame).depth === 0) endLetter(run, node.outcome, node.retention ?? null);
    else endFrame(run, token, node.outcome);
  },
};
