import { Alert, Box, Button, Link, MenuItem, Paper, Stack, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { weekdayOf, yearBe as yearBeOf } from '#domain/thai/dates';
import { useNow } from '../../hooks/use-now';
import { useTell } from '../../hooks/use-tell';
import { ActDialog } from '../../components/ActDialog';
import { DateInput } from '../../components/form/dates';
import { SelectInput, TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import { Mark } from '../../components/marks';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName, useOfficeShort, useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import { RegisterTimes } from './RegisterTimes';

type Calendar = ResponseOf<(typeof endpoints)['calendar']>;
type Summary = ResponseOf<(typeof endpoints)['previewDay']>;
type Day = Calendar['days'][number];

const VISUALLY_HIDDEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** On phones a day's date, name and kind stand one below the other. */
const STACKED = {
  '@media (max-width: 599.95px)': {
    '& thead': { display: 'none' },
    '& tbody tr': { display: 'block', py: 0.75, borderBottom: 1, borderColor: 'divider' },
    '& tbody td': { display: 'block', py: 0.25, border: 0 },
    '& tbody td:empty': { display: 'none' },
  },
} as const;

/** The office's calendar of a year; declaring a day shows first which deadlines it would move. */
export default function CalendarPage() {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const api = useApi();
  const session = useSession();
  const [filters, change] = useAddressFilters();
  const [isDeclaring, setIsDeclaring] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Day | null>(null);
  const thisYear = yearBeOf(new Date(useNow()).toISOString());
  const year = /^\d{4}$/.test(filters['year'] ?? '') ? Number(filters['year']) : thisYear;
  const offices = [...new Map((session?.posts ?? []).map(({ office }) => [office.id, office])).values()];
  const officeId = offices.find(({ id }) => id === filters['officeId'])?.id ?? offices[0]?.id;
  const calendar = useQuery({
    queryKey: [...keys.calendar, officeId, year],
    queryFn: ({ signal }) => api.calendar({ query: { yearBe: year, ...(officeId === undefined ? {} : { officeId }) }, signal }),
    enabled: session !== undefined,
  });
  const days = [...(calendar.data?.days ?? [])].sort((one, other) => one.day.localeCompare(other.day));

  return (
    <Page
      title={translate('nav.calendar')}
      subtitle={translate('calendar.subtitle')}
      width={980}
      actions={calendar.data?.canDeclare === true ? <Button variant="contained" onClick={() => setIsDeclaring(true)}>{translate('calendar.declare')}</Button> : undefined}
    >
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ mb: 2, flexWrap: 'wrap' }}>
        <TextField select label={translate('books.year')} value={String(year)} onChange={(event) => change({ year: event.target.value })} sx={{ width: 140 }}>
          {[...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort().map((each) => <MenuItem key={each} value={String(each)}>{format.yearBe(each)}</MenuItem>)}
        </TextField>
        {offices.length < 2 ? null : (
          <TextField select label={translate('field.office')} value={officeId ?? ''} onChange={(event) => change({ officeId: event.target.value })} sx={{ width: { xs: '100%', sm: 260 } }}>
            {offices.map((office) => <MenuItem key={office.id} value={office.id}>{officeShort(office)}</MenuItem>)}
          </TextField>
        )}
      </Stack>
      {calendar.isPending ? <LoadingRows /> : null}
      {calendar.isError ? <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} /> : null}
      {calendar.data === undefined ? null : <Box sx={{ mb: 2 }}><RegisterTimes calendar={calendar.data} /></Box>}
      {calendar.data !== undefined && days.length === 0 ? <EmptyState title={translate('calendar.empty')} /> : null}
      {days.length === 0 ? null : (
        <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
          <Table size="small" aria-label={translate('nav.calendar')} sx={STACKED}>
            <TableHead>
              <TableRow>
                <TableCell>{translate('calendar.day')}</TableCell>
                <TableCell>{translate('calendar.name')}</TableCell>
                <TableCell>{translate('calendar.kind')}</TableCell>
                {calendar.data?.canDeclare === true ? <TableCell><span style={VISUALLY_HIDDEN}>{translate('calendar.withdraw')}</span></TableCell> : null}
              </TableRow>
            </TableHead>
            <TableBody>
              {days.map((day) => (
                <TableRow key={day.id} hover>
                  <TableCell sx={{ whiteSpace: { sm: 'nowrap' }, color: { xs: 'text.secondary', sm: 'text.primary' } }}>{translate(`weekday.${weekdayOf(day.day)}`)} {format.longDate(day.day)}</TableCell>
                  <TableCell>{localName(day.name)}</TableCell>
                  <TableCell>
                    <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
                      <Mark tone={day.kind === 'holiday' ? 'warm' : 'info'}>{translate(`calendar.kinds.${day.kind}`)}</Mark>
                      <Mark tone="muted">{translate(`calendar.scope.${day.scope}`)}</Mark>
                      {day.status === 'predicted' ? <Mark tone="muted">{translate('calendar.predicted')}</Mark> : null}
                    </Stack>
                  </TableCell>
                  {calendar.data?.canDeclare === true ? (
                    <TableCell sx={{ textAlign: { sm: 'right' } }}>
                      {day.scope === 'office' ? <Button size="small" color="error" onClick={() => setWithdrawing(day)}>{translate('calendar.withdraw')}</Button> : null}
                    </TableCell>
                  ) : null}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
      {isDeclaring && officeId !== undefined ? <DeclareDialog officeId={officeId} onClose={() => setIsDeclaring(false)} /> : null}
      {withdrawing === null ? null : <WithdrawDialog day={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
}

const dayContract = () => import('#domain/contracts/calendar').then(({ declareDaySchema }) => declareDaySchema);
type DayValues = { day: string | null; kind: 'holiday' | 'working'; nameTh: string; nameEn: string };

function DeclareDialog({ officeId, onClose }: { readonly officeId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const toBody = (values: DayValues) => ({ officeId, ...values, day: values.day ?? '' });
  const { control, handleSubmit, showRefusal, watch } = useContractForm({ schema: dayContract, defaultValues: { day: null, kind: 'holiday', nameTh: '', nameEn: '' } as DayValues, toBody });
  const [previewed, setPreviewed] = useState<{ readonly body: string; readonly summary: Summary } | null>(null);
  const preview = useMutation({
    mutationFn: async (values: DayValues) => ({ body: JSON.stringify(toBody(values)), summary: await api.previewDay({ body: toBody(values) }) }),
    onSuccess: setPreviewed,
  });
  const declare = useMutation({
    mutationFn: (values: DayValues) => api.declareDay({ body: toBody(values) }),
    onSuccess: async (summary) => {
      tell(translate('calendar.declared', { moved: summary.moved, letters: summary.letters }), 'success');
      await Promise.all([keys.calendar, keys.inbox, keys.letter, keys.supervision].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  const error = declare.error ?? preview.error;
  useEffect(() => showRefusal(error), [error, showRefusal]);
  const isSeen = previewed !== null && previewed.body === JSON.stringify(toBody(watch()));
  return (
    <ActDialog
      title={translate('calendar.declare')}
      confirmLabel={translate(isSeen ? 'calendar.declare' : 'calendar.preview')}
      isRunning={preview.isPending || declare.isPending}
      error={error}
      onConfirm={() => void handleSubmit((values) => (isSeen ? declare.mutate(values) : preview.mutate(values)))()}
      onClose={onClose}
    >
      <DateInput control={control} name="day" label={translate('calendar.day')} isRequired />
      <SelectInput control={control} name="kind" label={translate('calendar.kind')} options={(['holiday', 'working'] as const).map((value) => ({ value, label: translate(`calendar.kinds.${value}`) }))} />
      <TextInput control={control} name="nameTh" label={translate('calendar.nameTh')} required />
      <TextInput control={control} name="nameEn" label={translate('calendar.nameEn')} />
      {isSeen ? <SummaryView summary={previewed.summary} /> : <Alert severity="info">{translate('calendar.previewFirst')}</Alert>}
    </ActDialog>
  );
}

function SummaryView({ summary }: { readonly summary: Summary }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  return (
    <Alert severity={summary.moved === 0 ? 'success' : 'warning'} role="status">
      <Typography sx={{ fontWeight: 600 }}>{translate('calendar.summary', { open: format.number(summary.open), moved: format.number(summary.moved), letters: format.number(summary.letters) })}</Typography>
      <Typography variant="body2">{translate('calendar.direction', { later: format.number(summary.later), earlier: format.number(summary.earlier) })}</Typography>
      {summary.moved === 0 ? null : <Typography variant="body2" sx={{ mt: 1 }}>{translate(summary.examples.length === 0 ? 'calendar.noneSeen' : 'calendar.seen', { n: format.number(summary.examples.length) })}</Typography>}
      <Box component="ul" aria-label={translate('calendar.moves')} sx={{ m: 0, pl: 2.5, maxHeight: 260, overflowY: 'auto' }} tabIndex={summary.examples.length === 0 ? -1 : 0}>
        {summary.examples.map((each) => (
          <li key={`${each.letterId}/${each.from}`}>
            <Link component={LinkBase} to={`/letters/${each.letterId}`}>{each.subject ?? translate('item.sealedSubject')}</Link> · {localName(each.nodeName)}: {format.dateTime(each.from)} → {format.dateTime(each.to)}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

function WithdrawDialog({ day, onClose }: { readonly day: Day; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => api.withdrawDay({ params: { id: day.id } }),
    onSuccess: async (summary) => {
      tell(translate('calendar.withdrawn', { moved: summary.moved }), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.calendar });
      onClose();
    },
    onError: (error) => tell(errorText(error), 'error'),
  });
  return (
    <ActDialog title={translate('calendar.withdraw')} confirmLabel={translate('calendar.withdraw')} tone="danger" isRunning={withdraw.isPending} error={withdraw.error} onConfirm={() => withdraw.mutate()} onClose={onClose}>
      <Typography>{translate('calendar.withdrawText', { day: format.longDate(day.day), name: localName(day.name) })}</Typography>
    </ActDialog>
  );
}
