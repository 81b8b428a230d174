import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, IconButton, InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { QUERY_MAX } from '#domain/contracts/limits';

/** The one box of the page: Enter finds. What the address says otherwise takes its place. */
export function SearchField({ value, onSearch }: { readonly value: string; readonly onSearch: (q: string) => void }) {
  const translate = useTranslate();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  return (
    <Box
      component="form"
      role="search"
      aria-label={translate('finding.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
      sx={{ display: 'flex', gap: 1, mb: 2, alignItems: 'flex-start' }}
    >
      <TextField
        fullWidth
        autoFocus
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        label={translate('finding.box')}
        sx={{ '& input::-webkit-search-cancel-button': { display: 'none' } }}
        slotProps={{
          htmlInput: { maxLength: QUERY_MAX, enterKeyHint: 'search' },
          input: {
            startAdornment: <InputAdornment position="start"><SearchIcon /></InputAdornment>,
            endAdornment: text === '' ? null : (
              <InputAdornment position="end"><IconButton edge="end" onClick={() => { setText(''); onSearch(''); }} aria-label={translate('ra.action.clear_input_value')}><ClearIcon /></IconButton></InputAdornment>
            ),
          },
        }}
      />
      <Button type="submit" variant="contained" sx={{ minHeight: 40, flexShrink: 0 }}>{translate('finding.do')}</Button>
    </Box>
  );
}
