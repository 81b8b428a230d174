import '../../../i18n/search-texts';
import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../../components/marks';
import type { FoundLetter, SearchPage as Found } from '#domain/contracts/search';
import { DownloadButton } from '../../../components/DownloadButton';
import { Page } from '../../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { Facets, hasFacets } from './Facets';
import { FoundFacts, foundPath } from './FoundFacts';
import { SavedSearches } from './SavedSearches';
import { SearchField } from './SearchField';
import { searchPage, searchQuery, type SearchQuery } from './search-query';

/** Letters by the one box: what was typed and chosen stands in the address. */
export default function SearchPage() {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const query = searchQuery(filters);
  const isAsked = Object.keys(query).length > 0;
  return (
    <Page title={translate('finding.title')} actions={isAsked ? <Exports query={query} /> : undefined} width={1320}>
      <SearchField value={query.q ?? ''} onSearch={(q) => change({ q })} />
      {isAsked ? <Results query={query} change={change} /> : <Start onSearch={(q) => change({ q })} />}
    </Page>
  );
}

function Exports({ query }: { readonly query: SearchQuery }) {
  const translate = useTranslate();
  return (
    <>
      <DownloadButton endpoint="searchExport" query={{ ...query, format: 'xlsx' }} label={translate('finding.excel')} />
      <DownloadButton endpoint="searchExport" query={{ ...query, format: 'csv' }} label={translate('finding.csv')} />
    </>
  );
}

const EXAMPLES = ['number', 'receive', 'days', 'phrase', 'urgent'] as const;

function Start({ onSearch }: { readonly onSearch: (q: string) => void }) {
  const translate = useTranslate();
  return (
    <>
      <SavedSearches query={{}} />
      <EmptyState isFiltered title={translate('finding.start')} text={translate('finding.startText')}>
        <Typography component="h2" variant="body1" sx={{ fontWeight: 600 }}>{translate('finding.try')}</Typography>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', justifyContent: 'center' }}>
          {EXAMPLES.map((name) => <Chip key={name} clickable component="button" label={translate(`finding.examples.${name}`)} onClick={() => onSearch(translate(`finding.examples.${name}`))} sx={{ minHeight: 36 }} />)}
        </Stack>
      </EmptyState>
    </>
  );
}

type Change = ReturnType<typeof useAddressFilters>[1];

function Results({ query, change }: { readonly query: SearchQuery; readonly change: Change }) {
  const translate = useTranslate();
  const api = useApi();
  const list = useInfiniteQuery({
    queryKey: [...keys.letters, 'found', query],
    queryFn: ({ pageParam, signal }) => api.searchLetters({ query: { ...searchPage(query), ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SavedSearches query={query} />
      {first === undefined ? null : <Understood found={first} />}
      {list.isPending ? <LoadingRows /> : null}
      {list.isError && first === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {first === undefined ? null : (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: hasFacets(first, query) ? 'minmax(0, 260px) minmax(0, 1fr)' : 'minmax(0, 1fr)' }, gap: 2, alignItems: 'start' }}>
          {hasFacets(first, query) ? <Facets facets={first.facets} query={query} change={change} /> : null}
          {items.length === 0 ? <EmptyState isFiltered title={translate('finding.none')} text={translate('finding.noneText')} /> : (
            <Rows items={items} words={first.understood.words.concat(first.understood.numbers)} found={first} onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined} isMoreComing={list.isFetchingNextPage} />
          )}
        </Box>
      )}
    </>
  );
}

function Rows({ items, words, found, onMore, isMoreComing }: { readonly items: readonly FoundLetter[]; readonly words: readonly string[]; readonly found: Found; readonly onMore: (() => void) | undefined; readonly isMoreComing: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="section" aria-label={translate('finding.results')}>
      <Typography role="status" color="text.secondary" sx={{ mb: 1 }}>{translate(found.isMore ? 'finding.foundMore' : 'finding.found', { n: format.number(found.total) })}</Typography>
      <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate('finding.results')}>
        {items.map((item) => <Row key={item.id} item={item} words={words} />)}
      </Paper>
      {onMore === undefined ? null : <Button sx={{ mt: 1 }} onClick={onMore} loading={isMoreComing}>{translate('finding.more')}</Button>}
    </Box>
  );
}

function Row({ item, words }: { readonly item: FoundLetter; readonly words: readonly string[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const title = item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject');
  return (
    <Box component="li" sx={{ position: 'relative', borderBottom: 1, borderColor: 'divider', px: 2, py: 1.25, '&:last-of-type': { borderBottom: 0 }, '&:hover': { bgcolor: 'action.hover' } }}>
      <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <UrgencyMark urgency={item.urgency} />
        <SecrecyMark secrecy={item.secrecy} />
        {item.isSealed ? <SealedMark /> : null}
        <Mark tone="calm">{translate(`direction.${item.direction}`)}</Mark>
        {item.earlier === null ? <Mark tone={item.status === 'ended' ? 'good' : item.isOverdue || item.status === 'held' ? 'warm' : 'info'}>{translate(item.isOverdue && item.status !== 'ended' ? 'letters.overdue' : `letterStatus.${item.status}`)}</Mark> : <Mark tone="muted">{translate('found.earlier', { year: format.yearBe(item.earlier.yearBe) })}</Mark>}
      </Stack>
      {/* The whole row is the link; the telephone lies above it. */}
      <Box component={LinkBase} to={foundPath(item)} aria-label={title} sx={{ position: 'absolute', inset: 0 }} />
      <Box sx={{ '& a': { position: 'relative' } }}><FoundFacts item={item} words={words} canCall /></Box>
    </Box>
  );
}

function Understood({ found: { understood: { numbers, days, urgency } } }: { readonly found: Found }) {
  const translate = useTranslate();
  const format = useFormat();
  const span = days === null ? null : { from: format.date(days.from), to: format.date(days.to) };
  const key = days === null ? '' : days.from === days.to ? 'day' : days.from === null ? 'until' : days.to === null ? 'since' : 'days';
  const said = [
    ...numbers.map((no) => translate('finding.number', { no: format.digits(no) })),
    ...(span === null ? [] : [translate(`finding.${key}`, span)]),
    ...(urgency === null ? [] : [translate(`urgency.${urgency}`)]),
  ];
  if (said.length === 0) return null;
  return <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('finding.understood')} {said.join(' · ')}</Typography>;
}
