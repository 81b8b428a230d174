import '../../../i18n/route-texts';
import { Link, List, ListItem, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useCallback, useMemo } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import type { Route } from '#domain/route/model';
import { Mark } from '../../../components/marks';
import { onDemand } from '../../../components/on-demand';
import { Page, Panel } from '../../../components/Page';
import type { DrawnRoute } from '../../../components/RouteDrawing';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { toDrawn } from '../versions/drawn';
import { useVersion, useVersions } from '../versions/use-versions';
import { RouteLinks } from './RouteLinks';
import { lettersAt, useLive } from './use-live';

type Live = ResponseOf<(typeof endpoints)['routeLive']>;
type Standing = Live['nodes'][number];

/** The list of steps is read before what draws a route has come. */
const RouteDrawing = onDemand(() => import('../../../components/RouteDrawing').then((module) => module.RouteDrawing), () => <LoadingRows />);

/** Where letters stand on a route now, and where they are late: on the drawing, and as a list that a phone can read. */
export default function LivePage() {
  const translate = useTranslate();
  const localName = useLocalName();
  const { routeId = '' } = useParams<{ routeId: string }>();
  const [filters, change] = useAddressFilters();
  const live = useLive(routeId, filters['version']);
  const versions = useVersions(routeId).data?.versions ?? [];
  const version = useVersion(live.data?.version.id);
  const name = live.data === undefined ? '' : localName(live.data.route.name);
  return (
    <Page title={name === '' ? translate('routeLive.title') : translate('routeLive.of', { name })} subtitle={<RouteLinks routeId={routeId} except="live" />}>
      {live.isPending ? <LoadingRows /> : null}
      {live.isError && live.data === undefined ? <ErrorState error={live.error} onRetry={() => void live.refetch()} /> : null}
      {version.isError ? <ErrorState error={version.error} onRetry={() => void version.refetch()} /> : null}
      {live.data === undefined ? null : (
        <Stack spacing={2}>
          <VersionChoice versions={versions} value={live.data.version.id} onChange={(id) => change({ version: id })} />
          {version.data === undefined ? <LoadingRows /> : <Standings live={live.data} definition={version.data.definition} at={live.dataUpdatedAt} />}
        </Stack>
      )}
    </Page>
  );
}

/** Older versions still have letters of their own. */
function VersionChoice({ versions, value, onChange }: { readonly versions: readonly Live['version'][]; readonly value: string; readonly onChange: (id: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const shown = versions.filter(({ id, openLetters, state }) => openLetters > 0 || state === 'inForce' || id === value);
  if (shown.length < 2) return null;
  return (
    <TextField select size="small" label={translate('routeLive.version')} value={value} onChange={(event) => onChange(event.target.value)} sx={{ maxWidth: 420 }}>
      {shown.map(({ id, version, state, openLetters }) => (
        <MenuItem key={id} value={id}>{`${translate('route.version', { n: format.number(version) })} (${translate(`routeVersions.state.${state}`)}) · ${translate('routeLive.standing', { n: format.number(openLetters) })}`}</MenuItem>
      ))}
    </TextField>
  );
}

function Standings({ live, definition, at }: { readonly live: Live; readonly definition: Route; readonly at: number }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const say = useSaid();
  const drawn = useMemo((): DrawnRoute => {
    const route = toDrawn(definition);
    const mark = (node: DrawnRoute['nodes'][number]) => {
      const standing = live.nodes.find(({ nodeId }) => nodeId === node.id);
      if (standing === undefined) return node;
      const to = lettersAt({ versionId: live.version.id, nodeId: node.id, step: localName(node.name) });
      return { ...node, mark: { tone: standing.late > 0 ? ('hot' as const) : ('info' as const), sign: standing.late > 0 ? '⚠' : '●', text: say(standing), to } };
    };
    return { ...route, nodes: route.nodes.map(mark) };
  }, [definition, live.nodes, live.version.id, localName, say]);
  const steps = drawn.nodes.filter(({ mark }) => mark !== undefined);
  return (
    <Stack spacing={2}>
      <Panel title={translate('routeLive.steps')}>
        <Typography variant="body2" color="text.secondary">{[translate('route.version', { n: format.number(live.version.version) }), translate('routeLive.at', { time: format.dateTime(new Date(at).toISOString()) }), translate('routeLive.known')].join(' · ')}</Typography>
        {steps.length === 0 ? <EmptyState isSmall title={translate('routeLive.none')} /> : (
          <List dense disablePadding aria-label={translate('routeLive.steps')}>
            {steps.map(({ id, name }) => <StepLine key={id} versionId={live.version.id} name={localName(name)} standing={live.nodes.find(({ nodeId }) => nodeId === id)!} />)}
          </List>
        )}
      </Panel>
      <RouteDrawing route={drawn} />
    </Stack>
  );
}

function StepLine({ versionId, name, standing: { nodeId, letters, late } }: { readonly versionId: string; readonly name: string; readonly standing: Standing }) {
  const translate = useTranslate();
  const format = useFormat();
  const at = { versionId, nodeId, step: name };
  return (
    <ListItem disableGutters sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography sx={{ flex: '1 1 180px', fontWeight: 600 }}>{name}</Typography>
      <Link component={LinkBase} to={lettersAt(at)} aria-label={translate('routeLive.list', { name })}>{translate('routeLive.standing', { n: format.number(letters) })}</Link>
      {late === 0 ? null : <Mark tone="hot"><Link component={LinkBase} color="inherit" to={lettersAt({ ...at, more: { overdue: 'true' } })} aria-label={translate('routeLive.listLate', { name })}>{`⚠ ${translate('routeLive.late', { n: format.number(late) })}`}</Link></Mark>}
    </ListItem>
  );
}

function useSaid(): (standing: Standing) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    ({ letters, late }) => (late === 0 ? translate('routeLive.standing', { n: format.number(letters) }) : translate('routeLive.both', { n: format.number(letters), late: format.number(late) })),
    [translate, format],
  );
}
