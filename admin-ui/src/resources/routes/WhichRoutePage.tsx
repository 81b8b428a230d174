import '../../i18n/route-texts';
import { Alert, Box, Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ROUTE_TABLE_SCOPES } from '#domain/letter/vocabulary';
import type { RouteTables } from '#domain/contracts/route-tables';
import type { DecisionTable, Route } from '#domain/route/model';
import { ROUTE_OUTPUT, routeTableFaults, type RouteTableFault } from '#domain/route/which-route';
import { ActDialog } from '../../components/ActDialog';
import { useLeaveWarning } from '../../components/form/use-contract-form';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { Conflict, isConflict } from '../office/Conflict';
import { OfficeChoice, useMyOffices } from '../setup/OfficeChoice';
import { useSettingsContext } from './panel/use-settings-context';

type Stored = RouteTables['tables'][number];
const DecisionTableEditor = onDemand(() => import('./settings/DecisionTableEditor').then((module) => module.DecisionTableEditor), () => <LoadingRows />);

/** The table speaks of no route in particular. */
const NO_ROUTE: Route = { schemaVersion: 1, name: '', nodes: [], edges: [] };
const ROLES = ['process_owner'] as const;

/** Which route a letter of the office takes, and which its units run. */
export default function WhichRoutePage() {
  const translate = useTranslate();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const { officeId } = useMyOffices(ROLES, filters['officeId']);
  const scope = ROUTE_TABLE_SCOPES.find((each) => each === filters['scope']) ?? 'letter';
  const tables = useQuery({ queryKey: [...keys.routeChoice, 'tables', officeId], queryFn: ({ signal }) => api.routeTables({ query: officeId === undefined ? {} : { officeId }, signal }), refetchOnWindowFocus: false });
  const stored = tables.data?.tables.find((each) => each.scope === scope);
  return (
    <Page title={translate('whichRoute.title')} subtitle={translate('whichRoute.subtitle')}>
      <Stack spacing={2}>
        <OfficeChoice roles={ROLES} value={officeId} onChange={(id) => change({ officeId: id })} />
        <Tabs value={scope} onChange={(_, next: string) => change({ scope: next === 'letter' ? undefined : next })} variant="scrollable" allowScrollButtonsMobile aria-label={translate('whichRoute.title')}>
          {ROUTE_TABLE_SCOPES.map((each) => <Tab key={each} value={each} label={translate(`whichRoute.${each}`)} />)}
        </Tabs>
        {tables.isPending ? <LoadingRows /> : null}
        {tables.isError ? <ErrorState error={tables.error} onRetry={() => void tables.refetch()} /> : null}
        {tables.data !== undefined && stored === undefined ? <EmptyState title={translate('whichRoute.missing')} text={translate('whichRoute.readOnly')} /> : null}
        {tables.data === undefined || stored === undefined ? null : <TableOfScope key={`${tables.data.officeId} ${scope}`} tables={tables.data} stored={stored} onReload={async () => { await tables.refetch(); }} />}
      </Stack>
    </Page>
  );
}

function TableOfScope({ tables, stored, onReload }: { readonly tables: RouteTables; readonly stored: Stored; readonly onReload: () => Promise<void> }) {
  const translate = useTranslate();
  const api = useApi();
  const localName = useLocalName();
  const tell = useTell();
  const queryClient = useQueryClient();
  const context = useSettingsContext({ officeId: tables.officeId, route: NO_ROUTE });
  const [mine, setMine] = useState<{ readonly table: DecisionTable; readonly rev: number } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const table = mine?.table ?? stored.table;
  const isChanged = mine !== null;
  // What is given to a post may only run a route that asks the post.
  const routes = tables.routes.filter(({ asksPost }) => asksPost || stored.scope !== 'post');
  const faults = routeTableFaults(table, routes.map(({ code }) => code));
  useLeaveWarning(isChanged);
  const save = useMutation({
    mutationFn: async () => api.saveRouteTable({ params: { officeId: tables.officeId, scope: stored.scope }, rev: mine?.rev ?? stored.rev, body: { table } }),
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: keys.routeChoice });
      setMine(null);
      tell(translate('whichRoute.saved'), 'success');
    },
    // What differs is put beside what was typed.
    onError: async (error) => {
      if (isConflict(error)) await onReload();
    },
  });
  return (
    <Stack spacing={2}>
      {tables.canEdit ? null : <Alert severity="info">{translate('whichRoute.readOnly')}</Alert>}
      {stored.scope === 'post' ? <Typography variant="body2" color="text.secondary">{translate('whichRoute.postHelp')}</Typography> : null}
      <DecisionTableEditor
        table={table} context={context} label={translate(`whichRoute.${stored.scope}`)} policies={['first', 'unique']} isReadOnly={!tables.canEdit}
        output={{ name: ROUTE_OUTPUT, label: translate('whichRoute.route'), choices: routes.map(({ code, name }) => ({ id: code, title: localName(name) })) }}
        onChange={(next) => setMine({ table: next, rev: mine?.rev ?? stored.rev })}
      />
      {faults.length === 0 ? null : <Faults faults={faults} table={table} />}
      {tables.canEdit ? (
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Button variant="contained" disabled={!isChanged || faults.length > 0} onClick={() => setAsking(true)}>{translate('whichRoute.save')}</Button>
          <Button disabled={!isChanged} onClick={() => setMine(null)}>{translate('whichRoute.undo')}</Button>
          {isChanged ? <Typography variant="body2" color="text.secondary">{translate('whichRoute.changed')}</Typography> : null}
        </Stack>
      ) : null}
      {isAsking ? (
        <ActDialog title={translate('whichRoute.confirm')} confirmLabel={translate('whichRoute.save')} isRunning={save.isPending} error={isConflict(save.error) ? null : save.error} canConfirm={!isConflict(save.error)} onConfirm={() => save.mutate()} onClose={() => { setAsking(false); save.reset(); }}>
          <Typography>{translate('whichRoute.confirmText')}</Typography>
          {isConflict(save.error) ? <Conflict differences={[]} onTheirs={() => { setMine(null); setAsking(false); save.reset(); }} onMine={() => { setMine({ table, rev: stored.rev }); save.reset(); }} /> : null}
        </ActDialog>
      ) : null}
    </Stack>
  );
}

function Faults({ faults, table }: { readonly faults: readonly RouteTableFault[]; readonly table: DecisionTable }) {
  const translate = useTranslate();
  const format = useFormat();
  const rowOf = (id: string): string => format.number(table.rules.findIndex((rule) => rule.id === id) + 1);
  const say = (fault: RouteTableFault): string => translate(`whichRoute.fault.${fault.kind}`, { n: 'rowId' in fault ? rowOf(fault.rowId) : '', other: 'otherId' in fault ? rowOf(fault.otherId) : '' });
  return (
    <Alert severity="error" role="status">
      {translate('whichRoute.faulty')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{[...new Set(faults.map(say))].map((text) => <li key={text}>{text}</li>)}</Box>
    </Alert>
  );
}
