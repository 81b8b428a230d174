import BookmarkIcon from '@mui/icons-material/BookmarkAddOutlined';
import ClearIcon from '@mui/icons-material/Clear';
import { Button, Chip, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import { SAVED_SEARCH_NAME_MAX } from '#domain/contracts/limits';
import type { SavedSearch } from '#domain/contracts/search';
import { Tip } from '../../../components/Tip';
import { useTell } from '../../../hooks/use-tell';
import { useLocalName, useSession } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import type { SearchQuery } from './search-query';

const SAVED = [...keys.arrangement, 'searches'];
const addressOf = (query: SavedSearch['query']): string => `/search?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`;

/** Searches that are kept, one's own and the office's; with something asked for, it can be kept too. */
export function SavedSearches({ query }: { readonly query: SearchQuery }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const cache = useQueryClient();
  const localName = useLocalName();
  const navigate = useNavigate();
  const [isKeeping, setIsKeeping] = useState(false);
  const { data } = useQuery({ queryKey: SAVED, queryFn: ({ signal }) => api.savedSearches({ signal }) });
  const drop = useMutation({
    mutationFn: (id: string) => api.deleteSavedSearch({ params: { id } }),
    onSuccess: (left) => {
      cache.setQueryData(SAVED, left);
      tell(translate('finding.saved.dropped'), 'info');
    },
    onError: (error) => tell(errorText(error), 'error'),
  });
  const canKeep = Object.keys(query).length > 0;
  const items = data?.items ?? [];
  if (items.length === 0 && !canKeep) return null;
  return (
    <Stack direction="row" useFlexGap spacing={1} role="group" aria-label={translate('finding.saved.title')} sx={{ flexWrap: 'wrap', mb: 1.5, alignItems: 'center' }}>
      {items.map(({ id, name, query: kept, isMine, office, owner }) => (
        <Stack key={id} direction="row" sx={{ alignItems: 'center', maxWidth: '100%' }}>
          <Tip text={office === null ? translate('finding.saved.mine') : translate('finding.saved.shared', { office: localName(office.name), owner: localName(owner) })}>
            <Chip clickable component="button" label={office === null ? name : `${name} · ${office.short}`} onClick={() => navigate(addressOf(kept))} sx={{ minHeight: 36, maxWidth: '100%' }} />
          </Tip>
          {isMine ? <IconButton size="small" onClick={() => drop.mutate(id)} aria-label={translate('finding.saved.drop', { name })}><ClearIcon fontSize="small" /></IconButton> : null}
        </Stack>
      ))}
      {canKeep ? <Button size="small" startIcon={<BookmarkIcon />} onClick={() => setIsKeeping(true)}>{translate('finding.saved.keep')}</Button> : null}
      {isKeeping ? <KeepDialog query={query} onClose={() => setIsKeeping(false)} /> : null}
    </Stack>
  );
}

function KeepDialog({ query, onClose }: { readonly query: SearchQuery; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const cache = useQueryClient();
  const localName = useLocalName();
  const offices = [...new Map((useSession()?.posts ?? []).map(({ office }) => [office.id, office])).values()];
  const [name, setName] = useState((query.q ?? '').slice(0, SAVED_SEARCH_NAME_MAX));
  const [officeId, setOfficeId] = useState('');
  const save = useMutation({
    // Both describe the same address: figures of it are texts there.
    mutationFn: () => api.saveSearch({ body: { name, query: query as SavedSearch['query'], officeId: officeId === '' ? null : officeId } }),
    onSuccess: (kept) => {
      cache.setQueryData(SAVED, kept);
      tell(translate('finding.saved.kept'), 'success');
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="keep-search">
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <DialogTitle id="keep-search">{translate('finding.saved.keep')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ mt: 1 }}>
            <TextField autoFocus required label={translate('finding.saved.name')} value={name} onChange={(event) => setName(event.target.value)} error={save.isError} helperText={save.isError ? errorText(save.error) : undefined} slotProps={{ htmlInput: { maxLength: SAVED_SEARCH_NAME_MAX } }} />
            <TextField select label={translate('finding.saved.title')} value={officeId} onChange={(event) => setOfficeId(event.target.value)} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
              <MenuItem value="">{translate('finding.saved.mine')}</MenuItem>
              {offices.map((office) => <MenuItem key={office.id} value={office.id}>{translate('finding.saved.share', { office: localName(office.name) })}</MenuItem>)}
            </TextField>
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={save.isPending} disabled={name.trim() === ''}>{translate('finding.saved.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
