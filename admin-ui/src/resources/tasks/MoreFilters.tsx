import { MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Session } from '#domain/contracts/session';
import { URGENCIES } from '#domain/letter/vocabulary';
import { SearchBox, SelectBox } from '../../components/form/filter-boxes';
import type { AddressFilters } from '../../hooks/use-address-filters';
import '../../i18n/work-texts';
import { useLocalName } from '../../providers/auth/use-session';
import type { Change } from './InboxFilters';
import { TASK_KINDS } from './inbox-query';

/** The inbox by words, post, urgency, kind and order. */
export function MoreFilters({ filters, onChange, posts }: { readonly filters: AddressFilters; readonly onChange: Change; readonly posts: Session['posts'] }) {
  const translate = useTranslate();
  const localName = useLocalName();
  return (
    <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap' }}>
      <SearchBox label={translate('inbox.search')} value={filters['q'] ?? ''} onChange={(q) => onChange({ q })} />
      {posts.length < 2 ? null : (
        <SelectBox
          label={translate('inbox.post')}
          width={260}
          value={filters['postId'] ?? ''}
          options={posts.map((post) => ({ value: post.id, label: localName(post.title) }))}
          onChange={(postId) => onChange({ postId })}
        />
      )}
      <SelectBox
        label={translate('field.urgency')}
        value={filters['urgency'] ?? ''}
        options={URGENCIES.map((value) => ({ value, label: translate(`urgency.${value}`) }))}
        onChange={(urgency) => onChange({ urgency })}
      />
      <SelectBox
        label={translate('inbox.kind')}
        value={filters['kind'] ?? ''}
        options={TASK_KINDS.map((value) => ({ value, label: translate(`taskKind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        select
        label={translate('filter.sort')}
        value={filters['sort'] === 'opened' ? 'opened' : 'due'}
        onChange={(event) => onChange({ sort: event.target.value === 'due' ? undefined : event.target.value })}
        sx={{ width: { xs: '100%', sm: 220 } }}
      >
        <MenuItem value="due">{translate('inbox.sort.due')}</MenuItem>
        <MenuItem value="opened">{translate('inbox.sort.opened')}</MenuItem>
      </TextField>
    </Stack>
  );
}
