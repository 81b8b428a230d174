import { Stack, Typography } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { diffRoutes, sayChange } from '#domain/route/diff';
import type { Route } from '#domain/route/model';
import { RouteDrawing } from '../../../components/RouteDrawing';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useFormat } from '../../../providers/i18n/use-format';
import { useSettingsContext } from '../panel/use-settings-context';
import { useDrawnChanges } from './use-drawn-changes';
import { useVersion, type VersionInfo } from './use-versions';

/** What differs between two versions, the later held against the earlier: as sentences, and marked on the drawing. */
export function Comparison({ officeId, version, definition, other }: { readonly officeId: string; readonly version: VersionInfo; readonly definition: Route; readonly other: VersionInfo }) {
  const loaded = useVersion(other.id);
  if (loaded.isError) return <ErrorState error={loaded.error} onRetry={() => void loaded.refetch()} />;
  if (loaded.data === undefined) return <LoadingRows />;
  const mine = { version: version.version, definition };
  const theirs = { version: other.version, definition: loaded.data.definition };
  const [before, after] = mine.version < theirs.version ? [mine, theirs] : [theirs, mine];
  return <Differences officeId={officeId} before={before} after={after} />;
}

type Side = { readonly version: number; readonly definition: Route };

function Differences({ officeId, before, after }: { readonly officeId: string; readonly before: Side; readonly after: Side }) {
  const translate = useTranslate();
  const format = useFormat();
  const { words } = useSettingsContext({ officeId, route: after.definition });
  const changes = useMemo(() => diffRoutes(before.definition, after.definition), [before.definition, after.definition]);
  const drawn = useDrawnChanges(before.definition, after.definition);
  const title = translate('routeVersions.changesFrom', { before: format.number(before.version), after: format.number(after.version) });
  return (
    <Stack spacing={2}>
      <section aria-label={title}>
        <Typography variant="h3">{title}</Typography>
        {changes.length === 0 ? <Typography>{translate('routeVersions.same')}</Typography> : <ul>{changes.map((change, at) => <li key={at}>{sayChange(change, words)}</li>)}</ul>}
      </section>
      {drawn === null ? null : <RouteDrawing route={drawn} />}
    </Stack>
  );
}
