import { Box, Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { LetterPage as Letter } from '#domain/contracts/letter-page';
import { Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { later, onDemand } from '../../components/on-demand';
import { Page } from '../../components/Page';
import { isOpenText } from '../../components/form/use-kept-form';
import { ErrorState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import { PendingAct } from '../commands/PendingAct';
import type { LetterActChoice } from './acts/LetterActDialog';
import { TaskPanel } from './acts/TaskPanel';
import { useHeldTasks } from './acts/use-held-tasks';
import { DeliveriesPanel } from './parts/DeliveriesPanel';
import { DocumentsPanel } from './parts/DocumentsPanel';
import { EndorsementChain } from './parts/EndorsementChain';
import { FactsPanel } from './parts/FactsPanel';
import { type Holder, HoldersPanel } from './parts/HoldersPanel';
import { MatterPanel } from './parts/MatterPanel';
import { RecordsPanel } from './parts/RecordsPanel';
import { Timeline } from './parts/Timeline';
import { comparable, VersionsPanel } from './parts/VersionsPanel';
import { ReturnedDraft } from './parts/ReturnedDraft';
import { letterPath } from '../tasks/view';
import { useLetter } from './use-letter';
import { ActedNotice } from './walk/ActedNotice';
import { useWalk } from './walk/use-walk';
import { WalkBar } from './walk/WalkBar';

const LetterActDialog = onDemand(() => import('./acts/LetterActDialog').then((module) => module.LetterActDialog));
const SuperviseDialog = onDemand(() => import('../supervision/SuperviseDialog').then((module) => module.SuperviseDialog));
const CopiesPanel = later(onDemand(() => import('./parts/CopiesPanel').then((module) => module.CopiesPanel)));
const RouteGraph = lazy(() => import('./parts/RouteGraph'));
const TABS = ['letter', 'history', 'route', 'versions'] as const;
const SIMPLE_ACTS = ['takeBack', 'hold', 'resume', 'urge', 'reclassify', 'cancel'] as const;

/** One letter: what it is, who holds it, what I can do with it, and everything that has happened to it. */
export default function LetterPage() {
  const translate = useTranslate();
  const { letterId = '' } = useParams<{ letterId: string }>();
  const letter = useLetter(letterId);
  // What comes over the line is drawn in parts between which the browser can answer; what is there already stands at once, after the letter before.
  const settled = useDeferredValue(letter.data);
  const shown = settled === undefined || settled.id === letterId ? settled : letter.data;
  if (shown !== undefined) return <LetterView key={letterId} letter={shown} />;
  return (
    <Page title={translate('letter.title')}>
      {letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : <LoadingRows />}
    </Page>
  );
}

function LetterView({ letter }: { readonly letter: Letter }) {
  const translate = useTranslate();
  const format = useFormat();
  const [filters, change] = useAddressFilters();
  const [choice, setChoice] = useState<LetterActChoice | null>(null);
  const [supervised, setSupervised] = useState<{ readonly holder: Holder; readonly act: Holder['can'][number] } | null>(null);
  const walk = useWalk(letter.id, filters);
  const hasVersions = comparable(letter).length > 1;
  const tabs = TABS.filter((tab) => tab !== 'versions' || hasVersions);
  const tab = oneOf(tabs, filters['tab']) ?? 'letter';
  const isBusy = letter.pendingCommands.some(({ status }) => status === 'pending');
  const subject = letter.subject ?? translate(letter.isSealed ? 'item.sealedSubject' : 'item.noSubject');
  const acts = SIMPLE_ACTS.filter((type) => letter.can.includes(type) && (type !== 'takeBack' || letter.takeBackToken !== null));
  const hasReplyButton = letter.can.includes('reply') && !letter.myTasks.some(({ form }) => form.canReply);
  useReadMarks(letter);
  const shown = useHeldTasks(letter.myTasks);

  return (
    <Page
      title={subject}
      subtitle={<Heading letter={letter} />}
      actions={
        <>
          {hasReplyButton ? <Button variant="outlined" component={LinkBase} to={`/letters/${letter.id}/reply`}>{translate('task.reply')}</Button> : null}
          {isBusy || !letter.can.includes('registerAnew') ? null : <Button size="small" component={LinkBase} to={`/intake?anew=${letter.id}`}>{translate('act.registerAnew.title')}</Button>}
          {isBusy ? null : acts.map((type) => <Button key={type} size="small" color={type === 'cancel' ? 'error' : 'primary'} onClick={() => setChoice({ type })}>{translate(`act.${type}.title`)}</Button>)}
        </>
      }
    >
      {walk === null ? null : <WalkBar walk={walk} />}
      <ActedNotice />
      <Stack spacing={2}>
        {letter.pendingCommands.map((command) => <PendingAct key={command.id} command={command} withLink={false} />)}
        <HoldersPanel letter={letter} onSupervise={(holder, act) => setSupervised({ holder, act })} />
        {shown.tasks.map(({ task, isGone }) => (
          <TaskPanel key={`${task.taskId}/${task.post.id}`} letter={letter} task={task} isBusy={isBusy} isGone={isGone} onHold={shown.hold} isCurrent={shown.tasks.length === 1 || filters['task'] === task.taskId} onActed={walk === null ? undefined : (what) => walk.goOn({ what, subject, path: letterPath(walk.view, { letterId: letter.id, taskId: task.taskId }) })} />
        ))}
        {tab !== 'versions' ? <ReturnedDraft letter={letter} /> : null}
        <Tabs value={tab} onChange={(_, next: string) => change({ tab: next === 'letter' ? undefined : next })} variant="scrollable" allowScrollButtonsMobile aria-label={translate('letter.title')}>
          {tabs.map((each) => <Tab key={each} value={each} label={translate(`letter.tab.${each}`)} id={`tab-${each}`} aria-controls={`panel-${each}`} />)}
        </Tabs>
        <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
          {tab === 'letter' ? (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1.5fr) minmax(0,1fr)' }, alignItems: 'start' }}>
              <Stack spacing={2}>
                <EndorsementChain letter={letter} />
                <DocumentsPanel letter={letter} />
              </Stack>
              <Stack spacing={2}>
                <FactsPanel letter={letter} />
                <DeliveriesPanel letter={letter} onRecall={(delivery) => setChoice({ type: 'recall', deliveryId: delivery.id, name: delivery.name })} />
                {letter.copies === 0 ? null : <CopiesPanel letter={letter} />}
                <MatterPanel letter={letter} />
                <RecordsPanel letter={letter} onCancelNumber={(number) => setChoice({ type: 'cancelNumber', key: number.key, printed: number.printed })} />
              </Stack>
            </Box>
          ) : null}
          {tab === 'history' ? <Timeline letter={letter} /> : null}
          {tab === 'route' ? <Suspense fallback={<LoadingRows />}><RouteGraph letter={letter} /></Suspense> : null}
          {tab === 'versions' ? <VersionsPanel letter={letter} /> : null}
        </Box>
        <Typography variant="body2" color="text.secondary">{translate('letter.createdAt', { at: format.dateTime(letter.createdAt) })}</Typography>
      </Stack>
      {choice === null ? null : <LetterActDialog letter={letter} choice={choice} onClose={() => setChoice(null)} />}
      {supervised === null ? null : (
        <SuperviseDialog
          act={supervised.act}
          officeId={letter.office.id}
          tasks={[{ letterId: letter.id, taskId: supervised.holder.taskId, rev: supervised.holder.rev, title: subject, postIds: supervised.holder.posts.map(({ id }) => id), isOpen: isOpenText(letter) }]}
          onClose={() => setSupervised(null)}
        />
      )}
    </Page>
  );
}

function Heading({ letter }: { readonly letter: Letter }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const number = letter.letterNo ?? (letter.theirNo === '' ? null : letter.theirNo);
  return (
    <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'center', mt: 0.5 }}>
      <UrgencyMark urgency={letter.urgency} urgentBy={letter.urgentBy} />
      <SecrecyMark secrecy={letter.secrecy} />
      {letter.isSealed ? <SealedMark /> : null}
      <Mark tone="calm">{translate(`direction.${letter.direction}`)}</Mark>
      <Mark tone={letter.status === 'ended' ? 'good' : letter.status === 'held' ? 'warm' : 'info'}>{translate(`letterStatus.${letter.status}`)}</Mark>
      {number === null ? null : <Typography variant="body2">{translate('letter.noShort', { no: format.digits(number) })}</Typography>}
      {letter.receiveNo === null ? null : <Typography variant="body2">{translate('item.receiveNoShort', { no: format.digits(letter.receiveNo) })}</Typography>}
      <Typography variant="body2">{localName(letter.office.name)}</Typography>
    </Stack>
  );
}

/** Opening a letter marks my tasks on it as read. */
function useReadMarks(letter: Letter): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const ids = letter.myTasks.map(({ taskId }) => taskId).join(' ');
  const { mutate } = useMutation({
    mutationFn: (taskIds: readonly string[]) => api.tasksRead({ body: { tasks: taskIds.map((taskId) => ({ letterId: letter.id, taskId })) } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.inbox }),
  });
  useEffect(() => {
    if (ids !== '') mutate(ids.split(' '));
  }, [ids, mutate]);
}
