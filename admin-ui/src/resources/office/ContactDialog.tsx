import { Stack } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Controller } from 'react-hook-form';
import { officeContactSchema } from '#domain/contracts/organisation';
import { ActDialog } from '../../components/ActDialog';
import { TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { Picker } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { Conflict } from './Conflict';
import type { OfficeDetail, Organisation } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

const POSTS = ['fallbackPostId', 'secretRegistrarPostId', 'processOwnerPostId'] as const;
type Values = { addressTh: string; phone: string; email: string; registryUnitId: string | null; fallbackPostId: string | null; secretRegistrarPostId: string | null; processOwnerPostId: string | null };
const valuesOf = ({ address, phone, email, registryUnitId, fallbackPostId, secretRegistrarPostId, processOwnerPostId }: OfficeDetail): Values =>
  ({ addressTh: address, phone, email, registryUnitId, fallbackPostId, secretRegistrarPostId, processOwnerPostId });

/** What the office decides of itself: where it is reached, its registry, and who gets what finds nobody. */
export function ContactDialog({ organisation, onClose }: { readonly organisation: Organisation; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const { office, units, posts } = organisation;
  const { rev, conflictOf, accept } = useRevision({ opened: office, fresh: office });
  const save = useOfficeChange({ change: (values: Values) => api.updateContact({ params: { id: office.id }, body: { rev, ...values } }), told: 'office.saved', onDone: onClose });
  const conflict = conflictOf(save.error);
  const { control, handleSubmit, showRefusal, reset, getValues } = useContractForm({ schema: officeContactSchema, defaultValues: valuesOf(office), toBody: (values: Values) => ({ rev, ...values }) });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const nameOf = (id: string | null): string => localName(posts.find((post) => post.id === id)?.title ?? units.find((unit) => unit.id === id)?.name);
  const fields = ['addressTh', 'phone', 'email', 'registryUnitId', ...POSTS] as const;
  const shown = (values: Values, field: (typeof fields)[number]): string => (field === 'addressTh' || field === 'phone' || field === 'email' ? values[field] : nameOf(values[field]));
  return (
    <ActDialog title={translate('office.contact')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      {conflict === null ? null : (
        <Conflict
          differences={fields.map((field) => ({ label: translate(`office.field.${field}`), theirs: shown(valuesOf(conflict), field), mine: shown(getValues(), field) }))}
          onTheirs={() => { accept(conflict); reset(valuesOf(conflict)); save.reset(); }}
          onMine={() => { accept(conflict); save.reset(); }}
        />
      )}
      <TextInput control={control} name="addressTh" label={translate('office.field.addressTh')} multiline />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextInput control={control} name="phone" label={translate('office.field.phone')} />
        <TextInput control={control} name="email" label={translate('office.field.email')} />
      </Stack>
      <Controller control={control} name="registryUnitId" render={({ field, fieldState }) => (
        <Picker label={translate('office.field.registryUnitId')} options={units.filter(({ state }) => state === 'inForce')} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ name }) => localName(name)} onChange={(option) => field.onChange(option?.id ?? null)} />
      )} />
      {POSTS.map((name) => (
        <Controller key={name} control={control} name={name} render={({ field, fieldState }) => (
          <Picker label={translate(`office.field.${name}`)} options={posts.filter(({ state }) => state === 'inForce')} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ title }) => localName(title)} onChange={(option) => field.onChange(option?.id ?? null)} />
        )} />
      ))}
    </ActDialog>
  );
}
