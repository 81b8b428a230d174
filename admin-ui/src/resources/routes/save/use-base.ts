import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RouteDraftView } from '#domain/contracts/route-design';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';

export const draftBaseKey = (draftId: string) => [...keys.routeDesigns, 'base', draftId];

export type Base = {
  /** Another version came into force than the one that the draft was begun from, and its author has not chosen yet. */
  readonly changed: { readonly base: RouteDraftView['base']; readonly inForce: NonNullable<RouteDraftView['inForce']> } | null;
  /** The author has chosen: from the next save on the draft follows the version in force. */
  readonly follow: () => void;
  /** What the next save says of it. */
  readonly toSave: () => { readonly baseVersionId?: string };
  /** A save has gone through, with what {@link toSave} said. */
  readonly saved: (rev: number) => number;
};

/** Whether what the draft was begun from is still in force; looked at again whenever its author comes back to the page. */
export function useBase(view: RouteDraftView): Base {
  const api = useApi();
  const [followed, setFollowed] = useState<string | null>(null);
  const chosen = useRef<string | null>(null);
  const { base, inForce } = useQuery({
    queryKey: draftBaseKey(view.id), queryFn: ({ signal }) => api.routeDraft({ params: { id: view.id }, signal }), initialData: view, staleTime: 60_000, refetchOnWindowFocus: true,
  }).data;
  const hasChanged = inForce !== null && inForce.id !== base?.id && inForce.id !== followed;
  return {
    changed: hasChanged ? { base, inForce } : null,
    follow: () => { chosen.current = inForce?.id ?? null; },
    toSave: () => (chosen.current === null ? {} : { baseVersionId: chosen.current }),
    saved: (rev) => {
      if (chosen.current !== null) setFollowed(chosen.current);
      chosen.current = null;
      return rev;
    },
  };
}
