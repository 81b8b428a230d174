import { Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { onDemand } from '../../components/on-demand';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

// On most days nothing is in doubt.
const PendingAct = onDemand(async () => (await import('./PendingAct')).PendingAct);

/** Above the inbox: acts in doubt and refusals that came later. */
export function PendingActs() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.commands,
    queryFn: ({ signal }) => api.myCommands({ signal }),
    // While something is in doubt, ask also without a hint.
    refetchInterval: (query) => (query.state.data?.items.some(({ status }) => status === 'pending') ? 3_000 : false),
  });
  const open = (data?.items ?? []).filter(({ status }) => status !== 'done');
  if (open.length === 0) return null;
  return <Stack spacing={1} sx={{ mb: 2 }}>{open.map((command) => <PendingAct key={command.id} command={command} withLink />)}</Stack>;
}
