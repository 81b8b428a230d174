/** Whether a letter as it stands could go on by another version of its route: the move itself, tried on a copy. */
import { isDomainError } from '../errors';
import { advance } from './engine';
import type { NodeId, RouteBook, RouteVersionId } from './model';
import type { Actor, FrameId, LetterState } from './state';

export type MoveVerdict = { readonly can: true } | { readonly can: false; readonly code: string; readonly nodeId: NodeId | null };
/** `routes` has the version that the letter runs on, the one it would move to, and what both call. */
type Wanted = { readonly routes: RouteBook; readonly frame: FrameId; readonly to: RouteVersionId; readonly at: string };

const NOBODY: Actor = { personId: '', postId: '', capacity: 'own' };

/** Tries the move of one part of a letter; changes nothing. */
export function canMove(state: LetterState, { routes, frame, to, at }: Wanted): MoveVerdict {
  try {
    advance(routes, state, { type: 'moveVersion', at, actor: NOBODY, seq: state.seq, hasReason: true, frame, routeVersionId: to, nodes: {} });
    return { can: true };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { nodeId } = error.details;
    return { can: false, code: error.code, nodeId: typeof nodeId === 'string' ? nodeId : null };
  }
}
