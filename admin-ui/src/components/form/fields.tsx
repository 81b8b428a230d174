import { FormControlLabel, MenuItem, Switch, TextField, type TextFieldProps } from '@mui/material';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

type Common<V extends FieldValues> = { readonly control: Control<V>; readonly name: FieldPath<V>; readonly label: string };

/** One line or several lines of text. */
export function TextInput<V extends FieldValues>({ control, name, label, helperText, ...rest }: Common<V> & Omit<TextFieldProps, 'name' | 'label'>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <TextField
      {...rest}
      label={label}
      name={field.name}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.invalid}
      helperText={fieldState.error?.message ?? helperText}
    />
  );
}

export type Choice = { readonly value: string; readonly label: string };

export function SelectInput<V extends FieldValues>({ control, name, label, options, helperText, ...rest }: Common<V> & Omit<TextFieldProps, 'name' | 'label'> & { readonly options: readonly Choice[] }) {
  const { field, fieldState } = useController({ control, name });
  return (
    <TextField
      {...rest}
      select
      label={label}
      name={field.name}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.invalid}
      helperText={fieldState.error?.message ?? helperText}
    >
      {options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
    </TextField>
  );
}

export function SwitchInput<V extends FieldValues>({ control, name, label }: Common<V>) {
  const { field } = useController({ control, name });
  return (
    <FormControlLabel
      control={<Switch checked={Boolean(field.value)} onChange={(_, isOn) => field.onChange(isOn)} onBlur={field.onBlur} slotProps={{ input: { ref: field.ref } }} />}
      label={label}
    />
  );
}
