import { Alert, Button, Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ApiError } from '../../providers/data/api-error';

export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.code === 'EDIT_CONFLICT';

export type Difference = { readonly label: string; readonly theirs: string; readonly mine: string };

/** Somebody else has saved meanwhile: what differs, and whose is to stay. Nothing is overwritten unasked, nothing typed is lost. */
export function Conflict({ differences, onTheirs, onMine }: { readonly differences: readonly Difference[]; readonly onTheirs: () => void; readonly onMine: () => void }) {
  const translate = useTranslate();
  const shown = differences.filter(({ theirs, mine }) => theirs !== mine);
  return (
    <Alert severity="warning" role="alert" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      {translate('errors.EDIT_CONFLICT')}
      {shown.length === 0 ? null : (
        <Table size="small" sx={{ my: 1, '& td, & th': { px: 0.75, overflowWrap: 'anywhere' } }}>
          <TableHead><TableRow><TableCell /><TableCell>{translate('office.theirs')}</TableCell><TableCell>{translate('office.mine')}</TableCell></TableRow></TableHead>
          <TableBody>
            {shown.map(({ label, theirs, mine }) => <TableRow key={label}><TableCell component="th" scope="row">{label}</TableCell><TableCell>{theirs}</TableCell><TableCell>{mine}</TableCell></TableRow>)}
          </TableBody>
        </Table>
      )}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        <Button size="small" variant="outlined" onClick={onTheirs}>{translate('office.takeTheirs')}</Button>
        <Button size="small" variant="outlined" onClick={onMine}>{translate('office.keepMine')}</Button>
      </Stack>
    </Alert>
  );
}
