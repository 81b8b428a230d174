import { Box, Button, Paper, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import '../../i18n/beside-texts';
import { useNow } from '../../hooks/use-now';
import { useSession } from '../../providers/auth/use-session';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { InboxRow } from './InboxRow';
import { rowIdOf } from './place';

type Page<Item> = { readonly items: readonly Item[]; readonly total: number; readonly nextCursor: string | null };
type Paging = { readonly limit: number; readonly cursor?: string };

/** A list beside the inbox, page by page: what it is, its rows, and what is said where it is empty. */
export function BesideList<Item extends InboxItem>({ name, ask, renderAction }: {
  readonly name: 'taken' | 'copies';
  readonly ask: (paging: Paging, signal: AbortSignal) => Promise<Page<Item>>;
  readonly renderAction?: (item: Item) => ReactNode;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const session = useSession();
  const now = useNow();
  const list = useInfiniteQuery({
    queryKey: [...keys.inbox, name],
    queryFn: ({ pageParam, signal }) => ask({ limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last: Page<Item>) => last.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  if (list.isPending) return <LoadingRows />;
  if (items === undefined) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return <EmptyState title={translate(`beside.${name}Empty`)} text={translate(`beside.${name}EmptyText`)} />;
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1 }}>{translate(`beside.${name}Text`)}</Typography>
      <Paper variant="outlined" component="ul" aria-label={translate(`inbox.quick.${name === 'taken' ? name : 'unreadCopies'}`)} sx={{ m: 0, p: 0, overflow: 'hidden' }}>
        {items.map((item) => <InboxRow key={rowIdOf(item)} item={item} isGone={false} view={null} showPost={(session?.posts.length ?? 0) > 1} now={now} action={renderAction?.(item)} />)}
      </Paper>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
        <span>{translate('list.shown', { n: format.number(items.length), total: format.number(list.data?.pages[0]?.total ?? 0) })}</span>
        {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
      </Box>
    </>
  );
}
