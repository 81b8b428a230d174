import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { LetterItem } from '#domain/contracts/letters';
import { DIRECTIONS, LETTER_KINDS, URGENCIES } from '#domain/letter/vocabulary';
import { DueMark, Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { Highlight } from '../../components/Highlight';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { SearchBox, SelectBox } from '../../components/form/filter-boxes';
import { lettersPage, lettersQuery, STATUSES } from './letters-query';
import { useLetterFacts } from './use-letter-facts';

const NO_ROUTE = { routeVersionId: undefined, nodeId: undefined, practice: undefined, from: undefined, to: undefined, step: undefined };

/** Letters that I may see: those of my units and those I have had a part in. */
export default function LettersPage() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const query = lettersQuery(filters);
  const list = useInfiniteQuery({
    queryKey: [...keys.letters, 'list', query],
    queryFn: ({ pageParam, signal }) => api.listLetters({ query: { ...lettersPage(query), ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  const total = list.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.keys(query).length > 0;
  const toggle = (name: 'mine' | 'overdue') => (
    <Chip
      component="button"
      clickable
      aria-pressed={filters[name] === 'true'}
      color={filters[name] === 'true' ? 'primary' : 'default'}
      variant={filters[name] === 'true' ? 'filled' : 'outlined'}
      label={translate(`letters.${name}`)}
      onClick={() => change({ [name]: filters[name] === 'true' ? undefined : 'true' })}
      sx={{ minHeight: 36 }}
    />
  );
  const options = (prefix: string, codes: readonly string[]) => codes.map((value) => ({ value, label: translate(`${prefix}.${value}`) }));

  return (
    <Page title={translate('nav.letters')}>
      <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap', mb: 2, alignItems: 'center' }}>
        <SearchBox label={translate('letters.search')} value={filters['q'] ?? ''} onChange={(q) => change({ q })} />
        <SelectBox label={translate('field.direction')} width={150} value={filters['direction'] ?? ''} options={options('direction', DIRECTIONS)} onChange={(direction) => change({ direction })} />
        <SelectBox label={translate('field.status')} width={190} value={filters['status'] ?? ''} options={options('letterStatus', STATUSES)} onChange={(status) => change({ status })} />
        <SelectBox label={translate('field.urgency')} width={150} value={filters['urgency'] ?? ''} options={options('urgency', URGENCIES)} onChange={(urgency) => change({ urgency })} />
        <SelectBox label={translate('field.kind')} width={190} value={filters['kind'] ?? ''} options={options('kind', LETTER_KINDS)} onChange={(kind) => change({ kind })} />
        {toggle('mine')}
        {toggle('overdue')}
        {query.routeVersionId === undefined ? null : <Chip color="primary" label={filters['step'] === undefined ? translate('letters.ofRoute') : translate('letters.ofStep', { name: filters['step'] })} onDelete={() => change(NO_ROUTE)} sx={{ minHeight: 36, maxWidth: '100%' }} />}
      </Stack>
      {list.isPending ? <LoadingRows /> : null}
      {list.isError && items === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {items?.length === 0 ? <EmptyState isFiltered={isFiltered} title={translate(isFiltered ? 'letters.emptyFiltered' : 'letters.empty')} text={query.q === undefined ? undefined : translate('search.noneText')} /> : null}
      {items === undefined || items.length === 0 ? null : (
        <>
          <Paper variant="outlined" component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }} aria-label={translate('nav.letters')}>
            {items.map((item) => <LetterRow key={item.id} item={item} q={query.q ?? ''} />)}
          </Paper>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
            <span>{translate('list.shown', { n: format.number(items.length), total: format.number(total) })}</span>
            {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
          </Stack>
        </>
      )}
    </Page>
  );
}

function LetterRow({ item, q }: { readonly item: LetterItem; readonly q: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const factsOf = useLetterFacts();
  const sent = item.deliveries.sent === 0 ? '' : translate('letters.deliveries', { sent: format.number(item.deliveries.sent), registered: format.number(item.deliveries.registered), answered: format.number(item.deliveries.answered) });
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Box component={LinkBase} to={`/letters/${item.id}`} sx={{ display: 'block', px: 2, py: 1.25, color: 'text.primary', textDecoration: 'none', '&:hover': { bgcolor: 'action.hover' } }}>
        <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <UrgencyMark urgency={item.urgency} />
          <SecrecyMark secrecy={item.secrecy} />
          {item.isSealed ? <SealedMark /> : null}
          <Mark tone="calm">{translate(`direction.${item.direction}`)}</Mark>
          <Mark tone={item.status === 'ended' ? 'good' : item.status === 'held' ? 'warm' : 'info'}>{translate(item.outcome === null ? `letterStatus.${item.status}` : `endOutcome.${item.outcome}`)}</Mark>
          <DueMark dueAt={item.dueAt} isOverdue={item.isOverdue} />
        </Stack>
        <Typography sx={{ fontWeight: 600 }}><Highlight text={item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject')} q={q} /></Typography>
        <Typography variant="body2" color="text.secondary"><Highlight text={factsOf(item)} q={q} /></Typography>
        <Typography variant="body2" color="text.secondary">
          {[item.holders.length === 0 ? '' : translate('letter.heldBy', { post: item.holders.map(localName).join(', ') }), sent].filter((text) => text !== '').join(' · ')}
        </Typography>
      </Box>
    </Box>
  );
}
