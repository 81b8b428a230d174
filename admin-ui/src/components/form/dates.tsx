import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { DateField, type DateProps, InstantField } from './date-fields';

type Bound<V extends FieldValues> = Omit<DateProps, 'value' | 'onChange' | 'error'> & { readonly control: Control<V>; readonly name: FieldPath<V> };

export function DateInput<V extends FieldValues>({ control, name, ...rest }: Bound<V>) {
  const { field, fieldState } = useController({ control, name });
  return <DateField {...rest} value={field.value ?? null} onChange={field.onChange} error={fieldState.error?.message} />;
}

export function InstantInput<V extends FieldValues>({ control, name, ...rest }: Bound<V>) {
  const { field, fieldState } = useController({ control, name });
  return <InstantField {...rest} value={field.value ?? null} onChange={field.onChange} error={fieldState.error?.message} />;
}
