import MenuBookIcon from '@mui/icons-material/MenuBookOutlined';
import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { BookView } from '#domain/contracts/books';
import type { BookKind } from '#domain/letter/vocabulary';
import { Mark } from '../../components/marks';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useLocalName, useOfficeShort } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

/** In the order in which a registry opens them; the office's own before those of its units. */
const KIND_ORDER: readonly BookKind[] = ['receive', 'send', 'circular', 'order', 'announcement', 'certificate', 'minutes', 'secret_receive', 'secret_send', 'secret_control'];
const rankOf = ({ kind, unit }: BookView): number => (unit === null ? 0 : KIND_ORDER.length) + KIND_ORDER.indexOf(kind);

/** The number books that I may see, with the last number of the present year. */
export default function BooksPage() {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const api = useApi();
  const books = useQuery({ queryKey: [...keys.books, 'list'], queryFn: ({ signal }) => api.listBooks({ signal }) });
  return (
    <Page title={translate('nav.books')}>
      {books.isPending ? <LoadingRows /> : null}
      {books.isError ? <ErrorState error={books.error} onRetry={() => void books.refetch()} /> : null}
      {books.data?.items.length === 0 ? <EmptyState title={translate('books.empty')} /> : null}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))' }}>
        {[...(books.data?.items ?? [])].sort((one, other) => rankOf(one) - rankOf(other)).map((book) => {
          const year = book.years[0];
          return (
            <Card key={book.id}>
              <CardActionArea component={LinkBase} to={`/books/${book.id}/${year?.yearBe ?? ''}`} sx={{ p: 2, height: '100%' }}>
                <Box sx={{ display: 'flex', gap: 1.5 }}>
                  <MenuBookIcon color="primary" aria-hidden />
                  <Box sx={{ minWidth: 0 }}>
                    <Typography variant="h3" component="h2">{localName(book.name)}</Typography>
                    <Typography variant="body2" color="text.secondary">{book.unit === null ? localName(book.office.name) : `${localName(book.unit.name)} · ${officeShort(book.office)}`}</Typography>
                    <Typography variant="body2">
                      {year === undefined || year.lastNo === 0 ? translate('books.noNumberYet') : translate('books.lastNo', { no: format.number(year.lastNo), year: format.yearBe(year.yearBe) })}
                    </Typography>
                    {book.isHeld ? <Mark tone="hot">{translate('books.held')}</Mark> : null} {book.isTest ? <Mark tone="muted">{translate('books.test')}</Mark> : null}
                  </Box>
                </Box>
              </CardActionArea>
            </Card>
          );
        })}
      </Box>
    </Page>
  );
}
