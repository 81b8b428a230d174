import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterItem } from '#domain/contracts/letters';
import { useDebounced } from '../../hooks/use-debounced';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useBoxWords } from '../../components/use-box-words';
import { useFormat } from '../../providers/i18n/use-format';

/** A letter among those that the reader may know, looked for by number or subject. */
export function LetterPicker({ label, helperText, value, onChange }: {
  readonly label: string;
  readonly helperText?: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}) {
  const translate = useTranslate();
  const said = useBoxWords();
  const format = useFormat();
  const api = useApi();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const [chosen, setChosen] = useState<LetterItem | null>(null);
  const letters = useQuery({ queryKey: [...keys.letters, 'picker', q], queryFn: ({ signal }) => api.listLetters({ query: q === '' ? { limit: 20 } : { limit: 20, q }, signal }) });
  const items = letters.data?.items ?? [];
  const title = ({ subject, letterNo, receiveNo, theirNo }: LetterItem): string =>
    format.digits([letterNo ?? theirNo, receiveNo === null ? '' : translate('item.receiveNoShort', { no: receiveNo }), subject ?? translate('item.sealedSubject')].filter((text) => text !== '').join(' · '));
  return (
    <Autocomplete
      options={items}
      loading={letters.isPending}
      value={items.find(({ id }) => id === value) ?? (chosen?.id === value ? chosen : null)}
      onChange={(_, letter) => {
        setChosen(letter);
        onChange(letter?.id);
      }}
      onInputChange={(_, text, reason) => {
        if (reason !== 'reset') setTyped(text);
      }}
      // The server has looked already.
      filterOptions={(all) => all}
      getOptionLabel={title}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      {...said}
      renderInput={(params) => <TextField {...params} label={label} helperText={helperText} />}
    />
  );
}
