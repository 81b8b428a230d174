import { FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FactValue } from '#domain/route/model';
import { DateField } from '../../../components/form/date-fields';
import { Words } from '../../../components/form/Words';
import { PersonPicker, PostPicker, UnitPicker, UnitsPicker, useOffices, useUnits } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import type { FieldHint } from './act-values';

type Props = { readonly field: FieldHint; readonly value: FactValue; readonly officeId: string; readonly isMissing: boolean; readonly onChange: (value: FactValue) => void };

/** Input for one fact that a step lets the actor set, by the fact's type. */
export function FactField(props: Props) {
  const { field, value, officeId, isMissing, onChange } = props;
  const localName = useLocalName();
  const translate = useTranslate();
  const label = localName(field.label);
  const error = isMissing ? translate('ra.validation.required') : undefined;
  const text = typeof value === 'string' ? value : '';
  const shared = { label, value: text === '' ? null : text, error, isRequired: field.isRequired, officeId };

  if (field.options.length > 0 && field.type !== 'units') {
    return (
      <TextField select label={label} required={field.isRequired} value={text} error={isMissing} helperText={error} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        {field.isRequired ? null : <MenuItem value="">{translate('picker.nothing')}</MenuItem>}
        {field.options.map((option) => <MenuItem key={option.value} value={option.value}>{localName(option.label)}</MenuItem>)}
      </TextField>
    );
  }
  if (field.type === 'boolean') return <FormControlLabel control={<Switch checked={value === true} onChange={(_, isOn) => onChange(isOn)} />} label={label} />;
  if (field.type === 'date') return <DateField label={label} value={text === '' ? null : text} onChange={onChange} error={error} isRequired={field.isRequired} />;
  if (field.type === 'unit') return <UnitPicker {...shared} onChange={(unit) => onChange(unit?.id ?? null)} />;
  if (field.type === 'post') return <PostPicker {...shared} onChange={(post) => onChange(post?.id ?? null)} />;
  if (field.type === 'person') return <PersonPicker {...shared} onChange={(person) => onChange(person?.id ?? null)} />;
  if (field.type === 'units') return <Units {...props} label={label} />;
  if (field.type === 'office') return <OfficeSelect {...props} label={label} />;
  if (field.type !== 'number') return <Words label={label} isRequired={field.isRequired} wasTried={isMissing} value={text} onChange={(typed) => onChange(typed === '' ? null : typed)} />;
  return (
    <TextField label={label} required={field.isRequired} type="number" value={typeof value === 'number' ? String(value) : ''} error={isMissing} helperText={error} onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))} />
  );
}

function Units({ value, officeId, onChange, label }: Props & { readonly label: string }) {
  const units = useUnits(officeId);
  return <UnitsPicker label={label} units={units.data?.items ?? []} value={Array.isArray(value) ? value : []} onChange={onChange} />;
}

function OfficeSelect({ value, onChange, label, field, isMissing }: Props & { readonly label: string }) {
  const offices = useOffices();
  const localName = useLocalName();
  return (
    <TextField select label={label} required={field.isRequired} error={isMissing} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)}>
      {(offices.data?.items ?? []).map((office) => <MenuItem key={office.id} value={office.id}>{localName(office.name)}</MenuItem>)}
    </TextField>
  );
}
