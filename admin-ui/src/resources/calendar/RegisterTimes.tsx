import { Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { REGISTER_UNITS } from '#domain/calendar/register-limit';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { URGENCIES, type Urgency } from '#domain/letter/vocabulary';
import { ActDialog } from '../../components/ActDialog';
import { UrgencyMark } from '../../components/marks';
import { Panel } from '../../components/Page';
import { useTell } from '../../hooks/use-tell';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

type Calendar = ResponseOf<(typeof endpoints)['calendar']>;
type Time = Calendar['registerTimes'][Urgency];
type Typed = { readonly unit: Time['unit']; readonly amount: string };
/** Longest time of any unit, as the contract has it. */
const MOST = 1_000;

/** Office hours, and within what time the registry registers what comes from other offices; whoever keeps the calendar changes the times. */
export function RegisterTimes({ calendar }: { readonly calendar: Calendar }) {
  const translate = useTranslate();
  const format = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const { hours, registerTimes, canDeclare } = calendar;
  const inWords = ({ unit, amount }: Time): string => (unit === 'workingDays' && amount === 0 ? translate('registerTimes.sameDay') : translate(`span.${unit}`, { n: format.number(amount), smart_count: amount }));
  return (
    <Panel title={translate('registerTimes.title')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('registerTimes.hours', { start: format.digits(hours.start), end: format.digits(hours.end) })} {translate('registerTimes.help')}</Typography>
      <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {URGENCIES.map((urgency) => (
          <Stack component="li" key={urgency} direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <UrgencyMark urgency={urgency} showNormal />
            <span>{inWords(registerTimes[urgency])}</span>
          </Stack>
        ))}
      </Stack>
      {canDeclare ? <Button sx={{ mt: 1 }} onClick={() => setIsEditing(true)}>{translate('registerTimes.change')}</Button> : null}
      {isEditing ? <TimesDialog calendar={calendar} onClose={() => setIsEditing(false)} /> : null}
    </Panel>
  );
}

function TimesDialog({ calendar, onClose }: { readonly calendar: Calendar; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(() => Object.fromEntries(URGENCIES.map((urgency) => [urgency, { ...calendar.registerTimes[urgency], amount: String(calendar.registerTimes[urgency].amount) }])) as { readonly [U in Urgency]: Typed });
  const set = (urgency: Urgency, part: Partial<Typed>): void => setTyped((all) => ({ ...all, [urgency]: { ...all[urgency], ...part } }));
  const save = useMutation({
    mutationFn: (body: Calendar['registerTimes']) => api.setRegisterTimes({ params: { id: calendar.officeId }, body }),
    onSuccess: async () => {
      tell(translate('registerTimes.kept'), 'success');
      await Promise.all([keys.calendar, keys.supervision].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  const isRight = URGENCIES.every((urgency) => isAmount(typed[urgency].amount));
  const confirm = (): void => save.mutate(Object.fromEntries(URGENCIES.map((urgency) => [urgency, { unit: typed[urgency].unit, amount: Number(typed[urgency].amount) }])) as Calendar['registerTimes']);
  return (
    <ActDialog title={translate('registerTimes.title')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={save.error} canConfirm={isRight} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('registerTimes.text')}</Typography>
      {URGENCIES.map((urgency) => {
        const name = translate(`urgency.${urgency}`);
        const { unit, amount } = typed[urgency];
        const isWrong = !isAmount(amount);
        return (
          <Stack key={urgency} direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
            <TextField label={name} value={amount} error={isWrong} helperText={isWrong ? translate('registerTimes.wrong', { max: format.number(MOST) }) : unit === 'workingDays' && Number(amount) === 0 ? translate('registerTimes.sameDay') : undefined} onChange={(event) => set(urgency, { amount: event.target.value })} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
            <TextField select value={unit} onChange={(event) => set(urgency, { unit: REGISTER_UNITS.find((each) => each === event.target.value) ?? unit })} slotProps={{ htmlInput: { 'aria-label': translate('registerTimes.unitOf', { name }) } }} sx={{ maxWidth: 180 }}>
              {REGISTER_UNITS.map((each) => <MenuItem key={each} value={each}>{translate(`registerTimes.unit.${each}`)}</MenuItem>)}
            </TextField>
          </Stack>
        );
      })}
    </ActDialog>
  );
}

const isAmount = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= MOST;
