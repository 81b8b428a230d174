/** Which route versions must be loaded before an event can be given to the engine. */
import type { LetterEvent } from './events';
import type { RouteBook, RouteVersionId } from './model';

/**
 * Versions that the event names or that a loaded route calls, and that are not in the book. Ask again after loading them:
 * what was loaded may call others. Empty means `advance` will miss none.
 */
export function routesNeeded(routes: RouteBook, event: LetterEvent | null): readonly RouteVersionId[] {
  const wanted = new Set<RouteVersionId>(event ? namedBy(event) : []);
  for (const route of Object.values(routes)) {
    for (const node of route.nodes) if (node.type === 'call') wanted.add(node.routeVersionId);
  }
  return [...wanted].filter((id) => !Object.hasOwn(routes, id)).toSorted();
}

function namedBy(event: LetterEvent): readonly RouteVersionId[] {
  if (event.type === 'start' || event.type === 'moveVersion') return [event.routeVersionId];
  return event.type === 'act' ? (event.picks ?? []).map((pick) => pick.routeVersionId) : [];
}
