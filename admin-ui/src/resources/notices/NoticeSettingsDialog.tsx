import { Alert, Box, FormControlLabel, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { NoticeSettingsView } from '#domain/contracts/notices';
import { MAIL_WAYS, NOTICE_KINDS, type NoticeKind, type NoticeWays } from '#domain/notices/kinds';
import { ActDialog } from '../../components/ActDialog';
import { ErrorState, LoadingRows } from '../../components/states';
import { useTell } from '../../hooks/use-tell';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

const SETTINGS = [...keys.notices, 'settings'] as const;

/** By which ways I want to hear of each kind of notice. */
export function NoticeSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const queryClient = useQueryClient();
  const tell = useTell();
  const settings = useQuery({ queryKey: SETTINGS, queryFn: ({ signal }) => api.noticeSettings({ signal }) });
  const [changes, setChanges] = useState<{ readonly [K in NoticeKind]?: NoticeWays }>({});
  const save = useMutation({
    mutationFn: () => api.changeNoticeSettings({ body: changes }),
    onSuccess: async (kept) => {
      queryClient.setQueryData(SETTINGS, kept);
      tell(translate('noticeSettings.kept'), 'success');
      onClose();
      await queryClient.invalidateQueries({ queryKey: keys.notices });
    },
  });
  return (
    <ActDialog
      title={translate('noticeSettings.title')}
      confirmLabel={translate('ra.action.save')}
      isRunning={save.isPending}
      error={save.error}
      canConfirm={settings.data !== undefined && Object.keys(changes).length > 0}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {settings.isPending ? <LoadingRows rows={3} /> : null}
      {settings.isError && settings.data === undefined ? <ErrorState error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {settings.data === undefined ? null : (
        <>
          <MailState settings={settings.data} />
          <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {NOTICE_KINDS.map((kind) => (
              <KindRow key={kind} kind={kind} ways={changes[kind] ?? settings.data.kinds[kind]} onChange={(ways) => setChanges({ ...changes, [kind]: ways })} />
            ))}
          </Stack>
          <Typography variant="body2" color="text.secondary">{translate('noticeSettings.always')}</Typography>
        </>
      )}
    </ActDialog>
  );
}

/** Where e-mail goes and when the daily one does, or why none can be sent. */
function MailState({ settings: { canMail, email, nextDigest } }: { readonly settings: NoticeSettingsView }) {
  const translate = useTranslate();
  const format = useFormat();
  if (!canMail) return <Alert severity="warning">{translate('noticeSettings.noServer')}</Alert>;
  if (email === '') return <Alert severity="warning">{translate('noticeSettings.noAddress')}</Alert>;
  return <Alert severity="info">{translate('noticeSettings.goesTo', { email, at: format.dateTime(nextDigest) })}</Alert>;
}

function KindRow({ kind, ways, onChange }: { readonly kind: NoticeKind; readonly ways: NoticeWays; readonly onChange: (ways: NoticeWays) => void }) {
  const translate = useTranslate();
  const name = translate(`noticeSettings.kind.${kind}`);
  return (
    <Box component="li" role="group" aria-label={name} sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <Typography variant="body2" color="text.secondary">{translate(`noticeSettings.help.${kind}`)}</Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' }, mt: 1 }}>
        <FormControlLabel control={<Switch checked={ways.bell} onChange={(_, bell) => onChange({ ...ways, bell })} />} label={translate('noticeSettings.bell')} sx={{ minWidth: 200 }} />
        <TextField select size="small" label={translate('noticeSettings.mail')} value={ways.mail} onChange={(event) => onChange({ ...ways, mail: MAIL_WAYS.find((way) => way === event.target.value) ?? ways.mail })} sx={{ minWidth: 220 }}>
          {MAIL_WAYS.map((way) => <MenuItem key={way} value={way}>{translate(`noticeSettings.way.${way}`)}</MenuItem>)}
        </TextField>
      </Stack>
    </Box>
  );
}
