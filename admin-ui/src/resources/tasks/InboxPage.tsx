import { Box, Button, Paper } from '@mui/material';
import { type KeyboardEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useNow } from '../../hooks/use-now';
import { useStillRows } from '../../hooks/use-still-rows';
import { useSession } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { PendingActs } from '../commands/PendingActs';
import { InboxFilters } from './InboxFilters';
import { InboxRow } from './InboxRow';
import { inboxQuery, useInbox, useInboxCounts } from './use-inbox';

const idOf = (item: InboxItem): string => `${item.letterId}/${item.taskId}`;

/** งานของฉัน: every open task of my posts in force, most urgent first. */
export default function InboxPage() {
  const translate = useTranslate();
  const format = useFormat();
  const session = useSession();
  const [filters, change] = useAddressFilters();
  const query = inboxQuery(filters);
  const inbox = useInbox(query);
  const counts = useInboxCounts();
  const now = useNow();
  const [isHovered, setIsHovered] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const items = inbox.data?.pages.flatMap((page) => page.items);
  const { rows, waiting, show } = useStillRows({
    items,
    idOf,
    isInUse: isHovered || isFocused || !hasHover(),
    view: JSON.stringify(query),
  });
  const total = inbox.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.keys(query).some((name) => name !== 'sort');

  return (
    <Page title={translate('nav.inbox')} width={1080}>
      <PendingActs />
      <InboxFilters filters={filters} onChange={change} counts={counts} posts={session?.posts ?? []} />
      <Box aria-live="polite">
        {waiting === 0 ? null : (
          <Button fullWidth variant="contained" onClick={() => show(items ?? [])} sx={{ mb: 1 }}>{translate('inbox.new', { n: format.number(waiting), smart_count: waiting })}</Button>
        )}
      </Box>
      {inbox.isPending ? <LoadingRows /> : null}
      {inbox.isError && items === undefined ? <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} /> : null}
      {items !== undefined && rows.length === 0 ? (
        <EmptyState
          isFiltered={isFiltered}
          title={translate(isFiltered ? 'inbox.emptyFiltered' : 'inbox.empty')}
          text={isFiltered ? undefined : translate('inbox.emptyText')}
        >
          {isFiltered ? <Button onClick={() => change(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])))}>{translate('ra.action.remove_all_filters')}</Button> : null}
        </EmptyState>
      ) : null}
      {rows.length === 0 ? null : (
        <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
          <Box
            component="ul"
            aria-label={translate('nav.inbox')}
            sx={{ m: 0, p: 0 }}
            onPointerEnter={(event) => setIsHovered(event.pointerType === 'mouse')}
            onPointerLeave={() => setIsHovered(false)}
            onFocus={() => setIsFocused(true)}
            onBlur={(event) => setIsFocused(event.currentTarget.contains(event.relatedTarget))}
            onKeyDown={moveFocus}
          >
            {rows.map(({ item, isGone }) => (
              <InboxRow key={idOf(item)} item={item} isGone={isGone} showPost={(session?.posts.length ?? 0) > 1} now={now} />
            ))}
          </Box>
        </Paper>
      )}
      {items === undefined || rows.length === 0 ? null : (
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
          <span>{translate('list.shown', { n: format.number(rows.length), total: format.number(total) })}</span>
          {inbox.hasNextPage ? (
            <Button
              onClick={() => void inbox.fetchNextPage().then(({ data }) => show(data?.pages.flatMap((page) => page.items) ?? []))}
              loading={inbox.isFetchingNextPage}
            >
              {translate('list.more')}
            </Button>
          ) : null}
        </Box>
      )}
    </Page>
  );
}

/** A finger gives no sign before it touches: there the rows never move by themselves. */
const hasHover = (): boolean => window.matchMedia('(any-pointer: fine)').matches;

/** Arrow keys walk over the rows. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-inbox-row]')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
