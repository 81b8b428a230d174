import { DomainError } from '../../errors';
import { completeScope, createToken, leave, removeToken } from '../tokens';
import type { Step } from './step';

/** Where the branches of one fork meet: all of them, or enough of them; then the rest is withdrawn. */
export const join: Step<'join'> = {
  type: 'join',
  kind: 'passes',
  outcomes: () => ['next'],
  asks: () => [],
  enter: (run, token, node) => {
    const scope = token.scope === null ? undefined : run.state.scopes[token.scope];
    if (scope?.kind !== 'fork' || scope.node !== node.fork || scope.frame !== token.frame) {
      throw new DomainError('ROUTE_INVALID', { nodeId: node.id });
    }
    const arrived = scope.arrived + 1;
    run.state.scopes[scope.id] = { ...scope, arrived };
    removeToken(run, token);
    const needed = node.mode === 'all' ? scope.opened : Math.min(node.mode.atLeast, scope.opened);
    if (arrived < needed) return;
    completeScope(run, scope);
    leave(run, createToken(run, { frame: token.frame, node: node.id, scope: scope.parent, lastActor: token.lastActor }), 'next');
  },
};
