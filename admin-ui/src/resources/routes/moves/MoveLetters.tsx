import { Button, List, ListItem, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { MOVE_STATES } from '#domain/contracts/route-life';
import { Mark } from '../../../components/marks';
import { ErrorState, LoadingRows } from '../../../components/states';
import { oneOf } from '../../../hooks/one-of';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { LetterLink, useWhyNot } from './MoveCheck';

const TONES = { waiting: 'info', moved: 'good', refused: 'hot', cancelled: 'muted' } as const;
const PROGRESS_MS = 5_000;

/** What became of each letter of a move, and why. */
export function MoveLetters({ moveId, isEnded }: { readonly moveId: string; readonly isEnded: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const why = useWhyNot();
  const [state, setState] = useState<(typeof MOVE_STATES)[number] | undefined>();
  const list = useInfiniteQuery({
    queryKey: [...keys.routeDesigns, 'moveLetters', moveId, state],
    queryFn: ({ pageParam, signal }) => api.routeMoveLetters({ params: { id: moveId }, query: { limit: 25, ...(state === undefined ? {} : { state }), ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: isEnded ? false : PROGRESS_MS,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack spacing={1} sx={{ mt: 1 }}>
      <TextField select size="small" label={translate('routeMoves.letters')} value={state ?? ''} onChange={(event) => setState(oneOf(MOVE_STATES, event.target.value))} sx={{ maxWidth: 280 }}>
        <MenuItem value="">{translate('routeMoves.allStates')}</MenuItem>
        {MOVE_STATES.map((each) => <MenuItem key={each} value={each}>{translate(`routeMoves.state.${each}`)}</MenuItem>)}
      </TextField>
      {list.isPending ? <LoadingRows rows={2} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      <List dense disablePadding aria-label={translate('routeMoves.letters')}>
        {items.map((item) => (
          <ListItem key={`${item.letterId} ${item.frameId}`} disableGutters sx={{ flexWrap: 'wrap', gap: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Mark tone={TONES[item.state]}>{translate(`routeMoves.state.${item.state}`)}</Mark>
            <LetterLink {...item} />
            <Typography variant="body2" color="text.secondary">
              {[item.code === null ? '' : why(item), item.state === 'waiting' && item.attempts > 0 && item.nextAt !== null ? translate('routeMoves.again2', { n: format.number(item.attempts), at: format.time(item.nextAt) }) : ''].filter((text) => text !== '').join(' · ')}
            </Typography>
          </ListItem>
        ))}
      </List>
      {list.hasNextPage ? <div><Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{translate('routeMoves.more')}</Button></div> : null}
    </Stack>
  );
}
