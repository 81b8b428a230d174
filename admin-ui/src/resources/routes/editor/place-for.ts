import { openOutcomes } from '#domain/route/edits';
import type { NodeId, NodeType, Route } from '#domain/route/model';
import type { Selection } from './editor-state';

/** Where a step of the palette goes: into a line, after a step, or by itself. */
type Place = { readonly into: string } | { readonly after: NodeId } | null;

/** Into the selected line, after the selected step, and in an empty route after its start. */
export function placeFor(route: Route, { nodes, edges }: Selection, type: NodeType): Place {
  const [edge] = edges;
  if (edge !== undefined && nodes.length === 0 && type !== 'end' && type !== 'start') return { into: edge };
  const only = route.nodes.length === 1 ? route.nodes[0] : nodes.length === 1 ? route.nodes.find(({ id }) => id === nodes[0]) : undefined;
  return only !== undefined && type !== 'start' && openOutcomes(route, only).length > 0 ? { after: only.id } : null;
}
