import { Autocomplete, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CorrespondentEntry } from '#domain/contracts/correspondents';
import { ActDialog } from '../../components/ActDialog';
import { useDebounced } from '../../hooks/use-debounced';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useDirectoryChange } from './use-directory-change';

/** Lets a correspondent count as another one. */
export function MergeDialog({ entry: { id, rev, name }, postId, onClose }: { readonly entry: CorrespondentEntry; readonly postId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const [text, setText] = useState('');
  const [into, setInto] = useState<CorrespondentEntry | null>(null);
  const q = useDebounced(text.trim(), 250);
  const found = useQuery({
    queryKey: [...keys.correspondents, postId, 'into', q],
    queryFn: ({ signal }) => api.correspondentDirectory({ query: { postId, limit: 20, ...(q === '' ? {} : { q }) }, signal }),
    placeholderData: keepPreviousData,
  });
  const merge = useDirectoryChange({ change: (intoId: string) => api.mergeCorrespondent({ params: { id }, body: { rev, intoId } }), onDone: onClose });
  return (
    <ActDialog
      title={translate('correspondent.mergeOne', { name })}
      confirmLabel={translate('correspondent.merge')}
      isRunning={merge.isPending}
      error={merge.error}
      canConfirm={into !== null}
      onConfirm={() => (into === null ? undefined : merge.mutate(into.id))}
      onClose={onClose}
    >
      <Typography>{translate('correspondent.mergeText', { name })}</Typography>
      <Autocomplete
        options={(found.data?.items ?? []).filter((each) => each.id !== id)}
        loading={found.isFetching}
        value={into}
        onChange={(_, chosen) => setInto(chosen)}
        onInputChange={(_, next, reason) => setText(reason === 'input' ? next : '')}
        filterOptions={(all) => all}
        getOptionLabel={(option) => option.name}
        getOptionKey={(option) => option.id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        noOptionsText={translate('correspondent.noneFound')}
        loadingText={translate('ra.page.loading')}
        clearText={translate('ra.action.clear_input_value')}
        openText={translate('ra.action.open')}
        closeText={translate('ra.action.close')}
        renderInput={(params) => <TextField {...params} label={translate('correspondent.mergeInto')} required autoFocus />}
      />
    </ActDialog>
  );
}
