import MoveIcon from '@mui/icons-material/MoveDownOutlined';
import { Box, Button, Chip, LinearProgress, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RouteMove } from '#domain/contracts/route-life';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { ErrorState } from '../../../components/states';
import { useNow } from '../../../hooks/use-now';
import { useTell } from '../../../hooks/use-tell';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import type { VersionInfo } from '../versions/use-versions';
import { MoveCheck, useWhyNot } from './MoveCheck';
import { MoveLetters } from './MoveLetters';

/** How soon the progress of a move is asked for again. */
const PROGRESS_MS = 2_000;

/** Moves of running letters to a version: how far each is, what became of each letter; begun and stopped with a reason. */
export function MovesPanel({ version }: { readonly version: VersionInfo }) {
  const translate = useTranslate();
  const api = useApi();
  const [isStarting, setStarting] = useState(false);
  const moves = useQuery({
    queryKey: [...keys.routeDesigns, 'moves', version.id], queryFn: ({ signal }) => api.routeMoves({ params: { id: version.id }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ endedAt }) => endedAt === null) === true ? PROGRESS_MS : false),
  });
  const items = moves.data?.items ?? [];
  const canStart = moves.data !== undefined && version.state === 'inForce' && items.every(({ endedAt }) => endedAt !== null);
  if (!canStart && items.length === 0 && !moves.isError) return null;
  return (
    <Stack spacing={1.5} component="section" aria-label={translate('routeMoves.title')}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="h3">{translate('routeMoves.title')}</Typography>
        {canStart ? <Button size="small" variant="outlined" startIcon={<MoveIcon />} onClick={() => setStarting(true)}>{translate('routeMoves.start')}</Button> : null}
      </Stack>
      {moves.isError ? <ErrorState error={moves.error} onRetry={() => void moves.refetch()} /> : null}
      {items.map((move) => <Move key={move.id} move={move} />)}
      {isStarting ? <StartDialog versionId={version.id} onClose={() => setStarting(false)} /> : null}
    </Stack>
  );
}

const stateOf = ({ endedAt, cancel, startsAt }: RouteMove, now: number): 'ended' | 'stopped' | 'stopping' | 'waits' | 'running' =>
  endedAt !== null ? (cancel === null ? 'ended' : 'stopped') : cancel !== null ? 'stopping' : Date.parse(startsAt) > now ? 'waits' : 'running';
const COLOURS = { ended: 'success', stopped: 'warning', stopping: 'warning', waits: 'info', running: 'info' } as const;

function Move({ move }: { readonly move: RouteMove }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const why = useWhyNot();
  const [open, setOpen] = useState<'stop' | 'letters' | null>(null);
  const refused = move.refused.reduce((sum, { count }) => sum + count, 0);
  const done = move.moved + refused + move.cancelled;
  const total = done + move.waiting;
  const state = stateOf(move, useNow());
  const counts = ([['moved', move.moved], ['waiting', move.waiting], ['refused', refused], ['cancelled', move.cancelled]] as const).filter(([, n]) => n > 0);
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1.5 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Chip size="small" variant="outlined" color={COLOURS[state]} label={state === 'waits' ? translate('routeMoves.waits', { at: format.dateTime(move.startsAt) }) : translate(`routeMoves.${state}`)} />
        <Typography variant="body2">{[translate('routeMoves.by', { name: localName(move.by.name), at: format.dateTime(move.startsAt) }), move.reason].join(' · ')}</Typography>
      </Stack>
      {move.cancel === null ? null : <Typography variant="body2">{translate('routeMoves.stoppedBy', { name: localName(move.cancel.by.name), reason: move.cancel.reason })}</Typography>}
      {state === 'running' || state === 'stopping' ? <LinearProgress variant="determinate" value={total === 0 ? 0 : (done * 100) / total} aria-label={translate('routeMoves.progress', { done, total })} sx={{ my: 1 }} /> : null}
      <Typography role="status">{total === 0 ? translate(state === 'ended' ? 'routeMoves.nothing' : 'routeMoves.noneYet') : [translate('routeMoves.progress', { done: format.number(done), total: format.number(total) }), ...counts.map(([of, n]) => translate('routeMoves.count', { state: translate(`routeMoves.state.${of}`), n: format.number(n) }))].join(' · ')}</Typography>
      {move.refused.length === 0 ? null : <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>{move.refused.map((each) => <li key={`${each.code} ${each.nodeId ?? ''}`}>{`${translate('routeMoves.cannot', { n: format.number(each.count) })} · ${why(each)}`}</li>)}</Box>}
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        {total === 0 ? null : <Button size="small" aria-expanded={open === 'letters'} onClick={() => setOpen(open === 'letters' ? null : 'letters')}>{translate('routeMoves.letters')}</Button>}
        {move.endedAt === null && move.cancel === null ? <Button size="small" color="error" onClick={() => setOpen('stop')}>{translate('routeMoves.stop')}</Button> : null}
      </Stack>
      {open === 'letters' ? <MoveLetters moveId={move.id} isEnded={move.endedAt !== null} /> : null}
      {open === 'stop' ? <StopDialog moveId={move.id} onClose={() => setOpen(null)} /> : null}
    </Box>
  );
}

/** Does something about moves with a reason, and asks for them again. */
function useMoveAct(act: (reason: string) => Promise<unknown>, { told, onClose }: { readonly told: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const run = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: async () => {
      tell(translate(told), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      onClose();
    },
  });
  return { reason, setReason, run };
}

function StartDialog({ versionId, onClose }: { readonly versionId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const { reason, setReason, run } = useMoveAct((said) => api.moveLetters({ params: { id: versionId }, body: { reason: said } }), { told: 'routeMoves.started', onClose });
  return (
    <ActDialog title={translate('routeMoves.start')} confirmLabel={translate('routeMoves.start')} isRunning={run.isPending} error={run.error} isWide canConfirm={areWordsRight(reason, { isRequired: true })} onConfirm={() => run.mutate()} onClose={onClose}>
      <Typography>{translate('routeMoves.startText')}</Typography>
      <MoveCheck of={versionId} check={() => api.checkMove({ params: { id: versionId } })} />
      <Words label={translate('routeMoves.reason')} isRequired multiline minRows={2} value={reason} onChange={setReason} />
    </ActDialog>
  );
}

function StopDialog({ moveId, onClose }: { readonly moveId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const { reason, setReason, run } = useMoveAct((said) => api.cancelMove({ params: { id: moveId }, body: { reason: said } }), { told: 'routeMoves.stopNow', onClose });
  return (
    <ActDialog title={translate('routeMoves.stop')} confirmLabel={translate('routeMoves.stop')} tone="danger" isRunning={run.isPending} error={run.error} canConfirm={areWordsRight(reason, { isRequired: true })} onConfirm={() => run.mutate()} onClose={onClose}>
      <Typography>{translate('routeMoves.stopText')}</Typography>
      <Words label={translate('routeMoves.stopReason')} isRequired multiline minRows={2} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
