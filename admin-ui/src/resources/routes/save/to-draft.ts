import type { RouteDraftView } from '#domain/contracts/route-design';
import type { RouteDraft } from '#domain/route/operations';
import { placesOf } from '../../../components/route-places';

/** What is drawn of a draft: its own places, and made ones for steps that nobody has placed. */
export const toDraft = ({ definition, layout }: Pick<RouteDraftView, 'definition' | 'layout'>): RouteDraft => ({
  route: definition,
  layout: definition.nodes.every(({ id }) => layout[id] !== undefined) ? layout : { ...placesOf(definition).places, ...layout },
});
