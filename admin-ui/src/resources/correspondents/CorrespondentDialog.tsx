import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { type CorrespondentEntry, correspondentEditSchema } from '#domain/contracts/correspondents';
import { ActDialog } from '../../components/ActDialog';
import { TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { useApi } from '../../providers/data/data-provider';
import { useDirectoryChange } from './use-directory-change';

type Values = { name: string; letterCode: string; phone: string; address: string };

/** Corrects how a correspondent is called here and reached. */
export function CorrespondentDialog({ entry: { id, rev, name, letterCode, phone, address }, onClose }: { readonly entry: CorrespondentEntry; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const save = useDirectoryChange({ change: (values: Values) => api.editCorrespondent({ params: { id }, body: { rev, ...values } }), onDone: onClose });
  const { control, handleSubmit, showRefusal } = useContractForm({ schema: correspondentEditSchema, defaultValues: { name, letterCode, phone, address }, toBody: (values: Values) => ({ rev, ...values }) });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  return (
    <ActDialog title={translate('correspondent.editOne', { name })} confirmLabel={translate('ra.action.save')} isRunning={save.isPending} error={save.error} onConfirm={() => void handleSubmit((values) => save.mutate(values))()} onClose={onClose}>
      <TextInput control={control} name="name" label={translate('correspondent.name')} required autoFocus />
      <TextInput control={control} name="letterCode" label={translate('correspondent.letterCode')} helperText={translate('correspondent.letterCodeHelp')} />
      <TextInput control={control} name="phone" label={translate('correspondent.phone')} />
      <TextInput control={control} name="address" label={translate('correspondent.address')} />
    </ActDialog>
  );
}
