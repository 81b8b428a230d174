import '../../i18n/administration-texts';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { Mark } from '../../components/marks';
import { Page, Panel } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useOfficeShort } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { LetterStanding } from './LetterStanding';
import { useSpan } from './use-span';

type System = ResponseOf<(typeof endpoints)['system']>;
type Stuck = ResponseOf<(typeof endpoints)['stuckLetters']>['items'][number];

/** The page follows the system by itself. */
const EVERY_MS = 5_000;

/** How the system is: its parts, what waits, letters that do not go on. Of letters only ids and times. */
export default function SystemPage() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const system = useQuery({ queryKey: [...keys.system, 'now'], queryFn: ({ signal }) => api.system({ signal }), refetchInterval: EVERY_MS });
  const stuck = useQuery({ queryKey: [...keys.system, 'stuck'], queryFn: ({ signal }) => api.stuckLetters({ signal }), refetchInterval: EVERY_MS });
  const chosen = filters['letter'];
  return (
    <Page title={translate('nav.system')} subtitle={system.data === undefined ? translate('system.subtitle') : translate('system.asOf', { at: format.dateTime(system.data.at) })}>
      {system.isPending ? <LoadingRows rows={3} /> : null}
      {system.isError ? <ErrorState error={system.error} onRetry={() => void system.refetch()} /> : null}
      {system.data === undefined ? null : <Overview system={system.data} />}
      <Stack spacing={2} sx={{ mt: 2 }}>
        <Panel title={translate('system.stuckTitle')}>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('system.stuckText')}</Typography>
          {stuck.isPending ? <LoadingRows rows={2} /> : null}
          {stuck.isError ? <ErrorState error={stuck.error} onRetry={() => void stuck.refetch()} /> : null}
          {stuck.data?.total === 0 ? <EmptyState isSmall title={translate('system.noneStuck')} /> : null}
          <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {(stuck.data?.items ?? []).map((letter) => <StuckRow key={letter.letterId} letter={letter} onOpen={() => change({ letter: letter.letterId })} />)}
          </Stack>
        </Panel>
        {system.data === undefined ? null : <Versions versions={system.data.versions} />}
      </Stack>
      {chosen === undefined ? null : <LetterStanding letterId={chosen} onClose={() => change({ letter: undefined })} />}
    </Page>
  );
}

const GRID = { display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 250px), 1fr))' } as const;

function Overview({ system }: { readonly system: System }) {
  const translate = useTranslate();
  const format = useFormat();
  const span = useSpan();
  const { commands, outbox, letters } = system;
  const oldest = (seconds: number): string => (seconds === 0 ? '' : translate('system.oldest', { span: span(seconds) }));
  return (
    <Stack spacing={2}>
      <Box component="ul" aria-label={translate('system.parts')} sx={{ ...GRID, m: 0, p: 0, listStyle: 'none' }}>
        {system.parts.map(({ part, isWell, ms }) => (
          <Card component="li" key={part} sx={{ p: 2 }}>
            <Typography sx={{ fontWeight: 600 }}>{translate(`system.part.${part}`)}</Typography>
            <Mark tone={isWell ? 'good' : 'hot'} strong={!isWell} icon={isWell ? <CheckIcon aria-hidden /> : <ErrorIcon aria-hidden />}>
              {isWell ? translate('system.well', { ms: format.number(ms ?? 0) }) : translate('system.away')}
            </Mark>
            {isWell ? null : <Typography variant="body2" sx={{ mt: 0.5 }}>{translate(`system.awayText.${part}`)}</Typography>}
          </Card>
        ))}
      </Box>
      <Box component="dl" sx={{ ...GRID, m: 0 }}>
        <Figure label={translate('system.pending')} value={format.number(commands.pending)} detail={oldest(commands.oldestSeconds)} isBad={commands.oldestSeconds > 60} />
        <Figure label={translate('system.refused')} value={format.number(commands.refusedToday)} detail="" isBad={false} />
        <Figure
          label={translate('system.outbox')}
          value={format.number(outbox.waiting)}
          detail={[oldest(outbox.oldestSeconds), outbox.failing === 0 ? '' : translate('system.failing', { n: format.number(outbox.failing) })].filter((text) => text !== '').join(' · ')}
          isBad={outbox.failing > 0 || outbox.oldestSeconds > 300}
        />
        <Figure label={translate('system.open')} value={format.number(letters.open)} detail={translate('system.held', { n: format.number(letters.held) })} isBad={false} />
        <Figure label={translate('system.stuckTitle')} value={format.number(letters.stuck)} detail="" isBad={letters.stuck > 0} />
      </Box>
    </Stack>
  );
}

function Figure({ label, value, detail, isBad }: { readonly label: string; readonly value: string; readonly detail: string; readonly isBad: boolean }) {
  const translate = useTranslate();
  return (
    <Card sx={{ p: 2 }}>
      <Typography component="dt" variant="body2" color="text.secondary">{label}</Typography>
      <Box component="dd" sx={{ m: 0 }}>
        <Typography component="span" sx={{ fontSize: '1.5rem', fontWeight: 700, mr: 1 }}>{value}</Typography>
        {isBad ? <Mark tone="hot" strong icon={<ErrorIcon aria-hidden />}>{translate('system.look')}</Mark> : null}
        {detail === '' ? null : <Typography variant="body2">{detail}</Typography>}
      </Box>
    </Card>
  );
}

function StuckRow({ letter, onOpen }: { readonly letter: Stuck; readonly onOpen: () => void }) {
  const translate = useTranslate();
  const officeShort = useOfficeShort();
  const format = useFormat();
  return (
    <Card component="li" sx={{ p: 1.5, display: 'flex', gap: 1, flexDirection: { xs: 'column', sm: 'row' }, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{letter.letterId}</Typography>
        <Typography variant="body2" color="text.secondary">
          {[officeShort(letter.office), translate(`letterStatus.${letter.status}`), letter.lastAt === null ? '' : translate('system.lastAt', { at: format.dateTime(letter.lastAt) })].filter((text) => text !== '').join(' · ')}
        </Typography>
        {letter.reasons.map((reason) => <Typography key={reason} variant="body2">{translate(`system.reason.${reason}`)}</Typography>)}
      </Box>
      <Box><Button size="small" variant="outlined" onClick={onOpen}>{translate('system.explain')}</Button></Box>
    </Card>
  );
}

function Versions({ versions }: { readonly versions: System['versions'] }) {
  const translate = useTranslate();
  // Names of programs are the same in every language.
  const rows: readonly (readonly [string, string])[] = [
    ['e-Saraban', versions.product], ['PostgreSQL', versions.database], ['Temporal', versions.temporal ?? '–'], ['Node.js', versions.node],
    [translate('system.engine'), String(versions.engine)], [translate('system.migration'), versions.migration],
  ];
  return (
    <Panel title={translate('system.versions')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'auto 1fr' }, columnGap: 3, rowGap: 0.5 }}>
        {rows.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" color="text.secondary">{name}</Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{value}</Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
