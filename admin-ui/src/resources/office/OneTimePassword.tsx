import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../components/ActDialog';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import type { Account } from './types';
import { useOfficeChange } from './use-office';

/** Asks first, since whatever password there was ends; then shows the new one, once. */
export function OneTimePassword({ person, onClose }: { readonly person: Account; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const isFirst = person.account === 'none';
  const issue = useOfficeChange({ change: () => api.issuePassword({ params: { id: person.id } }) });
  if (issue.data !== undefined) return <Shown login={issue.data.login} password={issue.data.oneTimePassword} expiresAt={issue.data.expiresAt} onClose={onClose} />;
  return (
    <ActDialog title={translate(isFirst ? 'account.invite' : 'account.reset')} confirmLabel={translate('account.issue')} isRunning={issue.isPending} error={issue.error} onConfirm={() => issue.mutate(undefined)} onClose={onClose}>
      <Typography sx={{ fontWeight: 600 }}>{localName(person.name)}</Typography>
      <Typography>{translate(isFirst ? 'account.inviteText' : 'account.resetText')}</Typography>
    </ActDialog>
  );
}

/** A login with its one-time password, to be handed over. Closing it is the only way on, and it does not come again. */
export function Shown({ login, password, expiresAt, onClose }: { readonly login: string; readonly password: string; readonly expiresAt: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const tell = useTell();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${translate('ra.auth.username')}: ${login}\n${translate('account.oneTime')}: ${password}`);
      tell(translate('account.copied'), 'success');
    } catch {
      tell(translate('account.notCopied'), 'warning');
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="one-time-password">
      <DialogTitle id="one-time-password">{translate('account.oneTime')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Alert severity="warning">{translate('account.onceOnly')}</Alert>
          <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 1, '& dd': { m: 0, overflowWrap: 'anywhere' } }}>
            <dt>{translate('ra.auth.username')}</dt><dd><strong>{login}</strong></dd>
            <dt>{translate('account.oneTime')}</dt><dd><Box component="strong" data-one-time-password sx={{ fontFamily: 'monospace', fontSize: '1.2rem' }}>{password}</Box></dd>
            <dt>{translate('account.usableUntil')}</dt><dd>{format.dateTime(expiresAt)}</dd>
          </Box>
          <Typography variant="body2" color="text.secondary">{translate('account.handOver')}</Typography>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => void copy()}>{translate('account.copy')}</Button>
        <Button variant="contained" onClick={onClose}>{translate('account.noted')}</Button>
      </DialogActions>
    </Dialog>
  );
}
