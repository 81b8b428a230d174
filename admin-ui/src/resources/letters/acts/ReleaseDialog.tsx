import { Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { ActDialog } from '../../../components/ActDialog';
import { useKeptState } from '../../../components/form/use-kept';
import { isOpenText } from '../../../components/form/use-kept-form';
import { areWordsRight, Words } from '../../../components/form/Words';
import { useApi } from '../../../providers/data/data-provider';
import { useAct } from '../../commands/use-commands';

/** Give a task that I have taken back to its group, with the reason that the others read in the letter's history. */
export function ReleaseDialog({ letter, task, isGone, onClose }: { readonly letter: LetterPage; readonly task: MyTask; readonly isGone: boolean; readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const act = useAct({ done: 'act.release.done' });
  const typed = useKeptState(isOpenText(letter) ? `release.${task.taskId}` : null, () => ({ reason: '' }));
  const { reason } = typed.value;
  const [wasTried, setWasTried] = useState(false);
  const close = (): void => {
    typed.forget();
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setWasTried(true);
    if (!areWordsRight(reason, { isRequired: true })) return;
    const body = { rev: task.rev, reason: reason.trim() };
    const answer = await act.run(body, (key, sent) => api.release({ params: { letterId: letter.id, taskId: task.taskId }, body: sent, key }));
    if (answer !== null) close();
  };
  return (
    <ActDialog title={translate('act.release.title')} confirmLabel={translate('act.release.title')} isRunning={act.isRunning} error={act.error} isTooLate={isGone} onConfirm={() => void confirm()} onClose={close}>
      <Typography>{translate('act.release.text')}</Typography>
      <Words label={translate('act.reason')} isRequired multiline minRows={2} value={reason} wasTried={wasTried} onChange={(text) => typed.set({ reason: text })} />
    </ActDialog>
  );
}
