import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { EntryView } from '#domain/contracts/books';
import { ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';

/** The row of the file from which an entry of an earlier register came, as it stood there. */
export function OriginalDialog({ entry, onClose }: { readonly entry: EntryView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const id = useId();
  const row = useQuery({ queryKey: [...keys.books, 'original', entry.id], queryFn: ({ signal }) => api.originalRow({ params: { id: entry.id }, signal }) });
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{translate('originalRow.title', { no: format.digits(`${entry.no}${entry.suffix}`) })}</DialogTitle>
      <DialogContent>
        {row.isPending ? <LoadingRows rows={3} /> : null}
        {row.isError ? <ErrorState error={row.error} onRetry={() => void row.refetch()} /> : null}
        {row.data === undefined ? null : (
          <>
            <Typography color="text.secondary" sx={{ mb: 1, overflowWrap: 'anywhere' }}>{translate('originalRow.from', { line: format.number(row.data.line), file: row.data.fileName, person: localName(row.data.person.name), at: format.dateTime(row.data.importedAt) })}</Typography>
            {row.data.cells.length === 0 ? <Typography>{translate('originalRow.nothing')}</Typography> : (
              <Table size="small" aria-labelledby={id}>
                <TableBody>{row.data.cells.map(({ heading, text }, index) => <TableRow key={`${index} ${heading}`}><TableCell component="th" scope="row">{heading}</TableCell><TableCell sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{text}</TableCell></TableRow>)}</TableBody>
              </Table>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
}
