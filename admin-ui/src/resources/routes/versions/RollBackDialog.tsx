import { Alert } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight } from '../../../components/form/Words';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { NOTHING_ASKED, PublishFields } from '../dialogs/PublishFields';
import type { VersionInfo } from './use-versions';

/** An older version is published as the next one: by the same way as anything else that is published. */
export function RollBackDialog({ routeId, version, onClose }: { readonly routeId: string; readonly version: VersionInfo; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const rollBack = useMutation({
    mutationFn: () => api.rollBackRoute({ params: { id: routeId }, body: { versionId: version.id, ...asked, note: asked.note.trim() } }),
    onSuccess: async ({ state }) => {
      tell(translate(state === 'published' ? 'routes.published' : 'routes.proposedNow'), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      onClose();
    },
  });
  const title = translate('routeVersions.rollBackTo', { n: format.number(version.version) });
  return (
    <ActDialog title={title} confirmLabel={translate('designer.act.publish')} isRunning={rollBack.isPending} error={rollBack.error} isWide canConfirm={areWordsRight(asked.note, { isRequired: true })} onConfirm={() => rollBack.mutate()} onClose={onClose}>
      <Alert severity="info">{translate('routeVersions.rollBackText', { n: format.number(version.version) })}</Alert>
      <PublishFields value={asked} onChange={setAsked} of={version.id} check={() => api.checkMove({ params: { id: version.id } })} />
    </ActDialog>
  );
}
