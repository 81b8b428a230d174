import { leave } from '../tokens';
import type { Step } from './step';

/** Where a letter of the given kinds enters. Passes at once. */
export const start: Step<'start'> = {
  type: 'start',
  kind: 'passes',
  outcomes: () => ['next'],
  asks: () => [],
  enter: (run, token) => leave(run, token, 'next'),
};
