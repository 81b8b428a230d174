import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Alert, Box, Button, IconButton, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Controller } from 'react-hook-form';
import { listCreateSchema } from '#domain/contracts/organisation';
import { AGENCY_ROLES, type AgencyRole } from '#domain/letter/vocabulary';
import { ActDialog } from '../../components/ActDialog';
import { TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { Mark } from '../../components/marks';
import { Picker, useOffices } from '../../components/pickers';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useLocalName, useOfficeShort } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { Conflict } from './Conflict';
import type { DistributionList, TabProps } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

const leads = ({ members }: DistributionList): number => members.filter(({ role }) => role === 'lead').length;

/** Distribution lists of the office: who is written to together, and who leads. */
export default function ListsTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const format = useFormat();
  const api = useApi();
  const [opened, setOpened] = useState<DistributionList | 'new' | null>(null);
  const lists = useQuery({ queryKey: [...keys.directory, 'lists'], queryFn: ({ signal }) => api.distributionLists({ signal }) });
  const items = lists.data?.items.filter((list) => list.officeId === officeId);
  const list = opened === 'new' ? null : opened;
  return (
    <>
      <Stack direction="row" sx={{ justifyContent: 'flex-end', mb: 2 }}><Button variant="contained" onClick={() => setOpened('new')}>{translate('distributionList.new')}</Button></Stack>
      {lists.isPending ? <LoadingRows /> : null}
      {lists.isError ? <ErrorState error={lists.error} onRetry={() => void lists.refetch()} /> : null}
      {items?.length === 0 ? <EmptyState title={translate('distributionList.none')} text={translate('distributionList.noneText')} /> : null}
      <Stack spacing={1} component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items?.map((each) => (
          <Paper key={each.id} component="li" variant="outlined" sx={{ p: 1.5, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{localName(each.name)} <Typography component="span" variant="body2" color="text.secondary">{each.code}</Typography></Typography>
              <Typography variant="body2" color="text.secondary">{translate('distributionList.members', { n: format.number(each.members.length) })}</Typography>
              {leads(each) === 1 ? null : <Mark tone="warm">{translate('validation.oneLead')}</Mark>}
              <Typography variant="body2">{each.members.slice(0, 8).map(({ office, role }) => `${officeShort(office)} (${translate(`agencyRole.${role}`)})`).join(', ')}{each.members.length > 8 ? ` +${format.number(each.members.length - 8)}` : ''}</Typography>
            </Box>
            <Box><Button size="small" variant="outlined" onClick={() => setOpened(each)} aria-label={`${translate('ra.action.edit')} ${localName(each.name)}`}>{translate('ra.action.edit')}</Button></Box>
          </Paper>
        ))}
      </Stack>
      {opened === null ? null : <ListDialog officeId={officeId} list={list} fresh={items?.find(({ id }) => id === list?.id) ?? null} onClose={() => setOpened(null)} />}
    </>
  );
}

type Member = { readonly officeId: string; readonly role: AgencyRole };
type Values = { nameTh: string; nameEn: string; code: string; members: readonly Member[] };
const valuesOf = (list: DistributionList | null): Values =>
  ({ nameTh: list?.name.th ?? '', nameEn: list?.name.en ?? '', code: '', members: (list?.members ?? []).map(({ office, role }) => ({ officeId: office.id, role })) });

function ListDialog({ officeId, list, fresh, onClose }: { readonly officeId: string; readonly list: DistributionList | null; readonly fresh: DistributionList | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const offices = useOffices();
  const toFields = ({ nameTh, nameEn, members }: Values) => ({ nameTh, nameEn, members: [...members] });
  const toBody = (values: Values) => ({ officeId, code: values.code === '' ? null : values.code, ...toFields(values) });
  const { rev, conflictOf, accept } = useRevision({ opened: list, fresh });
  const save = useOfficeChange({
    change: (values: Values) => (list === null ? api.createList({ body: toBody(values) }) : api.updateList({ params: { id: list.id }, body: { rev, ...toFields(values) } })),
    told: 'office.saved', onDone: onClose,
  });
  const conflict = conflictOf(save.error);
  const { control, handleSubmit, showRefusal, reset, getValues } = useContractForm({ schema: listCreateSchema, defaultValues: valuesOf(list), toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const nameOf = (id: string): string => localName(offices.data?.items.find((office) => office.id === id)?.name);
  const shown = (members: readonly Member[]): string => members.map((member) => `${nameOf(member.officeId)} (${translate(`agencyRole.${member.role}`)})`).join(', ');
  return (
    <ActDialog title={translate(list === null ? 'distributionList.new' : 'distributionList.edit')} confirmLabel={translate('ra.action.save')} isWide isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      {conflict === null ? null : (
        <Conflict
          differences={[{ label: translate('office.field.nameTh'), theirs: conflict.name.th, mine: getValues().nameTh }, { label: translate('distributionList.membersTitle'), theirs: shown(valuesOf(conflict).members), mine: shown(getValues().members) }]}
          onTheirs={() => { accept(conflict); reset(valuesOf(conflict)); save.reset(); }}
          onMine={() => { accept(conflict); save.reset(); }}
        />
      )}
      <TextInput control={control} name="nameTh" label={translate('office.field.nameTh')} required autoFocus />
      <TextInput control={control} name="nameEn" label={translate('office.field.nameEn')} />
      {list === null ? <TextInput control={control} name="code" label={translate('office.field.code')} helperText={translate('office.codeHelp')} /> : null}
      <Controller control={control} name="members" render={({ field, fieldState }) => (
        <Members value={field.value} onChange={field.onChange} error={fieldState.error?.message} nameOf={nameOf} ownOfficeId={officeId} />
      )} />
    </ActDialog>
  );
}

function Members({ value, onChange, error, nameOf, ownOfficeId }: { readonly value: readonly Member[]; readonly onChange: (members: readonly Member[]) => void; readonly error: string | undefined; readonly nameOf: (id: string) => string; readonly ownOfficeId: string }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const offices = useOffices();
  const choices = (offices.data?.items ?? []).filter(({ id }) => id !== ownOfficeId && !value.some((member) => member.officeId === id));
  return (
    <Box role="group" aria-label={translate('distributionList.membersTitle')}>
      <Picker label={translate('distributionList.add')} options={choices} isLoading={offices.isPending} value={null} titleOf={({ name }) => localName(name)} onChange={(office) => (office === null ? undefined : onChange([...value, { officeId: office.id, role: value.some(({ role }) => role === 'lead') ? 'secondary' : 'lead' }]))} />
      <Stack spacing={1} sx={{ mt: 1 }}>
        {value.map((member) => (
          <Stack key={member.officeId} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{nameOf(member.officeId)}</Typography>
            <TextField select label={translate('distributionList.role')} value={member.role} onChange={(event) => onChange(value.map((each) => (each === member ? { ...each, role: AGENCY_ROLES.find((role) => role === event.target.value) ?? each.role } : each)))} sx={{ width: 160, flexShrink: 0 }}>
              {AGENCY_ROLES.map((role) => <MenuItem key={role} value={role}>{translate(`agencyRole.${role}`)}</MenuItem>)}
            </TextField>
            <IconButton aria-label={translate('compose.removeRecipient', { name: nameOf(member.officeId) })} onClick={() => onChange(value.filter((each) => each !== member))}><RemoveIcon /></IconButton>
          </Stack>
        ))}
      </Stack>
      {error === undefined ? null : <Alert severity="error" sx={{ mt: 1 }}>{error}</Alert>}
    </Box>
  );
}
