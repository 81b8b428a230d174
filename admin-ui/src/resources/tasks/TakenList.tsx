import { Box, Button, Paper, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useNow } from '../../hooks/use-now';
import { useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { InboxRow } from './InboxRow';
import { rowIdOf } from './place';

/** ผู้อื่นรับไปแล้ว: tasks of my groups that somebody else has taken, and who. They come back into the inbox by themselves when given back. */
export function TakenList() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const session = useSession();
  const now = useNow();
  const list = useInfiniteQuery({
    queryKey: [...keys.inbox, 'taken'],
    queryFn: ({ pageParam, signal }) => api.takenTasks({ query: { limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  if (list.isPending) return <LoadingRows />;
  if (items === undefined) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return <EmptyState title={translate('inbox.takenEmpty')} text={translate('inbox.takenEmptyText')} />;
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1 }}>{translate('inbox.takenText')}</Typography>
      <Paper variant="outlined" component="ul" aria-label={translate('inbox.quick.taken')} sx={{ m: 0, p: 0, overflow: 'hidden' }}>
        {items.map((item) => <InboxRow key={rowIdOf(item)} item={item} isGone={false} view={null} showPost={(session?.posts.length ?? 0) > 1} now={now} />)}
      </Paper>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
        <span>{translate('list.shown', { n: format.number(items.length), total: format.number(list.data?.pages[0]?.total ?? 0) })}</span>
        {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
      </Box>
    </>
  );
}
