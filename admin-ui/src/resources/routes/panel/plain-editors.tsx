import { FormControl, FormControlLabel, FormHelperText, Switch, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLocalName } from '../../../providers/auth/use-session';
import { UnitsPicker } from '../../../components/pickers';
import type { Choice, FieldEditorProps } from './types';

type Option = { readonly value: string; readonly label: string };

/** One of a few, as the browser's own list: it works with the keyboard alone and on phones. */
export function Select({ label, value, options, onChange, error, help, isRequired = true }: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
  readonly error?: string | undefined;
  readonly help?: string | undefined;
  readonly isRequired?: boolean;
}) {
  const translate = useTranslate();
  const isKnown = options.some((option) => option.value === value);
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      error={error !== undefined}
      helperText={error ?? help}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      {isRequired && isKnown ? null : <option value="">{translate('designer.setting.none')}</option>}
      {isKnown || value === undefined || value === '' ? null : <option value={value}>{translate('designer.setting.unknown', { value })}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </TextField>
  );
}

export const toOptions = (choices: readonly Choice[]): readonly Option[] => choices.map(({ id, title, detail }) => ({ value: id, label: detail === undefined ? title : `${title} (${detail})` }));

export function TextEditor({ value, onChange, label, help, error }: FieldEditorProps<string>) {
  return <TextField label={label} value={value ?? ''} error={error !== undefined} helperText={error ?? help} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)} />;
}

export function NumberEditor({ value, onChange, label, help, error }: FieldEditorProps<number>) {
  return (
    <TextField
      type="number"
      label={label}
      value={value ?? ''}
      error={error !== undefined}
      helperText={error ?? help}
      slotProps={{ htmlInput: { min: 0, inputMode: 'numeric' } }}
      onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
    />
  );
}

export function YesNoEditor({ value, onChange, label, help }: FieldEditorProps<boolean>) {
  return (
    <FormControl>
      {/* Not allowed and not said are the same: one of them is written. */}
      <FormControlLabel control={<Switch checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)} />} label={label} />
      {help === undefined ? null : <FormHelperText>{help}</FormHelperText>}
    </FormControl>
  );
}

export function ChoiceEditor({ value, onChange, field, label, help, error, isRequired }: FieldEditorProps<string>) {
  const localName = useLocalName();
  return <Select label={label} value={value} options={(field.options ?? []).map((option) => ({ value: option.value, label: localName(option) }))} onChange={onChange} error={error} help={help} isRequired={isRequired} />;
}
export function ChoicesEditor({ value, onChange, field, label, help, error }: FieldEditorProps<readonly string[]>) {
  return <UnitsPicker label={label} value={value ?? []} units={(field.options ?? []).map((option) => ({ id: option.value, name: option }))} onChange={onChange} helperText={error ?? help} />;
}

/** Several of many that have titles already. */
export function Several({ choices, ...rest }: { readonly label: string; readonly value: readonly string[]; readonly onChange: (ids: readonly string[]) => void; readonly choices: readonly Choice[]; readonly helperText?: string | undefined }) {
  const known = new Set(choices.map(({ id }) => id));
  const strange = rest.value.filter((id) => !known.has(id)).map((id) => ({ id, title: id }));
  return <UnitsPicker {...rest} units={[...choices, ...strange].map(({ id, title }) => ({ id, name: { th: title, en: title } }))} />;
}
