import { Stack } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Controller } from 'react-hook-form';
import { unitCreateSchema } from '#domain/contracts/organisation';
import { ActDialog } from '../../components/ActDialog';
import { DateInput } from '../../components/form/dates';
import { TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { Picker } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { Conflict } from './Conflict';
import { withBelow } from './tree';
import type { Organisation, UnitDetail } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

type Values = { nameTh: string; nameEn: string; shortTh: string; letterCode: string; phone: string; parentId: string | null; sortOrder: string; code: string; validFrom: string | null };
const valuesOf = (unit: UnitDetail | null, parentId: string | null): Values => ({
  nameTh: unit?.name.th ?? '', nameEn: unit?.name.en ?? '', shortTh: unit?.short ?? '', letterCode: unit?.letterCode ?? '', phone: unit?.phone ?? '', parentId: unit?.parentId ?? parentId,
  sortOrder: String(unit?.sortOrder ?? 0), code: '', validFrom: null,
});

/** A new unit, or one to rename, move or re-order. */
export function UnitDialog({ organisation, unit, parentId, onClose }: { readonly organisation: Organisation; readonly unit: UnitDetail | null; readonly parentId: string | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const officeId = organisation.office.id;
  const toFields = (values: Values) => ({
    nameTh: values.nameTh, nameEn: values.nameEn, shortTh: values.shortTh, letterCode: values.letterCode === '' ? null : values.letterCode, phone: values.phone, parentId: values.parentId,
    sortOrder: Number(values.sortOrder),
  });
  const toBody = (values: Values) => ({ officeId, code: values.code === '' ? null : values.code, validFrom: values.validFrom, ...toFields(values) });
  const { rev, conflictOf, accept } = useRevision({ opened: unit, fresh: organisation.units.find(({ id }) => id === unit?.id) ?? null });
  const save = useOfficeChange({
    change: (values: Values) => (unit === null ? api.createUnit({ body: toBody(values) }) : api.updateUnit({ params: { id: unit.id }, body: { rev, ...toFields(values) } })),
    told: 'office.saved', onDone: onClose,
  });
  const conflict = conflictOf(save.error);
  const { control, handleSubmit, showRefusal, reset, getValues } = useContractForm({ schema: unitCreateSchema, defaultValues: valuesOf(unit, parentId), toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const parents = organisation.units.filter(({ id, state }) => state !== 'ended' && (unit === null || !withBelow(organisation.units, unit.id).includes(id)));
  const nameOf = (id: string | null): string => localName(organisation.units.find((each) => each.id === id)?.name ?? organisation.office.name);
  const differences = (theirs: Values, mine: Values) => [
    ...(['nameTh', 'nameEn', 'shortTh', 'letterCode', 'phone', 'sortOrder'] as const).map((field) => ({ label: translate(`office.field.${field}`), theirs: theirs[field], mine: mine[field] })),
    { label: translate('office.field.parentId'), theirs: nameOf(theirs.parentId), mine: nameOf(mine.parentId) },
  ];
  return (
    <ActDialog title={translate(unit === null ? 'office.newUnit' : 'office.editUnit')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      {conflict === null ? null : (
        <Conflict
          differences={differences(valuesOf(conflict, null), getValues())}
          onTheirs={() => { accept(conflict); reset(valuesOf(conflict, null)); save.reset(); }}
          onMine={() => { accept(conflict); save.reset(); }}
        />
      )}
      <TextInput control={control} name="nameTh" label={translate('office.field.nameTh')} required autoFocus />
      <TextInput control={control} name="nameEn" label={translate('office.field.nameEn')} />
      <Controller control={control} name="parentId" render={({ field, fieldState }) => (
        <Picker label={translate('office.field.parentId')} helperText={translate('office.topHelp')} options={parents} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ name }) => localName(name)} onChange={(option) => field.onChange(option?.id ?? null)} />
      )} />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextInput control={control} name="shortTh" label={translate('office.field.shortTh')} />
        <TextInput control={control} name="letterCode" label={translate('office.field.letterCode')} helperText={translate('office.letterCodeHelp')} />
      </Stack>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextInput control={control} name="phone" label={translate('office.field.phone')} />
        <TextInput control={control} name="sortOrder" label={translate('office.field.sortOrder')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
      </Stack>
      {unit === null ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
          <TextInput control={control} name="code" label={translate('office.field.code')} helperText={translate('office.codeHelp')} />
          <DateInput control={control} name="validFrom" label={translate('office.field.validFrom')} helperText={translate('office.fromHelp')} />
        </Stack>
      ) : null}
    </ActDialog>
  );
}
