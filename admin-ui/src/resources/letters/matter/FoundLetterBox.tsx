import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FoundLetter } from '#domain/contracts/search';
import { useFormat } from '../../../providers/i18n/use-format';

/** A letter chosen among those that the search finds while one types. */
export function FoundLetterBox({ label, letters, isLoading, error, onType, onChange }: {
  readonly label: string;
  readonly letters: readonly FoundLetter[];
  readonly isLoading: boolean;
  readonly error: string | undefined;
  readonly onType: (text: string) => void;
  readonly onChange: (letterId: string | null) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = ({ letterNo, theirNo, subject }: FoundLetter): string => [format.digits(letterNo ?? theirNo), subject ?? translate('item.noSubject')].filter((part) => part !== '').join(' · ');
  const detailsOf = ({ receiveNo, letterDate, theirDate, fromText, toText, direction }: FoundLetter): string =>
    [receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(receiveNo) }), format.date(letterDate ?? theirDate), direction === 'incoming' ? fromText : toText].filter((part) => part !== '').join(' · ');
  return (
    <Autocomplete
      options={letters}
      loading={isLoading}
      onChange={(_, option) => onChange(option?.id ?? null)}
      onInputChange={(_, next, reason) => onType(reason === 'input' ? next : '')}
      filterOptions={(all) => [...all]}
      getOptionLabel={nameOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={translate('matter.found')}
      loadingText={translate('ra.page.loading')}
      clearText={translate('ra.action.clear_input_value')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      renderOption={({ key, ...rest }, option) => (
        <Box component="li" key={key} {...rest}>
          <span>
            {nameOf(option)}
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>{detailsOf(option)}</Typography>
          </span>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} required label={label} error={error !== undefined} helperText={error} />}
    />
  );
}
