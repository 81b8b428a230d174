import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography, useMediaQuery, useTheme } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ErrorState, LoadingRows } from '../../components/states';
import { useTell } from '../../hooks/use-tell';
import { useOfficeShort } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';

type Explanation = ResponseOf<(typeof endpoints)['explainLetter']>;

/** How one letter stands, and the act that sets it going again. Codes and times; never what it says. */
export function LetterStanding({ letterId, onClose }: { readonly letterId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const theme = useTheme();
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'));
  const id = useId();
  const letter = useQuery({ queryKey: [...keys.system, 'letter', letterId], queryFn: ({ signal }) => api.explainLetter({ params: { letterId }, signal }) });
  const resume = useMutation({
    mutationFn: () => api.resumeLetter({ params: { letterId }, body: undefined }),
    onSuccess: async ({ isStarted }) => {
      tell(translate(isStarted ? 'system.resumed' : 'system.wasRunning'), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.system });
    },
  });
  const canResume = letter.data !== undefined && letter.data.status !== 'ended' && (letter.data.isAhead || letter.data.execution.state === 'none');
  return (
    <Dialog open fullWidth fullScreen={isPhone} maxWidth="md" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>{translate('system.explainTitle')}</DialogTitle>
      <DialogContent>
        {letter.isPending ? <LoadingRows rows={3} /> : null}
        {letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : null}
        {letter.data === undefined ? null : <Standing letter={letter.data} />}
        {resume.isError ? <Alert severity="error" role="alert" sx={{ mt: 2 }}>{errorText(resume.error)}</Alert> : null}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap' }}>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
        <Button onClick={() => void letter.refetch()}>{translate('system.askAgain')}</Button>
        <Button variant="contained" disabled={!canResume} loading={resume.isPending} onClick={() => resume.mutate()}>{translate('system.resume')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Standing({ letter }: { readonly letter: Explanation }) {
  const translate = useTranslate();
  const officeShort = useOfficeShort();
  const format = useFormat();
  const { execution, last } = letter;
  const believes = execution.state !== 'running' ? execution.state : execution.agrees === true ? 'agrees' : 'differs';
  return (
    <Stack spacing={2}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{letter.id} · {officeShort(letter.office)} · {translate(`letterStatus.${letter.status}`)} · {translate('system.seq', { n: format.number(letter.seq) })}</Typography>
      <Alert severity={believes === 'agrees' || letter.status === 'ended' ? 'success' : 'warning'}>{translate(`system.execution.${letter.status === 'ended' ? 'ended' : believes}`)}</Alert>
      {letter.isAhead ? <Alert severity="warning">{translate('system.reason.ahead')} {translate('system.aheadText')}</Alert> : null}
      {last === null ? null : <Typography variant="body2">{translate('system.lastEvent', { type: eventName(translate, last.eventType), at: format.dateTime(last.committedAt) })}</Typography>}
      <List title={translate('system.tasks')} items={letter.tasks.map((task) => `${translate(`taskKind.${task.kind}`)} · ${task.posts.join(', ')} · ${format.dateTime(task.openedAt)}`)} />
      <List title={translate('system.commands')} items={letter.commands.map(({ kind, createdAt, attempts }) => `${eventName(translate, kind)} · ${format.dateTime(createdAt)} · ${translate('system.attempts', { n: format.number(attempts) })}`)} />
      <List title={translate('system.leaving')} items={letter.outbox.map(({ kind, attempts, nextTryAt, error }) => [translate(`system.effect.${kind}`), translate('system.attempts', { n: format.number(attempts) }), translate('system.nextTry', { at: format.dateTime(nextTryAt) }), error ?? ''].filter((text) => text !== '').join(' · '))} />
      <List title={translate('system.news')} items={letter.waiting.map(({ type, since }) => `${eventName(translate, type)} · ${format.dateTime(since)}`)} />
      <List title={translate('system.timers')} items={letter.timers.map(({ at }) => format.dateTime(at))} />
    </Stack>
  );
}

const eventName = (translate: (key: string) => string, type: string): string => translate(`event.${type}`);

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <Typography variant="h3" component="h3">{title}</Typography>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>{items.map((item) => <li key={item}><Typography variant="body2">{item}</Typography></li>)}</ul>
    </section>
  );
}
