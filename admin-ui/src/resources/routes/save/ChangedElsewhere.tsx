import { Alert, Button, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { RouteDraftView } from '#domain/contracts/route-design';
import { diffRoutes, sayChange } from '#domain/route/diff';
import type { RouteDraft } from '#domain/route/operations';
import type { Words } from '#domain/route/say';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { toDraft } from './to-draft';
import { useStartDraft } from '../use-start-draft';

/** The draft was saved elsewhere meanwhile: what differs, and whose is to stay. Nothing is overwritten unasked, nothing drawn is lost. */
export function ChangedElsewhere({ view, mine, words, onMine, onTheirs }: {
  readonly view: RouteDraftView;
  readonly mine: RouteDraft;
  readonly words: Words;
  readonly onMine: (rev: number) => void;
  readonly onTheirs: (rev: number, theirs: RouteDraft) => void;
}) {
  const translate = useTranslate();
  const api = useApi();
  const start = useStartDraft();
  const theirs = useQuery({ queryKey: [...keys.routeDesigns, 'changed', view.id], queryFn: ({ signal }) => api.routeDraft({ params: { id: view.id }, signal }), gcTime: 0, staleTime: 0 });
  const changes = theirs.data === undefined ? [] : diffRoutes(mine.route, theirs.data.definition);
  const copy = (): void => start.mutate({ officeId: view.officeId, from: { kind: 'json', code: `${view.code}-copy`.slice(0, 60), definition: { ...mine.route, name: translate('designer.save.copyName', { name: mine.route.name }) }, layout: mine.layout } });
  return (
    <Alert severity="warning" role="alert" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 }, maxHeight: '40dvh', overflowY: 'auto' }}>
      {translate('designer.save.changedText')}
      {changes.length === 0 ? null : <ul aria-label={translate('designer.save.differences')}>{changes.slice(0, 20).map((change, at) => <li key={at}>{sayChange(change, words)}</li>)}</ul>}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 1 }}>
        <Button size="small" variant="outlined" color="inherit" disabled={theirs.data === undefined} onClick={() => theirs.data !== undefined && onMine(theirs.data.rev)}>{translate('designer.save.mine')}</Button>
        <Button size="small" variant="outlined" color="inherit" disabled={theirs.data === undefined} onClick={() => theirs.data !== undefined && onTheirs(theirs.data.rev, toDraft(theirs.data))}>{translate('designer.save.theirs')}</Button>
        <Button size="small" variant="outlined" color="inherit" loading={start.isPending} onClick={copy}>{translate('designer.save.copy')}</Button>
      </Stack>
    </Alert>
  );
}
