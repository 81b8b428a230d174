import '../../i18n/administration-texts';
import { Box, Button, Card, Link, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { AuditEventView } from '#domain/contracts/audit';
import { AUDIT_GROUPS } from '#domain/audit/kinds';
import { DateField } from '../../components/form/date-fields';
import { Page } from '../../components/Page';
import { PersonPicker } from '../../components/pickers';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { API_PREFIX } from '../../providers/data/routes';
import { useFormat } from '../../providers/i18n/use-format';
import { OfficeChoice, useMyOffices } from '../setup/OfficeChoice';
import { SearchBox } from '../../components/form/filter-boxes';

const ROLES = ['office_admin', 'inspector'] as const;
const NAMES = ['personId', 'letterNo', 'group', 'from', 'to'] as const;

/** Who did what and when in the office, newest first; the same as a file. What is asked for stands in the address. */
export default function AuditPage() {
  const translate = useTranslate();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const { officeId } = useMyOffices(ROLES, filters['officeId']);
  const asked = Object.fromEntries(NAMES.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])));
  const query = { ...asked, ...(officeId === undefined ? {} : { officeId }), ...(oneOf(AUDIT_GROUPS, filters['group']) === undefined ? { group: undefined } : { group: oneOf(AUDIT_GROUPS, filters['group']) }) };
  const list = useInfiniteQuery({
    queryKey: [...keys.audit, query],
    queryFn: ({ pageParam, signal }) => api.auditTrail({ query: { ...query, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  const file = (format: 'xlsx' | 'csv'): string => `${API_PREFIX}/audit/export?${new URLSearchParams({ ...asked, ...(officeId === undefined ? {} : { officeId }), format }).toString()}`;
  return (
    <Page
      title={translate('nav.audit')}
      subtitle={translate('audit.subtitle')}
      actions={(['xlsx', 'csv'] as const).map((format) => <Button key={format} component="a" variant="outlined" href={file(format)} download>{translate(format === 'xlsx' ? 'audit.excel' : 'audit.csv')}</Button>)}
    >
      <Stack spacing={1.5} sx={{ mb: 2 }}>
        <OfficeChoice roles={ROLES} value={officeId} onChange={(id) => change({ officeId: id, personId: undefined })} />
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))' }}>
          <PersonPicker label={translate('audit.who')} officeId={officeId} value={filters['personId'] ?? null} onChange={(person) => change({ personId: person?.id })} />
          <TextField select label={translate('audit.group')} value={oneOf(AUDIT_GROUPS, filters['group']) ?? ''} onChange={(event) => change({ group: event.target.value })}>
            <MenuItem value="">{translate('filter.all')}</MenuItem>
            {AUDIT_GROUPS.map((group) => <MenuItem key={group} value={group}>{translate(`audit.groups.${group}`)}</MenuItem>)}
          </TextField>
          <DateField label={translate('audit.from')} value={filters['from'] ?? null} onChange={(day) => change({ from: day ?? undefined })} />
          <DateField label={translate('audit.to')} value={filters['to'] ?? null} onChange={(day) => change({ to: day ?? undefined })} />
        </Box>
        <SearchBox label={translate('audit.letterNo')} value={filters['letterNo'] ?? ''} onChange={(text) => change({ letterNo: text })} />
      </Stack>
      {list.isPending ? <LoadingRows /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {items?.length === 0 ? <EmptyState isFiltered={Object.keys(asked).length > 0} title={translate(Object.keys(asked).length > 0 ? 'audit.emptyFiltered' : 'audit.empty')} /> : null}
      <Stack component="ol" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {(items ?? []).map((event) => <EventRow key={event.id} event={event} />)}
      </Stack>
      {list.hasNextPage ? <Button sx={{ mt: 2 }} variant="outlined" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{translate('audit.more')}</Button> : null}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>{translate('audit.hidden')}</Typography>
    </Page>
  );
}

function EventRow({ event }: { readonly event: AuditEventView }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const { letter, person, post, details } = event;
  const name = letter === null ? '' : [letter.no === '' ? '' : translate('letter.noShort', { no: letter.no }), letter.subject ?? ''].filter((text) => text !== '').join(' · ');
  return (
    <Card component="li" sx={{ p: 1.5 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={{ xs: 0.5, sm: 2 }}>
        <Typography variant="body2" color="text.secondary" sx={{ minWidth: 150 }}>{format.dateTime(event.at)}</Typography>
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>{localName(event.what)}</Typography>
          <Typography variant="body2">
            {person === null ? translate('audit.bySystem') : localName(person.name)}
            {post === null ? '' : ` · ${translate('audit.inPost', { post: localName(post.title) })}`}
          </Typography>
          {letter === null || name === '' ? null : (
            <Typography variant="body2">{letter.canOpen ? <Link component={LinkBase} to={`/letters/${letter.id}`}>{format.digits(name)}</Link> : format.digits(name)}</Typography>
          )}
          {details.length === 0 ? null : (
            <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
              {details.map(({ field, value }) => format.digits(translate('audit.detail', { field: translate(`audit.field.${field}`), value: localName(value) }))).join(' · ')}
            </Typography>
          )}
        </Box>
      </Stack>
    </Card>
  );
}
