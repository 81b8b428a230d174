import { Autocomplete, Chip, TextField } from '@mui/material';
import type { PickerBoxProps, SeveralProps } from './pickers';
import { useBoxWords } from './use-box-words';

/** One of many, found by typing. */
export function PickerBox<T extends { readonly id: string }>(props: PickerBoxProps<T>) {
  const said = useBoxWords();
  const { options, titleOf, detailOf } = props;
  return (
    <Autocomplete
      options={options}
      loading={props.isLoading}
      value={options.find(({ id }) => id === props.value) ?? null}
      onChange={(_, option) => props.onChange(option)}
      getOptionLabel={titleOf}
      {...(props.groupOf === undefined ? {} : { groupBy: props.groupOf })}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all, { inputValue }) => {
        const words = inputValue.trim().toLowerCase();
        return words === '' ? all : all.filter((option) => `${titleOf(option)} ${detailOf?.(option) ?? ''}`.toLowerCase().includes(words));
      }}
      renderOption={({ key, ...rest }, option) => (
        <li key={key} {...rest}>
          <span>
            {titleOf(option)}
            {detailOf === undefined || detailOf(option) === '' ? null : <small style={{ display: 'block', opacity: 0.75 }}>{detailOf(option)}</small>}
          </span>
        </li>
      )}
      autoHighlight
      handleHomeEndKeys
      {...said}
      renderInput={(params) => <TextField {...params} label={props.label} required={props.isRequired ?? false} error={props.error !== undefined} helperText={props.error ?? props.helperText} />}
    />
  );
}

/** Several of many, as chips. */
export function SeveralBox({ label, value, onChange, options, helperText }: SeveralProps) {
  const said = useBoxWords();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options}
      value={options.filter(({ id }) => value.includes(id))}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      getOptionLabel={({ title }) => title}
      {...(options.some(({ group }) => group !== undefined) ? { groupBy: ({ group = '' }: SeveralProps['options'][number]) => group } : {})}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      {...said}
      renderValue={(chosen, getItemProps) => chosen.map((option, index) => {
        const { key, ...rest } = getItemProps({ index });
        return <Chip key={key} size="small" label={option.title} {...rest} />;
      })}
      renderInput={(params) => <TextField {...params} label={label} helperText={helperText} />}
    />
  );
}
