import EditIcon from '@mui/icons-material/EditNoteOutlined';
import ReplyIcon from '@mui/icons-material/ReplyOutlined';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { DueMark, Mark } from '../../../components/marks';
import { onDemand } from '../../../components/on-demand';
import { isSameName } from '../../../components/same-name';
import { keyText } from '../../../hooks/shortcut-keys';
import { useShortcuts } from '../../../hooks/use-shortcuts';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { useAct } from '../../commands/use-commands';
import { useActorText } from '../parts/Actor';
import { actKeys } from './act-keys';
import type { OutcomeHint } from './act-values';
import { type Chosen, QuickActs } from './QuickActs';

const AdhocDialog = onDemand(() => import('./AdhocDialog').then((module) => module.AdhocDialog));
const ReleaseDialog = onDemand(() => import('./ReleaseDialog').then((module) => module.ReleaseDialog));
const TaskActDialog = onDemand(() => import('./TaskActDialog').then((module) => module.TaskActDialog));

const BUTTON: { readonly [K in OutcomeHint['tone']]: { readonly variant: 'contained' | 'outlined'; readonly color: 'primary' | 'error' } } = {
  primary: { variant: 'contained', color: 'primary' },
  neutral: { variant: 'outlined', color: 'primary' },
  danger: { variant: 'outlined', color: 'error' },
};

/** One task of mine: what is asked, by whom, until when, in which post, and the acts that the step allows. */
export function TaskPanel({ letter, task, isBusy, isGone, onHold, isCurrent, onActed }: {
  readonly letter: LetterPage;
  readonly task: MyTask;
  /** An act of mine is still being applied: nothing more is offered until it settles. */
  readonly isBusy: boolean;
  /** Somebody else has done it while a dialog of mine is open. */
  readonly isGone: boolean;
  /** Keeps the panel while one of its dialogs is open; null lets it go. */
  readonly onHold: (task: MyTask | null) => void;
  readonly isCurrent: boolean;
  /** Goes on to the next letter, where there is a list to walk through. */
  readonly onActed?: ((what: string) => void) | undefined;
}) {
  const translate = useTranslate();
  const localName = useLocalName();
  const actorText = useActorText();
  const api = useApi();
  const act = useAct({ done: 'act.done' });
  const [open, setOpen] = useState<Chosen | 'adhoc' | 'release' | null>(null);
  const show = (dialog: Chosen | 'adhoc' | 'release' | null): void => {
    setOpen(dialog);
    onHold(dialog === null ? null : task);
  };
  const params = { letterId: letter.id, taskId: task.taskId };
  const canAct = task.can.includes('act') && !isBusy;
  const outcomes = canAct ? task.form.outcomes : [];
  useShortcuts('walk.acts', isCurrent ? actKeys(outcomes).map(({ keys, outcome }) => ({ keys, label: localName(outcome.label), run: () => show({ outcome }) })) : []);
  // The reason of a return stands beside the draft's text.
  const isToldBelow = task.form.canEditDraft && letter.endorsements.some(({ action, text }) => action === 'returned' && text === task.askedNote);
  const delivery = letter.deliveries.find(({ id }) => id === task.deliveryId);

  return (
    <Box
      component="section"
      aria-label={translate('task.mine', { name: localName(task.nodeName) })}
      sx={{ border: 2, borderColor: isCurrent ? 'primary.main' : 'divider', borderRadius: 2, bgcolor: 'background.paper', p: { xs: 1.5, sm: 2 } }}
    >
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h2">{localName(task.nodeName)}</Typography>
        {isSameName(translate(`taskKind.${task.kind}`), localName(task.nodeName)) ? null : <Mark tone="info">{translate(`taskKind.${task.kind}`)}</Mark>}
        <DueMark dueAt={task.dueAt} isOverdue={task.isOverdue} />
        {task.claimedBy === null ? null : <Mark tone="muted">{translate('inbox.claimedBy', { name: localName(task.claimedBy.name) })}</Mark>}
      </Stack>
      <Typography variant="body2" color="text.secondary">
        {translate('task.inPost')} {task.capacity === 'own' ? '' : `${translate(`capacity.${task.capacity}`)} `}
        {localName(task.post.title)}
      </Typography>
      {(task.askedBy === null && task.askedNote === null) || isToldBelow ? null : (
        <Alert severity="info" sx={{ mt: 1 }}>
          {task.askedNote === null ? null : <Typography sx={{ whiteSpace: 'pre-wrap' }}>{task.askedNote}</Typography>}
          {task.askedBy === null ? null : <Typography variant="body2">{translate('task.from', { actor: actorText(task.askedBy) })}</Typography>}
        </Alert>
      )}
      {delivery === undefined ? null : (
        <Alert severity="success" sx={{ mt: 1 }}>
          {translate('task.toJudge', { name: delivery.office === null ? delivery.name : localName(delivery.office.name), no: delivery.answerNo ?? '' })}
          {delivery.answerLetterId === null ? null : <Button size="small" component={LinkBase} to={`/letters/${delivery.answerLetterId}`}>{translate('task.openAnswer')}</Button>}
        </Alert>
      )}
      {task.isWaiting ? <Alert severity="info" sx={{ mt: 1 }}>{translate('errors.TASK_WAITING')}</Alert> : null}
      {letter.status === 'held' ? <Alert severity="warning" sx={{ mt: 1 }}>{translate('errors.LETTER_HELD')}</Alert> : null}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 1.5 }}>
        {canAct && task.form.canEditDraft ? (
          <Button variant="contained" startIcon={<EditIcon />} component={LinkBase} to={`/letters/${letter.id}/draft?task=${encodeURIComponent(task.taskId)}`}>{translate('task.editDraft')}</Button>
        ) : null}
        {canAct && task.form.canReply ? (
          <Button variant="contained" startIcon={<ReplyIcon />} component={LinkBase} to={`/letters/${letter.id}/reply`}>{translate('task.reply')}</Button>
        ) : null}
        {outcomes.map((each) => {
          const isSecond = each.tone === 'primary' && (task.form.canEditDraft || task.form.canReply);
          const keys = isCurrent ? actKeys(outcomes).find(({ outcome }) => outcome.code === each.code)?.keys : undefined;
          return <Button key={each.code} {...BUTTON[isSecond ? 'neutral' : each.tone]} {...(keys === undefined ? {} : { title: keyText(keys), 'aria-keyshortcuts': keyText(keys) })} onClick={() => show({ outcome: each })}>{localName(each.label)}</Button>;
        })}
        {task.can.includes('claim') && !isBusy ? (
          <Button variant="contained" loading={act.isRunning} onClick={() => void act.run({ rev: task.rev }, (key, body) => api.claim({ params, body, key }))}>{translate('act.claim.title')}</Button>
        ) : null}
        {task.can.includes('release') && !isBusy ? (
          <Button loading={act.isRunning} onClick={() => (task.isWaiting ? void act.run({ rev: task.rev }, (key, body) => api.release({ params, body, key })) : show('release'))}>{translate(task.isWaiting ? 'act.withdraw.title' : 'act.release.title')}</Button>
        ) : null}
        {task.can.includes('adhoc') && !isBusy ? <Button onClick={() => show('adhoc')}>{translate('act.adhoc.title')}</Button> : null}
      </Stack>
      {canAct && !task.form.canEditDraft ? <QuickActs task={task} officeId={letter.office.id} onChoose={show} /> : null}
      {open === null || typeof open === 'string' ? null : (
        <TaskActDialog letter={letter} task={task} outcome={open.outcome} prefill={open.prefill} isGone={isGone} onClose={() => show(null)} onActed={onActed === undefined ? undefined : () => onActed(localName(open.outcome.label))} />
      )}
      {open === 'release' ? <ReleaseDialog letter={letter} task={task} isGone={isGone} onClose={() => show(null)} /> : null}
      {open === 'adhoc' ? <AdhocDialog letter={letter} task={task} isGone={isGone} onClose={() => show(null)} /> : null}
    </Box>
  );
}
