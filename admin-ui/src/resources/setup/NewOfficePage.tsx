import '../../i18n/administration-texts';
import { Alert, Box, Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { LinkBase, useNavigate, useTranslate } from 'react-admin';
import { type Control, Controller } from 'react-hook-form';
import { ForWhom } from '../../components/ForWhom';
import { SelectInput, TextInput } from '../../components/form/fields';
import { useContractForm, useLeaveWarning } from '../../components/form/use-contract-form';
import { Page, Panel } from '../../components/Page';
import { Picker, useOffices } from '../../components/pickers';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { Shown } from '../office/OneTimePassword';
import { stageOf, useSetUpOffices } from './SetUpPage';
import { TemplateChoice } from './TemplateChoice';
import { useSource } from './use-template';

const contract = () => import('#domain/contracts/set-up').then(({ setUpSchema }) => setUpSchema);

const NEW_FIELDS = ['nameTh', 'nameEn', 'shortTh', 'headTitleTh', 'agencyCode', 'unitCode', 'code'] as const;
type Values = { [F in (typeof NEW_FIELDS)[number]]: string } & { officeId: string | null; kind: 'central' | 'province'; parentId: string | null; adminLogin: string; adminNameTh: string };
const EMPTY: Values = { officeId: null, nameTh: '', nameEn: '', shortTh: '', headTitleTh: '', agencyCode: '', unitCode: '', code: '', kind: 'central', parentId: null, adminLogin: '', adminNameTh: '' };
const REQUIRED: readonly string[] = ['nameTh', 'shortTh', 'headTitleTh', 'agencyCode', 'unitCode', 'code'];

/** A new office: which, as which other it begins, and who will set up the rest. */
export default function NewOfficePage() {
  const translate = useTranslate();
  return (
    <Page title={translate('setUp.newOffice')} subtitle={translate('setUp.newSubtitle')} width={820}>
      <ForWhom can={['setUp']}><NewOfficeForm /></ForWhom>
    </Page>
  );
}

/** `office.nameTh` of the body is `nameTh` of the form; a login that is taken is the administrator's. */
const fieldOf = (path: string): string => (path === 'login' ? 'adminLogin' : (path.split('.').at(-1) ?? 'root'));

function NewOfficeForm() {
  const translate = useTranslate();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [filters] = useAddressFilters();
  const [isNew, setIsNew] = useState(filters['officeId'] === undefined);
  const { source, setSource, body: taken } = useSource();
  const offices = useSetUpOffices();
  const all = useOffices();
  const toBody = useCallback(({ officeId, adminLogin, adminNameTh, ...office }: Values) => ({ officeId: isNew ? null : (officeId ?? ''), office: isNew ? office : null, ...taken, adminLogin, adminNameTh }), [isNew, taken]);
  const { control, handleSubmit, showRefusal, watch, clearErrors, formState } = useContractForm({ schema: contract, defaultValues: { ...EMPTY, officeId: filters['officeId'] ?? null }, toBody, fieldOf });
  const create = useMutation({
    mutationFn: (values: Values) => api.setUpOffice({ body: toBody(values) }),
    onSuccess: () => Promise.all([keys.setUp, keys.directory].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  useEffect(() => showRefusal(create.error), [create.error, showRefusal]);
  useLeaveWarning(formState.isDirty && create.data === undefined);
  const values = watch();
  const known = all.data?.items.find(({ id }) => id === values.officeId);
  const words = isNew || known === undefined ? values : { nameTh: known.name.th, nameEn: known.name.en, shortTh: known.short, headTitleTh: known.headTitle };
  const done = create.data;
  if (done !== undefined) return <Shown login={done.login} password={done.oneTimePassword} expiresAt={done.expiresAt} onClose={() => void navigate(`/set-up/${done.office.id}`)} />;
  return (
    <Stack component="form" noValidate spacing={2} onSubmit={(event) => void handleSubmit((each) => create.mutate(each))(event)}>
      <Panel title={translate('setUp.which')}>
        <Stack spacing={2}>
          <ToggleButtonGroup exclusive size="small" value={isNew} onChange={(_, next: boolean | null) => { if (next !== null) { setIsNew(next); clearErrors(); } }} aria-label={translate('setUp.which')} sx={{ flexWrap: 'wrap' }}>
            <ToggleButton value={false}>{translate('setUp.known')}</ToggleButton>
            <ToggleButton value>{translate('setUp.unknown')}</ToggleButton>
          </ToggleButtonGroup>
          {isNew ? <NewOffice control={control} parents={offices.data?.items ?? []} /> : <KnownOffice control={control} offices={(offices.data?.items ?? []).filter((office) => stageOf(office) === 'none')} isLoading={offices.isPending} />}
        </Stack>
      </Panel>
      <Panel title={translate('setUp.from')}><TemplateChoice source={source} onChange={setSource} words={words} officeId={values.officeId} /></Panel>
      <Panel title={translate('setUp.admin')}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>{translate('setUp.adminText')}</Typography>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
          <TextInput control={control} name="adminNameTh" label={translate('account.nameTh')} required />
          <TextInput control={control} name="adminLogin" label={translate('ra.auth.username')} helperText={translate('account.loginHelp')} required slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }} />
        </Stack>
      </Panel>
      {create.error === null ? null : <Alert severity="error" role="alert">{errorText(create.error)}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        <Button component={LinkBase} to="/set-up">{translate('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" loading={create.isPending}>{translate('setUp.create')}</Button>
      </Box>
    </Stack>
  );
}

type OfficeOption = { readonly id: string; readonly name: { readonly th: string; readonly en: string } };

function KnownOffice({ control, offices, isLoading }: { readonly control: Control<Values>; readonly offices: readonly OfficeOption[]; readonly isLoading: boolean }) {
  const translate = useTranslate();
  const localName = useLocalName();
  return (
    <Controller control={control} name="officeId" render={({ field, fieldState }) => (
      <Picker label={translate('field.office')} helperText={translate('setUp.knownHelp')} isRequired options={offices} isLoading={isLoading} value={field.value} error={fieldState.error?.message} titleOf={({ name }) => localName(name)} onChange={(office) => field.onChange(office?.id ?? null)} />
    )} />
  );
}

function NewOffice({ control, parents }: { readonly control: Control<Values>; readonly parents: readonly OfficeOption[] }) {
  const translate = useTranslate();
  const localName = useLocalName();
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {NEW_FIELDS.map((name) => <TextInput key={name} control={control} name={name} label={translate(`setUp.field.${name}`)} helperText={translate(`setUp.help.${name}`)} required={REQUIRED.includes(name)} />)}
        <SelectInput control={control} name="kind" label={translate('setUp.field.kind')} options={(['central', 'province'] as const).map((value) => ({ value, label: translate(`setUp.kind.${value}`) }))} />
      </Box>
      <Controller control={control} name="parentId" render={({ field, fieldState }) => (
        <Picker label={translate('setUp.field.parentId')} helperText={translate('setUp.help.parentId')} options={parents} isLoading={false} value={field.value} error={fieldState.error?.message} titleOf={({ name }) => localName(name)} onChange={(office) => field.onChange(office?.id ?? null)} />
      )} />
    </>
  );
}
