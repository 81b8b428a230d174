import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmpty';
import { Box, Stack, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../components/ActDialog';
import { DateField } from '../../components/form/dates';
import { PostPicker } from '../../components/pickers';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';

export type SupervisedTask = { readonly letterId: string; readonly taskId: string; readonly rev: number; readonly title: string; readonly postIds: readonly string[] };
type Verdict = { readonly status: 'done' | 'pending' | 'refused'; readonly text: string };

const ICONS: { readonly [K in Verdict['status']]: ReactNode } = { done: <CheckIcon color="success" />, pending: <PendingIcon color="info" />, refused: <ErrorIcon color="error" /> };

/** Reassign or give more time, for one task or many, with one reason; each gets its own verdict through its own letter. */
export function SuperviseDialog({ act, tasks, officeId, onClose }: {
  readonly act: 'reassign' | 'extend';
  readonly tasks: readonly SupervisedTask[];
  readonly officeId: string | undefined;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const [postId, setPostId] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [verdicts, setVerdicts] = useState<{ readonly [key: string]: Verdict }>({});
  const intents = useRef(new Map<string, string>());
  const idOf = (task: SupervisedTask): string => `${task.letterId}/${task.taskId}`;
  const isMissing = reason.trim() === '' || (act === 'reassign' ? postId === null : due === null);
  const left = tasks.filter((task) => verdicts[idOf(task)]?.status !== 'done' && verdicts[idOf(task)]?.status !== 'pending');
  const isFinished = left.length === 0;
  const required = (missing: boolean): string | undefined => (wasTried && missing ? translate('ra.validation.required') : undefined);

  const keyOf = (task: SupervisedTask, body: unknown): string => {
    const intent = `${idOf(task)} ${JSON.stringify(body)}`;
    const known = intents.current.get(intent) ?? crypto.randomUUID();
    intents.current.set(intent, known);
    return known;
  };
  const one = async (task: SupervisedTask): Promise<Verdict> => {
    const params = { letterId: task.letterId, taskId: task.taskId };
    try {
      const shared = { rev: task.rev, reason: reason.trim() };
      const body = act === 'reassign' ? { ...shared, postId: postId ?? '' } : { ...shared, due: { at: due ?? '' } };
      const key = keyOf(task, body);
      const answer = 'postId' in body ? await api.reassign({ params, body, key }) : await api.extend({ params, body, key });
      return { status: answer.status, text: translate(answer.status === 'done' ? 'act.done' : 'command.pending') };
    } catch (error) {
      return { status: 'refused', text: errorText(error) };
    }
  };
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (isMissing) return;
    setIsRunning(true);
    const found: Verdict[] = [];
    // One after another: the list shows each verdict as it comes.
    for (const task of left) {
      const verdict = await one(task);
      found.push(verdict);
      setVerdicts((all) => ({ ...all, [idOf(task)]: verdict }));
    }
    setIsRunning(false);
    await Promise.all([keys.supervision, keys.inbox, keys.letter].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    if (found.every(({ status }) => status !== 'refused') && tasks.length === 1) onClose();
  };

  return (
    <ActDialog
      title={translate(`act.${act}.title`)}
      confirmLabel={isFinished ? translate('ra.action.close') : translate(`act.${act}.title`)}
      isRunning={isRunning}
      error={null}
      onConfirm={() => (isFinished ? onClose() : void confirm())}
      onClose={onClose}
    >
      <Typography>{translate(`act.${act}.text`, { n: format.number(tasks.length), smart_count: tasks.length })}</Typography>
      <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 220, overflowY: 'auto' }}>
        {tasks.map((task) => {
          const verdict = verdicts[idOf(task)];
          return (
            <Box component="li" key={idOf(task)} sx={{ display: 'flex', gap: 1 }}>
              {verdict === undefined ? '•' : ICONS[verdict.status]}
              <Box><Typography variant="body2">{task.title}</Typography>{verdict === undefined ? null : <Typography variant="body2" color="text.secondary">{verdict.text}</Typography>}</Box>
            </Box>
          );
        })}
      </Stack>
      {act === 'reassign' ? (
        <PostPicker label={translate('act.reassign.to')} isRequired officeId={officeId} exclude={tasks.length === 1 ? (tasks[0]?.postIds ?? []) : []} value={postId} error={required(postId === null)} onChange={(post) => setPostId(post?.id ?? null)} />
      ) : (
        <DateField label={translate('act.extend.until')} isRequired disablePast value={due} error={required(due === null)} onChange={setDue} />
      )}
      <TextField label={translate('act.reason')} required multiline minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} error={required(reason.trim() === '') !== undefined} helperText={required(reason.trim() === '')} slotProps={{ htmlInput: { maxLength: 4000 } }} />
    </ActDialog>
  );
}
