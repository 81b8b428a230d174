import { useQueries } from '@tanstack/react-query';
import type { LocalName } from '#domain/contracts/common';
import type { Route } from '#domain/route/model';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import type { RouteDesigns } from '../use-designs';

/** A drawing that is searched: a version in force, or a draft of the reader's own. */
export type Searched = { readonly key: string; readonly name: LocalName; readonly routeId: string | null; readonly versionId: string | null; readonly version: number | null; readonly draftId: string | null; readonly route: Route };

/** Every drawing of the office that the reader works with: what is in force, and their own drafts. */
export function useSearched({ routes, newRoutes }: RouteDesigns) {
  const api = useApi();
  const drawings = [
    ...newRoutes.flatMap(({ code, name, draft, isMine }) => (isMine && draft !== null ? [{ key: code, name, routeId: null, versionId: null, version: null, draftId: draft.id }] : [])),
    ...routes.flatMap(({ id, name, inForce, myDraft }) => [
      ...(inForce === null ? [] : [{ key: inForce.id, name, routeId: id, versionId: inForce.id, version: inForce.version, draftId: null }]),
      ...(myDraft === null ? [] : [{ key: myDraft.id, name, routeId: id, versionId: null, version: null, draftId: myDraft.id }]),
    ]),
  ];
  return useQueries({
    queries: drawings.map((drawing) => ({
      queryKey: [...keys.routeDesigns, 'searched', drawing.key],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Searched> => {
        const { definition } = drawing.draftId === null ? await api.routeVersion({ params: { id: drawing.versionId ?? '' }, signal }) : await api.routeDraft({ params: { id: drawing.draftId }, signal });
        return { ...drawing, route: definition };
      },
    })),
  });
}
