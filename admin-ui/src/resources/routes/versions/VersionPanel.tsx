import RollBackIcon from '@mui/icons-material/RestoreOutlined';
import CallOffIcon from '@mui/icons-material/EventBusyOutlined';
import { Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Panel } from '../../../components/Page';
import { RouteDrawing } from '../../../components/RouteDrawing';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useFormat } from '../../../providers/i18n/use-format';
import { RouteFiles } from '../files/RouteFiles';
import { MovesPanel } from '../moves/MovesPanel';
import { CallOffDialog } from './CallOffDialog';
import { Comparison } from './Comparison';
import { toDrawn, withFound } from './drawn';
import { RollBackDialog } from './RollBackDialog';
import { useVersion, type VersionInfo } from './use-versions';

/** One version: its drawing by itself or against another one, its files, and what a process owner may do with it. */
export function VersionPanel({ routeId, officeId, version, others, otherId, canDesign, onOther }: {
  readonly routeId: string;
  readonly officeId: string;
  readonly version: VersionInfo;
  readonly others: readonly VersionInfo[];
  readonly otherId: string | undefined;
  readonly canDesign: boolean;
  readonly onOther: (id: string | undefined) => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const [asking, setAsking] = useState<'rollBack' | 'callOff' | null>(null);
  const detail = useVersion(version.id);
  const definition = detail.data?.definition;
  const [{ step }] = useAddressFilters();
  const found = translate('routes.search.here');
  const drawn = useMemo(() => (definition === undefined ? null : withFound(toDrawn(definition), step, found)), [definition, step, found]);
  const other = others.find(({ id }) => id === otherId);
  const title = translate('route.version', { n: format.number(version.version) });
  return (
    <Panel
      title={title}
      actions={
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <RouteFiles of="version" id={version.id} />
          {canDesign && version.state === 'retired' ? <Button size="small" variant="outlined" startIcon={<RollBackIcon />} onClick={() => setAsking('rollBack')}>{translate('routeVersions.rollBack')}</Button> : null}
          {canDesign && version.state === 'scheduled' ? <Button size="small" variant="outlined" color="error" startIcon={<CallOffIcon />} onClick={() => setAsking('callOff')}>{translate('routeVersions.callOff')}</Button> : null}
        </Stack>
      }
    >
      <Stack spacing={2}>
        {canDesign ? <MovesPanel version={version} /> : null}
        {others.length === 0 ? null : (
          <TextField select size="small" label={translate('routeVersions.compare')} value={other?.id ?? ''} onChange={(event) => onOther(event.target.value === '' ? undefined : event.target.value)} sx={{ maxWidth: 420 }}>
            <MenuItem value="">{translate('routeVersions.compareNone')}</MenuItem>
            {others.map((each) => <MenuItem key={each.id} value={each.id}>{`${translate('route.version', { n: format.number(each.version) })} (${translate(`routeVersions.state.${each.state}`)})`}</MenuItem>)}
          </TextField>
        )}
        {detail.isPending ? <LoadingRows /> : null}
        {detail.isError ? <ErrorState error={detail.error} onRetry={() => void detail.refetch()} /> : null}
        {definition === undefined || drawn === null ? null : other === undefined ? <RouteDrawing route={drawn} /> : <Comparison officeId={officeId} version={version} definition={definition} other={other} />}
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>{translate('routeVersions.digest', { sha256: version.sha256 })}</Typography>
      </Stack>
      {asking === 'rollBack' ? <RollBackDialog routeId={routeId} version={version} onClose={() => setAsking(null)} /> : null}
      {asking === 'callOff' ? <CallOffDialog version={version} onClose={() => setAsking(null)} /> : null}
    </Panel>
  );
}
