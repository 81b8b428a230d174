import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { type Control, useController } from 'react-hook-form';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useDebounced } from '../../hooks/use-debounced';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { IntakeValues } from './intake-form';

export type Correspondent = ResponseOf<(typeof endpoints)['correspondents']>['items'][number];

/** จาก: any name; who has written before is offered while one types, and choosing one fills in what their letters had. */
export function CorrespondentInput({ control, postId, onKnown }: { readonly control: Control<IntakeValues>; readonly postId: string; readonly onKnown: (known: Correspondent) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const { field, fieldState } = useController({ control, name: 'fromText' });
  const q = useDebounced(field.value.trim(), 200);
  const known = useQuery({
    queryKey: [...keys.letters, 'correspondents', postId, q],
    queryFn: ({ signal }) => api.correspondents({ query: { postId, q }, signal }),
    enabled: q.length >= 2 && postId !== '',
    staleTime: 60_000,
  });
  const options = q.length < 2 ? [] : (known.data?.items ?? []);
  return (
    <Autocomplete<Correspondent, false, false, true>
      freeSolo
      autoHighlight={false}
      options={options}
      inputValue={field.value}
      value={null}
      filterOptions={(all) => all}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.name)}
      getOptionKey={(option) => (typeof option === 'string' ? option : option.name)}
      onInputChange={(_, text, reason) => {
        if (reason !== 'reset') field.onChange(text);
      }}
      onChange={(_, chosen) => {
        if (chosen === null || typeof chosen === 'string') return;
        field.onChange(chosen.name);
        onKnown(chosen);
      }}
      onBlur={field.onBlur}
      clearText={translate('ra.action.clear_input_value')}
      renderOption={({ key, ...rest }, option) => (
        <Box component="li" key={key} {...rest}>
          <span>
            {option.name}
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
              {translate('intake.knownFrom', { n: format.number(option.letters), at: format.date(option.lastAt), no: format.digits(option.theirNo) })}{option.phone === '' ? '' : ` · ${translate('field.phoneShort', { phone: format.digits(option.phone) })}`}
            </Typography>
          </span>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} label={translate('field.from')} required autoFocus inputRef={field.ref} error={fieldState.invalid} helperText={fieldState.error?.message} />
      )}
    />
  );
}
