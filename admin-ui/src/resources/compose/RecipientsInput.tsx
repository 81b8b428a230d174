import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Alert, Autocomplete, Box, Button, FormHelperText, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RecipientInput } from '#domain/contracts/acts';
import { ADDRESS_MAX, NAME_MAX } from '#domain/contracts/limits';
import { AGENCY_ROLES } from '#domain/letter/vocabulary';
import { areWordsRight, Words } from '../../components/form/Words';
import { useOffices } from '../../components/pickers';
import { useBoxWords } from '../../components/use-box-words';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

type Props = {
  readonly value: readonly RecipientInput[];
  readonly onChange: (value: readonly RecipientInput[]) => void;
  readonly error: string | undefined;
  /** Own office, which is not written to. */
  readonly ownOfficeId: string | undefined;
};
const isOffice = (recipient: RecipientInput): recipient is Extract<RecipientInput, { officeCode: string }> => 'officeCode' in recipient;

/** Addressees: offices of this installation, whole distribution lists, and correspondents outside, each with its part in the matter. */
export function RecipientsInput({ value, onChange, error, ownOfficeId }: Props) {
  const translate = useTranslate();
  const said = useBoxWords();
  const localName = useLocalName();
  const format = useFormat();
  const api = useApi();
  const offices = useOffices();
  const lists = useQuery({ queryKey: [...keys.directory, 'lists'], queryFn: ({ signal }) => api.distributionLists({ signal }), staleTime: 5 * 60_000 });
  const [outside, setOutside] = useState<{ readonly name: string; readonly address: string } | null>(null);
  const chosen = new Set(value.filter(isOffice).map(({ officeCode }) => officeCode));
  const choices = (offices.data?.items ?? []).filter((office) => office.isLinked && office.id !== ownOfficeId && !chosen.has(office.code));
  const nextRole = value.length === 0 ? 'lead' : 'secondary';
  const nameOf = (recipient: RecipientInput): string => {
    if (!isOffice(recipient)) return [recipient.name, recipient.address].filter((text) => text !== '').join(' · ');
    const office = offices.data?.items.find(({ code }) => code === recipient.officeCode);
    return office === undefined ? recipient.officeCode : localName(office.name);
  };
  const addList = (code: string): void => {
    const list = lists.data?.items.find((each) => each.code === code);
    const members = (list?.members ?? []).filter(({ office }) => office.id !== ownOfficeId && !chosen.has(office.code));
    onChange([...value, ...members.map(({ office, role }) => ({ officeCode: office.code, role }))]);
  };

  return (
    <Box role="group" aria-label={translate('field.addressees')}>
      <Stack spacing={1}>
        <Autocomplete
          options={choices}
          value={null}
          blurOnSelect
          clearOnBlur
          loading={offices.isPending}
          getOptionLabel={({ name }) => localName(name)}
          getOptionKey={({ id }) => id}
          filterOptions={(all, { inputValue }) => {
            const words = inputValue.trim().toLowerCase();
            return words === '' ? all : all.filter((office) => `${office.name.th} ${office.name.en} ${office.short} ${office.headTitle}`.toLowerCase().includes(words));
          }}
          onChange={(_, office) => (office === null ? undefined : onChange([...value, { officeCode: office.code, role: nextRole }]))}
          {...said}
          renderInput={(params) => <TextField {...params} label={translate('compose.addOffice')} error={error !== undefined} />}
        />
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {(lists.data?.items ?? []).map((list) => (
            <Button key={list.id} size="small" variant="outlined" startIcon={<AddIcon />} onClick={() => addList(list.code)}>
              {translate('compose.addList', { name: localName(list.name), n: format.number(list.members.length) })}
            </Button>
          ))}
          <Button size="small" startIcon={<AddIcon />} onClick={() => setOutside({ name: '', address: '' })}>{translate('compose.addOutside')}</Button>
        </Stack>
        {outside === null ? null : (
          <Stack spacing={1.5} sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1.5 }}>
            <Alert severity="info">{translate('compose.outsideText')}</Alert>
            <Words label={translate('compose.outsideName')} isRequired max={NAME_MAX} value={outside.name} autoFocus onChange={(name) => setOutside({ ...outside, name })} />
            <Words label={translate('compose.outsideAddress')} max={ADDRESS_MAX} value={outside.address} onChange={(address) => setOutside({ ...outside, address })} />
            <Stack direction="row" spacing={1}>
              <Button
                variant="outlined"
                disabled={!areWordsRight(outside.name, { max: NAME_MAX, isRequired: true }) || !areWordsRight(outside.address, { max: ADDRESS_MAX })}
                onClick={() => {
                  onChange([...value, { name: outside.name.trim(), address: outside.address.trim(), role: nextRole }]);
                  setOutside(null);
                }}
              >
                {translate('ra.action.add')}
              </Button>
              <Button onClick={() => setOutside(null)}>{translate('ra.action.cancel')}</Button>
            </Stack>
          </Stack>
        )}
        {value.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('compose.noRecipients')}</Typography> : null}
        <Stack component="ul" spacing={0.75} sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 320, overflowY: 'auto' }}>
          {value.map((recipient, at) => (
            <Stack component="li" direction="row" spacing={1} key={isOffice(recipient) ? recipient.officeCode : `${recipient.name}/${at}`} sx={{ alignItems: 'center' }}>
              <Typography sx={{ flexGrow: 1, minWidth: 0 }}>{nameOf(recipient)}</Typography>
              <TextField
                select
                value={recipient.role}
                onChange={(event) => {
                  const role = AGENCY_ROLES.find((each) => each === event.target.value) ?? recipient.role;
                  onChange(value.map((each, index) => (index === at ? { ...each, role } : each)));
                }}
                slotProps={{ htmlInput: { 'aria-label': translate('compose.roleOf', { name: nameOf(recipient) }) } }}
                sx={{ width: 150, flexShrink: 0 }}
              >
                {AGENCY_ROLES.map((role) => <MenuItem key={role} value={role}>{translate(`agencyRole.${role}`)}</MenuItem>)}
              </TextField>
              <IconButton onClick={() => onChange(value.filter((_, index) => index !== at))} aria-label={translate('compose.removeRecipient', { name: nameOf(recipient) })}><DeleteIcon /></IconButton>
            </Stack>
          ))}
        </Stack>
        {error === undefined ? null : <FormHelperText error>{error}</FormHelperText>}
      </Stack>
    </Box>
  );
}
