import '../../i18n/register-texts';
import { Box, Button, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, TextField, MenuItem, Typography, useMediaQuery, useTheme } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useNavigate, useParams, useTranslate } from 'react-admin';
import type { EntryView } from '#domain/contracts/books';
import { isReceiving } from '#domain/numbering/register-row';
import { isCivilDate } from '#domain/thai/dates';
import { DownloadButton } from '../../components/DownloadButton';
import { DateField } from '../../components/form/date-fields';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { SearchBox, SelectBox } from '../../components/form/filter-boxes';
import { AmendDialog } from './AmendDialog';
import { EntryCard, EntryRow } from './EntryRows';
import { OriginalDialog } from './OriginalDialog';

const STATUSES = ['issued', 'reserved', 'cancelled', 'record_lost'] as const;
/** What can be had of a register, the printed pages first. */
const FILES = [{ format: 'pdf', label: 'books.print' }, { format: 'xlsx', label: 'books.excel' }, { format: 'csv', label: 'books.csv' }] as const;

/** One book of one year, in the columns of the regulation's forms 13 and 14, with the peer's receive number beside them. */
export default function BookPage() {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('md'));
  const navigate = useNavigate();
  const api = useApi();
  const { bookId = '', yearBe = '' } = useParams<{ bookId: string; yearBe: string }>();
  const [filters, change] = useAddressFilters();
  const status = oneOf(STATUSES, filters['status']);
  const order = oneOf(['asc', 'desc'], filters['order']) ?? 'desc';
  const isDay = (text: string | undefined): text is string => text !== undefined && isCivilDate(text);
  const [from, to] = [filters['from'], filters['to']].map((day) => (isDay(day) ? day : undefined));
  const isTurned = from !== undefined && to !== undefined && from > to;
  const span = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const at = /^\d{1,6}$/.test(filters['at'] ?? '') ? filters['at'] : undefined;
  const query = { order, ...span, ...(at === undefined ? {} : { at }), ...(status === undefined ? {} : { status }), ...(filters['q'] === undefined ? {} : { q: filters['q'] }) };
  const list = useInfiniteQuery({
    queryKey: [...keys.books, bookId, yearBe, query],
    queryFn: ({ pageParam, signal }) => api.bookEntries({ params: { bookId, yearBe }, query: { ...query, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    enabled: !isTurned,
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const book = list.data?.pages[0]?.book;
  const entries = list.data?.pages.flatMap((page) => page.items);
  const [original, setOriginal] = useState<EntryView | null>(null);
  const [amending, setAmending] = useState<EntryView | null>(null);
  const acts = { onOriginal: setOriginal, onAmend: book?.canKeep === true ? setAmending : null };
  const receiving = isReceiving(book?.kind ?? 'send');

  return (
    <Page
      title={book === undefined ? translate('nav.books') : localName(book.name)}
      subtitle={book === undefined ? undefined : <Typography>{book.unit === null ? localName(book.office.name) : `${localName(book.unit.name)} · ${localName(book.office.name)}`}</Typography>}
      width={1500}
      actions={
        <Stack direction="row" useFlexGap spacing={1} role="group" aria-label={translate('books.files')} sx={{ flexWrap: 'wrap' }}>
          {FILES.map((file) => <DownloadButton key={file.format} endpoint="bookExport" params={{ bookId, yearBe }} query={{ format: file.format, ...span }} label={translate(file.label)} disabled={book === undefined || isTurned} />)}
          <Button component={LinkBase} to={`/books/${bookId}/${yearBe}/numbers`}>{translate('books.numbers')}</Button>
          <Button component={LinkBase} to={`/books/${bookId}/${yearBe}/check`}>{translate('books.check')}</Button>
          {book?.canKeep === true ? <Button component={LinkBase} to={`/books/${bookId}/imports`}>{translate('books.imports')}</Button> : null}
          <Button component={LinkBase} to="/books">{translate('books.all')}</Button>
        </Stack>
      }
    >
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', mb: 2 }}>
        <TextField select label={translate('books.year')} value={yearBe} onChange={(event) => navigate(`/books/${bookId}/${event.target.value}`)} sx={{ width: { xs: '100%', sm: 140 } }}>
          {(book?.years ?? [{ yearBe: Number(yearBe) }]).map((year) => <MenuItem key={year.yearBe} value={String(year.yearBe)}>{format.yearBe(year.yearBe)}{'isImported' in year && year.isImported ? ` · ${translate('books.imported')}` : ''}</MenuItem>)}
        </TextField>
        <SearchBox label={translate('books.search')} value={filters['q'] ?? ''} onChange={(q) => change({ q })} />
        <Box sx={{ width: { xs: '100%', sm: 180 } }}><DateField label={translate('books.from')} value={from ?? null} onChange={(day) => change({ from: day ?? undefined })} /></Box>
        <Box sx={{ width: { xs: '100%', sm: 180 } }}><DateField label={translate('books.to')} value={to ?? null} error={isTurned ? translate('books.turned') : undefined} onChange={(day) => change({ to: day ?? undefined })} /></Box>
        <SelectBox label={translate('field.status')} value={status ?? ''} options={STATUSES.map((value) => ({ value, label: translate(`entry.status.${value}`) }))} onChange={(value) => change({ status: value })} />
        <TextField select label={translate('filter.sort')} value={order} onChange={(event) => change({ order: event.target.value === 'desc' ? undefined : 'asc' })} sx={{ width: { xs: '100%', sm: 200 } }}>
          <MenuItem value="desc">{translate('books.newestFirst')}</MenuItem>
          <MenuItem value="asc">{translate('books.oldestFirst')}</MenuItem>
        </TextField>
      </Stack>
      {list.isPending && !isTurned ? <LoadingRows /> : null}
      {list.isError && entries === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {entries?.length === 0 ? <EmptyState isFiltered={Object.keys(filters).length > 0} title={translate('books.noEntries')} /> : null}
      {entries === undefined || entries.length === 0 ? null : isNarrow ? (
        <Stack spacing={1} component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{entries.map((entry) => <EntryCard key={entry.id} entry={entry} receiving={receiving} acts={acts} />)}</Stack>
      ) : (
        <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
          <Table size="small" aria-label={book === undefined ? '' : localName(book.name)} sx={{ '& td, & th': { px: 1 }, '& thead th': { whiteSpace: 'normal', verticalAlign: 'bottom' } }}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ minWidth: 100 }}>{translate(receiving ? 'entry.receiveNo' : 'entry.sendNo')}</TableCell>
                <TableCell>{translate('field.no')}</TableCell>
                <TableCell sx={{ minWidth: 90 }}>{translate('field.dated')}</TableCell>
                <TableCell sx={{ minWidth: 150 }}>{translate('field.from')}</TableCell>
                <TableCell sx={{ minWidth: 150 }}>{translate('field.to')}</TableCell>
                <TableCell sx={{ minWidth: 190 }}>{translate('field.subject')}</TableCell>
                <TableCell sx={{ minWidth: 110 }}>{translate('entry.action')}</TableCell>
                {receiving ? null : <TableCell sx={{ minWidth: 110 }}>{translate('entry.peer')}</TableCell>}
                <TableCell sx={{ minWidth: 90 }}>{translate('entry.remark')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>{entries.map((entry) => <EntryRow key={entry.id} entry={entry} receiving={receiving} acts={acts} />)}</TableBody>
          </Table>
        </Paper>
      )}
      {entries === undefined || entries.length === 0 ? null : (
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mt: 1, color: 'text.secondary' }}>
          <span>{translate('list.shown', { n: format.number(entries.length), total: format.number(list.data?.pages[0]?.total ?? 0) })}</span>
          {list.hasNextPage ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
        </Stack>
      )}
      {amending === null || book === undefined ? null : <AmendDialog bookId={bookId} kind={book.kind} entry={amending} onClose={() => setAmending(null)} />}
      {original === null ? null : <OriginalDialog entry={original} onClose={() => setOriginal(null)} />}
    </Page>
  );
}
