import { Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import type { VersionInfo } from './use-versions';

/** Takes a version back before its day, with the reason on record. */
export function CallOffDialog({ version, onClose }: { readonly version: VersionInfo; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const callOff = useMutation({
    mutationFn: () => api.callOffVersion({ params: { id: version.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      tell(translate('routeVersions.calledOffNow'), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      onClose();
    },
  });
  return (
    <ActDialog title={translate('routeVersions.callOff')} confirmLabel={translate('routeVersions.callOff')} tone="danger" isRunning={callOff.isPending} error={callOff.error} canConfirm={areWordsRight(reason, { isRequired: true })} onConfirm={() => callOff.mutate()} onClose={onClose}>
      <Typography>{translate('routeVersions.callOffText', { n: format.number(version.version), date: format.longDate(version.from) })}</Typography>
      <Words label={translate('routeVersions.callOffReason')} isRequired multiline minRows={2} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
