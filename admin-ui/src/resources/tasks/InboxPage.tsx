import { Box, Button, Paper } from '@mui/material';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { type AddressFilters, useAddressFilters } from '../../hooks/use-address-filters';
import { useInParts } from '../../hooks/use-in-parts';
import { useInUse } from '../../hooks/use-in-use';
import { useNow } from '../../hooks/use-now';
import { useShortcuts } from '../../hooks/use-shortcuts';
import { useStillRows } from '../../hooks/use-still-rows';
import { useSession } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { PendingActs } from '../commands/PendingActs';
import { ActedNotice } from '../letters/walk/ActedNotice';
import { InboxFilters } from './InboxFilters';
import { InboxRow } from './InboxRow';
import { rowIdOf, takePlace } from './place';
import { SavedFilters } from './SavedFilters';
import { inboxQuery, type ViewFilters } from './inbox-query';
import { useInbox, useInboxCounts } from './use-inbox';
import { viewText } from './view';

const BulkBar = onDemand(async () => (await import('./BulkBar')).BulkBar);
const Beside = onDemand(async () => (await import('./Beside')).Beside);
const idOf: (item: InboxItem) => string = rowIdOf;

/** งานของฉัน: every open task of my posts in force, most urgent first; apart from them what others of my groups have taken. */
export default function InboxPage() {
  const translate = useTranslate();
  const session = useSession();
  const [filters, change] = useAddressFilters();
  const counts = useInboxCounts();
  const clear = (): ViewFilters => Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]));
  return (
    <Page title={translate('nav.inbox')} width={1080}>
      <ActedNotice />
      <PendingActs />
      {/* Every filter that stands in the address gives way to those of the view. */}
      <SavedFilters filters={filters} counts={counts} posts={session?.posts ?? []} onView={(wanted) => change({ ...clear(), ...wanted })} />
      <InboxFilters filters={filters} onChange={change} counts={counts} posts={session?.posts ?? []} />
      {filters['beside'] === undefined ? <InboxList filters={filters} onClear={() => change(clear())} /> : <Beside which={filters['beside']} />}
    </Page>
  );
}

function InboxList({ filters, onClear }: { readonly filters: AddressFilters; readonly onClear: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const session = useSession();
  const query = inboxQuery(filters);
  const inbox = useInbox(query);
  const now = useNow();
  const { list, isInUse, props: handProps } = useInUse<HTMLUListElement>();
  /** Rows chosen to be acted on together; null while none are being chosen. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const hasSettled = useHasSettled(inbox.isFetching);
  const items = useMemo(() => inbox.data?.pages.flatMap((page) => page.items), [inbox.data]);
  const { rows: standing, waiting, show } = useStillRows({
    items,
    idOf,
    isInUse: hasSettled && (isInUse || chosen !== null),
    view: JSON.stringify(query),
  });
  const rows = useInParts(standing);
  const total = inbox.data?.pages[0]?.total ?? 0;
  const view = viewText(filters);
  useReturnToRow(list, view, hasSettled && rows.length > 0 && rows === standing);
  const toggle = (id: string): void => setChosen((before) => toggled(before ?? new Set(), id));
  useRowShortcuts(list, toggle);
  const isFiltered = Object.keys(query).some((name) => name !== 'sort');

  return (
    <>
      <Box aria-live="polite">
        {waiting === 0 ? null : (
          <Button fullWidth variant="contained" onClick={() => show(items ?? [])} sx={{ mb: 1 }}>{translate('inbox.new', { n: format.number(waiting), smart_count: waiting })}</Button>
        )}
      </Box>
      {inbox.isPending ? <LoadingRows /> : null}
      {inbox.isError && items === undefined ? <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} /> : null}
      {items !== undefined && standing.length === 0 ? (
        <EmptyState
          isFiltered={isFiltered}
          title={translate(isFiltered ? 'inbox.emptyFiltered' : 'inbox.empty')}
          text={isFiltered ? undefined : translate('inbox.emptyText')}
        >
          {isFiltered ? <Button onClick={onClear}>{translate('ra.action.remove_all_filters')}</Button> : null}
        </EmptyState>
      ) : null}
      {rows.length < 2 || chosen !== null ? null : <Box sx={{ textAlign: 'right' }}><Button size="small" onClick={() => setChosen(new Set())}>{translate('inbox.chooseMany')}</Button></Box>}
      {rows.length === 0 ? null : (
        <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
          <Box
            component="ul"
            aria-label={translate('nav.inbox')}
            sx={{ m: 0, p: 0 }}
            {...handProps}
            onKeyDown={moveFocus}
          >
            {rows.map(({ item, isGone }) => (
              <InboxRow key={idOf(item)} item={item} isGone={isGone} view={view} showPost={(session?.posts.length ?? 0) > 1} now={now} choice={chosen === null || isGone ? undefined : { isChosen: chosen.has(idOf(item)), onToggle: () => toggle(idOf(item)) }} />
            ))}
          </Box>
        </Paper>
      )}
      {items === undefined || rows.length === 0 ? null : (
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
          <span>{translate('list.shown', { n: format.number(standing.length), total: format.number(total) })}</span>
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
      {chosen === null ? null : <BulkBar items={rows.flatMap(({ item, isGone }) => (isGone ? [] : [item]))} chosen={chosen} onChoose={setChosen} />}
    </>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** False until what was kept from an earlier visit has been asked for again: until then no row is held in its place. */
function useHasSettled(isFetching: boolean): boolean {
  const [hasSettled, setHasSettled] = useState(false);
  // One drawing later, so that what has just come is still taken over.
  if (!isFetching && !hasSettled) setHasSettled(true);
  return hasSettled;
}

const rowsOf = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-inbox-row]') ?? [])];

/** The row beside the one in focus; from outside the list its first. */
function stepFocus(list: HTMLElement | null, step: 1 | -1): boolean {
  const rows = rowsOf(list);
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? rows[0] : rows[at + step];
  next?.focus();
  return next !== undefined;
}

/** Arrow keys walk over the rows. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
  if (step !== 0 && stepFocus(event.currentTarget, step)) event.preventDefault();
}

/** J and K walk over the rows from anywhere on the page; Enter opens, as it does every link; X chooses the row in focus. */
function useRowShortcuts(list: RefObject<HTMLUListElement | null>, onChoose: (id: string) => void): void {
  const choose = (): void => {
    const id = rowsOf(list.current).find((row) => row.parentElement?.contains(document.activeElement) === true)?.dataset['inboxRow'];
    if (id !== undefined) onChoose(id);
  };
  useShortcuts('walk.inbox', [
    { keys: 'j', label: 'walk.down', run: () => void stepFocus(list.current, 1) },
    { keys: 'k', label: 'walk.up', run: () => void stepFocus(list.current, -1) },
    { keys: 'x', label: 'inbox.chooseMany', run: choose },
  ]);
}

/** Back from a letter the reader finds the row it was opened from. */
function useReturnToRow(list: RefObject<HTMLUListElement | null>, view: string, hasRows: boolean): void {
  useEffect(() => {
    if (!hasRows) return;
    const rowId = takePlace(view);
    const row = rowsOf(list.current).find((each) => each.dataset['inboxRow'] === rowId);
    row?.focus({ preventScroll: true });
    // A browser without a screen has none.
    row?.scrollIntoView?.({ block: 'center' });
  }, [list, view, hasRows]);
}
