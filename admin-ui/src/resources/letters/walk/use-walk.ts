import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import type { Neighbours } from '#domain/contracts/tasks';
import type { AddressFilters } from '../../../hooks/use-address-filters';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { rememberPlace, rowIdOf } from '../../tasks/place';
import { inboxPath, letterPath, neighboursQuery, viewFilters, viewText } from '../../tasks/view';

/** What was just done, told on the page that comes by itself afterwards. */
export type Acted = { readonly path: string; readonly what: string; readonly subject: string };
export type Walk = {
  readonly view: string;
  readonly neighbours: Neighbours | undefined;
  readonly to: (neighbour: Neighbours['next']) => void;
  /** Goes on to the next letter of the view, or back to the list after the last one. */
  readonly goOn: (acted: Acted) => void;
};

/** The walk through a view of the inbox from which this letter was opened; null where it was opened from elsewhere. */
export function useWalk(letterId: string, address: AddressFilters): Walk | null {
  const api = useApi();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const filters = viewFilters(address);
  const taskId = address['task'];
  const isWalking = filters !== undefined && taskId !== undefined && letterId !== '';
  const view = viewText(filters ?? {});
  const query = neighboursQuery(filters ?? {}, { letterId, taskId: taskId ?? '' });
  const { data: neighbours } = useQuery({ queryKey: [...keys.inbox, 'neighbours', query], queryFn: ({ signal }) => api.neighbours({ query, signal }), enabled: isWalking });
  const next = neighbours?.next ?? null;

  useEffect(() => {
    if (isWalking) rememberPlace(view, rowIdOf({ letterId, taskId }));
  }, [isWalking, view, letterId, taskId]);
  useEffect(() => {
    if (next === null || next.isRecorded) return;
    // So that it stands there at once; of a classified letter every reading is on record, and this would be none.
    void queryClient.prefetchQuery({ queryKey: [...keys.letter, next.letterId], queryFn: ({ signal }) => api.getLetter({ params: { letterId: next.letterId }, signal }) });
  }, [next, queryClient, api]);

  if (!isWalking) return null;
  return {
    view,
    neighbours,
    to: (neighbour) => {
      if (neighbour !== null) navigate(letterPath(view, neighbour));
    },
    goOn: (acted) => navigate(next === null ? inboxPath(view) : letterPath(view, next), { state: { acted } }),
  };
}

/** What was just done, where the page was come to by that. */
export function useActed(): Acted | null {
  const { state } = useLocation();
  // Only `goOn` puts it there; the history of the browser keeps it.
  return (state as { readonly acted?: Acted } | null)?.acted ?? null;
}
