import '../../i18n/register-texts';
import { Alert, Box, Button, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { BlockKind, BlockPage, NumberBlock } from '#domain/contracts/number-blocks';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { BlockPanel } from './BlockPanel';

const ReserveDialog = onDemand(async () => (await import('./BlockDialogs')).ReserveDialog);
const KeepDialog = onDemand(async () => (await import('./BlockDialogs')).KeepDialog);
const CancelDialog = onDemand(async () => (await import('./BlockDialogs')).CancelDialog);

type Numbered = NumberBlock['numbers'][number];
/** What is open over the page. */
export type Opened =
  | { readonly act: 'reserve'; readonly kind: BlockKind }
  | { readonly act: 'keep'; readonly block: NumberBlock; readonly number: Numbered }
  | { readonly act: 'cancel'; readonly block: NumberBlock; readonly number: Numbered | null };

/** เลขจอง: numbers of a book of this year that are kept back, for whom and why, and what became of each. */
export default function BlocksPage() {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const { bookId = '', yearBe = '' } = useParams<{ bookId: string; yearBe: string }>();
  const [filters, change] = useAddressFilters();
  const openOnly = filters['all'] !== 'true';
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = useInfiniteQuery({
    queryKey: [...keys.books, 'blocks', bookId, yearBe, openOnly],
    queryFn: ({ pageParam, signal }) => api.listBlocks({ params: { bookId, yearBe }, query: { openOnly: openOnly ? 'true' : 'false', limit: 20, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const first = list.data?.pages[0];
  const blocks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const close = (): void => setOpened(null);
  return (
    <Page
      title={translate('numbers.title')}
      subtitle={first === undefined ? undefined : <Typography>{localName(first.book.name)} · {first.book.unit === null ? localName(first.book.office.name) : localName(first.book.unit.name)} · {translate('books.year')} {format.yearBe(Number(yearBe))}</Typography>}
      actions={
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {first?.mayTake === true && first.isOpen ? <Button variant="contained" onClick={() => setOpened({ act: 'reserve', kind: 'reserved' })}>{translate('numbers.reserve')}</Button> : null}
          {first?.mayTake === true && first.isOpen ? <Button variant="outlined" onClick={() => setOpened({ act: 'reserve', kind: 'outage' })}>{translate('numbers.make.outage')}</Button> : null}
          <Button component={LinkBase} to={`/books/${bookId}/${yearBe}`}>{translate('bookCheck.back')}</Button>
        </Stack>
      }
    >
      <FormControlLabel control={<Switch checked={!openOnly} onChange={(_, isOn) => change({ all: isOn ? 'true' : undefined })} />} label={translate('numbers.all')} sx={{ mb: 1 }} />
      {first === undefined ? null : <WhoMay page={first} />}
      {list.isPending ? <LoadingRows /> : null}
      {list.isError && first === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {first !== undefined && blocks.length === 0 ? <EmptyState title={translate(openOnly ? 'numbers.noneOpen' : 'numbers.none')} text={translate('numbers.noneText')} /> : null}
      {first === undefined ? null : (
        <Stack spacing={2}>
          {blocks.map((block) => <BlockPanel key={block.id} block={block} book={first.book} yearBe={yearBe} mayTake={first.mayTake} onOpen={setOpened} />)}
        </Stack>
      )}
      {list.hasNextPage ? <Box sx={{ mt: 2 }}><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button></Box> : null}
      {opened === null || first === undefined ? null : <Dialogs opened={opened} page={first} yearBe={yearBe} onClose={close} />}
    </Page>
  );
}

function WhoMay({ page }: { readonly page: BlockPage }) {
  const translate = useTranslate();
  if (page.mayTake && page.isOpen) return null;
  return <Alert severity="info" sx={{ mb: 2 }}>{translate(page.isOpen ? 'numbers.notYours' : 'numbers.yearClosed')}</Alert>;
}

function Dialogs({ opened, page, yearBe, onClose }: { readonly opened: Opened; readonly page: BlockPage; readonly yearBe: string; readonly onClose: () => void }) {
  const place = { bookId: page.book.id, yearBe };
  if (opened.act === 'reserve') return <ReserveDialog place={place} book={page.book} kind={opened.kind} onClose={onClose} />;
  if (opened.act === 'keep') return <KeepDialog place={place} block={opened.block} number={opened.number} onClose={onClose} />;
  return <CancelDialog place={place} block={opened.block} number={opened.number} onClose={onClose} />;
}
