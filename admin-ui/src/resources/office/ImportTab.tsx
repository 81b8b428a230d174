import { Alert, Box, Button, Checkbox, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { type IMPORT_COLUMNS, IMPORT_HEADINGS } from '#domain/organisation/import';
import { toBase64 } from '../../components/base64';
import { Mark } from '../../components/marks';
import { useApi } from '../../providers/data/data-provider';
import { API_PREFIX } from '../../providers/data/routes';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import { useLang } from '../../providers/i18n/use-lang';
import type { ToneName } from '../../theme/theme';
import type { TabProps } from './types';
import { useOfficeChange } from './use-office';

type Line = ResponseOf<(typeof endpoints)['checkImport']>['lines'][number];
const TONES: { readonly [K in Line['status']]: ToneName } = { create: 'good', update: 'info', same: 'muted', error: 'hot' };
const FILE_MAX = 1024 * 1024;

/** People and posts from Excel or CSV: a verdict for each line first; what is chosen is taken over in one act. */
export default function ImportTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const format = useFormat();
  const errorText = useErrorText();
  const api = useApi();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({ mutationFn: async (file: File) => api.checkImport({ body: { officeId, content: await toBase64(file) } }), onSuccess: () => setLeft(new Set()) });
  const lines = check.data?.lines ?? [];
  const chosen = lines.filter(({ line, status }) => status !== 'error' && !left.has(line));
  const apply = useOfficeChange({ change: () => api.applyImport({ body: { officeId, lines: chosen.map(({ line, values }) => ({ line, values })) } }), onDone: () => check.reset() });
  const count = (status: Line['status']): string => format.number(lines.filter((each) => each.status === status).length);
  const take = (file: File | undefined): void => {
    apply.reset();
    setTooLarge(file !== undefined && file.size > FILE_MAX);
    if (file !== undefined && file.size <= FILE_MAX) check.mutate(file);
  };
  const error = check.error ?? apply.error;
  return (
    <Stack spacing={2}>
      <Paper variant="outlined" sx={{ p: 2 }}>
        <Typography sx={{ mb: 1.5 }}>{translate('peopleImport.text')}</Typography>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          <Button variant="outlined" href={`${API_PREFIX}/people-import/template?format=xlsx&officeId=${officeId}`} download>{translate('peopleImport.templateExcel')}</Button>
          <Button variant="outlined" href={`${API_PREFIX}/people-import/template?format=csv&officeId=${officeId}`} download>{translate('peopleImport.templateCsv')}</Button>
          <Button variant="contained" component="label" loading={check.isPending}>
            {translate('peopleImport.choose')}
            <input
              type="file"
              hidden
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => {
                take(event.target.files?.[0]);
                // The same file, corrected, can be chosen again.
                event.target.value = '';
              }}
            />
          </Button>
        </Stack>
      </Paper>
      {tooLarge ? <Alert severity="error">{translate('errors.IMPORT_TOO_LARGE')}</Alert> : null}
      {error === null ? null : <Alert severity="error" role="alert">{errorText(error)}</Alert>}
      {apply.data === undefined ? null : (
        <Alert severity="success" role="status">{translate('peopleImport.done', { created: format.number(apply.data.created), updated: format.number(apply.data.updated), same: format.number(apply.data.same), persons: format.number(apply.data.persons) })}</Alert>
      )}
      {check.data === undefined ? null : (
        <>
          <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography role="status">{translate('peopleImport.summary', { create: count('create'), update: count('update'), same: count('same'), error: count('error') })}</Typography>
            <Box sx={{ flexGrow: 1 }} />
            <Button variant="contained" disabled={chosen.length === 0} loading={apply.isPending} onClick={() => apply.mutate(undefined)}>{translate('peopleImport.apply', { n: format.number(chosen.length) })}</Button>
          </Stack>
          <Lines lines={lines} left={left} onToggle={(line) => setLeft((before) => (before.has(line) ? new Set([...before].filter((each) => each !== line)) : new Set([...before, line])))} />
        </>
      )}
    </Stack>
  );
}

function Lines({ lines, left, onToggle }: { readonly lines: readonly Line[]; readonly left: ReadonlySet<number>; readonly onToggle: (line: number) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const lang = useLang();
  const heading = (column: (typeof IMPORT_COLUMNS)[number]): string => IMPORT_HEADINGS[column][lang];
  return (
    <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('peopleImport.lines')}>
        <TableHead><TableRow><TableCell>{translate('peopleImport.take')}</TableCell><TableCell>{translate('peopleImport.line')}</TableCell><TableCell>{translate('peopleImport.verdict')}</TableCell><TableCell>{heading('titleTh')}</TableCell><TableCell>{heading('nameTh')}</TableCell></TableRow></TableHead>
        <TableBody>
          {lines.map(({ line, status, values, problems }) => (
            <TableRow key={line} hover>
              <TableCell padding="checkbox"><Checkbox disabled={status === 'error'} checked={status !== 'error' && !left.has(line)} onChange={() => onToggle(line)} slotProps={{ input: { 'aria-label': translate('peopleImport.takeLine', { n: format.number(line) }) } }} /></TableCell>
              <TableCell>{format.number(line)}</TableCell>
              <TableCell sx={{ minWidth: 200 }}>
                <Mark tone={TONES[status]}>{translate(`peopleImport.status.${status}`)}</Mark>
                {problems.map(({ column, problem }) => <Typography key={`${column}${problem}`} variant="body2">{heading(column)}: {translate(`peopleImport.problem.${problem}`)}</Typography>)}
              </TableCell>
              <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>{values.titleTh}<Typography variant="body2" color="text.secondary">{values.postCode}</Typography></TableCell>
              <TableCell sx={{ minWidth: 140, overflowWrap: 'anywhere' }}>{values.nameTh}<Typography variant="body2" color="text.secondary">{values.login}</Typography></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
