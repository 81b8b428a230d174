import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FoundLetter } from '#domain/contracts/search';
import { useBoxWords } from '../../../components/use-box-words';
import { useFormat } from '../../../providers/i18n/use-format';
import { useLetterFacts } from '../use-letter-facts';

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
  const detailsOf = useLetterFacts();
  const said = useBoxWords('matter.found');
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
      {...said}
      renderOption={({ key, ...rest }, option) => (
        <Box component="li" key={key} {...rest}>
          <span>
            {nameOf(option)}
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>{detailsOf(option, { isNumbered: true })}</Typography>
          </span>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} required label={label} error={error !== undefined} helperText={error} />}
    />
  );
}
