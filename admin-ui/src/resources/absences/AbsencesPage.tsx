import { Box, Button, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ActDialog } from '../../components/ActDialog';
import { Mark } from '../../components/marks';
import { onDemand } from '../../components/on-demand';
import { Page, Panel } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useTell } from '../../hooks/use-tell';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { ToneName } from '../../theme/theme';

const MyAbsenceDialog = onDemand(() => import('./MyAbsenceDialog').then((module) => module.MyAbsenceDialog));
import { StandIns } from './StandIns';

type Absence = ResponseOf<(typeof endpoints)['listAbsences']>['items'][number];
const TONES: { readonly [K in Absence['state']]: ToneName } = { inForce: 'warm', future: 'info', ended: 'muted' };

/** การลาและผู้รักษาราชการแทน: when I am away, and who acts for me meanwhile. */
export default function AbsencesPage() {
  const translate = useTranslate();
  const session = useSession();
  const api = useApi();
  const [isCreating, setIsCreating] = useState(false);
  const [ending, setEnding] = useState<Absence | null>(null);
  const [isEndedShown, setIsEndedShown] = useState(false);
  const list = useQuery({ queryKey: [...keys.people, 'absences', 'mine'], queryFn: ({ signal }) => api.listAbsences({ query: { state: 'all' }, signal }) });
  const mine = (list.data?.items ?? []).filter(({ person }) => person.id === session?.person.id);
  const shown = mine.filter(({ state }) => isEndedShown || state !== 'ended').toSorted((one, other) => one.fromAt.localeCompare(other.fromAt));
  const hasEnded = mine.some(({ state }) => state === 'ended');
  const holdsPost = session?.posts.some(({ capacity }) => capacity === 'own') ?? false;

  return (
    <Page title={translate('nav.absences')} subtitle={translate('absences.subtitle')} width={980} actions={<Button variant="contained" onClick={() => setIsCreating(true)}>{translate('absences.create')}</Button>}>
      <Stack spacing={2}>
        <Panel title={translate('absences.mine')} actions={hasEnded ? <Button size="small" onClick={() => setIsEndedShown(!isEndedShown)}>{translate(isEndedShown ? 'absences.hideEnded' : 'absences.showEnded')}</Button> : undefined}>
          {list.isPending ? <LoadingRows rows={2} /> : null}
          {list.isError && list.data === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
          {list.data !== undefined && shown.length === 0 ? <EmptyState isSmall title={translate('absences.empty')} text={translate('absences.emptyText')} /> : null}
          <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {shown.map((absence) => <AbsenceRow key={absence.id} absence={absence} onEnd={() => setEnding(absence)} />)}
          </Stack>
        </Panel>
        {holdsPost ? <StandIns /> : null}
      </Stack>
      {isCreating ? <MyAbsenceDialog onClose={() => setIsCreating(false)} /> : null}
      {ending === null ? null : <EndAbsence absence={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function AbsenceRow({ absence, onEnd }: { readonly absence: Absence; readonly onEnd: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', borderBottom: 1, borderColor: 'divider', pb: 1, '&:last-of-type': { borderBottom: 0, pb: 0 } }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Mark tone={TONES[absence.state]} strong={absence.state === 'inForce'}>{translate(`absences.state.${absence.state}`)}</Mark>
          <Typography sx={{ fontWeight: 600 }}>{translate(`absence.${absence.kind}`)}</Typography>
        </Stack>
        <Typography>{translate('absences.period', { from: format.dateTime(absence.fromAt), to: format.dateTime(absence.toAt) })}</Typography>
        {absence.note === '' ? null : <Typography variant="body2" color="text.secondary">{absence.note}</Typography>}
      </Box>
      {absence.canEnd ? <Button variant="outlined" onClick={onEnd}>{translate(absence.state === 'future' ? 'absences.cancel' : 'absences.back')}</Button> : null}
    </Box>
  );
}

function EndAbsence({ absence, onClose }: { readonly absence: Absence; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.endAbsence({ params: { id: absence.id }, body: {} }),
    onSuccess: async () => {
      tell(translate('absences.ended'), 'success');
      await Promise.all([keys.people, keys.inbox, keys.letter].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  const label = translate(absence.state === 'future' ? 'absences.cancel' : 'absences.back');
  return (
    <ActDialog title={label} confirmLabel={label} isRunning={end.isPending} error={end.error} onConfirm={() => end.mutate()} onClose={onClose}>
      <Typography>{translate('absences.period', { from: format.dateTime(absence.fromAt), to: format.dateTime(absence.toAt) })}</Typography>
      <Typography>{translate('absences.endText')}</Typography>
    </ActDialog>
  );
}
