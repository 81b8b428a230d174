import '../../../i18n/route-texts';
import { Chip, List, ListItem, ListItemButton, Stack, Typography } from '@mui/material';
import { useParams, useTranslate } from 'react-admin';
import { onDemand } from '../../../components/on-demand';
import { Page, Panel } from '../../../components/Page';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { RouteLinks } from '../live/RouteLinks';
import { useVersions, type VersionInfo, type Versions } from './use-versions';

/** The list of versions is drawn before what draws a route has come. */
const VersionPanel = onDemand(() => import('./VersionPanel').then((module) => module.VersionPanel), () => <LoadingRows />);

/** Every version of a route: whose it is, from when, why, how it was drawn, and what differs from another one. */
export default function VersionsPage() {
  const translate = useTranslate();
  const localName = useLocalName();
  const { routeId = '' } = useParams<{ routeId: string }>();
  const versions = useVersions(routeId);
  const name = versions.data === undefined ? '' : localName(versions.data.route.name);
  return (
    <Page title={name === '' ? translate('routeVersions.title') : translate('routeVersions.of', { name })} subtitle={<RouteLinks routeId={routeId} except="versions" />}>
      {versions.isPending ? <LoadingRows /> : null}
      {versions.isError ? <ErrorState error={versions.error} onRetry={() => void versions.refetch()} /> : null}
      {versions.data === undefined ? null : <VersionsBoard data={versions.data} />}
    </Page>
  );
}

function VersionsBoard({ data }: { readonly data: Versions }) {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const { versions, route, canDesign } = data;
  const chosen = versions.find(({ id }) => id === filters['version']) ?? versions.find(({ state }) => state === 'inForce') ?? versions[0];
  if (chosen === undefined) return <Typography>{translate('routeVersions.none')}</Typography>;
  return (
    <Stack spacing={2}>
      <Panel title={translate('routeVersions.title')}>
        <List dense disablePadding aria-label={translate('routeVersions.title')}>
          {versions.map((version) => (
            <ListItem key={version.id} disablePadding>
              <ListItemButton component="button" type="button" selected={version.id === chosen.id} aria-pressed={version.id === chosen.id} onClick={() => change({ version: version.id, with: undefined })} sx={{ width: '100%', textAlign: 'start', flexDirection: 'column', alignItems: 'stretch', gap: 0.5, borderRadius: 1 }}>
                <VersionLine version={version} />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </Panel>
      <VersionPanel key={chosen.id} routeId={route.id} officeId={route.officeId} version={chosen} others={versions.filter(({ id }) => id !== chosen.id)} otherId={filters['with']} canDesign={canDesign} onOther={(id) => change({ with: id })} />
    </Stack>
  );
}

const COLOURS = { inForce: 'success', scheduled: 'info', retired: 'default', calledOff: 'warning' } as const;

/** A version in words: state, days, people, why, letters. */
function VersionLine({ version }: { readonly version: VersionInfo }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const { state, from, until, author, approver, note, openLetters } = version;
  const details = [
    until === null ? translate('officeRoute.since', { date: format.longDate(from) }) : translate('routeVersions.span', { from: format.longDate(from), until: format.longDate(until) }),
    author === null ? translate('routeVersions.ownProduct') : translate('routes.by', { name: localName(author.name) }),
    approver === null ? '' : translate('routeVersions.approvedBy', { name: localName(approver.name) }),
    translate('officeRoute.open', { n: format.number(openLetters) }),
  ];
  return (
    <>
      <Stack component="span" direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>{translate('route.version', { n: format.number(version.version) })}</Typography>
        <Chip component="span" size="small" variant="outlined" color={COLOURS[state]} label={translate(`routeVersions.state.${state}`)} />
      </Stack>
      <Typography component="span" variant="body2" color="text.secondary">{details.filter((text) => text !== '').join(' · ')}</Typography>
      {note === '' ? null : <Typography component="span" variant="body2" sx={{ overflowWrap: 'anywhere' }}>{note}</Typography>}
    </>
  );
}
