import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmpty';
import { Box, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { NOTE_MAX } from '#domain/contracts/common';
import { ActDialog } from '../../components/ActDialog';
import { DateField } from '../../components/form/dates';
import { PresenceWarning } from '../absences/PresenceWarning';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { ACTS, type SupervisedTask, type SuperviseAct, targetsOf } from './acts';
import { CandidatePicker } from './CandidatePicker';
import { useManyActs, type Verdict } from './use-many-acts';

export type { SupervisedTask } from './acts';

const ICONS: { readonly [K in Verdict['status']]: ReactNode } = { done: <CheckIcon color="success" />, pending: <PendingIcon color="info" />, refused: <ErrorIcon color="error" /> };
const idOf = ({ letterId, taskId, deliveryId }: SupervisedTask): string => `${letterId}/${deliveryId ?? taskId}`;

/** An act of a supervisor on one task or many, with one reason; each gets its own verdict through its own letter. */
export function SuperviseDialog({ act, tasks, officeId, onClose }: {
  readonly act: SuperviseAct;
  readonly tasks: readonly SupervisedTask[];
  readonly officeId: string | undefined;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const [postId, setPostId] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const { field, send } = ACTS[act];
  // What was chosen when the dialog opened: the list behind it is fetched anew while verdicts come in.
  const [targets] = useState(() => targetsOf(act, tasks));
  const { verdictOf, isRunning, left, run } = useManyActs(targets, idOf);
  // Two acts on one letter follow each other: the second names the letter as the first left it.
  const seqs = useRef(new Map<string, number>());
  const current = (target: SupervisedTask): SupervisedTask => ({ ...target, seq: seqs.current.get(target.letterId) ?? target.seq ?? 0 });
  const isMissing = reason.trim() === '' || (field === 'post' && postId === null) || (field === 'due' && due === null);
  const isFinished = left.length === 0;
  const required = (missing: boolean): string | undefined => (wasTried && missing ? translate('ra.validation.required') : undefined);

  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (isMissing) return;
    const input = { reason: reason.trim(), postId: postId ?? '', dueDay: due ?? '' };
    const sendOne = async (target: SupervisedTask, key: string) => {
      const answer = await send(api, current(target), input, key);
      if ('seq' in answer) seqs.current.set(target.letterId, answer.seq);
      return answer;
    };
    const isClean = await run(sendOne, (target) => ({ act, input, rev: target.rev, seq: current(target).seq }));
    if (isClean && targets.length === 1) onClose();
  };
  const dues = [...new Set(targets.map(({ dueAt }) => dueAt ?? null))];

  return (
    <ActDialog
      title={translate(`act.${act}.title`)}
      confirmLabel={isFinished ? translate('ra.action.close') : translate(`act.${act}.title`)}
      isRunning={isRunning}
      error={null}
      onConfirm={() => (isFinished ? onClose() : void confirm())}
      onClose={onClose}
    >
      <Typography>{translate(`supervision.act.${act}`, { n: format.number(targets.length), smart_count: targets.length })}</Typography>
      <Stack component="ul" spacing={0.5} aria-live="polite" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 260, overflowY: 'auto' }}>
        {targets.map((target) => <TargetLine key={idOf(target)} title={target.title} verdict={verdictOf(target)} />)}
      </Stack>
      {isFinished ? null : (
        <>
          {field === 'post' ? <CandidatePicker officeId={officeId} exclude={targets.length === 1 ? (targets[0]?.postIds ?? []) : []} dueAt={dues.length === 1 ? (dues[0] ?? null) : null} value={postId} error={required(postId === null)} onChange={setPostId} /> : null}
          {field === 'due' ? <DateField label={translate('act.extend.until')} isRequired disablePast value={due} error={required(due === null)} onChange={setDue} /> : null}
          {field === 'due' ? <PresenceWarning posts={[...new Set(targets.flatMap(({ postIds }) => postIds))]} due={due} /> : null}
          <TextField
            label={translate(act === 'remind' ? 'supervision.message' : 'act.reason')}
            required
            multiline
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={required(reason.trim() === '') !== undefined}
            helperText={required(reason.trim() === '')}
            slotProps={{ htmlInput: { maxLength: NOTE_MAX } }}
          />
        </>
      )}
    </ActDialog>
  );
}

function TargetLine({ title, verdict }: { readonly title: string; readonly verdict: Verdict | undefined }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1 }}>
      {verdict === undefined ? '•' : ICONS[verdict.status]}
      <Box>
        <Typography variant="body2">{title}</Typography>
        {verdict === undefined ? null : <Typography variant="body2" color="text.secondary">{verdict.text}</Typography>}
      </Box>
    </Box>
  );
}
