import { Link, MenuItem, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { findFact } from '#domain/route/facts';
import { RouteDrawing } from '../../components/RouteDrawing';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { TabProps } from './types';

type Routes = ResponseOf<(typeof endpoints)['officeRoutes']>;
type RouteTable = Routes['tables'][number];
type Cell = RouteTable['rows'][number]['when'][number];

/** Routes in force as drawings, and the table that chooses one, row by row. */
export default function RoutesTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const routes = useQuery({ queryKey: [...keys.routeChoice, 'office', officeId], queryFn: ({ signal }) => api.officeRoutes({ query: { officeId }, signal }) });
  if (routes.isPending) return <LoadingRows />;
  if (routes.isError) return <ErrorState error={routes.error} onRetry={() => void routes.refetch()} />;
  const route = routes.data.routes.find(({ code }) => code === filters['route']) ?? routes.data.routes[0];
  if (route === undefined) return <EmptyState title={translate('officeRoute.none')} text={translate('officeRoute.noneText')} />;
  return (
    <Stack spacing={3}>
      {routes.data.tables.map((table) => <ChoiceTable key={table.scope} table={table} data={routes.data} onRoute={(code) => change({ route: code })} />)}
      <Stack spacing={1.5} component="section" aria-label={translate('officeRoute.drawing')}>
        <TextField select label={translate('officeRoute.drawing')} value={route.code} onChange={(event) => change({ route: event.target.value })} sx={{ maxWidth: 420 }}>
          {routes.data.routes.map((each) => <MenuItem key={each.id} value={each.code}>{localName(each.name)}</MenuItem>)}
        </TextField>
        <Typography color="text.secondary">
          {[translate('route.version', { n: format.number(route.version) }), translate('officeRoute.since', { date: format.longDate(route.publishedAt) }), translate('officeRoute.open', { n: format.number(route.openLetters) })].join(' · ')}
        </Typography>
        <RouteDrawing key={route.id} route={route} />
      </Stack>
    </Stack>
  );
}

/** Codes of the vocabulary have words under these families; units and posts have names of their own. */
const FAMILIES: { readonly [fact: string]: string } = {
  direction: 'direction', kind: 'kind', urgency: 'urgency', secrecy: 'secrecy', channel: 'channel', assignmentAction: 'actionWord', assignmentRole: 'officeRoute.part',
};

function ChoiceTable({ table, data, onRoute }: { readonly table: RouteTable; readonly data: Routes; readonly onRoute: (code: string) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const word = (input: string, value: string | number | boolean | null): string => {
    if (value === null) return translate('officeRoute.unset');
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    const family = FAMILIES[input];
    const text = String(value);
    return family === undefined ? localName(data.names[text]) || format.digits(text) : translate(`${family}.${text}`, { _: text });
  };
  const cellText = (input: string, cell: Cell): string => {
    if (cell === null) return translate('officeRoute.any');
    const values = (Array.isArray(cell.value) ? cell.value : [cell.value]).map((value) => word(input, value)).join(` ${translate('officeRoute.or')} `);
    return translate(`officeRoute.operator.${OPERATORS[cell.operator] ?? 'is'}`, { value: values });
  };
  const factName = (input: string): string => {
    const fact = findFact(input);
    return fact === null ? input : localName(fact);
  };
  return (
    <Stack spacing={1} component="section" aria-label={translate(`officeRoute.table.${table.scope}`)}>
      <Typography variant="h2">{translate(`officeRoute.table.${table.scope}`)}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('officeRoute.tableText')}</Typography>
      <Paper variant="outlined" tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label={translate(`officeRoute.table.${table.scope}`)}>
          <TableHead><TableRow><TableCell>{translate('officeRoute.row')}</TableCell>{table.inputs.map((input) => <TableCell key={input}>{factName(input)}</TableCell>)}<TableCell>{translate('officeRoute.taken')}</TableCell></TableRow></TableHead>
          <TableBody>
            {table.rows.map((row, index) => {
              const route = data.routes.find(({ code }) => code === row.routeCode);
              return (
                <TableRow key={row.id} hover>
                  <TableCell>{format.number(index + 1)}</TableCell>
                  {row.isFallback ? <TableCell colSpan={table.inputs.length}>{translate('officeRoute.otherwise')}</TableCell> : row.when.map((cell, at) => <TableCell key={table.inputs[at]} sx={{ color: cell === null ? 'text.secondary' : 'text.primary' }}>{cellText(table.inputs[at] ?? '', cell)}</TableCell>)}
                  <TableCell>
                    {route === undefined ? row.routeCode : <Link component="button" type="button" onClick={() => onRoute(route.code)} sx={{ textAlign: 'start' }}>{localName(route.name)}</Link>}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Paper>
    </Stack>
  );
}

const OPERATORS: { readonly [operator: string]: string } = { '=': 'is', in: 'is', '!=': 'isNot', notIn: 'isNot', '<': 'below', '<=': 'atMost', '>': 'above', '>=': 'atLeast', contains: 'has', null: 'unset', notNull: 'set' };
