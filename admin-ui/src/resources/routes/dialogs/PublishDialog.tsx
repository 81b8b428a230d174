import { Alert, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import { addDays, bangkokDate } from '#domain/thai/dates';
import { ActDialog } from '../../../components/ActDialog';
import { DateField } from '../../../components/form/date-fields';
import { useNow } from '../../../hooks/use-now';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { summary } from '../findings/FindingsList';
import type { Findings } from '../findings/use-findings';
import { useFormat } from '../../../providers/i18n/use-format';

/** What is proposed: why, from when, and what becomes of the letters that run. Errors must be mended first. */
export function PublishDialog({ draftId, found, flush, onClose }: { readonly draftId: string; readonly found: Findings; readonly flush: () => Promise<boolean>; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const navigate = useNavigate();
  const tell = useTell();
  const queryClient = useQueryClient();
  const now = useNow();
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('now');
  const [runningLetters, setRunning] = useState<'stay' | 'move'>('stay');
  const tomorrow = addDays(bangkokDate(new Date(now).toISOString()), 1);
  const isFaulty = found.findings.some(({ severity }) => severity === 'error');
  const propose = useMutation({
    mutationFn: async () => {
      // What is proposed is what is on the screen.
      if (!(await flush())) throw new Error('the draft is not saved');
      return api.proposeRoute({ params: { id: draftId }, body: { note: note.trim(), from, runningLetters } });
    },
    onSuccess: async ({ state }) => {
      tell(translate(state === 'published' ? 'routes.published' : 'routes.proposedNow'), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.routeDesigns });
      navigate('/routes');
    },
  });
  return (
    <ActDialog title={translate('designer.act.publish')} confirmLabel={translate('designer.act.publish')} isRunning={propose.isPending} error={propose.error} isWide canConfirm={found.isCurrent && !isFaulty && note.trim() !== ''} onConfirm={() => propose.mutate()} onClose={onClose}>
      <Alert severity={isFaulty ? 'error' : found.findings.length > 0 ? 'warning' : 'success'}>{found.isCurrent ? summary(found.findings, translate, format.number) : translate('designer.findings.checking')}</Alert>
      <TextField label={translate('routes.note')} required multiline minRows={2} value={note} slotProps={{ htmlInput: { maxLength: 500 } }} onChange={(event) => setNote(event.target.value)} />
      <FormControl>
        <FormLabel id="publish-from">{translate('routes.when')}</FormLabel>
        <RadioGroup aria-labelledby="publish-from" value={from === 'now' ? 'now' : 'day'} onChange={(_, next) => setFrom(next === 'now' ? 'now' : tomorrow)}>
          <FormControlLabel value="now" control={<Radio />} label={translate('routes.now')} />
          <FormControlLabel value="day" control={<Radio />} label={translate('routes.fromDay')} />
        </RadioGroup>
      </FormControl>
      {from === 'now' ? null : <DateField label={translate('routes.day')} value={from} disablePast isRequired onChange={(day) => setFrom(day ?? tomorrow)} />}
      <FormControl>
        <FormLabel id="publish-running">{translate('routes.running')}</FormLabel>
        <RadioGroup aria-labelledby="publish-running" value={runningLetters} onChange={(_, next) => setRunning(next === 'move' ? 'move' : 'stay')}>
          <FormControlLabel value="stay" control={<Radio />} label={translate('routes.stay')} />
          <FormControlLabel value="move" control={<Radio />} label={translate('routes.move')} />
        </RadioGroup>
      </FormControl>
    </ActDialog>
  );
}
