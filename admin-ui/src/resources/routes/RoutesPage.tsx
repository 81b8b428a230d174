import '../../i18n/route-texts';
import AddIcon from '@mui/icons-material/AddOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import { Button, Chip, Link, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { onDemand } from '../../components/on-demand';
import { Page, Panel } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { OfficeChoice, useMyOffices } from '../setup/OfficeChoice';
import { type RouteDesigns, useDesigns } from './use-designs';
import { useStartDraft } from './use-start-draft';

const ProposalDialog = onDemand(() => import('./dialogs/ProposalDialog').then((module) => module.ProposalDialog));
const RouteSearch = onDemand(() => import('./search/RouteSearch').then((module) => module.RouteSearch), () => <LoadingRows />);
const StartDialog = onDemand(() => import('./dialogs/StartDialog').then((module) => module.StartDialog));
type DesignedRoute = RouteDesigns['routes'][number];

/** Routes of the reader's office: what is in force, what is being drawn, what waits for approval. */
export default function RoutesPage() {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const { officeId } = useMyOffices(['process_owner', 'office_admin'], filters['officeId']);
  const designs = useDesigns(officeId);
  const [isStarting, setStarting] = useState(false);
  const data = designs.data;
  const wanted = filters['q'] ?? '';
  return (
    <Page
      title={translate('nav.routes')}
      subtitle={translate('routes.subtitle')}
      actions={<Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}><Button component={LinkBase} to="/routes/rules" variant="outlined">{translate('routePublishing.title')}</Button><Button component={LinkBase} to="/routes/choice" variant="outlined">{translate('whichRoute.title')}</Button>{data?.canDesign === true ? <Button variant="contained" startIcon={<AddIcon />} onClick={() => setStarting(true)}>{translate('routes.new')}</Button> : null}</Stack>}
    >
      <Stack spacing={2}>
        <OfficeChoice roles={['process_owner', 'office_admin']} value={officeId} onChange={(id) => change({ officeId: id })} />
        {designs.isPending ? <LoadingRows /> : null}
        {designs.isError ? <ErrorState error={designs.error} onRetry={() => void designs.refetch()} /> : null}
        {data === undefined ? null : <SearchField value={wanted} onChange={(q) => change({ q })} />}
        {data === undefined ? null : wanted.trim() === '' ? <Routes designs={data} /> : <RouteSearch designs={data} wanted={wanted} />}
      </Stack>
      {isStarting && data !== undefined ? <StartDialog officeId={data.office.id} taken={[...data.routes, ...data.newRoutes].map(({ code }) => code)} onClose={() => setStarting(false)} /> : null}
    </Page>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const translate = useTranslate();
  return <TextField type="search" size="small" label={translate('routes.search.label')} value={value} onChange={(event) => onChange(event.target.value)} slotProps={{ htmlInput: { maxLength: 100 } }} sx={{ maxWidth: 520 }} />;
}

function Routes({ designs }: { readonly designs: RouteDesigns }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { routes, newRoutes, canDesign } = designs;
  if (routes.length + newRoutes.length === 0) return <EmptyState title={translate('officeRoute.none')} text={translate('routes.noneText')} />;
  return (
    <>
      {newRoutes.map(({ code, name, author, isMine, draft, proposal }) => (
        <Panel key={code} title={localName(name)} actions={isMine && draft !== null ? <Button component={LinkBase} to={`/routes/drafts/${draft.id}`} variant="outlined" startIcon={<EditIcon />}>{translate('routes.openDraft')}</Button> : undefined}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Chip size="small" variant="outlined" label={translate('routes.notPublished')} />
            {proposal === null ? null : <Proposal id={proposal.id} name={localName(name)} />}
            <Typography variant="body2" color="text.secondary">{translate('routes.by', { name: localName(author.name) })}</Typography>
          </Stack>
        </Panel>
      ))}
      {routes.map((route) => <RouteRow key={route.id} route={route} officeId={designs.office.id} canDesign={canDesign} />)}
    </>
  );
}

function RouteRow({ route, officeId, canDesign }: { readonly route: DesignedRoute; readonly officeId: string; readonly canDesign: boolean }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const start = useStartDraft();
  const { inForce, next, myDraft, otherDrafts, proposal } = route;
  const version = inForce ?? next;
  return (
    <Panel
      title={localName(route.name)}
      actions={!canDesign ? undefined : myDraft !== null ? (
        <Button component={LinkBase} to={`/routes/drafts/${myDraft.id}`} variant="outlined" startIcon={<EditIcon />}>{translate('routes.openDraft')}</Button>
      ) : version === null ? undefined : (
        <Button variant="outlined" startIcon={<EditIcon />} loading={start.isPending} onClick={() => start.mutate({ officeId, from: { kind: 'version', versionId: version.id } })} aria-label={`${translate('routes.edit')}: ${localName(route.name)}`}>{translate('routes.edit')}</Button>
      )}
    >
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        {inForce === null ? <Chip size="small" variant="outlined" label={translate('routes.notPublished')} /> : <Chip size="small" color="success" variant="outlined" label={`${translate('routes.inForce')} · ${translate('route.version', { n: format.number(inForce.version) })}`} />}
        {next === null ? null : <Chip size="small" color="info" variant="outlined" label={translate('routes.next', { n: format.number(next.version), date: format.longDate(next.from) })} />}
        {proposal === null ? null : <Proposal id={proposal.id} name={localName(route.name)} />}
        {myDraft === null ? null : <Chip size="small" color="warning" variant="outlined" label={translate('routes.myDraft', { ago: format.ago(myDraft.updatedAt) })} />}
        {otherDrafts === null || otherDrafts === 0 ? null : <Chip size="small" variant="outlined" label={translate('routes.otherDrafts', { n: format.number(otherDrafts) })} />}
        {inForce === null ? null : (
          <Typography variant="body2" color="text.secondary">
            {[translate('officeRoute.since', { date: format.longDate(inForce.from) }), translate('officeRoute.open', { n: format.number(inForce.openLetters) })].join(' · ')}
          </Typography>
        )}
        {inForce === null ? null : <Link component={LinkBase} to={`/routes/${route.id}/live`} variant="body2" aria-label={translate('routeLive.of', { name: localName(route.name) })}>{translate('routeLive.link')}</Link>}
        {inForce === null ? null : <Link component={LinkBase} to={`/routes/${route.id}/practice`} variant="body2" aria-label={translate('routePractice.of', { name: localName(route.name) })}>{translate('routePractice.link')}</Link>}
        <Link component={LinkBase} to={`/routes/${route.id}/versions`} variant="body2" aria-label={translate('routeVersions.of', { name: localName(route.name) })}>{translate('routeVersions.link')}</Link>
        <Link component={LinkBase} to={`/organisation?tab=routes&officeId=${officeId}&route=${encodeURIComponent(route.code)}`} variant="body2">{translate('routes.look')}</Link>
      </Stack>
    </Panel>
  );
}

/** Opens what waits for approval. */
function Proposal({ id, name }: { readonly id: string; readonly name: string }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="outlined" color="info" aria-label={`${translate('routes.waiting')}: ${name}`} onClick={() => setOpen(true)}>{translate('routes.waiting')}</Button>
      {isOpen ? <ProposalDialog proposalId={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
