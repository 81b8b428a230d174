import { Stack, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../components/ActDialog';
import { DateField, isUnfinished } from '../../components/form/date-fields';
import { useKeptState } from '../../components/form/use-kept';
import { areWordsRight, Words } from '../../components/form/Words';
import { useVerdicts, VerdictLine } from '../../components/verdicts';
import { PresenceWarning } from '../absences/PresenceWarning';
import { useApi } from '../../providers/data/data-provider';
import { useFormat } from '../../providers/i18n/use-format';
import { ACTS, type SupervisedTask, type SuperviseAct, targetsOf } from './acts';
import { CandidatePicker } from './CandidatePicker';

export type { SupervisedTask } from './acts';

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
  const [only] = tasks;
  // Kept for one letter whose class is known to be none; a board does not tell classes.
  const typed = useKeptState(tasks.length === 1 && only?.isOpen === true ? `supervise.${only.letterId}.${act}` : null, () => ({ reason: '' }));
  const { reason } = typed.value;
  const [wasTried, setWasTried] = useState(false);
  const { field, send } = ACTS[act];
  // What was chosen when the dialog opened: the list behind it is fetched anew while verdicts come in.
  const [targets] = useState(() => targetsOf(act, tasks));
  const { verdicts, isRunning, run } = useVerdicts();
  // Those without a verdict, and those refused: what "again" would do.
  const left = targets.filter((target) => (verdicts[idOf(target)]?.status ?? 'refused') === 'refused');
  // Two acts on one letter follow each other: the second names the letter as the first left it.
  const seqs = useRef(new Map<string, number>());
  const current = (target: SupervisedTask): SupervisedTask => ({ ...target, seq: seqs.current.get(target.letterId) ?? target.seq ?? 0 });
  const isMissing = !areWordsRight(reason, { isRequired: true }) || (field === 'post' && postId === null) || (field === 'due' && (due === null || isUnfinished(due)));
  const isFinished = left.length === 0;
  const required = (missing: boolean): string | undefined => (wasTried && missing ? translate('ra.validation.required') : undefined);

  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (isMissing) return;
    const input = { reason: reason.trim(), postId: postId ?? '', dueDay: due ?? '' };
    const isClean = await run(left.map((target) => ({
      id: idOf(target),
      body: () => ({ act, input, rev: target.rev, seq: current(target).seq }),
      send: async (_, key) => {
        const answer = await send(api, current(target), input, key);
        if ('seq' in answer) seqs.current.set(target.letterId, answer.seq);
        return answer;
      },
    })));
    if (isClean) typed.forget();
    if (isClean && targets.length === 1) onClose();
  };
  const dues = [...new Set(targets.map(({ dueAt }) => dueAt ?? null))];

  return (
    <ActDialog
      title={translate(`act.${act}.title`)}
      confirmLabel={translate(`act.${act}.title`)}
      isFinished={isFinished}
      isRunning={isRunning}
      error={null}
      onConfirm={() => void confirm()}
      onClose={() => {
        typed.forget();
        onClose();
      }}
    >
      <Typography>{translate(`supervision.act.${act}`, { n: format.number(targets.length), smart_count: targets.length })}</Typography>
      <Stack component="ul" spacing={0.5} aria-live="polite" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 260, overflowY: 'auto' }}>
        {targets.map((target) => <VerdictLine key={idOf(target)} title={target.title} verdict={verdicts[idOf(target)]} />)}
      </Stack>
      {isFinished ? null : (
        <>
          {field === 'post' ? <CandidatePicker officeId={officeId} exclude={targets.length === 1 ? (targets[0]?.postIds ?? []) : []} dueAt={dues.length === 1 ? (dues[0] ?? null) : null} value={postId} error={required(postId === null)} onChange={setPostId} /> : null}
          {field === 'due' ? <DateField label={translate('act.extend.until')} isRequired disablePast value={due} error={required(due === null)} onChange={setDue} /> : null}
          {field === 'due' ? <PresenceWarning posts={[...new Set(targets.flatMap(({ postIds }) => postIds))]} due={due} /> : null}
          <Words label={translate(act === 'remind' ? 'supervision.message' : 'act.reason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={(text) => typed.set({ reason: text })} />
        </>
      )}
    </ActDialog>
  );
}
