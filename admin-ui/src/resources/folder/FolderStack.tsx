import { Box, Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import type { InboxItem } from '#domain/contracts/tasks';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useShortcuts } from '../../hooks/use-shortcuts';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useFormat } from '../../providers/i18n/use-format';
import type { OutcomeHint } from '../letters/acts/act-values';
import { AdhocDialog } from '../letters/acts/AdhocDialog';
import { onDemand } from '../../components/on-demand';
import { useLetter } from '../letters/use-letter';
import { type BarAct, FolderBar } from './FolderBar';
import { FolderReader } from './FolderReader';
import { type Folder, folderId } from './use-folder';
import { useSwipe } from './use-swipe';

const TaskActDialog = onDemand(() => import('../letters/acts/TaskActDialog').then((module) => module.TaskActDialog));

type Open = { readonly letter: LetterPage; readonly task: MyTask; readonly act: OutcomeHint | 'adhoc' };

/** One letter of the stack at a time: read, act, and the next one comes by itself. */
export function FolderStack({ folder, tools }: { readonly folder: Folder; readonly tools: ReactNode }) {
  const translate = useTranslate();
  const format = useFormat();
  const tell = useTell();
  const { current, previous, next, show } = folder;
  const letter = useLetter(current?.letterId ?? '');
  // The dialog keeps what it was opened on: the letter may leave the stack beneath it.
  const [open, setOpen] = useState<Open | null>(null);
  const goNext = next === undefined ? undefined : () => show(next);
  const goPrevious = previous === undefined ? undefined : () => show(previous);
  const swipe = useSwipe({ onNext: () => goNext?.(), onPrevious: () => goPrevious?.() });
  const task = letter.data?.myTasks.find(({ taskId }) => taskId === current?.taskId);
  usePrefetch(next);
  const currentId = current === undefined ? '' : folderId(current);
  useEffect(() => {
    // Each letter begins at its head.
    if (currentId !== '') window.scrollTo({ top: 0 });
  }, [currentId]);
  const { acts, usual } = useBarActs({ folder, letter: letter.data, task, open: setOpen });
  useShortcuts('nav.folder', [
    ...(goNext === undefined ? [] : [{ keys: 'j', label: 'folder.next', run: goNext }]),
    ...(goPrevious === undefined ? [] : [{ keys: 'k', label: 'folder.previous', run: goPrevious }]),
    ...(usual === undefined ? [] : [{ keys: 'a', label: 'folder.usual', run: usual.run }]),
    ...(current === undefined ? [] : [{ keys: 'l', label: 'folder.later', run: () => folder.putLater(current) }]),
  ]);
  // By then another one may stand open, on the letter that has come meanwhile.
  const close = (): void => setOpen((now) => (now === open ? null : now));
  // Somebody else has done it while the dialog stood open.
  const isTooLate = open !== null && letter.data?.id === open.letter.id && !letter.data.myTasks.some(({ taskId }) => taskId === open.task.taskId);
  const openId = open === null ? '' : folderId({ letterId: open.letter.id, taskId: open.task.taskId });
  const acted = (): void => {
    setOpen(null);
    folder.leaveDone(openId);
    tell(translate('act.done'), 'success');
  };
  // An act in doubt, once it is known to be.
  const done = (): void => folder.advanceFrom(openId);

  return (
    <Box {...swipe}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
        <Typography role="status" sx={{ fontWeight: 700 }}>
          {current === undefined ? '' : translate('folder.position', { n: format.number(folder.position), total: format.number(folder.total) })}
        </Typography>
        {tools}
      </Stack>
      {folder.isGone && open === null ? <EmptyState title={translate('folder.gone')}><Button variant="contained" onClick={() => show(folder.stack[0])}>{translate('folder.goOn')}</Button></EmptyState> : null}
      {current === undefined || letter.data !== undefined ? null : letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : <LoadingRows />}
      {current === undefined || letter.data === undefined ? null : <FolderReader key={folderId(current)} letter={letter.data} task={task} />}
      {current === undefined ? null : <FolderBar acts={acts} onPrevious={goPrevious} onNext={goNext} />}
      {open === null ? null : open.act === 'adhoc'
        ? <AdhocDialog letter={open.letter} task={open.task} isGone={isTooLate} onClose={close} />
        : <TaskActDialog letter={open.letter} task={open.task} outcome={open.act} isGone={isTooLate} onClose={close} onActed={acted} onDone={done} />}
    </Box>
  );
}

/** What can be done with the letter that lies open; the usual act of its step first. */
function useBarActs({ folder, letter, task, open }: { readonly folder: Folder; readonly letter: LetterPage | undefined; readonly task: MyTask | undefined; readonly open: (what: Open) => void }): { readonly acts: readonly BarAct[]; readonly usual: BarAct | undefined } {
  const translate = useTranslate();
  const localName = useLocalName();
  const navigate = useNavigate();
  const { current, putLater } = folder;
  const isBusy = letter?.pendingCommands.some(({ status }) => status === 'pending') ?? false;
  const mine = letter === undefined || task === undefined || isBusy ? [] : actsOn(letter, task, open, localName);
  const neutral = (key: string, label: string, run: () => void): BarAct => ({ key, label: translate(label), tone: 'neutral', run });
  if (current === undefined) return { acts: mine, usual: mine[0] };
  const { letterId, taskId } = current;
  return {
    usual: mine[0],
    acts: [
      ...mine,
      ...(letter !== undefined && task !== undefined && task.can.includes('adhoc') && !isBusy ? [neutral('adhoc', 'act.adhoc.title', () => open({ letter, task, act: 'adhoc' }))] : []),
      neutral('later', 'folder.later', () => putLater(current)),
      neutral('open', 'folder.open', () => navigate(`/letters/${letterId}?task=${encodeURIComponent(taskId)}`)),
    ],
  };
}

/** The acts of the step, the usual one first. */
function actsOn(letter: LetterPage, task: MyTask, open: (what: Open) => void, localName: (name: OutcomeHint['label']) => string): readonly BarAct[] {
  if (!task.can.includes('act')) return [];
  const outcomes = [...task.form.outcomes.filter(({ tone }) => tone === 'primary'), ...task.form.outcomes.filter(({ tone }) => tone !== 'primary')];
  return outcomes.map((outcome) => ({ key: outcome.code, label: localName(outcome.label), tone: outcome.tone, run: () => open({ letter, task, act: outcome }) }));
}

/** The next letter is fetched while this one is read; a classified one is not, since each reading of it goes on record. */
function usePrefetch(next: InboxItem | undefined): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const letterId = next !== undefined && next.secrecy === 'none' && !next.isSealed ? next.letterId : '';
  useEffect(() => {
    if (letterId !== '') void queryClient.prefetchQuery({ queryKey: [...keys.letter, letterId], queryFn: ({ signal }) => api.getLetter({ params: { letterId }, signal }) });
  }, [api, queryClient, letterId]);
}
