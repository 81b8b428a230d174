import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Control, useController } from 'react-hook-form';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { Mark } from '../../components/marks';
import { useBoxWords } from '../../components/use-box-words';
import { useDebounced } from '../../hooks/use-debounced';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { IntakeValues } from './intake-form';

type Answerable = ResponseOf<(typeof endpoints)['answerableLetters']>['items'][number];

/**
 * ตอบหนังสือของเรา: the letter that this one answers, looked for by number, subject or addressee; those that wait for an answer first.
 *
 * @param cited letters of ours that it refers to, one of which may have been chosen elsewhere on the form
 */
export function AnsweredPicker({ control, postId, cited }: { readonly control: Control<IntakeValues>; readonly postId: string; readonly cited: readonly Omit<Answerable, 'isAwaited' | 'dueOn'>[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const said = useBoxWords('intake.nothingToAnswer');
  const api = useApi();
  const { field, fieldState } = useController({ control, name: 'answersLetterId' });
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Answerable | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const q = useDebounced(text.trim(), 250);
  const found = useQuery({
    queryKey: [...keys.letters, 'answerable', postId, q],
    queryFn: ({ signal }) => api.answerableLetters({ query: { postId, ...(q === '' ? {} : { q }) }, signal }),
    enabled: isOpen && postId !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const nameOf = ({ letterNo, subject }: Answerable): string => [format.digits(letterNo ?? ''), subject ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Autocomplete
      options={found.data?.items ?? []}
      loading={found.isFetching}
      value={[...(chosen === null ? [] : [chosen]), ...cited.map((letter) => ({ ...letter, isAwaited: false, dueOn: null }))].find(({ letterId }) => letterId === field.value) ?? null}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      onChange={(_, option) => {
        setChosen(option);
        field.onChange(option?.letterId ?? null);
      }}
      onInputChange={(_, next, reason) => setText(reason === 'input' ? next : '')}
      onBlur={field.onBlur}
      filterOptions={(all) => all}
      getOptionLabel={nameOf}
      getOptionKey={({ letterId }) => letterId}
      isOptionEqualToValue={(one, other) => one.letterId === other.letterId}
      {...said}
      renderOption={({ key, ...rest }, option) => (
        <Box component="li" key={key} {...rest}>
          <span>
            {nameOf(option)}
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
              {option.isAwaited ? <Mark tone="warm">{option.dueOn === null ? translate('intake.awaited') : translate('intake.awaitedBy', { date: format.date(option.dueOn) })}</Mark> : null}{' '}
              {[option.toText, option.letterDate === null ? '' : translate('letter.dated', { date: format.date(option.letterDate) })].filter((part) => part !== '').join(' · ')}
            </Typography>
          </span>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={translate('intake.answers')} inputRef={field.ref} error={fieldState.invalid} helperText={fieldState.error?.message ?? translate('intake.answersHelp')} />}
    />
  );
}
