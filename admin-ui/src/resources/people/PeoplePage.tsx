import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, Card, FormControlLabel, MenuItem, Stack, Switch, Tab, Tabs, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useTell } from '../../hooks/use-tell';
import { ActDialog } from '../../components/ActDialog';
import { DownloadButton } from '../../components/DownloadButton';
import { InstantField, isUnfinished } from '../../components/form/date-fields';
import { Mark } from '../../components/marks';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName, useOfficeShort, useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { useOrderText } from '../../providers/i18n/use-order-text';
import type { ToneName } from '../../theme/theme';
import { DelegationSheet } from './DelegationSheet';

const dialogs = () => import('./PeopleDialogs');
const AppointmentDialog = onDemand(() => dialogs().then((module) => module.AppointmentDialog));
const AbsenceDialog = onDemand(() => dialogs().then((module) => module.AbsenceDialog));
const DelegationDialog = onDemand(() => dialogs().then((module) => module.DelegationDialog));

const TABS = ['appointments', 'absences', 'delegations'] as const;
const STATES = ['inForce', 'future', 'ended', 'all'] as const;
type Tabs_ = (typeof TABS)[number];
type State = 'future' | 'inForce' | 'ended';
type Ending = { readonly kind: Tabs_; readonly id: string; readonly title: string };
const STATE_TONES: { readonly [K in State]: ToneName } = { inForce: 'good', future: 'info', ended: 'muted' };

/** Who acts for whom: acting appointments by order, absences, powers given in writing. */
export default function PeoplePage() {
  const view = useView();
  const isTable = view.tab === 'delegations';
  return (
    <>
      <Box sx={{ displayPrint: isTable ? 'none' : 'block' }}><PeopleLists view={view} /></Box>
      {isTable ? <PrintedDelegations view={view} /> : null}
    </>
  );
}

/** What the address bar asks for. */
function useView() {
  const session = useSession();
  const [filters, change] = useAddressFilters();
  const offices = [...new Map((session?.posts ?? []).map(({ office }) => [office.id, office])).values()];
  return {
    tab: oneOf(TABS, filters['tab']) ?? 'appointments',
    state: oneOf(STATES, filters['state']) ?? 'inForce',
    isActingOnly: filters['own'] !== 'true',
    offices,
    office: offices.find(({ id }) => id === filters['officeId']) ?? offices[0],
    change,
  };
}
type View = ReturnType<typeof useView>;

function PeopleLists({ view: { tab, state, isActingOnly, offices, office, change } }: { readonly view: View }) {
  const translate = useTranslate();
  const officeShort = useOfficeShort();
  const [isCreating, setIsCreating] = useState(false);
  const [ending, setEnding] = useState<Ending | null>(null);
  const officeId = office?.id;
  const close = (): void => setIsCreating(false);

  return (
    <Page title={translate('nav.people')} subtitle={translate('people.subtitle')} actions={<>{tab === 'delegations' && officeId !== undefined ? <TableActions officeId={officeId} state={state} /> : null}<Button variant="contained" onClick={() => setIsCreating(true)}>{translate(`people.create.${tab}`)}</Button></>}>
      <Tabs value={tab} onChange={(_, next: string) => change({ tab: next === 'appointments' ? undefined : next })} variant="scrollable" allowScrollButtonsMobile sx={{ mb: 2 }} aria-label={translate('nav.people')}>
        {TABS.map((each) => <Tab key={each} value={each} label={translate(`people.tab.${each}`)} />)}
      </Tabs>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', mb: 2 }}>
        <TextField select label={translate('field.status')} value={state} onChange={(event) => change({ state: event.target.value === 'inForce' ? undefined : event.target.value })} sx={{ width: { xs: '100%', sm: 200 } }}>
          {STATES.map((each) => <MenuItem key={each} value={each}>{translate(`people.state.${each}`)}</MenuItem>)}
        </TextField>
        {offices.length < 2 ? null : (
          <TextField select label={translate('field.office')} value={officeId ?? ''} onChange={(event) => change({ officeId: event.target.value })} sx={{ width: { xs: '100%', sm: 260 } }}>
            {offices.map((each) => <MenuItem key={each.id} value={each.id}>{officeShort(each)}</MenuItem>)}
          </TextField>
        )}
        {tab === 'appointments' ? <FormControlLabel control={<Switch checked={isActingOnly} onChange={(_, isOn) => change({ own: isOn ? undefined : 'true' })} />} label={translate('people.actingOnly')} /> : null}
      </Stack>
      {tab === 'appointments' ? <Appointments officeId={officeId} state={state} isActingOnly={isActingOnly} onEnd={setEnding} /> : null}
      {tab === 'absences' ? <Absences officeId={officeId} state={state} onEnd={setEnding} /> : null}
      {tab === 'delegations' ? <Delegations officeId={officeId} state={state} onEnd={setEnding} /> : null}
      {isCreating && tab === 'appointments' ? <AppointmentDialog officeId={officeId} onClose={close} /> : null}
      {isCreating && tab === 'absences' ? <AbsenceDialog officeId={officeId} onClose={close} /> : null}
      {isCreating && tab === 'delegations' ? <DelegationDialog officeId={officeId} onClose={close} /> : null}
      {ending === null ? null : <EndDialog ending={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

type ListProps = { readonly officeId: string | undefined; readonly state: (typeof STATES)[number]; readonly onEnd: (ending: Ending) => void };
const scope = (officeId: string | undefined): { officeId?: string } => (officeId === undefined ? {} : { officeId });

function Appointments({ officeId, state, isActingOnly, onEnd }: ListProps & { readonly isActingOnly: boolean }) {
  const api = useApi();
  const translate = useTranslate();
  const localName = useLocalName();
  const orderText = useOrderText();
  const list = useQuery({
    queryKey: [...keys.people, 'appointments', officeId, state, isActingOnly],
    queryFn: ({ signal }) => api.listAppointments({ query: { ...scope(officeId), state, ...(isActingOnly ? { acting: 'true' as const } : {}) }, signal }),
  });
  return (
    <Rows query={list} emptyTitle={translate('people.empty.appointments')}>
      {(list.data?.items ?? []).map((each) => (
        <Row
          key={each.id}
          title={`${localName(each.person.name)}${each.ownPost === null ? '' : ` (${localName(each.ownPost.title)})`}`}
          lines={[`${translate(`capacity.${each.capacity}`)} ${localName(each.post.title)}`, [each.orderNo === '' ? '' : orderText(each.orderNo), each.reason].filter((text) => text !== '').join(' · ')]}
          from={each.validFrom}
          to={each.endedAt ?? each.validTo}
          state={each.state}
          onEnd={each.canEnd ? () => onEnd({ kind: 'appointments', id: each.id, title: `${localName(each.person.name)} ${translate(`capacity.${each.capacity}`)} ${localName(each.post.title)}` }) : undefined}
        />
      ))}
    </Rows>
  );
}

function Absences({ officeId, state, onEnd }: ListProps) {
  const api = useApi();
  const translate = useTranslate();
  const localName = useLocalName();
  const list = useQuery({ queryKey: [...keys.people, 'absences', officeId, state], queryFn: ({ signal }) => api.listAbsences({ query: { ...scope(officeId), state }, signal }) });
  return (
    <Rows query={list} emptyTitle={translate('people.empty.absences')}>
      {(list.data?.items ?? []).map((each) => (
        <Row
          key={each.id}
          title={localName(each.person.name)}
          lines={[[translate(`absence.${each.kind}`), each.note].filter((text) => text !== '').join(' · ')]}
          from={each.fromAt}
          to={each.toAt}
          state={each.state}
          onEnd={each.canEnd ? () => onEnd({ kind: 'absences', id: each.id, title: `${localName(each.person.name)} · ${translate(`absence.${each.kind}`)}` }) : undefined}
        />
      ))}
    </Rows>
  );
}

function useDelegations(officeId: string | undefined, state: View['state']) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.people, 'delegations', officeId, state], queryFn: ({ signal }) => api.listDelegations({ query: { ...scope(officeId), state }, signal }) });
}

/** The table on paper and as a workbook, as filtered. */
function TableActions({ officeId, state }: { readonly officeId: string; readonly state: View['state'] }) {
  const translate = useTranslate();
  const isEmpty = (useDelegations(officeId, state).data?.items.length ?? 0) === 0;
  return (
    <>
      <Button variant="outlined" startIcon={<PrintIcon />} disabled={isEmpty} onClick={() => window.print()}>{translate('people.sheet.print')}</Button>
      <DownloadButton endpoint="delegationExport" query={{ officeId, state }} label={translate('people.sheet.export')} disabled={isEmpty} />
    </>
  );
}

function PrintedDelegations({ view: { office, state } }: { readonly view: View }) {
  const localName = useLocalName();
  const { data } = useDelegations(office?.id, state);
  return data === undefined || office === undefined ? null : <DelegationSheet office={localName(office.name)} items={data.items} />;
}

function Delegations({ officeId, state, onEnd }: ListProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const orderText = useOrderText();
  const list = useDelegations(officeId, state);
  return (
    <Rows query={list} emptyTitle={translate('people.empty.delegations')}>
      {(list.data?.items ?? []).map((each) => (
        <Row
          key={each.id}
          title={localName(each.toPost.title)}
          lines={[`${translate('capacity.delegated')} ${localName(each.fromPost.title)}`, [orderText(each.orderNo), each.kinds.length === 0 ? translate('people.allKinds') : each.kinds.map((kind) => translate(`kind.${kind}`)).join(', ')].join(' · ')]}
          from={each.validFrom}
          to={each.validTo}
          state={each.state}
          onEnd={each.canEnd ? () => onEnd({ kind: 'delegations', id: each.id, title: `${localName(each.toPost.title)} ${translate('capacity.delegated')} ${localName(each.fromPost.title)}` }) : undefined}
        />
      ))}
    </Rows>
  );
}

function Rows({ query, emptyTitle, children }: {
  readonly query: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly emptyTitle: string;
  readonly children: readonly ReactNode[];
}) {
  if (query.isPending) return <LoadingRows />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (children.length === 0) return <EmptyState title={emptyTitle} />;
  return <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>{children}</Stack>;
}

function Row({ title, lines, from, to, state, onEnd }: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly state: State;
  readonly onEnd: (() => void) | undefined;
}) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card component="li" sx={{ p: 2, display: 'flex', gap: 1.5, flexDirection: { xs: 'column', sm: 'row' }, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
          <Mark tone={STATE_TONES[state]}>{translate(`people.state.${state}`)}</Mark>
        </Stack>
        {lines.filter((line) => line !== '').map((line) => <Typography key={line} variant="body2">{format.digits(line)}</Typography>)}
        <Typography variant="body2" color="text.secondary">
          {translate(to === null ? 'people.periodOpen' : 'people.period', { from: format.dateTime(from), to: format.dateTime(to) })}
        </Typography>
      </Box>
      {onEnd === undefined ? null : <Box sx={{ flexShrink: 0 }}><Button size="small" color="error" variant="outlined" onClick={onEnd}>{translate('people.endEarly')}</Button></Box>}
    </Card>
  );
}

/** Ends an appointment, an absence or a delegation before its time: now, or at a chosen instant. */
function EndDialog({ ending, onClose }: { readonly ending: Ending; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [at, setAt] = useState<string | null>(null);
  const end = useMutation({
    mutationFn: async () => {
      const args = { params: { id: ending.id }, body: at === null ? {} : { at } };
      const calls = { appointments: () => api.endAppointment(args), absences: () => api.endAbsence(args), delegations: () => api.endDelegation(args) };
      await calls[ending.kind]();
    },
    onSuccess: async () => {
      tell(translate('people.ended'), 'success');
      await Promise.all([keys.people, keys.inbox, keys.letter].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  return (
    <ActDialog title={translate('people.endEarly')} confirmLabel={translate('people.endEarly')} tone="danger" isRunning={end.isPending} error={end.error} canConfirm={!isUnfinished(at)} onConfirm={() => end.mutate()} onClose={onClose}>
      <Typography>{ending.title}</Typography>
      <Typography variant="body2" color="text.secondary">{translate('people.endText')}</Typography>
      <InstantField label={translate('people.endAt')} helperText={translate('people.endNow')} value={at} onChange={setAt} />
    </ActDialog>
  );
}
