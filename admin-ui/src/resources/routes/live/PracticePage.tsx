import '../../../i18n/route-texts';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Alert, Box, Button, GlobalStyles, Link, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { PracticeKind } from '#domain/contracts/letters';
import type { RoutePractice } from '#domain/contracts/route-life';
import { addDays, bangkokDate, isCivilDate } from '#domain/thai/dates';
import { DownloadButton } from '../../../components/DownloadButton';
import { DateField } from '../../../components/form/date-fields';
import { Page, Panel } from '../../../components/Page';
import { STACKED_ROWS } from '../../../components/stacked-rows';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useNow } from '../../../hooks/use-now';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { RouteLinks } from './RouteLinks';
import { lettersAt, type PracticeQuery, usePractice } from './use-live';

type Step = RoutePractice['steps'][number];
const KINDS = ['fallbacks', 'adhoc', 'returns'] as const satisfies readonly PracticeKind[];
const PRINT = { '@page': { size: 'A4 portrait', margin: '12mm' }, '@media print': { 'html, body': { background: '#fff !important' }, '#content': { padding: '0 !important' } } };
/** Days looked at where the address names none. */
const DAYS = 90;

const dayOf = (text: string | undefined): string | undefined => (text !== undefined && isCivilDate(text) ? text : undefined);

/** Where the drawing does not fit practice: what fell to the last resort, was asked out of turn, or came back, step by step. */
export default function PracticePage() {
  const translate = useTranslate();
  const localName = useLocalName();
  const { routeId = '' } = useParams<{ routeId: string }>();
  const [filters, change] = useAddressFilters();
  const today = bangkokDate(new Date(useNow()).toISOString());
  const to = dayOf(filters['to']) ?? today;
  const from = dayOf(filters['from']) ?? addDays(to, 1 - DAYS);
  const isTurned = from > to;
  const query: PracticeQuery = { from, to, ...(filters['version'] === undefined ? {} : { versionId: filters['version'] }) };
  const practice = usePractice(routeId, query, isTurned);
  const name = practice.data === undefined ? '' : localName(practice.data.route.name);
  return (
    <>
      <GlobalStyles styles={PRINT} />
      <Page
        title={name === '' ? translate('routePractice.title') : translate('routePractice.of', { name })} subtitle={<><Typography>{translate('routePractice.subtitle')}</Typography><RouteLinks routeId={routeId} except="practice" /></>}
        actions={
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', displayPrint: 'none' }}>
            <DownloadButton endpoint="routePracticeExport" params={{ id: routeId }} query={query} label={translate('routePractice.excel')} disabled={isTurned} />
            <Button variant="outlined" startIcon={<PrintIcon />} disabled={practice.data === undefined} onClick={() => window.print()}>{translate('routePractice.print')}</Button>
          </Stack>
        }
      >
        <Stack spacing={2}>
          <Stack direction={{ xs: 'column', sm: 'row' }} useFlexGap spacing={2} sx={{ displayPrint: 'none', maxWidth: 560 }}>
            <DateField label={translate('routePractice.from')} value={from} onChange={(day) => change({ from: day ?? undefined })} />
            <DateField label={translate('routePractice.to')} value={to} onChange={(day) => change({ to: day ?? undefined })} />
          </Stack>
          {isTurned ? <Alert severity="error" role="alert">{translate('routePractice.order')}</Alert> : null}
          {practice.isPending && !isTurned ? <LoadingRows /> : null}
          {practice.isError ? <ErrorState error={practice.error} onRetry={() => void practice.refetch()} /> : null}
          {practice.data === undefined || isTurned || practice.isError ? null : <Found practice={practice.data} />}
        </Stack>
      </Page>
    </>
  );
}

function Found({ practice }: { readonly practice: RoutePractice }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const { steps, from, to, version } = practice;
  const unlike = steps.filter((step) => KINDS.some((kind) => step[kind].times > 0));
  const title = [translate('route.version', { n: format.number(version.version) }), translate('routePractice.span', { from: format.longDate(from), to: format.longDate(to) })].join(' · ');
  return (
    <Panel title={title}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('routeLive.known')}</Typography>
      {unlike.length === 0 ? <EmptyState isSmall title={translate('routePractice.none')} text={translate('routePractice.noneText')} /> : (
        <Table size="small" aria-label={translate('routePractice.title')} sx={STACKED_ROWS}>
          <TableHead><TableRow><TableCell>{translate('routePractice.step')}</TableCell>{[...KINDS, 'tasks' as const].map((kind) => <TableCell key={kind}>{translate(`routePractice.kind.${kind}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {unlike.map((step) => (
              <TableRow key={step.nodeId}>
                <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>{localName(step.name)}</TableCell>
                {KINDS.map((kind) => <Times key={kind} practice={practice} step={step} kind={kind} />)}
                <TableCell data-label={translate('routePractice.kind.tasks')}>{translate('routePractice.times', { times: format.number(step.tasks.times) })}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

function Times({ practice: { version, from, to }, step, kind }: { readonly practice: RoutePractice; readonly step: Step; readonly kind: (typeof KINDS)[number] }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const { times, letters } = step[kind];
  const label = translate(`routePractice.kind.${kind}`);
  if (times === 0) return <TableCell data-label={label}>–</TableCell>;
  const share = step.tasks.times === 0 ? null : Math.round((times * 100) / step.tasks.times);
  const name = localName(step.name);
  return (
    <TableCell data-label={label}>
      <Link component={LinkBase} to={lettersAt({ versionId: version.id, nodeId: step.nodeId, step: name, more: { practice: kind, from, to } })} aria-label={`${name} ${label}: ${translate('routePractice.times', { times })}`}>
        {translate('routePractice.timesOf', { times: format.number(times), letters: format.number(letters) })}
      </Link>
      {share === null ? null : <Box component="span" sx={{ color: 'text.secondary', display: 'block' }}>{translate('routePractice.share', { n: format.number(share) })}</Box>}
    </TableCell>
  );
}
