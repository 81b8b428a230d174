import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, MenuItem, TextField } from '@mui/material';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useDebounced } from '../../hooks/use-debounced';

/** A search box whose text goes to the address once the typing stops. */
export function SearchBox({ value, onChange, label }: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
}) {
  const translate = useTranslate();
  const [text, setText] = useState(value);
  const settled = useDebounced(text);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    // What was typed here has come back by the address; only what changed elsewhere takes its place.
    if (value !== settled.trim()) setText(value);
  }
  // The address follows the typing, not the other way round.
  const follow = useEffectEvent((typed: string) => {
    if (typed !== value) onChange(typed);
  });
  useEffect(() => follow(settled.trim()), [settled]);
  return (
    <TextField
      value={text}
      onChange={(event) => setText(event.target.value)}
      label={label}
      type="search"
      // The field has a cross of its own, with a name.
      sx={{ maxWidth: { sm: 320 }, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: { maxLength: 100 },
        input: {
          startAdornment: <InputAdornment position="start"><SearchIcon fontSize="small" /></InputAdornment>,
          endAdornment: text === '' ? null : (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" onClick={() => setText('')} aria-label={translate('ra.action.clear_input_value')}><ClearIcon fontSize="small" /></IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

/** A choice of one, with "all" first. */
export function SelectBox({ label, value, options, onChange, width = 190 }: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly width?: number;
}) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={options.some((option) => option.value === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      sx={{ width: { xs: 'calc(50% - 8px)', sm: width }, minWidth: { xs: 140, sm: 0 } }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate('filter.all')}</MenuItem>
      {options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
    </TextField>
  );
}
