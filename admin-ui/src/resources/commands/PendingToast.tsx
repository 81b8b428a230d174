import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';

const ASK_MS = 1_000;
const SEVERITY = { pending: 'info', done: 'success', rejected: 'error' } as const;

/** Says that an act was accepted, and what became of it as soon as that is known: it never goes on saying "in progress" of what is done. */
export function PendingToast({ commandId, done }: { readonly commandId: string; readonly done: string }) {
  const translate = useTranslate();
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...keys.commands, commandId],
    queryFn: ({ signal }) => api.getCommand({ params: { id: commandId }, signal }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'pending' ? ASK_MS : false),
  });
  const status = data?.status ?? 'pending';
  const code = data?.code ?? null;
  const reason = code === null ? '' : translate(`errors.${code}`, { label: '', signs: '', ...data?.details, _: data?.message ?? code });
  const text = { pending: translate('command.pending'), done: translate(done), rejected: translate('command.refused', { reason }) };
  return <Alert severity={SEVERITY[status]} variant="filled" elevation={6} role="status">{text[status]}</Alert>;
}
