import DiscardIcon from '@mui/icons-material/DeleteForeverOutlined';
import { Alert, Box, Button, Link, Stack, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { LinkBase, useBlocker, useNavigate, useParams, useTranslate } from 'react-admin';
import type { RouteDraftView } from '#domain/contracts/route-design';
import type { RouteBook } from '#domain/route/model';
import { verifyContextOf } from '#domain/route/verify';
import { useLeaveWarning } from '../../components/form/use-contract-form';
import { ActDialog } from '../../components/ActDialog';
import { onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { Designer } from './Designer';
import { useEditor } from './editor/use-editor';
import type { Played } from './designer-context';
import { RouteFiles } from './files/RouteFiles';
import type { Practice } from './findings/check';
import { ServerCheck } from './findings/ServerCheck';
import { type Findings, useFindings } from './findings/use-findings';
import { useSettingsContext } from './panel/use-settings-context';
import { useDraftCases } from './rehearsal/use-draft-cases';
import { BaseChanged } from './save/BaseChanged';
import { ChangedElsewhere } from './save/ChangedElsewhere';
import { SaveMark } from './save/SaveMark';
import { toDraft } from './save/to-draft';
import { useAutosave } from './save/use-autosave';
import { useBase } from './save/use-base';
import { useDesignContext, useRehearsalContext } from './use-designs';
import { useTriedPath } from './what-if/use-tried-path';

// Whoever only draws does not wait for it.
const DraftRehearsal = onDemand(async () => (await import('./rehearsal/DraftRehearsal')).DraftRehearsal, () => <LoadingRows />);
const NOTHING_TO_SAVE = async (): Promise<boolean> => true;
const NO_ROUTES: RouteBook = {};
const PublishDialog = onDemand(() => import('./dialogs/PublishDialog').then((module) => module.PublishDialog));

/** A draft of a route on the drawing board. */
export function DraftDesigner() {
  const translate = useTranslate();
  const api = useApi();
  const { draftId = '' } = useParams<{ draftId: string }>();
  const draft = useQuery({ queryKey: [...keys.routeDesigns, 'draft', draftId], queryFn: ({ signal }) => api.routeDraft({ params: { id: draftId }, signal }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  if (draft.data !== undefined) return <DraftBoard key={draftId} view={draft.data} />;
  return <Page title={translate('routes.draft')}>{draft.isError ? <ErrorState error={draft.error} onRetry={() => void draft.refetch()} /> : <LoadingRows />}</Page>;
}

function DraftBoard({ view }: { readonly view: RouteDraftView }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const [initial] = useState(() => toDraft(view));
  const editor = useEditor(initial);
  const design = useDesignContext(view.officeId);
  const verify = useMemo(() => (design.data === undefined ? undefined : verifyContextOf({ ...design.data.verify, admits: design.data.admits, postCodes: design.data.postCodes }, view.code)), [design.data, view.code]);
  const settings = useSettingsContext({ officeId: view.officeId, route: editor.draft.route });
  const found = useFindings(editor.draft.route, verify, usePractice(view));
  const base = useBase(view);
  const autosave = useAutosave({
    draft: editor.draft,
    rev: view.rev,
    isOff: !view.canEdit,
    save: async ({ route, layout }, rev) => base.saved((await api.saveRouteDraft({ params: { id: view.id }, rev, body: { definition: route, layout, ...base.toSave() } })).rev),
  });
  const { name: nameTh, nameEn = view.storedNameEn } = editor.draft.route;
  const name = localName({ th: nameTh, en: nameEn });
  useEffect(() => {
    document.title = `${name} · ${translate('app.name')}`;
  }, [name, translate]);
  const [rehearsed, setRehearsed] = useState<Played | null>(null);
  const called = verify?.routes ?? NO_ROUTES;
  const sheets = [{
    name: 'rehearsal', label: translate('rehearsal.title'),
    content: <DraftRehearsal draftId={view.id} officeId={view.officeId} route={editor.draft.route} context={settings} called={called} checked={found} onTokens={setRehearsed} />,
  }];
  const tried = useTriedPath(view.id);
  const isSaved = autosave.state === 'saved';
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: { xs: 'calc(100dvh - 56px - 64px)', sm: 'calc(100dvh - 64px)' }, minHeight: 420 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center', px: 1.5, py: 0.75, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
        <Box sx={{ minWidth: 0, flex: '1 1 220px' }}>
          <Link component={LinkBase} to="/routes" variant="body2">{translate('nav.routes')}</Link>
          <Typography variant="h1" sx={{ fontSize: '1.2rem' }}>{name}</Typography>
        </Box>
        {view.canEdit ? <SaveMark state={autosave.state} error={autosave.error} /> : null}
        <DraftActs view={view} found={found} flush={autosave.flush} />
      </Stack>
      {view.canEdit ? null : <Alert severity="info">{translate(view.proposal === null ? 'routes.readOnly' : 'routes.proposed')}</Alert>}
      {base.changed === null || !view.canEdit ? null : <BaseChanged {...base.changed} mine={editor.draft} words={settings.words} onTake={(draft) => { base.follow(); editor.apply({ type: 'replace', draft }); }} onKeep={() => { base.follow(); return autosave.saveAgain(); }} />}
      {design.isError ? <Alert severity="warning" action={<Button color="inherit" onClick={() => void design.refetch()}>{translate('state.retry')}</Button>}>{translate('routes.contextFailed')}</Alert> : null}
      {tried.isGone ? <Alert severity="warning" onClose={tried.close}>{translate('whatIf.play.gone')}</Alert> : null}
      {autosave.state === 'changed' ? <ChangedElsewhere view={view} mine={editor.draft} words={settings.words} onMine={(rev) => autosave.rebase(rev, null)} onTheirs={(rev, theirs) => { editor.open(theirs); autosave.rebase(rev, theirs); }} /> : null}
      <Designer editor={editor} found={found} verify={verify} settings={settings} isReadOnly={!view.canEdit} onSave={() => void autosave.flush()} rehearsed={rehearsed} path={tried.path} onPathClosed={tried.close} sheets={sheets} belowFindings={<ServerCheck draftId={view.id} flush={view.canEdit ? autosave.flush : NOTHING_TO_SAVE} />} />
      <LeaveGuard isSaved={isSaved} flush={autosave.flush} />
    </Box>
  );
}

/** What its test cases are played with at every check; null until all of it has come. */
function usePractice({ id, officeId }: RouteDraftView): Practice | null {
  const office = useRehearsalContext(officeId).data;
  const cases = useDraftCases(id).data?.items;
  return useMemo(() => (office === undefined || cases === undefined ? null : { office, cases }), [office, cases]);
}

function DraftActs({ view, found, flush }: { readonly view: RouteDraftView; readonly found: Findings; readonly flush: () => Promise<boolean> }) {
  const translate = useTranslate();
  const api = useApi();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const [running, setRunning] = useState<{ readonly isRunning: boolean; readonly error: unknown }>({ isRunning: false, error: null });
  const discard = async (): Promise<void> => {
    setRunning({ isRunning: true, error: null });
    try {
      await flush();
      await api.discardRouteDraft({ params: { id: view.id } });
      await queryClient.invalidateQueries({ queryKey: [...keys.routeDesigns, 'list'] });
      navigate('/routes');
    } catch (error) {
      setRunning({ isRunning: false, error });
    }
  };
  return (
    <>
      <Button size="small" component={LinkBase} to={`/routes/drafts/${view.id}/what-if`}>{translate('whatIf.open')}</Button>
      <RouteFiles of="draft" id={view.id} {...(view.canEdit ? { before: flush } : {})} />
      {view.canEdit ? <Button size="small" color="error" startIcon={<DiscardIcon />} onClick={() => setAsking(true)}>{translate('designer.act.discard')}</Button> : null}
      {view.canEdit ? <Button size="small" variant="contained" onClick={() => setPublishing(true)}>{translate('designer.act.publish')}</Button> : null}
      {isPublishing ? <PublishDialog draftId={view.id} found={found} flush={flush} onClose={() => setPublishing(false)} /> : null}
      {isAsking ? <ActDialog title={translate('designer.act.discard')} confirmLabel={translate('designer.act.discard')} tone="danger" {...running} onConfirm={() => void discard()} onClose={() => setAsking(false)}><Typography>{translate('routes.discardText')}</Typography></ActDialog> : null}
    </>
  );
}

/** Leaving saves what is not saved yet; where that cannot be done, it asks. */
function LeaveGuard({ isSaved, flush }: { readonly isSaved: boolean; readonly flush: () => Promise<boolean> }) {
  const translate = useTranslate();
  const [isAsking, setAsking] = useState(false);
  useLeaveWarning(!isSaved);
  const blocker = useBlocker(({ currentLocation, nextLocation }: { currentLocation: { pathname: string }; nextLocation: { pathname: string } }) => !isSaved && currentLocation.pathname !== nextLocation.pathname);
  const isBlocked = blocker.state === 'blocked';
  const leave = useEffectEvent(() => void flush().then((isDone) => (isDone ? blocker.proceed?.() : setAsking(true))));
  // Once for each time that somebody leaves.
  useEffect(() => {
    if (isBlocked) leave();
  }, [isBlocked]);
  if (!isAsking || !isBlocked) return null;
  return (
    <ActDialog title={translate('designer.save.unsaved')} confirmLabel={translate('routes.leave')} tone="danger" isRunning={false} error={null} onConfirm={() => blocker.proceed?.()} onClose={() => { setAsking(false); blocker.reset?.(); }}>
      <Typography>{translate('designer.save.leave')}</Typography>
    </ActDialog>
  );
}
