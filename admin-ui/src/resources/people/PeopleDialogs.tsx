import { MenuItem, Stack, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Controller } from 'react-hook-form';
import { absenceCreateSchema, appointmentCreateSchema, delegationCreateSchema } from '#domain/contracts/people';
import type { LetterKind } from '#domain/letter/vocabulary';
import { LETTER_KINDS } from '#domain/letter/vocabulary';
import { bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { useTell } from '../../hooks/use-tell';
import { ActDialog } from '../../components/ActDialog';
import { InstantInput } from '../../components/form/dates';
import { SelectInput, TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { PersonPicker, PostPicker, usePersons } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useWorkingTime, type WorkingTime } from '../calendar/use-working-time';

type DialogProps = { readonly officeId: string | undefined; readonly onClose: () => void };

/** Creates one entry and shows what it has moved: tasks, posts, letters. */
function useCreate<B>(args: { readonly send: (body: B) => Promise<unknown>; readonly onClose: () => void }) {
  const translate = useTranslate();
  const tell = useTell();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: args.send,
    onSuccess: async () => {
      tell(translate('people.created'), 'success');
      await Promise.all([keys.people, keys.inbox, keys.letter].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      args.onClose();
    },
  });
}

const Pair = ({ children }: { readonly children: ReactNode }) => <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>{children}</Stack>;
const nowInstant = (): string => new Date().toISOString();

type AppointmentValues = { personId: string | null; postId: string | null; capacity: 'acting_for' | 'acting_in_post' | 'acting_duty' | 'own'; ownPostId: string | null; orderNo: string; reason: string; validFrom: string | null; validTo: string | null };

/** รักษาราชการแทน and its kin: who, for which post, by which order, from when to when. */
export function AppointmentDialog({ officeId, onClose }: DialogProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const persons = usePersons(officeId);
  const create = useCreate({ send: (body: Parameters<typeof api.createAppointment>[0]['body']) => api.createAppointment({ body }), onClose });
  const toBody = (values: AppointmentValues) => ({ ...values, personId: values.personId ?? '', postId: values.postId ?? '', validFrom: values.validFrom ?? '' });
  const { control, handleSubmit, watch, setValue, showRefusal } = useContractForm({
    schema: appointmentCreateSchema,
    defaultValues: { personId: null, postId: null, capacity: 'acting_for', ownPostId: null, orderNo: '', reason: '', validFrom: nowInstant(), validTo: null } as AppointmentValues,
    toBody,
  });
  const personId = watch('personId');
  const capacity = watch('capacity');
  const ownPosts = persons.data?.items.find(({ id }) => id === personId)?.posts ?? [];
  const onlyPost = ownPosts[0]?.id ?? null;
  useEffect(() => setValue('ownPostId', capacity === 'own' ? null : onlyPost), [onlyPost, capacity, setValue]);
  useEffect(() => showRefusal(create.error), [create.error, showRefusal]);
  return (
    <ActDialog title={translate('people.create.appointments')} confirmLabel={translate('ra.action.save')} isRunning={create.isPending} error={create.error} onConfirm={() => void handleSubmit((values) => create.mutate(toBody(values)))()} onClose={onClose}>
      <Controller control={control} name="personId" render={({ field, fieldState }) => <PersonPicker label={translate('people.person')} isRequired officeId={officeId} value={field.value} error={fieldState.error?.message} onChange={(person) => field.onChange(person?.id ?? null)} />} />
      <SelectInput control={control} name="capacity" label={translate('people.capacity')} options={(['acting_for', 'acting_in_post', 'acting_duty', 'own'] as const).map((value) => ({ value, label: translate(`capacity.${value}`) }))} />
      <Controller control={control} name="postId" render={({ field, fieldState }) => <PostPicker label={translate('people.forPost')} isRequired officeId={officeId} value={field.value} error={fieldState.error?.message} onChange={(post) => field.onChange(post?.id ?? null)} />} />
      {ownPosts.length < 2 || capacity === 'own' ? null : <SelectInput control={control} name="ownPostId" label={translate('people.ownPost')} options={ownPosts.map((post) => ({ value: post.id, label: localName(post.title) }))} />}
      <TextInput control={control} name="orderNo" label={translate('people.orderNo')} required helperText={translate('people.orderHelp')} />
      <Pair>
        <InstantInput control={control} name="validFrom" label={translate('people.from')} isRequired />
        <InstantInput control={control} name="validTo" label={translate('people.to')} helperText={translate('people.openEndHelp')} />
      </Pair>
      <TextInput control={control} name="reason" label={translate('people.reason')} multiline />
    </ActDialog>
  );
}

type AbsenceValues = { personId: string | null; kind: 'leave' | 'mission' | 'other'; note: string; fromAt: string | null; toAt: string | null };

/** An absence: where a standing succession exists, recording it is enough for the next one to act. */
export function AbsenceDialog(props: DialogProps) {
  const time = useWorkingTime(props.officeId);
  return time === undefined ? null : <AbsenceForm {...props} time={time} />;
}

/** Until the office closes today; once it has closed, until it closes on its next day. */
function endOfDay({ hours: { end }, nextDay }: WorkingTime): string {
  const now = nowInstant();
  const today = bangkokInstant(bangkokDate(now), end);
  return Date.parse(today) > Date.parse(now) ? today : bangkokInstant(nextDay, end);
}

function AbsenceForm({ officeId, time, onClose }: DialogProps & { readonly time: WorkingTime }) {
  const translate = useTranslate();
  const api = useApi();
  const create = useCreate({ send: (body: Parameters<typeof api.createAbsence>[0]['body']) => api.createAbsence({ body }), onClose });
  const toBody = (values: AbsenceValues) => ({ ...values, personId: values.personId ?? '', fromAt: values.fromAt ?? '', toAt: values.toAt ?? '' });
  const { control, handleSubmit, showRefusal } = useContractForm({
    schema: absenceCreateSchema,
    defaultValues: { personId: null, kind: 'leave', note: '', fromAt: nowInstant(), toAt: endOfDay(time) } as AbsenceValues,
    toBody,
  });
  useEffect(() => showRefusal(create.error), [create.error, showRefusal]);
  return (
    <ActDialog title={translate('people.create.absences')} confirmLabel={translate('ra.action.save')} isRunning={create.isPending} error={create.error} onConfirm={() => void handleSubmit((values) => create.mutate(toBody(values)))()} onClose={onClose}>
      <Controller control={control} name="personId" render={({ field, fieldState }) => <PersonPicker label={translate('people.person')} isRequired officeId={officeId} value={field.value} error={fieldState.error?.message} onChange={(person) => field.onChange(person?.id ?? null)} />} />
      <SelectInput control={control} name="kind" label={translate('people.absenceKind')} options={(['leave', 'mission', 'other'] as const).map((value) => ({ value, label: translate(`absence.${value}`) }))} />
      <Pair>
        <InstantInput control={control} name="fromAt" label={translate('people.from')} isRequired />
        <InstantInput control={control} name="toAt" label={translate('people.to')} isRequired />
      </Pair>
      <TextInput control={control} name="note" label={translate('people.note')} multiline />
    </ActDialog>
  );
}

type DelegationValues = { fromPostId: string | null; toPostId: string | null; kinds: LetterKind[]; orderNo: string; validFrom: string | null; validTo: string | null };

/** ปฏิบัติราชการแทน: a power given in writing from post to post. */
export function DelegationDialog({ officeId, onClose }: DialogProps) {
  const translate = useTranslate();
  const api = useApi();
  const create = useCreate({ send: (body: Parameters<typeof api.createDelegation>[0]['body']) => api.createDelegation({ body }), onClose });
  const toBody = (values: DelegationValues) => ({ ...values, fromPostId: values.fromPostId ?? '', toPostId: values.toPostId ?? '', validFrom: values.validFrom ?? '' });
  const { control, handleSubmit, showRefusal } = useContractForm({
    schema: delegationCreateSchema,
    defaultValues: { fromPostId: null, toPostId: null, kinds: [], orderNo: '', validFrom: nowInstant(), validTo: null } as DelegationValues,
    toBody,
  });
  useEffect(() => showRefusal(create.error), [create.error, showRefusal]);
  return (
    <ActDialog title={translate('people.create.delegations')} confirmLabel={translate('ra.action.save')} isRunning={create.isPending} error={create.error} onConfirm={() => void handleSubmit((values) => create.mutate(toBody(values)))()} onClose={onClose}>
      <Controller control={control} name="fromPostId" render={({ field, fieldState }) => <PostPicker label={translate('people.fromPost')} isRequired officeId={officeId} value={field.value} error={fieldState.error?.message} onChange={(post) => field.onChange(post?.id ?? null)} />} />
      <Controller control={control} name="toPostId" render={({ field, fieldState }) => <PostPicker label={translate('people.toPost')} isRequired officeId={officeId} value={field.value} error={fieldState.error?.message} onChange={(post) => field.onChange(post?.id ?? null)} />} />
      <Controller
        control={control}
        name="kinds"
        render={({ field }) => (
          <TextField select label={translate('people.kinds')} helperText={translate('people.kindsHelp')} value={field.value} onChange={(event) => field.onChange(event.target.value)} slotProps={{ select: { multiple: true } }}>
            {LETTER_KINDS.map((kind) => <MenuItem key={kind} value={kind}>{translate(`kind.${kind}`)}</MenuItem>)}
          </TextField>
        )}
      />
      <TextInput control={control} name="orderNo" label={translate('people.orderNo')} required />
      <Pair>
        <InstantInput control={control} name="validFrom" label={translate('people.from')} isRequired />
        <InstantInput control={control} name="validTo" label={translate('people.to')} helperText={translate('people.openEndHelp')} />
      </Pair>
    </ActDialog>
  );
}
