import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import { Box, Button, Chip, Link, List, ListItem, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { Panel } from '../../../components/Page';
import { oneOf } from '../../../hooks/one-of';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { toTried, type TriedLetter, useSaid, type WhatIfDone } from './use-what-if';

const SHOWN = {
  other: { verdict: 'other' }, became: { lateness: 'became' }, noLonger: { lateness: 'noLonger' }, cannot: { verdict: 'cannot' }, same: { verdict: 'same' }, all: {},
} as const;
const NAMES = Object.keys(SHOWN) as readonly (keyof typeof SHOWN)[];

/** Letters that the reader may know of, each with what would be otherwise. */
export function TriedLetters({ run, draftId }: { readonly run: WhatIfDone; readonly draftId: string }) {
  const translate = useTranslate();
  const api = useApi();
  const format = useFormat();
  // In the address, so that whoever comes back from the drawing finds the list as it was.
  const [filters, change] = useAddressFilters();
  const shown = oneOf(NAMES, filters['show']) ?? 'other';
  const letters = useInfiniteQuery({
    queryKey: [...keys.routeDesigns, 'what-if-letters', run.id, shown],
    queryFn: ({ signal, pageParam }) => api.whatIfLetters({ params: { id: run.id }, query: { ...SHOWN[shown], after: pageParam }, signal }),
    initialPageParam: -1,
    getNextPageParam: ({ items, shown: known }, pages) => (pages.reduce((sum, page) => sum + page.items.length, 0) < known ? items.at(-1)?.no : undefined),
  });
  const first = letters.data?.pages[0];
  const items = letters.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={translate('whatIf.list.title')} actions={(
      <TextField select size="small" label={translate('whatIf.list.show')} value={shown} onChange={(event) => change({ show: event.target.value })} sx={{ minWidth: 200 }}>
        {NAMES.map((name) => <MenuItem key={name} value={name}>{translate(`whatIf.list.${name}`)}</MenuItem>)}
      </TextField>
    )}>
      {letters.isPending ? <LoadingRows rows={3} /> : null}
      {letters.isError ? <ErrorState error={letters.error} onRetry={() => void letters.refetch()} /> : null}
      {first === undefined || first.shown === first.total ? null : <Typography variant="body2" role="note" sx={{ mb: 1 }}>{translate('whatIf.list.shown', { shown: format.number(first.shown), total: format.number(first.total) })}</Typography>}
      {first !== undefined && items.length === 0 ? <EmptyState isSmall isFiltered title={translate('whatIf.list.none')} /> : null}
      <List disablePadding aria-label={translate('whatIf.list.title')}>{items.map((letter) => <Row key={letter.id} letter={letter} run={run} draftId={draftId} />)}</List>
      {letters.hasNextPage ? <Button loading={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>{translate('whatIf.list.more')}</Button> : null}
    </Panel>
  );
}

function Row({ letter, run, draftId }: { readonly letter: TriedLetter; readonly run: WhatIfDone; readonly draftId: string }) {
  const translate = useTranslate();
  const { difference, reason, span } = useSaid(run.result);
  const { isLateThen, isLateNow, minutesThen, minutesNow } = letter;
  const lateness = isLateThen === isLateNow ? (isLateNow ? 'late' : null) : isLateNow ? 'became' : 'noLonger';
  const number = letter.receiveNo ?? letter.letterNo;
  return (
    <ListItem divider disableGutters sx={{ display: 'block' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Link component={LinkBase} to={`/letters/${letter.id}`} sx={{ overflowWrap: 'anywhere' }}>{letter.subject ?? translate('whatIf.list.noSubject')}</Link>
        {number === null ? null : <Typography component="span" variant="body2" color="text.secondary">{number}</Typography>}
        <Chip size="small" variant="outlined" label={translate(`whatIf.list.${letter.verdict}`)} />
        {lateness === null ? null : <Chip size="small" variant="outlined" color={lateness === 'noLonger' ? 'success' : 'warning'} label={translate(`whatIf.list.${lateness}`)} />}
      </Stack>
      <Box sx={{ color: 'text.secondary', typography: 'body2' }}>
        {letter.difference === null ? null : <Box>{difference(letter.difference)}</Box>}
        {letter.reason === null ? null : <Box>{reason(letter.reason.code, letter.reason.node)}</Box>}
        {minutesThen === null || minutesNow === null ? null : <Box>{translate('whatIf.list.time', { then: span(minutesThen), now: span(minutesNow) })}</Box>}
      </Box>
      {run.isCurrent && letter.way.length > 0 ? <Button size="small" startIcon={<PlayIcon />} component={LinkBase} to={toTried({ draftId, runId: run.id, no: letter.no })} aria-label={translate('whatIf.play.of', { name: letter.subject ?? translate('whatIf.list.noSubject') })}>{translate('whatIf.play.open')}</Button> : null}
    </ListItem>
  );
}
