import { Alert, Box } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight } from '../../../components/form/Words';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { summary } from '../findings/FindingsList';
import { useFindingText } from '../findings/use-finding-text';
import type { Findings } from '../findings/use-findings';
import { useFormat } from '../../../providers/i18n/use-format';
import { draftBaseKey } from '../save/use-base';
import { NOTHING_ASKED, PublishFields } from './PublishFields';

/** What is proposed: why, from when, and what becomes of the letters that run. Errors must be mended first. */
export function PublishDialog({ draftId, found, flush, onClose }: { readonly draftId: string; readonly found: Findings; readonly flush: () => Promise<boolean>; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const textOf = useFindingText();
  const api = useApi();
  const navigate = useNavigate();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const isFaulty = found.findings.some(({ severity }) => severity === 'error');
  const propose = useMutation({
    mutationFn: async () => {
      // What is proposed is what is on the screen.
      if (!(await flush())) throw new Error('the draft is not saved');
      return api.proposeRoute({ params: { id: draftId }, body: { ...asked, note: asked.note.trim() } });
    },
    onSuccess: async ({ state }) => {
      tell(translate(state === 'published' ? 'routes.published' : 'routes.proposedNow'), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      navigate('/routes');
    },
    // Where another version came into force meanwhile, the page behind asks what becomes of the draft.
    onError: async () => queryClient.invalidateQueries({ queryKey: draftBaseKey(draftId) }),
  });
  return (
    <ActDialog title={translate('designer.act.publish')} confirmLabel={translate('designer.act.publish')} isRunning={propose.isPending} error={propose.error} isWide canConfirm={found.isCurrent && !isFaulty && areWordsRight(asked.note, { isRequired: true })} onConfirm={() => propose.mutate()} onClose={onClose}>
      <Alert severity={isFaulty ? 'error' : found.findings.length > 0 ? 'warning' : 'success'}>{found.isCurrent ? summary(found.findings, translate, format.number) : translate('designer.findings.checking')}{isFaulty ? <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{found.findings.filter(({ severity }) => severity === 'error').map((finding) => <li key={finding.id}>{textOf(finding)}</li>)}</Box> : null}</Alert>
      <PublishFields
        value={asked} onChange={setAsked} of={draftId}
        check={async () => {
          // What is tried is what is on the screen.
          if (!(await flush())) throw new Error('the draft is not saved');
          return api.checkDraftMove({ params: { id: draftId } });
        }}
      />
    </ActDialog>
  );
}
