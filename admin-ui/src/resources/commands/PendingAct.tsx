import { Alert, Button, CircularProgress, Link, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import type { CommandAnswerItem } from './use-commands';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';

/** One act of mine that is still being applied, or that was refused after it had been accepted; the note is kept. */
export function PendingAct({ command, withLink }: { readonly command: CommandAnswerItem; readonly withLink: boolean }) {
  const translate = useTranslate();
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const errorText = useErrorText();
  const seen = useMutation({
    mutationFn: () => api.commandSeen({ params: { id: command.id } }),
    onSuccess: () => Promise.all([queryClient.invalidateQueries({ queryKey: keys.commands }), queryClient.invalidateQueries({ queryKey: [...keys.letter, command.letterId] })]),
    onError: (error) => tell(errorText(error), 'error'),
  });
  const link = withLink ? <Link component={LinkBase} to={`/letters/${command.letterId}`}>{translate('command.openLetter')}</Link> : null;
  if (command.status === 'pending') {
    return (
      <Alert severity="info" icon={<CircularProgress size={20} />} role="status">
        {translate('command.pending')} {link}
      </Alert>
    );
  }
  if (command.status === 'done') return null;
  return (
    <Alert
      severity="error"
      action={<Button color="inherit" size="small" loading={seen.isPending} onClick={() => seen.mutate()}>{translate('command.seen')}</Button>}
    >
      <Typography sx={{ fontWeight: 600 }}>
        {translate('command.refused', { reason: command.code === null ? '' : translate(`errors.${command.code}`, { ...command.details, _: command.message ?? command.code }) })} {link}
      </Typography>
      {command.note === null || command.note === '' ? null : <Typography variant="body2">{translate('command.keptNote', { note: command.note })}</Typography>}
    </Alert>
  );
}
