import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import type { RegisterImport } from '#domain/contracts/register-imports';
import { REGISTER_IMPORT_HEADINGS } from '#domain/numbering/import/columns';
import { isNote, sayRowProblem } from '#domain/numbering/import/problems';
import { SelectBox } from '../../../components/form/filter-boxes';
import { Mark } from '../../../components/marks';
import { Panel } from '../../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { oneOf } from '../../../hooks/one-of';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { useLang } from '../../../providers/i18n/use-lang';
import type { ToneName } from '../../../theme/theme';

type Row = ResponseOf<(typeof endpoints)['registerImportRows']>['items'][number];
const VERDICTS = ['error', 'take', 'same'] as const;
const TONES: { readonly [V in Row['status']]: ToneName } = { take: 'good', same: 'muted', error: 'hot' };

/** The verdict on each row; what is wrong comes first. */
export function ImportRows({ data }: { readonly data: RegisterImport }) {
  const translate = useTranslate();
  const api = useApi();
  const [status, setStatus] = useState<Row['status'] | undefined>(data.waiting.error > 0 ? 'error' : undefined);
  const list = useInfiniteQuery({
    queryKey: [...keys.books, 'import', data.id, 'rows', data.mapping, data.takenCount, status],
    queryFn: ({ pageParam, signal }) => api.registerImportRows({ params: { id: data.id }, query: { limit: 50, ...(status === undefined ? {} : { status }), ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Panel title={translate('registerImport.rows')}>
      <Box sx={{ mb: 1.5 }}><SelectBox label={translate('registerImport.verdict')} width={240} value={status ?? ''} options={VERDICTS.map((value) => ({ value, label: translate(`registerImport.status.${value}`) }))} onChange={(value) => setStatus(oneOf(VERDICTS, value))} /></Box>
      {list.isPending ? <LoadingRows /> : null}
      {list.isError && rows === undefined ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {rows?.length === 0 ? <EmptyState isSmall isFiltered title={translate('registerImport.noRows')} /> : null}
      {rows === undefined || rows.length === 0 ? null : <Rows rows={rows} data={data} />}
      {list.hasNextPage ? <Button sx={{ mt: 1 }} onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{translate('list.more')}</Button> : null}
    </Panel>
  );
}

function Rows({ rows, data }: { readonly rows: readonly Row[]; readonly data: RegisterImport }) {
  const translate = useTranslate();
  const format = useFormat();
  const lang = useLang();
  const cell = ({ cells }: Row, column: 'no' | 'letterNo' | 'subject' | 'from'): string => cells[data.mapping[column] ?? -1] ?? '';
  return (
    <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('registerImport.rows')}>
        <TableHead><TableRow><TableCell>{translate('registerImport.line')}</TableCell><TableCell>{translate('registerImport.verdict')}</TableCell>{(['no', 'letterNo', 'from', 'subject'] as const).map((column) => <TableCell key={column}>{REGISTER_IMPORT_HEADINGS[column][lang]}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.line} hover>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>{format.digits(String(row.line))}</TableCell>
              <TableCell sx={{ minWidth: 260 }}>
                <Mark tone={TONES[row.status]}>{translate(`registerImport.status.${row.status}`)}</Mark>
                {row.problems.map((problem) => (
                  <Typography key={`${problem.column} ${problem.problem}`} variant="body2" color={isNote(problem.problem) ? 'text.secondary' : 'text.primary'}>
                    {format.digits(sayRowProblem({ line: row.line, heading: data.headings[data.mapping[problem.column] ?? -1] ?? REGISTER_IMPORT_HEADINGS[problem.column][lang], lang, problem }))}
                  </Typography>
                ))}
              </TableCell>
              {(['no', 'letterNo', 'from', 'subject'] as const).map((column) => <TableCell key={column} sx={{ minWidth: column === 'subject' ? 200 : 90, overflowWrap: 'anywhere' }}>{cell(row, column)}</TableCell>)}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
