import { DomainError } from '../../errors';
import { graphOfFrame } from '../run';
import { createToken, enter, openScope, removeToken } from '../tokens';
import type { Step } from './step';

/** Opens one branch per edge. All branches exist before the first one moves, so that a join counts them all. */
export const fork: Step<'fork'> = {
  type: 'fork',
  kind: 'passes',
  outcomes: () => [],
  asks: () => [],
  enter: (run, token, node) => {
    const edges = graphOfFrame(run, token.frame).out.get(node.id) ?? [];
    if (edges.length === 0) throw new DomainError('ROUTE_INVALID', { nodeId: node.id });
    const scope = openScope(run, { kind: 'fork', frame: token.frame, node: node.id, parent: token.scope, opened: edges.length });
    removeToken(run, token);
    const branches = edges.map((edge) => ({
      edge,
      branch: createToken(run, { frame: token.frame, node: node.id, scope: scope.id, lastActor: token.lastActor }),
    }));
    for (const { edge, branch } of branches) if (run.state.tokens[branch.id]) enter(run, branch, edge.to, edge.id);
  },
};
