import SearchIcon from '@mui/icons-material/Search';
import { Autocomplete, InputAdornment, TextField } from '@mui/material';
import { alpha } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import type { FoundLetter } from '#domain/contracts/search';
import { QUERY_MAX } from '#domain/contracts/limits';
import { useDebounced } from '../../../hooks/use-debounced';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { useFormat } from '../../../providers/i18n/use-format';
import { FoundFacts, foundPath } from './FoundFacts';

const SHOWN = 8;
/** Stands below the first few letters where there are more. */
const ALL = 'all';
type Option = FoundLetter | typeof ALL;

/**
 * Letters by the one box, from any page: the first few in a list while it is typed, each with who has it, since when and the telephone, so that a
 * question on the telephone is answered here. Enter leads to all of them.
 */
export function LetterSearch() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const highlighted = useRef<Option | null>(null);
  const typed = text.trim();
  const q = useDebounced(text).trim();
  const found = useQuery({
    queryKey: [...keys.letters, 'search', q],
    queryFn: ({ signal }) => api.searchLetters({ query: { q, limit: SHOWN, typing: 'true' }, signal }),
    enabled: q !== '',
  });
  const items = typed === '' ? [] : (found.data?.items ?? []);
  const options: readonly Option[] = (found.data?.total ?? 0) > items.length && items.length > 0 ? [...items, ALL] : items;
  const leave = (option: Option): void => {
    setText('');
    navigate(option === ALL ? `/search?${new URLSearchParams({ q: typed }).toString()}` : foundPath(option));
  };
  const marked = [...(found.data?.understood.words ?? []), ...(found.data?.understood.numbers ?? [])];
  const nothing = found.isError ? errorText(found.error) : `${translate('search.none', { q })}. ${translate('search.noneText')}`;

  return (
    <Autocomplete<Option>
      options={options}
      // The API has found them; nothing is sorted out again here.
      filterOptions={(each) => each}
      value={null}
      inputValue={text}
      onInputChange={(_, next, reason) => (reason === 'input' || reason === 'clear') && setText(next)}
      onHighlightChange={(_, option) => {
        highlighted.current = option;
      }}
      onChange={(_, option) => option !== null && leave(option)}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && highlighted.current === null && typed !== '') leave(ALL);
        if (event.code === 'Escape') setText('');
      }}
      blurOnSelect
      clearOnBlur={false}
      forcePopupIcon={false}
      getOptionLabel={(option) => (option === ALL ? '' : (option.subject ?? ''))}
      getOptionKey={(option) => (option === ALL ? ALL : option.id)}
      loading={found.isPending || q !== typed}
      loadingText={translate('ra.page.loading')}
      noOptionsText={nothing}
      clearText={translate('ra.action.clear_input_value')}
      renderOption={({ key, ...rest }, option) => (
        <li key={key} {...rest}>{option === ALL ? translate('search.all', { n: format.number(found.data?.total ?? 0) }) : <FoundFacts item={option} words={marked} />}</li>
      )}
      slotProps={{ popper: { sx: { minWidth: { xs: 'calc(100vw - 16px)', sm: 480 } } }, paper: { elevation: 6 } }}
      sx={{ width: '100%', maxWidth: 420 }}
      renderInput={({ InputProps, inputProps, ...params }) => (
        <TextField
          {...params}
          size="small"
          type="search"
          placeholder={translate('search.placeholder')}
          sx={(theme) => ({
            '& .MuiInputBase-root': { color: 'inherit', bgcolor: alpha(theme.palette.common.white, 0.16), borderRadius: 2 },
            '& input::placeholder': { color: 'inherit', opacity: 0.9 }, '& fieldset': { borderColor: 'transparent' }, '& .MuiIconButton-root': { color: 'inherit' },
          })}
          slotProps={{
            htmlInput: { ...inputProps, maxLength: QUERY_MAX, 'aria-label': translate('search.label') },
            input: { ...InputProps, startAdornment: <InputAdornment position="start" sx={{ color: 'inherit' }}><SearchIcon fontSize="small" /></InputAdornment> },
          }}
        />
      )}
    />
  );
}
