import { Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { Mark } from '../../components/marks';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { TabProps } from './types';

type Book = ResponseOf<(typeof endpoints)['officeBooks']>['items'][number];

/** Number books: issuer, kind, pattern, what they number and who takes numbers from them. */
export default function BooksTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const api = useApi();
  const books = useQuery({ queryKey: [...keys.books, 'settings', officeId], queryFn: ({ signal }) => api.officeBooks({ query: { officeId }, signal }) });
  const issuerOf = ({ unit, post }: Book): string => (post !== null ? localName(post.title) : unit !== null ? localName(unit.name) : translate('bookSetting.office'));
  const ruleText = ({ letterKind, signerPost, ownerUnit }: Book['rules'][number]): string =>
    [letterKind === null ? '' : translate(`kind.${letterKind}`), signerPost === null ? '' : translate('bookSetting.signedBy', { post: localName(signerPost) }), ownerUnit === null ? '' : translate('bookSetting.ownedBy', { unit: localName(ownerUnit) })]
      .filter((text) => text !== '').join(' · ') || translate('bookSetting.any');
  if (books.isPending) return <LoadingRows />;
  if (books.isError) return <ErrorState error={books.error} onRetry={() => void books.refetch()} />;
  if (books.data.items.length === 0) return <EmptyState title={translate('books.empty')} />;
  return (
    <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('office.tab.books')}>
        <TableHead>
          <TableRow>
            {(['name', 'issuer', 'pattern', 'numbers', 'takers', 'last'] as const).map((column) => <TableCell key={column}>{translate(`bookSetting.column.${column}`)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {books.data.items.map((book) => (
            <TableRow key={book.id} hover>
              <TableCell component="th" scope="row" sx={{ minWidth: 200 }}>
                {localName(book.name)}
                <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
                  <Mark tone="calm">{translate(`bookKind.${book.kind}`)}</Mark>
                  {book.isHeld ? <Mark tone="hot">{translate('books.held')}</Mark> : null}
                  {book.isTest ? <Mark tone="muted">{translate('books.test')}</Mark> : null}
                  {book.validTo === null ? null : <Mark tone="muted">{translate('office.closedOn', { date: format.date(book.validTo) })}</Mark>}
                </Stack>
              </TableCell>
              <TableCell sx={{ minWidth: 150 }}>{issuerOf(book)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{book.sharesSeriesOf === null ? patternText(book.pattern, translate) : translate('bookSetting.shares', { book: localName(book.sharesSeriesOf) })}</TableCell>
              <TableCell sx={{ minWidth: 180 }}>{book.rules.length === 0 ? translate('bookSetting.none') : book.rules.map((rule, index) => <div key={index}>{ruleText(rule)}</div>)}</TableCell>
              <TableCell sx={{ minWidth: 180 }}>{book.takers.length === 0 ? <Mark tone="warm">{translate('bookSetting.nobody')}</Mark> : book.takers.map((post) => <div key={post.id}>{localName(post.title)}</div>)}</TableCell>
              <TableCell align="right">{format.number(book.lastNo)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}

/** `{code}/{n}` with words in place of what is filled in. */
const patternText = (pattern: string, translate: (key: string) => string): string =>
  pattern.replace('{code}', translate('bookSetting.part.code')).replace('{n}', translate('bookSetting.part.n')).replace('{year}', translate('bookSetting.part.year')).replace('{mark}', translate('bookSetting.part.mark'));
