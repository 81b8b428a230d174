import '../../i18n/register-texts';
import { Alert, Box, Button, Link, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { BookCheck } from '#domain/contracts/book-check';
import { Mark } from '../../components/marks';
import { Page, Panel } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

type Finding = BookCheck['findings'][number];

/** What a registrar has to explain of a year of a book, and what is in order and listed beside it. */
export default function CheckPage() {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const { bookId = '', yearBe = '' } = useParams<{ bookId: string; yearBe: string }>();
  const check = useQuery({ queryKey: [...keys.books, 'check', bookId, yearBe], queryFn: ({ signal }) => api.checkBook({ params: { bookId, yearBe }, signal }) });
  const data = check.data;
  return (
    <Page
      title={translate('bookCheck.title')}
      subtitle={data === undefined ? undefined : <Typography>{[localName(data.book.name), localName((data.book.unit ?? data.book.office).name), `${translate('books.year')} ${format.yearBe(data.yearBe)}`].filter((part, at) => at !== 1 || !localName(data.book.name).includes(part)).join(' · ')}</Typography>}
      actions={<Button component={LinkBase} to={`/books/${bookId}/${yearBe}`}>{translate('bookCheck.back')}</Button>}
    >
      {check.isPending ? <LoadingRows /> : null}
      {check.isError ? <ErrorState error={check.error} onRetry={() => void check.refetch()} /> : null}
      {data === undefined ? null : <Findings check={data} />}
    </Page>
  );
}

function Findings({ check }: { readonly check: BookCheck }) {
  const translate = useTranslate();
  const format = useFormat();
  const faults = check.findings.filter(({ isFault }) => isFault);
  const count = faults.reduce((sum, { total }) => sum + total, 0);
  if (check.entries === 0 && check.findings.length === 0) return <EmptyState title={translate('bookCheck.empty')} text={translate('bookCheck.emptyText')} />;
  const extent = { at: format.dateTime(check.checkedAt), entries: format.number(check.entries), first: format.number(check.firstNo), last: format.number(check.lastNo) };
  return (
    <Stack spacing={2}>
      <Alert severity={count === 0 ? 'success' : 'warning'} role="status">
        <Typography sx={{ fontWeight: 600 }}>{count === 0 ? translate('bookCheck.sound') : translate('bookCheck.faults', { n: format.number(count) })}</Typography>
        {count === 0 ? <Typography>{translate('bookCheck.soundText')}</Typography> : null}
        <Typography variant="body2">{translate('bookCheck.checkedAt', extent)}</Typography>
        {check.firstNo > 1 ? <Typography variant="body2">{translate('bookCheck.paperBefore', { last: format.number(check.firstNo - 1) })}</Typography> : null}
      </Alert>
      {[...faults, ...check.findings.filter(({ isFault }) => !isFault)].map((finding) => <FindingPanel key={finding.kind} finding={finding} />)}
    </Stack>
  );
}

function FindingPanel({ finding }: { readonly finding: Finding }) {
  const translate = useTranslate();
  const format = useFormat();
  const title = translate(`bookCheck.kind.${finding.kind}`);
  const columns = finding.kind === 'gap' ? (['no'] as const) : (['no', 'printed', 'date', 'reason', 'who'] as const);
  return (
    <Panel title={title} actions={<Stack direction="row" spacing={1}><Mark tone={finding.isFault ? 'hot' : 'muted'}>{translate(finding.isFault ? 'bookCheck.toExplain' : 'bookCheck.listed')}</Mark><Mark tone="calm">{format.number(finding.total)}</Mark></Stack>}>
      <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label={title}>
          <TableHead><TableRow>{columns.map((column) => <TableCell key={column}>{translate(`bookCheck.column.${column}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>{finding.items.map((item) => <FindingRow key={item.no} kind={finding.kind} item={item} />)}</TableBody>
        </Table>
      </Paper>
      {finding.items.length < finding.total ? <Box sx={{ mt: 1, color: 'text.secondary' }}>{translate('bookCheck.more', { shown: format.number(finding.items.length), total: format.number(finding.total) })}</Box> : null}
    </Panel>
  );
}

function FindingRow({ kind, item }: { readonly kind: Finding['kind']; readonly item: Finding['items'][number] }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const number = item.toNo === item.no ? format.number(item.no) : translate('bookCheck.run', { from: format.number(item.no), to: format.number(item.toNo) });
  if (kind === 'gap') return <TableRow><TableCell component="th" scope="row">{number}</TableCell></TableRow>;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">{number}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {item.letterId === null ? format.digits(item.printed) : <Link component={LinkBase} to={`/letters/${item.letterId}`}>{format.digits(item.printed)}</Link>}
      </TableCell>
      <TableCell sx={{ minWidth: 110 }}>
        {format.date(item.date)}
        {item.against === null ? null : <Typography variant="body2" color="text.secondary">{translate(kind === 'dateOrder' ? 'bookCheck.after' : 'bookCheck.until', { date: format.date(item.against) })}</Typography>}
      </TableCell>
      <TableCell sx={{ minWidth: 160 }}>{item.reason}</TableCell>
      <TableCell sx={{ minWidth: 140 }}>{item.person === null ? '' : localName(item.person.name)}<Typography variant="body2" color="text.secondary">{format.dateTime(item.at)}</Typography></TableCell>
    </TableRow>
  );
}
