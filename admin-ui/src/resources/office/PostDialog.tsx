import { MenuItem, Stack, TextField } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Controller } from 'react-hook-form';
import { postCreateSchema } from '#domain/contracts/organisation';
import type { Role } from '#domain/letter/vocabulary';
import { GRANTABLE_ROLES } from '#domain/organisation/rules';
import { ActDialog } from '../../components/ActDialog';
import { DateInput } from '../../components/form/dates';
import { SwitchInput, TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { Picker, UnitsPicker } from '../../components/pickers';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { Conflict } from './Conflict';
import type { Organisation, PostDetail } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

type Values = { titleTh: string; titleEn: string; unitId: string | null; superiorId: string | null; roles: Role[]; isUnitHead: boolean; oversees: string[]; code: string; validFrom: string | null };
const valuesOf = (post: PostDetail | null, unitId: string | null): Values => ({
  titleTh: post?.title.th ?? '', titleEn: post?.title.en ?? '', unitId: post?.unitId ?? unitId, superiorId: post?.superiorId ?? null, roles: [...(post?.roles ?? ['officer' as const])],
  isUnitHead: post?.isUnitHead ?? false, oversees: [...(post?.oversees ?? [])], code: '', validFrom: null,
});

/** A new post, or one to rename, move, or give other roles. */
export function PostDialog({ organisation, post, unitId, onClose }: { readonly organisation: Organisation; readonly post: PostDetail | null; readonly unitId: string | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const officeId = organisation.office.id;
  const toFields = ({ code: _code, validFrom: _from, ...values }: Values) => ({ ...values, unitId: values.unitId ?? '' });
  const toBody = (values: Values) => ({ officeId, code: values.code === '' ? null : values.code, validFrom: values.validFrom, ...toFields(values) });
  const { rev, conflictOf, accept } = useRevision({ opened: post, fresh: organisation.posts.find(({ id }) => id === post?.id) ?? null });
  const save = useOfficeChange({
    change: (values: Values) => (post === null ? api.createPost({ body: toBody(values) }) : api.updatePost({ params: { id: post.id }, body: { rev, ...toFields(values) } })),
    told: 'office.saved', onDone: onClose,
  });
  const conflict = conflictOf(save.error);
  const { control, handleSubmit, showRefusal, reset, getValues } = useContractForm({ schema: postCreateSchema, defaultValues: valuesOf(post, unitId), toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const units = organisation.units.filter(({ state }) => state !== 'ended');
  const superiors = organisation.posts.filter(({ id, state }) => state !== 'ended' && id !== post?.id);
  const unitName = (id: string | null): string => localName(organisation.units.find((each) => each.id === id)?.name);
  const postName = (id: string | null): string => localName(organisation.posts.find((each) => each.id === id)?.title);
  const rolesText = (roles: readonly Role[]): string => roles.map((role) => translate(`role.${role}`)).join(', ');
  const differences = (theirs: Values, mine: Values) => [
    ...(['titleTh', 'titleEn'] as const).map((field) => ({ label: translate(`office.field.${field}`), theirs: theirs[field], mine: mine[field] })),
    { label: translate('office.field.unitId'), theirs: unitName(theirs.unitId), mine: unitName(mine.unitId) },
    { label: translate('office.field.superiorId'), theirs: postName(theirs.superiorId), mine: postName(mine.superiorId) },
    { label: translate('office.field.roles'), theirs: rolesText(theirs.roles), mine: rolesText(mine.roles) },
    { label: translate('office.field.isUnitHead'), theirs: translate(theirs.isUnitHead ? 'ra.boolean.true' : 'ra.boolean.false'), mine: translate(mine.isUnitHead ? 'ra.boolean.true' : 'ra.boolean.false') },
    { label: translate('office.field.oversees'), theirs: theirs.oversees.map(unitName).join(', '), mine: mine.oversees.map(unitName).join(', ') },
  ];
  return (
    <ActDialog title={translate(post === null ? 'office.newPost' : 'office.editPost')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      {conflict === null ? null : (
        <Conflict
          differences={differences(valuesOf(conflict, null), getValues())}
          onTheirs={() => { accept(conflict); reset(valuesOf(conflict, null)); save.reset(); }}
          onMine={() => { accept(conflict); save.reset(); }}
        />
      )}
      <TextInput control={control} name="titleTh" label={translate('office.field.titleTh')} required autoFocus />
      <TextInput control={control} name="titleEn" label={translate('office.field.titleEn')} />
      <Controller control={control} name="unitId" render={({ field, fieldState }) => (
        <Picker label={translate('office.field.unitId')} isRequired options={units} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ name }) => localName(name)} onChange={(option) => field.onChange(option?.id ?? null)} />
      )} />
      <Controller control={control} name="superiorId" render={({ field, fieldState }) => (
        <Picker label={translate('office.field.superiorId')} helperText={translate('office.superiorHelp')} options={superiors} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ title }) => localName(title)} detailOf={(each) => unitName(each.unitId)} onChange={(option) => field.onChange(option?.id ?? null)} />
      )} />
      <Controller control={control} name="roles" render={({ field, fieldState }) => (
        <TextField select label={translate('office.field.roles')} value={field.value} error={fieldState.invalid} helperText={fieldState.error?.message ?? translate('office.rolesHelp')} onChange={(event) => field.onChange(event.target.value)} slotProps={{ select: { multiple: true } }}>
          {[...GRANTABLE_ROLES, ...field.value.filter((role: Role) => !GRANTABLE_ROLES.includes(role))].map((role) => <MenuItem key={role} value={role} disabled={!GRANTABLE_ROLES.includes(role)}>{translate(`role.${role}`)}</MenuItem>)}
        </TextField>
      )} />
      <Controller control={control} name="oversees" render={({ field }) => <UnitsPicker label={translate('office.field.oversees')} helperText={translate('office.overseesHelp')} value={field.value} onChange={field.onChange} units={units} />} />
      <SwitchInput control={control} name="isUnitHead" label={translate('office.field.isUnitHead')} />
      {post === null ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
          <TextInput control={control} name="code" label={translate('office.field.code')} helperText={translate('office.codeHelp')} />
          <DateInput control={control} name="validFrom" label={translate('office.field.validFrom')} helperText={translate('office.fromHelp')} />
        </Stack>
      ) : null}
    </ActDialog>
  );
}
