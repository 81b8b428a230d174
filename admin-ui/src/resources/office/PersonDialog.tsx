import { FormControlLabel, Stack, Switch } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { personCreateSchema } from '#domain/contracts/organisation';
import { SECRECIES, type Secrecy } from '#domain/letter/vocabulary';
import { ActDialog } from '../../components/ActDialog';
import { SelectInput, TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { Conflict } from './Conflict';
import type { Account } from './types';
import { useOfficeChange } from './use-office';
import { useRevision } from './use-revision';

type Values = { login: string; nameTh: string; nameEn: string; email: string; phone: string; clearance: Secrecy; clearanceOrderNo: string };
const valuesOf = (person: Account | null): Values =>
  ({ login: person?.login ?? '', nameTh: person?.name.th ?? '', nameEn: person?.name.en ?? '', email: person?.email ?? '', phone: person?.phone ?? '', clearance: person?.clearance ?? 'none', clearanceOrderNo: '' });

/** Somebody new, who may be invited at once, or what is kept of a person. */
export function PersonDialog({ officeId, person, fresh, onInvite, onClose }: {
  readonly officeId: string;
  readonly person: Account | null;
  readonly fresh: Account | null;
  readonly onInvite: (person: Account) => void;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const api = useApi();
  const isMe = useSession()?.person.id === person?.id;
  const [invites, setInvites] = useState(true);
  const toFields = ({ login: _login, ...values }: Values) => values;
  const toBody = (values: Values) => ({ officeId, ...values });
  const { rev, conflictOf, accept } = useRevision({ opened: person, fresh });
  const save = useOfficeChange({
    change: (values: Values) => (person === null ? api.createPerson({ body: toBody(values) }) : api.updatePerson({ params: { id: person.id }, body: { rev, ...toFields(values) } })),
    told: 'office.saved',
    onDone: (saved: Account) => (person === null && invites ? onInvite(saved) : onClose()),
  });
  const conflict = conflictOf(save.error);
  const { control, handleSubmit, showRefusal, reset, getValues, watch } = useContractForm({ schema: personCreateSchema, defaultValues: valuesOf(person), toBody });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const isCleared = watch('clearance') !== (person?.clearance ?? 'none');
  return (
    <ActDialog title={translate(person === null ? 'account.new' : 'account.edit')} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={conflict === null ? save.error : null} canConfirm={conflict === null} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      {conflict === null ? null : (
        <Conflict
          differences={(['nameTh', 'nameEn', 'email', 'phone'] as const).map((field) => ({ label: translate(`office.field.${field}`), theirs: valuesOf(conflict)[field], mine: getValues()[field] }))
            .concat({ label: translate('office.field.clearance'), theirs: translate(`secrecy.${conflict.clearance}`), mine: translate(`secrecy.${getValues().clearance}`) })}
          onTheirs={() => { accept(conflict); reset(valuesOf(conflict)); save.reset(); }}
          onMine={() => { accept(conflict); save.reset(); }}
        />
      )}
      <TextInput control={control} name="nameTh" label={translate('account.nameTh')} helperText={translate('account.nameHelp')} required autoFocus />
      <TextInput control={control} name="nameEn" label={translate('account.nameEn')} />
      {person === null ? <TextInput control={control} name="login" label={translate('ra.auth.username')} helperText={translate('account.loginHelp')} required slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }} /> : null}
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextInput control={control} name="email" label={translate('office.field.email')} type="email" />
        <TextInput control={control} name="phone" label={translate('office.field.phone')} />
      </Stack>
      {isMe ? null : <SelectInput control={control} name="clearance" label={translate('office.field.clearance')} helperText={translate('account.clearanceHelp')} options={SECRECIES.map((value) => ({ value, label: translate(`account.clearance.${value}`) }))} />}
      {isCleared ? <TextInput control={control} name="clearanceOrderNo" label={translate('account.clearanceOrder')} required /> : null}
      {person === null ? <FormControlLabel control={<Switch checked={invites} onChange={(_, isOn) => setInvites(isOn)} />} label={translate('account.inviteNow')} /> : null}
    </ActDialog>
  );
}
