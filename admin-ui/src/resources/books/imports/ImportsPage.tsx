import '../../../i18n/register-texts';
import { Button, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { Mark } from '../../../components/marks';
import { Page, Panel } from '../../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import type { ToneName } from '../../../theme/theme';
import { ChosenImport } from './ChosenImport';
import { StartImport } from './StartImport';
import { UndoDialog } from './UndoDialog';

type Imports = ResponseOf<(typeof endpoints)['bookImports']>;
type Item = Imports['items'][number];
const TONES: { readonly [S in Item['state']]: ToneName } = { ready: 'warm', taking: 'warm', done: 'good', undone: 'muted' };

/** Earlier registers of a book: read from a table, looked at row by row, taken over, taken back. */
export default function ImportsPage() {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const { bookId = '' } = useParams<{ bookId: string }>();
  const [{ import: chosen }, change] = useAddressFilters();
  const imports = useQuery({ queryKey: [...keys.books, 'imports', bookId], queryFn: ({ signal }) => api.bookImports({ params: { bookId }, signal }) });
  const data = imports.data;
  const year = data?.book.years[0]?.yearBe;
  return (
    <Page
      title={translate('registerImport.title')}
      subtitle={data === undefined ? undefined : <Typography>{localName(data.book.name)} · {localName(data.book.unit?.name ?? data.book.office.name)}</Typography>}
      width={1320}
      actions={<Button component={LinkBase} to={year === undefined ? '/books' : `/books/${bookId}/${year}`}>{translate('bookCheck.back')}</Button>}
    >
      {imports.isPending ? <LoadingRows /> : null}
      {imports.isError ? <ErrorState error={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {data === undefined ? null : (
        <Stack spacing={2}>
          {chosen === undefined
            ? <StartImport bookId={bookId} yearBe={year ?? 2569} onStarted={(id) => change({ import: id })} />
            : <ChosenImport key={chosen} id={chosen} onLeave={() => change({ import: undefined })} />}
          <Earlier items={data.items.filter(({ id }) => id !== chosen)} onOpen={(id) => change({ import: id })} />
        </Stack>
      )}
    </Page>
  );
}

function Earlier({ items, onOpen }: { readonly items: readonly Item[]; readonly onOpen: (id: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const [undoing, setUndoing] = useState<Item | null>(null);
  return (
    <Panel title={translate('registerImport.earlier')}>
      {items.length === 0 ? <EmptyState isSmall title={translate('registerImport.none')} /> : (
        <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
          <Table size="small" aria-label={translate('registerImport.earlier')}>
            <TableHead><TableRow>{(['year', 'file', 'state', 'entries', 'by', 'acts'] as const).map((column) => <TableCell key={column}>{translate(`registerImport.column.${column}`)}</TableCell>)}</TableRow></TableHead>
            <TableBody>
              {items.map((item) => (
                <TableRow key={item.id} hover>
                  <TableCell component="th" scope="row">{format.yearBe(item.yearBe)}</TableCell>
                  <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>{item.fileName}</TableCell>
                  <TableCell sx={{ minWidth: 160 }}>
                    <Mark tone={TONES[item.state]}>{translate(`registerImport.state.${item.state}`)}</Mark>
                    {item.state === 'undone' ? <Typography variant="body2" color="text.secondary">{format.date(item.undoneAt)} · {item.undoReason}</Typography> : null}
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate('registerImport.ofLines', { n: format.number(item.takenCount), total: format.number(item.lineCount) })}</TableCell>
                  <TableCell sx={{ minWidth: 140 }}>{localName(item.person.name)}<Typography variant="body2" color="text.secondary">{format.dateTime(item.madeAt)}</Typography></TableCell>
                  <TableCell>
                    <Stack direction="row" spacing={0.5}>
                      {item.state === 'undone' || (item.state === 'done' && item.waiting.error === 0) ? null : <Button size="small" onClick={() => onOpen(item.id)}>{translate(item.state === 'done' ? 'registerImport.openFaults' : 'registerImport.goOn')}</Button>}
                      {item.state === 'taking' || item.state === 'done' ? <Button size="small" color="error" onClick={() => setUndoing(item)}>{translate('registerImport.undo')}</Button> : null}
                    </Stack>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
      {undoing === null ? null : <UndoDialog id={undoing.id} entries={undoing.takenCount} onClose={() => setUndoing(null)} />}
    </Panel>
  );
}
