import { Stack } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { absenceCreateSchema } from '#domain/contracts/people';
import { bangkokInstant } from '#domain/thai/dates';
import { ActDialog } from '../../components/ActDialog';
import { InstantInput } from '../../components/form/dates';
import { SelectInput, TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { useKept } from '../../components/form/use-kept';
import { type KeptForm, useKeptForm } from '../../components/form/use-kept-form';
import { useTell } from '../../hooks/use-tell';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useWorkingTime, type WorkingTime } from '../calendar/use-working-time';
import { StandIns } from './StandIns';

const KINDS = ['leave', 'mission', 'other'] as const;
type Values = { kind: (typeof KINDS)[number]; note: string; fromAt: string | null; toAt: string | null };

/** The next working day from morning to evening: what is planned most often. */
function nextDayOf({ hours: { start, end }, nextDay }: WorkingTime): { readonly fromAt: string; readonly toAt: string } {
  return { fromAt: bangkokInstant(nextDay, start), toAt: bangkokInstant(nextDay, end) };
}

const isInstant = (value: string | null): value is string => value !== null && !Number.isNaN(Date.parse(value));

/** My own absence; below it stands who will act for me meanwhile. */
export function MyAbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const time = useWorkingTime();
  return time === undefined ? null : <MyAbsenceForm time={time} onClose={onClose} />;
}

function MyAbsenceForm({ time, onClose }: { readonly time: WorkingTime; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const personId = useSession()?.person.id ?? '';
  const create = useMutation({
    mutationFn: (body: Parameters<typeof api.createAbsence>[0]['body']) => api.createAbsence({ body }),
    onSuccess: async () => {
      tell(translate('absences.created'), 'success');
      await Promise.all([keys.people, keys.inbox, keys.letter].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      close();
    },
  });
  const toBody = (values: Values) => ({ ...values, personId, fromAt: values.fromAt ?? '', toAt: values.toAt ?? '' });
  const kept = useKept<KeptForm<Values>>('absence');
  const [start] = useState((): Values => ({ kind: 'leave', note: '', ...nextDayOf(time) }));
  const form = useContractForm({ schema: absenceCreateSchema, defaultValues: start, toBody });
  const { control, handleSubmit, watch, showRefusal } = form;
  useKeptForm({ kept, form, start, isSending: create.isPending });
  const close = (): void => {
    kept.forget();
    onClose();
  };
  useEffect(() => showRefusal(create.error), [create.error, showRefusal]);
  const [fromAt, toAt] = [watch('fromAt'), watch('toAt')];
  return (
    <ActDialog title={translate('absences.create')} confirmLabel={translate('ra.action.save')} isRunning={create.isPending} error={create.error} onConfirm={() => void handleSubmit((values) => create.mutate(toBody(values)))()} onClose={close}>
      <SelectInput control={control} name="kind" label={translate('people.absenceKind')} options={KINDS.map((value) => ({ value, label: translate(`absence.${value}`) }))} />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <InstantInput control={control} name="fromAt" label={translate('people.from')} isRequired />
        <InstantInput control={control} name="toAt" label={translate('people.to')} isRequired />
      </Stack>
      <TextInput control={control} name="note" label={translate('absences.note')} helperText={translate('absences.noteHelp')} multiline />
      {isInstant(fromAt) && isInstant(toAt) ? <StandIns isPanel={false} from={fromAt} to={toAt} /> : null}
    </ActDialog>
  );
}
