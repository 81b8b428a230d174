import { Box, Button, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Mark } from '../../components/marks';
import { STACKED_ROWS } from '../../components/stacked-rows';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { BookDialog } from './BookDialog';
import { CloseDialog } from './CloseDialog';
import { PatternDialog } from './PatternDialog';
import type { OfficeBook as Book, TabProps } from './types';
import { useOrganisation } from './use-office';

/** What is open over the list. */
type Opened = { readonly act: 'new' } | { readonly act: 'edit' | 'pattern' | 'close'; readonly book: Book };

/** Number books: issuer, kind, pattern, what they number and who takes numbers from them. */
export default function BooksTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const api = useApi();
  const books = useQuery({ queryKey: [...keys.books, 'settings', officeId], queryFn: ({ signal }) => api.officeBooks({ query: { officeId }, signal }) });
  const organisation = useOrganisation(officeId);
  const [opened, setOpened] = useState<Opened | null>(null);
  const done = (): void => setOpened(null);
  const issuerOf = ({ unit, post, issuerName }: Book): string => (issuerName !== '' ? issuerName : post !== null ? localName(post.title) : unit !== null ? localName(unit.name) : translate('bookSetting.office'));
  const ruleText = ({ letterKind, signerPost, ownerUnit }: Book['rules'][number]): string =>
    [letterKind === null ? '' : translate(`kind.${letterKind}`), signerPost === null ? '' : translate('bookSetting.signedBy', { post: localName(signerPost) }), ownerUnit === null ? '' : translate('bookSetting.ownedBy', { unit: localName(ownerUnit) })]
      .filter((text) => text !== '').join(' · ') || translate('bookSetting.any');
  if (books.isPending) return <LoadingRows />;
  if (books.isError) return <ErrorState error={books.error} onRetry={() => void books.refetch()} />;
  return (
    <>
    <Stack direction="row" sx={{ justifyContent: 'flex-end', mb: 2 }}><Button variant="contained" disabled={organisation.data === undefined} onClick={() => setOpened({ act: 'new' })}>{translate('bookSetting.new')}</Button></Stack>
    {books.data.items.length === 0 ? <EmptyState title={translate('books.empty')} /> : <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('office.tab.books')} sx={{ '& td, & th': { verticalAlign: 'top' }, ...STACKED_ROWS }}>
        <TableHead>
          <TableRow>
            {(['name', 'issuer', 'pattern', 'numbers', 'takers', 'last'] as const).map((column) => <TableCell key={column}>{translate(`bookSetting.column.${column}`)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {books.data.items.map((book) => (
            <TableRow key={book.id} hover>
              <TableCell component="th" scope="row" sx={{ minWidth: 250 }}>
                {localName(book.name)}
                <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
                  <Mark tone="calm">{translate(`bookKind.${book.kind}`)}</Mark>
                  {book.isHeld ? <Mark tone="hot">{translate('books.held')}</Mark> : null}
                  {book.isTest ? <Mark tone="muted">{translate('books.test')}</Mark> : null}
                  {book.state === 'future' ? <Mark tone="muted">{translate('bookSetting.opensOn', { date: format.date(book.validFrom) })}</Mark> : null}
                  {book.validTo === null ? null : <Mark tone="muted">{translate('office.closedOn', { date: format.date(book.validTo) })}</Mark>}
                </Stack>
                <Acts book={book} onOpen={(act) => setOpened({ act, book })} />
              </TableCell>
              <TableCell data-label={translate('bookSetting.column.issuer')} sx={{ minWidth: 110 }}>{issuerOf(book)}</TableCell>
              <TableCell data-label={translate('bookSetting.column.pattern')}>{book.sharesSeriesOf === null ? <PatternCell book={book} /> : translate('bookSetting.shares', { book: localName(book.sharesSeriesOf) })}</TableCell>
              <TableCell data-label={translate('bookSetting.column.numbers')} sx={{ minWidth: 150 }}>{book.rules.length === 0 ? translate('bookSetting.none') : book.rules.map((rule, index) => <div key={index}>{ruleText(rule)}</div>)}</TableCell>
              <TableCell data-label={translate('bookSetting.column.takers')} sx={{ minWidth: 150 }}>{book.takers.length === 0 ? <Mark tone="warm">{translate('bookSetting.nobody')}</Mark> : book.takers.map((post) => <div key={post.id}>{localName(post.title)}</div>)}</TableCell>
              <TableCell data-label={translate('bookSetting.column.last')} sx={{ textAlign: { sm: 'right' } }}>{format.number(book.lastNo)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>}
      {opened === null || organisation.data === undefined || (opened.act !== 'new' && opened.act !== 'edit') ? null : <BookDialog organisation={organisation.data} books={books.data} book={opened.act === 'new' ? null : opened.book} onClose={done} />}
      {opened?.act === 'pattern' ? <PatternDialog books={books.data} book={opened.book} onClose={done} /> : null}
      {opened?.act === 'close' ? <CloseDialog name={localName(opened.book.name)} rev={opened.book.rev} isClosed={opened.book.validTo !== null} send={(body) => api.closeBook({ params: { id: opened.book.id }, body })} onClose={done} /> : null}
    </>
  );
}

/** What is done with a book, beneath its name: always in sight, however wide the table. */
function Acts({ book, onOpen }: { readonly book: Book; readonly onOpen: (act: 'edit' | 'pattern' | 'close') => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const labels = { edit: 'ra.action.edit', pattern: 'bookSetting.changePattern', close: book.validTo === null ? 'office.close' : 'office.reopen' } as const;
  const acts = (['edit', 'pattern', 'close'] as const).filter((act) => act !== 'pattern' || book.sharesSeriesOf === null);
  return (
    <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', ml: -0.75 }}>
      {acts.map((act) => <Button key={act} size="small" aria-label={`${translate(labels[act])} ${localName(book.name)}`} onClick={() => onOpen(act)}>{translate(labels[act])}</Button>)}
    </Stack>
  );
}

function PatternCell({ book }: { readonly book: Book }) {
  const translate = useTranslate();
  const format = useFormat();
  return <>{patternText(book.pattern, translate)}{book.patternsToCome.map(({ fromDay, pattern }) => <Box key={fromDay} sx={{ color: 'text.secondary' }}>{translate('bookSetting.patternFrom', { date: format.date(fromDay), pattern: patternText(pattern, translate) })}</Box>)}</>;
}

/** `{code}/{n}` with words in place of what is filled in. */
const patternText = (pattern: string, translate: (key: string) => string): string =>
  pattern.replace('{code}', translate('bookSetting.part.code')).replace('{n}', translate('bookSetting.part.n')).replace('{year}', translate('bookSetting.part.year')).replace('{mark}', translate('bookSetting.part.mark'));
