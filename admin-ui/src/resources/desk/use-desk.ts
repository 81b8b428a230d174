import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Desk } from '#domain/contracts/desk';
import { useTell } from '../../hooks/use-tell';
import { ApiError } from '../../providers/data/api-error';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';

/** My saved filters, quick phrases and favourite units and posts; undefined until known. */
export function useDesk(): Desk | undefined {
  const api = useApi();
  return useQuery({ queryKey: keys.arrangement, queryFn: ({ signal }) => api.getDesk({ signal }), staleTime: 5 * 60_000 }).data;
}

type Lists = Partial<Pick<Desk, 'filters' | 'phrases' | 'favouriteUnitIds' | 'favouritePostIds'>>;

/** Arranges my desk: `lists` says what stands there afterwards. A list changed in another window is shown anew, and nothing is lost of it. */
export function useArrange() {
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: ({ desk, lists }: { readonly desk: Desk; readonly lists: Lists }) => api.changeDesk({ body: { rev: desk.rev, ...lists } }),
    onSuccess: (desk) => {
      queryClient.setQueryData(keys.arrangement, desk);
      return queryClient.invalidateQueries({ queryKey: [...keys.inbox, 'counts'] });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 409) void queryClient.invalidateQueries({ queryKey: keys.arrangement });
      tell(errorText(error), 'error');
    },
  });
}
