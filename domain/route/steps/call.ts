import { DomainError } from '../../errors';
import type { EndOutcome } from '../model';
import { getFrame, MAX_DEPTH } from '../run';
import { enter, openFrame, openScope, removeToken } from '../tokens';
import type { Step } from './step';

const ENDS: readonly EndOutcome[] = ['rejected', 'returned', 'cancelled', 'forwarded', 'closed'];

/** Run another route and come back with its outcome. */
export const call: Step<'call'> = {
  type: 'call',
  kind: 'passes',
  outcomes: () => ['next'],
  optionalOutcomes: () => ENDS,
  asks: () => [],
  enter: (run, token, node) => {
    const frame = getFrame(run, token.frame);
    if (frame.depth + 1 > MAX_DEPTH) throw new DomainError('DEPTH_EXCEEDED', { limit: MAX_DEPTH });
    const scope = openScope(run, { kind: 'call', frame: token.frame, node: node.id, parent: token.scope, opened: 1 });
    const opened = openFrame(
      run,
      { route: node.routeVersionId, scope: scope.id, unitId: frame.unitId, depth: frame.depth + 1, due: frame.due, facts: frame.facts },
      token.lastActor,
    );
    removeToken(run, token);
    enter(run, opened.token, opened.start);
  },
};
