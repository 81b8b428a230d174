import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

/** One letter as the reader may see it. While an act is in doubt it is asked for again until that settles. */
export function useLetter(letterId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.letter, letterId],
    queryFn: ({ signal }) => api.getLetter({ params: { letterId }, signal }),
    enabled: letterId !== '',
    refetchInterval: (query) => (query.state.data?.pendingCommands.some(({ status }) => status === 'pending') ? 2_000 : false),
  });
}
