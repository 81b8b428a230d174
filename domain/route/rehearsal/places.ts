/** Names of places that stay the same when the engine's own ids do not. */
import { graphOf } from '../graph';
import type { RouteBook, RouteNode } from '../model';
import { inOrder } from '../run';
import type { FrameId, LetterState, Task } from '../state';
import type { TaskPlace } from './script';

/** Through which steps a frame was opened; empty for the main one. */
function withinOf(state: LetterState, frameId: FrameId): string {
  const frame = state.frames[frameId];
  if (frame === undefined || frame.depth === 0) return '';
  const scope = frame.scope === null ? undefined : state.scopes[frame.scope];
  const { assignedPost } = frame.facts;
  const whose = typeof assignedPost === 'string' ? assignedPost : (frame.unitId ?? '');
  // A branch for information that has outlived whoever opened it is known by its unit or post alone.
  if (scope === undefined) return `/info:${whose}`;
  return `${withinOf(state, scope.frame)}/${scope.node}:${whose}`;
}

export const placeOf = (state: LetterState, task: Task): TaskPlace => ({ node: task.node, index: task.index, within: withinOf(state, task.frame), about: task.about });

/** The open task at a place; the earliest where there are two. */
export function taskAt(state: LetterState, place: TaskPlace): Task | null {
  const isThere = (task: Task): boolean =>
    task.node === place.node && task.index === place.index && task.about === place.about && withinOf(state, task.frame) === place.within;
  return inOrder(state.tasks).find(isThere) ?? null;
}

/** The step at which a task or token stands; null where its route is not at hand. */
export function nodeAtPlace(routes: RouteBook, state: LetterState, place: { readonly frame: FrameId; readonly node: string }): RouteNode | null {
  const frame = state.frames[place.frame];
  const route = frame === undefined ? undefined : routes[frame.route];
  return route === undefined ? null : (graphOf(route).nodes.get(place.node) ?? null);
}
