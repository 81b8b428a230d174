import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { Route } from '#domain/route/model';
import { Panel } from '../../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useDebounced } from '../../../hooks/use-debounced';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { findInRoute, type Hit } from '../editor/find-in-route';
import { useSettingsContext } from '../panel/use-settings-context';
import type { RouteDesigns } from '../use-designs';
import { useStartDraft } from '../use-start-draft';
import { type Searched, useSearched } from './use-searched';

const NOTHING: Route = { schemaVersion: 1, name: '', nodes: [], edges: [] };

/** Steps of all routes of the office that name a post, a field, a condition or a word; each leads to the step where it is drawn. */
export function RouteSearch({ designs, wanted }: { readonly designs: RouteDesigns; readonly wanted: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const settled = useDebounced(wanted);
  const searched = useSearched(designs);
  const { words } = useSettingsContext({ officeId: designs.office.id, route: NOTHING });
  if (searched.some(({ isPending }) => isPending)) return <LoadingRows />;
  const failed = searched.find(({ isError }) => isError);
  const found = searched.flatMap(({ data }) => {
    const hits = data === undefined ? [] : findInRoute(data.route, settled, words);
    return data === undefined || hits.length === 0 ? [] : [{ of: data, hits }];
  });
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <Stack spacing={2} component="section" aria-label={translate('routes.search.results')}>
      {failed === undefined ? null : <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      <Typography role="status">{translate('routes.search.found', { n: format.number(count), routes: format.number(found.length) })}</Typography>
      {count === 0 ? <EmptyState title={translate('routes.search.none')} text={translate('routes.search.noneText')} /> : null}
      {found.map(({ of, hits }) => <Found key={of.key} of={of} hits={hits} designs={designs} />)}
    </Stack>
  );
}

function Found({ of, hits, designs }: { readonly of: Searched; readonly hits: readonly Hit[]; readonly designs: RouteDesigns }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const hasDraft = designs.routes.some(({ id, myDraft }) => id === of.routeId && myDraft !== null);
  const state = of.version === null ? translate('routes.search.draft') : `${translate('routes.inForce')} · ${translate('route.version', { n: format.number(of.version) })}`;
  return (
    <Panel title={`${localName(of.name)} (${state})`}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {hits.map(({ node, where }) => (
          <Box key={node.id} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
              <Link component={LinkBase} to={of.draftId === null ? `/routes/${of.routeId ?? ''}/versions?version=${of.versionId ?? ''}&step=${encodeURIComponent(node.id)}` : `/routes/drafts/${of.draftId}?step=${encodeURIComponent(node.id)}`}>
                {localName({ th: node.name, en: node.nameEn ?? '' })}
              </Link>
              {where === '' ? null : <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>{where}</Typography>}
            </Box>
            {of.versionId === null || !designs.canDesign || hasDraft ? null : <BeginAt officeId={designs.office.id} versionId={of.versionId} step={node.id} name={localName({ th: node.name, en: node.nameEn ?? '' })} />}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

/** Begins the next version of a route where the step stands. */
function BeginAt({ officeId, versionId, step, name }: { readonly officeId: string; readonly versionId: string; readonly step: string; readonly name: string }) {
  const translate = useTranslate();
  const start = useStartDraft(step);
  return <Button size="small" startIcon={<EditIcon />} loading={start.isPending} aria-label={`${translate('routes.edit')}: ${name}`} onClick={() => start.mutate({ officeId, from: { kind: 'version', versionId } })}>{translate('routes.edit')}</Button>;
}
